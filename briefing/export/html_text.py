"""The text of an article as HTML: its marks, lists with their numbers, tables, pictures and links."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape

from briefing.export.block_markup import cells_of, span_of
from briefing.export.view_types import ArticleView, BlockView, FigureView, RunView, TableView

_TAGS = {"heading": "h4", "quotation": "blockquote", "caption": "figcaption"}
_STYLES = {"emphasis": "em", "strong": "strong", "struck": "s", "superscript": "sup", "subscript": "sub"}


def text_html(number: int, article: ArticleView, pictures: Mapping[str, bytes]) -> str:
    """The blocks of an article, in order; `number` tells its places from those of the others."""
    return "\n".join(_parts(number, article, pictures))


def _parts(number: int, article: ArticleView, pictures: Mapping[str, bytes]) -> Iterator[str]:
    blocks, at = article["blocks"], 0
    while at < len(blocks):
        block, last = blocks[at], at + 1
        pictured = "".join(_picture(figure, pictures) for figure in block["figures"])
        if block["kind"] == "caption" and pictured:
            yield f"<figure>{pictured}<figcaption>{_words(number, block['runs'])}</figcaption></figure>"
        elif block["table"] is not None:
            last = span_of(blocks, at)
            yield _figure(pictured) + _table(number, blocks[at:last], article["tables"][block["table"]])
        elif block["kind"] == "item":
            while last < len(blocks) and blocks[last]["kind"] == "item" and not blocks[last]["figures"]:
                last += 1
            items = "".join(_item(number, item) for item in blocks[at:last])
            yield f'{_figure(pictured)}<ul class="items">{items}</ul>'
        else:
            tag = _TAGS.get(block["kind"], "p")
            kind = ' class="boilerplate"' if block["kind"] == "boilerplate" else ""
            yield f"{_figure(pictured)}<{tag}{kind}>{_words(number, block['runs'])}</{tag}>"
        at = last
    yield _figure("".join(_picture(figure, pictures) for figure in article["figures_below"]))


def _figure(pictured: str) -> str:
    return f"<figure>{pictured}</figure>" if pictured else ""


def _picture(figure: FigureView, pictures: Mapping[str, bytes]) -> str:
    """The picture itself, so that the page needs nothing beside it; of one that is not there what it shows."""
    described = escape(figure["description"], quote=True)
    data = pictures.get(figure["digest"], b"")
    if not data:
        return f"<p><small>[Picture{': ' if described else ''}{described}]</small></p>"
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    size = f'width="{figure["width"]}" height="{figure["height"]}"'
    return f'<img src="data:image/{kind};base64,{b64encode(data).decode()}" alt="{described}" {size}>'


def _item(number: int, block: BlockView) -> str:
    level = min(max(1, block["level"]), 6)
    marker = block["marker"]
    kind = f"level{level}" + (" bare" if marker is None else " numbered" if marker else "")
    told = f' data-marker="{escape(marker, quote=True)} "' if marker else ""
    return f'<li class="{kind}"{told}>{_words(number, block["runs"])}</li>'


def _table(number: int, blocks: list[BlockView], table: TableView) -> str:
    rows: dict[int, list[str]] = {row: [] for row in range(table["rows"])}
    for cell, paragraphs in cells_of(blocks, table):
        tag = "th" if cell["header"] else "td"
        reach = f' rowspan="{cell["rows"]}"' if cell["rows"] > 1 else ""
        reach += f' colspan="{cell["columns"]}"' if cell["columns"] > 1 else ""
        words = "<br>".join(_words(number, runs) for runs in paragraphs)
        rows[cell["row"]].append(f"<{tag}{reach}>{words}</{tag}>")
    return f'<table class="told">{chr(10).join(f"<tr>{chr(10).join(cells)}</tr>" for cells in rows.values())}</table>'


def _words(number: int, runs: list[RunView]) -> str:
    return "".join(_run(number, run) for run in runs)


def _run(article: int, run: RunView) -> str:
    marks = [name for name, held in (("claim", run["claims"]), ("cue", run["cue"]), ("actor", run["actor"])) if held]
    if run["colour"]:
        marks.append(f"own{run['colour']}")
    words = escape(run["text"])
    for style in run["styles"]:
        words = f"<{_STYLES[style]}>{words}</{_STYLES[style]}>"
    if run["address"]:
        words = f'<a href="{escape(run["address"], quote=True)}" rel="noreferrer">{words}</a>'
    begins = "".join(
        f'<a class="number {begun["status"]}" id="t{article}-{begun["number"]}" '
        f'href="#c{article}-{begun["number"]}">{begun["number"]}</a>'
        for begun in run["begins"]
    )
    ends = "".join(f'<sup><a href="#n{article}-{number}">{number}</a></sup>' for number in run["ends"])
    shown = f'<span class="{" ".join(marks)}">{words}</span>' if marks else words
    return f"{begins}{shown}{ends}"
