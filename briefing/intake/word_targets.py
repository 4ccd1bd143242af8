"""What a part of a Word document leads to: pictures, charts and other documents in it, and addresses outside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from typing import Any

from briefing.intake.block_assembly import Passage
from briefing.intake.drawn_words import chart_passages, diagram_passages, drawn_paragraphs, word_art_passages
from briefing.intake.html_inline import absolute
from briefing.intake.ooxml_parts import identifier_in
from briefing.intake.pictures import Picture
from briefing.intake.zip_limits import Packed
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Targets:
    """By the identifiers that the part has for them, what gives the bytes of pictures, addresses, and what gives words.

    Attributes:
        parts: gives the bytes of pictures.
        addresses: outside the document.
        others: gives the passages of charts, diagrams and documents that are set into this one.
    """

    parts: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, Callable[[], Iterable[Passage]]] = field(default_factory=dict)

    def pictures(self, drawing: Any) -> Iterator[Picture]:
        """The pictures that a drawing shows, each once."""
        described = next((str(found.get("descr", "")) for found in drawing.iter("{*}docPr")), "")
        seen = set()
        for element in drawing.iter("{*}blip", "{*}imagedata"):
            identifier = identifier_in(element, "embed") or identifier_in(element)
            if identifier in self.parts and identifier not in seen:
                seen.add(identifier)
                told = described or str(element.get("title", ""))
                yield Picture(self.parts[identifier](), told)

    def words(self, drawing: Any) -> Iterator[Passage]:
        """The words that are drawn, those of text boxes aside."""
        yield from word_art_passages(drawing)
        yield from drawn_paragraphs(drawing)
        for element in drawing.iter("{*}chart", "{*}relIds"):
            yield from self.document(element, "dm")

    def document(self, element: Any, name: str = "id") -> Iterator[Passage]:
        """The words of what is set in by its identifier."""
        yield from self.others.get(identifier_in(element, name) or identifier_in(element), tuple)()

    def address(self, link: Any) -> str:
        """Where a link leads, if out of the document."""
        return self.addresses.get(identifier_in(link), "")


def targets_of(
    packed: Packed,
    relations: Iterable[tuple[str, str, str]],
    addresses: Iterable[tuple[str, str]],
    document: Callable[[str], Iterable[Passage]],
) -> Targets:
    """What a part of a document leads to.

    Args:
        packed: the document.
        relations: of the part.
        addresses: that the part calls.
        document: reads a document that is set into this one.
    """
    readers: dict[str, Callable[[str], Iterable[Passage]]] = {
        "chart": lambda place: chart_passages(packed.xml(place)),
        "diagramData": lambda place: diagram_passages(packed.xml(place)),
        "aFChunk": document,
    }
    held = [(kind, identifier, place) for kind, identifier, place in relations if place in packed]
    return Targets(
        {identifier: partial(packed.read, place) for kind, identifier, place in held if kind == "image"},
        {identifier: shown for identifier, told in addresses if (shown := absolute(told, ""))},
        {identifier: partial(readers[kind], place) for kind, identifier, place in held if kind in readers},
    )
