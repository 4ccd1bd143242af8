"""What is to be marked in an article: layers, and the marks of each as plain data by block."""

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from itertools import accumulate

from briefing.desktop.reader.page import Page
from briefing.desktop.showing import Showing
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


def found_marks(showing: Showing) -> list[Mark]:
    """The marks of claims, cues and actors, outer contents before inner ones; dismissed claims have none."""
    claims = [claim for claim in showing.claims if not showing.dismissed(claim)]
    return [*_content_marks(showing, claims), *_cue_marks(claims), *_actor_marks(showing)]


def own_marks(showing: Showing) -> list[Mark]:
    """The marks of the reader's highlights that have a place."""
    return [
        Mark(Layer.OWN, entry.anchor.span, annotation=entry.id, colour=entry.colour, noted=bool(entry.note))
        for entry in showing.annotations
        if entry.placing is not Placing.ORPHAN
    ]


class MarkIndex:
    """Marks by their place: finds those of one block without looking at the others."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.span.start, mark.span.end))
        self._starts = [mark.span.start for mark in self._marks]
        # The furthest end of all marks up to each: where it lies before a place, none of them reaches it.
        self._reach = list(accumulate((mark.span.end for mark in self._marks), max))

    def pieces(self, page: Page, number: int) -> list[Piece]:
        """The parts of marks that stand in the block of that number."""
        block = page.block(number)
        if block is None:
            return []
        found = []
        at = bisect_left(self._starts, block.span.end) - 1
        while at >= 0 and self._reach[at] > block.span.start:
            mark = self._marks[at]
            if mark.span.overlaps(block.span):
                found.append(_piece(page, number, block.span, mark))
            at -= 1
        return found[::-1]


def _piece(page: Page, number: int, block: Span, mark: Mark) -> Piece:
    start, end = page.part(number, mark.span)
    return Piece(mark, start, end, mark.span.start >= block.start, mark.span.end <= block.end)


def _content_marks(showing: Showing, claims: list[Claim]) -> list[Mark]:
    spans = sorted(
        ((span, claim) for claim in claims for span in claim.content),
        key=lambda entry: (entry[0].start, -entry[0].end),
    )
    marks: list[Mark] = []
    enclosing: list[tuple[Span, str]] = []
    for span, claim in spans:
        if enclosing:
            enclosing = [outer for outer in enclosing if outer[0].end > span.start]
        depth = len({claim_id for _, claim_id in enclosing if claim_id != claim.id}) if enclosing else 0
        marks.append(Mark(Layer.CLAIMS, span, claim.id, showing.status(claim), depth))
        enclosing.append((span, claim.id))
    return sorted(marks, key=lambda mark: mark.depth)


def _cue_marks(claims: list[Claim]) -> list[Mark]:
    seen: set[Span] = set()
    marks = []
    for claim in claims:
        for hop in claim.attributions:
            for span in hop.cue:
                if span not in seen:
                    seen.add(span)
                    marks.append(Mark(Layer.CUES, span, claim.id))
    return marks


def _actor_marks(showing: Showing) -> list[Mark]:
    actors = showing.analysis.actors if showing.analysis else ()
    return [Mark(Layer.ACTORS, span) for actor in actors for span in actor.mentions]
