"""An e-mail (EML) or a page saved as MHTML to an article."""

import email
import re
from collections.abc import Iterator, Mapping
from email.message import Message as MailMessage
from email.policy import compat32, default
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial
from urllib.parse import unquote, urljoin

from briefing.intake import html as web_page
from briefing.intake import rtf
from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.charsets import with_known_names
from briefing.intake.held_pictures import FindPicture
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import NotAnArticle, UnreadableFile, legible
from briefing.intake.mail_parts import PAGE, RICH, Part, Parts, first_page, parts_of, pictures_of
from briefing.intake.mail_text import passages_of, with_quoted_apart
from briefing.model import Article, Origin
from briefing.model.message import Message

MEDIA_TYPE = "message/rfc822"
_PREFACE = re.compile(rb"\A(?:\s|Microsoft Mail Internet Headers[^\n]{0,40}\n)+")
"""What programs put before the headers."""
_HEAD = re.compile(rb"(?:[^\r\n][^\n]*\n)*")

_HEADER_FAULTS = (ValueError, OverflowError, LookupError, AttributeError, TypeError, AssertionError)
"""What the standard library's reader of headers raises where they are damaged; its older one bears with them."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a message.

    Raises:
        UnreadableFile: if messages are nested too deeply in it.
        NotAnArticle: if the message holds no words.
    """
    try:
        message, parts = _message(_PREFACE.sub(b"", data, count=1))
    except RecursionError as fault:
        raise UnreadableFile(name, Message.of("mail.nested", name=legible(name))) from fault
    saved = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    if saved or (message.get_content_type() == "multipart/related" and not _header(message, "To")):
        page = first_page(message)
        if page.strip() and not _header(message, "To"):
            return web_page.article_of(
                page, name, address or saved, "multipart/related", partial(_saved_picture, pictures_of(message), saved)
            )
    if not parts.shown:
        raise NotAnArticle(name, Message.of("mail.empty", name=legible(name)))
    return article_of_message(parts, _facts(message), name, address, MEDIA_TYPE)


def article_of_message(parts: Parts, facts: Origin, name: str, address: str, media_type: str) -> Article:
    """The article in a message: what it shows, in order, what is quoted apart, and the names of what is attached.

    Raises:
        NotAnArticle: if there are no words.
    """
    return article_of_passages(_passages(parts, name), name, address, media_type, facts, "header")


def _passages(parts: Parts, name: str) -> Iterator[Passage]:
    find = partial(_picture, parts.pictures)
    yield from with_quoted_apart(passage for part in parts.shown for passage in _passages_in(part, name, find))
    if parts.attached:
        names = tuple(Message.of("marks.quoted", words=legible(each)) for each in parts.attached)
        yield remark(Message.of("remark.attached", names=names))


def _saved_picture(pictures: Mapping[str, bytes], page: str, source: str) -> bytes:
    """A picture on a page that was saved, whose own address those of its pictures may be told against."""
    try:
        return _picture(pictures, source) or _picture(pictures, urljoin(page, source))
    except ValueError:
        return b""


def _picture(pictures: Mapping[str, bytes], source: str) -> bytes:
    return pictures.get(source) or pictures.get(unquote(source), b"")


def _passages_in(part: Part, name: str, find: FindPicture) -> list[Passage]:
    if part.media_type == PAGE:
        return passages_in(part.words, find=find)
    if part.media_type in RICH:
        return rtf.passages_in(part.words.encode("latin-1"), name)
    return passages_of(part.words, flowed=part.flowed, deleted=part.deleted)


def facts_of_message(data: bytes) -> Origin:
    """Subject, sender and date of a message, by its headers alone."""
    head = _HEAD.match(data)
    given = with_known_names(head[0] if head else b"")
    try:
        return _facts(email.message_from_bytes(given, policy=default))
    except (*_HEADER_FAULTS, RecursionError):
        return _facts(email.message_from_bytes(given, policy=compat32))


def _message(data: bytes) -> tuple[MailMessage, Parts]:
    data = with_known_names(data)
    try:
        message: MailMessage = email.message_from_bytes(data, policy=default)
        return message, parts_of(message)
    except _HEADER_FAULTS:
        message = email.message_from_bytes(data, policy=compat32)
        return message, parts_of(message)


def _facts(message: MailMessage) -> Origin:
    shown, box = parseaddr(_header(message, "From"))
    return Origin(title=_header(message, "Subject"), byline=shown or box, published=_moment(_header(message, "Date")))


def _header(message: MailMessage, name: str) -> str:
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
