"""Text as it can be printed."""

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` without control characters and half surrogates.

    A byte order mark within a text, which PDF does not take, becomes what Unicode has for it since: a word joiner.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "\u2060")
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
