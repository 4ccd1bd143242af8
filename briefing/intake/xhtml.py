"""XHTML as HTML: read as the XML that it is, for in HTML an element that closes itself swallows what follows it."""

import re
from html import unescape
from typing import Any

from briefing.intake.xml_tree import local_name, xml_parser

_HEAD = 2000
_XML = re.compile(r"\A[\ufeff\s]{0,20}<\?xml\b[^>]{0,400}\?>")
_SPACE = "http://www.w3.org/1999/xhtml"
_SELF_CLOSED = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)"
    r"([a-z][\w:-]{0,40})((?:\s[^<>]{0,4000})?)/>",
    re.IGNORECASE,
)
_OWN = re.compile(r"<!\[CDATA\[|<\w{1,20}:\w|<(?:html|body)\b[^<>]*/>", re.IGNORECASE)
"""What else of XML is something else in HTML: marked sections, names with prefixes."""
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]{0,1000}>", re.IGNORECASE)


def as_html(page: str) -> str:
    """The page as HTML if it says that it is XHTML; other pages, and such as read alike both ways, as they are.

    What is not sound XML, as much of the web is not, at least has its elements closed.
    """
    head = page[:_HEAD]
    if not _XML.match(head) and _SPACE not in head:
        return page
    if not _SELF_CLOSED.search(page) and not _OWN.search(page):
        return page
    read = _as_xml(page)
    return _SELF_CLOSED.sub(r"<\1\2></\1>", page) if read is None else read


def _as_xml(page: str) -> str | None:
    from lxml import etree

    # The names of letters stand in the document type, which is not fetched.
    plain = _ENTITY.sub(_letter, _DOCTYPE.sub("", _XML.sub("", page), count=1))
    try:
        root: Any = etree.fromstring(plain.strip().encode("utf-8", "replace"), xml_parser(encoding="utf-8"))
    except (etree.XMLSyntaxError, ValueError):
        return None
    for element in root.iter(etree.Element):
        element.tag = local_name(element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root.getroottree(), method="html", encoding="unicode")


def _letter(found: re.Match[str]) -> str:
    letters = unescape(found.group())
    return found.group() if letters == found.group() else letters
