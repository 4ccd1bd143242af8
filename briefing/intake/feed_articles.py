"""Articles of a feed (RSS, Atom) that holds their whole texts, and not only where they are."""

import io
from collections.abc import Iterator
from typing import Any

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.charsets import xml_as_utf8
from briefing.intake.feed import FeedEntry, checked, entry_of, parsed
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import NotAnArticle, legible
from briefing.intake.text_decoder import one_line
from briefing.intake.xml_tree import local_name, xml_parser
from briefing.model import Article, BlockKind, Origin
from briefing.model.message import Message

MEDIA_TYPE = "application/rss+xml"
_ENTRIES = ("item", "entry")


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each entry with its text, as a feed of its own; none at all unless every entry has one."""
    checked(data, name)
    data = xml_as_utf8(data)
    found = parsed(data, name)
    if not found.entries or not all(map(_content, found.entries)):
        return
    alone = list(_alone(data))
    if len(alone) == len(found.entries):
        for number, (entry, piece) in enumerate(zip(found.entries, alone, strict=True)):
            yield entry_of(entry, None, number), piece


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a feed of one entry.

    Raises:
        UnreadableFile: if it is damaged.
        NotAnArticle: if it holds no text.
    """
    found = parsed(xml_as_utf8(data), name)
    content = _content(found.entries[0]) if found.entries else ""
    if not content:
        raise NotAnArticle(name, Message.of("feed.no_texts", name=legible(name)))
    entry = entry_of(found.entries[0], None, 0)
    facts = Origin(
        title=entry.title,
        byline=one_line(found.entries[0].get("author") or ""),
        outlet=one_line(found.feed.get("title") or ""),
        published=entry.published,
        address=entry.address,
    )
    passages = passages_in(content)
    if not passages or passages[0].words != facts.title:
        passages.insert(0, Passage(BlockKind.HEADING, facts.title, 1))
    return article_of_passages(passages, name, entry.address or address, MEDIA_TYPE, facts)


def _content(entry: Any) -> str:
    """The text of an entry; its summary is none."""
    given = entry.get("content") or []
    return max((str(each.get("value") or "") for each in given), key=len, default="")


def _alone(data: bytes) -> Iterator[bytes]:
    """The feed again and again, each time with another one of its entries and no more."""
    from lxml import etree

    root = etree.parse(io.BytesIO(data), xml_parser(lenient=True)).getroot()
    if root is None:
        return
    entries = [one for one in root.iter() if local_name(one) in _ENTRIES]
    places: list[tuple[Any, Any]] = [(entry.getparent(), entry) for entry in entries if entry is not root]
    for parent, entry in places:
        parent.remove(entry)
    for parent, entry in places:
        parent.append(entry)
        yield etree.tostring(root, encoding="utf-8", xml_declaration=True)
        parent.remove(entry)
