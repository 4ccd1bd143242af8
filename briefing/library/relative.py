"""Spans of findings as they are kept: each from the end of the one before it, and its length; so they pack well."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_MARK = "spans"
_RELATIVE = "relative"


def relative(found: Json) -> Json:
    """The findings object with relative spans, in place."""
    last = 0
    for spans in _all_spans(found):
        for span in spans:
            start, end = span
            span[:] = start - last, end - start
            last = end
    found[_MARK] = _RELATIVE
    return found


def absolute(found: Json) -> Json:
    """The findings object that `relative` was given, in place; one that has absolute spans stays as it is."""
    if found.pop(_MARK, None) != _RELATIVE:
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
        yield actor["mentions"]
    for claim in found["claims"]:
        yield claim["content"]
        for hop in claim["attributions"]:
            yield hop["source"]
            yield hop["cue"]
        for reason in claim["evidence"]:
            yield reason["spans"]
