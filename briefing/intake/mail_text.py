"""The plain text of a message as passages: its writer's own words, what is quoted in it, the signature."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefing.intake import plain_text
from briefing.intake.block_assembly import Passage
from briefing.intake.citable_facts import is_closing, is_greeting
from briefing.model import BlockKind

_SIGNATURE = re.compile(r"-- ?")
"""The line that parts a message from its signature (RFC 3676, section 4.3)."""
_RULE = re.compile(r"[_-]{20,} ?")
"""The line above what a mailing list writes below each message."""
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_FROM = re.compile(r">+From ")
"""A line of the writer's own that only mailboxes mark, lest it be taken for the beginning of a message."""
_FORWARDED = re.compile(
    r"\s*[-_]{2,}\s*(?:original message|original-nachricht|ursprüngliche nachricht|forwarded message|message d'origine"
    r"|message original|weitergeleitete nachricht|message transféré|mensaje original|mensaje reenviado"
    r"|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht)\s*[-_]{2,}\s*"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message réexpédié :",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s*\*?(?:from|von|de|da|van)\s?:\*?\s", re.IGNORECASE)
_HEAD_BELOW = re.compile(
    r"\s*\*?(?:sent|date|gesendet|datum|envoyé|enviado|inviato|data|fecha|verzonden)\s?:\*?\s", re.IGNORECASE
)
_HEAD_LINES = 4
"""Lines below "From:" among which "Sent:" stands where another message is quoted whole."""
_PROSE = 80
"""Characters from which on a paragraph may have a heading above it."""


def passages_of(text: str, *, flowed: bool = False, deleted: bool = False) -> list[Passage]:
    """The passages of a message's text, or of one part of it.

    Args:
        text: its characters.
        flowed: whether a blank at the end of a line says that the paragraph goes on.
        deleted: whether that blank is not one of the text's.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marked = list(_flowing(lines, deleted)) if flowed else [_depth_of(line) for line in lines]
    passages: list[Passage] = []
    for (quoted, signs), run in groupby(_signed(marked), key=lambda line: (line[0] > 0, line[1])):
        passages += _passages_of([(depth, words) for depth, _, words in run], quoted=quoted, signs=signs)
    return list(_without_false_headings(passages))


def with_quoted_apart(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, those of another message that is quoted whole below the writer's own as quotations."""
    known = list(passages)
    begin = next((n for n in range(len(known)) if _begins_other(known, n)), len(known))
    for number, passage in enumerate(known):
        apart = number >= begin and passage.kind is not BlockKind.BOILERPLATE
        yield replace(passage, kind=BlockKind.QUOTATION, level=0) if apart else passage


def _begins_other(known: list[Passage], number: int) -> bool:
    words = known[number].words
    if _FORWARDED.match(words):
        return True
    # In HTML the lines of such a head are often one paragraph.
    near = f"{words}\n" + "\n".join(passage.words for passage in known[number + 1 : number + 1 + _HEAD_LINES])
    return bool(_HEAD.match(words)) and any(
        _HEAD_BELOW.match(line) for line in re.split(r"\n|(?<=\S) (?=\S+ ?: )", near)
    )


def _depth_of(line: str) -> tuple[int, str]:
    """How often a line is quoted, and its words."""
    if _FROM.match(line):
        return 0, line[1:]
    marks = _QUOTED.match(line)
    return (marks.group().count(">"), line[marks.end() :]) if marks else (0, line)


def _flowing(lines: list[str], deleted: bool) -> Iterator[tuple[int, str]]:
    """The paragraphs of flowed text, each with how often it is quoted."""
    gathered, depth = "", -1
    for line in lines:
        marks = re.match(r">*", line)
        quoted = len(marks.group()) if marks else 0
        words = line[quoted:].removeprefix(" ")
        if depth >= 0 and quoted != depth:
            yield depth, gathered
            gathered, depth = "", -1
        whole = gathered + words
        if words.endswith(" ") and words != "-- ":
            gathered, depth = (whole[:-1] if deleted else whole), quoted
        else:
            yield quoted, whole
            gathered, depth = "", -1
    if depth >= 0:
        yield depth, gathered


def _signed(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, bool, str]]:
    """The lines, each with whether it belongs to a signature, which ends where something is quoted again."""
    rows, signs = list(lines), False
    for at, (depth, words) in enumerate(rows):
        foot = bool(_RULE.fullmatch(words)) and any("mailing list" in one.lower() for _, one in rows[at + 1 : at + 3])
        signs = not depth and (signs or foot or bool(_SIGNATURE.fullmatch(words)))
        yield depth, signs, words


def _passages_of(lines: list[tuple[int, str]], *, quoted: bool, signs: bool) -> Iterator[Passage]:
    for _, run in groupby(lines, key=lambda line: line[0]):
        for passage in plain_text.passages_of("\n".join(words for _, words in run)):
            if quoted or signs:
                yield Passage(BlockKind.QUOTATION if quoted else BlockKind.BOILERPLATE, passage.words)
            else:
                yield passage


def _without_false_headings(passages: list[Passage]) -> Iterator[Passage]:
    """The passages; headings are left only above prose, and none in a greeting or a signature."""
    signing = False
    for number, passage in enumerate(passages):
        following = passages[number + 1] if number + 1 < len(passages) else None
        signing = is_closing(passage.words) or (signing and len(passage.words) < _PROSE)
        heads = (
            following is not None
            and following.kind is not BlockKind.QUOTATION
            and len(following.words) >= _PROSE
            and not signing
            and not is_greeting(passage.words)
        )
        if passage.kind is BlockKind.HEADING and not heads:
            yield replace(passage, kind=BlockKind.PARAGRAPH, level=0)
        else:
            yield passage
