"""Lists of links that reading services and browsers export, to be chosen from; nothing is fetched here."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec

from briefing.intake.article_builder import article_of_record
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.bundle import LINKS
from briefing.intake.csv_file import rows_in
from briefing.intake.feed import Feed, FeedEntry, on_the_web
from briefing.intake.format_signs import ADDED, FOLDERS, TAGS
from briefing.intake.html import characters_of
from briefing.intake.intake_errors import NotAnArticle, TooLarge, legible
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.text_decoder import canonical, one_line
from briefing.intake.text_metadata import title_from
from briefing.model import Article, BlockKind, Inline, InlineKind, Origin, Span
from briefing.model.message import Message

MOST_LINKS = 50_000
"""Links in a list."""

_LOOSE = re.compile(r"</?(?:dt|p)\s*>", re.IGNORECASE)
_DESCRIBED = re.compile(r"<dd\s*>([^<]*)", re.IGNORECASE)
_DEEPEST = 50
"""Folders that may lie within one another."""
_WORDS = ("selection", "excerpt", "description", "note", "summary")


def read_links(data: bytes, name: str) -> Feed:
    """What a list leads to, each address once.

    Raises:
        NotAnArticle: if it leads nowhere.
        TooLarge: if it holds too many links.
        UnreadableFile: if its encoding is unknown.
    """
    of_page = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    entries: dict[str, FeedEntry] = {}
    for entry in _in_page(characters_of(data, name)) if of_page else _in_table(data, name):
        if entry.address:
            entries.setdefault(entry.address, entry)
        if len(entries) > MOST_LINKS:
            raise TooLarge(name, Message.of("links.too_many", name=legible(name), most=MOST_LINKS))
    if not entries:
        raise NotAnArticle(name, Message.of("links.nowhere", name=legible(name)))
    return Feed(one_line(name), "", tuple(entries.values()), is_links=True)


def read(data: bytes, name: str, address: str = "") -> Article:
    """A list itself as an article: each link as it leads, nothing of it analysed.

    Raises:
        NotAnArticle: if it leads nowhere.
        TooLarge: if it holds too many links.
        UnreadableFile: if its encoding is unknown.
    """
    feed = read_links(data, name)
    return article_of_record(_passages(feed, title_from(name)), name, "", LINKS, Origin())


def _passages(feed: Feed, title: str) -> Iterator[Passage]:
    yield Passage(BlockKind.HEADING, title or feed.title, 1)
    yield remark(Message.of("remark.links", n=len(feed.entries)))
    for entry in feed.entries:
        words = canonical(entry.title) or entry.address
        link = Inline(InlineKind.LINK, Span(0, len(words)), entry.address)
        told = " · ".join(filter(None, (words, entry.added[:10], ", ".join(entry.tags), canonical(entry.summary))))
        yield Passage(BlockKind.BOILERPLATE, told, markup=PassageMarkup(inlines=(link,)))


def _in_page(page: str) -> Iterator[FeedEntry]:
    """Links of bookmarks and of Pocket, each with the folders or the heading that it stands below."""
    from lxml import etree, html

    # Most of these elements are never closed, and so would lie deeper and deeper in one another.
    page = _LOOSE.sub("", _DESCRIBED.sub(r"<dd>\1</dd>", page))
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return
    folders: list[str] = []
    named = ""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        match (event, element.tag):
            case ("start", "h1" | "h3"):
                named = one_line(element.text_content())
            case ("start", "dl") if len(folders) < _DEEPEST:
                folders.append(named)
            case ("end", "dl") if folders:
                folders.pop()
            case ("start", "a"):
                held = folders[1:] if folders else [named]
                words = element.getnext()
                described = one_line(words.text or "") if words is not None and words.tag == "dd" else ""
                yield FeedEntry(
                    one_line(element.text_content()) or element.get("href", ""),
                    _address(element.get("href", "")),
                    summary=" · ".join(filter(None, [" / ".join(filter(None, held)), described])),
                    tags=_tags(element.get("tags", "")),
                    added=_moment(element.get("time_added") or element.get("add_date") or ""),
                )


def _in_table(data: bytes, name: str) -> Iterator[FeedEntry]:
    for row in rows_in(data, name):
        address = _address(row.get("url", ""))
        title = one_line(row.get("title", "")) or address
        told = [one_line(_first(row, names)) for names in (FOLDERS, _WORDS)]
        summary = " · ".join(filter(None, told))[:400]
        added = _moment(_first(row, ADDED))
        yield FeedEntry(title, address, summary=summary, tags=_tags(_first(row, TAGS)), added=added)


def _address(link: str) -> str:
    """Where a link leads, if it is one to the web and not to what a browser does."""
    return on_the_web(link) if link.strip().lower().startswith(("http://", "https://")) else ""


def _first(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def _tags(words: str) -> tuple[str, ...]:
    """Tags as Pocket parts them, as browsers do, or as a list in JSON."""
    if words.startswith("["):
        try:
            found = msgspec.json.decode(words.encode("utf-8", "replace"))
            parts = [tag for tag in found if isinstance(tag, str)] if isinstance(found, list) else []
        except (ValueError, RecursionError):
            parts = [words]
    else:
        parts = re.split(r"\|" if "|" in words else r"[,;]", words)
    return tuple(dict.fromkeys(filter(None, map(one_line, parts))))


def _moment(words: str) -> str:
    """When a link was kept: told in seconds (or parts of them) since 1970, or as a date."""
    words = words.strip()
    if re.fullmatch(r"\d{9,17}(?:\.\d+)?", words):
        seconds = float(words)
        while seconds > 1e11:
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    try:
        return datetime.fromisoformat(words).isoformat()
    except ValueError:
        return ""
