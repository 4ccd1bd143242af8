"""Markdown to an article: headings, lists and quotations by its marks, facts by its front matter."""

import re

from briefing.intake import plain_text
from briefing.intake.article_builder import article_of_passages
from briefing.intake.byline import date_in
from briefing.intake.html_blocks import passages_in
from briefing.intake.text_decoder import canonical, decoded
from briefing.model import Article, Origin

_FRONT_MATTER = re.compile(r"\A---\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FACT = re.compile(r"^(\w+)\s*:\s*(.+?)\s*$", re.MULTILINE)


_MARK = re.compile(r"[\[\]*_`<!&\\]")
_MOST_WORK = 4_000_000
"""Sum of the squares of the marks in each paragraph, with which the time of parsing grows: seconds at this size."""

_PARTING = re.compile(r"^ {0,3}(?:#|(?:[-*_=][ \t]*){3,}$|>)", re.MULTILINE)
_MOST_PARTED = 150_000_000
"""Sum of lines that part a paragraph times its characters; each such line has the rest of it copied and read again."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a Markdown file.

    Raises:
        UnreadableFile: if its encoding is unknown.
        NotAnArticle: if it holds nothing to read.
    """
    import markdown

    source = canonical(decoded(data, name))
    matter = _FRONT_MATTER.match(source)
    body = source[matter.end() :] if matter else source
    if _is_tangled(body):
        return plain_text.article_of(source, name, address, "text/markdown")
    try:
        html = markdown.markdown(body, extensions=["tables", "sane_lists", "fenced_code"], output_format="html")
    except RecursionError:
        # Marks within marks, hundreds deep: the words are read all the same.
        return plain_text.article_of(source, name, address, "text/markdown")
    facts = _facts(matter.group(1) if matter else "")
    return article_of_passages(passages_in(html), name, address, "text/markdown", facts, "front matter")


def _facts(matter: str) -> Origin:
    facts = {key.lower(): value.strip("\"'[] ") for key, value in _FACT.findall(matter)}
    return Origin(
        title=facts.get("title", ""),
        byline=facts.get("author", facts.get("byline", "")),
        published=date_in(facts.get("date", "")),
        modified=date_in(facts.get("updated", facts.get("lastmod", ""))),
        outlet=facts.get("outlet", facts.get("publication", "")),
        address=facts.get("address", facts.get("url", "")),
    )


def _is_tangled(body: str) -> bool:
    """Whether so many marks, or lines that part it, stand in one paragraph that parsing them would take minutes."""
    paragraphs = body.split("\n\n")
    marks = sum(len(_MARK.findall(paragraph)) ** 2 for paragraph in paragraphs)
    parted = sum(len(_PARTING.findall(paragraph)) * len(paragraph) for paragraph in paragraphs)
    return marks > _MOST_WORK or parted > _MOST_PARTED
