"""What sets words of HTML otherwise than those around them, where its links lead, and its lines."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import groupby
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefing.intake.text_runs import Run, Style
from briefing.model import InlineKind

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


def attributes_of(element: Any) -> dict[str, str]:
    """The attributes of an element as plain strings."""
    return {str(name): str(value) for name, value in element.attrib.items()}
