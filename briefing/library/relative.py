"""Spans of findings as they are kept: each from the end of the one before it, and its length; so they pack well."""

from collections.abc import Iterable, Iterator
from typing import Any

Json = dict[str, Any]


MARK = {"spans": "relative"}
"""What an object of findings says of its spans if they are relative."""


class Relative:
    """Makes the spans of actors, then of claims, relative: in place, one after another in the order they are kept."""

    def __init__(self) -> None:
        self._last = 0

    def actor(self, found: Json) -> Json:
        """The next actor with relative spans."""
        return self._relative(found, _spans_of_actor(found))

    def claim(self, found: Json) -> Json:
        """The next claim with relative spans."""
        return self._relative(found, _spans_of_claim(found))

    def _relative(self, found: Json, lists: Iterable[list[list[int]]]) -> Json:
        for spans in lists:
            for span in spans:
                start, end = span
                span[:] = start - self._last, end - start
                self._last = end
        return found


def absolute(found: Json) -> Json:
    """The findings object that `relative` was given, in place; one that has absolute spans stays as it is."""
    if found.pop("spans", None) != MARK["spans"]:
        return found
    last = 0
    for spans in _all_spans(found):
        for span in spans:
            start = last + span[0]
            last = start + span[1]
            span[:] = start, last
    return found


def _all_spans(found: Json) -> Iterator[list[list[int]]]:
    """The lists of spans in the order in which they are kept; fields that are not named here stay absolute."""
    for actor in found["actors"]:
        yield from _spans_of_actor(actor)
    for claim in found["claims"]:
        yield from _spans_of_claim(claim)


def _spans_of_actor(actor: Json) -> Iterator[list[list[int]]]:
    yield actor["mentions"]


def _spans_of_claim(claim: Json) -> Iterator[list[list[int]]]:
    yield claim["content"]
    for hop in claim["attributions"]:
        yield hop["source"]
        yield hop["cue"]
    for reason in claim["evidence"]:
        yield reason["spans"]
