"""Prints text on a terminal without control characters that could act on it.

Titles, names of files and headers of mails come from anybody; a terminal obeys what stands in them, from colours to
keys pressed, and shows words in the order that a few signs command.
"""

import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TextIO

from briefing.model.catalogue import in_english
from briefing.model.message import Message

MOST_TOLD = 20
"""Names of files that are skipped which are told one by one."""

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but for tabs and line ends, what turns the writing direction, and halves of surrogate pairs, of which names
of files that are no text are made. Direction marks stay: they turn nothing but themselves."""


def harmless(words: str) -> str:
    """The words with each sign that acts on a terminal shown as one that cannot be."""
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", words)


def said(message: Message) -> str:
    """What a message says, in the language of the terminal."""
    return in_english(message)


def one_line(words: str) -> str:
    """The words on one line: the name of a file may hold a line end, and would else tell of another file."""
    return "\N{REPLACEMENT CHARACTER}".join(words.splitlines())


def listed(names: Sequence[str]) -> str:
    """Names one after the other; of many the first, and how many more there are."""
    more = f" and {len(names) - MOST_TOLD} more" if len(names) > MOST_TOLD else ""
    return f"{', '.join(names[:MOST_TOLD])}{more}"


def json_of(found: object, indent: int | None = None) -> str:
    """JSON that means the same, in which such signs are written out as escapes."""
    written = json.dumps(found, ensure_ascii=False, indent=indent)
    return _ACTING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


@contextmanager
def only_words() -> Iterator[None]:
    """Let nothing but words come to standard output and standard error, whoever prints them."""
    with redirect_stdout(_Words(sys.stdout)), redirect_stderr(_Words(sys.stderr)):
        yield


class _Words(io.TextIOBase):
    """Writes to a stream what is harmless of what it gets."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._stream.encoding

    def write(self, words: str) -> int:
        self._stream.write(harmless(words))
        return len(words)

    def flush(self) -> None:
        self._stream.flush()

    def fileno(self) -> int:
        return self._stream.fileno()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def writable(self) -> bool:
        return True
