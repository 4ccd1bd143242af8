"""An e-book (EPUB) to an article: its chapters in reading order."""

import posixpath
import re
from functools import partial
from typing import Any
from urllib.parse import unquote

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.html import characters_of
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.xml_tree import dublin_core
from briefing.intake.zip_limits import Packed
from briefing.model import Article, Origin
from briefing.model.message import Message

MEDIA_TYPE = "application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_NO_TEXT = re.compile(r"(?:image|audio|video|font)/|text/(?:css|javascript)|application/(?:javascript|pdf|.*font)")
_MOST_FALLBACKS = 10


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in an e-book.

    Raises:
        UnreadableFile: if it is damaged, encrypted or names no chapters.
        TooLarge: if it would unpack to too much.
        NotAnArticle: if it holds no words.
    """
    packed = Packed(data, name)
    place = next((str(root.get("full-path", "")) for root in packed.xml(_CONTAINER).iter("{*}rootfile")), "")
    if place not in packed:
        raise UnreadableFile(name, Message.of("intake.epub_contents", name=legible(name)))
    book = packed.xml(place)
    passages: list[Passage] = []
    locked = _locked(packed)
    for chapter in _chapters(book, posixpath.dirname(place)):
        if chapter in locked:
            raise UnreadableFile(
                name,
                Message.of("intake.epub_protected", name=legible(name)),
            )
        if chapter in packed:
            find = partial(_picture, packed, posixpath.dirname(chapter))
            passages += passages_in(characters_of(packed.read(chapter), name), find=find)
    return article_of_passages(passages, name, address, MEDIA_TYPE, _facts(book))


def _picture(packed: Packed, folder: str, source: str) -> bytes:
    """A picture that a chapter in a folder shows."""
    part = posixpath.normpath(posixpath.join(folder, unquote(source.partition("#")[0])))
    return packed.read(part) if source and part in packed else b""


def _chapters(book: Any, folder: str) -> list[str]:
    """The texts in reading order; in place of a picture or the like what the book says to show instead."""
    items = {str(item.get("id")): item for item in book.iter("{*}item")}
    order = (items.get(str(reference.get("idref"))) for reference in book.iter("{*}itemref"))
    texts = (_text(item, items) for item in order)
    return [
        posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href", "")))))
        for item in texts
        if item is not None and "nav" not in str(item.get("properties", "")).split()
    ]


def _text(item: Any, items: dict[str, Any]) -> Any:
    """The item if it is a text, else the first of its fallbacks that is one."""
    for _ in range(_MOST_FALLBACKS):
        if item is None or not _NO_TEXT.match(str(item.get("media-type", ""))):
            return item
        item = items.get(str(item.get("fallback", "")))
    return None


def _locked(packed: Packed) -> frozenset[str]:
    """The parts that are encrypted, apart from fonts, which many books only scramble."""
    if _ENCRYPTION not in packed:
        return frozenset()
    places = packed.xml(_ENCRYPTION).iter("{*}CipherReference")
    return frozenset(posixpath.normpath(unquote(str(place.get("URI", "")))) for place in places)


def _facts(book: Any) -> Origin:
    return Origin(
        title=dublin_core(book, "title"),
        byline=dublin_core(book, "creator"),
        outlet=dublin_core(book, "publisher"),
        published=dublin_core(book, "date"),
        language=dublin_core(book, "language")[:2].lower(),
    )
