"""Finds what is wrong with the pages of a PDF: words over words, words off the paper, headings alone at the foot."""

from collections.abc import Iterator
from itertools import takewhile

import pypdfium2

Box = tuple[float, float, float, float]

FOOT = 62
"""Points from the lower edge within which only the page's number stands."""
OF_LINE = 0.45
"""Part of a line's height that another may share with it: descenders reach into the line below, words do not."""


def faults(data: bytes) -> Iterator[str]:
    """Each fault in a sentence."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, start=1):
            yield from (f"page {number}: {fault}" for fault in _on(page))
        for item in document.get_toc():
            destination = item.get_dest()
            _, (_, top, *_) = destination.get_view()
            text = document[destination.get_index()].get_textpage()
            if top - 20 <= FOOT or not text.get_text_bounded(bottom=FOOT, top=top - 20).strip():
                yield f"page {destination.get_index() + 1}: the heading “{item.get_title()}” stands alone"
    finally:
        document.close()


def _on(page: pypdfium2.PdfPage) -> Iterator[str]:
    text = page.get_textpage()
    width, height = page.get_size()
    boxes = [box for number in range(text.count_rects()) if _wide(box := text.get_rect(number))]
    for box in boxes:
        if not (box[0] > 0 and box[2] < width and box[1] > 0 and box[3] < height):
            yield f"“{text.get_text_bounded(*box)}” leaves the paper"
    boxes.sort(key=lambda box: -box[3])
    for place, one in enumerate(boxes):
        for other in takewhile(lambda box, foot=one[1]: box[3] >= foot, boxes[place + 1 :]):
            if _covers(one, other):
                yield f"“{text.get_text_bounded(*one)}” and “{text.get_text_bounded(*other)}” cover each other"


def _wide(box: Box) -> bool:
    return box[2] - box[0] > 1 and box[3] - box[1] > 1


def _covers(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1.5 and high > OF_LINE * min(one[3] - one[1], other[3] - other[1])
