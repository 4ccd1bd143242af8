"""Fields of a Word document: their results are shown, the codes that make them are not."""

from typing import Any

from briefing.intake.field_codes import drawn_by
from briefing.intake.word_styles import attribute_of, is_on

_LONGEST_CODE = 4000
_BOXES = {True: "\N{BALLOT BOX WITH X}", False: "\N{BALLOT BOX}"}


class Fields:
    """The fields that are open, the outermost first."""

    def __init__(self) -> None:
        self._results: list[bool] = []
        """For each, whether its result is being read (and not its code)."""
        self._chosen: list[str] = []
        """For each, what a form holds without a result of its own."""
        self._codes: list[str] = []

    def turn(self, element: Any) -> str:
        """Take the sign that opens a field, ends its code or ends it; gives what it shows without a result."""
        kind = attribute_of(element, "fldCharType")
        if kind == "begin":
            self._results.append(False)
            self._chosen.append(_chosen(element))
            self._codes.append("")
        elif kind == "separate" and self._results:
            self._results[-1] = True
        elif kind == "end" and self._results:
            self._results.pop()
            code = drawn_by(self._codes.pop())
            chosen = self._chosen.pop()
            return self.shown(chosen or code, inner=0)
        return ""

    def code(self, words: str) -> None:
        """Take a piece of the code of the field that was opened last."""
        if self._codes and not self._results[-1] and len(self._codes[-1]) < _LONGEST_CODE:
            self._codes[-1] += words

    def shown(self, words: str, inner: int = 1) -> str:
        """The words, unless they stand in the code of a field around the one that they are the result of."""
        shown = words if all(self._results[: len(self._results) - inner]) else ""
        if shown and inner and self._chosen:
            self._chosen[-1] = self._codes[-1] = ""
        return shown

    def end_paragraph(self) -> None:
        """A field whose code does not end with the paragraph is damaged: what follows is shown all the same."""
        kept = [place for place, result in enumerate(self._results) if result]
        self._results = [True for _ in kept]
        self._chosen = [self._chosen[place] for place in kept]
        self._codes = [self._codes[place] for place in kept]


def _chosen(begin: Any) -> str:
    """The entry of a list that is chosen in a form, or its box."""
    entries = begin.find("{*}ffData/{*}ddList")
    if entries is not None:
        told = _value(entries, "result") or _value(entries, "default")
        names = [attribute_of(entry, "val") for entry in entries.iterfind("{*}listEntry")]
        number = int(told) if told.isascii() and told.isdigit() and len(told) < 5 else 0
        return names[number] if number < len(names) else ""
    box = begin.find("{*}ffData/{*}checkBox")
    if box is None:
        return ""
    marked = box.find("{*}checked")
    marked = box.find("{*}default") if marked is None else marked
    return _BOXES[marked is not None and is_on(attribute_of(marked, "val"))]


def _value(element: Any, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return attribute_of(found, "val")
