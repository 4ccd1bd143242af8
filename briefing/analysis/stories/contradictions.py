"""Which statements of different articles contradict one another: denials, opposites, rival victors and culprits."""

import re
from collections.abc import Sequence
from enum import Enum

from briefing.analysis.comparison.claim_similarity import stem
from briefing.analysis.comparison.opposites import opposites
from briefing.analysis.stories.figure_likeness import SHARED
from briefing.analysis.stories.origin_names import is_one
from briefing.analysis.stories.story_article import Told
from briefing.model.statement import Mood

_ATTITUDES = frozenset(
    {"say", "tell", "comment", "think", "mean", "know", "believ", "expect", "seek", "consid", "plan", "want", "hope"}
    | {"intend", "appear", "seem"}
)
"""Stems of verbs that say how somebody stands to what happens: the denial is of that."""

OF_ONE = 0.6
"""Cosine from which two that say opposite things say them of one thing."""

_OF_ONE_MOUTH = 0.75
"""The same for what one says twice: else he tells of two things."""

_LONGEST_DENIAL = 6
"""Words of a denial beyond which it tells much besides."""

_NEAR_LACK = 0.5

_NEAR_WORDS = 0.66

_COVERED = 0.6

_NEAR_HEAD = 0.4
_NEAR_UNKNOWN = 0.5
"""Cosine from which a statement without a subject may be of what the other is of."""


_BLAMING = frozenset({"responsib", "responsibil", "claim", "blam", "involv", "involve", "behind"})
_OTHERS = re.compile(r"\b(?:others?|another|else)\b", re.I)
_YET = re.compile(
    r"\b(?:yet|generally|usually|normally|often|typically|sometimes|always|immediately|at the time|so far|only|alone"
    r"|just|enough)\b",
    re.I,
)
"""Words by which a denial leaves most of what it is about as it is."""

_SURE = re.compile(
    r"\bno (?:question|doubt|wonder|secret|reason|need|matter)\b"
    r"|(?:not|n['’]t) know (?:when|where|how|who|what|why|if|whether)\b",
    re.I,
)
"""What is no denial of a question, a doubt or a need that somebody speaks of."""

_OUTSTANDING = re.compile(r"\b(?:has|have|had) yet to\b|\b(?:generally|usually|typically)\b", re.I)
_POINTING_BACK = re.compile(
    r"\b(?:claims?|allegations?|accusations?|charges?|suggestions?|assertions?|reports?|stor(?:y|ies)|statements?|it|this"
    r"|that|those|hoax|fake|false|true|untrue|lies?|wrong|guilty|lawsuit|suit)\b",
    re.I,
)
_UNSAID = re.compile(r"(?:n['’]t|\bnot|\bno) (?:say|tell|comment|discuss|answer|speak)\b", re.I)
"""How somebody says nothing of it, which denies nothing."""

_THERE = re.compile(r"there\b", re.I)
_ASKED_BACK = re.compile(r"^n['’]t\b|\bn['’]t$", re.I)
"""How "Shouldn't he resign?" begins, and "He'll go, won't he?" ends, without its verb."""

_WHOLLY_NEAR = 0.85
"""Cosine from which two are of one thing though neither names a subject that tells so."""

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


def is_of_one_subject(left: Told, right: Told, nearness: float) -> bool:
    """Whether both tell of one subject, by name or by noun; what has none must be as good as the same."""
    for told, rest in ((left, right), (right, left)):
        if _THERE.match(told.statement.said) and set(told.statement.about) & rest.keys:
            return True
    if _names_apart(left, right):
        return False
    one, other = ([about.removeprefix("@") for about in told.statement.about] for told in (left, right))
    if any(is_one(a, b) for a in one for b in other):
        return True
    return nearness >= _WHOLLY_NEAR


def _names_apart(left: Told, right: Told) -> bool:
    """Whether each names what the other does not, beside who speaks: "the wells in Tarn", "the wells in Brod"."""
    spoken = {word for told in (left, right) for name in told.origins for word in name.lower().split()}
    spoken |= {stem(word) for word in spoken}
    own = [_name_words(told) - spoken for told in (left, right)]
    return bool(own[0] - own[1] - right.keys) and bool(own[1] - own[0] - left.keys)


def winners_differ(left: Told, right: Told) -> bool:
    """Whether two tell of two that they won the same, and somebody says one of it."""
    one, other = left.statement.winners, right.statement.winners
    if not (left.statement.chain or right.statement.chain) or left.statement.mood is not right.statement.mood:
        return False
    if not one or not other or left.is_negated or right.is_negated or any(is_one(a, b) for a in one for b in other):
        return False
    # "won in Iowa" and "won in Ohio" are two races.
    rest = [_names_beside(left, one), _names_beside(right, other)]
    if left.statement.mood is not Mood.ACTUAL:
        return False
    if any(rest):
        return bool(rest[0] & rest[1])
    said = [told.keys - _name_words(told) for told in (left, right)]
    return 2 * len(said[0] & said[1]) >= len(said[0] | said[1])


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
    if moods_differ(left, right) or not may_oppose(left, right, nearness) or _is_no_denial(left, right):
        return False
    if not is_of_one_subject(left, right, nearness) or not _turns_round(left, right, nearness):
        return False
    shared = (left.keys & right.keys) - {left.head, right.head} - _name_words(left) - _name_words(right)
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
    if (
        _UNSAID.search(negated.statement.said)
        or _ATTITUDES & {plain.head, negated.head}
        or _of_others(negated, plain)
        or _is_no_denial(left, right)
    ):
        return False
    names = _name_words(negated) | _name_words(plain)
    denied, told = negated.keys - names, plain.keys - names
    named = bool(set(negated.statement.names) & set(plain.statement.names))
    if negated.statement.lacks in told and negated.statement.lacks:
        return named and nearness >= _NEAR_LACK and len(denied) <= _LONGEST_DENIAL
    if not (negated.statement.lacks or _is_of_what_is_denied(negated, plain, nearness)):
        return False
    if len(negated.keys) < SHARED:
        # "did not take money" denies what names the same one, and money.
        return named and negated.keys <= plain.keys and bool(negated.keys) and nearness >= OF_ONE
    # A denial that says more is of something narrower: "planets do not form around binaries".
    covered = len(denied & told) / (len(denied) or 1)
    # "did not buy the statue" is not of the painting that was bought.
    of_what = denied - {negated.head, plain.head, *negated.statement.about}
    if len(denied) > _LONGEST_DENIAL or (of_what and not of_what & told):
        return False
    if negated.head in told and covered >= _COVERED:
        return nearness >= _NEAR_HEAD and (named or len(denied & told) >= SHARED)
    return named and plain.head in denied and nearness >= _NEAR_WORDS


def _is_of_what_is_denied(negated: Told, plain: Told, nearness: float) -> bool:
    """Whether the plain one tells of what the denial is of: the same subject, or all that a denied phrase names."""
    statement = negated.statement
    if not plain.statement.clause and not plain.statement.claim:
        return False
    if not statement.clause:
        # "denied access in Florida" is not of access in Delaware.
        spoken = {word for speaker in statement.chain for word in speaker.name.lower().split()}
        return _name_words(negated) - spoken <= _name_words(plain) and negated.keys <= plain.keys | spoken
    return is_of_one_subject(negated, plain, nearness) and _turns_round(negated, plain, nearness)


def _is_no_denial(left: Told, right: Told) -> bool:
    """Whether one of them only looks like a denial: "there is no question that …", "has not yet …"."""
    negated = [told for told in (left, right) if told.is_negated]
    if any(_OUTSTANDING.search(told.statement.said) for told in (left, right)):
        return True
    return any(pattern.search(told.statement.said) for told in negated for pattern in (_YET, _SURE, _ASKED_BACK))


def _turns_round(left: Told, right: Told, nearness: float) -> bool:
    """Whether what one and the same says twice is near enough that he now says the opposite."""
    return nearness >= _OF_ONE_MOUTH or not set(left.origins) & set(right.origins)


def _name_words(told: Told) -> set[str]:
    """The words of all that a statement names."""
    return {word for name in told.statement.names for word in name.split()}


def denies_it(denying: Told, denied: Told) -> bool:
    """Whether a statement may be what denies another one of its article, whose claims do so as its analysis found.

    It points back to what was said ("dismissed the claims"), or is of the same things.
    """
    if _POINTING_BACK.search(denying.statement.said) or blames_apart(denying, denied):
        return True
    if any(_UNSAID.search(told.statement.said) for told in (denying, denied)):
        return False
    near = float(denying.vector @ denied.vector)
    names = _name_words(denying) | _name_words(denied)
    return near >= _NEAR_HEAD and (near >= OF_ONE or bool(denying.keys & denied.keys - names) or denying.is_negated)


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
