"""Recognises the lines around an article's words: bylines, dates, reading times, notes on the writer, footers."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.intake.byline import byline_in
from briefing.model import Block, BlockKind
from briefing.records import dataclass
from briefing.resources import resource

if TYPE_CHECKING:
    from briefing.intake.block_assembly import Passage

LONGEST = 140
"""Characters of a line that may be only a byline or a date."""
_NOTE = 320
"""Characters of a paragraph that may be only a note on its writer, or a prompt."""
_MOST_LINKS = 3
"""Parts of a line from which on it may be the links at the foot of a page."""
_PARTED = re.compile(r"\s*[|·•]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(
    r"\b\d{1,2}[:h.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b", re.IGNORECASE
)
_AGENCY = re.compile(r"[A-Z]{2,5}\s*[·|•/,–—-]\s*")
_COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:19|20)\d\d\b", re.IGNORECASE)
_LONGEST_CORRECTION = 1200
_CORRECTION = re.compile(
    r"\W{0,3}(?:corrections?|clarification|korrektur|berichtigung|richtigstellung|rectificatif|correcci[oó]n|rettifica)"
    r"\b[^:.]{0,60}[:.]\s",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"\bthis (?:article|story|post|report|page|piece)(?: was| has been| is)? (?:since )?"
    r"(?:amended|corrected|clarified)\b"
    r"|\b(?:earlier|previous|original) version of this (?:article|story|post|report|page|piece)\b"
    r"|\bdieser (?:artikel|text|beitrag) wurde .{0,60}\b(?:korrigiert|berichtigt|geändert)\b"
    r"|\bin einer (?:früheren|ersten) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)\b"
    r"|\bcet article a été (?:corrigé|modifié)\b",
    re.IGNORECASE,
)
_ON_AUTHOR = re.compile(
    r"(?:The (?:author|writer) is|Der Autor ist|Die Autorin ist|L[’']aut(?:eur|rice) est|El autor es|La autora es|"
    r"L[’']aut(?:ore|rice) è)\s(?:[\w’'-]+\s){0,4}(?:professor|fellow|columnist|editor|reporter|journalist|lecturer|"
    r"correspondent|researcher|consultant|contributor|redakteur|journalist|korrespondent|journaliste|rédact|profes|"
    r"periodista|giornalista)",
    re.IGNORECASE,
)
"""A note on the writer who is not named again."""
_TITLED = r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?"


@dataclass(frozen=True, slots=True)
class BylinePatterns:
    """The word lists of `resources/intake/fringe.toml`."""

    months: frozenset[str]
    moments: frozenset[str]
    changes: frozenset[str]
    note_verbs: frozenset[str]
    prompts: tuple[str, ...]
    last_prompts: tuple[str, ...]
    networks: tuple[str, ...]
    footers: tuple[str, ...]
    above: tuple[str, ...]
    small_print: frozenset[str]


@cache
def byline_patterns() -> BylinePatterns:
    """The word lists, read once from the resources."""
    with resource("intake", "fringe.toml").open("rb") as file:
        found = tomllib.load(file)
    return BylinePatterns(
        frozenset(found["months"]),
        frozenset(found["moments"]),
        frozenset(found["changes"]),
        frozenset(found["note_verbs"]),
        tuple(found["prompts"]),
        tuple(found["last_prompts"]),
        tuple(found["networks"]),
        tuple(found["footers"]),
        tuple(found["above"]),
        frozenset(found["small_print"]),
    )


def is_date_line(line: str, words: BylinePatterns) -> bool:
    """Whether a line tells nothing but a date, a time or how long reading takes."""
    if len(line) > LONGEST or not any(sign.isdigit() for sign in line):
        return False
    # An agency may stand beside the time ("AWP · 14 Jan 2026, 16:20").
    agency = _AGENCY.match(line)
    found = [word.lower() for word in _WORD.findall(line[agency.end() :] if agency else line)]
    dated = bool(_CLOCK.search(line)) or any(word in words.months for word in found)
    if not dated and not {"min", "ago", "minutes", "minute"} & set(found):
        return False
    return all(word in words.months or word in words.moments for word in found)


def times_of_entries(
    blocks: "Sequence[Block | Passage]", lines: Sequence[str], words: BylinePatterns
) -> frozenset[int]:
    """Numbers of the lines that tell when an entry of a live report was written: each above the entry's heading.

    Args:
        blocks: of the article, or what is to become blocks of it.
        lines: the words of each.
        words: the word lists.
    """
    times = [
        number
        for number, (block, below) in enumerate(pairwise(blocks))
        if block.kind is not BlockKind.BOILERPLATE
        and not words.changes & {word.lower() for word in _WORD.findall(lines[number][:LONGEST])}
        and (below.kind is BlockKind.HEADING and below.level > 1 and is_date_line(lines[number], words))
    ]
    return frozenset(times if len(times) > 1 else ())


def is_byline(line: str) -> bool:
    """Whether a line tells nothing but who wrote the article."""
    return len(line) <= LONGEST and bool(byline_in(line))


def is_correction(line: str) -> bool:
    """Whether a paragraph says what of the article was wrong and is mended."""
    return len(line) <= _LONGEST_CORRECTION and bool(_CORRECTION.match(line) or _AMENDED.search(line))


def is_note_on(writers: str, line: str, words: BylinePatterns, *, whole: bool = False) -> bool:
    """Whether a paragraph tells who a writer is or how to reach him ("Ann Lee covers courts.").

    Args:
        writers: those whom the page names.
        line: the paragraph.
        words: the word lists.
        whole: whether it must call him by his whole name.
    """
    if len(line) > _NOTE:
        return False
    if not whole and _ON_AUTHOR.match(line):
        return True
    for writer in re.split(r", | and ", writers):
        names = {writer, *writer.split()[-1:]} if not whole else {writer} if " " in writer else set()
        for name in names:
            found = re.match(rf"{_TITLED}{re.escape(name)}\s+(\w+)", line)
            if found and found.group(1).lower() in words.note_verbs:
                return True
    return False


def is_prompt(line: str, words: BylinePatterns, *, last: bool) -> bool:
    """Whether a short paragraph asks for a subscription, a gift or a letter.

    Args:
        line: its words.
        words: the word lists.
        last: whether it stands at the end of the article, where more is known to be a prompt.
    """
    plain = _plain(line)
    if len(line) > _NOTE:
        return False
    follows = plain.startswith("follow ") and any(network in plain for network in words.networks)
    return follows or any(prompt in plain for prompt in (*words.prompts, *(words.last_prompts if last else ())))


def is_footer(line: str, words: BylinePatterns) -> bool:
    """Whether a line belongs to the small print below a message or a page."""
    plain = _plain(line)
    if len(line) > _NOTE:
        return False
    parts = [part for part in _PARTED.split(plain) if part]
    linked = len(parts) >= _MOST_LINKS and sum(part in words.small_print for part in parts) * 2 >= len(parts)
    return linked or bool(_COPYRIGHT.match(plain)) or any(footer in plain for footer in words.footers)


def is_above(line: str, words: BylinePatterns) -> bool:
    """Whether a short line is about the message in which it stands ("View in browser")."""
    plain = _plain(line)
    return len(line) <= LONGEST and any(each in plain for each in words.above)


def _plain(line: str) -> str:
    return " ".join(line.lower().replace("’", "'").split())
