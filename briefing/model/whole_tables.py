"""Tables of an article that can be shown as such: all words of their blocks stand in cells, in the text's order."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.article import Article, Block
from briefing.model.markup import Table

MOST_PLACES = 40_000
"""Rows times columns of the largest table that is shown as one; each place is a cell to be set, be it empty."""

_BETWEEN_CELLS = frozenset(" |\n\t\r")


def whole_tables(article: Article, blocks: Sequence[Block]) -> Iterator[tuple[Table, Sequence[Block]]]:
    """The tables, each with its blocks among those given; no word is lost where these are shown as its cells alone."""
    for table in article.markup.tables:
        span = table.span
        first = bisect_left(blocks, span.start, key=lambda block: block.span.start)
        last = bisect_left(blocks, span.end, lo=first, key=lambda block: block.span.start)
        inside = blocks[first:last]
        if not inside or table.rows * table.columns > MOST_PLACES:
            continue
        if inside[0].span.start == span.start and _is_whole(table, inside, article.text):
            yield table, inside


def _is_whole(table: Table, blocks: Sequence[Block], text: str) -> bool:
    spans = [cell.span for cell in table.cells if len(cell.span)]
    if blocks[-1].span.end > table.span.end or any(a.end > b.start for a, b in pairwise(spans)):
        return False
    edges = [blocks[0].span.start, *(at for span in spans for at in (span.start, span.end)), blocks[-1].span.end]
    between = (text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2))
    held = all(_BETWEEN_CELLS.issuperset(words) for words in between)
    return held and all((a.row, a.column) < (b.row, b.column) for a, b in pairwise(table.cells))
