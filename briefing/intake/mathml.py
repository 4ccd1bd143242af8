"""Equations of web pages (MathML) in one line of text; cleaning would drop them."""

import re
from collections.abc import Callable
from html import escape
from typing import Any

from briefing.intake.equation_line import Pieces, fraction, lowered, root, upper
from briefing.intake.text_decoder import collapsed

_OPEN = re.compile(r"<(\w{1,20}:)?math\b[^<>]{0,1000}>", re.IGNORECASE)
_LONGEST = 50_000
"""Characters of the longest source of an equation."""
_HIDDEN_FOR_PICTURE = re.compile(
    r"(<span\b[^<>]{0,200}mwe-math-mathml[^<>]{0,200}?)\sstyle=\"display: ?none;?\"", re.IGNORECASE
)
"""MediaWiki hides the equation and shows a picture of it, which is not loaded here."""
_UNSEEN = frozenset(("annotation", "annotation-xml", "mphantom", "maction"))
_APART = frozenset(("mfrac", "mtable", "munder", "mover", "munderover"))


def with_equations(page: str) -> str:
    """The page with its equations as text."""
    if "math" not in page and "MATH" not in page:
        return page
    page = _HIDDEN_FOR_PICTURE.sub(r"\1", page)
    kept, at = [], 0
    for found in _OPEN.finditer(page):
        if found.start() < at:
            continue
        closing = f"</{found[1] or ''}math"
        end = page.find(closing, found.end(), found.end() + _LONGEST)
        after = page.find(">", end, end + 40) + 1 if end >= 0 else 0
        if after:
            kept += [page[at : found.start()], escape(_line_of(page[found.start() : after]), quote=False)]
            at = after
    return "".join([*kept, page[at:]])


def _line_of(source: str) -> str:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False)
    try:
        tree: Any = html.fragment_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, RecursionError):
        return ""
    try:
        return collapsed(linear(tree))
    except RecursionError:
        return collapsed(tree.text_content())


def linear(element: Any) -> str:
    """The words and signs of an equation, or of a part of one."""
    pieces = Pieces()
    pieces.add(element.text or "" if not len(element) else (element.text or "").strip())
    for part in element:
        name = _name(part)
        if name and name not in _UNSEEN:
            known = _KNOWN.get(name)
            pieces.add(known(part) if known else linear(part), apart=name in _APART)
        pieces.add((part.tail or "").strip())
    return pieces.line


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _parts(element: Any, number: int) -> list[str]:
    found = [_part(part) for part in element if _name(part) and _name(part) not in _UNSEEN]
    return [*found, *[""] * number][:number]


def _part(part: Any) -> str:
    """A part that is a whole for what is around it."""
    known = _KNOWN.get(_name(part))
    return (known(part) if known else linear(part)).strip()


def _fraction(element: Any) -> str:
    return fraction(*_parts(element, 2))


def _above(element: Any) -> str:
    base, up = _parts(element, 2)
    # A line or a hat above a letter stands behind it in Unicode.
    return base + (up if len(up) == 1 and not up.isalnum() else upper(up))


def _below(element: Any) -> str:
    base, down = _parts(element, 2)
    return base + lowered(down)


def _both(element: Any) -> str:
    base, down, up = _parts(element, 3)
    return base + lowered(down) + upper(up)


def _square_root(element: Any) -> str:
    return root("", linear(element).strip())


def _root(element: Any) -> str:
    base, degree = _parts(element, 2)
    return root(degree, base)


def _fenced(element: Any) -> str:
    between = str(element.get("separators", ","))[:1]
    inner = between.join(_parts(element, len(element)))
    return f"{element.get('open', '(')}{inner}{element.get('close', ')')}"


def _table(element: Any) -> str:
    rows = [[linear(cell).strip() for cell in row] for row in element if _name(row) in ("mtr", "mlabeledtr")]
    return "; ".join(", ".join(filter(None, row)) for row in rows)


def _operator(element: Any) -> str:
    # Signs that say how things belong together are not seen.
    return re.sub(r"[\u2061-\u2064]", "", element.text or "").strip() if not len(element) else linear(element)


_KNOWN: dict[str, Callable[[Any], str]] = {
    "mfrac": _fraction,
    "msup": _above,
    "mover": _above,
    "msub": _below,
    "munder": _below,
    "msubsup": _both,
    "munderover": _both,
    "msqrt": _square_root,
    "mroot": _root,
    "mfenced": _fenced,
    "mtable": _table,
    "mspace": lambda element: " ",
    "mo": _operator,
}
