"""Whether one statement surely says what another says, so that who says it stands behind it as well."""

import re
from functools import cache

from briefing.analysis.stories.figure_likeness import SHARED, figures_differ
from briefing.analysis.stories.origin_names import is_one
from briefing.analysis.stories.story_article import Told
from briefing.analysis.syntax.lexicon import lexicon_table
from briefing.model import SourceKind

_SURELY = 0.9
"""Cosine from which two surely say the same, whatever words they share."""

_WORDED_ALIKE = 0.62
"""The same where they share most of what they tell."""

_OF_ONE_WORD = 0.8
"""The same where all that the shorter one tells is one word."""

_MOST = 0.5
"""Share of what both tell that is most of it."""


_WORDS = (
    r"\b(?:said|says|saying|claim(?:s|ed|ing)?|meant|suggest(?:s|ed|ing)?|argu(?:es|ed|ing)|comments?|statements?|remarks?"
    r"|accus(?:es|ed|ing)|alleg(?:es|ed|ing|ations?))\b"
)
_ASKING = re.compile(r"\b(?:polls?|surveys?|study|studies|report|news|times|post|journal|university|institute)\b", re.I)
"""Words in the names of those who ask or study something together, and have one answer."""

_PASSING_ON = frozenset({SourceKind.OUTLET, SourceKind.DOCUMENT})
_SAYING = re.compile(_WORDS)
_SAYING_BEFORE = re.compile(_WORDS + r"\W*(?:that\W*)?$")


def corroborates(one: Told, other: Told) -> bool:
    """Whether two that were joined surely say the same of the same, and are not only of the same things.

    Each must be a clause that says something by itself; a phrase ("the talks on the border") affirms nothing.
    """
    if one.asks or other.asks or one.is_negated != other.is_negated or _tells_what_is_said(one, other):
        return False
    if one is other:
        return _is_said_together(one)
    if _is_of_outlets(one) and _is_of_outlets(other):
        return False
    if not (one.statement.clause and other.statement.clause) or one.statement.mood is not other.statement.mood:
        return False
    if figures_differ(one, other):
        return False
    if not subjects_meet(one, other):
        return False
    near = float(one.vector @ other.vector)
    left, right = _told(one), _told(other)
    shared = len(left & right)
    if near >= _SURELY:
        return shared > 0
    fewest = 1 if near >= _OF_ONE_WORD else SHARED
    within = shared >= fewest and shared == min(len(left), len(right))
    most = shared >= _MOST * len(left | right) and (shared >= SHARED or one.head == other.head)
    return near >= _WORDED_ALIKE and (within or most)


def _is_said_together(told: Told) -> bool:
    """Whether those who are given for one statement each stand behind it; who asks people together has one answer."""
    statement = told.statement
    if any(
        _ASKING.search(f"{speaker.words} {speaker.name}") or speaker.name in _crowds() for speaker in statement.chain
    ):
        return False
    return bool(statement.clause or statement.denied or statement.blames)


@cache
def _crowds() -> frozenset[str]:
    """Names for all of a kind: "Farmers and Republicans disagree" is said by no two bodies."""
    return frozenset(lexicon_table("groups")["names"])


def _is_of_outlets(told: Told) -> bool:
    """Whether only outlets, polls or studies are behind it, by their names: what they pass on has other origins."""
    return bool(told.speakers) and all(
        speaker.kind in _PASSING_ON or _ASKING.search(speaker.name or speaker.words) for speaker in told.speakers
    )


def _told(told: Told) -> frozenset[str]:
    """What a statement tells, by stem, without whom it names."""
    return told.keys - {word for name in told.statement.names for word in name.split()}


def _tells_what_is_said(*both: Told) -> bool:
    """Whether one of them tells what somebody else says or said: "his claim that …", "you said that …"."""
    return any(_SAYING.search(told.statement.said) or _is_said_within(told) for told in both)


def _is_said_within(told: Told) -> bool:
    """Whether it stands behind a word of saying within what its own speaker says."""
    start = told.statement.start
    first = min((one.start for one in told.article.statements if one.claim == told.statement.claim), default=start)
    return bool(_SAYING_BEFORE.search(told.article.text[first:start]))


def subjects_meet(one: Told, other: Told) -> bool:
    """Whether two are told of one subject: "I endorse him" by two are two acts, and no agreement."""
    left, right = one.statement.about, other.statement.about
    if set(left) & set(right):
        return True
    return any(is_one(a[1:], b[1:]) for a in left for b in right if a[0] == b[0] == "@")
