"""Pictures that a document holds: proved, made smaller, and written anew, so that nobody else has to trust its bytes.

Whatever a picture's maker put beside its points (places, names, programs) is left out of what is kept.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import field
from typing import TYPE_CHECKING, Any

from briefing.model.identifiers import digest_of
from briefing.records import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 20_000_000
"""Bytes of the largest picture that is decoded."""

MOST_POINTS = 40_000_000
"""Points of the largest picture that is decoded: 160 MB while it is."""

LONGEST_SIDE = 1600
"""Points of a kept picture's longer side; what was larger is made smaller."""

SMALLEST_SIDE = 33
"""Points of both sides below which a picture is an icon, a line or a tracker's dot."""

MOST = 300
"""Pictures that are kept of one document."""

MOST_BYTES = 40_000_000
"""Bytes of all pictures that are kept of one document."""

LONGEST_DESCRIPTION = 500
"""Characters of what a document tells of a picture to those who cannot see it."""

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
"""What is decoded; Pillow knows stranger ones, whose readers are seldom looked through."""

_QUALITY = 85


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a document holds it.

    Attributes:
        data: its bytes, of any kind.
        description: what it shows, as the document tells those who cannot see it.
    """

    data: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture as it is kept: PNG or JPEG, made here, and known by its digest."""

    digest: str
    data: bytes
    width: int
    height: int


@dataclass(slots=True)
class PictureBudget:
    """Takes the pictures of one document until there are too many.

    Attributes:
        kept: the bytes of those that were taken, by digest.
    """

    kept: dict[str, bytes] = field(default_factory=dict)
    _seen: dict[str, KeptPicture | None] = field(default_factory=dict)
    _looked_at: int = 0

    def taken(self, picture: Picture) -> Iterator[KeptPicture]:
        """The picture as it is kept; nothing if it is none that can be shown, or one too many."""
        source = digest_of(picture.data)
        if source not in self._seen:
            self._looked_at += 1
            self._seen[source] = kept_picture(picture.data) if self._looked_at <= MOST else None
        found = self._seen[source]
        if found and (found.digest in self.kept or sum(map(len, self.kept.values())) + len(found.data) <= MOST_BYTES):
            self.kept[found.digest] = found.data
            yield found


def kept_picture(data: bytes) -> KeptPicture | None:
    """The picture in some bytes, proved and written anew; None if there is none that can be shown."""
    if not data or len(data) > LARGEST:
        return None
    with suppress(ImportError):
        from PIL import Image

        # A damaged picture raises almost anything: decoders are many, and their files are anybody's.
        with suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                width, height = picture.size
                if width * height <= MOST_POINTS and max(width, height) >= SMALLEST_SIDE:
                    return _written(picture)
    return None


def _written(picture: "Image") -> KeptPicture:
    from PIL import Image, ImageOps

    # Of a photograph the first of the two would be larger, and takes long to be made.
    is_photograph = picture.format == "JPEG"
    upright = ImageOps.exif_transpose(picture)
    shown: Any = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    clear = Image.new(shown.mode, shown.size)
    clear.paste(shown)
    kinds: list[tuple[str, dict[str, Any]]] = (
        [("PNG", {"optimize": False})] if clear.mode == "RGBA" or not is_photograph else []
    )
    kinds += [("JPEG", {"quality": _QUALITY})] if clear.mode == "RGB" else []
    data = min((_encoded(clear, kind, **options) for kind, options in kinds), key=len)
    return KeptPicture(digest_of(data), data, *clear.size)


def _encoded(picture: Any, kind: str, **options: Any) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()
