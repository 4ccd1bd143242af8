"""The parts of an Office Open XML document (Word, PowerPoint, Excel): how they belong together, and whose it is."""

import posixpath
from collections.abc import Iterator
from typing import Any

from briefing.intake.xml_tree import dublin_core
from briefing.intake.zip_limits import Packed
from briefing.model import Origin

_IDENTIFIERS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
"""The namespaces of the two kinds of such documents."""
_LIBRARIES = ("python-docx", "python-pptx", "openpyxl", "Steve Canny")
"""What programming libraries fill in for a writer."""


def related(packed: Packed, part: str) -> list[tuple[str, str]]:
    """The parts that belong to a part (or, without a name, to the whole), each with what it is to it."""
    return [(kind, target) for kind, _, target in relations(packed, part)]


def relations(packed: Packed, part: str) -> list[tuple[str, str, str]]:
    """The same, with the identifiers by which the part calls them."""
    folder = posixpath.dirname(part)
    return [
        (
            str(relation.get("Type", "")).rpartition("/")[2],
            str(relation.get("Id", "")),
            posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target", "")))).lstrip("/"),
        )
        for relation in _relations(packed, part)
        if relation.get("TargetMode") != "External"
    ]


def addresses(packed: Packed, part: str) -> list[tuple[str, str]]:
    """The identifiers by which a part calls addresses outside the document, with these."""
    return [
        (str(relation.get("Id", "")), str(relation.get("Target", "")))
        for relation in _relations(packed, part)
        if relation.get("TargetMode") == "External"
    ]


def _relations(packed: Packed, part: str) -> Iterator[Any]:
    folder, file = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{file}.rels")
    if place in packed:
        yield from packed.xml(place).iter("{*}Relationship")


def identifier_in(element: Any, name: str = "id") -> str:
    """The identifier by which an element calls a part or an address; empty if it does not."""
    return next((str(found) for space in _IDENTIFIERS if (found := element.get(f"{space}{name}"))), "")


def facts_of(packed: Packed) -> Origin:
    """What the properties of the document tell: its title and who wrote it."""
    told = [part for kind, part in related(packed, "") if kind == "core-properties" and part in packed]
    if not told:
        return Origin()
    properties = packed.xml(told[0])
    byline = dublin_core(properties, "creator")
    return Origin(title=dublin_core(properties, "title"), byline="" if byline in _LIBRARIES else byline)
