"""How two statements of different articles bear on one another: the same, contradicting, or neither.

`relation` is the one place that judges pairs; a trained model of pairs would stand here.
"""

from enum import Enum
from functools import cache

from briefing.analysis.stories.story_article import Told
from briefing.analysis.syntax.lexicon import lexicon_table
from briefing.model.statement import Figure, Mood
from briefing.records import dataclass

SAME = 0.64
"""Score from which two statements say the same."""

USUAL = 0.4
"""Share of words in common that neither speaks for two statements being the same nor against it."""

SHARED = 2
"""Fewest words in common that tell anything."""

WHOLE = 0.65
"""The share that counts where all words of the shorter of two are in the longer: it may add only where and when."""

OPPOSED = 0.4
"""Cosine from which a denial is compared with what it may deny."""

WORDS_WEIGHT = 0.35
FIGURE_WEIGHT = 0.24
"""For the same number of something that both speak of: "left seven dead", "killing seven riders"."""

_ANY_FIGURE_WEIGHT = 0.06
_FEW = 2
"""Numbers up to which two that are equal tell little."""

BLAME_WEIGHT = 0.15
_CONTRARY = 0.60
"""Nearness of two statements, one of them negated, from which they contradict one another."""

_ATTITUDES = frozenset({"expect", "seek", "consid", "plan", "want", "hope", "intend", "appear", "seem"})
"""Stems of verbs that say how somebody stands to what happens: the denial is of that."""

_NEAR_LACK = 0.5
_NEAR_WORDS = 0.58
_COVERED = 0.5
_NEAR_HEAD = 0.4
_BLAMING = frozenset({"responsib", "responsibil", "claim", "blam", "involv", "involve", "behind"})
RESPONSIBLE = 0.35
_FIGURES_NEAR = 0.02


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
    score = nearness + WORDS_WEIGHT * (_alike(left, right) - USUAL) + _of_figures(left, right)
    score += BLAME_WEIGHT * bool(set(left.statement.blames) & set(right.statement.blames))
    opposed = left.is_negated != right.is_negated
    if opposed:
        if _answers(left, right, nearness):
            return Relation(Kind.CONTRADICTS, nearness)
        return Relation(Kind.APART, score) if score >= _CONTRARY else _NOTHING
    if _blames_apart(left, right):
        return Relation(Kind.CONTRADICTS, nearness)
    if score < SAME:
        return Relation(Kind.NEITHER, score)
    if _moods_differ(left, right) or figures_differ(left, right):
        return Relation(Kind.APART, score)
    return Relation(Kind.SAME, score)


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


def _answers(left: Told, right: Told, nearness: float) -> bool:
    """Whether what one denies is what the other says."""
    negated, plain = (left, right) if left.is_negated else (right, left)
    if negated.statement.mood is Mood.ACTUAL and plain.statement.mood is Mood.OPEN:
        return False
    if len(negated.keys) < SHARED or plain.head in _ATTITUDES:
        return False
    names = {word for name in (*negated.statement.names, *plain.statement.names) for word in name.split()}
    denied, told = negated.keys - names, plain.keys - names
    covered = len(denied & told) / (min(len(denied), len(told)) or 1)
    named = bool(set(negated.statement.names) & set(plain.statement.names))
    if negated.statement.lacks in told and negated.statement.lacks:
        return named and nearness >= _NEAR_LACK
    if negated.head in told and negated.head not in _ATTITUDES and covered >= _COVERED:
        return nearness >= _NEAR_HEAD and (named or len(denied & told) >= SHARED)
    return named and plain.head in denied and nearness >= _NEAR_WORDS


def _blames_apart(left: Told, right: Told) -> bool:
    """Whether two lay one event to different actors: a responsibility claimed by one and laid to another."""
    one, other = set(left.statement.blames), set(right.statement.blames)
    if not one or not other or one & other:
        return False
    events = (left.keys - one - _BLAMING, right.keys - other - _BLAMING)
    return bool(events[0] & events[1]) or min(map(len, events)) < SHARED


def _moods_differ(left: Told, right: Told) -> bool:
    return {left.statement.mood, right.statement.mood} == {Mood.ACTUAL, Mood.OPEN}


def figures_differ(left: Told, right: Told) -> bool:
    """Whether they give different numbers of one thing."""
    return any(differ(one, other) for one in left.statement.figures for other in right.statement.figures) and not any(
        meet(one, other) for one in left.statement.figures for other in right.statement.figures
    )


def _of_figures(left: Told, right: Told) -> float:
    """What figures that agree add to a score."""
    same = [one for one in left.statement.figures for other in right.statement.figures if meet(one, other)]
    if any(one.value > _FEW for one in same) and len(left.keys & right.keys) >= SHARED:
        return FIGURE_WEIGHT
    return _ANY_FIGURE_WEIGHT if same else 0.0


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing and do not agree."""
    return (one.unit == other.unit or not (one.unit and other.unit)) and not meet(one, other)


def meet(one: Figure, other: Figure) -> bool:
    """Whether two figures agree; 120 miles and 120 kilometres do not."""
    measures = _measures()
    if one.unit != other.unit and one.unit in measures and other.unit in measures:
        return False
    return abs(one.value - other.value) <= _FIGURES_NEAR * max(abs(one.value), abs(other.value))


@cache
def _measures() -> frozenset[str]:
    return frozenset(lexicon_table("counts")["measures"]["units"])
