"""The Markdown that readers write; imported only where there is some, for its library takes a while to load."""

import re

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.preprocessors import Preprocessor

_ITEM = re.compile(r"^( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_STEP = 4
"""Spaces by which the library wants a nested item to be indented; readers write two or three."""


class SpacedHeadings(HashHeaderProcessor):
    """A heading has a space after its signs: `#tag` is a tag."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ \t])(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


class Lists(Preprocessor):
    """Lists as they are written everywhere: nested by any indent, and without an empty line before them."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, those of lists indented as the library wants them."""
        shaped: list[str] = []
        indents: list[int] = []
        fenced = False
        for line in (one.expandtabs(_STEP) for one in lines):
            fenced ^= bool(_FENCE.match(line))
            item = None if fenced else _ITEM.match(line)
            if item and (indents or len(item[1]) < _STEP):
                if not indents and shaped and shaped[-1].strip() and item[2] in "-*+1.1)":
                    shaped.append("")
                indents = [*(indent for indent in indents if indent < len(item[1])), len(item[1])]
                sign = item[2].replace(")", ".")
                shaped.append(f"{' ' * (_STEP * (len(indents) - 1))}{sign} {line[item.end() :]}")
            else:
                shaped.append(_within(line, indents) if indents and not fenced else line)
                if line.strip() and not line.startswith(" ") and shaped[-2:-1] == [""]:
                    indents = []
        return shaped


def markdown_parser(markup: bool = True) -> Markdown:
    """A parser that keeps the breaks of lines; without `markup`, HTML and character references stay text."""
    parser = Markdown(extensions=["sane_lists", "nl2br", "fenced_code"], output_format="html")
    parser.parser.blockprocessors.register(SpacedHeadings(parser.parser), "hashheader", 70)
    # After fenced code is taken out.
    parser.preprocessors.register(Lists(parser), "lists", 5)
    if not markup:
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
        parser.inlinePatterns.deregister("entity")
    return parser


def _within(line: str, indents: list[int]) -> str:
    """A line that goes on with an item, indented as the item is; other lines as they are."""
    inside = sum(indent < len(line) - len(line.lstrip()) for indent in indents)
    return f"{' ' * (_STEP * inside)}{line.lstrip()}" if line.strip() else ""
