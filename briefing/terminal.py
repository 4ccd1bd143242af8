"""Prints text on a terminal without control characters that could act on it.

Titles, names of files and headers of mails come from anybody; a terminal obeys what stands in them, from colours to
keys pressed, and shows words in the order that a few signs command.
"""

import io
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TextIO

from briefing.model.catalogue import WRITTEN, catalogue, languages
from briefing.model.message import Message

MOST_TOLD = 20
"""Names of files that are skipped which are told one by one."""

_LIST = "LANGUAGE"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but for tabs and line ends, what turns the writing direction, and halves of surrogate pairs, of which names
of files that are no text are made. Direction marks stay: they turn nothing but themselves."""


def harmless(words: str) -> str:
    """The words with each sign that acts on a terminal shown as one that cannot be."""
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", words)


def said(message: Message) -> str:
    """What a message says, in the language of the terminal."""
    return catalogue(language()).words(message)


def quoted(words: str) -> str:
    """Words in the quotation marks of that language."""
    return said(Message.of("marks.quoted", words=words))


def language() -> str:
    """The code of the language in which the terminal is answered: of the first variable that names one we have.

    The order is that of gettext: `LANGUAGE`, a list, then `LC_ALL`, `LC_MESSAGES` and `LANG`.
    """
    wished = [*os.environ.get(_LIST, "").split(":"), *(os.environ.get(name, "") for name in _VARIABLES)]
    if not any(wished):
        wished.append(_of_windows())
    codes = [re.split("[_.@-]", one, maxsplit=1)[0].lower() for one in wished if one]
    return next((code for code in codes if code in languages()), WRITTEN)


def _of_windows() -> str:
    """The language of the windows of Windows, which has no such variables ("de_DE"); nothing elsewhere."""
    import ctypes
    import locale

    loader = getattr(ctypes, "windll", None)
    return locale.windows_locale.get(loader.kernel32.GetUserDefaultUILanguage(), "") if loader else ""


def speak(code: str) -> None:
    """Let the terminal be answered in a language, if one is named; what it starts hears of it, too."""
    if code:
        os.environ[_LIST] = code


def one_line(words: str) -> str:
    """The words on one line: the name of a file may hold a line end, and would else tell of another file."""
    return "\N{REPLACEMENT CHARACTER}".join(words.splitlines())


def listed(names: Sequence[str]) -> str:
    """Names one after the other; of many the first, and how many more there are."""
    if len(names) <= MOST_TOLD:
        return ", ".join(names)
    more = said(Message.of("list.and_more", number=len(names) - MOST_TOLD))
    return f"{', '.join(names[:MOST_TOLD])} {more}"


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
