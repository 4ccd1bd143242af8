"""Cuts a Rich Text document into its tokens: group marks, control words and characters (Rich Text Format 1.9)."""

import codecs
import re
from collections.abc import Iterator

from briefing.records import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One of a brace, a control word with its number, a control sign, a byte of the code page, or plain bytes.

    Attributes:
        held: the bytes that `bin` announces.
    """

    brace: str = ""
    word: str = ""
    number: int | None = None
    sign: str = ""
    data: bytes = b""
    held: bytes = b""


def tokens_of(data: bytes) -> Iterator[Token]:
    """The tokens in order; the bytes that `bin` announces are none, but kept with it."""
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        word, number, coded, sign, brace, plain = found.groups()
        if word:
            value = int(number) if number else None
            start = at
            if word == b"bin" and value:
                at += max(0, value)
            yield Token(word=word.decode("ascii"), number=value, held=data[start:at])
        elif coded:
            yield Token(data=bytes.fromhex(coded.decode("ascii")))
        elif sign:
            yield Token(sign=sign.decode("latin-1"))
        elif brace:
            yield Token(brace=brace.decode("ascii"))
        elif plain:
            yield Token(data=plain)


def code_page(number: int | None) -> str:
    """The name of a code page's codec; Western if it is not known."""
    try:
        return codecs.lookup(f"cp{number}").name
    except (LookupError, ValueError):
        return "cp1252"
