"""Fonts of a Rich Text document: which code page their bytes are of, and which signs they draw in place of letters."""

import codecs
from contextlib import suppress
from dataclasses import field

from briefing.intake.symbol_fonts import sign_of
from briefing.records import dataclass

_CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Of the character sets that are not those of the document (Rich Text Format 1.9, `fcharset`)."""
_MOST = 10_000
"""Fonts of a document, and characters of their names, beyond which none is listened to."""


@dataclass(slots=True)
class RtfFonts:
    """The table of fonts.

    Attributes:
        default: number of the font of what names none.
    """

    default: int = 0
    _names: dict[int, str] = field(default_factory=dict)
    _sets: dict[int, int] = field(default_factory=dict)
    _at: int = 0
    _length: int = 0

    def take(self, word: str, number: int | None) -> None:
        """A control word in the table."""
        if word == "f":
            self._at = number or 0
        elif word == "fcharset" and len(self._sets) < _MOST:
            self._sets[self._at] = number or 0

    def write(self, words: str) -> None:
        """Words in the table: the name of the font."""
        self._length += len(words)
        if self._length < _MOST:
            self._names[self._at] = self._names.get(self._at, "") + words.rstrip(";")

    def decoded(self, data: bytes, font: int | None, encoding: str) -> str:
        """The words that a font shows for some bytes of a document in an encoding."""
        number = self.default if font is None else font
        name = self._names.get(number, "")
        if any(sign_of(name, byte) for byte in data):
            return "".join(sign_of(name, byte) or chr(byte) for byte in data)
        with suppress(LookupError):
            encoding = codecs.lookup(_CODE_PAGES.get(self._sets.get(number, 0), encoding)).name
        return data.decode(encoding, "replace")

    def shown(self, code: int, font: int | None) -> str:
        """The sign that a font shows for a number that a document tells."""
        name = self._names.get(self.default if font is None else font, "")
        return sign_of(name, code) or chr(code)
