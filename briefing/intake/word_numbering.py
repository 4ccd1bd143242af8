"""Numbers of the lists of a Word document, counted as word processors count them."""

from collections.abc import Iterable
from typing import Any

from briefing.intake.list_numbers import as_letters, as_numeral
from briefing.intake.word_styles import attribute_of
from briefing.records import dataclass

_LEVELS = 9
_LONGEST = 40
"""Characters of the longest number that is shown before an item."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    text: str


class Numbering:
    """What counts the items of lists; ask for the marker of each item once, in their order."""

    def __init__(self, root: Any | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        for abstract in root.iterfind("{*}abstractNum"):
            self._levels[attribute_of(abstract, "abstractNumId")] = dict(map(_level, abstract.iterfind("{*}lvl")))
        for number in root.iterfind("{*}num"):
            named = number.find("{*}abstractNumId")
            base = attribute_of(named, "val")
            overrides = list(number.iterfind("{*}lvlOverride"))
            if overrides:
                # It counts by itself.
                key = f"{base}/{attribute_of(number, 'numId')}"
                self._levels[key] = {
                    **self._levels.get(base, {}),
                    **dict(_overridden(overrides, self._levels.get(base, {}))),
                }
                base = key
            self._abstract[attribute_of(number, "numId")] = base

    def marker(self, number: str, depth: int) -> str | None:
        """What stands before the next item of a list, at a depth from 0: "" for a bullet, None for nothing."""
        base = self._abstract.get(number, "")
        level = self._levels.get(base, {}).get(depth)
        if level is None or depth >= _LEVELS:
            return ""
        if level.kind in ("bullet", "none"):
            return "" if level.kind == "bullet" else None
        counts = self._counts.setdefault(base, [None] * _LEVELS)
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return self._shown(base, level.text, counts)

    def _shown(self, base: str, text: str, counts: list[int | None]) -> str:
        shown = text
        for place, level in self._levels[base].items():
            if place < _LEVELS and f"%{place + 1}" in shown:
                count = counts[place]
                shown = shown.replace(f"%{place + 1}", _as(level.kind, level.start if count is None else count))
        return shown.strip()[:_LONGEST]


def _level(element: Any) -> tuple[int, _Level]:
    def value(name: str, usual: str) -> str:
        found = element.find(f"{{*}}{name}")
        return attribute_of(found, "val") if found is not None else usual

    return _whole(attribute_of(element, "ilvl"), 0), _Level(
        _whole(value("start", "0"), 0), value("numFmt", "decimal"), value("lvlText", "")
    )


def _overridden(overrides: Iterable[Any], usual: dict[int, _Level]) -> Iterable[tuple[int, _Level]]:
    for override in overrides:
        depth = _whole(attribute_of(override, "ilvl"), 0)
        own, start = override.find("{*}lvl"), override.find("{*}startOverride")
        level = _level(own)[1] if own is not None else usual.get(depth)
        if level is not None:
            first = _whole(attribute_of(start, "val"), level.start) if start is not None else level.start
            yield depth, _Level(first, level.kind, level.text)


def _as(kind: str, number: int) -> str:
    if number > 0 and kind in ("lowerLetter", "upperLetter"):
        return as_letters(number).upper() if kind == "upperLetter" else as_letters(number)
    if 0 < number < 4000 and kind in ("lowerRoman", "upperRoman"):
        return as_numeral(number).upper() if kind == "upperRoman" else as_numeral(number)
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def _whole(value: str, usual: int) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else usual
