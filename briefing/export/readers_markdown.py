"""The Markdown that readers write; imported only where there is some, for its library takes a while to load."""

import re

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor


class SpacedHeadings(HashHeaderProcessor):
    """A heading has a space after its signs: `#tag` is a tag."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ \t])(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


def markdown_parser(markup: bool = True) -> Markdown:
    """A parser that keeps the breaks of lines; without `markup`, HTML and character references stay text."""
    parser = Markdown(extensions=["sane_lists", "nl2br", "fenced_code"], output_format="html")
    parser.parser.blockprocessors.register(SpacedHeadings(parser.parser), "hashheader", 70)
    if not markup:
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
        parser.inlinePatterns.deregister("entity")
    return parser
