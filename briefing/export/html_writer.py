"""A brief as one web page that needs nothing beside it: no script, no network, and it prints well."""

from base64 import b64encode
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from briefing.export.brief_view import claim_groups, from_where, how_made, sheet, times_of
from briefing.export.export_formats import Rendered
from briefing.export.html_text import PNG, TAGS, TextPart, marks_of, parts_of_text
from briefing.export.labels import Labels
from briefing.export.markdown_html import as_html
from briefing.export.paper_colours import STATUS_INKS
from briefing.export.view_types import ArticleView, AuditView, BriefView, ClaimView
from briefing.model import Brief
from briefing.model.house_style import HouseStyle
from briefing.records import dataclass
from briefing.resources import resource

SHORTEST_CONTENTS = 3
"""Number of articles or sections from which a page has contents."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims under a name."""

    name: str
    claims: list[ClaimView]


@dataclass(frozen=True, slots=True)
class Dated:
    """Claims of several articles that name one date, each with the place of its article."""

    name: str
    claims: list[tuple[int, ClaimView]]


@dataclass(frozen=True, slots=True)
class ArticleOnPage:
    """An article as the page shows it: its claims in groups, its text in parts where the template shows it."""

    view: ArticleView
    groups: list[Group]
    parts: list[TextPart]


def render(brief: Brief) -> Rendered:
    """The page as UTF-8; what was quoted is text, the reader's notes are the Markdown they wrote, made harmless."""
    data, labels = sheet(brief), Labels(brief.language)
    page = (
        templates()
        .get_template("page.html")
        .render(
            brief=data,
            labels=labels,
            house=brief.style,
            # The shipped sheet, and of the house style colours and a face that were checked when it was kept.
            style=Markup(_style(brief.style)),
            inks=STATUS_INKS,
            contents=_contents(data),
            made=how_made(labels, data),
            times=_times(data),
            articles=[_article(labels, article, data["template"]) for article in data["articles"]],
        )
    )
    return Rendered(page.encode("utf-8", "replace"))


@cache
def templates() -> Environment:
    """The templates; whatever they are given is escaped, and a name that is missing is a fault."""
    loader = FileSystemLoader(resource("templates", "page"))
    found = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters |= {"markdown": _markdown, "base64": _base64, "marks": marks_of}
    found.globals |= {"TAGS": TAGS, "PNG": PNG, "from_where": from_where}
    return found


def _markdown(written: str) -> Markup:
    """What the reader wrote, which is not escaped as it was cleaned."""
    return Markup(as_html(written))


def _base64(data: bytes) -> str:
    return b64encode(data).decode()


def _style(style: HouseStyle) -> str:
    """The style of the page, and what the house style says otherwise: its fields are colours and the name of a face."""
    shipped = resource("templates", "page", "page.css").read_text(encoding="utf-8")
    told = {"accent": style.accent, "heading": style.heading, "face": f'"{style.face}", serif' if style.face else ""}
    said = " ".join(f"--{name}: {value};" for name, value in told.items() if value)
    return shipped + (f":root {{ {said} }}\n" if said else "")


def _contents(data: BriefView) -> list[tuple[str, str]]:
    """The parts of the page by id and name: articles, or the sections that have a heading; none if they are few."""
    if data["parts"]:
        found = [(f"p{place}", part["heading"]) for place, part in enumerate(data["parts"]) if part["heading"]]
    else:
        found = [(f"a{number}", article["title"]) for number, article in enumerate(data["articles"], 1)]
    return found if len(found) >= SHORTEST_CONTENTS else []


def _times(data: BriefView) -> list[Dated]:
    """The claims of several articles in one order of dates."""
    shown: dict[int, set[int]] = {}
    for _, held in times_of(data):
        for place, claim in held:
            shown.setdefault(place, set()).add(claim["number"])
    return [
        Dated(name, [(place, _linked_within(claim, shown[place])) for place, claim in held])
        for name, held in times_of(data)
    ]


def _article(labels: Labels, article: ArticleView, template: str) -> ArticleOnPage:
    """An article for the page; links lead to those claims only that are shown too."""
    groups = claim_groups(labels, article, template)
    if template == "audit":
        named = [claim for claim in article["claims"] if claim["number"] in _named_in(article["audit"])]
        groups = [(labels.text("by_numbers"), named)] if named else []
    shown = {claim["number"] for _, claims in groups for claim in claims}
    found = [Group(name, [_linked_within(claim, shown) for claim in claims]) for name, claims in groups]
    return ArticleOnPage(article, found, parts_of_text(article) if template == "annotated" else [])


def _named_in(found: AuditView) -> set[int]:
    """The numbers of the claims that an audit names."""
    return {number for one in (*found["passages"], *found["questions"]) for number in one["claims"]}


def _linked_within(claim: ClaimView, shown: set[int]) -> ClaimView:
    return {**claim, "links": [link for link in claim["links"] if link["number"] in shown]}
