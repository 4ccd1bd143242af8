"""Quotations in a block: where marks open and close, even when one of them is missing."""

import re
from collections.abc import Iterator

from briefing.model import Span
from briefing.records import dataclass

MARKS = '“”"«»'
"""Marks that stand around what was said and never within a word."""

_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "``": "''", "''": "''"}
_TWICE = {"‘‘": "“", "’’": "”"}
"""Two single marks that stand for a double one."""

_MARK = re.compile(r"[“”«»„\"]|''|``|‘‘|’’|(?<!\w)‘|’(?!\w)|(?<!\w)'(?=\w)|(?<=[\w.,!?])'(?!\w)")
_SCARE_WORDS = 3
_LONGEST_SINGLE = 400
_WORD = re.compile(r"[^\W\d_]+")
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        span: with the marks.
        inner: without them.
        whole: whether both marks are there.
    """

    span: Span
    inner: Span
    whole: bool

    def is_scare(self, text: str) -> bool:
        """Whether so few words are quoted that they are a title or held at arm's length, not said."""
        words = self.inner.of(text)
        return len(words.split()) <= _SCARE_WORDS or is_title(words)


def is_title(words: str) -> bool:
    """Whether words in quotation marks are the name of a work: capitals throughout, and no full stop or comma."""
    telling = [word for word in _WORD.findall(words) if len(word) > _SHORT_WORD]
    return len(telling) > 1 and all(word[0].isupper() for word in telling) and words.rstrip()[-1:] not in ".,!?;…"


def quotations(text: str, block: Span) -> list[Quotation]:
    """The outermost quotations of the block, in order.

    A closing mark without an opening one is taken to have opened with the block; an opening mark
    without a closing one runs to the end of the block, as in a quotation over several paragraphs.
    """
    found: list[Quotation] = []
    opened: tuple[Span, str] | None = None
    for mark in _marks(text, block):
        sign = _TWICE.get(mark.of(text), mark.of(text))
        if sign == "''" and opened is not None and opened[1] == "”":
            sign = "”"
        if opened is None:
            if sign in "”»" and not found:
                found.append(_quotation(Span(block.start, block.start), mark))
            elif sign in _PAIRS or (sign == "'" and _may_open(text, mark)):
                opened = (mark, _PAIRS.get(sign, "'"))
        elif sign == opened[1]:
            found.append(_quotation(opened[0], mark))
            opened = None
    if opened is not None and opened[1] in "”»\"''" and opened[1] != "'":
        found.append(Quotation(Span(opened[0].start, block.end), Span(opened[0].end, block.end), whole=False))
    return [quotation for quotation in found if len(quotation.inner)]


def _quotation(opening: Span, closing: Span) -> Quotation:
    return Quotation(Span(opening.start, closing.end), Span(opening.end, closing.start), whole=len(opening) > 0)


def _marks(text: str, block: Span) -> Iterator[Span]:
    """Quotation marks; single ones only where a matching one is near, as they are apostrophes too."""
    found = [Span(match.start(), match.end()) for match in _MARK.finditer(text, block.start, block.end)]
    for number, mark in enumerate(found):
        sign = mark.of(text)
        if sign in "'‘" and _may_open(text, mark) and not _closed_nearby(text, found[number + 1 :], mark):
            continue
        yield mark


def _may_open(text: str, mark: Span) -> bool:
    """Whether a mark stands before a word and not behind one, as in "the nurses' union"."""
    return not text[max(0, mark.start - 1) : mark.start].isalnum() and text[mark.end : mark.end + 1].isalnum()


def _closed_nearby(text: str, following: list[Span], opening: Span) -> bool:
    close = "'" if opening.of(text) == "'" else "’"
    for mark in following:
        if mark.start - opening.end > _LONGEST_SINGLE:
            return False
        if mark.of(text) == close:
            return True
    return False
