"""RSS and Atom feeds, and OPML lists of feeds: what they offer, to be chosen from; nothing is fetched here."""

import io
import re
from calendar import timegm
from datetime import UTC, datetime
from typing import Any

from briefing.intake.addresses import Address, address_of, next_address
from briefing.intake.charsets import xml_as_utf8
from briefing.intake.intake_errors import FetchFailed, NotAnArticle, TooLarge, UnreadableFile, legible
from briefing.intake.text_decoder import one_line
from briefing.intake.xml_tree import xml_parser
from briefing.model import Origin
from briefing.model.message import Message
from briefing.records import dataclass

LARGEST_FEED = 20_000_000
"""Bytes of the largest feed that is read."""

MOST_ENTRIES = 1_000
"""Entries that are offered of one feed, and outlines of one list."""

LONGEST_SUMMARY = 400
"""Characters that are shown of an entry's summary."""

_ROOT = re.compile(rb"<([A-Za-z:]{1,20})[\s>]")
_FEEDS = (b"rss", b"feed", b"rdf:RDF")
_LIST = b"opml"
_PASSED_OVER = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!DOCTYPE", b">"), (b"<!doctype", b">"))
"""How what may stand before the root element begins and ends."""

_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article that a feed offers, or one feed that a list offers.

    Attributes:
        title: its headline; empty if it has none.
        address: where it is to be fetched; empty if the feed does not say, or says something that is not on the web.
        published: ISO 8601 in UTC, or empty.
        summary: its first words, as plain text.
        remark: what the program has to say of it.
        is_feed: whether a feed is to be found there.
        piece: which article of the file it is, counted from 0; None if it is not in the file but at its address.
        tags: that somebody put on it.
        added: when somebody put it on his list: ISO 8601, or empty.
        facts: what a list of references tells of the article; None where there is none.
        file: where the article lies, from the folder of the list on; empty if not beside it.
    """

    title: str
    address: str = ""
    published: str = ""
    summary: str = ""
    remark: Message | None = None
    is_feed: bool = False
    piece: int | None = None
    tags: tuple[str, ...] = ()
    added: str = ""
    facts: Origin | None = None
    file: str = ""

    @property
    def is_here(self) -> bool:
        """Whether the article is on this machine: in the file, or beside it."""
        return self.piece is not None or bool(self.file)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed, or a list of feeds, offers: its entries in its own order.

    Attributes:
        title: of the feed.
        address: where it was found.
        entries: what it offers.
        is_links: whether it is a list of links that somebody made, and that can be kept as such.
    """

    title: str
    address: str
    entries: tuple[FeedEntry, ...]
    is_links: bool = False


class OffersArticles(NotAnArticle):
    """What was opened is a feed: the reader chooses from its entries.

    Attributes:
        feed: what it offers.
    """

    def __init__(self, name: str, feed: Feed) -> None:
        code = "feed.offers_feeds" if any(entry.is_feed for entry in feed.entries) else "feed.offers_articles"
        super().__init__(name, Message.of(code, name=legible(name), n=len(feed.entries)))
        self.feed = feed


def is_feed(data: bytes) -> bool:
    """Whether bytes are a feed or a list of feeds."""
    return _root_of(data) in (*_FEEDS, _LIST)


def read_feed(data: bytes, name: str, address: str = "") -> Feed:
    """The entries of a feed, or the feeds of an OPML list.

    Raises:
        UnreadableFile: if it is damaged.
        TooLarge: if it is larger than feeds are.
        NotAnArticle: if it offers nothing.
    """
    checked(data, name)
    base = _base(address)
    data = xml_as_utf8(data)
    read = _list_of_feeds if _root_of(data) == _LIST else _feed
    feed = read(data, name, address, base)
    if not feed.entries:
        raise NotAnArticle(name, Message.of("feed.nothing", name=legible(name)))
    return feed


def checked(data: bytes, name: str) -> None:
    """Refuse what no parser should be given.

    Raises:
        UnreadableFile: if it defines entities.
        TooLarge: if it is larger than feeds are.
    """
    if len(data) > LARGEST_FEED:
        raise TooLarge(name, Message.of("feed.too_large", name=legible(name)))
    if _ENTITIES.search(data.replace(b"\x00", b"").decode("latin-1")):
        raise UnreadableFile(name, Message.of("feed.entities", name=legible(name)))


def _root_of(data: bytes) -> bytes:
    """The name of the root element of what may be XML, or nothing; looks at each byte once."""
    head = _head(data)
    at = 3 if head.startswith(b"\xef\xbb\xbf") else 0
    while at < len(head):
        at = len(head) - len(head[at:].lstrip())
        end = next((end for start, end in _PASSED_OVER if head.startswith(start, at)), b"")
        if not end:
            root = _ROOT.match(head, at)
            return root.group(1) if root else b""
        after = head.find(end, at)
        inner = head.find(b"[", at, after) if end == b">" else -1
        if inner >= 0:
            # A document type with definitions of its own ends behind their bracket.
            after = head.find(b">", head.find(b"]", inner)) if b"]" in head[inner:] else -1
        if after < 0:
            return b""
        at = after + len(end)
    return b""


def _head(data: bytes) -> bytes:
    head = data[:8192]
    return head.replace(b"\x00", b"").lstrip(b"\xff\xfe") if b"\x00" in head[:8] else head


def _feed(data: bytes, name: str, address: str, base: Address | None) -> Feed:
    found = parsed(data, name, {"content-location": address} if base else {})
    entries = tuple(entry_of(entry, base) for entry in found.entries[:MOST_ENTRIES])
    return Feed(_plain(found.feed.get("title") or "") or one_line(name), address, entries)


def parsed(data: bytes, name: str, headers: dict[str, str] | None = None) -> Any:
    """A feed as feedparser has it.

    Raises:
        UnreadableFile: if it is damaged.
    """
    import feedparser

    try:
        # A stream, because feedparser takes a string for an address or a file's name and would fetch it.
        found = feedparser.parse(io.BytesIO(data), response_headers=headers or {}, resolve_relative_uris=False)
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError) as fault:
        # Its lenient parser stumbles in many ways over damaged bytes and impossible characters.
        raise UnreadableFile(name, Message.of("feed.damaged", name=legible(name))) from fault
    if not found.get("version") and not found.entries:
        raise UnreadableFile(name, Message.of("feed.damaged", name=legible(name)))
    return found


def entry_of(entry: Any, base: Address | None, piece: int | None = None) -> FeedEntry:
    """What is shown of an entry that feedparser found."""
    # Asking for "updated" where only "published" is there makes feedparser warn.
    moment = entry.get("published_parsed") or ("updated_parsed" in entry and entry["updated_parsed"]) or None
    summary = _plain(entry.get("summary") or "")
    title = _plain(entry.get("title") or "") or summary[:80]
    address = on_the_web(entry.get("link") or "", base)
    return FeedEntry(title, address, _iso(moment), _cut(summary), piece=piece)


def _list_of_feeds(data: bytes, name: str, address: str, base: Address | None) -> Feed:
    from lxml import etree

    try:
        root = etree.fromstring(data, xml_parser())
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableFile(name, Message.of("feed.damaged_list", name=legible(name))) from fault
    entries: dict[str, FeedEntry] = {}
    for outline in root.iter("outline"):
        found = on_the_web(outline.get("xmlUrl") or "", base)
        if found and len(entries) < MOST_ENTRIES:
            title = outline.get("title") or outline.get("text") or found
            summary = outline.get("description") or ""
            entries.setdefault(found, FeedEntry(_plain(title), found, "", _cut(_plain(summary)), is_feed=True))
    return Feed(_plain(root.findtext("head/title") or "") or one_line(name), address, tuple(entries.values()))


def _base(address: str) -> Address | None:
    try:
        return address_of(address, typed=False) if address else None
    except FetchFailed:
        return None


def on_the_web(link: str, base: Address | None = None) -> str:
    """The address that a link leads to; empty if it leads off the web."""
    try:
        return (next_address(base, link) if base else address_of(link, typed=False)).url if link.strip() else ""
    except FetchFailed:
        return ""


def _plain(markup: str) -> str:
    """The words of what may hold markup, on one line."""
    if "<" not in markup and "&" not in markup:
        return one_line(markup)
    from lxml import etree, html

    try:
        words = html.fragment_fromstring(markup[:50_000], create_parent="div").text_content()
    except (etree.ParserError, ValueError):
        words = re.sub(r"<[^>]*>", " ", markup)
    return one_line(str(words))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_SUMMARY else words[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"


def _iso(moment: Any) -> str:
    try:
        return datetime.fromtimestamp(timegm(moment), UTC).isoformat() if moment else ""
    except (ValueError, OverflowError, OSError):
        return ""
