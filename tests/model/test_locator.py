"""Where in its original a stretch of an article stands, and how a citation names it."""

import pytest

from briefing.model import Article, Locator, LocatorKind, Origin, Span, located_by_kind, locators_over
from briefing.model.analysis_json import article_from_object, article_object

PAGES = (Locator(0, 1, "iii"), Locator(10, 2), Locator(20, 3), Locator(30, 1, "iii"))


@pytest.mark.parametrize(
    ("span", "numbers"),
    [
        (Span(0, 10), [1]),
        (Span(9, 11), [1, 2]),
        (Span(10, 10), [2]),
        (Span(5, 25), [1, 2, 3]),
        (Span(35, 40), [1]),
    ],
)
def test_a_locator_holds_up_to_the_next(span: Span, numbers: list[int]) -> None:
    assert [locator.number for locator in locators_over(PAGES, span)] == numbers


def test_before_the_first_nothing_is_known() -> None:
    assert locators_over((Locator(5, 1),), Span(0, 5)) == ()
    assert located_by_kind((), [Span(0, 5)]) == {}


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([Span(12, 15)], "2"),
        ([Span(12, 25)], "2–3"),
        ([Span(0, 25)], "iii–3"),
        ([Span(22, 25), Span(0, 3)], "iii, 3"),
        ([Span(0, 3), Span(33, 35)], "iii"),
    ],
)
def test_a_citation_names_pages_as_they_are_printed(spans: list[Span], words: str) -> None:
    assert located_by_kind(PAGES, spans) == {LocatorKind.PAGE: words}


def test_the_json_object_says_them_where_they_are_known() -> None:
    article = Article("x" * 40, (), Origin(), (*PAGES, Locator(35, 1, "00:12", LocatorKind.TIME)))
    told = article_object(article)
    assert told["locators"][0] == {"kind": "page", "start": 0, "number": 1, "label": "iii"}
    assert article_from_object(told, Origin()) == article
    assert "locators" not in article_object(Article("x", ()))
