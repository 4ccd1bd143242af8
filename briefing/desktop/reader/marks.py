"""What is to be marked in an article: layers, and the marks of each as plain data by block."""

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from itertools import accumulate

from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.article_document import Page
from briefing.model import Claim, Placing, Span, Status
from briefing.records import dataclass


class Layer(StrEnum):
    """What can be switched on and off."""

    ACTORS = "actors"
    CLAIMS = "claims"
    CUES = "cues"
    OWN = "own"


ALL_LAYERS = frozenset(Layer)


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked span.

    Attributes:
        layer: what it belongs to.
        span: where it stands.
        claim: id of the claim whose content or cue it is, or empty.
        status: shown status of that claim.
        depth: how many other marked contents enclose it.
        annotation: id of the reader's annotation, or empty.
        colour: 1 to 8 of the annotation.
        noted: whether the annotation has a note.
    """

    layer: Layer
    span: Span
    claim: str = ""
    status: Status | None = None
    depth: int = 0
    annotation: str = ""
    colour: int = 0
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a mark in one block, by positions of the document."""

    mark: Mark
    start: int
    end: int
    first: bool
    last: bool


def own_marks(showing: OpenArticle) -> list[Mark]:
    """The marks of the reader's highlights that have a place."""
    return [
        Mark(Layer.OWN, entry.anchor.span, annotation=entry.id, colour=entry.colour, noted=bool(entry.note))
        for entry in showing.annotations
        if entry.placing is not Placing.ORPHAN
    ]


class MarkIndex:
    """Marks by their place: finds those of one block without looking at the others."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = list(marks)
        self._places = _Places((mark.span.start, -mark.span.end, number) for number, mark in enumerate(self._marks))

    def pieces(self, page: Page, number: int) -> list[Piece]:
        """The parts of marks that stand in the block of that number."""
        block = page.block(number)
        if block is None:
            return []
        numbers = (self._places.place(at)[1] for at in self._places.meeting(block.span))
        return _pieces(page, number, block.span, (self._marks[place] for place in numbers))


def _pieces(page: Page, number: int, block: Span, marks: Iterable[Mark]) -> list[Piece]:
    """The parts of marks in a block, from left to right."""
    in_order = sorted(marks, key=lambda mark: (mark.span.start, mark.span.end))
    return [_piece(page, number, block, mark) for mark in in_order]


def _piece(page: Page, number: int, block: Span, mark: Mark) -> Piece:
    start, end = page.part(number, mark.span)
    return Piece(mark, start, end, mark.span.start >= block.start, mark.span.end <= block.end)


class FoundMarks:
    """The marks of claims, cues and actors of an article; each is made when its block comes into sight.

    All of an article of 100,000 words, some thirty thousand, would take longer to make than a window may keep one
    waiting. Dismissed claims have none.
    """

    def __init__(self, showing: OpenArticle) -> None:
        self._showing = showing
        self._claims = showing.kept_claims
        self._contents = _Places(
            (span.start, -span.end, number) for number, claim in enumerate(self._claims) for span in claim.content
        )
        self._cues = _Places((start, end, number) for (start, end), number in _cues(self._claims).items())
        actors = showing.analysis.actors if showing.analysis else ()
        self._mentions = _Places((span.start, -span.end, 0) for actor in actors for span in actor.mentions)

    def pieces(self, page: Page, number: int) -> list[Piece]:
        """The parts of marks that stand in the block of that number, from left to right, outer contents first."""
        block = page.block(number)
        if block is None:
            return []
        return _pieces(page, number, block.span, self.marks(block.span))

    def marks(self, span: Span) -> list[Mark]:
        """The marks that overlap `span`: contents by their depth, then cues, then actors."""
        contents = [self._content(at) for at in self._contents.meeting(span)]
        cues = [
            Mark(Layer.CUES, found, self._claims[number].id)
            for found, number in map(self._cues.place, self._cues.meeting(span))
        ]
        mentions = [Mark(Layer.ACTORS, self._mentions.place(at)[0]) for at in self._mentions.meeting(span)]
        return [*sorted(contents, key=lambda mark: mark.depth), *cues, *mentions]

    def _content(self, at: int) -> Mark:
        span, number = self._contents.place(at)
        claim = self._claims[number]
        depth = len(self._contents.enclosing(at) - {number})
        return Mark(Layer.CLAIMS, span, claim.id, self._showing.status(claim), depth)


class _Places:
    """Places in a text by start, longer ones first, as `(start, -end, number)`; finds those that meet a span."""

    def __init__(self, places: Iterable[tuple[int, int, int]]) -> None:
        self._places = sorted(places)
        # The furthest end of all places up to each: where it lies before a span, none of them reaches it.
        self._reach = list(accumulate((-place[1] for place in self._places), max))

    def place(self, at: int) -> tuple[Span, int]:
        """The place of that rank, with its number."""
        start, end, number = self._places[at]
        return Span(start, -end), number

    def meeting(self, span: Span) -> list[int]:
        """Ranks of the places that overlap `span`."""
        return self._before(bisect_left(self._places, (span.end,)), span.start)[::-1]

    def enclosing(self, at: int) -> set[int]:
        """Numbers of the places before that rank which reach over its start."""
        return {self._places[before][2] for before in self._before(at, self._places[at][0])}

    def _before(self, at: int, start: int) -> list[int]:
        """Ranks below `at`, falling, of the places that end after `start`."""
        found = []
        at -= 1
        while at >= 0 and self._reach[at] > start:
            if -self._places[at][1] > start:
                found.append(at)
            at -= 1
        return found


def _cues(claims: Iterable[Claim]) -> dict[tuple[int, int], int]:
    """Start and negative end of each cue, with the number of the first claim that it brings."""
    found: dict[tuple[int, int], int] = {}
    for number, claim in enumerate(claims):
        for hop in claim.attributions:
            for span in hop.cue:
                found.setdefault((span.start, -span.end), number)
    return found
