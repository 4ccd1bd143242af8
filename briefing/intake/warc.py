"""An archive of the web (WARC, ARC, packed or not): the pages in it, each with its address."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import IO, Any, cast

from briefing.intake import html as web_page
from briefing.intake import pdf, plain_text
from briefing.intake.addresses import http_address
from briefing.intake.content_encoding import CannotUnpack, UnpacksToTooMuch, unpacked
from briefing.intake.feed import FeedEntry
from briefing.intake.intake_errors import NotAnArticle, TooLarge, UnreadableFile, legible
from briefing.intake.text_decoder import one_line
from briefing.model import Article
from briefing.model.message import Message

MEDIA_TYPE = "application/warc"
MOST_UNPACKED = 300_000_000
"""Bytes that an archive may hold unpacked."""
LARGEST_PAGE = 50_000_000

_PAGES = ("text/html", "application/xhtml+xml")
_READ = (*_PAGES, "text/plain", "application/pdf")
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_SCRAPS = re.compile(r"/(?:robots\.txt|favicon\.ico)$", re.IGNORECASE)


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each page with its title and its address; the same page of the same address once."""
    seen: set[tuple[str, bytes]] = set()
    for record, payload, kind, body in _pages(io.BytesIO(data), name, MOST_UNPACKED):
        address = _address(record)
        if (address, body) in seen:
            continue
        found = _TITLE.search(body[:100_000]) if kind in _PAGES else None
        title = one_line(_title(found[1])) if found else ""
        captured = record.rec_headers.get_header("WARC-Date") or ""
        told = Message.of("feed.archived", day=captured[:10]) if captured else None
        entry = FeedEntry(title or address, address=address, summary=address, remark=told, piece=len(seen))
        seen.add((address, body))
        yield entry, _alone(record, payload)


def pages_in(file: IO[bytes], name: str) -> Iterator[bytes]:
    """Each page as an archive of its own, of an archive as large as may be: one page at a time is held in memory.

    Raises:
        UnreadableFile: where it is damaged; what stands before that was given.
    """
    for record, payload, _, _ in _pages(file, name, None):
        yield _alone(record, payload)


def _pages(file: IO[bytes], name: str, most: int | None) -> Iterator[tuple[Any, bytes, str, bytes]]:
    """Each record that holds something to read, with its bytes, the media type and the bytes of the page."""
    for record, payload in _records(file, name, most):
        kind, body, _ = _body(record, payload)
        if kind in _READ and body.strip() and not _SCRAPS.search(_address(record)):
            yield record, payload, kind, body


def _alone(record: Any, payload: bytes) -> bytes:
    return f"{record.rec_headers.to_str()}\r\n".encode("utf-8", "replace") + payload + b"\r\n\r\n"


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article on the first page in an archive.

    Raises:
        UnreadableFile: if it is damaged.
        NotAnArticle: if there is none.
    """
    for record, payload in _records(io.BytesIO(data), name, MOST_UNPACKED):
        kind, body, charset = _body(record, payload)
        where = _address(record) or address
        if kind == "application/pdf":
            return pdf.read(body, name, where)
        if kind == "text/plain":
            return plain_text.read(body, name, where)
        if kind in _PAGES:
            return web_page.article_of(web_page.characters_in(body, charset, name), name, where, "text/html")
    raise NotAnArticle(name, Message.of("intake.no_article", name=legible(name)))


def _records(file: IO[bytes], name: str, most: int | None) -> Iterator[tuple[Any, bytes]]:
    """Each record that may hold a page, with its bytes as they came; all of them are counted, if there is a most.

    Where there is none, what is larger than a page is passed over.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    taken = 0
    try:
        # It says on standard error what it thinks of records that break its rules.
        with redirect_stderr(io.StringIO()):
            for record in ArchiveIterator(_unpacked(file), no_record_parse=True, arc2warc=True):
                parts, size = [], 0
                while part := record.raw_stream.read(65_536):
                    size += len(part)
                    if most is not None and taken + size > most:
                        raise TooLarge(name, Message.of("archive_file.too_large", name=legible(name)))
                    if most is not None or size <= LARGEST_PAGE:
                        parts.append(part)
                taken += size
                whole = most is not None or size <= LARGEST_PAGE
                if whole and record.rec_type in ("response", "resource", "conversion"):
                    yield record, b"".join(parts)
    except (
        *(ArchiveLoadFailed, zlib.error, ValueError, LookupError, TypeError, AttributeError, EOFError, OSError),
        *(AssertionError, OverflowError),
    ) as fault:
        raise UnreadableFile(name, Message.of("archive_file.damaged_web", name=legible(name))) from fault


def _unpacked(file: IO[bytes]) -> IO[bytes]:
    """The archive as it was before it was packed, each record alone or, which the standard forbids, all as one."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if packed else file


def _address(record: Any) -> str:
    return http_address((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> "))


def _body(record: Any, payload: bytes) -> tuple[str, bytes, str]:
    """The media type, the bytes and the character set of what a server answered; nothing if it was no page."""
    if record.rec_type != "response" or not payload.startswith(b"HTTP/"):
        kind, charset = _kind(record.rec_headers.get_header("Content-Type") or "")
        return kind, payload[:LARGEST_PAGE], charset
    head, _, body = payload.partition(b"\r\n\r\n") if b"\r\n\r\n" in payload else payload.partition(b"\n\n")
    status, *lines = head.decode("latin-1").splitlines()
    headers = {key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
    if status.split(" ", 2)[1:2] != ["200"]:
        return "", b"", ""
    kind, charset = _kind(headers.get("content-type", ""))
    if kind not in _READ:
        return kind, b"", ""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    try:
        return kind, b"".join(unpacked((body,), headers.get("content-encoding", ""), LARGEST_PAGE)), charset
    except CannotUnpack:
        # Many programs note how a page was packed, and keep it unpacked.
        return kind, body[:LARGEST_PAGE], charset
    except UnpacksToTooMuch:
        return "", b"", ""


def _kind(content_type: str) -> tuple[str, str]:
    charset = _CHARSET.search(content_type)
    return content_type.split(";")[0].strip().lower(), charset[1] if charset else ""


def _joined(body: bytes) -> bytes:
    """What was sent in chunks as one; what is not in chunks, though it was said to be, as it is."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 40)
        size = body[at : max(at, end)].split(b";")[0].strip()
        if end < 0 or not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            return b"".join(parts) + body[at:] if parts else body
        length = int(size, 16)
        if not length:
            break
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(parts)


def _title(words: bytes) -> str:
    from html import unescape

    try:
        return unescape(words.decode("utf-8"))
    except UnicodeDecodeError:
        return unescape(words.decode("cp1252", "replace"))
