"""A Word document to an article: styles tell headings, lists, quotations and captions."""

import io
import re
from collections.abc import Iterator
from typing import Any

from briefing.intake.assembling import Passage
from briefing.intake.building import article_of_passages
from briefing.intake.decoding import canonical
from briefing.intake.failures import UnreadableFile, quoted
from briefing.intake.packed import Packed
from briefing.model import Article, BlockKind, Origin

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-6])")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a Word document.

    Raises:
        UnreadableFile: if it is damaged or encrypted.
        TooLarge: if it would unpack to too much.
        NotAnArticle: if it holds no words.
    """
    packed = Packed(data, name)
    for part in packed.names():
        # Every part is read once, so that damage and passwords are met here and not in the midst of parsing.
        packed.read(part)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        passages = [*_passages(document), *_notes(packed)]
        facts = _facts(document.core_properties)
    except (OpcError, LxmlError, KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
        raise UnreadableFile(
            name, f"{quoted(name)} is not a sound Word document. Open it in a word processor and save it anew."
        ) from fault
    return article_of_passages(passages, name, address, MEDIA_TYPE, facts)


def _passages(document: Any) -> Iterator[Passage]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield Passage(BlockKind.PARAGRAPH, _tidy(" | ".join(dict.fromkeys(cell.text for cell in row.cells))))
        else:
            yield _passage(part)


def _notes(packed: Packed) -> Iterator[Passage]:
    """Footnotes and endnotes, which stand in parts of their own; those without words only draw lines."""
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in packed:
            for note in packed.xml(part).iter(f"{_WORD}footnote", f"{_WORD}endnote"):
                words = _tidy("".join(text.text or "" for text in note.iter(f"{_WORD}t")))
                if words and not note.get(f"{_WORD}type"):
                    yield Passage(BlockKind.PARAGRAPH, words)


def _passage(paragraph: Any) -> Passage:
    style = (paragraph.style.name if paragraph.style is not None else "").lower()
    words = _tidy(paragraph.text)
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    if style == "title":
        return Passage(BlockKind.HEADING, words, 1)
    if found := _HEADING.match(style):
        return Passage(BlockKind.HEADING, words, int(found.group(1)))
    if style.startswith("list") or numbered:
        return Passage(BlockKind.ITEM, words, 1)
    if "quote" in style:
        return Passage(BlockKind.QUOTATION, words)
    if style.startswith("caption"):
        return Passage(BlockKind.CAPTION, words)
    return Passage(BlockKind.PARAGRAPH, words)


def _facts(properties: Any) -> Origin:
    return Origin(
        title=_tidy(properties.title or ""),
        byline="" if (properties.author or "") == "python-docx" else _tidy(properties.author or ""),
    )


def _tidy(words: str) -> str:
    return canonical(" ".join(words.split())).strip()
