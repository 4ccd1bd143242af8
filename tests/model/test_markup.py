"""What a page shows beside its words points at them, and goes through JSON unchanged."""

import pytest

from briefing.model import (
    NO_MARKUP,
    Article,
    Cell,
    Figure,
    Inline,
    InlineKind,
    Marker,
    Markup,
    Origin,
    Remark,
    Span,
    Table,
    Turn,
)
from briefing.model.analysis_json import article_from_object, article_object
from briefing.model.markup import LONGEST_INLINE, cut_to_length
from briefing.model.markup_json import markup_from_object, markup_object
from briefing.model.message import Message

TEXT = "The bank said so.\n\nA | B\n\nQ: Why?"
SHOWN = Markup(
    (
        Inline(InlineKind.STRONG, Span(0, 17)),
        Inline(InlineKind.LINK, Span(4, 8), "https://bank.example/"),
        Inline(InlineKind.STRUCK, Span(9, 13)),
    ),
    (Marker(0, "3."), Marker(19)),
    (Table((Cell(Span(19, 20), 0, 0, 2, 1, True), Cell(Span(23, 24), 0, 1))),),
    (Figure(19, "ab" * 32, 640, 480, "A bank", Span(0, 17)), Figure(len(TEXT), "cd" * 32, 1, 1)),
    (Turn(26, "Q", Span(26, 27)), Turn(28, "A")),
    (Remark(19, Message.of("remark.attached", names=(Message.of("marks.quoted", words="a.csv"),))),),
)


def test_it_goes_through_json_unchanged() -> None:
    assert markup_from_object(markup_object(SHOWN)) == SHOWN


def test_a_remark_is_told_to_other_programs_in_english() -> None:
    (told,) = markup_object(SHOWN)["remarks"]
    assert (told["at"], told["sentence"]) == (19, "Attached and not read: “a.csv”")


def test_an_article_with_nothing_beside_its_words_tells_of_none() -> None:
    assert "markup" not in article_object(Article("x", ()))
    assert not NO_MARKUP
    assert article_from_object(article_object(Article("x", ())), Origin()).markup == NO_MARKUP


def test_an_article_tells_it_and_takes_it_back() -> None:
    told = article_object(Article(TEXT, (), markup=SHOWN))
    assert article_from_object(told, Origin()).markup == SHOWN


def test_what_touches_a_span_is_cut_to_it() -> None:
    assert SHOWN.inlines_in(Span(6, 10)) == (
        Inline(InlineKind.STRONG, Span(6, 10)),
        Inline(InlineKind.LINK, Span(6, 8), "https://bank.example/"),
        Inline(InlineKind.STRUCK, Span(9, 10)),
    )
    assert SHOWN.inlines_in(Span(17, 30)) == ()


def test_a_link_is_found_at_its_words_alone() -> None:
    assert [bool(SHOWN.address_at(at)) for at in (3, 4, 7, 8)] == [False, True, True, False]


def test_markers_and_turns_are_found_by_their_block() -> None:
    assert SHOWN.marker_at(0) == Marker(0, "3.")
    assert SHOWN.marker_at(1) is None
    assert SHOWN.turn_at(28) == Turn(28, "A")
    assert SHOWN.turn_at(27) is None


def test_a_table_knows_its_size() -> None:
    (table,) = SHOWN.tables
    assert (table.rows, table.columns, table.span) == (2, 2, Span(19, 24))


def test_a_stretch_without_end_is_told_in_pieces() -> None:
    inline = Inline(InlineKind.STRONG, Span(5, 5 + 2 * LONGEST_INLINE + 1))
    pieces = list(cut_to_length(inline))
    assert [len(piece.span) for piece in pieces] == [LONGEST_INLINE, LONGEST_INLINE, 1]
    assert Markup(tuple(pieces)).inlines_in(Span(inline.span.end - 1, inline.span.end)) == (pieces[-1],)


@pytest.mark.parametrize("length", [0, 25, len(TEXT) - 1])
def test_it_belongs_to_no_shorter_text(length: int) -> None:
    assert SHOWN.lies_within(len(TEXT))
    assert not SHOWN.lies_within(length)
