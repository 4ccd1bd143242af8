"""What stands in the margins of an annotated article never covers anything, however crowded they are."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pypdfium2
import pytest
from briefs_for_trial import MADE
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export.pdf_writer import render
from briefing.model import (
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Brief,
    BriefArticle,
    Certainty,
    Claim,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)

WORDS = " ".join(f"word{number}" for number in range(400))
LONG_NOTE = "A note of many words, of which the margin shows only some: " + "and so on " * 40
MILLIMETRE = 72 / 25.4
Box = tuple[float, float, float, float]


def brief_with(notes: Sequence[str], claims: int = 0) -> Brief:
    """An article of one long paragraph: notes on every second word from the tenth on, claims on all its first."""
    places = [Span(at, at + len(word)) for at, word in _words()]
    article = Article(WORDS, (Block(BlockKind.PARAGRAPH, Span(0, len(WORDS))),), Origin("Crowded", language="en"))
    own = tuple(
        Annotation(f"n{number}", anchor(WORDS, places[10 + 2 * number]), MADE, MADE, number % 8 + 1, note)
        for number, note in enumerate(notes)
    )
    said = Attribution((), (), (), SourceKind.PERSON)
    found = tuple(
        Claim(f"c{n}", (places[n],), (said,), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, Status.CLAIMED, ())
        for n in range(claims)
    )
    return Brief("Crowded", (BriefArticle(article, Analysis("trial 1", "en", (), found), own),), MADE)


def _words() -> list[tuple[int, str]]:
    at, found = 0, []
    for word in WORDS.split():
        found.append((at, word))
        at += len(word) + 1
    return found


def boxes(pdf: bytes, page: int, left: float, right: float) -> list[Box]:
    """Left, bottom, right, top of the lines of text on a page that begin between two places, in points."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    found = [text.get_rect(number) for number in range(text.count_rects())]
    document.close()
    return [box for box in found if left <= box[0] < right and box[2] > box[0]]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a hair."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 0.3 and high > 0.3


def notes_beside(pdf: bytes, page: int, edge: float) -> list[Box]:
    """The lines that begin where notes in the margin do."""
    return boxes(pdf, page, edge + 3, edge + 8)


def check_notes(pdf: bytes, width: float, height: float) -> int:
    """Check the right margin of each page; how many lines of notes begin at its edge."""
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    lines = 0
    edge = width - (26 + 36 - 5) * MILLIMETRE
    for page in range(pages):
        notes = notes_beside(pdf, page, edge)
        text = [box for box in boxes(pdf, page, 0, edge - 1) if box[2] > edge or abs(box[0] - 38 * MILLIMETRE) < 2]
        assert not [pair for pair in combinations(notes, 2) if overlap(*pair)]
        assert not [(one, other) for one in notes for other in text if overlap(one, other)]
        assert all(box[1] > 0 and box[3] < height and box[2] < width for box in notes)
        lines += len(notes)
    return lines


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("count", [1, 12, 60, 190])
def test_notes_in_the_margin_cover_neither_one_another_nor_the_text(count, paper):
    width, height = (595.3, 841.9) if paper == "a4" else (612, 792)
    pdf = render(replace(brief_with([LONG_NOTE] * count), paper=paper)).data
    assert check_notes(pdf, width, height) >= min(count, 30)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(["", "Short.", LONG_NOTE, "1. one\n2. two", "אבג " * 30, "x" * 300]), max_size=60))
def test_no_mixture_of_notes_covers_anything(notes):
    check_notes(render(brief_with(notes)).data, 595.3, 841.9)


@pytest.mark.parametrize("count", [1, 3, 7, 40])
def test_numbers_of_claims_that_begin_in_one_line_stand_apart_on_the_page(count):
    pdf = render(brief_with([], claims=count)).data
    numbers = boxes(pdf, 0, 0, 37 * MILLIMETRE)
    assert not [pair for pair in combinations(numbers, 2) if overlap(*pair)]
    assert all(box[0] > 0 and box[2] < 38 * MILLIMETRE for box in numbers)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    shown = "".join(text.get_text_bounded(left=0, right=37.5 * MILLIMETRE).split())
    assert sorted(shown) == sorted("".join(str(number) for number in range(1, count + 1)))
