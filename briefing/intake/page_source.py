"""The source of a web page with what only a browser makes readable: raised figures, quotations, streamed parts."""

import re
from html import unescape

from briefing.intake.mathml import with_equations
from briefing.intake.superscripts import raised
from briefing.intake.svg_words import with_drawings

_SUP = re.compile(
    r"<sup\b[^<>]{0,500}>((?:[^<>]{0,40}</?(?:a|span|b|i|em|small)\b[^<>]{0,500}>){0,6}[^<>]{0,40})</sup\s*>", re.I
)
_TAG = re.compile(r"<[^<>]*>")
_QUOTE = re.compile(r"<(/?)q\b[^<>]{0,500}>", re.IGNORECASE)
_MARKS = {"de": "„“‚‘", "fr": "«»“”", "": "“”‘’"}
_LANGUAGE = re.compile(r"<html[^<>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)
_OWN_MARKS = '“”„«»"‘’‚'
_READING = re.compile(r"<rp\b[^<>]{0,200}>[^<>]{0,10}</rp\s*>|<rt\b[^<>]{0,200}>([^<>]{0,100})</rt\s*>", re.IGNORECASE)
_BUTTON = re.compile(r"<button\b[^<>]{0,1000}>([^<>]{1,120})</button\s*>", re.IGNORECASE)
_EDGE = re.compile(
    r"<(/?)(p|li|dd|td|h[1-6]|blockquote|div|ul|ol|section|article|nav|header|footer|form|aside|table|main|body)\b",
    re.IGNORECASE,
)
_OF_TEXT = frozenset(("p", "li", "dd", "td", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"))
_NEAR = 2000
_STREAMED = re.compile(r"<div\b(?=[^<>]{0,200}\bid=[\"']?S:\w)[^<>]{0,200}>", re.IGNORECASE)
_HIDDEN = re.compile(r"\s+hidden(?:=[\"'][^\"'<>]{0,20}[\"'])?(?=[\s>])", re.IGNORECASE)
_WAITING = re.compile(r"<!--\$\?-->\s{0,20}<template\b[^<>]{0,200}\bid=[\"']?B:\w[^<>]{0,200}></template>")
_WAITED = "<!--/$-->"


def as_shown(page: str) -> str:
    """The source with the words that a browser shows where cleaning would lose or change them."""
    page = with_drawings(with_equations(_with_streamed_parts(page)))
    page = _SUP.sub(_raised, page)
    page = _READING.sub(lambda found: f"({found[1]})" if found[1] is not None else "", page)
    return _BUTTON.sub(_inline, _with_quotation_marks(page))


def _raised(found: re.Match[str]) -> str:
    words = unescape(_TAG.sub("", found[1])).strip()
    up = raised(words)
    return found[0] if up == words else up


def _inline(found: re.Match[str]) -> str:
    """A button amid a sentence as its words; others stay what they are."""
    page, start, end = found.string, found.start(), found.end()
    before = page[max(0, start - _NEAR) : start]
    edges = list(_EDGE.finditer(before))
    if not edges or edges[-1][1] or edges[-1][2].lower() not in _OF_TEXT:
        return found[0]
    after = _EDGE.split(page[end : end + _NEAR], maxsplit=1)[0]
    around = _TAG.sub(" ", _BUTTON.sub(" ", before[edges[-1].start() :] + " " + after))
    return f"<span>{found[1]}</span>" if len(around.split()) > 2 else found[0]


def _with_quotation_marks(page: str) -> str:
    if "<q" not in page and "<Q" not in page:
        return page
    language = _LANGUAGE.search(page[:20_000])
    marks = _MARKS.get(language[1].lower() if language else "", _MARKS[""])
    depth = 0

    def marked(found: re.Match[str]) -> str:
        nonlocal depth
        if found[1]:
            depth = max(0, depth - 1)
            own = found.string[found.start() - 1 : found.start()] in _OWN_MARKS
            return found[0] if own else marks[3 if depth % 2 else 1] + found[0]
        depth += 1
        own = found.string[found.end() : found.end() + 1] in _OWN_MARKS
        return found[0] if own else found[0] + marks[0 if depth % 2 else 2]

    return _QUOTE.sub(marked, page)


def _with_streamed_parts(page: str) -> str:
    """The page with the parts that came later shown, and without what stood there while they were waited for."""
    if not _STREAMED.search(page):
        return page
    kept, at = [], 0
    for waiting in _WAITING.finditer(page):
        if waiting.start() < at:
            continue
        end = page.find(_WAITED, waiting.end())
        if end < 0:
            break
        kept.append(page[at : waiting.start()])
        at = end + len(_WAITED)
    page = "".join([*kept, page[at:]])
    return _STREAMED.sub(lambda found: _HIDDEN.sub("", found[0]), page)
