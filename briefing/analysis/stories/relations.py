"""How two statements of different articles bear on one another: the same, contradicting, or neither.

`relation` is the one place that judges pairs; a trained model of pairs would stand here.
"""

from enum import Enum

from briefing.analysis.stories.contradictions import (
    Standing,
    answers,
    blames_apart,
    is_of_one,
    moods_differ,
    standing_of,
    winners_differ,
)
from briefing.analysis.stories.figure_likeness import SHARED, any_figure_meets, counts_apart, figures_differ, of_figures
from briefing.analysis.stories.origin_names import is_named
from briefing.analysis.stories.story_article import Told
from briefing.records import dataclass

SAME = 0.64
"""Score from which two statements say the same."""

USUAL = 0.4
"""Share of words in common that neither speaks for two statements being the same nor against it."""

WHOLE = 0.65
"""The share that counts where all words of the shorter of two are in the longer: it may add only where and when."""

OPPOSED = 0.4
"""Cosine from which a denial is compared with what it may deny."""

WORDS_WEIGHT = 0.35
ORIGIN_WEIGHT = 0.05
"""For what one who is named says both times."""

DATES_WEIGHT = 0.04
"""For one day or month that both name."""

_NEARLY_ALIKE = 0.65
"""Cosine from which two are one whatever words they share."""

BLAME_WEIGHT = 0.15
_CAUSING = frozenset({"caus", "trigg", "spark", "provok"})
"""Stems of verbs that tell what brought something about."""

_BECAUSE = frozenset({"result", "due"})
_CONTRARY = 0.60
"""Nearness of two statements, one of them negated, from which they contradict one another."""

BESIDE_WEIGHT = 0.1
"""For words that say the same of what may be so or not: "genuine", "authentic"."""

RESPONSIBLE = 0.35


class Kind(Enum):
    """How two statements bear on one another."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    APART = "apart"
    """They look alike and are not the same: they must never be joined."""
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Relation:
    """The kind and how sure it is, 0 to 1 or a little above."""

    kind: Kind
    score: float


_NOTHING = Relation(Kind.NEITHER, 0.0)


def relation(left: Told, right: Told, nearness: float) -> Relation:
    """How two statements of different articles bear on one another; `nearness` is the cosine of their vectors."""
    tell = (left.is_telling and right.is_telling) or _speak_as_one(left, right)
    if nearness < RESPONSIBLE or not tell:
        return _NOTHING
    score = nearness + WORDS_WEIGHT * (_alike(left, right) - USUAL) + of_figures(left, right)
    score += ORIGIN_WEIGHT * _is_same_origin(left, right) + DATES_WEIGHT * _dates_meet(left, right)
    score += BLAME_WEIGHT * bool(set(left.statement.blames) & set(right.statement.blames))
    standing = standing_of(left, right)
    if standing is Standing.AGAINST:
        if is_of_one(left, right, nearness):
            return Relation(Kind.CONTRADICTS, nearness)
        return Relation(Kind.APART, score)
    if left.is_negated != right.is_negated and standing is not Standing.BESIDE:
        if answers(left, right, nearness):
            return Relation(Kind.CONTRADICTS, nearness)
        return Relation(Kind.APART, score) if score >= _CONTRARY else _NOTHING
    score += BESIDE_WEIGHT * (standing is Standing.BESIDE and left.head != right.head)
    if blames_apart(left, right) or winners_differ(left, right):
        return Relation(Kind.CONTRADICTS, nearness)
    if score < SAME or _shares_names_alone(left, right, nearness):
        return Relation(Kind.NEITHER, score)
    if (
        moods_differ(left, right)
        or figures_differ(left, right)
        or counts_apart(left, right)
        or _fates_differ(left, right)
        or _causes_apart(left, right)
    ):
        return Relation(Kind.APART, score)
    return Relation(Kind.SAME, score)


def _shares_names_alone(left: Told, right: Told, nearness: float) -> bool:
    """Whether two have nothing in common but whom they speak of, or one only asks: then little makes them one."""
    if nearness >= _NEARLY_ALIKE or set(left.statement.blames) & set(right.statement.blames):
        return False
    names = {word for name in (*left.statement.names, *right.statement.names) for word in name.split()}
    told = (left.keys & right.keys) - names
    return left.asks or right.asks or not (told or any_figure_meets(left, right) or left.places.keys() & right.places)


def _is_same_origin(left: Told, right: Told) -> bool:
    """Whether one who is named says both."""
    return any(is_named(name) for name in set(left.origins) & set(right.origins))


def _dates_meet(left: Told, right: Told) -> bool:
    """Whether both name one day or month."""
    return bool(set(left.statement.dates) & set(right.statement.dates))


def _causes_apart(left: Told, right: Told) -> bool:
    """Whether only one of them tells what brought about what the other tells of."""
    return (left.head in _CAUSING) != (right.head in _CAUSING) and not (_CAUSING | _BECAUSE) & left.keys & right.keys


def _fates_differ(left: Told, right: Told) -> bool:
    """Whether they tell of those who died and of those who are missing."""
    one, other = set(left.statement.fates), set(right.statement.fates)
    return bool(one and other) and not one & other


def _alike(left: Told, right: Told) -> float:
    both = left.keys | right.keys
    shared = len(left.keys & right.keys)
    whole = shared >= SHARED and shared == min(len(left.keys), len(right.keys))
    return max(shared / len(both), WHOLE * whole) if both else 0.0


def _speak_as_one(left: Told, right: Told) -> bool:
    """Whether one says both of his own part, without a subject: "committed to proceeding with the trial"."""
    one, other = left.statement.chain, right.statement.chain
    same = bool(one and other and one[-1].name) and one[-1].name == other[-1].name
    return same and left.head == right.head and not (left.statement.clause or right.statement.clause)


_APART = (moods_differ, figures_differ, counts_apart, _fates_differ, _causes_apart)
"""By what two that look alike are told apart."""
