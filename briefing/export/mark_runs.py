"""Flattens overlapping marks to disjoint runs of text, as printed formats need them."""

from collections import deque
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

from briefing.model import Span
from briefing.records import dataclass


class MarkKind(StrEnum):
    """What a mark says about its words."""

    CLAIM = "claim"
    CUE = "cue"
    ACTOR = "actor"
    HIGHLIGHT = "highlight"
    INLINE = "inline"
    LABEL = "label"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span; `key` tells marks of one kind apart: a claim's number, a highlight's colour, a place in markup."""

    kind: MarkKind
    span: Span
    key: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks throughout.

    Attributes:
        span: its place.
        claims: how many claims cover it.
        cue: whether it is part of a cue.
        actor: whether it names an actor.
        colour: of the shortest highlight over it, 0 for none.
        begins: keys of the claims that begin where it begins, in order.
        ends: keys of the notes whose words end where it ends, in order.
        inlines: keys of what sets it otherwise than the words around.
        label: whether it names who speaks.
        cell: key of the cell of a table in which it stands.
    """

    span: Span
    claims: int = 0
    cue: bool = False
    actor: bool = False
    colour: int = 0
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    inlines: tuple[int, ...] = ()
    label: bool = False
    cell: int | None = None


def flatten(
    within: Span,
    marks: Iterable[Mark],
    starts: Iterable[tuple[int, int]] = (),
    stops: Iterable[tuple[int, int]] = (),
) -> list[Run]:
    """The disjoint runs that make up `within`, in text order and without gaps.

    `starts` holds, as `(position, key)`, where claims begin, `stops` where notes end; each within the span is told
    by one run.
    """
    inside = sorted((mark for mark in marks if mark.span.overlaps(within)), key=lambda mark: mark.span.start)
    begins = _by_place((place, key) for place, key in starts if within.start <= place < within.end)
    ends = _by_place((place, key) for place, key in stops if within.start < place <= within.end)
    edges = {within.start, within.end, *begins, *ends}
    for mark in inside:
        edges.update((max(mark.span.start, within.start), min(mark.span.end, within.end)))
    found: list[Run] = []
    over: list[Mark] = []
    coming = deque(inside)
    for start, end in pairwise(sorted(edges)):
        while coming and coming[0].span.start <= start:
            over.append(coming.popleft())
        over = [mark for mark in over if mark.span.end > start]
        found.append(_run(Span(start, end), over, begins.get(start, ()), ends.get(end, ())))
    return found


def _by_place(places: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for place, key in sorted(places):
        found[place] = (*found.get(place, ()), key)
    return found


def _run(span: Span, over: Sequence[Mark], begins: tuple[int, ...], ends: tuple[int, ...]) -> Run:
    kinds = {mark.kind for mark in over}
    highlights = [mark for mark in over if mark.kind is MarkKind.HIGHLIGHT]
    topmost = min(highlights, key=lambda mark: (len(mark.span), -mark.span.start), default=None)
    return Run(
        span,
        claims=len({mark.key for mark in over if mark.kind is MarkKind.CLAIM}),
        cue=MarkKind.CUE in kinds,
        actor=MarkKind.ACTOR in kinds,
        colour=topmost.key if topmost else 0,
        begins=begins,
        ends=ends,
        inlines=tuple(mark.key for mark in over if mark.kind is MarkKind.INLINE),
        label=MarkKind.LABEL in kinds,
        cell=next((mark.key for mark in over if mark.kind is MarkKind.CELL), None),
    )
