"""Finds words in an article regardless of case and of the kinds of quotation marks, dashes and spaces."""

import re

from briefing.model import Span, Spans

_ALIKE = ("'’‘ʼ′", '"“”„«»″', "-–—‐‑−", "eéèêë", "aáàâäãå", "oóòôöõø", "uúùûü", "iíìîï", "nñ", "cç")
"""Signs of which each finds all of its row: what a keyboard gives, and what a printer sets."""


def find_all(text: str, words: str) -> Spans:
    """Where `words` stand in `text`, in its order; nothing for nothing or white space only.

    A sign that is typed with an accent finds only itself; white space finds any run of it, a line break too.
    """
    wanted = words.split()
    if not wanted:
        return ()
    pattern = r"\s+".join("".join(map(_pattern, word)) for word in wanted)
    return tuple(Span(*found.span()) for found in re.finditer(pattern, text, re.IGNORECASE))


def nearest(hits: Spans, place: int) -> int:
    """The number of the first hit at or behind the code point `place`, else of the first of all; −1 without any."""
    if not hits:
        return -1
    return next((number for number, span in enumerate(hits) if span.start >= place), 0)


def _pattern(sign: str) -> str:
    row = next((row for row in _ALIKE if sign.casefold() == row[0] or (not sign.isalnum() and sign in row)), "")
    return f"[{re.escape(row)}]" if row else re.escape(sign)
