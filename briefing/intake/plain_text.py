"""Plain text to an article: paragraphs, headings and lists by how the lines stand."""

import re
from collections.abc import Iterator
from statistics import median

from briefing.intake.block_assembly import Passage, marked_up
from briefing.intake.boilerplate import mark_boilerplate
from briefing.intake.byline_lines import byline_patterns, is_date_line
from briefing.intake.dialogue import with_turns
from briefing.intake.text_decoder import canonical, decoded
from briefing.intake.text_metadata import origin_of, titled
from briefing.model import Article, Block, BlockKind, Span, trimmed

_LINE = re.compile(r"[^\n]*\n?")
_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+\S")
_ASKING = re.compile(r":|^[QA]\d{0,3}\.\s")
_QUOTED = re.compile(r"\s*>\s?")
_UNDERLINE = re.compile(r"\s*([=\-_*~])\1{2,}\s*$")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"”'’»)\]]*$")
_LONGEST_HEADING = 140
_PLACE = r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]*)*"
_AGENCY = r" ?\([^()]{2,30}\)"
_DATELINE = re.compile(
    rf"{_PLACE}(?:, [^()]{{0,24}}\d{{1,4}}(?: [A-Z][a-z]+)?(?:{_AGENCY})?|(?:, [^()]{{1,24}})?{_AGENCY})[ –—-]*"
)
"""A place in capitals with a date, an agency or both, and nothing behind: "LEEDS, March 4 (Reuters)"."""
"""Characters; longer lines are paragraphs even without a full stop."""
_WRAPPED = range(45, 101)
"""Widths in characters at which editors and mail programs break lines."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a text file.

    Raises:
        UnreadableFile: if its encoding is unknown.
    """
    return article_of(decoded(data, name), name, address, "text/plain")


def article_of(characters: str, name: str, address: str, media_type: str) -> Article:
    """The article in the characters of a text, their order and number kept but for invisible ones."""
    text = canonical(characters)
    text, spans = _paragraphs(text)
    blocks = mark_boilerplate(tuple(_with_headings(text, list(spans))), text)
    passages = with_turns([Passage(block.kind, block.span.of(text)) for block in blocks])
    markup, _ = marked_up(passages, blocks)
    told = titled(origin_of(text, blocks, name, address, media_type), text, blocks)
    return Article(text, blocks, told, markup=markup)


def passages_of(characters: str) -> list[Passage]:
    """The passages of a stretch of text that is a part of something larger."""
    text, spans = _paragraphs(canonical(characters))
    return [
        Passage(block.kind, " ".join(block.span.of(text).split()), block.level)
        for block in _with_headings(text, list(spans))
    ]


def _paragraphs(text: str) -> tuple[str, list[Span]]:
    """The text with wrapped lines joined (a blank for each line break) and the span of each paragraph."""
    characters = list(text)
    spans: list[Span] = []
    for group in _groups(text):
        if _is_wrapped(group, text):
            for line in group[:-1]:
                characters[line.end] = " "
            spans.append(Span(group[0].start, group[-1].end))
        else:
            spans += group
    joined = "".join(characters)
    return joined, [span for span in (trimmed(span, joined) for span in spans) if len(span)]


def _groups(text: str) -> Iterator[list[Span]]:
    """Lines that no blank line parts, without their line breaks; an item begins a group of its own."""
    group: list[Span] = []
    for match in _LINE.finditer(text):
        words = match.group().rstrip("\n")
        line = Span(match.start(), match.start() + len(words))
        ends = not words.strip() or bool(_UNDERLINE.match(words))
        if group and (ends or _ITEM.match(words)):
            yield group
            group = []
        if not ends:
            group.append(line)
        elif words.strip():
            yield [line]
    if group:
        yield group


def _is_wrapped(group: list[Span], text: str) -> bool:
    """Whether the lines of a group are one paragraph that an editor has broken."""
    if len(group) < 2:
        return False
    widths = [len(line) for line in group[:-1]]
    if int(median(widths)) not in _WRAPPED or max(widths) > _WRAPPED.stop:
        return False
    if widths[-1] > 0 and len(group[-1]) > _WRAPPED.stop:
        return False
    finished = sum(bool(re.search(r"[.!?][\"”’»)]*\s*$", line.of(text))) for line in group[:-1])
    return finished <= len(widths) / 2


def _with_headings(text: str, spans: list[Span]) -> Iterator[Block]:
    titled = False
    for number, span in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        if _UNDERLINE.match(span.of(text)):
            yield Block(BlockKind.BOILERPLATE, span)
        elif _ITEM.match(span.of(text)):
            yield Block(BlockKind.ITEM, span, 1)
        elif _QUOTED.match(span.of(text)):
            yield Block(BlockKind.QUOTATION, span)
        elif following and _heads(span.of(text), titled, is_first=not number):
            yield Block(BlockKind.HEADING, span, 2 if titled else 1)
            titled = True
        else:
            # A first paragraph before any heading: what follows are section headings, not the title.
            titled = titled or len(span) > _LONGEST_HEADING
            yield Block(BlockKind.PARAGRAPH, span)


def _heads(line: str, titled: bool, is_first: bool) -> bool:
    """Whether a line is a heading here: no mere date is the title, and the first line may be one that asks or calls.

    A question behind a colon, or a label, may be that of who speaks first.
    """
    words = line.strip()
    if is_first and words.endswith(("?", "!")) and not _ASKING.search(words):
        words = words.rstrip("?!")
    return looks_like_heading(words) and (titled or not is_date_line(words, byline_patterns()))


def looks_like_heading(line: str) -> bool:
    """Whether a line reads like a heading: short, begun with a capital or a number, and not ended like a sentence."""
    words = line.strip()
    if not words or "\n" in words or len(words) > _LONGEST_HEADING or _DATELINE.fullmatch(words):
        return False
    begins = next((sign for sign in words if sign.isalnum()), "")
    return (begins.isupper() or begins.isdigit() or begins.isalpha() != begins.islower()) and not _SENTENCE_END.search(
        words
    )
