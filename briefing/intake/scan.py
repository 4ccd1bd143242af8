"""A scan or a photograph of a page to an article: its words are recognised, if that part of Briefing is there."""

import io
import warnings
from collections.abc import Iterator
from typing import Any

from briefing.intake import text_recognition
from briefing.intake.article_builder import article_of_passages
from briefing.intake.intake_errors import NotAnArticle, TooLarge, UnreadableFile, Unsupported, legible
from briefing.intake.pdf import passages_of_words
from briefing.model import Article
from briefing.model.message import Message

MEDIA_TYPE = "image/png"
MOST_PAGES = 100
MOST_DOTS = 100_000_000
LONGEST_SIDE = 4000
"""Dots to which a larger picture is made smaller."""
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")
_DOTS_TO_A_POINT = 200 / 72
"""Of a picture that does not say how large it is."""
_FAULTS = (OSError, ValueError, SyntaxError, TypeError, LookupError, OverflowError, EOFError, AttributeError)


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a picture.

    Raises:
        Unsupported: if words in pictures cannot be recognised here.
        UnreadableFile: if it is damaged.
        TooLarge: if it has too many dots or pages.
        NotAnArticle: if no words are recognised in it.
    """
    if not text_recognition.is_installed():
        raise Unsupported(name, Message.of("scan.picture", name=legible(name), how=text_recognition.HOW_TO_ADD))
    found = text_recognition.recognised(_pages(data, name), [""] * MOST_PAGES, passages_of_words)
    if not found.passages:
        raise NotAnArticle(name, Message.of("scan.no_words", name=legible(name)))
    return article_of_passages(found.passages, name, address, _media_type(data))


def _pages(data: bytes, name: str) -> Iterator[tuple[int, Any, float]]:
    from PIL import Image, ImageOps, ImageSequence

    damaged = UnreadableFile(name, Message.of("scan.damaged", name=legible(name)))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
            for number, frame in enumerate(ImageSequence.Iterator(picture)):
                if frame.width * frame.height > MOST_DOTS or number >= MOST_PAGES:
                    raise TooLarge(name, Message.of("scan.too_large", name=legible(name)))
                scale = _scale(frame)
                # What a camera notes of how it was held is heeded.
                shown = ImageOps.exif_transpose(frame).convert("RGB")
                longest = max(shown.size)
                shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                yield number, shown, scale * max(shown.size) / longest
    except Image.DecompressionBombError as fault:
        raise TooLarge(name, Message.of("scan.too_large", name=legible(name))) from fault
    except _FAULTS as fault:
        raise damaged from fault


def _scale(picture: Any) -> float:
    """Dots to a point."""
    told = picture.info.get("dpi")
    dots = float(told[0]) if isinstance(told, tuple) and told else 0.0
    return dots / 72 if 70 <= dots <= 1200 else _DOTS_TO_A_POINT


def _media_type(data: bytes) -> str:
    return {b"\xff\xd8": "image/jpeg", b"II": "image/tiff", b"MM": "image/tiff"}.get(data[:2], MEDIA_TYPE)
