"""The registry of formats: which module reads which bytes. A format is added by one module and one line here."""

import re
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from briefing.intake.data_files import data_kind
from briefing.intake.feed import is_feed
from briefing.intake.format_signs import (
    is_captions,
    is_evernote,
    is_hypothesis,
    is_kindle,
    is_mastodon,
    is_picture,
    is_readwise,
    is_references,
    is_telegram,
    is_telegram_page,
    is_warc,
    is_webarchive,
    is_whatsapp,
    is_x_archive,
)
from briefing.intake.intake_errors import Unsupported, legible
from briefing.model import Article
from briefing.model.message import Message
from briefing.records import dataclass

_HEAD = 4096
"""Bytes at the top of a file that its kind is told by."""

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title|p|div|h1)\b", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|\s{0,3}(?:[-*]|\d\.) \S|> \S|```)|\[[^\]]{1,200}\]\([^)\s]{1,500}\)|\*\*\S", re.MULTILINE
)
_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*")
_HEADER = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
_MAIL_HEADERS = frozenset((b"from", b"subject", b"date", b"mime-version", b"message-id", b"received", b"content-type"))
_OTHER_MAIL_HEADERS = _MAIL_HEADERS | {b"to", b"cc", b"status", b"x-uidl", b"sender", b"reply-to", b"return-path"}
_BEFORE_HEADERS = re.compile(rb"\A\s*(?:From [^\n]{1,200}\n|Microsoft Mail Internet Headers[^\n]{0,40}\n)?")
"""A mailbox's mark between messages, and the line that a program puts before the headers that it shows."""
_CONTROLS = bytes(byte for byte in range(32) if byte < 9 or (byte > 13 and byte != 27))
"""Bytes of which a text has hardly any."""
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Format:
    """One format that can be read.

    Attributes:
        media_type: its media type.
        module: name of the module of this package with `read(data, name, address) -> Article`.
        recognises: whether bytes with a file name are of this format.
    """

    media_type: str
    module: str
    recognises: Callable[[bytes, str], bool]

    def read(self, data: bytes, name: str, address: str) -> Article:
        """The article in the bytes.

        Raises:
            IntakeFailure: if there is none.
        """
        article: Article = import_module(f"briefing.intake.{self.module}").read(data, name, address)
        return article


def format_of(data: bytes, name: str) -> Format:
    """The format of a file, by its content first and its name second.

    Raises:
        Unsupported: if no format fits.
    """
    for known in FORMATS:
        if known.recognises(data, name):
            if known.module in _LENIENT and (kind := data_kind(data, name)):
                raise Unsupported(
                    name, Message.of("intake.not_an_article", name=legible(name), kind=Message(f"kind.{kind}"))
                )
            return known
    raise Unsupported(name, _unknown(data, name))


def is_export(head: bytes) -> bool:
    """Whether a script or a file of data begins like messages or the like that a program exports to be read."""
    return any(
        recognises(head) for recognises in (is_x_archive, is_mastodon, is_telegram, is_references, is_hypothesis)
    )


def _unknown(data: bytes, name: str) -> Message:
    kind = next((words for start, words in _BINARIES if data.startswith(start)), "")
    if not kind and data[4:8] == b"ftyp":
        kind = "film"
    if kind:
        return Message.of("intake.no_text", name=legible(name), kind=Message(f"kind.{kind}"))
    return Message.of("intake.unknown_data", name=legible(name))


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _holds(*parts: bytes) -> Callable[[bytes, str], bool]:
    """Recognises a zip-packed document by names that stand in it."""
    return lambda data, name: data.startswith(b"PK\x03\x04") and any(part in data for part in parts)


def _packs(part: str) -> Callable[[bytes, str], bool]:
    """Recognises a zip-packed document by a part of its own; what another document within it packs does not count."""

    def recognises(data: bytes, name: str) -> bool:
        if not data.startswith(b"PK\x03\x04"):
            return False
        try:
            with ZipFile(BytesIO(data)) as packed:
                return part in packed.namelist()
        except (BadZipFile, ValueError, NotImplementedError, EOFError):
            return part.encode() in data

    return recognises


def _begins(start: bytes) -> Callable[[bytes, str], bool]:
    """Recognises a format by its first bytes."""
    return lambda data, name: data.startswith(start)


def _is_pdf(data: bytes, name: str) -> bool:
    return b"%PDF-" in data[:1024]


def _is_mail(data: bytes, name: str) -> bool:
    """Header lines on top, two of which only messages have, or one that any has if the name says so too."""
    if not _is_text(data, name) or data.startswith(_MARKS):
        return False
    head = _BEFORE_HEADERS.sub(b"", data[:20_000], count=1)
    found = {match.group(1).lower() for match in _HEADER.finditer(_HEADERS.match(head).group())}  # type: ignore[union-attr]
    named = _suffix(name) in (".eml", ".mbox", ".mht", ".mhtml") and bool(found & _OTHER_MAIL_HEADERS)
    return len(found & _MAIL_HEADERS) >= 2 or named


def _is_html(data: bytes, name: str) -> bool:
    head = _as_ascii(data[:_HEAD]).lstrip()
    if not _is_text(data, name):
        return False
    if head.startswith(b"<"):
        return bool(_HTML.search(head))
    return _suffix(name) in (".html", ".htm", ".xhtml") and bool(_HTML.search(head))


def _is_captions(data: bytes, name: str) -> bool:
    head = _as_ascii(data[:_HEAD]).decode("latin-1").removeprefix("\xef\xbb\xbf")
    return _is_text(data, name) and is_captions(head, _suffix(name))


def _is_markdown(data: bytes, name: str) -> bool:
    if not _is_text(data, name):
        return False
    if _suffix(name) in (".md", ".markdown", ".mdown", ".mkd"):
        return True
    text = data[:20_000].decode("utf-8", "replace")
    marks = {match.group().strip()[:2] for match in _MARKDOWN.finditer(text)}
    return bool(re.search(r"^#{1,3} \S", text, re.MULTILINE)) and len(marks) >= 2


def _is_text(data: bytes, name: str) -> bool:
    if data.startswith(_MARKS):
        return True
    head = data[:_HEAD]
    if any(data.startswith(start) for start, _ in _BINARIES):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\x00" not in head and controls * 50 <= len(head)


def _as_ascii(head: bytes) -> bytes:
    """Bytes of a UTF-16 text without their zeros, so that tags can be seen."""
    return head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff") if head.startswith(_MARKS) else head


_LENIENT = ("markdown", "plain_text")
"""Modules that read whatever is text."""

_BINARIES = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"RIFF", "riff"),
    (b"ID3", "sound"),
    (b"OggS", "sound_or_video"),
    (b"fLaC", "sound"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"MZ", "windows_program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"SQLite format 3", "database"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "empty_zip"),
)

FORMATS: tuple[Format, ...] = (
    Format("application/rtf", "rtf", _begins(b"{\\rtf")),
    Format("application/vnd.ms-outlook", "outlook", _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    Format("application/x-webarchive", "webarchive", lambda data, name: is_webarchive(data)),
    Format("image/png", "scan", lambda data, name: is_picture(data)),
    Format("application/pdf", "pdf", _is_pdf),
    Format(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
        _packs("ppt/presentation.xml"),
    ),
    Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        _packs("xl/workbook.xml"),
    ),
    Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
        _holds(b"word/document.xml", b"word/document2.xml"),
    ),
    Format("application/epub+zip", "epub", _holds(b"application/epub+zip", b"META-INF/container.xml")),
    Format(
        "application/vnd.oasis.opendocument.text",
        "odt",
        _holds(b"application/vnd.oasis.opendocument.text", b"content.xml"),
    ),
    Format("application/warc", "warc", lambda data, name: is_warc(data)),
    Format("application/enex+xml", "evernote", lambda data, name: is_evernote(data)),
    Format("application/rss+xml", "feed_articles", lambda data, name: is_feed(data)),
    Format("application/javascript", "x_archive", lambda data, name: is_x_archive(data)),
    Format("application/json", "hypothesis_notes", lambda data, name: is_hypothesis(data)),
    Format("text/csv", "readwise", lambda data, name: is_readwise(data)),
    Format("text/plain", "kindle", lambda data, name: is_kindle(data)),
    Format("application/activity+json", "mastodon", lambda data, name: is_mastodon(data)),
    Format("application/json", "telegram", lambda data, name: is_telegram(data)),
    Format(
        "text/plain",
        "whatsapp",
        lambda data, name: _is_text(data, name) and is_whatsapp(data, name),
    ),
    Format("message/rfc822", "mail", _is_mail),
    Format("text/vtt", "captions", _is_captions),
    Format("text/html", "telegram_page", lambda data, name: is_telegram_page(data)),
    Format("text/html", "html", _is_html),
    Format("text/markdown", "markdown", _is_markdown),
    Format("text/plain", "plain_text", _is_text),
)
"""In the order of asking: the more particular first."""
