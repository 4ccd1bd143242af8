"""Adds places to break overlong lines at, without which Qt takes quadratic time to set them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextOption
    from PySide6.QtWidgets import QPlainTextEdit

LONGEST = 1_000
"""Characters without a place to break a line that are laid out as one word; hardly a language has one a tenth of it."""

MOST = 4_000
"""Characters that a label, a card or a line of a list shows at most: more than any has room for."""

WIDE, PIECE = 40, 12
"""Letters of a word from which on a label may break it anywhere, and of the pieces that it is broken into."""

MOST_MARKS = 30
"""Signs in a row that belong to the letter before them, or join what is beside them; no writing has half as many."""

_JOINERS = {"\u200d", "\u2060"}


# Both when they are first asked for: to compile one takes longer than most modules, and a start asks for neither.
@cache
def _long() -> re.Pattern[str]:
    return re.compile(rf"[^\s\-/\u200b\u2e80-\ud7ff]{{{WIDE},}}")


@cache
def _run() -> re.Pattern[str]:
    """White space, hyphens and dashes, and scripts that break anywhere."""
    return re.compile(
        "[^\\s\\-\u00ad\u200b\u2010\u2012-\u2014\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U0001f000-\U0003ffff]"
        f"{{{LONGEST},}}"
    )


def cuts(words: str) -> Iterator[int]:
    """Where words without a place to break a line are cut in two for the layout, as often as needed."""
    for run in _run().finditer(words):
        yield from (_between(words, at) for at in range(run.start() + LONGEST, run.end(), LONGEST))


def wrap_mode(words: str) -> QTextOption.WrapMode:
    """How a field breaks the lines of words: between words, unless there is one of which no line holds the like."""
    from PySide6.QtGui import QTextOption

    modes = QTextOption.WrapMode
    return modes.WrapAnywhere if _run().search(words) else modes.WrapAtWordBoundaryOrAnywhere


def fit(field: QPlainTextEdit, words: str) -> None:
    """Let a field break the lines of what is to stand in it where that can be reckoned quickly."""
    mode = wrap_mode(words)
    if mode is not field.wordWrapMode():
        field.setWordWrapMode(mode)


def short(words: str, most: int = MOST) -> str:
    """The beginning of words that are longer than any place shows."""
    return words if len(words) <= most else f"{words[:most]}…"


def breakable(words: str) -> str:
    """Words with places without a width at which a line may be broken, where a word is wider than labels are."""
    if max(map(len, words.split()), default=0) < WIDE:
        return words
    return _long().sub(lambda found: "\u200b".join(_pieces(found[0])), words)


def _pieces(word: str) -> Iterator[str]:
    start = 0
    while len(word) - start > PIECE:
        end = _between(word, start + PIECE)
        end = end if end > start else start + PIECE
        yield word[start:end]
        start = end
    yield word[start:]


def _between(words: str, at: int) -> int:
    """The place at or before `at` at which no letter is parted from its marks; a heap of them is parted anywhere."""
    for place in range(at, max(0, at - MOST_MARKS), -1):
        if not (unicodedata.combining(words[place]) or words[place] in _JOINERS or words[place - 1] in _JOINERS):
            return place
    return at
