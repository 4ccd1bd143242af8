"""Recognises the words in pictures of pages, by PP-OCR (rapidocr) if that is installed; nothing leaves the machine.

It is an extra part of Briefing, for it is large; its models lie in its package, and none is ever fetched.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from briefing.intake.block_assembly import Passage, remark
from briefing.intake.pdf_words import PageWords, Word
from briefing.intake.text_decoder import one_line
from briefing.model.message import Message
from briefing.records import dataclass

PassagesOf = Callable[[list[PageWords], list[str]], Iterator[Passage]]
"""Makes passages of the words of pages and of what the pages are called."""

MOST_SECONDS = 40.0
"""After which no further page is begun: whoever waits for a file gives it up at some time."""

HOW_TO_ADD = Message("scan.how_to_add")

_DOUBTFUL = 0.8
"""Confidence below which a line is named."""
_MOST_NAMED = 5
_UPRIGHT = 0.75
"""Confidence in a page below which it may stand on its side or its head."""
_EVEN = 0.3
"""Share by which lines of one size may differ in height, by the signs that stand in them."""
_MODELS = {"Det": "PP-OCR*_det_*.onnx", "Rec": "PP-OCR*_rec_*.onnx", "Cls": "*_cls_*.onnx"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised.

    Attributes:
        passages: the words, and a remark that says how sure they are.
        left_out: numbers, from 1, of pages for which there was no time.
    """

    passages: tuple[Passage, ...]
    left_out: tuple[int, ...]


def is_installed() -> bool:
    """Whether words in pictures can be recognised here."""
    return find_spec("rapidocr") is not None


def recognised(
    pages: Iterable[tuple[int, Any, float]], labels: list[str], passages_of: PassagesOf, among: Sequence[int] = ()
) -> Recognised:
    """The words on pages.

    Args:
        pages: number from 0, picture (a Pillow image) and its dots to a point for each.
        labels: what the document calls its pages, "" where it does not say.
        passages_of: makes passages of the words found.
        among: numbers, from 1, of these pages if they are not all of the document; they are told.
    """
    begun, found, sure, left_out = time.monotonic(), [], [], []
    for number, picture, scale in pages:
        if time.monotonic() - begun > MOST_SECONDS:
            left_out.append(number + 1)
            continue
        picture, lines = _upright(picture)
        sure += [(line, confidence) for line, _, confidence, _ in lines]
        found.append(PageWords(number, list(_words(lines, scale)), [], picture.height / scale))
    if not sure:
        return Recognised((), tuple(left_out))
    return Recognised((*passages_of(found, labels), _said(sure, left_out, among)), tuple(left_out))


def _said(sure: list[tuple[str, float]], left_out: list[int], among: Sequence[int]) -> Passage:
    letters = sum(len(line) for line, _ in sure) or 1
    whole = sum(len(line) * confidence for line, confidence in sure) / letters
    doubtful = sorted((confidence, line) for line, confidence in sure if confidence < _DOUBTFUL)[:_MOST_NAMED]
    told = [
        Message.of("remark.sure", share=_hundredths(whole)),
        *(Message.of("remark.doubtful", share=_hundredths(share), line=line[:60]) for share, line in doubtful),
    ]
    if left_out:
        told.append(Message.of("remark.no_time", pages=", ".join(map(str, left_out))))
    pages = ", ".join(str(number) for number in among if number not in left_out)
    where = Message.of("remark.on_pages", pages=pages) if among else ""
    return remark(Message.of("remark.recognised", where=where, told=tuple(told)))


def _hundredths(share: float) -> str:
    return f"{share:.0%}".rstrip("%")


def _upright(picture: Any) -> "tuple[Any, list[_Line]]":
    """A page and its lines; one that can hardly be read is looked at from its other sides, too."""
    best = picture, list(_lines(picture))
    for turn in (180, 90, 270):
        if _confidence(best[1]) >= _UPRIGHT:
            break
        turned = picture.rotate(turn, expand=True)
        best = max(best, (turned, list(_lines(turned))), key=lambda one: _confidence(one[1]))
    return best


def _confidence(lines: "list[_Line]") -> float:
    letters = sum(len(line) for line, _, _, _ in lines)
    return sum(len(line) * sure for line, _, sure, _ in lines) / letters if letters else 0.0


_Line = tuple[str, tuple[float, float, float, float], float, list[tuple[str, float, float]]]


def _lines(picture: Any) -> Iterator[_Line]:
    """Each line: its words, its box, how sure they are, and each word with where it begins and ends."""
    import numpy

    found = _engine()(numpy.asarray(picture.convert("RGB"))[:, :, ::-1], return_word_box=True)
    if found.boxes is None or not found.txts:
        return
    for number, (box, line, confidence) in enumerate(zip(found.boxes, found.txts, found.scores, strict=True)):
        across, down = [float(point[0]) for point in box], [float(point[1]) for point in box]
        held = found.word_results[number] if found.word_results and number < len(found.word_results) else ()
        words = [(one_line(word[0]), *_ends(word[2])) for word in held if word[2] is not None]
        line = one_line(line)
        if line:
            yield line, (min(across), min(down), max(across), max(down)), float(confidence), words


def _ends(box: Any) -> tuple[float, float]:
    across = [float(point[0]) for point in box]
    return min(across), max(across)


def _words(lines: list[_Line], scale: float) -> Iterator[Word]:
    usual = median(bottom - top for _, (_, top, _, bottom), _, _ in lines) if lines else 0
    for line, (left, top, right, bottom), _, words in lines:
        height = bottom - top
        size = (usual if abs(height - usual) <= _EVEN * usual else height) * 0.8 / scale
        base = bottom / scale - 0.25 * size
        if " ".join(word for word, _, _ in words) != line:
            # A script without blanks, or one where they stand elsewhere.
            words = [(line, left, right)]
        for word, start, end in words:
            yield Word(word, start / scale, end / scale, base, size)


@cache
def _engine() -> Any:
    """The recognition, with the models in its own package."""
    # The runtime that it loads reports to its maker unless told not to before.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    models = {f"{part}.model_path": str(next(iter(sorted(folder.glob(form))))) for part, form in _MODELS.items()}
    # What is to tell lines that stand on their heads takes sound ones for such; pages are turned as a whole.
    return rapidocr.RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, **models})
