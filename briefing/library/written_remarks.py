"""Articles as earlier versions kept them, which wrote what they had to tell of a document into its text, in English."""

from bisect import bisect_right
from dataclasses import replace

from briefing.model import Article, Block, BlockKind, Span
from briefing.model.catalogue import in_english

_BETWEEN = "\n\n"


def with_remarks_in_text(article: Article) -> Article:
    """The article with its remarks as grey lines of its text; of it only the text and the blocks are to be used."""
    blocks = list(article.blocks)
    starts = [block.span.start for block in blocks]
    told: dict[int, list[str]] = {}
    for remark in article.markup.remarks:
        # Below all words, or above the first block that begins where it stands or later.
        number = len(blocks) if remark.at >= len(article.text) else bisect_right(starts, remark.at - 1)
        told.setdefault(number, []).append(f"[{in_english(remark.message)}]")
    parts: list[tuple[str, Block]] = []
    for number in range(len(blocks) + 1):
        parts += ((words, Block(BlockKind.BOILERPLATE, Span(0, len(words)))) for words in told.get(number, ()))
        if number < len(blocks):
            parts.append((blocks[number].span.of(article.text), blocks[number]))
    found, at = [], 0
    for words, block in parts:
        found.append(replace(block, span=Span(at, at + len(words))))
        at += len(words) + len(_BETWEEN)
    return replace(article, text=_BETWEEN.join(words for words, _ in parts), blocks=tuple(found))
