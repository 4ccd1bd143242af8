"""The timeline: claims in order of the dates that they name, and in plain words those that name none."""

import io
from dataclasses import replace

import pytest
from briefs_for_trial import trial_brief
from docx import Document
from test_export_formats import words_of_file

from briefing.export import FORMATS
from briefing.export.brief_view import sheet
from briefing.model import Article, Block, BlockKind, Brief, Span

SAID = (
    "It closes on 3 March 2027.",
    "It opened last May.",
    "It costs a lot.",
    "It was built in 1998.",
    "We meet on Monday.",
)


def brief_of_claims(published: str) -> Brief:
    """One claim for each sentence, on an article of that day."""
    brief = replace(trial_brief(), template="timeline")
    (entry,) = brief.articles
    assert entry.analysis
    text, (first, _) = " ".join(SAID), entry.analysis.claims
    article = Article(
        text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), replace(entry.article.origin, published=published)
    )
    claims = tuple(
        replace(first, id=f"c{number}", content=(Span(text.index(said), text.index(said) + len(said)),), evidence=())
        for number, said in enumerate(SAID)
    )
    analysis = replace(entry.analysis, actors=(), claims=claims)
    return replace(brief, articles=(replace(entry, article=article, analysis=analysis, annotations=(), judgements=()),))


def times(published: str) -> list[tuple[str, list[int]]]:
    return [(group["name"], group["claims"]) for group in sheet(brief_of_claims(published))["articles"][0]["times"]]


def test_claims_stand_in_the_order_of_their_dates_and_those_without_one_behind() -> None:
    assert times("2026-10-08") == [
        ("1998", [4]),
        ("May 2026", [2]),
        ("5 October 2026", [5]),
        ("3 March 2027", [1]),
        ("Without a date: what is so now", [3]),
    ]


def test_an_article_without_a_date_says_that_days_without_a_year_cannot_be_told() -> None:
    assert times("") == [
        ("1998", [4]),
        ("3 March 2027", [1]),
        ("Without a date: what is so now", [3]),
        ("Dates that cannot be told, for the article has none of its own", [2, 5]),
    ]


@pytest.mark.parametrize("name", ["html", "md", "pdf", "docx"])
def test_formats_have_the_dates_as_headings_in_their_order(name: str) -> None:
    data = FORMATS[name].render(brief_of_claims("2026-10-08")).data
    told = headings_of(data) if name == "docx" else words_of_file(name, data)
    places = [told.index(day) for day in ("May 2026", "5 October 2026", "Without a date: what is so now")]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["html", "md", "pdf", "docx"])
def test_the_claims_of_several_articles_stand_in_one_order_with_their_titles(name: str) -> None:
    (entry,), (later,) = (brief_of_claims(day).articles for day in ("2026-10-08", "2027-04-01"))
    titled = replace(later, article=replace(later.article, origin=replace(later.article.origin, title="A year on")))
    brief = replace(brief_of_claims("2026-10-08"), articles=(entry, titled))
    data = sheet(brief)
    assert [
        (time["name"], [(one["article"], one["claim"]) for one in time["entries"]]) for time in data["timeline"]
    ] == [
        ("1998", [(0, 4), (1, 4)]),
        ("May 2026", [(0, 2), (1, 2)]),
        ("5 October 2026", [(0, 5)]),
        ("3 March 2027", [(0, 1), (1, 1)]),
        ("29 March 2027", [(1, 5)]),
        ("Without a date: what is so now", [(0, 3), (1, 3)]),
    ]
    made = FORMATS[name].render(brief).data
    told = " ".join(words_of_file(name, made).split())
    assert told.count("We meet on Monday.") == 2
    assert "From: A year on" in told
    days = headings_of(made) if name == "docx" else told
    places = [days.index(day) for day in ("May 2026", "5 October 2026", "29 March 2027")]
    assert places == sorted(places)


def headings_of(data: bytes) -> str:
    """The headings of a Word document."""
    return "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs if one.style.name.startswith("Heading"))
