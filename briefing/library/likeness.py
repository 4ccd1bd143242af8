"""How alike two articles are: the next version of one, or nearly the same told by another."""

from collections.abc import Mapping

from briefing.library import fingerprints

LEAST_ALIKE = 0.35
"""Share of runs of words that what is found at a place must have in common with what was, to be its next version.

Of both together; or, as news grow from a few lines to pages, of what was there before.
"""

FEWEST_RUNS = 5
"""Runs of words of which a share tells something: fewer words may stand anywhere."""

NEAR = 0.55
"""Share of runs of words from which on two articles count as nearly the same."""

SEEMS_NEAR = 0.35
"""The same by their sketches, which only estimate it."""

MOST_COMPARED = 8
"""Articles whose whole texts are compared with one."""


def share_kept(before: str, runs: set[str]) -> float:
    """How much of an article stands in what has these runs, and how alike both are: the larger share of the two."""
    earlier = fingerprints.runs_of(before)
    stands = len(earlier & runs) / len(earlier) if len(earlier) >= FEWEST_RUNS else 0.0
    return max(stands, fingerprints.likeness_of_runs(runs, earlier))


def seeming(sketch: bytes, others: Mapping[int, bytes]) -> list[int]:
    """Those of the articles with these sketches that seem to say nearly the same, the most alike first."""
    alike = ((-fingerprints.likeness(sketch, other), number) for number, other in others.items())
    return [number for share, number in sorted(alike) if -share >= SEEMS_NEAR][:MOST_COMPARED]


def nearest(text: str, others: Mapping[int, str]) -> int | None:
    """The most alike of the articles with these texts, if it says nearly the same; the oldest of equals."""
    runs = fingerprints.runs_of(text)
    alike = (
        (-fingerprints.likeness_of_runs(runs, fingerprints.runs_of(one)), number) for number, one in others.items()
    )
    share, number = min(alike, default=(0.0, 0))
    return number if -share >= NEAR else None
