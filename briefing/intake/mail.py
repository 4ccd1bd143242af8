"""An e-mail (EML) or a page saved as MHTML to an article."""

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.policy import compat32, default
from email.utils import parseaddr, parsedate_to_datetime
from itertools import pairwise

from briefing.intake import html as web_page
from briefing.intake import rtf
from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.charsets import with_known_names
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import NotAnArticle, UnreadableFile, quoted
from briefing.intake.mail_parts import PAGE, RICH, Part, Parts, first_page, parts_of
from briefing.intake.mail_text import passages_of, with_quoted_apart
from briefing.intake.text_metadata import over
from briefing.model import Article, BlockKind, Origin

MEDIA_TYPE = "message/rfc822"
_PREFACE = re.compile(rb"\A(?:\s|Microsoft Mail Internet Headers[^\n]{0,40}\n)+")
"""What programs put before the headers."""
_POSTMARK = re.compile(rb"(\n\r?\n)(?=From [^\n]{1,200}\d{4}[^\n]{0,40}\n[!-9;-~]+:)")
"""What parts two messages in a mailbox (RFC 4155)."""
_MOST_MESSAGES = 1000

_HEADER_FAULTS = (ValueError, OverflowError, LookupError, AttributeError, TypeError, AssertionError)
"""What the standard library's reader of headers raises where they are damaged; its older one bears with them."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a message, or in the messages of a mailbox.

    Raises:
        UnreadableFile: if messages are nested too deeply in it.
        NotAnArticle: if the message holds no words.
    """
    try:
        messages = [_message(each) for each in _messages(data)]
    except RecursionError as fault:
        raise UnreadableFile(name, f"{quoted(name)} holds messages within messages, too many to be opened.") from fault
    message, parts = messages[0]
    saved = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    if saved or (message.get_content_type() == "multipart/related" and not _header(message, "To")):
        page = first_page(message)
        if page.strip() and not _header(message, "To"):
            return web_page.article_of(page, name, address or saved, "multipart/related")
    if len(messages) > 1:
        return article_of_passages(_mailbox(messages, name), name, address, MEDIA_TYPE, _facts(message))
    if not parts.shown:
        raise NotAnArticle(name, f"{quoted(name)} is a message without text in it.")
    return article_of_message(parts, _facts(message), name, address, MEDIA_TYPE)


def article_of_message(parts: Parts, facts: Origin, name: str, address: str, media_type: str) -> Article:
    """The article in a message: what it shows, in order, what is quoted apart, and the names of what is attached.

    Raises:
        NotAnArticle: if there are no words.
    """
    article = article_of_passages(_passages(parts, name), name, address, media_type)
    told = over(article.origin, "header", title=facts.title, byline=facts.byline, published=facts.published)
    return replace(article, origin=told)


def _passages(parts: Parts, name: str) -> Iterator[Passage]:
    yield from with_quoted_apart(passage for part in parts.shown for passage in _passages_in(part, name))
    if parts.attached:
        names = ", ".join(quoted(each) for each in parts.attached)
        yield Passage(BlockKind.BOILERPLATE, f"[Attached and not read: {names}]")


def _passages_in(part: Part, name: str) -> list[Passage]:
    if part.media_type == PAGE:
        return passages_in(part.words)
    if part.media_type in RICH:
        return rtf.passages_in(part.words.encode("latin-1"), name)
    return passages_of(part.words, flowed=part.flowed, deleted=part.deleted)


def _mailbox(messages: list[tuple[Message, Parts]], name: str) -> Iterator[Passage]:
    """The messages of a mailbox, each below its subject and a grey line that says who sent it when."""
    for message, parts in messages:
        yield Passage(BlockKind.HEADING, _header(message, "Subject"), 1)
        sender = ", ".join(filter(None, (_header(message, "From"), _header(message, "Date"))))
        yield Passage(BlockKind.BOILERPLATE, sender)
        yield from _passages(parts, name)


def _messages(data: bytes) -> list[bytes]:
    """The messages of a mailbox; of what is one message only that."""
    data = _PREFACE.sub(b"", data, count=1)
    if not data.startswith(b"From "):
        return [data]
    starts = [found.end(1) for found in _POSTMARK.finditer(data)][: _MOST_MESSAGES - 1]
    return [data[start:end] for start, end in pairwise((0, *starts, len(data)))]


def _message(data: bytes) -> tuple[Message, Parts]:
    data = with_known_names(data)
    try:
        message: Message = email.message_from_bytes(data, policy=default)
        return message, parts_of(message)
    except _HEADER_FAULTS:
        message = email.message_from_bytes(data, policy=compat32)
        return message, parts_of(message)


def _facts(message: Message) -> Origin:
    shown, box = parseaddr(_header(message, "From"))
    return Origin(title=_header(message, "Subject"), byline=shown or box, published=_moment(_header(message, "Date")))


def _header(message: Message, name: str) -> str:
    """A header's words; those that the standard library cannot make sense of count as missing."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (*_HEADER_FAULTS, RecursionError):
        return ""


def _moment(date: str) -> str:
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, OverflowError):
        return ""
