"""Sends growing findings as differences: most claims of a long article were sent with an earlier part.

What is sent twice is taken apart twice, in the window's process, and the former copy is freed there at once:
half a million objects of an article of 100,000 words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing.model import Actor, Analysis, Claim
from briefing.records import dataclass

Entry = TypeVar("Entry", Actor, Claim)


@dataclass(frozen=True, slots=True)
class Growth:
    """What makes findings out of those that came before in the same job.

    Attributes:
        head: the findings without actors and claims.
        actors: each as it is, or its place among those of the findings before.
        claims: likewise.
    """

    head: Analysis
    actors: tuple[Actor | int, ...]
    claims: tuple[Claim | int, ...]


def growth(analysis: Analysis, before: Analysis | None) -> Growth:
    """What has to be sent of `analysis` to somebody who has `before`."""
    return Growth(
        replace(analysis, actors=(), claims=()),
        _new(analysis.actors, before.actors if before else ()),
        _new(analysis.claims, before.claims if before else ()),
    )


def grown(change: Growth, before: Analysis | None) -> Analysis:
    """The findings of which `change` was made; what was there before is the same object again.

    Raises:
        IndexError: if `before` are not the findings that it was made with.
    """
    return replace(
        change.head,
        actors=_whole(change.actors, before.actors if before else ()),
        claims=_whole(change.claims, before.claims if before else ()),
    )


def _new(entries: Iterable[Entry], before: Sequence[Entry]) -> tuple[Entry | int, ...]:
    places = {entry.id: place for place, entry in enumerate(before)}

    def known(entry: Entry) -> int | None:
        place = places.get(entry.id)
        return place if place is not None and before[place] == entry else None

    return tuple(entry if (place := known(entry)) is None else place for entry in entries)


def _whole(entries: Iterable[Entry | int], before: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(before[entry] if isinstance(entry, int) else entry for entry in entries)
