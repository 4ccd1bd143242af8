"""The brief as Markdown: claims with quotations, statuses, evidence and notes."""

from briefing.export.brief_view import claim_groups, sheet
from briefing.export.export_formats import Rendered
from briefing.export.labels import reading_label, reason_lines, source_lines
from briefing.export.markdown_literal import plain
from briefing.export.markdown_sanitizer import harmless
from briefing.export.markdown_text import text_markdown
from briefing.export.view_types import ArticleView, AuditView, BriefView, ClaimView, LineView, NoteView
from briefing.model import Brief


def render(brief: Brief) -> Rendered:
    """The Markdown as UTF-8; what is quoted is escaped, notes are Markdown, made harmless."""
    data = sheet(brief)
    parts = [f"# {plain(data['title'])}", plain(data["classification"])]
    parts += [f"{plain(data['kind'])}, made {data['made']}", harmless(data["introduction"])]
    if data["parts"]:
        parts += _composed(data)
    else:
        for article in data["articles"]:
            parts += _article(article, data["template"])
    return Rendered(("\n\n".join(part for part in parts if part) + "\n").encode())


def _article(article: ArticleView, template: str) -> list[str]:
    claims: list[str] = []
    for name, group in claim_groups(article, template):
        claims += [f"### {plain(name)}", *(_claim(claim) for claim in group)]
    if template == "audit":
        claims += _audit(article["audit"])
    notes = [_note(note) for note in article["notes"]]
    text = ["### The article", *text_markdown(article)] if template == "annotated" else []
    return [
        f"## {plain(article['title'])}",
        _facts(article),
        plain(article["note"]),
        *text,
        *claims,
        *(["### Reader’s notes", *notes] if notes else []),
    ]


def _composed(data: BriefView) -> list[str]:
    found: list[str] = []
    for part in data["parts"]:
        found += [f"## {plain(part['heading'])}"] if part["heading"] else []
        for line in part["lines"]:
            found += _line(line, data)
    sources = [f"### {plain(article['title'])}\n\n{_facts(article)}" for article in data["articles"]]
    return [*found, *(["## Sources", *sources] if sources else [])]


def _line(line: LineView, data: BriefView) -> list[str]:
    match line["kind"]:
        case "claim":
            return [_claim(line["claim"]), f"From: {plain(line['title'])}", harmless(line["text"])]
        case "annotation":
            return [_note(line["note"]), f"From: {plain(line['title'])}", harmless(line["text"])]
        case "article":
            return [harmless(line["text"]), *_article(data["articles"][line["article"]], data["template"])]
        case _:
            return [harmless(line["text"])]


def _facts(article: ArticleView) -> str:
    return "\n".join(f"- {label}: {plain(value)}" for label, value in article["facts"])


def _audit(audit: AuditView) -> list[str]:
    questions = [
        f"- **{plain(one['about'])}** ({_numbers(one['claims'])}): {plain(one['sentence'])}"
        for one in audit["questions"]
    ]
    passages = [
        f"- **{plain(one['origin'])}** ({_numbers(one['claims'])}): {plain(one['words'])}" for one in audit["passages"]
    ]
    parts = (
        ("How confirmed it is", [f"- {share['label']}: {share['count']}" for share in audit["shares"]]),
        ("Independent origins", [f"- {plain(origin)}" for origin in audit["origins"]]),
        ("What rests on a single source", passages),
        ("Still to ask", questions),
    )
    return [f"### {name}\n\n" + ("\n".join(lines) or "Nothing.") for name, lines in parts]


def _numbers(numbers: list[int]) -> str:
    return f"{'claim' if len(numbers) == 1 else 'claims'} {', '.join(map(str, numbers))}"


def _claim(claim: ClaimView) -> str:
    chain = plain(" through ".join(claim["chain"]))
    found = f" · Briefing found: {plain(claim['found'])}" if claim["found"] else ""
    head = f"**{claim['number']}. {chain}** · {claim['label']} · {claim['manner']}{found}"
    lines = [head, f"> {plain(claim['content'])}"]
    lines += [plain(line) for line in (*source_lines(claim), *reason_lines(claim))]
    lines += [f"{link['label']} claim {link['number']}. {plain(link['sentence'])}".rstrip() for link in claim["links"]]
    if claim["judgement"]:
        lines += [
            f"Reader’s judgement: {plain(reading_label(claim['judgement']))}",
            harmless(claim["judgement"]["note"]),
        ]
    return "\n\n".join(line for line in lines if line)


def _note(note: NoteView) -> str:
    tags = " ".join(f"#{plain('-'.join(tag.split()))}" for tag in note["tags"])
    place = f" ({plain(note['place'])})" if note["place"] else ""
    return "\n\n".join(part for part in (f"> {plain(note['quote'])}{place}", harmless(note["note"]), tags) if part)
