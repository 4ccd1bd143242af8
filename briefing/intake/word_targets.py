"""What a part of a Word document leads to: pictures in it, and addresses outside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from briefing.intake.html_inline import absolute
from briefing.intake.ooxml_parts import identifier_in
from briefing.intake.pictures import Picture
from briefing.intake.zip_limits import Packed
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Targets:
    """By the identifiers that the part has for them, what gives the bytes of pictures, and addresses."""

    parts: Mapping[str, Callable[[], bytes]]
    addresses: Mapping[str, str]

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

    def address(self, link: Any) -> str:
        """Where a link leads, if out of the document."""
        return self.addresses.get(identifier_in(link), "")


def targets_of(
    packed: Packed, relations: Iterable[tuple[str, str, str]], addresses: Iterable[tuple[str, str]]
) -> Targets:
    """What a part of a document leads to, by its relations and the addresses that it calls."""
    images = {identifier: place for kind, identifier, place in relations if kind == "image"}
    return Targets(
        {identifier: partial(packed.read, place) for identifier, place in images.items() if place in packed},
        {identifier: shown for identifier, told in addresses if (shown := absolute(told, ""))},
    )
