"""The reader's word on who is who in an article, and what it makes of the machine's findings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from itertools import compress
from operator import not_

from briefing.model.findings import Actor, ActorKind, Analysis, Attribution
from briefing.model.spans import Span, overlap_length
from briefing.model.speaker_labels import labels_of, with_named
from briefing.records import dataclass


class ActorVerdict(StrEnum):
    """What the reader says of actors."""

    SAME = "same"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class ActorJudgement:
    """The reader's word on actors; it is kept by names, so that it outlives every analysis.

    Attributes:
        id: a UUID.
        verdict: SAME: every actor with one of `names` is one, called `name`; so is who speaks under a label that is one
            of `names`, in a text that is spoken in turns. One name alone is that of whom `name` names, and the last
            word on it holds; if `name` is that name again, it is nobody's. APART: of the actors that have one of
            `names`, these names and the mentions that read like them belong to another actor, called `name`.
        name: what the actor is called from now on.
        names: names or aliases, as they stand in the findings.
        created: when it was given (UTC).
    """

    id: str
    verdict: ActorVerdict
    name: str
    names: tuple[str, ...]
    created: datetime


def with_actor_judgements(analysis: Analysis, judgements: tuple[ActorJudgement, ...], text: str) -> Analysis:
    """The findings as the reader sees them: actors merged and split in the order in which that was said."""
    for judgement in _holding(judgements):
        judged = _merged if judgement.verdict is ActorVerdict.SAME else _split
        analysis = judged(analysis, judgement, text)
    return analysis


def _holding(judgements: tuple[ActorJudgement, ...]) -> list[ActorJudgement]:
    """The words that hold: of those that name the same one, the last, unless it takes the name back."""
    last = {_names_one(judgement): judgement for judgement in judgements}
    return [
        judgement
        for judgement in judgements
        if not (one := _names_one(judgement)) or (last[one] is judgement and judgement.name.casefold() != one)
    ]


def _names_one(judgement: ActorJudgement) -> str:
    """The one name, or label of a speaker, that `judgement` says who has; "" if it joins several."""
    alone = judgement.verdict is ActorVerdict.SAME and len(judgement.names) == 1
    return judgement.names[0].casefold() if alone else ""


def _merged(analysis: Analysis, judgement: ActorJudgement, text: str) -> Analysis:
    labels = labels_of(text, judgement.names)
    names = {name.casefold() for name in judgement.names}
    if len(judgement.names) == 1:
        # Who gets a name may be somebody of whom the article tells by it.
        names.add(judgement.name.casefold())
    same = [actor for actor in analysis.actors if names & {name.casefold() for name in (actor.name, *actor.aliases)}]
    if not same and not labels:
        return analysis
    kept = same[0] if same else Actor(f"s{judgement.id[:8]}", judgement.name, ActorKind.PERSON, (), ())
    called = [*(name for actor in same for name in (*actor.aliases, actor.name)), *(label.name for label in labels)]
    spans = {span for actor in same for span in actor.mentions} | {label.span for label in labels}
    one = replace(kept, name=judgement.name, aliases=tuple(dict.fromkeys(called)), mentions=tuple(sorted(spans)))
    gone = {actor.id for actor in same}
    actors = tuple(one if actor.id == kept.id else actor for actor in analysis.actors)
    left = tuple(actor for actor in actors if actor.id == kept.id or actor.id not in gone)
    if not same:
        left = _put_in(left, one)
    found = _with_hops(replace(analysis, actors=left), lambda hop: _renamed(hop, gone, kept.id))
    return with_named(found, labels, one, text) if labels else found


def _put_in(actors: tuple[Actor, ...], one: Actor) -> tuple[Actor, ...]:
    """The actors with another one, in the order of their first mention."""
    before = [not actor.mentions or actor.mentions[0] < one.mentions[0] for actor in actors]
    return (*compress(actors, before), one, *compress(actors, map(not_, before)))


def _renamed(hop: Attribution, gone: set[str], kept: str) -> Attribution:
    return replace(hop, actors=tuple(dict.fromkeys(kept if number in gone else number for number in hop.actors)))


def _split(analysis: Analysis, judgement: ActorJudgement, text: str) -> Analysis:
    names = {name.casefold() for name in judgement.names}
    for actor in analysis.actors:
        if names & {name.casefold() for name in (actor.name, *actor.aliases)}:
            return _split_off(analysis, actor, judgement, names, text)
    return analysis


def _split_off(analysis: Analysis, actor: Actor, judgement: ActorJudgement, names: set[str], text: str) -> Analysis:
    def is_other(span: Span) -> bool:
        return span.of(text).casefold() in names

    other = Actor(
        f"{actor.id}.{judgement.id[:8]}",
        judgement.name,
        actor.kind,
        tuple(alias for alias in actor.aliases if alias.casefold() in names) or judgement.names,
        tuple(span for span in actor.mentions if is_other(span)),
    )
    left = tuple(alias for alias in actor.aliases if alias.casefold() not in names)
    name = actor.name if actor.name.casefold() not in names else max(left, key=len, default=actor.name)
    rest = replace(actor, name=name, aliases=left, mentions=tuple(s for s in actor.mentions if not is_other(s)))
    actors = tuple(one for known in analysis.actors for one in ((rest, other) if known is actor else (known,)))

    def sorted_out(hop: Attribution) -> Attribution:
        spoken = overlap_length(other.mentions, hop.source) > 0
        if actor.id not in hop.actors or not spoken:
            return hop
        return replace(hop, actors=tuple(other.id if number == actor.id else number for number in hop.actors))

    return _with_hops(replace(analysis, actors=actors), sorted_out)


def _with_hops(analysis: Analysis, change: Callable[[Attribution], Attribution]) -> Analysis:
    claims = tuple(
        replace(claim, attributions=tuple(change(hop) for hop in claim.attributions)) for claim in analysis.claims
    )
    return replace(analysis, claims=claims)
