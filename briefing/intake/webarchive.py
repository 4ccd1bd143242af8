"""A web archive as Safari saves it: the page in it, with the address that it was saved from."""

import plistlib
from typing import Any
from xml.parsers.expat import ExpatError

from briefing.intake import html as web_page
from briefing.intake import plain_text
from briefing.intake.intake_errors import NotAnArticle, UnreadableFile, quoted
from briefing.model import Article

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
        main = plistlib.loads(data)["WebMainResource"]
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
    address = address or (where if where.startswith(("http://", "https://")) else "")
    if kind == "text/plain":
        return plain_text.read(page, name, address)
    if kind not in _PAGES:
        raise NotAnArticle(name, f"{quoted(name)} was saved from something that is no page with text.")
    return web_page.article_of(web_page.characters_in(page, label, name), name, address, MEDIA_TYPE)


def _words(main: Any, key: str) -> str:
    found = main.get(key, "")
    return found if isinstance(found, str) else ""


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(name, f"{quoted(name)} is a damaged web archive. Save the page anew and open it again.")
