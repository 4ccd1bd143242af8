"""The text of an article in the parts that a web page sets: paragraphs, lists, tables, pictures."""

from itertools import groupby

from briefing.export.block_markup import cells_of, is_led_up_to, span_of
from briefing.export.view_types import ArticleView, BlockView, CellView, FigureView, RunView
from briefing.records import dataclass

TAGS = {"emphasis": "em", "strong": "strong", "struck": "s", "superscript": "sup", "subscript": "sub"}
"""The element of each way in which words are set."""

PNG = b"\x89PNG"
"""How a picture begins that is a PNG; all others are JPEG."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Blocks that stand together: the items of a list, the cells of a table, or one; none below the last words.

    Attributes:
        kind: of its blocks, or "table".
        blocks: what it is made of.
        figures: pictures above it.
        remarks: what is told of the document above it.
        rows: of a table, the cells with the paragraphs in them.
    """

    kind: str
    blocks: list[BlockView]
    figures: list[FigureView]
    remarks: list[str]
    rows: list[list[tuple[CellView, list[list[RunView]]]]]


def parts_of_text(article: ArticleView) -> list[TextPart]:
    """The parts of an article, in order."""
    blocks, found, at = article["blocks"], [], 0
    while at < len(blocks):
        kind, last, rows = blocks[at]["kind"], at + 1, []
        table = blocks[at]["table"]
        if table is not None and (kind != "caption" or not blocks[at]["figures"]):
            last = span_of(blocks, at)
            cells = cells_of(blocks[at:last], article["tables"][table])
            kind, rows = "table", [list(row) for _, row in groupby(cells, key=lambda told: told[0]["row"])]
        elif kind == "item":
            while last < len(blocks) and blocks[last]["kind"] == "item" and not is_led_up_to(blocks[last]):
                last += 1
        # What stands at the head of the page is not said again; pictures above it are shown.
        said = [] if blocks[at]["told"] else blocks[at:last]
        found.append(TextPart(kind if said else "", said, blocks[at]["figures"], blocks[at]["remarks"], rows))
        at = last
    return [*found, TextPart("", [], article["figures_below"], article["remarks_below"], [])]


def marks_of(run: RunView) -> str:
    """The classes of the marks on a run."""
    held = (
        ("claim", run["claims"]),
        ("cue", run["cue"]),
        ("actor", run["actor"]),
        (f"own{run['colour']}", run["colour"]),
    )
    return " ".join(name for name, there in held if there)
