"""What the reader wrote, in Markdown, as a tree of plain data, for formats that set type themselves."""

import re
from typing import TYPE_CHECKING, NotRequired, TypedDict

from briefing.export.markdown_html import as_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SCHEMES = ("http://", "https://", "mailto:")
_SIGNS = re.compile(r"[*_`~\[\]<>\\#&|]|^[ \t]*(?:[-+=]|\d+[.)])|^(?: {4}|\t)", re.MULTILINE)
"""What Markdown is made of: words without it are set as they are, and no library is loaded for them."""
_DEEPEST = 12
"""Depth from which what is nested is told in plain words; nobody writes so, and it could exhaust the stack."""
_AMPERSAND = "\ufdd0"
"""Stands for & while the text is parsed, so that no reference is made of it; no printable text holds it."""
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "hr", "table", "div"}


class WrittenRun(TypedDict):
    """Words set alike.

    One of `{"kind": "text" | "code", "text"}`, `{"kind": "strong" | "emphasis" | "plain", "runs"}`,
    `{"kind": "link", "address", "runs"}` and `{"kind": "break"}`.
    """

    kind: str
    text: NotRequired[str]
    runs: NotRequired[list["WrittenRun"]]
    address: NotRequired[str]


class WrittenBlock(TypedDict):
    """A block.

    One of `{"kind": "paragraph" | "heading", "runs"}`, `{"kind": "list", "ordered", "start", "items"}` (items are lists
    of blocks), `{"kind": "quotation", "blocks"}`, `{"kind": "code", "text"}` and `{"kind": "rule"}`.
    """

    kind: str
    runs: NotRequired[list[WrittenRun]]
    text: NotRequired[str]
    ordered: NotRequired[bool]
    start: NotRequired[int]
    items: NotRequired[list[list["WrittenBlock"]]]
    blocks: NotRequired[list["WrittenBlock"]]


def tree_of(written: str) -> list[WrittenBlock]:
    """The blocks of a text in Markdown; HTML in it is no Markdown and stays the text that it is."""
    if not _SIGNS.search(written):
        return [_lines(words) for words in re.split(r"\n\s*\n", written) if words.strip()]
    from lxml import html

    from briefing.export.markdown_parser import markdown_parser

    try:
        page = markdown_parser(markup=False).convert(written.replace("&", _AMPERSAND))
        root = html.fragment_fromstring(page, create_parent="div", parser=html.HTMLParser(huge_tree=True))
        return _blocks(root, 0)
    except RecursionError:
        return [_paragraph([_text(as_words(written))])]


def words_of_tree(tree: list[WrittenBlock]) -> str:
    """What a tree says, in one line of plain words."""
    return " ".join(words for block in tree if (words := _block_words(block)))


def _block_words(block: WrittenBlock) -> str:
    match block["kind"]:
        case "list":
            marks = [
                f"{number}." if block["ordered"] else "•" for number, _ in enumerate(block["items"], block["start"])
            ]
            return " ".join(f"{mark} {words_of_tree(item)}" for mark, item in zip(marks, block["items"], strict=True))
        case "quotation":
            return words_of_tree(block["blocks"])
        case "rule":
            return ""
        case _:
            return " ".join(block["text"].split()) if "text" in block else _run_words(block["runs"]).strip()


def _run_words(runs: list[WrittenRun]) -> str:
    return "".join(
        " " if run["kind"] == "break" else run["text"] if "text" in run else _run_words(run["runs"]) for run in runs
    )


def _lines(words: str) -> WrittenBlock:
    runs: list[WrittenRun] = []
    for line in words.strip().splitlines():
        if runs:
            runs.append({"kind": "break"})
        runs.append(_text(line.strip()))
    return _paragraph(runs)


def _blocks(element: "HtmlElement", depth: int) -> list[WrittenBlock]:
    """The blocks within an element; words that stand between blocks become paragraphs."""
    if depth > _DEEPEST:
        return [_paragraph([_text(" ".join(element.text_content().split()))])]
    blocks: list[WrittenBlock] = []
    loose: list[WrittenRun] = [*_words(element.text)]
    for child in element:
        if child.tag in _BLOCKS:
            blocks += _flushed(loose)
            loose = []
            block = _block(child, depth)
            # A heading or a paragraph without words is nothing to print.
            blocks += [block] if block.get("runs") != [] else []
        else:
            loose.append(_run(child, depth))
        loose += _words(child.tail)
    return blocks + _flushed(loose)


def _block(element: "HtmlElement", depth: int) -> WrittenBlock:
    match element.tag:
        case "ul" | "ol":
            items = [_blocks(item, depth + 1) for item in element if item.tag == "li"]
            start = int(element.get("start", "1"))
            return {"kind": "list", "ordered": element.tag == "ol", "start": start, "items": items}
        case "blockquote":
            return {"kind": "quotation", "blocks": _blocks(element, depth + 1)}
        case "pre":
            return {"kind": "code", "text": _text(element.text_content())["text"].rstrip("\n")}
        case "hr":
            return {"kind": "rule"}
        case "p" | "div" | "table":
            return _paragraph(_runs(element, depth))
        case _:
            return {"kind": "heading", "runs": _runs(element, depth)}


def _runs(element: "HtmlElement", depth: int) -> list[WrittenRun]:
    runs = [*_words(element.text)]
    for child in element:
        runs += [_run(child, depth), *_words(child.tail)]
    return _trimmed(runs)


def _run(element: "HtmlElement", depth: int) -> WrittenRun:
    if depth > _DEEPEST:
        return _text(element.text_content())
    match element.tag:
        case "strong" | "b":
            return {"kind": "strong", "runs": _runs(element, depth + 1)}
        case "em" | "i":
            return {"kind": "emphasis", "runs": _runs(element, depth + 1)}
        case "code":
            return {**_text(element.text_content()), "kind": "code"}
        case "br":
            return {"kind": "break"}
        case "img":
            return _linked(element.get("src", ""), _words(element.get("alt")))
        case "a":
            return _linked(element.get("href", ""), _runs(element, depth + 1))
        case _:
            return _text(element.text_content())


def _linked(address: str, runs: list[WrittenRun]) -> WrittenRun:
    """A link to an address of the web or of mail; to anywhere else the address is told, and leads nowhere."""
    address = address.replace(_AMPERSAND, "&")
    if address.lower().startswith(_SCHEMES) and not any(mark.isspace() for mark in address):
        return {"kind": "link", "address": address, "runs": runs or [_text(address)]}
    return {"kind": "plain", "runs": [*runs, *_words(f" ({address})" if address else "")]}


def _words(text: str | None) -> list[WrittenRun]:
    return [_text(text.replace("\n", " "))] if text else []


def _text(text: str) -> WrittenRun:
    return {"kind": "text", "text": text.replace(_AMPERSAND, "&")}


def _paragraph(runs: list[WrittenRun]) -> WrittenBlock:
    return {"kind": "paragraph", "runs": runs}


def _flushed(loose: list[WrittenRun]) -> list[WrittenBlock]:
    kept = _trimmed(loose)
    return [_paragraph(kept)] if kept else []


def _trimmed(runs: list[WrittenRun]) -> list[WrittenRun]:
    """Without empty words, and without white space after a break of line, where it would show."""
    kept: list[WrittenRun] = []
    for run in runs:
        words = run.get("text") if run["kind"] == "text" else None
        if words is not None and (not kept or kept[-1]["kind"] == "break"):
            run = {**run, "text": words.lstrip()}
        if run.get("text") != "":
            kept.append(run)
    return kept if any(run.get("text", "x").strip() for run in kept) else []
