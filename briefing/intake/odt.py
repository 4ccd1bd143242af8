"""An OpenDocument text to an article."""

from collections.abc import Iterator
from typing import Any

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.text_decoder import canonical
from briefing.intake.word_passages import TRACKED
from briefing.intake.zip_limits import Packed
from briefing.model import Article, BlockKind, Origin

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_UNSEEN = frozenset((f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes"))
_LEVELS = frozenset("123456")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in an OpenDocument text.

    Raises:
        UnreadableFile: if it is damaged or encrypted.
        TooLarge: if it would unpack to too much.
        NotAnArticle: if it holds no words.
    """
    packed = Packed(data, name)
    facts = _facts(packed.xml("meta.xml")) if "meta.xml" in packed else None
    content = packed.xml("content.xml")
    passages = [*_passages(content), *_notes(content)]
    if content.find(f".//{_TEXT}changed-region") is not None:
        passages.append(Passage(BlockKind.BOILERPLATE, TRACKED))
    return article_of_passages(passages, name, address, MEDIA_TYPE, facts)


def _passages(root: Any) -> Iterator[Passage]:
    for element in root.iter(f"{_TEXT}h", f"{_TEXT}p", f"{_TABLE}table-row"):
        outer = {ancestor.tag for ancestor in element.iterancestors()}
        if outer & _UNSEEN or _is_hidden(element) or f"{_TABLE}table-row" in outer:
            continue
        if element.tag == f"{_TABLE}table-row":
            yield Passage(BlockKind.PARAGRAPH, _row(element))
            continue
        words = canonical(" ".join("".join(_words(element)).split())).strip()
        level = str(element.get(f"{_TEXT}outline-level", "1"))
        if element.tag == f"{_TEXT}h":
            yield Passage(BlockKind.HEADING, words, int(level) if level in _LEVELS else 6)
        elif f"{_TEXT}list-item" in outer:
            yield Passage(BlockKind.ITEM, words, 1)
        elif element.get(f"{_TEXT}style-name") == "Title":
            yield Passage(BlockKind.HEADING, words, 1)
        else:
            yield Passage(BlockKind.PARAGRAPH, words)


def _row(row: Any) -> str:
    """The cells of a table's row in one line."""
    cells = (canonical(" ".join(" ".join(_words(cell)).split())).strip() for cell in row.iter(f"{_TABLE}table-cell"))
    words = list(cells)
    # Empty cells keep the others in their columns; a row of one cell only lays out the page.
    filled = [cell for cell in words if cell]
    return " ".join(" | ".join(words).split()) if len(filled) > 1 else "".join(filled)


def _is_hidden(element: Any) -> bool:
    return any(outer.get(f"{_TEXT}display") == "none" for outer in element.iterancestors(f"{_TEXT}section"))


def _notes(root: Any) -> Iterator[Passage]:
    """Footnotes and endnotes, in their order, below the text."""
    for note in root.iter(f"{_TEXT}note-body"):
        words = (canonical(" ".join("".join(part.itertext()).split())).strip() for part in note.iter(f"{_TEXT}p"))
        yield Passage(BlockKind.PARAGRAPH, " ".join(filter(None, words)))


def _words(element: Any) -> Iterator[str]:
    for part in element.iter():
        inside = any(outer.tag in _UNSEEN for outer in part.iterancestors())
        if part.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " "
        if isinstance(part.tag, str) and not inside and part.tag not in _UNSEEN:
            yield part.text or ""
        if part is not element and not inside:
            yield part.tail or ""


def _facts(meta: Any) -> Origin:
    def first(tag: str) -> str:
        found = meta.find(f".//{tag}")
        return " ".join((found.text or "").split()) if found is not None else ""

    purl = "{http://purl.org/dc/elements/1.1/}"
    return Origin(title=first(f"{purl}title"), byline=first(f"{purl}creator"), published=first(f"{purl}date"))
