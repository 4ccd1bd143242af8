"""What is to be marked in an article: layers, and the marks of each as plain data by block."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefing.desktop.reader.page import Page
from briefing.desktop.showing import Showing
from briefing.model import Claim, Placing, Span, Status


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


def by_block(marks: Iterable[Mark], page: Page) -> dict[int, list[Piece]]:
    """The pieces of all marks by the number of the block they stand in."""
    found: dict[int, list[Piece]] = {}
    for mark in marks:
        pieces = page.pieces(mark.span)
        for place, (number, start, end) in enumerate(pieces):
            piece = Piece(mark, start, end, place == 0, place == len(pieces) - 1)
            found.setdefault(number, []).append(piece)
    return found


def _content_marks(showing: Showing, claims: list[Claim]) -> list[Mark]:
    spans = sorted(
        ((span, claim) for claim in claims for span in claim.content),
        key=lambda entry: (entry[0].start, -entry[0].end),
    )
    marks: list[Mark] = []
    enclosing: list[tuple[Span, str]] = []
    for span, claim in spans:
        enclosing = [outer for outer in enclosing if outer[0].end > span.start]
        depth = len({claim_id for _, claim_id in enclosing if claim_id != claim.id})
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
