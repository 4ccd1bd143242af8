"""What a Rich Text document counts or chooses: the marks of its notes, and the entries of its forms."""

from collections import Counter
from dataclasses import field

from briefing.intake.superscripts import raised, raised_numeral
from briefing.intake.text_decoder import collapsed
from briefing.intake.text_runs import Run
from briefing.records import dataclass

_MOST = 1000
_WORDS = frozenset(("formfield", "ffl", "ffres", "ffdefres", "fftype", "ffhaslistbox", "ffname"))


@dataclass(slots=True)
class RtfNoteMarks:
    """Counts notes whose marks are not written out.

    Attributes:
        is_endnote: whether the note that is read is one at the end of the document.
    """

    is_endnote: bool = False
    _counts: Counter[bool] = field(default_factory=Counter)
    _place: int = -1

    def begin(self, runs: list[Run]) -> None:
        """A mark stands here; which it is shows with its note."""
        self._place = len(runs)
        runs.append(Run(""))

    def end_note(self, runs: list[Run]) -> str:
        """Put the mark of a note that was read into the text; empty if it has one of its own."""
        place, is_endnote = self._place, self.is_endnote
        self._place, self.is_endnote = -1, False
        if not 0 <= place < len(runs) or runs[place].words:
            return ""
        self._counts[is_endnote] += 1
        number = self._counts[is_endnote]
        mark = raised_numeral(number) if is_endnote else raised(str(number))
        runs[place] = Run(mark, runs[place].styles, runs[place].cell)
        return mark


@dataclass(slots=True)
class RtfForm:
    """The form that was read last."""

    _entries: list[str] = field(default_factory=list)
    _result: int = 0

    def take(self, word: str, number: int | None) -> bool:
        """Take a control word, if it is one of forms."""
        if word not in _WORDS:
            return False
        if word == "formfield":
            self._entries, self._result = [], 0
        elif word == "ffl" and len(self._entries) < _MOST:
            self._entries.append("")
        elif word in ("ffres", "ffdefres") and number is not None and not (word == "ffres" and number == 25):
            self._result = number
        return True

    def write(self, words: str) -> None:
        """Take characters of an entry."""
        if self._entries:
            self._entries[-1] = (self._entries[-1] + words)[:_MOST]

    def chosen(self, code: str) -> str:
        """What a field shows that is a form; empty if it is none, or one to write in."""
        if "FORMDROPDOWN" in code and 0 <= self._result < len(self._entries):
            return collapsed(self._entries[self._result])
        if "FORMCHECKBOX" in code:
            return "\N{BALLOT BOX WITH X}" if self._result else "\N{BALLOT BOX}"
        return ""
