"""Takes small elements by the thousand out of what holds them; trafilatura takes time with their square over them."""

from typing import Any

_FEWEST = 3_000
"""Tags of a page from which on it is looked at."""
_CROWDED = 500
"""Elements amid the words of one element from which on they are taken out, which leaves the words."""
_STRUCTURE = """
    address article base blockquote body br caption center col colgroup dd details dir div dl dt figcaption h1 h2 h3 h4
    h5 h6 head header hgroup hr html img li link main meta ol optgroup option p pre section source style summary table
    tbody td tfoot th thead title tr track ul"""
_FURNITURE = """
    applet area aside audio blink button canvas datalist dialog embed fencedframe fieldset figure footer form frame
    iframe input label legend map marquee menu menuitem nav noindex noscript object output param picture progress rp
    script select svg template textarea video"""
_KEPT = frozenset(_STRUCTURE.split())
"""Elements that part a page, or say what it is."""
_LEFT_OUT = frozenset(_FURNITURE.split())
"""Elements of which trafilatura leaves out what they hold, too."""
_FIELDS = frozenset(("button", "input", "label", "select", "textarea", "output"))
"""Those of them that stand in a line, so that blanks between them gather, too."""
_SIGNS = frozenset(("br", "hr", "img"))
"""Elements that are empty and tell something."""
_DROPPED = "dropped"


def thinned(page: str) -> str:
    """The page with no more than hundreds of links, marks and fields in any one paragraph."""
    if page.count("<") < _FEWEST:
        return page
    from lxml import etree, html

    try:
        tree = html.document_fromstring(page)
    except (etree.ParserError, ValueError):
        return page
    crowded = [element for element in tree.iter(etree.Element) if len(element) > _CROWDED and _is_crowded(element)]
    for element in crowded:
        within = {str(each.tag) for each in element.iterdescendants(etree.Element)}
        etree.strip_tags(element, *(within - _KEPT - _LEFT_OUT))
        for child in list(filter(_is_dropped, element)):
            child.tag = _DROPPED
        etree.strip_elements(element, _DROPPED, with_tail=False)
    return html.tostring(tree, encoding="unicode") if crowded else page


def _is_crowded(element: Any) -> bool:
    return sum(_is_dropped(child) or child.tag not in _KEPT | _LEFT_OUT for child in element) > _CROWDED


def _is_dropped(child: Any) -> bool:
    """Whether words stand behind an element of which trafilatura takes nothing."""
    if child.tag in _FIELDS:
        return True
    if child.tag in _SIGNS or not (child.tail or "").strip():
        return False
    return child.tag in _LEFT_OUT or (len(child) == 0 and not (child.text or "").strip())
