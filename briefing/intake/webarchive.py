"""A web archive as Safari saves it: the page in it, with the address that it was saved from."""

import plistlib
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urljoin
from xml.parsers.expat import ExpatError

from briefing.intake import html as web_page
from briefing.intake import plain_text
from briefing.intake.addresses import http_address
from briefing.intake.intake_errors import NotAnArticle, UnreadableFile, legible
from briefing.model import Article
from briefing.model.message import Message

MEDIA_TYPE = "application/x-webarchive"
_PAGES = ("text/html", "application/xhtml+xml", "")
_FAULTS = (
    *(plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError, AttributeError),
    *(OverflowError, RecursionError, AssertionError),
)


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article on the page that was saved.

    Raises:
        UnreadableFile: if the archive is damaged.
        NotAnArticle: if no page with an article is in it.
    """
    try:
        archive = plistlib.loads(data)
        main = archive["WebMainResource"]
        page, kind, label, where = (
            main["WebResourceData"],
            _words(main, "WebResourceMIMEType").lower(),
            _words(main, "WebResourceTextEncodingName"),
            _words(main, "WebResourceURL"),
        )
    except _FAULTS as fault:
        raise _damaged(name) from fault
    if not isinstance(page, bytes):
        raise _damaged(name)
    address = address or http_address(where)
    if kind == "text/plain":
        return plain_text.read(page, name, address)
    if kind not in _PAGES:
        raise NotAnArticle(name, Message.of("archive_file.no_page", name=legible(name)))
    characters = web_page.characters_in(page, label, name)
    return web_page.article_of(characters, name, address, MEDIA_TYPE, partial(_picture, _pictures(archive), where))


def _pictures(archive: Any) -> dict[str, bytes]:
    """The pictures that were saved with the page, by their addresses."""
    held = archive.get("WebSubresources")
    resources = [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []
    found = ((_words(one, "WebResourceURL"), one.get("WebResourceData")) for one in resources)
    return {address: data for address, data in found if address and isinstance(data, bytes)}


def _picture(pictures: Mapping[str, bytes], page: str, source: str) -> bytes:
    try:
        return pictures.get(source) or pictures.get(urljoin(page, source), b"")
    except ValueError:
        return b""


def _words(main: Any, key: str) -> str:
    found = main.get(key, "")
    return found if isinstance(found, str) else ""


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message.of("archive_file.damaged_page", name=legible(name)))
