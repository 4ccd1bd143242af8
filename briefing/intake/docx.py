"""A Word document to an article: styles tell headings, lists, quotations and captions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.ooxml_parts import addresses, facts_of, identifier_in, related, relations
from briefing.intake.table_rows import note_passage
from briefing.intake.word_numbering import Numbering
from briefing.intake.word_passages import TRACKED, WordWalk
from briefing.intake.word_set_in import passages_set_in
from briefing.intake.word_styles import Styles, attribute_of, switch
from briefing.intake.word_targets import Targets, targets_of
from briefing.intake.zip_limits import Packed
from briefing.model import Article, BlockKind
from briefing.model.message import Message

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    main = _main_part(packed)
    if main not in packed:
        raise _unsound(name)
    try:
        return article_of_passages(_passages(packed, main), name, address, MEDIA_TYPE, facts_of(packed))
    except RecursionError as fault:
        raise _unsound(name) from fault


def _unsound(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message.of("intake.word", name=legible(name)))


def _passages(packed: Packed, main: str, depth: int = 0) -> Iterator[Passage]:
    told = relations(packed, main)
    parts = [(kind, part) for kind, _, part in told]
    styles = next((packed.xml(part) for kind, part in parts if kind == "styles" and part in packed), None)
    document = packed.xml(main)
    # Without such breaks nobody knows of pages: Word has not set it yet, or another program wrote it.
    paged = next(document.iter("{*}lastRenderedPageBreak"), None) is not None
    numbers = next((packed.xml(part) for kind, part in parts if kind == "numbering" and part in packed), None)
    targets = partial(_targets, packed, depth)
    walk = WordWalk(Styles(styles), paged, Numbering(numbers))
    places = {identifier: part for _, identifier, part in told}
    settings = next((packed.xml(part) for kind, part in parts if kind == "settings" and part in packed), None)
    odd_and_even = bool(switch(settings, "evenAndOddHeaders"))
    heads, feet = (_margins(places, document, kind, odd_and_even) for kind in ("header", "footer"))
    yield from _greyed(walk, packed, heads, targets)
    walk.targets = targets(main)
    yield from walk.passages(document)
    for kind in ("footnote", "endnote"):
        for part in _note_parts(packed, parts, kind):
            walk.targets = targets(part)
            yield from _notes(walk, packed.xml(part), kind)
    yield from _greyed(walk, packed, feet, targets)
    if walk.changed:
        yield TRACKED


def _targets(packed: Packed, depth: int, part: str) -> Targets:
    def document(place: str) -> Iterable[Passage]:
        return passages_set_in(packed.read(place), place, depth, _set_in)

    return targets_of(packed, relations(packed, part), addresses(packed, part), document)


def _set_in(packed: Packed, depth: int) -> Iterable[Passage]:
    main = _main_part(packed)
    return _passages(packed, main, depth) if main in packed else ()


def _margins(places: dict[str, str], document: Any, kind: str, odd_and_even: bool) -> list[str]:
    """The parts of the "header"s or "footer"s that are shown on some page, each once."""
    shown: dict[str, None] = {}
    for section in document.iter("{*}sectPr"):
        needs = {"first": bool(switch(section, "titlePg")), "even": odd_and_even}
        for reference in section.iter(f"{{*}}{kind}Reference"):
            if needs.get(attribute_of(reference, "type"), True):
                shown[places.get(identifier_in(reference), "")] = None
    return list(shown)


def _greyed(walk: WordWalk, packed: Packed, margins: list[str], targets: Callable[[str], Targets]) -> Iterator[Passage]:
    """What stands above or below every page, each line once; numbers of pages are nothing to read."""
    lines: dict[str, None] = {}
    for part in margins:
        if part in packed:
            walk.targets = targets(part)
            lines.update((passage.words, None) for passage in walk.passages(packed.xml(part)))
    yield from (Passage(BlockKind.BOILERPLATE, line) for line in lines if any(sign.isalpha() for sign in line))


def _notes(walk: WordWalk, root: Any, kind: str) -> Iterator[Passage]:
    """The notes in the order of their marks; what was deleted with its mark is no longer there."""
    notes = [note for note in root.iter(f"{{*}}{kind}") if not walk.is_cut(kind, attribute_of(note, "id"))]
    order = walk.order()
    for note in sorted(notes, key=lambda one: order.get((kind, attribute_of(one, "id")), len(order))):
        yield from _note(walk, note, kind)


def _note(walk: WordWalk, note: Any, kind: str) -> Iterator[Passage]:
    """A note, begun with the mark that it has in the text; those without words only draw lines."""
    if attribute_of(note, "type") not in ("", "normal"):
        return
    passages = [passage for passage in walk.passages(note) if passage.words]
    if passages:
        identifier = attribute_of(note, "id")
        marked = note_passage(walk.mark_of(kind, identifier), passages)
        yield replace(marked, locators=walk.page_of(kind, identifier))


def _main_part(packed: Packed) -> str:
    """The part that holds the text, by its relation to the whole."""
    told = next((part for kind, part in related(packed, "") if kind == "officeDocument"), "")
    return told if told in packed else "word/document.xml"


def _note_parts(packed: Packed, parts: list[tuple[str, str]], kind: str) -> list[str]:
    told = [part for found, part in parts if found == f"{kind}s" and part in packed]
    usual = f"word/{kind}s.xml"
    return told or ([usual] if usual in packed else [])
