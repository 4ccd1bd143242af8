"""The text of an article as Markdown: lists with their numbers, tables, links, and what pictures show."""

from collections.abc import Iterator
from itertools import groupby

from briefing.export.block_markup import cells_of, is_led_up_to, span_of
from briefing.export.labels import Labels
from briefing.export.markdown_literal import plain
from briefing.export.view_types import ArticleView, BlockView, FigureView, RunView, TableView

_AROUND = {"emphasis": "*", "strong": "**", "struck": "~~"}
_INDENT = "    "


def text_markdown(labels: Labels, article: ArticleView, level: int) -> list[str]:
    """The blocks of an article, each a paragraph of Markdown; headings are of that level, words shown as they are."""
    return [part for part in _parts(labels, article, level) if part]


def _parts(labels: Labels, article: ArticleView, level: int) -> Iterator[str]:
    blocks, at = article["blocks"], 0
    while at < len(blocks):
        block, last = blocks[at], at + 1
        yield from map(_remark, block["remarks"])
        yield from (_picture(labels, figure) for figure in block["figures"])
        if block["told"]:
            # It stands at the head already.
            at = last
            continue
        if block["table"] is not None:
            last = span_of(blocks, at)
            yield _table(blocks[at:last], article["tables"][block["table"]])
        elif block["kind"] == "item":
            while last < len(blocks) and blocks[last]["kind"] == "item" and not is_led_up_to(blocks[last]):
                last += 1
            yield "\n".join(map(_item, blocks[at:last]))
        else:
            yield _block(block, level)
        at = last
    yield from (_picture(labels, figure) for figure in article["figures_below"])
    yield from map(_remark, article["remarks_below"])


def _block(block: BlockView, level: int) -> str:
    words = _words(block["runs"])
    match block["kind"]:
        case "heading":
            return f"{'#' * level} {words}"
        case "quotation":
            return f"> {words}"
        case "caption":
            return f"*{words}*" if "*" not in words else words
        case _:
            return words


def _item(block: BlockView) -> str:
    """An item; Markdown counts by itself, so that a number that it would not show is told as a word."""
    indent = _INDENT * max(0, min(block["level"], 6) - 1)
    marker, words = block["marker"], _words(block["runs"])
    if not marker:
        return f"{indent}- {words}"
    number, end = marker[:-1], marker[-1:]
    counted = number.isascii() and number.isdigit() and end in ".)"
    return f"{indent}{marker} {words}" if counted else f"{indent}- {plain(marker)} {words}"


def _table(blocks: list[BlockView], table: TableView) -> str:
    """A table of pipes; a cell that reaches over several stands in the first of them."""
    rows = [[""] * table["columns"] for _ in range(table["rows"])]
    for cell, paragraphs in cells_of(blocks, table):
        rows[cell["row"]][cell["column"]] = " ".join(_words(runs) for runs in paragraphs)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * table['columns']}", *lines[1:]])


def _picture(labels: Labels, figure: FigureView) -> str:
    return f"\\[{plain(labels.picture(figure))}\\]"


def _remark(words: str) -> str:
    return f"\\[{plain(words)}\\]"


def _words(runs: list[RunView]) -> str:
    """Runs that are set alike are one: where marks begin and end Markdown does not tell."""
    alike = groupby(runs, key=lambda run: (run["styles"], run["address"]))
    return "".join(_run("".join(run["text"] for run in held), *how) for how, held in alike).strip()


def _run(text: str, styles: list[str], address: str) -> str:
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    shown = plain(words)
    for style in styles:
        around = _AROUND.get(style, "")
        shown = f"{around}{shown}{around}"
    if address:
        address = address.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
        shown = f"[{shown}](<{address}>)"
    return f"{before}{shown}{after}"
