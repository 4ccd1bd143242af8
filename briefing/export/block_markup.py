"""What an article shows beside its words, as data for the formats: styles of runs, cells, pictures, list markers."""

from collections.abc import Iterable, Sequence

from briefing.export.labels import Labels
from briefing.export.mark_runs import Mark, MarkKind, Run
from briefing.export.text_sanitizer import printable
from briefing.export.view_types import BlockView, CellView, FigureView, MarkupOfBlock, MarkupOfRun, RunView, TableView
from briefing.model import Article, Block, BlockKind, Figure, InlineKind, Table
from briefing.model.whole_tables import whole_tables

_SCHEMES = ("https://", "http://", "mailto:")
"""How addresses begin to which a brief may lead."""


class BlockMarkup:
    """The markup of an article, told block by block and run by run.

    Args:
        article: the article; its blocks are those that are shown.
        pictures: the bytes of its pictures by digest, of those that are there.
        labels: put what is told of the document into words.
    """

    def __init__(self, article: Article, pictures: Iterable[str], labels: Labels) -> None:
        self._article = article
        self._pictures = frozenset(pictures)
        self._figures = list(article.markup.figures)
        self._remarks = [(one.at, printable(labels.said(one.message))) for one in article.markup.remarks]
        self._tables: list[Table] = []
        self._table_at: dict[int, int] = {}
        blocks = [block for block in article.blocks if len(block.span)]
        for table, inside in whole_tables(article, blocks):
            self._table_at.update((block.span.start, len(self._tables)) for block in inside)
            self._tables.append(table)

    def marks(self) -> list[Mark]:
        """Marks at whose edges runs begin and end."""
        markup = self._article.markup
        found = [Mark(MarkKind.INLINE, one.span, number) for number, one in enumerate(markup.inlines)]
        found += [Mark(MarkKind.LABEL, turn.label) for turn in markup.turns if len(turn.label)]
        found += [
            Mark(MarkKind.CELL, cell.span, number)
            for table in self._tables
            for number, cell in enumerate(table.cells)
            if len(cell.span)
        ]
        return found

    def of_run(self, run: Run) -> MarkupOfRun:
        """How the words of a run are set, where they lead, and in which cell of its block's table they stand."""
        inlines = [self._article.markup.inlines[number] for number in run.inlines]
        styles = {one.kind.value for one in inlines if one.kind is not InlineKind.LINK}
        styles |= {InlineKind.STRONG.value} if run.label else set()
        told = (printable(one.address) for one in inlines)
        return {
            "styles": sorted(styles),
            "address": next((shown for shown in told if shown.startswith(_SCHEMES)), ""),
            "cell": run.cell,
        }

    def of_block(self, block: Block) -> MarkupOfBlock:
        """What a block has beside its words; to be asked for all blocks in their order."""
        above = []
        while self._figures and self._figures[0].at <= block.span.start:
            above.append(self._figure(self._figures.pop(0)))
        told = []
        while self._remarks and self._remarks[0][0] <= block.span.start:
            told.append(self._remarks.pop(0)[1])
        return {
            "marker": self._marker(block),
            "remarks": told,
            "figures": above,
            "table": self._table_at.get(block.span.start),
        }

    def _marker(self, block: Block) -> str | None:
        """The number of an item, "" for a bullet, None for nothing; all items of a text without markup have bullets."""
        if block.kind is not BlockKind.ITEM:
            return None
        marker = self._article.markup.marker_at(block.span.start)
        if marker:
            return printable(marker.text)
        return None if self._article.markup.markers else ""

    def below(self) -> list[FigureView]:
        """The pictures below all words."""
        return [self._figure(figure) for figure in self._figures]

    def remarks_below(self) -> list[str]:
        """What is told of the document below all words."""
        return [words for _, words in self._remarks]

    def tables(self) -> list[TableView]:
        """The tables, by whose numbers blocks name them."""
        return [
            {
                "rows": table.rows,
                "columns": table.columns,
                "cells": [
                    {"row": c.row, "column": c.column, "rows": c.rows, "columns": c.columns, "header": c.header}
                    for c in table.cells
                ],
            }
            for table in self._tables
        ]

    def _figure(self, figure: Figure) -> FigureView:
        return {
            "digest": figure.digest if figure.digest in self._pictures else "",
            "width": figure.width,
            "height": figure.height,
            "description": printable(figure.description),
        }


def cells_of(blocks: Sequence[BlockView], table: TableView) -> list[tuple[CellView, list[list[RunView]]]]:
    """The cells of a table that some blocks are, each with the paragraphs in it as runs; empty ones have none."""
    words: dict[int, list[list[RunView]]] = {}
    for block in blocks:
        held: dict[int, list[RunView]] = {}
        for run in block["runs"]:
            if run["cell"] is not None:
                held.setdefault(run["cell"], []).append(run)
        for number, runs in held.items():
            words.setdefault(number, []).append(runs)
    known = {(cell["row"], cell["column"]): (cell, words.get(n, [])) for n, cell in enumerate(table["cells"])}
    taken = {
        (cell["row"] + down, cell["column"] + right)
        for cell in table["cells"]
        for down in range(cell["rows"])
        for right in range(cell["columns"])
    }
    for row in range(table["rows"]):
        for column in range(table["columns"]):
            if (row, column) not in taken:
                empty: CellView = {"row": row, "column": column, "rows": 1, "columns": 1, "header": False}
                known[row, column] = empty, []
    return [known[place] for place in sorted(known)]


def is_led_up_to(block: BlockView) -> bool:
    """Whether something stands above a block, so that it does not go on with the one before."""
    return bool(block["figures"] or block["remarks"])


def span_of(blocks: Sequence[BlockView], first: int) -> int:
    """The number behind the last of the blocks, from `first` on, that belong to one table."""
    last = first
    while last < len(blocks) and blocks[last]["table"] == blocks[first]["table"]:
        last += 1
    return last
