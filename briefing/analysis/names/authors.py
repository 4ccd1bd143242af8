"""Who writes in the first person: the sender of a message, the writer of a column, the judge, the body that reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Article, Block, BlockKind, Span
from briefing.records import dataclass

_HEADS = 8
"""Blocks at the head of a text among which it says who wrote it."""

_LONGEST_LINE = 120
_WORD = r"(?:[^\W\d_a-z][\w'’.-]*)"
_NAME = rf"{_WORD}(?:[^\S\n]+(?:{_WORD}|de|da|di|van|von|der|den|bin|al|of|the|for|and)){{0,6}}"
_TITLE = r"(?:the\s+hon(?:ou?rable|\.)?\s+)?"

_SENDER = re.compile(rf"\s*\*?(?i:from):\*?\s+[\"“]?(?P<name>{_NAME})")
_OTHER_HEADER = re.compile(r"\s*\*?(?i:to|sent|date|subject|cc):", re.ASCII)
_HEADERS_NEAR = 4
_RECEIVER = re.compile(rf"\s*\*?(?i:to):\*?\s+[\"“]?(?P<name>{_NAME})[\"”]?\s*(?:<[^>\n]*>)?\s*$")
_SPOKEN_TO = re.compile(rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,3}}), you(?:r|['’]\w+)?\b")
"""A paragraph that begins with whom it speaks to: "Karl Vost, you were found guilty"."""
_INTRODUCED = re.compile(rf"\s*(?i:on)\s.{{4,60}},\s*(?P<name>{_NAME})(?:\s*<[^>\n]*>)?\s+wrote:\s*$")
"""The line above what is quoted from another message."""

_ON_A_LINE = (
    # "By Ann Lee", "Column by Ann Lee", "posted by Ann Lee on 3 May", "Opinion | Ann Lee"
    re.compile(
        rf"\s*(?i:(?:(?:posted|written|told|(?:a\s+)?(?:guest\s+)?(?:column|comment|opinion|essay|blog|diary|letter|words))"
        rf"\s+)?by:?|(?:opinion|comment|column|essay|perspective)\s*[|:–—-])\s+(?P<name>{_NAME})"
        rf"(?:\s*(?:[,|·–—-]|\bon\b|\d).*)?$"
    ),
    # "Rep. Ann Lee (@annlee) · Mar 3"
    re.compile(rf"\s*(?P<name>{_NAME})\s*\(?@\w{{2,30}}\)?(?:\s*[·|–—-].*)?$"),
    re.compile(r"\s*(?P<name>@\w{2,30})\s*(?:[·|–—-].*)?$"),
)
_ON_A_JUDGES_LINE = (
    # "Before: Lord Justice Hale"
    re.compile(rf"\s*(?i:before|coram)\s*:?\s+{_TITLE}(?P<name>{_NAME})\s*$"),
    # "SENTENCING REMARKS OF MRS JUSTICE HALE", "Judgment of Hale J"
    re.compile(
        rf".*\b(?i:remarks|judgment|ruling|opinion|reasons)\s+(?i:of|by)\s+{_TITLE}"
        rf"(?P<name>(?i:(?:chief\s+)?(?:judge|justice)|(?:mrs?|ms|lord|lady|his|her)\s+(?:chief\s+)?(?:judge|justice|honour))"
        rf"\s+{_NAME})\s*$"
    ),
    # "Ruiz, Circuit Judge:", "HALE, J., dissenting:"
    re.compile(
        rf"\s*(?P<name>{_NAME}),\s+(?i:(?:(?:chief|senior|presiding|circuit|district|associate)\s+)*(?:judge|justice)"
        rf"|c\.?\s?j\.?|l\.?\s?j\.?|j\.?\s?a\.?|j\.)(?:,?\s*\(?(?i:dissenting|concurring)[^:\n]{{0,40}})?\s*:?\s*$"
    ),
    # "Justice Hale delivered the opinion of the Court."
    re.compile(
        rf"\s*(?P<name>(?i:(?:mr\.?\s+|mrs\.?\s+|ms\.?\s+)?(?:chief\s+)?(?:justice|judge))\s+{_NAME}),?\s+"
        rf"(?i:delivered|announced|filed|wrote)\s+.{{0,40}}(?i:opinion|judgment)\b.*$"
    ),
    # "Lord Hale:", "Mrs Justice Hale:"
    re.compile(rf"\s*(?P<name>(?:(?:LORD|LADY|Lord|Lady)|(?i:mrs?|ms)\.?\s+(?i:justice))\s+{_NAME})\s*:\s*$"),
)
_ON_A_REPORTS_LINE = (
    # "Audit Office: Report on Schools", "Rights Watch, Annual Report"
    re.compile(
        rf"\s*(?P<name>{_NAME})\s*[:,–—-]\s+(?i:(?:annual|final|interim|special)\s+)*(?i:report|review|audit)\b.*$"
    ),
    # "Report of the Audit Office"
    re.compile(rf".*\b(?i:report|review|findings)\s+(?i:of|by)\s+(?i:the\s+)?(?P<name>{_NAME})\s*(?:$|[:,–—-]\s)"),
)
_ISSUED = re.compile(
    r"\s*(?i:(?:for immediate release|(?:press|media|news)\s+(?:release|statement)|(?:joint\s+|public\s+)?statement)\b)"
)
_NO_NAMES = frozenset({"The", "A", "An", "This", "In", "Our", "My", "Staff", "Editorial"})


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who writes a stretch of a text, and means himself by "I".

    Attributes:
        name: his name, or that of a body; empty where a body issues the text that only its first sentences name.
        at: where the name stands; None where it is only told beside the text.
        start: of what he writes.
        end: of it.
        many: whether "we" means him, or the body that he speaks for, too.
        judge: whether he decides a case.
        body: whether it is a body and nobody in person.
        to: where the one is named whom he writes to; None where it does not say.
    """

    name: str
    at: Span | None
    start: int
    end: int
    many: bool = False
    judge: bool = False
    body: bool = False
    to: Span | None = None


def authors_of(article: Article) -> list[Author]:
    """Who writes which part of an article, as far as it says so; parts do not overlap."""
    blocks = article.blocks
    if not blocks or article.markup.turns:
        return []
    senders = list(_senders(article.text, blocks))
    if senders:
        return senders
    judges = list(_judges(article.text, blocks))
    return judges or _one_author(article)


def _senders(text: str, blocks: Sequence[Block]) -> Iterator[Author]:
    """The senders of messages: of the first one, of those that are quoted whole below, of those quoted line by line."""
    heads: list[tuple[int, Span]] = []
    for number, block in enumerate(blocks):
        found = _SENDER.match(text, block.span.start, block.span.end)
        if found is not None and _has_headers(text, blocks, number):
            heads.append((number, Span(*found.span("name"))))
    ends = [blocks[number - 1].span.end for number, _ in heads[1:]] + [blocks[-1].span.end]
    for (number, name), end in zip(heads, ends, strict=False):
        below, above = blocks[number : number + _HEADERS_NEAR + 1], blocks[max(0, number - _HEADERS_NEAR) : number]
        to = _receiver(text, below) or _receiver(text, above[::-1])
        whole = Author(name.of(text), name, blocks[number].span.end, end, many=True, to=to)
        yield from _without_quoted(text, blocks, whole)


def _has_headers(text: str, blocks: Sequence[Block], number: int) -> bool:
    near = blocks[max(0, number - _HEADERS_NEAR) : number + _HEADERS_NEAR + 1]
    return sum(bool(_OTHER_HEADER.match(text, one.span.start, one.span.end)) for one in near) > 0


def _receiver(text: str, near: Sequence[Block]) -> Span | None:
    found = (_RECEIVER.match(text, block.span.start, block.span.end) for block in near)
    return next((Span(*match.span("name")) for match in found if match is not None), None)


def _spoken_to(text: str, blocks: Sequence[Block], start: int, end: int) -> Span | None:
    """Whom somebody speaks to at the head of a paragraph."""
    within = (block.span for block in blocks if start <= block.span.start < end)
    found = (_SPOKEN_TO.match(text, span.start, span.end) for span in within)
    return next((Span(*match.span("name")) for match in found if match is not None), None)


def _without_quoted(text: str, blocks: Sequence[Block], author: Author) -> Iterator[Author]:
    """What one wrote himself, in one or several stretches, and what he quotes with who wrote that, if it is told."""
    start, other = author.start, None
    for block in blocks:
        if not author.start <= block.span.start < author.end:
            continue
        introduced = _INTRODUCED.match(text, block.span.start, block.span.end)
        quoted = block.kind is BlockKind.QUOTATION or text[block.span.start] == ">"
        if introduced is not None:
            other = Span(*introduced.span("name"))
        elif quoted:
            if block.span.start > start:
                yield replace(author, start=start, end=block.span.start)
            if other is not None:
                yield Author(other.of(text), other, block.span.start, block.span.end, many=True)
            start = block.span.end
    if start < author.end:
        yield replace(author, start=start)


def _judges(text: str, blocks: Sequence[Block]) -> Iterator[Author]:
    """The judges whose opinions a text holds, one after the other."""
    heads: list[Span] = []
    for number, block in enumerate(blocks):
        if len(block.span) <= _LONGEST_LINE and (number < _HEADS or text[block.span.end - 1] == ":"):
            name = _named(text, block, _ON_A_JUDGES_LINE)
            if name is not None:
                heads.append(name)
    ends = [head.start for head in heads[1:]] + [blocks[-1].span.end]
    for name, end in zip(heads, ends, strict=False):
        to = _spoken_to(text, blocks, name.end, end)
        yield Author(name.of(text), name, name.end, end, many=True, judge=True, to=to)


def _one_author(article: Article) -> list[Author]:
    """The one who wrote it all: in a byline, above a post, or the body whose report or statement it is."""
    text, blocks = article.text, article.blocks
    end = blocks[-1].span.end
    issued = False
    for block in blocks[:_HEADS]:
        if len(block.span) > _LONGEST_LINE:
            continue
        issued = issued or bool(_ISSUED.match(text, block.span.start, block.span.end))
        name = _named(text, block, _ON_A_LINE)
        if name is not None:
            return [Author(name.of(text), name, block.span.end, end, many="@" in block.span.of(text))]
        reporting = _named(text, block, _ON_A_REPORTS_LINE) if block.kind is BlockKind.HEADING else None
        if reporting is not None:
            return [Author(reporting.of(text), reporting, block.span.end, end, many=True, body=True)]
    byline = article.origin.byline
    if byline and not re.search(r",|&|\band\b", byline):
        return [Author(byline, None, 0, end)]
    return [Author("", None, 0, end, many=True, body=True)] if issued else []


def _named(text: str, block: Block, patterns: Sequence[re.Pattern[str]]) -> Span | None:
    matches = (pattern.match(text, block.span.start, block.span.end) for pattern in patterns)
    found = next((match for match in matches if match is not None), None)
    if found is None or found["name"].split()[0] in _NO_NAMES:
        return None
    return Span(*found.span("name"))
