"""An e-book (EPUB) to an article: its chapters in reading order."""

import posixpath
from typing import Any
from urllib.parse import unquote

from briefing.intake.assembling import Passage
from briefing.intake.building import article_of_passages
from briefing.intake.failures import UnreadableFile, quoted
from briefing.intake.html import characters_of
from briefing.intake.html_passages import passages_in
from briefing.intake.packed import Packed
from briefing.model import Article, Origin

MEDIA_TYPE = "application/epub+zip"
_CONTAINER = "META-INF/container.xml"


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
        raise UnreadableFile(name, f"{quoted(name)} names no contents; it is not a sound e-book.")
    book = packed.xml(place)
    passages: list[Passage] = []
    for chapter in _chapters(book, posixpath.dirname(place)):
        if chapter in packed:
            passages += passages_in(characters_of(packed.read(chapter), name))
    return article_of_passages(passages, name, address, MEDIA_TYPE, _facts(book))


def _chapters(book: Any, folder: str) -> list[str]:
    places = {
        str(item.get("id")): posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href", "")))))
        for item in book.iter("{*}item")
        if "nav" not in str(item.get("properties", "")).split()
    }
    order = [str(reference.get("idref")) for reference in book.iter("{*}itemref")]
    return [places[chapter] for chapter in order if chapter in places]


def _facts(book: Any) -> Origin:
    return Origin(
        title=_first(book, "title"),
        byline=_first(book, "creator"),
        outlet=_first(book, "publisher"),
        published=_first(book, "date"),
        language=_first(book, "language")[:2].lower(),
    )


def _first(book: Any, fact: str) -> str:
    found = book.find(f".//{{http://purl.org/dc/elements/1.1/}}{fact}")
    return " ".join((found.text or "").split()) if found is not None else ""
