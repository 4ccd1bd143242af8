"""XML that anybody may have made: how it is parsed, what its elements are called, and what it says of itself."""

from typing import TYPE_CHECKING, Any

from briefing.intake.text_decoder import one_line

if TYPE_CHECKING:
    from lxml import etree


def xml_parser(*, huge: bool = False, lenient: bool = False, encoding: str | None = None) -> "etree.XMLParser":
    """A parser that resolves no entities, loads no document types and never asks the network.

    Args:
        huge: whether one piece of text may be larger than parsers take unasked.
        lenient: whether it goes on behind what is not sound.
        encoding: of the bytes, if it is known.
    """
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=huge, recover=lenient, encoding=encoding
    )


def dublin_core(root: Any, fact: str) -> str:
    """What a document says of itself by an element of the Dublin Core ("title", "creator"), on one line; or nothing."""
    found = root.find(f".//{{http://purl.org/dc/elements/1.1/}}{fact}")
    return one_line(found.text or "") if found is not None else ""


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
