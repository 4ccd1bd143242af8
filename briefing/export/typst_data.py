"""A brief as the data that a Typst template sets: its sheet, with Markdown as trees, links gathered and sources told.

`resources/templates/README.md` describes the data for those who write templates of their own.
"""

import re
from itertools import count
from typing import Any, cast

from briefing.export.block_markup import cells_of, span_of
from briefing.export.brief_view import breakable, sheet
from briefing.export.labels import Labels
from briefing.export.markdown_tree import tree_of, words_of_tree
from briefing.export.view_types import (
    ArticleView,
    BlockView,
    ClaimView,
    FigureView,
    LineView,
    LinkView,
    NoteView,
    TableView,
)
from briefing.model import Brief

Json = dict[str, Any]

VERSION = 1
"""Of the data; it grows when what is there already changes its name, its place or its meaning."""

WITHIN = -1
"""The scope of a link to where the claim itself stands."""

BESIDE, BESIDE_CROWDED = 260, 62
"""Code points of a note that are set in the margin, and where the margin is crowded."""
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?(?:-.*)?")
_RUNNING_TITLE = 84
_SENTENCES_OF_A_KIND = 3
"""Links of one kind that are told one by one; of more, only the numbers are."""


def printed(brief: Brief) -> Json:
    """All that is printed of `brief`."""
    data, labels = sheet(brief), Labels(brief.language)
    return {
        **breakable({**data, "introduction": [], "articles": [], "parts": []}),
        # Of what the templates themselves say; each article is set in its own language.
        "language": brief.language,
        "version": VERSION,
        "running_title": breakable(_cut(data["title"], _RUNNING_TITLE)),
        "introduction": _tree(data["introduction"]),
        "articles": [
            {**_article(labels, article), **_language(entry.article.origin.language)}
            for article, entry in zip(data["articles"], brief.articles, strict=True)
        ],
        "parts": [
            {"heading": breakable(part["heading"]), "lines": [_line(line) for line in part["lines"]]}
            for part in data["parts"]
        ],
    }


def _language(code: str) -> Json:
    """Language and region of a BCP 47 code; what is not known is empty."""
    found = _LANGUAGE.fullmatch(code)
    return {"language": found[1] if found else "", "region": (found[2] or "") if found else ""}


def _article(labels: Labels, article: ArticleView) -> Json:
    told = dict(article["facts"])
    address = told.get("Address", "")
    return {
        **breakable({name: value for name, value in article.items() if name not in _OWN}),
        # A digest is copied to be compared: it stays in one piece, for which there is room.
        "facts": [[name, value if name == "Digest" else breakable(value)] for name, value in article["facts"]],
        "address": address if address.startswith(("http://", "https://")) else "",
        "source": _source(labels, article["title"], told),
        "blocks": _with_cells(_placed(_breakable_blocks(article["blocks"])), article["tables"]),
        "figures_below": [_figure(figure) for figure in article["figures_below"]],
        "remarks_below": breakable(article["remarks_below"]),
        "claims": [_claim(claim) for claim in article["claims"]],
        "notes": [_note(note) for note in article["notes"]],
    }


_OWN = ("title_runs", "blocks", "tables", "figures_below", "remarks_below", "claims", "notes", "pictures")
"""What of an article is told in a way of its own here."""


def picture_file(digest: str) -> str:
    """Name of the file, beside the template, in which a picture lies for it."""
    return f"picture-{digest[:32]}"


def _figure(figure: FigureView) -> Json:
    file = picture_file(figure["digest"]) if figure["digest"] else ""
    size = {"width": figure["width"], "height": figure["height"]}
    return {"file": file, "description": breakable(figure["description"]), **size}


def _breakable_blocks(blocks: list[BlockView]) -> list[Json]:
    """The blocks, long words of which may be broken; where links lead stays whole."""
    return [
        {
            **block,
            "remarks": breakable(block["remarks"]),
            "figures": [_figure(figure) for figure in block["figures"]],
            "runs": [{**run, "text": breakable(run["text"])} for run in block["runs"]],
        }
        for block in blocks
    ]


def _with_cells(blocks: list[Json], tables: list[TableView]) -> list[Json]:
    """The blocks; the first of each table has all its cells, each with the paragraphs in it as runs."""
    found, at = [], 0
    while at < len(blocks):
        block, last = blocks[at], at + 1
        cells: list[Json] = []
        if block["table"] is not None:
            # What was added to them does not matter here.
            same = cast("list[BlockView]", blocks)
            last = span_of(same, at)
            told = cells_of(same[at:last], tables[block["table"]])
            cells = [{**cell, "paragraphs": paragraphs} for cell, paragraphs in told]
        found.append({**block, "cells": cells, "columns": tables[block["table"]]["columns"] if cells else 0})
        found += [{**inner, "cells": [], "columns": 0} for inner in blocks[at + 1 : last]]
        at = last
    return found


def _placed(blocks: list[Json]) -> list[Json]:
    """The blocks; each claim that begins in them knows at which place in their order it does."""
    places = count()
    return [
        {
            **block,
            "runs": [
                {**run, "begins": [{**begun, "place": next(places)} for begun in run["begins"]]}
                for run in block["runs"]
            ],
        }
        for block in blocks
    ]


def _source(labels: Labels, title: str, told: dict[str, str]) -> list[str]:
    """What a note at the foot of the page says of a source, beside its address."""
    first = [told.get("By", ""), labels.quoted(title), told.get("Outlet", ""), told.get("Published", "")]
    rest = [
        told.get("File", "") and f"{labels.fact('File')} {told['File']}",
        told.get("Read", "") and f"{labels.fact('Read')} {told['Read']}",
    ]
    words: list[str] = breakable([", ".join(part for part in first if part), *(part for part in rest if part)])
    return [*words, *([told["Digest"]] if "Digest" in told else [])]


def _line(line: LineView) -> Json:
    changed: Json = {**line, "title": breakable(line["title"]), "text": _tree(line["text"])}
    if "claim" in line:
        changed["claim"] = _claim(line["claim"])
    if "note" in line:
        changed["note"] = _note(line["note"])
    return changed


def _claim(claim: ClaimView) -> Json:
    said = claim["judgement"]
    judgement = {**breakable({**said, "note": ""}), "note": _tree(said["note"])} if said else None
    return {**breakable({**claim, "judgement": None, "links": _gathered(claim["links"])}), "judgement": judgement}


def _gathered(links: list[LinkView]) -> list[Json]:
    """Links of one kind and sentence as one; of a kind with many sentences, only the numbers."""
    by_label: dict[str, dict[tuple[str, str], dict[int, int]]] = {}
    for link in links:
        said = (link["sentence"], link["against"])
        held = by_label.setdefault(link["label"], {}).setdefault(said, {})
        held[link["number"]] = link.get("scope", WITHIN)
    gathered = []
    for label, by_words in by_label.items():
        if len(by_words) > _SENTENCES_OF_A_KIND:
            together = {number: scope for held in by_words.values() for number, scope in held.items()}
            by_words = {("", ""): together}
        gathered += [
            {
                "label": label,
                "numbers": sorted(held),
                "scopes": [held[number] for number in sorted(held)],
                "sentence": sentence,
                "against": against,
            }
            for (sentence, against), held in by_words.items()
        ]
    return gathered


def _note(note: NoteView) -> Json:
    tree = tree_of(note["note"])
    words = words_of_tree(tree)
    return {
        **breakable({**note, "note": ""}),
        "note": _breakable_tree(tree),
        "beside": breakable(_cut(words, BESIDE)),
        "beside_crowded": breakable(_cut(words, BESIDE_CROWDED)),
    }


def _tree(written: str) -> list[Json]:
    tree: list[Json] = _breakable_tree(tree_of(written))
    return tree


def _breakable_tree(data: Any) -> Any:
    """Long words may be broken where they are shown, but an address stays whole."""
    if isinstance(data, list):
        return [_breakable_tree(part) for part in data]
    if isinstance(data, dict):
        return {name: value if name in ("address", "kind") else _breakable_tree(value) for name, value in data.items()}
    return breakable(data)


def _cut(words: str, longest: int) -> str:
    if len(words) <= longest:
        return words
    return f"{words[:longest].rsplit(' ', 1)[0].rstrip(' ,;:.–—-')}\N{NO-BREAK SPACE}…"
