"""The brief as Markdown: claims with quotations, statuses, evidence and notes."""

from briefing.export.brief_view import claim_groups, from_where, how_made, sheet, times_of
from briefing.export.export_formats import Rendered
from briefing.export.labels import Labels
from briefing.export.markdown_literal import plain
from briefing.export.markdown_sanitizer import harmless
from briefing.export.markdown_text import text_markdown
from briefing.export.view_types import ArticleView, AuditView, BriefView, ClaimView, LineView, NoteView, ShareView
from briefing.model import Brief


def render(brief: Brief) -> Rendered:
    """The Markdown as UTF-8; what is quoted is escaped, notes are Markdown, made harmless."""
    data, labels = sheet(brief), Labels(brief.language)
    parts = [f"# {plain(data['title'])}", plain(data["classification"])]
    parts += [labels.line("kind_made", kind=plain(data["kind"]), made=data["made"]), harmless(data["introduction"])]
    if data["parts"]:
        parts += _composed(labels, data)
    else:
        parts += _timeline(labels, data)
        for article in data["articles"]:
            parts += _article(labels, article, data["template"], 1 if data["is_headed"] else 2)
    parts += [*_legend(labels, data), *map(plain, how_made(labels, data))]
    return Rendered(("\n\n".join(part for part in parts if part) + "\n").encode())


def _article(labels: Labels, article: ArticleView, template: str, level: int) -> list[str]:
    """An article below a heading of that level, which the title of the brief is if it is the first."""
    section = "#" * (level + 1)
    claims: list[str] = []
    for name, group in claim_groups(labels, article, template):
        claims += [f"{section} {plain(name)}", *(_claim(labels, claim) for claim in group)]
    if template == "audit":
        claims += _audit(labels, article["audit"], section)
    notes = [_note(note) for note in article["notes"]]
    text: list[str] = []
    if template == "annotated":
        text = [f"{section} {labels.text('article')}", *text_markdown(labels, article, len(section) + 1)]
    return [
        f"{'#' * level} {plain(article['title'])}" if level > 1 else "",
        _facts(labels, from_where(article)),
        plain(article["note"]),
        *([] if template == "audit" else _shares(labels, article["summary"], section)),
        *text,
        *claims,
        *([f"{section} {labels.text('notes')}", *notes] if notes else []),
    ]


def _shares(labels: Labels, shares: list[ShareView], section: str) -> list[str]:
    """How many claims have which status."""
    lines = [f"- {share['label']}: {share['count']} ({share['told']})" for share in shares]
    return [f"{section} {labels.text('how_confirmed')}", "\n".join(lines)] if lines else []


def _legend(labels: Labels, data: BriefView) -> list[str]:
    lines = [f"- **{status['label']}**: {status['meaning']}" for status in data["statuses"]]
    return [f"## {labels.text('legend')}", "\n".join(lines)] if lines else []


def _timeline(labels: Labels, data: BriefView) -> list[str]:
    """The claims of several articles in one order of dates."""
    found = [f"## {plain(data['kind'])}"] if data["timeline"] else []
    for name, held in times_of(data):
        found.append(f"### {plain(name)}")
        for place, claim in held:
            found += [_claim(labels, claim), f"{labels.text('from')}: {plain(data['articles'][place]['title'])}"]
    return found


def _composed(labels: Labels, data: BriefView) -> list[str]:
    found: list[str] = []
    for part in data["parts"]:
        found += [f"## {plain(part['heading'])}"] if part["heading"] else []
        for line in part["lines"]:
            found += _line(labels, line, data, 3 if part["heading"] else 2)
    sources = [f"### {plain(article['title'])}\n\n{_facts(labels, article['facts'])}" for article in data["articles"]]
    return [*found, *([f"## {labels.text('sources')}", *sources] if sources else [])]


def _line(labels: Labels, line: LineView, data: BriefView, level: int) -> list[str]:
    match line["kind"]:
        case "claim":
            return [
                _claim(labels, line["claim"]),
                f"{labels.text('from')}: {plain(line['title'])}",
                harmless(line["text"]),
            ]
        case "annotation":
            return [_note(line["note"]), f"{labels.text('from')}: {plain(line['title'])}", harmless(line["text"])]
        case "article":
            return [
                harmless(line["text"]),
                *_article(labels, data["articles"][line["article"]], data["template"], level),
            ]
        case _:
            return [harmless(line["text"])]


def _facts(labels: Labels, facts: list[tuple[str, str]]) -> str:
    return "\n".join(f"- {labels.fact(label)}: {plain(value)}" for label, value in facts)


def _audit(labels: Labels, audit: AuditView, section: str) -> list[str]:
    questions = [
        f"- **{plain(one['about'])}** ({labels.numbers(one['claims'])}): {plain(one['sentence'])}"
        for one in audit["questions"]
    ]
    passages = [
        f"- **{plain(one['origin'])}** ({labels.numbers(one['claims'])}): {plain(one['words'])}"
        for one in audit["passages"]
    ]
    parts = (
        (labels.text("how_confirmed"), [f"- {share['label']}: {share['count']}" for share in audit["shares"]]),
        (labels.text("origins"), [f"- {plain(origin)}" for origin in audit["origins"]]),
        (labels.text("single"), passages),
        (labels.text("to_ask"), questions),
    )
    return [f"{section} {name}\n\n" + ("\n".join(lines) or labels.text("nothing")) for name, lines in parts]


def _claim(labels: Labels, claim: ClaimView) -> str:
    chain = plain(labels.through(claim["chain"]))
    found = f" · {labels.text('found')}: {plain(claim['found'])}" if claim["found"] else ""
    head = f"**{claim['number']}. {chain}** · {claim['label']} · {claim['manner']}{found}"
    lines = [head, f"> {plain(claim['content'])}"]
    lines += [plain(line) for line in (*labels.source_lines(claim), *labels.reason_lines(claim))]
    lines += [f"{plain(labels.link_to(link))}. {plain(link['sentence'])}".rstrip() for link in claim["links"]]
    if claim["judgement"]:
        lines += [
            f"{labels.text('judgement')}: {plain(labels.reading(claim['judgement']))}",
            harmless(claim["judgement"]["note"]),
        ]
    return "\n\n".join(line for line in lines if line)


def _note(note: NoteView) -> str:
    tags = " ".join(f"#{plain('-'.join(tag.split()))}" for tag in note["tags"])
    place = f" ({plain(note['place'])})" if note["place"] else ""
    return "\n\n".join(part for part in (f"> {plain(note['quote'])}{place}", harmless(note["note"]), tags) if part)
