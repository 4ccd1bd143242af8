"""A message saved by Outlook (MSG) to an article."""

import struct
from email.utils import parseaddr
from typing import TYPE_CHECKING

from briefing.intake.intake_errors import NotAnArticle, UnreadableFile, Unsupported, legible
from briefing.intake.mail import article_of_message
from briefing.intake.mail_parts import PAGE, Part, Parts
from briefing.intake.rtf_compression import rich_text_in
from briefing.model import Article, Origin
from briefing.model.message import Message

if TYPE_CHECKING:
    from oxmsg import Message as OutlookMessage

MEDIA_TYPE = "application/vnd.ms-outlook"
_UNNAMED = "without a name"
_RICH_TEXT = 0x1009
"""The property that holds Rich Text, packed ([MS-OXPROPS], PidTagRtfCompressed)."""
_NAME_OF_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What Word's own encryption packs a document into ([MS-OFFCRYPTO], section 2.3.4.4)."""
_NAME_OF_PROPERTIES = "__properties_version1.0".encode("utf-16-le")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a message: its HTML if it has one, else its text, else its Rich Text.

    Raises:
        Unsupported: if it is another document of an old Office program.
        UnreadableFile: if it is damaged.
        NotAnArticle: if it holds no words.
    """
    if _NAME_OF_ENCRYPTED in data:
        raise UnreadableFile(name, Message.of("intake.password", name=legible(name)))
    if _NAME_OF_PROPERTIES not in data:
        raise Unsupported(
            name,
            Message.of("intake.old_office", name=legible(name)),
        )
    from oxmsg import Message as OutlookMessage

    try:
        message = OutlookMessage.load(data)
        page, text = message.html_body or "", message.body or ""
        attached = tuple(one.file_name or _UNNAMED for one in message.attachments)
        rich = b"" if page.strip() or text.strip() else message.properties.binary_prop_value(_RICH_TEXT) or b""
        rich = rich_text_in(rich) if rich else b""
        facts = Origin(
            title=_normalised(message.subject), byline=_writer(message.sender or ""), published=_moment(message)
        )
    except (
        *(OSError, ValueError, LookupError, AttributeError, TypeError, AssertionError),
        *(RecursionError, OverflowError, struct.error),
    ) as fault:
        raise UnreadableFile(name, Message.of("mail.damaged", name=legible(name))) from fault
    if not page.strip() and not text.strip() and not rich.strip():
        raise NotAnArticle(name, Message.of("mail.empty", name=legible(name)))
    shown = Part(PAGE, page) if page.strip() else Part("text/plain", text)
    if rich:
        shown = Part("application/rtf", rich.decode("latin-1"))
    return article_of_message(Parts((shown,), attached), facts, name, address, MEDIA_TYPE)


def _writer(sender: str) -> str:
    shown, box = parseaddr(sender)
    return _normalised(shown or box or sender)


def _moment(message: "OutlookMessage") -> str:
    """When it was sent; nothing if no calendar holds the moment."""
    try:
        sent = message.sent_date
    except (OverflowError, ValueError):
        return ""
    return sent.isoformat() if sent else ""


def _normalised(words: str | None) -> str:
    return " ".join((words or "").split())
