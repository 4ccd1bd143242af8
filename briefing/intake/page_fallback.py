"""Where a page without scripts holds no article: what it gives to those without them, and to machines."""

import re
from collections.abc import Iterator
from html import escape

from briefing.intake.structured_metadata import body_told_by, told_by

_NOSCRIPT = re.compile(r"</?noscript\b[^<>]{0,500}>", re.IGNORECASE)
_SHADOW = re.compile(r"<(/?)template\b([^<>]{0,500})>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\s*\n\s*")
_MARKED = re.compile(r"</?(?:p|br|h[1-6]|li|blockquote|div)\b[^<>]*>", re.IGNORECASE)

_TAG = re.compile(r"<[^<>]*>")
_WHOLE = 200
"""Characters from which on it is more than a request to switch scripts on."""


def other_sources(page: str) -> Iterator[str]:
    """The page as browsers show it that know more, the article told to machines, and the page without scripts."""
    if "shadowroot" in page:
        yield _SHADOW.sub(lambda found: f"<{found[1]}div{found[2]}>", page)
    if body := body_told_by(page):
        title = told_by(page).title
        told = body if _MARKED.search(body) else "".join(f"<p>{escape(part)}</p>" for part in _PARAGRAPH.split(body))
        yield f"<html><body><article><h1>{escape(title)}</h1>{told}</article></body></html>"
    if sum(len(_TAG.sub("", inner)) for inner in _noscripts(page)) >= _WHOLE:
        yield _NOSCRIPT.sub("", page)


def _noscripts(page: str) -> Iterator[str]:
    """What stands between the tags that open and those that close such elements."""
    pieces = _NOSCRIPT.split(page)
    yield from pieces[1::2]
