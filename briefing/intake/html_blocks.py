"""Walks cleaned HTML and gives its words block by block, with what the markup says of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import Any

from briefing.intake.block_assembly import Passage
from briefing.intake.byline_lines import is_byline
from briefing.intake.dialogue import are_turns
from briefing.intake.element_names import (
    APART_NAMES,
    CAMEL,
    CAPTION_NAMES,
    FIRST_POST,
    NOTE_NAMES,
    OUTSIDE_NAMES,
    OUTSIDE_ROLES,
    OUTSIDE_TAGS,
    POST_NAMES,
)
from briefing.intake.held_pictures import SCHEME, FindPicture, none_held, taken_out
from briefing.intake.html_inline import attributes_of, lines_of, style_of
from briefing.intake.html_table import cells_of
from briefing.intake.list_numbers import shown_number
from briefing.intake.page_source import as_shown
from briefing.intake.passage_markup import PLAIN, PassageMarkup
from briefing.intake.pictures import Picture
from briefing.intake.text_runs import Line, Run, Style, joined
from briefing.model import BlockKind, Cell, InlineKind
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
    a abbr b bdi bdo br cite code del dfn em font i img ins kbd mark q s small span strike strong sub sup td th time
    u var
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
    "img": {"src", "alt"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"rowspan", "colspan"},
    "th": {"rowspan", "colspan"},
}
_SCHEMES = {"http", "https", "mailto", "cid", SCHEME}
_UNMARKED = re.compile(r"list-style[\w-]*\s*:[^;]{0,40}\bnone\b", re.IGNORECASE)

_BARRED = -1
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST = 3000
"""Elements within elements from which on the time of parsing grows with their square, and only words are of use."""
_OPEN_OR_CLOSE = re.compile(r"<(/?)(?!(?:p|li|br|img|meta|link|hr|input|td|tr|th|dt|dd|option|source|wbr)\b)[a-zA-Z]")
_ANY_TAG = re.compile(r"</?(?!(?:p|h[1-6]|li|br|script|style|head|title)\b)[a-z][^<>]*>", re.IGNORECASE)
_MENU_BETWEEN = " · "
_LONGEST_HEAD = 6
"""Lines that may be title, byline and date of an article."""


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
        holder: number of the element that holds it; paragraphs of one text have the same.
        preformatted: whether its lines are kept as they are.
        post: how the page calls the posts of which it is a part; empty outside of any.
        post_number: number of the element that holds the post.
        header: number of the `header` that holds it, if nothing else says that it is not the article.
        is_note: whether it stands among what the page calls notes or references.
        is_title: whether it was found to be the title.
    """

    passage: Passage
    linked: float
    outside: bool
    inside: bool
    apart: bool = False
    leads: bool = False
    holder: int = 0
    preformatted: bool = False
    post: str = ""
    post_number: int = 0
    header: int = 0
    is_note: bool = False
    is_title: bool = False


def cleaned(html: str) -> str:
    """The HTML without scripts, forms, media and links to anywhere; text and structure stay."""
    import nh3

    return nh3.clean(
        _ANY_TAG.sub(" ", html) if _depth(html) > _DEEPEST else html,
        tags=set(_BLOCKS | _INLINE),
        clean_content_tags=set(_DROPPED),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
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


def found_in(html: str, base: str = "", find: FindPicture = none_held) -> list[Found]:
    """The blocks of an HTML text, in order; it is cleaned first.

    Args:
        html: the text.
        base: the address of the page, for its links.
        find: gives a picture that the document holds beside this text.
    """
    from lxml import etree
    from lxml import html as lxml_html

    html, within = taken_out(html)
    page = cleaned(html)
    if not page.strip():
        return []
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False)
    tree: Any = lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    walk = _Walk(len(tree.text_content()), base, lambda source: within(source) or find(source))
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    walk.finish()
    return list(_menus_joined(walk.found))


def passages_in(html: str, base: str = "", find: FindPicture = none_held) -> list[Passage]:
    """The passages of an HTML text of which every block belongs to the article (Markdown, a memo, a chapter)."""
    return [found.passage for found in found_in(as_shown(html), base, find)]


@dataclass(slots=True)
class _Level:
    tag: str
    outside: bool
    inside: bool
    hidden: bool
    apart: bool = False
    leads: bool = False
    caption: bool = False
    styles: frozenset[Style] = frozenset()
    cell: int = -1
    counts: str = ""
    number: int = 1
    step: int = 1
    marker: str | None = None
    element: int = 0
    post: str = ""
    post_number: int = 0
    post_outside: bool = False
    header: int = 0
    is_note: bool = False


@dataclass(slots=True)
class _Walk:
    """Gathers words between the edges of block elements."""

    whole: int
    base: str
    find: FindPicture
    found: list[Found] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    cells: list[tuple[int, Cell]] = field(default_factory=list)
    cell_numbers: dict[Any, int] = field(default_factory=dict)
    tables: int = 0
    linked: int = 0
    links: int = 0
    leads: bool = False
    elements: int = 0
    parted: bool = False
    joined: bool = False
    ended: str = ""

    def enter(self, element: Any) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.flush()
        self.parted = self.parted or tag == "time" or any(level.tag == "time" for level in self.levels[-2:])
        is_line = tag == "a" or (tag == "span" and self._kind()[0] is BlockKind.HEADING)
        self.joined = is_line and self.ended == tag
        self.ended = ""
        self.levels.append(self._level(element, tag))
        self.elements += 1
        self.levels[-1].element = self.elements
        self.begin_post(element)
        if tag == "br":
            self.runs.append(Run("", breaks=True))
        elif tag in ("td", "th") and any(run.words.strip() for run in self.runs):
            self.runs.append(Run(" | "))
        elif tag == "a":
            self.links += 1
        elif tag == "img":
            self.see(element)
        elif tag == "table":
            self.begin_table(element)
        self.add(element.text)

    def leave(self, element: Any) -> None:
        tag = self.levels[-1].tag
        if tag in _BLOCKS:
            self.flush()
        elif tag == "a":
            self.links -= 1
        self.parted = self.parted or tag == "time"
        self.ended = tag if tag in ("a", "span") and not element.tail else ""
        self.levels.pop()
        self.add(element.tail)

    def finish(self) -> None:
        self.flush()
        if self.pictures:
            below = PassageMarkup(pictures=tuple(self.pictures))
            self.found.append(Found(Passage(BlockKind.PARAGRAPH, "", markup=below), 0.0, outside=False, inside=True))

    def see(self, element: Any) -> None:
        """Take a picture that the document holds and that stands in the article."""
        last = self.levels[-1]
        if not (last.hidden or last.outside):
            data = self.find(str(element.get("src", "")))
            if data:
                self.pictures.append(Picture(data, str(element.get("alt", ""))))

    def begin_post(self, element: Any) -> None:
        """Tell the words of a post in a forum, or go on with those of the outer element."""
        level = self.levels[-1]
        outer = self.levels[-2] if len(self.levels) > 1 else level
        names = CAMEL.sub("-", f"{element.get('class', '')} {element.get('id', '')}")
        named = POST_NAMES.search(names) if level.tag in _BLOCKS else None
        told = re.sub(r"\d", "", named.group().strip(" -_").lower()) if named else ""
        told = FIRST_POST.get(told, told)
        if level.tag in _BLOCKS and not told:
            told = "text" if element.get("itemprop") == "text" else ""
            told = "content" if outer.post and element.get("class") == "content" else told
        if told:
            level.post, level.post_number, level.post_outside = told, level.element, level.outside
        else:
            level.post, level.post_number, level.post_outside = outer.post, outer.post_number, outer.post_outside

    def begin_table(self, element: Any) -> None:
        """Number the cells of a table."""
        self.tables += 1
        for entry, cell in cells_of(element).items():
            self.cell_numbers[entry] = len(self.cells)
            self.cells.append((self.tables, cell))

    def add(self, words: str | None) -> None:
        if words and not (self.levels and self.levels[-1].hidden):
            last = self.levels[-1] if self.levels else None
            if self.parted and self.runs and self.runs[-1].words[-1:].isalnum() and words[:1].isalnum():
                # A time stands apart from what is beside it, whether there is a blank between or not.
                self.runs.append(Run(" "))
            elif self.joined and self.runs and self.runs[-1].words[-1:].islower() and words[:1].isupper():
                # Two links, or two lines of a heading, that only the look of the page sets apart.
                self.runs.append(Run(" "))
            self.parted = self.joined = False
            self.runs.append(Run(words, last.styles, last.cell) if last else Run(words))
            self.leads = self.leads or (bool(words.strip()) and bool(self.levels) and self.levels[-1].leads)
            if self.links:
                self.linked += len(words.strip())

    def flush(self) -> None:
        runs, self.runs = self.runs, []
        linked, self.linked = self.linked, 0
        leads, self.leads = self.leads, False
        if not self.levels or not any(run.words.strip() for run in runs):
            return
        for line in _shown_lines(runs):
            if line.words:
                self.found.append(self._found(line, min(1.0, linked / len(line.words)), leads))

    def _found(self, line: Line, linked: float, leads: bool) -> Found:
        last = self.levels[-1]
        kind, level = self._kind()
        passage = Passage(kind, line.words, level, markup=self._markup(line, kind))
        holder = self.levels[-2] if last.tag == "p" and len(self.levels) > 1 else last
        kept = any(level.tag == "pre" for level in self.levels[-2:])
        post, number = (last.post, last.post_number) if last.outside == last.post_outside else ("", 0)
        return Found(
            passage,
            linked,
            last.outside,
            last.inside,
            last.apart,
            leads,
            holder.element,
            kept,
            post,
            number,
            last.header if last.header > 0 else 0,
            last.is_note,
        )

    def _markup(self, line: Line, kind: BlockKind) -> PassageMarkup:
        marker = None
        item = next((level for level in reversed(self.levels) if level.tag == "li"), None)
        if item is not None:
            marker, item.marker = item.marker, None
        numbers = [number for number in line.cells if number >= 0]
        cells = tuple(replace(self.cells[number][1], span=line.cells[number]) for number in numbers)
        table = self.cells[numbers[0]][0] if numbers else 0
        # A heading is strong as a whole.
        inlines = tuple(one for one in line.inlines if kind is not BlockKind.HEADING or one.kind is not _STRONG)
        pictures, self.pictures = tuple(self.pictures), []
        if not (inlines or cells or pictures) and marker is None:
            return PLAIN
        return PassageMarkup(inlines, marker, table, cells, pictures)

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
        names = CAMEL.sub("-", f"{element.get('class', '')} {element.get('id', '')}")
        top = tag in ("html", "body", "article", "main")
        headed = tag == "header" and not outer.inside
        outside = (
            (tag in OUTSIDE_TAGS and (tag != "aside" or element.find(".//a") is not None))
            or element.get("role", "") in OUTSIDE_ROLES
            or (not top and tag in _BLOCKS and bool(OUTSIDE_NAMES.search(names)) and self._is_part(element))
        )
        apart = not top and tag in _BLOCKS and bool(APART_NAMES.search(names)) and self._is_part(element)
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or bool(_UNSEEN_STYLE.search(element.get("style", "")))
        )
        inside = outer.inside or tag in ("article", "main")
        leads = outer.leads or (tag == "a" and not element.get("href", "#").startswith("#"))
        caption = outer.caption or (tag in _BLOCKS and bool(CAPTION_NAMES.search(names)) and self._is_part(element))
        level = _Level(
            tag,
            outer.outside or outside or headed,
            inside,
            outer.hidden or hidden,
            outer.apart or apart,
            leads,
            caption,
        )
        # No header but one of which nothing else says that it stands outside.
        level.header = _BARRED if outside or (outer.outside and not outer.header) else outer.header
        level.header = self.elements + 1 if headed and not level.header else level.header
        level.is_note = outer.is_note or (tag in _BLOCKS and not top and bool(NOTE_NAMES.search(names)))
        style = style_of(tag, attributes_of(element), self.base)
        level.styles = outer.styles | {style} if style else outer.styles
        level.cell = self.cell_numbers.get(element, outer.cell) if tag in ("td", "th") else outer.cell
        if tag in ("ol", "ul"):
            _count(level, element)
        elif tag == "li":
            level.marker = self._marker(element)
        return level

    def _marker(self, item: Any) -> str | None:
        """What stands before an item of a list; its list counts on."""
        holder = next((level for level in reversed(self.levels) if level.tag in ("ol", "ul")), None)
        if holder is None or holder.counts == _NOTHING:
            return None
        if holder.tag == "ul":
            return ""
        told = _number(item.get("value"))
        number = holder.number if told is None else told
        holder.number = number + holder.step
        return f"{shown_number(number, holder.counts)}."


def _count(level: _Level, element: Any) -> None:
    """Let a list begin to count, if it counts."""
    if _UNMARKED.search(element.get("style", "")):
        level.counts = _NOTHING
    elif level.tag == "ol":
        level.counts = str(element.get("type", "1"))
        backwards = element.get("reversed") is not None
        first = _number(element.get("start"))
        level.step = -1 if backwards else 1
        level.number = first if first is not None else (len(element.findall("li")) if backwards else 1)


def _number(told: Any) -> int | None:
    words = str(told).strip() if told is not None else ""
    return int(words) if re.fullmatch(r"-?[0-9]{1,9}", words) else None


_NOTHING = "none"
_STRONG = InlineKind.STRONG


def _shown_lines(runs: list[Run]) -> Iterator[Line]:
    """The lines of a block that stand apart: parted by a blank line, or said by different speakers."""
    group: list[list[Run]] = []
    for line in [*lines_of(runs), []]:
        if line and any(run.words.strip() for run in line):
            group.append(line)
        elif not line and group:
            yield from _together(group)
            group = []


def _together(lines: list[list[Run]]) -> Iterator[Line]:
    """Lines that no blank one parts: a paragraph, or what several speakers say."""
    shown = [joined(line) for line in lines] if len(lines) > 1 else []
    if shown and (are_turns([line.words for line in shown]) or _is_head(shown)):
        yield from shown
        return
    yield joined(run for line in lines for run in (Run(" "), *line))


def _is_head(lines: list[Line]) -> bool:
    """Whether lines are a title with who wrote the article, and when, below."""
    return len(lines) <= _LONGEST_HEAD and any(is_byline(line.words) for line in lines[1:])


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
