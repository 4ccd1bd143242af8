"""Walks cleaned HTML and gives its words block by block, with what the markup says of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from briefing.intake.block_assembly import Passage
from briefing.intake.text_decoder import canonical
from briefing.model import BlockKind
from briefing.records import dataclass


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = _names(
    """
    html body article main section div p ul ol li dl dt dd table caption thead tbody tfoot tr figure
    figcaption blockquote pre header footer nav aside hr address details summary center fieldset form h1
    h2 h3 h4 h5 h6
    """
)
_INLINE = _names(
    """
    a abbr b bdi bdo br cite code em font i ins kbd mark q s small span strong sub sup td th time u var
    """
)
_DROPPED = _names(
    """
    script style template noscript svg math iframe object embed video audio canvas select button input
    textarea dialog head title
    """
)
_ATTRIBUTES = {
    "*": {"class", "id", "role", "aria-hidden", "hidden", "datetime", "itemprop", "rel", "style"},
    "a": {"href"},
}
_OUTSIDE_TAGS = frozenset(("nav", "footer", "aside"))
_OUTSIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"))
_OUTSIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|share|sharing|social|newsletter|subscribe|signup|promo|advert\w*|ads?|sponsor\w*"
    r"|cookie\w*|consent|gdpr|breadcrumbs?|menu|nav|navbar|sidebar|comments?|tags?|taglist|more-stories|most-read|trending"
    r"|popular|outbrain|taboola|paywall|author-bio|author-info|author-box|author-block|byline|dateline|timestamp|pagination"
    r"|skip-link|footer|toolbar|meta|metadata|feedback|donate|donation|join|membership|cta|signup|sign-up|subscription\w*|pullquote|pull-quote)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_APART_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|newsletter|newsletter-\w+|signup|sign-up|subscription-\w+|cookie\w*|consent|gdpr|comments"
    r"|comment-list|most-read|more-stories|trending|outbrain|taboola|author-bio|author-info|author-box|author-block|barrier"
    r"|donate|donation|join|membership|cta|feedback|pullquote|pull-quote|sharing|social-share|recirc|metadata)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION_NAMES = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST = 3000
"""Elements within elements from which on the time of parsing grows with their square, and only words are of use."""
_OPEN_OR_CLOSE = re.compile(r"<(/?)(?!(?:p|li|br|img|meta|link|hr|input|td|tr|th|dt|dd|option|source|wbr)\b)[a-zA-Z]")
_ANY_TAG = re.compile(r"</?(?!(?:p|h[1-6]|li|br|script|style|head|title)\b)[a-z][^<>]*>", re.IGNORECASE)
_BREAK = "\x1e"
_MENU_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one block of a page.

    Attributes:
        passage: its kind and words.
        linked: share of its characters that stand in links, 0 to 1.
        outside: whether its own or an outer element's name says that it is not the article.
        inside: whether it stands in an `article` or `main` element.
        apart: whether that name is one that parts of an article never bear ("related", "newsletter").
        leads: whether it holds a link to another page.
    """

    passage: Passage
    linked: float
    outside: bool
    inside: bool
    apart: bool = False
    leads: bool = False


def cleaned(html: str) -> str:
    """The HTML without scripts, forms, media and links to anywhere; text and structure stay."""
    import nh3

    return nh3.clean(
        _ANY_TAG.sub(" ", html) if _depth(html) > _DEEPEST else html,
        tags=set(_BLOCKS | _INLINE),
        clean_content_tags=set(_DROPPED),
        attributes=_ATTRIBUTES,
        link_rel=None,
        strip_comments=True,
    )


def _depth(html: str) -> int:
    """How deep elements are nested at most, give or take those that end by themselves."""
    deepest = depth = 0
    for tag in _OPEN_OR_CLOSE.finditer(html):
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def found_in(html: str) -> list[Found]:
    """The blocks of an HTML text, in order; it is cleaned first."""
    from lxml import etree
    from lxml import html as lxml_html

    page = cleaned(html)
    if not page.strip():
        return []
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False)
    tree: Any = lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    walk = _Walk(len(tree.text_content()))
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    walk.finish()
    return list(_menus_joined(walk.found))


def passages_in(html: str) -> list[Passage]:
    """The passages of an HTML text of which every block belongs to the article (Markdown, a memo, a chapter)."""
    return [found.passage for found in found_in(html)]


@dataclass(slots=True)
class _Level:
    tag: str
    outside: bool
    inside: bool
    hidden: bool
    apart: bool = False
    leads: bool = False
    caption: bool = False


@dataclass(slots=True)
class _Walk:
    """Gathers words between the edges of block elements."""

    whole: int
    found: list[Found] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    leads: bool = False

    def enter(self, element: Any) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.flush()
        self.levels.append(self._level(element, tag))
        if tag == "br":
            self.parts.append(_BREAK)
        elif tag in ("td", "th") and any(part.strip() for part in self.parts):
            self.parts.append(" | ")
        elif tag == "a":
            self.links += 1
        self.add(element.text)

    def leave(self, element: Any) -> None:
        tag = self.levels[-1].tag
        if tag in _BLOCKS:
            self.flush()
        elif tag == "a":
            self.links -= 1
        self.levels.pop()
        self.add(element.tail)

    def finish(self) -> None:
        self.flush()

    def add(self, words: str | None) -> None:
        if words and not (self.levels and self.levels[-1].hidden):
            self.parts.append(words)
            self.leads = self.leads or (bool(words.strip()) and bool(self.levels) and self.levels[-1].leads)
            if self.links:
                self.linked += len(words.strip())

    def flush(self) -> None:
        whole = "".join(self.parts)
        linked, self.linked = self.linked, 0
        leads, self.leads = self.leads, False
        self.parts.clear()
        for piece in re.split(f"{_BREAK}(?:\\s*{_BREAK})+", whole):
            words = canonical(" ".join(piece.replace(_BREAK, " ").split())).strip()
            if words and self.levels:
                self.found.append(self._found(words, min(1.0, linked / len(words)), leads))

    def _found(self, words: str, linked: float, leads: bool) -> Found:
        last = self.levels[-1]
        kind, level = self._kind()
        return Found(Passage(kind, words, level), linked, last.outside, last.inside, last.apart, leads)

    def _kind(self) -> tuple[BlockKind, int]:
        tags = [level.tag for level in self.levels]
        for tag in reversed(tags):
            if tag in _HEADINGS:
                return BlockKind.HEADING, _HEADINGS[tag]
            if tag in ("li", "dd", "dt"):
                return BlockKind.ITEM, max(1, sum(outer in ("ul", "ol", "dl") for outer in tags))
            if tag in ("figcaption", "caption", "figure") or self.levels[-1].caption:
                return BlockKind.CAPTION, 0
            if tag == "blockquote":
                return BlockKind.QUOTATION, 0
        return BlockKind.PARAGRAPH, 0

    def _is_part(self, element: Any) -> bool:
        """Whether an element holds less than half of the page: a wrapper may be called "with-sidebar"."""
        return len(element.text_content()) * 2 < self.whole

    def _level(self, element: Any, tag: str) -> _Level:
        outer = self.levels[-1] if self.levels else _Level("", outside=False, inside=False, hidden=False)
        names = f"{element.get('class', '')} {element.get('id', '')}"
        top = tag in ("html", "body", "article", "main")
        outside = (
            tag in _OUTSIDE_TAGS
            or element.get("role", "") in _OUTSIDE_ROLES
            or (tag == "header" and not outer.inside)
            or (not top and tag in _BLOCKS and bool(_OUTSIDE_NAMES.search(names)) and self._is_part(element))
        )
        apart = not top and tag in _BLOCKS and bool(_APART_NAMES.search(names)) and self._is_part(element)
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or bool(_UNSEEN_STYLE.search(element.get("style", "")))
        )
        inside = outer.inside or tag in ("article", "main")
        leads = outer.leads or (tag == "a" and not element.get("href", "#").startswith("#"))
        caption = outer.caption or (tag in _BLOCKS and bool(_CAPTION_NAMES.search(names)) and self._is_part(element))
        return _Level(
            tag, outer.outside or outside, inside, outer.hidden or hidden, outer.apart or apart, leads, caption
        )


def _menus_joined(found: Iterable[Found]) -> Iterator[Found]:
    """Runs of linked list items outside the article as one passage each, so that a menu takes a line."""
    menu: list[Found] = []
    for block in found:
        if block.outside and block.linked > 0.8 and block.passage.kind is BlockKind.ITEM:
            menu.append(block)
            continue
        yield from _as_one(menu)
        menu = []
        yield block
    yield from _as_one(menu)


def _as_one(menu: list[Found]) -> Iterator[Found]:
    if menu:
        words = _MENU_BETWEEN.join(block.passage.words for block in menu)
        yield Found(Passage(BlockKind.BOILERPLATE, words), 1.0, outside=True, inside=False)
