"""Spans of findings as they are kept: each from the end of the one before it, and its length; so they pack well."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

Json = dict[str, Any]

MARK = {"spans": "relative"}
"""What an object of findings says of its spans if they are relative."""


def relative(entries: Iterable[Json]) -> Iterator[Json]:
    """All actors, then all claims, with relative spans: each in place, only when it is asked for."""
    last = 0
    for entry in entries:
        for spans in _spans_of(entry):
            for span in spans:
                start, end = span
                span[:] = start - last, end - start
                last = end
        yield entry


def absolute(found: Json) -> Json:
    """The findings object whose entries `relative` gave, in place; one that has absolute spans stays as it is."""
    if found.pop("spans", None) != MARK["spans"]:
        return found
    last = 0
    for entry in chain(found["actors"], found["claims"]):
        for spans in _spans_of(entry):
            for span in spans:
                start = last + span[0]
                last = start + span[1]
                span[:] = start, last
    return found


def _spans_of(entry: Json) -> Iterator[list[list[int]]]:
    """The lists of spans of an actor or a claim, in the order of keeping; what is not named here stays absolute."""
    if "mentions" in entry:
        yield entry["mentions"]
        return
    yield entry["content"]
    for hop in entry["attributions"]:
        yield hop["source"]
        yield hop["cue"]
        for told in ("knowledge", "anonymity"):
            if told in hop:
                yield hop[told]
    for reason in entry["evidence"]:
        yield reason["spans"]
