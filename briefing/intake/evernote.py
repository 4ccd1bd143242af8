"""Notes that Evernote exports (ENEX), each an article; also those of programs that write the same."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from briefing.intake.addresses import http_address
from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.charsets import xml_as_utf8
from briefing.intake.feed import FeedEntry
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import NotAnArticle, UnreadableFile, legible
from briefing.intake.text_decoder import one_line
from briefing.intake.xml_tree import xml_parser
from briefing.model import Article, BlockKind, Origin
from briefing.model.message import Message

MEDIA_TYPE = "application/enex+xml"
_PROLOGUE = re.compile(r"\A(?:\s|<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>)+", re.IGNORECASE)
_EMPTY = re.compile(r"<([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)/>")
_BARE = frozenset(("br", "hr", "img", "input", "wbr", "col"))
_LOCKED = re.compile(r"<en-crypt\b[^<>]*>[^<>]*</en-crypt\s*>", re.IGNORECASE)
_START = b'<?xml version="1.0" encoding="UTF-8"?>\n<en-export>'
_END = b"</en-export>\n"


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each note with its title, its date and its tags."""
    from lxml import etree

    for number, note in enumerate(_notes(data, name)):
        facts, tags = _facts(note), tuple(filter(None, (one_line(tag.text or "") for tag in note.iterfind("tag"))))
        entry = FeedEntry(facts.title, published=facts.published, piece=number, tags=tags)
        yield entry, _START + etree.tostring(note, encoding="utf-8", with_tail=False) + _END


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in an export of one note.

    Raises:
        UnreadableFile: if it is damaged.
        NotAnArticle: if there are no words in it.
    """
    note = next(iter(_notes(data, name)), None)
    if note is None:
        raise NotAnArticle(name, Message.of("intake.no_article", name=legible(name)))
    facts = _facts(note)
    passages = [Passage(BlockKind.HEADING, facts.title, 1)]
    content = note.findtext("content") or ""
    locked = len(_LOCKED.findall(content))
    passages += [remark(Message.of("remark.encrypted", n=locked))] if locked else []
    passages += passages_in(_as_page(content))
    if not any(passage.words.strip() for passage in passages[1:]):
        raise NotAnArticle(name, Message.of("intake.evernote_empty", name=legible(name)))
    return article_of_passages(passages, name, address, MEDIA_TYPE, facts)


def _notes(data: bytes, name: str) -> list[Any]:
    from lxml import etree

    try:
        # What is attached to a note stands in it in one piece, which is more than parsers take unasked.
        return list(etree.fromstring(xml_as_utf8(data), xml_parser(huge=True)).iterfind("note"))
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableFile(name, Message.of("intake.evernote_damaged", name=legible(name))) from fault


def _facts(note: Any) -> Origin:
    told = note.find("note-attributes")
    source = one_line((told.findtext("source-url") or "") if told is not None else "")
    address = http_address(source)
    return Origin(
        title=one_line(note.findtext("title") or ""),
        byline=one_line((told.findtext("author") or "") if told is not None else ""),
        # When a page was clipped is not when it was published.
        published="" if address else _moment(note.findtext("created") or ""),
        address=address,
    )


def _moment(words: str) -> str:
    try:
        return datetime.strptime(words.strip(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).isoformat()
    except ValueError:
        return ""


def _as_page(content: str) -> str:
    """A note's words as HTML: it is XML, in which any element may be closed as it opens."""
    content = _LOCKED.sub("", _PROLOGUE.sub("", content, count=1))

    def opened(found: re.Match[str]) -> str:
        return found[0] if found[1].lower() in _BARE else f"<{found[1]}{found[2]}></{found[1]}>"

    return _EMPTY.sub(opened, content)
