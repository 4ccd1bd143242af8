"""What the styles of a Word document say of a paragraph: its kind, its level, whether it is numbered or hidden."""

import re
from typing import Any

from briefing.intake.text_runs import Style
from briefing.model import BlockKind, InlineKind
from briefing.records import dataclass

_HEADING = re.compile(r"heading ([1-6])")
_OFF = frozenset(("0", "false", "off", "none"))
_SWITCHES = (
    (("b",), InlineKind.STRONG),
    (("i",), InlineKind.EMPHASIS),
    (("strike", "dstrike"), InlineKind.STRUCK),
)
_PLACES = {"superscript": InlineKind.SUPERSCRIPT, "subscript": InlineKind.SUBSCRIPT}
_NAMED = {
    "strong": InlineKind.STRONG,
    "emphasis": InlineKind.EMPHASIS,
    "intense emphasis": InlineKind.EMPHASIS,
    "subtle emphasis": InlineKind.EMPHASIS,
}
"""Styles of words that every word processor has."""

_DEEPEST = 20
"""Styles that one may be based on, one on the other; more are a circle."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One style.

    Attributes:
        name: in lower case, as word processors show it in English.
        based_on: identifier of the style it changes, or empty.
        numbered: whether it makes items of paragraphs.
        hidden: whether words in it are not shown.
        list_number: which numbering it belongs to, or empty.
    """

    name: str
    based_on: str
    numbered: bool
    hidden: bool
    list_number: str = ""


class Styles:
    """The styles of a document, each looked up at once however many there are."""

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, ParagraphStyle] = {}
        self._default = ""
        for element in root.iter("{*}style") if root is not None else ():
            identifier = attribute_of(element, "styleId")
            self._styles.setdefault(identifier, _style(element))
            if attribute_of(element, "type") == "paragraph" and is_on(attribute_of(element, "default") or "0"):
                self._default = identifier

    def hides(self, identifier: str) -> bool:
        """Whether words in a style are not shown."""
        return any(style.hidden for style in self._line(identifier))

    def list_number(self, identifier: str) -> str:
        """Which numbering a style belongs to, or empty."""
        return next((style.list_number for style in self._line(identifier) if style.list_number), "")

    def of_words(self, identifier: str, properties: Any) -> frozenset[Style]:
        """How words are set, by the style they have and by their own properties."""
        name = next((style.name for style in self._line(identifier)), "")
        found = {_NAMED[name]} if name in _NAMED else set()
        for names, kind in _SWITCHES:
            told = [on for one in names if (on := switch(properties, one)) is not None]
            if told:
                found = found | {kind} if any(told) else found - {kind}
        place = properties.find("{*}vertAlign")
        raised = _PLACES.get(attribute_of(place, "val")) if place is not None else None
        return frozenset((kind, "") for kind in (found | {raised} if raised else found))

    def kind(self, identifier: str, *, numbered: bool | None, depth: int) -> tuple[BlockKind, int]:
        """The kind and level of a paragraph.

        Args:
            identifier: of its style; empty for the usual one.
            numbered: whether it says of itself that it is an item; None if it does not say.
            depth: of the item, from 0.
        """
        line = self._line(identifier or self._default)
        for style in line:
            if style.name == "title":
                return BlockKind.HEADING, 1
            if found := _HEADING.match(style.name):
                return BlockKind.HEADING, int(found.group(1))
        own = line[0].name if line else ""
        by_style = numbered is None and any(style.numbered for style in line)
        if numbered or by_style or own.startswith("list"):
            return BlockKind.ITEM, depth + 1
        if "quote" in own:
            return BlockKind.QUOTATION, 0
        return (BlockKind.CAPTION, 0) if own.startswith("caption") else (BlockKind.PARAGRAPH, 0)

    def _line(self, identifier: str) -> list[ParagraphStyle]:
        """A style, the one it is based on, and so on."""
        line: list[ParagraphStyle] = []
        while (style := self._styles.get(identifier)) and len(line) < _DEEPEST:
            line.append(style)
            identifier = style.based_on
        return line


def attribute_of(element: Any | None, name: str) -> str:
    """An attribute in the namespace of its element (the two kinds of Word documents have two); "" if there is none."""
    if element is None:
        return ""
    space = element.tag.rpartition("}")[0]
    return str(element.get(f"{space}}}{name}", ""))


def is_on(value: str) -> bool:
    """Whether a switch is on; one without a value is."""
    return value.lower() not in _OFF


def switch(properties: Any | None, name: str) -> bool | None:
    """Whether properties switch something on or off; None if they do not say."""
    found = properties.find(f"{{*}}{name}") if properties is not None else None
    return None if found is None else is_on(attribute_of(found, "val"))


def _style(element: Any) -> ParagraphStyle:
    name, base = element.find("{*}name"), element.find("{*}basedOn")
    number = element.find("{*}pPr/{*}numPr/{*}numId")
    return ParagraphStyle(
        name=attribute_of(name, "val").lower(),
        based_on=attribute_of(base, "val"),
        numbered=element.find("{*}pPr/{*}numPr") is not None,
        hidden=bool(switch(element.find("{*}rPr"), "vanish")),
        list_number=attribute_of(number, "val"),
    )
