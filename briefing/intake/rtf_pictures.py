"""Pictures in a Rich Text document: their bytes, told in figures or as they are, and what is said of them."""

import re
from dataclasses import field

from briefing.intake.pictures import LARGEST, MOST, Picture
from briefing.records import dataclass

DRAWN = {
    "shpinst": "shape", "picprop": "shape", "sp": "shape", "sn": "name", "sv": "value", "pict": "picture",
    "shptxt": "body",
}  # fmt: skip
"""Groups of a drawing, with what is read in each; of a shape itself nothing is."""

_FIGURES = re.compile(r"[^0-9a-fA-F]")


@dataclass(slots=True)
class RtfPictures:
    """Gathers the pictures until a passage takes them."""

    _waiting: list[Picture] = field(default_factory=list)
    _figures: list[str] = field(default_factory=list)
    _length: int = 0
    _bytes: bytes = b""
    _words: dict[str, str] = field(default_factory=dict)
    _description: str = ""

    def write(self, target: str, words: str) -> None:
        """Take some characters of a group."""
        if target == "picture" and self._length <= 2 * LARGEST:
            self._figures.append(words)
            self._length += len(words)
        elif target in ("name", "value"):
            self._words[target] = (self._words.get(target, "") + words)[:2000]

    def hold(self, data: bytes) -> None:
        """Take the bytes of a picture that is not told in figures."""
        self._bytes = data[:LARGEST] or self._bytes

    def close(self, inner: str, outer: str) -> None:
        """End a group within another one."""
        if inner == "value" and outer != "value":
            if self._words.pop("name", "").strip() == "wzDescription":
                self._description = self._words.get("value", "").strip()
            self._words.pop("value", None)
        elif inner == "picture" and outer != "picture":
            figures = _FIGURES.sub("", "".join(self._figures))
            data = self._bytes or bytes.fromhex(figures[: len(figures) // 2 * 2])
            if data and len(self._waiting) < MOST:
                self._waiting.append(Picture(data, self._description))
            self._figures, self._length, self._bytes, self._description = [], 0, b"", ""

    def taken(self) -> tuple[Picture, ...]:
        """The pictures that came since they were last taken."""
        found, self._waiting = tuple(self._waiting), []
        return found
