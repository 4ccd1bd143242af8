"""Which statements of different articles contradict one another: denials, opposites, rival victors and culprits."""

import re
from collections.abc import Sequence
from enum import Enum

from briefing.analysis.comparison.claim_similarity import stem
from briefing.analysis.comparison.opposites import opposites
from briefing.analysis.stories.figure_likeness import SHARED
from briefing.analysis.stories.origins import is_one
from briefing.analysis.stories.story_article import Told
from briefing.model.statement import Mood

_ATTITUDES = frozenset({"expect", "seek", "consid", "plan", "want", "hope", "intend", "appear", "seem"})
"""Stems of verbs that say how somebody stands to what happens: the denial is of that."""

OF_ONE = 0.6
"""Cosine from which two that say opposite things say them of one thing."""

_LONGEST_DENIAL = 6
"""Words of a denial beyond which it tells much besides."""

_NEAR_LACK = 0.5

_NEAR_WORDS = 0.58

_COVERED = 0.6

_NEAR_HEAD = 0.4
_NEAR_UNKNOWN = 0.5
"""Cosine from which a statement without a subject may be of what the other is of."""


_BLAMING = frozenset({"responsib", "responsibil", "claim", "blam", "involv", "involve", "behind"})
_OTHERS = re.compile(r"\b(?:others?|else)\b", re.I)
_NEGATING = re.compile(r"(?:\b(?:no|not|never|nothing|none|nobody|hardly|barely|little|nor|neither)\b|n['’]t\b)", re.I)
"""Words of a denial: a statement with one of them says no plain thing that another denies."""


def may_oppose(left: Told, right: Told, nearness: float) -> bool:
    """Whether two may contradict one another at all: somebody says one of them, none asks, and both are of one thing.

    What two articles tell by themselves and differently is an update, or two things.
    """
    if not (left.statement.chain or right.statement.chain) or left.asks or right.asks:
        return False
    one, other = left.statement.about, right.statement.about
    if not one or not other:
        return nearness >= _NEAR_UNKNOWN
    if set(one) & set(other):
        return True
    if one[0].startswith("@") and other[0].startswith("@"):
        return any(is_one(a[1:], b[1:]) for a in one for b in other)
    # "there is no crisis" is of the crisis in which "we are".
    return nearness >= OF_ONE or bool(set(one) & right.keys or set(other) & left.keys)


def winners_differ(left: Told, right: Told) -> bool:
    """Whether two tell of two that they won the same."""
    one, other = left.statement.winners, right.statement.winners
    if not one or not other or left.is_negated or right.is_negated or any(is_one(a, b) for a in one for b in other):
        return False
    # "won in Iowa" and "won in Ohio" are two races.
    rest = [_names_beside(left, one), _names_beside(right, other)]
    return not all(rest) or bool(rest[0] & rest[1])


def _names_beside(told: Told, who: Sequence[str]) -> set[str]:
    """What a statement names beside some names."""
    words = {word for name in who for word in name.split()}
    return {name for name in told.statement.names if not words & set(name.split()) and name not in map(stem, words)}


class Standing(Enum):
    """How two statements stand between opposites."""

    BESIDE = "beside"
    AGAINST = "against"
    NOWHERE = "nowhere"


def standing_of(left: Told, right: Told) -> Standing:
    """Whether two say the same or the opposite by the words that they say it with: "is genuine", "was a fake"."""
    one, other = left.places, right.places
    shared = one.keys() & other.keys()
    if not shared:
        return Standing.NOWHERE
    turned = left.is_negated != right.is_negated
    against = [axis for axis in shared if (one[axis] != other[axis]) != turned]
    # What is not safe need not be dangerous; and two denials leave the middle to both.
    if not against:
        return Standing.BESIDE
    fixed = [axis for axis in against if axis not in opposites().changing]
    both_denied = left.is_negated and right.is_negated
    return Standing.AGAINST if len(against) == len(shared) and fixed and not both_denied else Standing.NOWHERE


def is_of_one(left: Told, right: Told, nearness: float) -> bool:
    """Whether two that say opposite things say them of one thing."""
    if moods_differ(left, right) or not may_oppose(left, right, nearness):
        return False
    shared = (left.keys & right.keys) - {left.head, right.head}
    return (bool(shared) and nearness >= _NEAR_HEAD) or nearness >= OF_ONE


def answers(left: Told, right: Told, nearness: float) -> bool:
    """Whether what one denies is what the other says."""
    negated, plain = (left, right) if left.is_negated else (right, left)
    if not may_oppose(left, right, nearness) or (
        not plain.statement.negated and _NEGATING.search(plain.statement.said)
    ):
        return False
    # "could not", "will not": what happened is no contradiction, but what came of it.
    if moods_differ(left, right):
        return False
    if plain.head in _ATTITUDES or _of_others(negated, plain):
        return False
    if len(negated.keys) < SHARED:
        # "did not take money" denies what names the same one, and money.
        met = set(negated.statement.names) & set(plain.statement.names)
        return bool(met and negated.keys <= plain.keys and negated.keys) and nearness >= OF_ONE
    names = {word for name in (*negated.statement.names, *plain.statement.names) for word in name.split()}
    denied, told = negated.keys - names, plain.keys - names
    # A denial that says more is of something narrower: "planets do not form around binaries".
    covered = len(denied & told) / (len(denied) or 1)
    named = bool(set(negated.statement.names) & set(plain.statement.names))
    if len(denied) > _LONGEST_DENIAL:
        return False
    if negated.statement.lacks in told and negated.statement.lacks:
        return named and nearness >= _NEAR_LACK
    if negated.head in told and negated.head not in _ATTITUDES and covered >= _COVERED:
        return nearness >= _NEAR_HEAD and (named or len(denied & told) >= SHARED)
    return named and plain.head in denied and nearness >= _NEAR_WORDS


def _of_others(negated: Told, plain: Told) -> bool:
    """Whether a denial is of the others: "none of the other candidates secured delegates"."""
    return bool(_OTHERS.search(negated.statement.said)) and not _OTHERS.search(plain.statement.said)


def blames_apart(left: Told, right: Told) -> bool:
    """Whether two lay one event to different actors: a responsibility claimed by one and laid to another."""
    one, other = set(left.statement.blames), set(right.statement.blames)
    if not one or not other or one & other:
        return False
    events = (left.keys - one - _BLAMING, right.keys - other - _BLAMING)
    return bool(events[0] & events[1]) or min(map(len, events)) < SHARED


def moods_differ(left: Told, right: Told) -> bool:
    """Whether one happened and the other may or shall."""
    return {left.statement.mood, right.statement.mood} == {Mood.ACTUAL, Mood.OPEN}
