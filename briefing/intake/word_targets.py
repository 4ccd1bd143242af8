"""What a part of a Word document leads to: pictures in it, and addresses outside it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from briefing.intake.html_inline import absolute
from briefing.intake.ooxml_parts import addresses, relations
from briefing.intake.pictures import Picture
from briefing.intake.text_decoder import one_line
from briefing.intake.zip_limits import Packed
from briefing.records import dataclass

_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_LONGEST_DESCRIPTION = 500


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
            identifier = _identifier(element, "embed") or _identifier(element, "id")
            if identifier in self.parts and identifier not in seen:
                seen.add(identifier)
                told = described or str(element.get("title", ""))
                yield Picture(self.parts[identifier](), one_line(told)[:_LONGEST_DESCRIPTION])

    def address(self, link: Any) -> str:
        """Where a link leads, if out of the document."""
        return self.addresses.get(_identifier(link, "id"), "")


def targets_of(packed: Packed, part: str) -> Targets:
    """What a part of a document leads to."""
    images = {identifier: place for kind, identifier, place in relations(packed, part) if kind == "image"}
    return Targets(
        {identifier: partial(packed.read, place) for identifier, place in images.items() if place in packed},
        {identifier: shown for identifier, told in addresses(packed, part) if (shown := absolute(told, ""))},
    )


def _identifier(element: Any, name: str) -> str:
    return next((str(found) for space in _RELATIONS if (found := element.get(f"{space}{name}"))), "")
