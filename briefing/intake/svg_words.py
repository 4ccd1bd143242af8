"""Drawings in the source of a page (SVG): the words in them, and the pictures that they only frame."""

import re
from html import escape, unescape

_OPEN = re.compile(r"<svg\b([^<>]{0,4000})>", re.IGNORECASE)
_CLOSE = re.compile(r"</svg\s*>", re.IGNORECASE)
_LONGEST = 400_000
"""Characters of the longest drawing that is looked into."""
_TEXT = re.compile(r"<text\b[^<>]{0,1000}>(.*?)</text\s*>", re.IGNORECASE | re.DOTALL)
_IMAGE = re.compile(r"<image\b([^<>]{0,4000})>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})')", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]{0,500}>([^<>]{1,500})</title\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"aria-hidden\s*=\s*[\"']?true|display\s*:\s*none", re.IGNORECASE)
_FEWEST = 3
"""Words of a drawing below which it is an icon or a mark."""
_MOST = 2000
"""Characters of a drawing's words that are told."""


def with_drawings(page: str) -> str:
    """The page with the words of its drawings as captions, and what they frame as pictures."""
    if "<svg" not in page and "<SVG" not in page:
        return page
    kept, at = [], 0
    for found in _OPEN.finditer(page):
        is_in_address = "data:image/svg" in page[max(0, found.start() - 80) : found.start()]
        if found.start() < at or found[1].endswith("/") or is_in_address:
            continue
        closed = _CLOSE.search(page, found.end(), found.end() + _LONGEST)
        if closed is None:
            continue
        told = "" if _UNSEEN.search(found[1]) else _told(page[found.end() : closed.start()])
        if told:
            kept += [page[at : found.start()], told]
            at = closed.end()
    return "".join([*kept, page[at:]])


def _told(drawing: str) -> str:
    title = next((unescape(found[1]).strip() for found in _TITLE.finditer(drawing)), "")
    framed = [found for image in _IMAGE.finditer(drawing) if (found := _HREF.search(image[1]))]
    if framed:
        return "".join(f'<img src="{one[1] or one[2]}" alt="{escape(title)}">' for one in framed[:20])
    lines = (" ".join(unescape(_TAG.sub(" ", found[1])).split()) for found in _TEXT.finditer(drawing))
    words = " · ".join(filter(None, lines))[:_MOST]
    if sum(word.isalpha() for word in words.split()) < _FEWEST:
        return ""
    whole = f"{title}: {words}" if title and title not in words else words
    return f"<figure><figcaption>{escape(whole, quote=False)}</figcaption></figure>"
