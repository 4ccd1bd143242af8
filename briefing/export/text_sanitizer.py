"""Text as it can be printed."""

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CLOSES = {"\u2069": "\u2066\u2067\u2068", "\u202c": "\u202a\u202b\u202d\u202e"}
"""Signs that end a change of direction, with those that begin it (Unicode Standard Annex 9)."""


def printable(text: str) -> str:
    """`text` without control characters and half surrogates; what it turns round, it turns back at its end."""
    cleaned = printable_part(text)
    return cleaned + _turned_back(cleaned)


def printable_part(text: str) -> str:
    """A part of a text, which may turn round what follows it, without control characters and half surrogates.

    A byte order mark within a text, which PDF does not take, becomes what Unicode has for it since: a word joiner.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "\u2060")
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _turned_back(text: str) -> str:
    """The signs that end all changes of direction which are open at the end of a text."""
    open_ones: list[str] = []
    for sign in _DIRECTION.findall(text):
        if sign not in _CLOSES:
            open_ones.append(next(end for end, begins in _CLOSES.items() if sign in begins))
        elif sign == "\u2069" and sign in open_ones:
            # An isolate takes with it whatever was begun within it.
            del open_ones[len(open_ones) - 1 - open_ones[::-1].index(sign) :]
        elif open_ones[-1:] == [sign]:
            open_ones.pop()
    return "".join(reversed(open_ones))
