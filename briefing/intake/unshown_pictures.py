"""Pictures that a document holds in a form that is not drawn here (SVG, EMF, WMF): a remark tells of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefing.intake.block_assembly import Passage
from briefing.intake.pictures import LONGEST_DESCRIPTION, Picture
from briefing.intake.text_decoder import one_line
from briefing.model.message import Message

_SHOWN = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\0|MM\0\*|RIFF....WEBP", re.DOTALL)
_HEAD = 4000
_SVG = re.compile(rb"<svg\b([^<>]{0,2000})>", re.IGNORECASE)
_SIDE = re.compile(rb"\b(?:width|height)\s*=\s*[\"']\s*(\d{1,5})(?:\.\d*)?\s*(?:px|pt)?\s*[\"']")
_VIEW = re.compile(rb"viewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d{1,5})[\d.]*[\s,]+(\d{1,5})", re.IGNORECASE)
_ICON = 100
"""Units of an SVG's shorter side up to which it is an icon, which nobody misses."""


def with_unshown_told(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, with a remark at each that has pictures above it which are not shown."""
    for passage in passages:
        told = [words for picture in passage.markup.pictures if (words := _told(picture))]
        remarks = tuple(_remark(words, len(list(same))) for words, same in groupby(told))
        markup = passage.markup
        yield replace(passage, markup=replace(markup, remarks=(*markup.remarks, *remarks))) if remarks else passage


def _remark(words: str, number: int) -> Message:
    times = f" (×{number})" if number > 1 else ""
    return Message.of("remark.unshown_picture", shown=f"{words}{times}")


def _told(picture: Picture) -> str:
    """What is told of a picture: what it shows, or at least its kind; nothing if it can be shown, or hardly matters."""
    kind = _kind(picture.data)
    described = one_line(picture.description)[:LONGEST_DESCRIPTION]
    if not kind or (kind == "SVG" and not described and _is_icon(picture.data)):
        return ""
    return f"{described} ({kind})" if described else kind


def _kind(data: bytes) -> str:
    """The kind of a picture that is not drawn here; empty if it is, or is none that is known."""
    head = data[:_HEAD]
    if _SHOWN.match(head):
        return ""
    if data[40:44] == b" EMF" and data.startswith(b"\x01\0\0\0"):
        return "EMF"
    if data.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0")):
        return "WMF"
    if head.startswith(b"VCLMTF"):
        return "SVM"
    return "SVG" if _SVG.search(head) else ""


def _is_icon(data: bytes) -> bool:
    found = _SVG.search(data[:_HEAD])
    if found is None:
        return True
    view = _VIEW.search(found[1])
    sides = [int(side) for side in _SIDE.findall(found[1])] or ([int(view[1]), int(view[2])] if view else [])
    return len(sides) < 2 or min(sides) <= _ICON
