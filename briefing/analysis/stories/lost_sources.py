"""Where a claim lost its source: told as fact in one article, known only from somebody in another."""

import re
from collections.abc import Sequence
from datetime import date

from briefing.analysis.stories.figure_likeness import counts_alike, meet
from briefing.analysis.stories.origin_names import is_named, words_of_name
from briefing.analysis.stories.origins import origins_in
from briefing.analysis.stories.relations import Kind, relation
from briefing.analysis.stories.story_article import Told
from briefing.model.statement import Mood, Statement
from briefing.model.story import AUTHORITIES

_NEAR = 0.9
"""Cosine from which two statements say the same whatever verbs they have."""

_NEARER = 0.7
"""Cosine below which two statements are not told as one, though they were joined with others to one."""

_NEAR_WITHIN = 0.6
"""The same for a statement all of whose words are in the other one: it only leaves out where and when."""

_NEAR_COUNTED = 0.8
"""The same for two that give one large number."""

_FEWEST = 2
_SHARED = 0.7
"""Share of the words of the shorter of two statements that the other one has, too."""

_MAIN = 0.5
"""Share of its largest part that a part of a claim is at least, to be what is claimed and not told beside it."""

_WEEKS = 21
"""Days between two articles within which one still tells what was said in the other."""

_WORD = re.compile(r"[^\W_]+")
_ASKING = frozenset({"who", "what", "which", "whose", "whether", "how", "why"})
_POINTING = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "these", "those"})
_ARRESTED = "arrested"
_POLLED = re.compile(r"\b(?:polls?|surveys?|percent|in (?:ten|10))\b", re.I)
_OURSELVES = frozenset({"we", "i", "us", "our"})


def loses_source_in(group: Sequence[Told]) -> tuple[str, ...]:
    """The articles that tell as fact what another one knows only from somebody else than who does it.

    They name nobody for any of it; the other tells none of it by itself.
    """
    narrated = [told for told in group if not told.statement.chain and _tells(told)]
    attributing = {told.article.key for told in group if told.statement.chain}
    attributed = [told for told in group if told.statement.chain and _tells(told) and _is_claimed(told)]
    lost = [
        told
        for told in narrated
        if told.article.key not in attributing
        and any(_is_known_from(told, other) and not _tells_itself(other, told, narrated) for other in attributed)
        and not any(_is_beside(name, told) for other in attributed for name in origins_in(other))
        and not _goes_on(told)
    ]
    return tuple(dict.fromkeys(told.article.key for told in lost))


def _tells_itself(attributed: Told, told: Told, narrated: Sequence[Told]) -> bool:
    """Whether the article with the source tells the same without it."""
    own = [other for other in narrated if other.article is attributed.article]
    return any(_is_known_from(other, attributed) or _is_known_from(other, told) for other in own)


def _tells(told: Told) -> bool:
    """Whether it is a clause that says something, and does not ask."""
    first = told.statement.said.split(maxsplit=1)[:1]
    return told.statement.clause and not _ASKING.intersection(word.lower() for word in first)


def _is_claimed(told: Told) -> bool:
    """Whether somebody else than the article claims it, as the main thing; those whom a poll asks do not."""
    if any(_POLLED.search(speaker.words) for speaker in told.statement.chain):
        return False
    if all(name.lower() in _OURSELVES for name in origins_in(told)):
        return False
    if _ARRESTED in told.statement.fates and AUTHORITIES in origins_in(told):
        return False  # the police tell what they did
    parts = [other for other in told.article.statements if other.claim == told.statement.claim]
    return _size(told.statement) >= _MAIN * max(map(_size, parts), default=0)


def _size(statement: Statement) -> int:
    return sum(map(len, statement.content))


def _is_known_from(told: Told, other: Told) -> bool:
    """Whether a statement tells what somebody says in another article, and not only of the same things."""
    nearness = float(told.vector @ other.vector)
    if relation(told, other, nearness).kind is not Kind.SAME:
        return False
    if _count_apart(told, other) or _is_done_of_planned(told, other) or not _is_of_one_time(told, other):
        return False
    if told.head == other.head and len(told.keys) >= _FEWEST and told.keys <= other.keys and nearness >= _NEAR_WITHIN:
        return True
    shorter = min(len(told.keys), len(other.keys))
    likely = nearness >= _NEAR or told.head == other.head or (nearness >= _NEAR_COUNTED and _counts_one(told, other))
    return nearness >= _NEARER and len(told.keys & other.keys) >= _SHARED * shorter and likely


def _counts_one(told: Told, other: Told) -> bool:
    """Whether both give one large number of those who had one fate: "killed 52", "the death toll rose to 52"."""
    fates = set(told.statement.fates) & set(other.statement.fates)
    return bool(fates) and counts_alike(told, other)


def _count_apart(told: Told, other: Told) -> bool:
    """Whether both give numbers and none is the same: "12 tanks" and "four trucks" are two tellings."""
    figures = told.statement.figures, other.statement.figures
    return all(figures) and not any(meet(one, another) for one in figures[0] for another in figures[1])


def _is_done_of_planned(told: Told, other: Told) -> bool:
    """Whether only one of them is still to come: "would reopen in June" and "reopened in June"."""
    return (told.statement.mood is Mood.OPEN) != (other.statement.mood is Mood.OPEN)


def _is_of_one_time(told: Told, other: Told) -> bool:
    """Whether their articles are of the same weeks, as far as is known: a poll or a count of months ago is another."""
    try:
        days = [date.fromisoformat(one.article.published[:10]) for one in (told, other)]
    except ValueError:
        return True
    return abs((days[0] - days[1]).days) <= _WEEKS


def _is_beside(name: str, told: Told) -> bool:
    """Whether somebody is named in a statement, in its paragraph or the one before: it may be his word there, too."""
    words = words_of_name(name)
    if words & words_of_name(told.statement.said) or any(words & words_of_name(n) for n in told.statement.names):
        return True
    parts = {part for word in words for part in _WORD.findall(word)}
    return (is_named(name) or len(parts) > 1) and parts <= set(_WORD.findall(_paragraphs(told).lower()))


def _paragraphs(told: Told) -> str:
    """The paragraph of a statement and the one before it."""
    text, start = told.article.text, told.statement.start
    before = [line for line in text[:start].split("\n") if line.strip()]
    return " ".join([*before[-2:], text[start:].split("\n", 1)[0]])


def _goes_on(told: Told) -> bool:
    """Whether it may still be the word of whoever said the sentence before: "He was a spy, police said. He had …"."""
    text, start = told.article.text, told.statement.start
    word = _WORD.match(text, start)
    if word is None or word.group().lower() not in _POINTING:
        return False
    before = [one for one in told.article.statements if one.start < start and "\n" not in text[one.start : start]]
    return bool(before) and bool(max(before, key=lambda one: one.start).chain)
