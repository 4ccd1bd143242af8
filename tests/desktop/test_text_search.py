"""Words are found as a reader means them."""

import pytest

from briefing.desktop.reader.text_search import find_all, nearest
from briefing.model import Span


def _found(text: str, words: str) -> list[str]:
    return [span.of(text) for span in find_all(text, words)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Mayor met the mayor.", "MAYOR", ["Mayor", "mayor"]),
        ("the mayor’s word", "mayor's", ["mayor’s"]),
        ("“No,” she said", '"no,"', ["“No,”"]),
        ("a 90–minute call", "90-minute", ["90–minute"]),
        ("on the\nnext line", "the next", ["the\nnext"]),
        ("Erdoğan and José", "jose", ["José"]),
        ("costs (about) 3.5", "(about) 3.5", ["(about) 3.5"]),
        ("nothing here", "   ", []),
        ("nothing here", "", []),
        ("nothing here", "absent", []),
    ],
)
def test_words_are_found(text: str, words: str, found: list[str]) -> None:
    assert _found(text, words) == found


def test_a_sign_that_is_typed_with_an_accent_finds_only_itself() -> None:
    assert _found("Jose and José", "josé") == ["José"]


def test_the_nearest_hit_lies_behind_the_place_or_is_the_first() -> None:
    hits = (Span(2, 4), Span(10, 12))
    assert nearest(hits, 3) == 1
    assert nearest(hits, 0) == 0
    assert nearest(hits, 50) == 0
    assert nearest((), 0) == -1
