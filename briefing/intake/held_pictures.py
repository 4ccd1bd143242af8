"""Pictures in `data:` addresses of a page; no other picture is ever loaded."""

import base64
import binascii
import re
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote

SCHEME = "held"

FindPicture = Callable[[str], bytes]
"""Gives the bytes of a picture by what a page names it with; none if the document does not hold it."""

_DRAWING = re.compile(
    r"([\"'])data:image/svg\+xml(?:;(?!base64)[\w=-]{1,40}){0,3},(.{16,200000}?)\1", re.IGNORECASE | re.DOTALL
)
"""An SVG that stands in the address as it is, or with its signs told by numbers."""
_DATA = re.compile(r"data:image/[\w.+-]{1,40}(?:;[\w=-]{1,40}){0,3};base64,([A-Za-z0-9+/=%\s]{16,})", re.IGNORECASE)


def taken_out(page: str) -> tuple[str, FindPicture]:
    """The page with a short name in the place of each picture, and what finds the picture by that name."""
    held: list[str] = []

    def name(found: re.Match[str]) -> str:
        held.append(found[1])
        return f"{SCHEME}:{len(held) - 1}"

    def name_drawing(found: re.Match[str]) -> str:
        held.append(base64.b64encode(unquote(unescape(found[2])).encode()).decode())
        return f"{found[1]}{SCHEME}:{len(held) - 1}{found[1]}"

    if "data:image/svg+xml" in page:
        page = _DRAWING.sub(name_drawing, page)
    return _DATA.sub(name, page) if "base64," in page else page, lambda source: _bytes_of(source, held)


def _bytes_of(source: str, held: list[str]) -> bytes:
    number = source.removeprefix(f"{SCHEME}:")
    if number == source or not (number.isascii() and number.isdigit()) or int(number[:9]) >= len(held):
        return b""
    try:
        return base64.b64decode(unquote(held[int(number)]), validate=False)
    except (binascii.Error, ValueError):
        return b""


def none_held(source: str) -> bytes:
    """No picture: the document holds none but those in its own source."""
    return b""
