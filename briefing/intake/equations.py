"""Equations of Office documents (OMML) in one line."""

from collections.abc import Callable, Iterable
from typing import Any

from briefing.intake.equation_line import Pieces, fraction, lowered, root, upper
from briefing.intake.xml_tree import local_name

_GONE = frozenset(("del", "moveFrom", "rPr", "ctrlPr", "argPr"))
_APART = frozenset(("f", "func", "nary", "m", "eqArr"))


def linear(equation: Any) -> str:
    """The words and signs of an equation, or of a part of one."""
    pieces = Pieces()
    for element in equation:
        pieces.add(_shown(element), apart=local_name(element) in _APART)
    return pieces.line


def _shown(element: Any) -> str:
    kind = local_name(element)
    if not kind or kind in _GONE or kind.endswith("Pr"):
        return ""
    if kind == "t":
        return element.text or ""
    known = _KNOWN.get(kind)
    return known(element) if known else linear(element)


def _part(element: Any, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return linear(found).strip() if found is not None else ""


def _fraction(element: Any) -> str:
    return fraction(_part(element, "num"), _part(element, "den"))


def _scripts(element: Any) -> str:
    return f"{_part(element, 'e')}{lowered(_part(element, 'sub'))}{upper(_part(element, 'sup'))}"


def _before(element: Any) -> str:
    return f"{lowered(_part(element, 'sub'))}{upper(_part(element, 'sup'))}{_part(element, 'e')}"


def _limit(element: Any) -> str:
    return f"{_part(element, 'e')}{lowered(_part(element, 'lim'))}"


def _root(element: Any) -> str:
    return root(_part(element, "deg"), _part(element, "e"))


def _function(element: Any) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _sum(element: Any) -> str:
    sign = _property(element, "chr", "∫")
    return f"{sign}{lowered(_part(element, 'sub'))}{upper(_part(element, 'sup'))} {_part(element, 'e')}"


def _brackets(element: Any) -> str:
    begin, between, end = (
        _property(element, name, usual) for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
    )
    return f"{begin}{between.join(_each(element, 'e'))}{end}"


def _accent(element: Any) -> str:
    return f"{_part(element, 'e')}{_property(element, 'chr', chr(0x302))}"


def _matrix(element: Any) -> str:
    rows = [", ".join(_each(row, "e")) for row in element.iterfind("{*}mr")]
    return "; ".join(rows)


def _lines(element: Any) -> str:
    return "; ".join(filter(None, _each(element, "e")))


def _each(element: Any, name: str) -> Iterable[str]:
    return [linear(part).strip() for part in element.iterfind(f"{{*}}{name}")]


def _property(element: Any, name: str, usual: str) -> str:
    """A sign that an element sets; the usual one if it does not, none if it sets an empty one."""
    properties = next((part for part in element if local_name(part).endswith("Pr")), None)
    found = properties.find(f"{{*}}{name}") if properties is not None else None
    if found is None:
        return usual
    return next((str(value) for key, value in found.attrib.items() if key.rpartition("}")[2] == "val"), "")


_KNOWN: dict[str, Callable[[Any], str]] = {
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": _before,
    "limLow": _limit,
    "limUpp": _limit,
    "rad": _root,
    "func": _function,
    "nary": _sum,
    "d": _brackets,
    "acc": _accent,
    "m": _matrix,
    "eqArr": _lines,
}
