"""Which blocks of an article say again what stands at the head of a brief: its title, who wrote it, and when."""

import re
from collections.abc import Iterator, Sequence

from briefing.model import Article, Block, BlockKind

TITLE, BYLINE = "title", "byline"

_BY = re.compile(r"^(?:written )?(?:by|von|por|par|de|di|door|av)\b[:\s]*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

LONGEST_DATE = 48
"""Characters of a line that says only when an article was published."""


def told_blocks(article: Article) -> dict[int, str]:
    """By their places, the blocks before the first paragraph that say what the head of the article says."""
    found: dict[int, str] = {}
    for place, block in _head(article.blocks):
        words = " ".join(block.span.of(article.text).split())
        if block.kind is BlockKind.HEADING and TITLE not in found.values():
            if _alike(words, article.origin.title):
                found[place] = TITLE
        elif _is_byline(words, article) or _is_day(words, article.origin.published, block):
            found[place] = BYLINE
    return found


def _head(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """All that comes before the text itself, and the line on which it begins."""
    for place, block in enumerate(blocks):
        yield place, block
        if block.kind not in (BlockKind.HEADING, BlockKind.BOILERPLATE, BlockKind.CAPTION):
            return


def _alike(words: str, told: str) -> bool:
    return bool(words) and words.casefold() == " ".join(told.split()).casefold()


def _is_byline(words: str, article: Article) -> bool:
    return _alike(_BY.sub("", words), _BY.sub("", article.origin.byline.strip()))


def _is_day(words: str, published: str, block: Block) -> bool:
    """Whether a line of boilerplate holds the day of publication and no other numbers."""
    day = _DAY.match(published)
    if day is None or block.kind is not BlockKind.BOILERPLATE or len(words) > LONGEST_DATE:
        return False
    numbers = {int(number) for number in _NUMBER.findall(words)}
    year, month, of_month = map(int, day.groups())
    return {year, of_month} <= numbers <= {year, month, of_month}
