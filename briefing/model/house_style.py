"""The house style of briefs: whose they are, a logo, colours and a face."""

import re
import zlib
from dataclasses import replace

from briefing.records import dataclass

LONGEST_NAME = 120
"""Characters of the name of an organisation, or of a face."""

LEAST_CONTRAST = 4.5
"""Of words on paper that everybody can read (WCAG 2.1, level AA)."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FACE = re.compile(r"\w[\w .&+-]*")
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAME = 12
"""Bytes of a piece of a PNG besides what it holds: length, kind and checksum."""

_LARGEST_LOGO = 4_000_000


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How an organisation's briefs look; what is empty is as the program ships it.

    Attributes:
        name: of the organisation; stands beside the logo and at the foot of the pages.
        accent: colour of lines, links and the reader's word, as "#2b5c8f".
        heading: colour of title and headings, likewise.
        face: family of the font that the words are set in.
        logo: a PNG.
    """

    name: str = ""
    accent: str = ""
    heading: str = ""
    face: str = ""
    logo: bytes = b""

    @property
    def safe(self) -> "HouseStyle":
        """The same without what is no name of a face, no picture, or no colour that can be read on paper."""
        return replace(
            self,
            name=" ".join(self.name.split())[:LONGEST_NAME],
            accent=_colour(self.accent),
            heading=_colour(self.heading),
            face=self.face if len(self.face) <= LONGEST_NAME and _FACE.fullmatch(self.face) else "",
            logo=self.logo if len(self.logo) <= _LARGEST_LOGO and _is_whole_png(self.logo) else b"",
        )


def contrast_on_paper(colour: str) -> float:
    """The contrast ratio of a colour, as "#2b5c8f", on white paper, 1 to 21 (WCAG 2.1, "contrast ratio")."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _colour(told: str) -> str:
    colour = told.strip().casefold()
    return colour if _COLOUR.fullmatch(colour) and contrast_on_paper(colour) >= LEAST_CONTRAST else ""


def _is_whole_png(data: bytes) -> bool:
    """Whether a file is a PNG with all its pieces, each as it was written."""
    place, kind = len(_PNG), b""
    while data.startswith(_PNG) and kind != b"IEND" and place + _FRAME <= len(data):
        end = place + _FRAME + int.from_bytes(data[place : place + 4], "big")
        checked, kind = data[place + 4 : end - 4], data[place + 4 : place + 8]
        if end > len(data) or zlib.crc32(checked) != int.from_bytes(data[end - 4 : end], "big"):
            return False
        place = end
    return kind == b"IEND"
