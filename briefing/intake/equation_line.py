"""Writes the parts of an equation in one line, so that no figure runs into the next: a fraction has its stroke."""

from briefing.intake.superscripts import raised
from briefing.records import dataclass

_JOINING = frozenset("+-−±×·/=<>,;| ")


@dataclass(slots=True)
class Pieces:
    """What follows one another in an equation.

    Attributes:
        line: what was added.
    """

    line: str = ""
    _apart: bool = False

    def add(self, words: str, *, apart: bool = False) -> None:
        """Add what is shown next, parted from what is beside it where that would read as one: "a/b c" is not "a/bc"."""
        if words and self.line and (apart or self._apart) and not {self.line[-1], words[0]} & _JOINING:
            self.line += " "
        self.line += words
        self._apart = apart if words else self._apart


def fraction(above: str, below: str) -> str:
    """What is divided by what."""
    return f"{_whole(above)}/{_whole(below)}"


def upper(words: str) -> str:
    """An exponent or an upper limit; figures are raised."""
    if not words:
        return ""
    return high if (high := raised(words)) != words else f"^{_whole(words)}"


def lowered(words: str) -> str:
    """An index or a lower limit."""
    return f"_{_whole(words)}" if words else ""


def root(degree: str, words: str) -> str:
    """A root; without a degree it is the square root."""
    return f"{upper(degree)}√({words})"


def _whole(words: str) -> str:
    """The words in brackets, if what stands beside them would be taken for a part of them."""
    return f"({words})" if len(words) > 1 and not words.startswith("(") and _JOINING & set(words) else words
