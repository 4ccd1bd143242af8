"""Words of HTML as they run on: white space collapsed as a browser does, and what of them is set otherwise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import groupby
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefing.intake.text_decoder import canonical
from briefing.model import Inline, InlineKind, Span
from briefing.records import dataclass

LONGEST_ADDRESS = 2_000

_KINDS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), InlineKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), InlineKind.STRONG),
    **dict.fromkeys(("s", "strike", "del"), InlineKind.STRUCK),
    "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT,
}
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]{0,40}line-through", re.IGNORECASE)
_BASE = re.compile(r"<base\b[^<>]{0,200}?\bhref\s*=\s*[\"\']?([^\s\"\'<>]{1,2000})", re.IGNORECASE)
_HEAD = 100_000
"""Characters at the top of a page among which it names that address."""

_SCHEMES = frozenset(("http", "https", "mailto"))

Style = tuple[InlineKind, str]
"""How words are set, and where they lead if it is a link."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words between two tags.

    Attributes:
        words: with white space as in the source.
        styles: how they are set.
        cell: of which cell of a table they are; -1 for none, and for the line between two cells.
        breaks: whether it is a line break.
    """

    words: str
    styles: frozenset[Style] = frozenset()
    cell: int = -1
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words without a line break in them, as they are shown; spans count from their beginning."""

    words: str
    inlines: tuple[Inline, ...]
    cells: Mapping[int, Span]


def style_of(tag: str, attributes: Mapping[str, str], base: str) -> Style | None:
    """How an element sets its words, if otherwise than those around it."""
    if tag == "a":
        address = absolute(attributes.get("href", ""), base)
        return (InlineKind.LINK, address) if address else None
    if _STRUCK.search(attributes.get("style", "")):
        return InlineKind.STRUCK, ""
    kind = _KINDS.get(tag)
    return (kind, "") if kind else None


def absolute(link: str, base: str) -> str:
    """Where a link leads; "" if to a place on the same page, or nowhere that can be opened."""
    link = link.strip()
    if not link or link.startswith("#"):
        return ""
    try:
        address = urljoin(base, link)
        parts = urlsplit(address)
    except ValueError:
        return ""
    known = parts.scheme in _SCHEMES and (parts.netloc or parts.scheme == "mailto") and len(address) <= LONGEST_ADDRESS
    clean = not any(sign.isspace() or not sign.isprintable() for sign in address)
    return address if known and clean else ""


def base_of(page: str, address: str) -> str:
    """The address against which the links of a page are meant: its own, unless it names another one."""
    named = _BASE.search(page[:_HEAD])
    return absolute(unescape(named[1]), address) or address if named else address


def lines_of(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each line, without the breaks; an empty list where two breaks follow one another."""
    for breaks, group in groupby(runs, key=lambda run: run.breaks):
        if not breaks:
            yield list(group)
        else:
            for _ in list(group)[1:]:
                yield []


def joined(runs: Iterable[Run]) -> Line:
    """The runs as one line."""
    pieces: list[str] = []
    stretches: list[tuple[int, int, Run]] = []
    length, space = 0, False
    for run in runs:
        words = canonical(run.words).split()
        if not words:
            space = space or bool(run.words)
            continue
        if (space or run.words[0].isspace()) and length:
            pieces.append(" ")
            length += 1
        text = " ".join(words)
        pieces.append(text)
        stretches.append((length, length + len(text), run))
        length += len(text)
        space = run.words[-1].isspace()
    whole = "".join(pieces)
    shown = canonical(whole)
    if shown != whole:
        # A sign and its accent stood in two runs, which is rare: the words are right, and nothing more is told.
        return Line(shown, (), {})
    return Line(whole, tuple(_inlines(stretches)), _cells(stretches))


def _inlines(stretches: list[tuple[int, int, Run]]) -> list[Inline]:
    found: list[Inline] = []
    open_: dict[Style, tuple[int, int]] = {}
    for start, end, run in stretches:
        for style in [style for style in open_ if style not in run.styles]:
            found.append(_inline(style, *open_.pop(style)))
        for style in run.styles:
            open_[style] = open_.get(style, (start, end))[0], end
    found += [_inline(style, *place) for style, place in open_.items()]
    return sorted(found, key=lambda one: (one.span.start, -one.span.end, one.kind))


def _inline(style: Style, start: int, end: int) -> Inline:
    return Inline(style[0], Span(start, end), style[1])


def _cells(stretches: list[tuple[int, int, Run]]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for start, end, run in stretches:
        if run.cell >= 0:
            found[run.cell] = Span(found[run.cell].start if run.cell in found else start, end)
    return found


def attributes_of(element: Any) -> dict[str, str]:
    """The attributes of an element as plain strings."""
    return {str(name): str(value) for name, value in element.attrib.items()}
