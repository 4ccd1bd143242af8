"""A table is shown as one where its cells hold all words of its blocks in their order; else the words are shown."""

import pytest

from briefing.model import Article, Block, BlockKind, Cell, Markup, Span, Table
from briefing.model.whole_tables import MOST_PLACES, whole_tables

TEXT = "Yes | 5\nNo | 4\nAfterwards."
ROWS = (Block(BlockKind.PARAGRAPH, Span(0, 7)), Block(BlockKind.PARAGRAPH, Span(8, 14)))
AFTER = Block(BlockKind.PARAGRAPH, Span(15, 26))
YES, FIVE, NO, FOUR = Span(0, 3), Span(6, 7), Span(8, 10), Span(13, 14)
WHOLE = (Cell(YES, 0, 0), Cell(FIVE, 0, 1), Cell(NO, 1, 0), Cell(FOUR, 1, 1))


def shown(cells: tuple[Cell, ...], blocks: tuple[Block, ...] = (*ROWS, AFTER)) -> list[list[Block]]:
    """The blocks of each table that is shown as one."""
    article = Article(TEXT, blocks, markup=Markup(tables=(Table(cells),)))
    return [list(inside) for _, inside in whole_tables(article, blocks)]


def test_a_table_has_the_blocks_whose_words_its_cells_hold() -> None:
    assert shown(WHOLE) == [list(ROWS)]


@pytest.mark.parametrize(
    "cells",
    [
        (Cell(YES, 0, 0), Cell(NO, 1, 0), Cell(FOUR, 1, 1)),
        (Cell(YES, 0, 0), Cell(Span(2, 7), 0, 1), Cell(NO, 1, 0), Cell(FOUR, 1, 1)),
        (Cell(YES, 1, 0), Cell(FIVE, 1, 1), Cell(NO, 0, 0), Cell(FOUR, 0, 1)),
        (*WHOLE[:3], Cell(FOUR, MOST_PLACES, 1)),
    ],
    ids=["a word in no cell", "cells that overlap", "rows in another order", "more places than can be set"],
)
def test_a_table_that_would_lose_or_turn_words_is_not_shown_as_one(cells: tuple[Cell, ...]) -> None:
    assert shown(cells) == []


def test_a_table_that_ends_or_begins_amid_a_block_is_not_shown_as_one() -> None:
    together = Block(BlockKind.PARAGRAPH, Span(8, 26))
    assert shown(WHOLE, (ROWS[0], together)) == []
    assert shown(WHOLE[1:], (*ROWS, AFTER)) == []


def test_a_table_of_blocks_that_are_not_shown_is_none() -> None:
    assert shown(WHOLE, (AFTER,)) == []
