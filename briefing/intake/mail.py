"""An e-mail (EML) or a page saved as MHTML to an article."""

import email
import re
from dataclasses import replace
from email.message import Message
from email.policy import compat32, default
from email.utils import parseaddr, parsedate_to_datetime

from briefing.intake import html as web_page
from briefing.intake import plain_text
from briefing.intake.building import article_of_passages
from briefing.intake.charsets import codec_of_mail, is_ascii, read_as, with_known_names
from briefing.intake.decoding import decoded
from briefing.intake.failures import NotAnArticle, UnreadableFile, quoted
from briefing.intake.html_passages import passages_in
from briefing.intake.origin import over
from briefing.model import Article, BlockKind, Origin

MEDIA_TYPE = "message/rfc822"
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)
"""The line that parts a message from its signature (RFC 3676, section 4.3)."""

_HEADER_FAULTS = (ValueError, OverflowError, LookupError, AttributeError, TypeError, AssertionError)
"""What the standard library's reader of headers raises where they are damaged; its older one bears with them."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a message: its HTML if it has one, else its text.

    Raises:
        UnreadableFile: if messages are nested too deeply in it.
        NotAnArticle: if the message holds no words.
    """
    try:
        message, page, text = _parts(data)
    except RecursionError as fault:
        raise UnreadableFile(name, f"{quoted(name)} holds messages within messages, too many to be opened.") from fault
    saved = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    if page.strip() and (saved or message.get_content_type() == "multipart/related") and not _header(message, "To"):
        return web_page.article_of(page, name, address or saved, "multipart/related")
    if not page.strip() and not text.strip():
        raise NotAnArticle(name, f"{quoted(name)} is a message without text in it.")
    return article_of_message(page, text, _facts(message), name, address, MEDIA_TYPE)


def article_of_message(page: str, text: str, facts: Origin, name: str, address: str, media_type: str) -> Article:
    """The article in a message's HTML or, if there is none, in its text up to the signature.

    Raises:
        NotAnArticle: if there are no words.
    """
    if page.strip():
        return article_of_passages(passages_in(page), name, address, media_type, facts)
    article = plain_text.article_of(text, name, address, media_type)
    heading = over(article.origin, "header", title=facts.title, byline=facts.byline, published=facts.published)
    signature = _SIGNATURE.search(article.text)
    end = signature.start() if signature else len(article.text)
    blocks = tuple(
        replace(block, kind=BlockKind.BOILERPLATE, level=0) if block.span.start >= end else block
        for block in article.blocks
    )
    return Article(article.text, blocks, heading)


def _parts(data: bytes) -> tuple[Message, str, str]:
    """The message, its HTML and its text."""
    data = with_known_names(data)
    try:
        message: Message = email.message_from_bytes(data, policy=default)
        return message, _part(message, "text/html"), _part(message, "text/plain")
    except _HEADER_FAULTS:
        message = email.message_from_bytes(data, policy=compat32)
        return message, _part(message, "text/html"), _part(message, "text/plain")


def _part(message: Message, media_type: str) -> str:
    """The first part of that type that is not attached."""
    for part in message.walk():
        if part.get_content_type() == media_type and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return _decoded(payload, part.get_content_charset() or "")
    return ""


def _decoded(payload: bytes, label: str) -> str:
    """The characters of a part, by the character set it names; where that is wrong or missing, by its bytes."""
    codec = codec_of_mail(label)
    text = read_as(payload, codec) if codec and not is_ascii(label) else None
    if text is not None:
        return text
    try:
        return decoded(payload, "")
    except UnreadableFile:
        return payload.decode(codec or "utf-8", "replace")


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
