"""A brief as one web page that needs nothing beside it: no script, no network, and it prints well."""

from base64 import b64encode
from html import escape

from briefing.export.brief_view import claim_groups, sheet, times_of
from briefing.export.export_formats import Rendered
from briefing.export.html_tables import audit, contents, ledger, named_in, shares
from briefing.export.html_text import text_html
from briefing.export.labels import Labels
from briefing.export.markdown_html import as_html
from briefing.export.view_types import ArticleView, BriefView, ClaimView, JudgementView, LineView, NoteView, PartView
from briefing.model import Brief
from briefing.model.house_style import HouseStyle
from briefing.resources import resource

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def render(brief: Brief) -> Rendered:
    """The page as UTF-8; what was quoted is text, the reader's notes are the Markdown they wrote, made harmless."""
    data, labels = sheet(brief), Labels(brief.language)
    style = resource("templates", "page.css").read_text(encoding="utf-8")
    articles = (
        _composed(labels, data)
        if data["parts"]
        else _timeline(labels, data)
        + "".join(
            _article(labels, number, article, data["template"]) for number, article in enumerate(data["articles"], 1)
        )
    )
    legend = "".join(
        f'<dt class="{status["status"]}">{escape(status["label"])}</dt><dd>{escape(status["meaning"])}</dd>'
        for status in data["statuses"]
    )
    legend = (
        f'<section class="legend"><h2>{escape(labels.text("legend"))}</h2><dl>{legend}</dl></section>\n'
        if legend
        else ""
    )
    author = f"{escape(data['author'])} · " if data["author"] else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(data["language"], quote=True)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(data['title'])}</title>\n<style>\n{style}{_own_style(brief.style)}</style>\n"
        "</head>\n<body>\n<main>\n"
        f"<header>{_house(brief.style)}<p>{escape(data['classification'] or data['kind'])}</p>"
        f"<h1>{escape(data['title'])}</h1>\n"
        f"<p>{author}{escape(labels.text('made'))} {escape(data['made'])}</p></header>\n"
        f"{as_html(data['introduction'])}{contents(labels, _entries(data))}{articles}"
        f"{legend}</main>\n</body>\n</html>\n"
    )
    return Rendered(page.encode("utf-8", "replace"))


def _own_style(style: HouseStyle) -> str:
    """What the house style says otherwise than the shipped page; its fields are colours and the name of a face."""
    told = {"accent": style.accent, "heading": style.heading, "face": f'"{style.face}", serif' if style.face else ""}
    said = " ".join(f"--{name}: {value};" for name, value in told.items() if value)
    return f":root {{ {said} }}\n" if said else ""


def _house(style: HouseStyle) -> str:
    if not (style.logo or style.name):
        return ""
    data = b64encode(style.logo).decode()
    logo = f'<img src="data:image/png;base64,{data}" alt="{"" if style.name else "Logo"}">' if style.logo else ""
    return f'<p class="house">{logo}<span>{escape(style.name)}</span></p>'


def _text(labels: Labels, name: str) -> str:
    return escape(labels.text(name))


def _article(labels: Labels, number: int, article: ArticleView, template: str) -> str:
    shown = text_html(number, article, article["pictures"])
    text = f'<section class="text"><h3>{_text(labels, "article")}</h3>{shown}</section>\n'
    notes = "".join(_note(labels, number, note) for note in article["notes"])
    return (
        f'<article id="a{number}">\n<h2>{escape(article["title"])}</h2>\n{_facts(labels, article)}\n'
        + (f"<p>{escape(article['note'])}</p>\n" if article["note"] else "")
        + shares(labels, article["summary"])
        + (text if template == "annotated" else "")
        + _claims(labels, number, article, template)
        + (
            f'<section><h3>{escape(labels.text("notes"))}</h3><ol class="notes">{notes}</ol></section>\n'
            if notes
            else ""
        )
        + "</article>\n"
    )


def _claims(labels: Labels, number: int, article: ArticleView, template: str) -> str:
    """The claims as the template shows them; links lead to those only that are shown too."""
    groups = claim_groups(labels, article, template)
    audited = ""
    if template == "audit":
        named = [claim for claim in article["claims"] if claim["number"] in named_in(article["audit"])]
        groups = [(labels.text("by_numbers"), named)] if named else []
        audited = audit(labels, article["audit"])
    shown = {claim["number"] for _, claims in groups for claim in claims}
    groups = [(name, [_linked_within(claim, shown) for claim in claims]) for name, claims in groups]
    if template == "ledger":
        return "".join(
            ledger(labels, number, claims, lambda claim: _reasons(labels, number, claim)) for _, claims in groups
        )
    return audited + "".join(_section(labels, number, name, claims, template) for name, claims in groups)


def _timeline(labels: Labels, data: BriefView) -> str:
    """The claims of several articles in one order of dates."""
    shown: dict[int, set[int]] = {}
    for _, held in times_of(data):
        for place, claim in held:
            shown.setdefault(place, set()).add(claim["number"])
    parts = []
    for name, held in times_of(data):
        claims = "".join(
            _claim(labels, place + 1, _linked_within(claim, shown[place]), linked=False)
            + f"<p class=why>{_text(labels, 'from')}: {escape(data['articles'][place]['title'])}</p>\n"
            for place, claim in held
        )
        parts.append(f'<section><h3>{escape(name)}</h3><ol class="claims">{claims}</ol></section>\n')
    return f"<section><h2>{escape(data['kind'])}</h2>{''.join(parts)}</section>\n" if parts else ""


def _linked_within(claim: ClaimView, shown: set[int]) -> ClaimView:
    return {**claim, "links": [link for link in claim["links"] if link["number"] in shown]}


def _entries(data: BriefView) -> list[tuple[str, str]]:
    """The parts of the page by id and name: articles, or the sections that have a heading."""
    if not data["parts"]:
        return [(f"a{number}", article["title"]) for number, article in enumerate(data["articles"], 1)]
    return [(f"p{place}", part["heading"]) for place, part in enumerate(data["parts"]) if part["heading"]]


def _composed(labels: Labels, data: BriefView) -> str:
    parts = "".join(_part(labels, place, part, data) for place, part in enumerate(data["parts"]))
    sources = "".join(
        f"<h3>{escape(article['title'])}</h3>\n{_facts(labels, article)}\n" for article in data["articles"]
    )
    return parts + (f"<section><h2>{_text(labels, 'sources')}</h2>{sources}</section>\n" if sources else "")


def _part(labels: Labels, place: int, part: PartView, data: BriefView) -> str:
    heading = f"<h2>{escape(part['heading'])}</h2>" if part["heading"] else ""
    lines = "".join(_line(labels, line, data) for line in part["lines"])
    return f'<section id="p{place}">{heading}\n{lines}</section>\n'


def _line(labels: Labels, line: LineView, data: BriefView) -> str:
    comment = as_html(line["text"])
    origin = f"<p class=why>{escape(labels.text('from'))}: {escape(line['title'])}</p>\n"
    match line["kind"]:
        case "claim":
            return (
                f'<ol class="claims">{_claim(labels, line["scope"], line["claim"], linked=False)}</ol>{origin}{comment}'
            )
        case "annotation":
            note = _note(labels, line["scope"], line["note"])
            return f'<ol class="notes" start="{line["note"]["number"]}">{note}</ol>{origin}{comment}'
        case "article":
            return comment + _article(labels, line["scope"], data["articles"][line["article"]], data["template"])
        case _:
            return comment


def _facts(labels: Labels, article: ArticleView) -> str:
    facts = "".join(
        f"<dt>{escape(labels.fact(name))}</dt><dd>{_fact(name, value)}</dd>" for name, value in article["facts"]
    )
    return f'<dl class="facts">{facts}</dl>'


def _section(labels: Labels, article: int, name: str, claims: list[ClaimView], template: str) -> str:
    shown = "".join(_claim(labels, article, claim, linked=template == "annotated") for claim in claims)
    return f'<section><h3>{escape(name)}</h3><ol class="claims">{shown}</ol></section>\n'


def _fact(name: str, value: str) -> str:
    if name == "Address" and value.startswith(("https://", "http://")):
        return f'<a href="{escape(value, quote=True)}" rel="noreferrer">{escape(value)}</a>'
    return escape(value)


def _claim(labels: Labels, article: int, claim: ClaimView, linked: bool) -> str:
    chain = f" <small>{escape(labels.text('through'))}</small> ".join(escape(name) for name in claim["chain"])
    cue = f" <i>{escape(claim['cue'])}</i>" if claim["cue"] else ""
    words = escape(claim["content"])
    content = f'<a href="#t{article}-{claim["number"]}">{words}</a>' if linked else words
    return (
        f'<li id="c{article}-{claim["number"]}" value="{claim["number"]}"><p><b>{chain}</b>{cue} '
        f'<span class="status {claim["status"]}">{escape(claim["label"])}</span> '
        f"<small>{escape(claim['manner'])}{_found(labels, claim)}</small></p>"
        f"<blockquote>{content}</blockquote>{_reasons(labels, article, claim)}</li>\n"
    )


def _reasons(labels: Labels, article: int, claim: ClaimView) -> str:
    """Why a claim has its status, which claims it goes with, and what the reader says of it."""
    why = "".join(
        f"<p class=why>{escape(line)}</p>" for line in (*labels.source_lines(claim), *labels.reason_lines(claim))
    )
    links = "".join(
        f"<p class=why>{escape(link['label'])} "
        f'<a href="#c{link.get("scope", article)}-{link["number"]}">{escape(labels.text("claim"))} {link["number"]}</a>'
        f"{': ' + escape(link['sentence']) if link['sentence'] else ''}</p>"
        for link in claim["links"]
    )
    return f"{why}{links}{_judgement(labels, claim['judgement'])}{_own_notes(labels, article, claim['notes'])}"


def _own_notes(labels: Labels, article: int, notes: list[int]) -> str:
    links = ", ".join(f'<a href="#n{article}-{number}">{number}</a>' for number in notes)
    return (
        f"<p class=why>{escape(labels.text('note_of' if len(notes) == 1 else 'notes_of'))} {links}</p>" if notes else ""
    )


def _found(labels: Labels, claim: ClaimView) -> str:
    return f" · {escape(labels.text('found'))}: {escape(claim['found'])}" if claim["found"] else ""


def _judgement(labels: Labels, judgement: JudgementView | None) -> str:
    if judgement is None:
        return ""
    word = escape(labels.reading(judgement))
    head = f"<b>{_text(labels, 'judgement')}</b>"
    return f'<div class="reader"><p>{head}: {word}</p>{as_html(judgement["note"])}</div>'


def _note(labels: Labels, article: int, note: NoteView) -> str:
    tags = " ".join(f"<small>#{escape(tag)}</small>" for tag in note["tags"])
    lost = f"<small>({escape(labels.text('place_lost'))})</small>" if note["orphan"] else ""
    place = f"<small>{escape(note['place'])}</small>" if note["place"] else ""
    return (
        f'<li id="n{article}-{note["number"]}"><blockquote class="own{note["colour"]}">{escape(note["quote"])}'
        f"</blockquote>{lost}{place}{as_html(note['note'])}{tags}</li>\n"
    )
