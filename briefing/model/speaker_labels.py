"""Labels of who speaks at the heads of paragraphs: "A:", "SPEAKER 2:", "Ada Brandt (laughing):"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.model.findings import Actor, ActorKind, Analysis, Attribution, Claim, Evidence, SourceKind, Status
from briefing.model.markup import Markup
from briefing.model.message import Argument, Arguments
from briefing.model.spans import Span, words_of
from briefing.records import dataclass

NAMED = "reader.speaker"
"""The rule in the reasons of a claim whose speaker the reader has named."""

_HEAD = r"^[ \t]*(?:>>+[ \t]*|[-–—][ \t]*)?(?:\(\([ \t]*)?"
_TAIL = r"(?:[ \t]{0,3}\([^()\n]{1,60}\))?[ \t]{0,3}(?P<mark>:|\)\)|(?<=^[QA])\.)(?=\s)"
_ANY = r"[^\s:()“”\"?!][^:\n()“”\"?!]{0,59}?"

_NAMING = frozenset({"source", "outer", "other"})
"""Arguments of reasons and links in which somebody is named."""

_KINDS = {
    ActorKind.ORGANIZATION: SourceKind.ORGANIZATION,
    ActorKind.GOVERNMENT: SourceKind.GOVERNMENT,
    ActorKind.COUNTRY: SourceKind.GOVERNMENT,
    ActorKind.MEDIA: SourceKind.OUTLET,
    ActorKind.GROUP: SourceKind.GROUP,
}


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """Where a text tells who speaks now.

    Attributes:
        name: as the text calls him.
        span: where it does.
        mark: where the mark stands that ends the label; claims of his words have it as their cue.
    """

    name: str
    span: Span
    mark: int


def labels_of(text: str, names: Iterable[str]) -> tuple[SpeakerLabel, ...]:
    """Where paragraphs begin with a label that is one of `names`, in whatever case."""
    return tuple(_labels(text, "|".join(map(re.escape, sorted(names, key=len, reverse=True)))))


def speakers_of(text: str, markup: Markup, analysis: Analysis | None) -> tuple[str, ...]:
    """The labels of all who speak in turns in an article, each once, in the order in which they come to word."""
    told = [(turn.start, turn.speaker) for turn in markup.turns]
    hops = [hop for claim in (analysis.claims if analysis else ()) for hop in claim.attributions]
    marks = {span.start for hop in hops for span in hop.cue if text[span.start : span.start + 1] in {":", ".", ")"}}
    if marks:
        told += [(label.span.start, label.name) for label in _labels(text, _ANY) if label.mark in marks]
    by_form: dict[str, str] = {}
    for _, name in sorted(told):
        by_form.setdefault(name.casefold(), name)
    return tuple(by_form.values())


def speaker_at(text: str, position: int, names: Iterable[str]) -> str:
    """The label, one of `names`, of the turn in which a code point of the text lies; "" before the first."""
    line = text.find("\n", position)
    before = [label for label in labels_of(text, names) if line < 0 or label.span.start < line]
    return before[-1].name if before else ""


def with_named(analysis: Analysis, labels: Sequence[SpeakerLabel], actor: Actor, text: str) -> Analysis:
    """The findings with all that is said under these labels as the word of an actor of theirs, who has a name now."""
    marks, first = {label.mark for label in labels}, labels[0].span.start
    spans = {label.span for label in labels}
    for claim in analysis.claims:
        for hop in claim.attributions:
            if any(span.start in marks for span in hop.cue):
                spans.update(hop.source)

    def speaks(hop: Attribution) -> bool:
        # Who is introduced before the first turn is named by the same words in what the article says of him itself.
        return not spans.isdisjoint(hop.source) and all(span.start >= first for span in hop.cue)

    called = {label.name.casefold() for label in labels}
    claims = (_renamed(claim, called, actor.name) for claim in analysis.claims)
    return replace(analysis, claims=tuple(_spoken(analysis, claim, speaks, actor, labels, text) for claim in claims))


def _labels(text: str, names: str) -> Iterator[SpeakerLabel]:
    for found in re.finditer(f"{_HEAD}(?P<name>{names}){_TAIL}", text, re.MULTILINE | re.IGNORECASE):
        yield SpeakerLabel(found["name"], Span(*found.span("name")), found.start("mark"))


def _spoken(
    analysis: Analysis,
    claim: Claim,
    speaks: Callable[[Attribution], bool],
    actor: Actor,
    labels: Sequence[SpeakerLabel],
    text: str,
) -> Claim:
    if not any(map(speaks, claim.attributions)):
        return claim
    guessed = {name for hop in filter(speaks, claim.attributions) for name in _names(analysis, hop)}
    hops = tuple(_with_speaker(hop, actor) if speaks(hop) else hop for hop in claim.attributions)
    said = replace(_renamed(claim, set(map(str.casefold, guessed)), actor.name), attributions=hops)
    if claim.status is Status.UNNAMED and all(hop.source_kind is not SourceKind.UNNAMED for hop in hops):
        said = _with_source(analysis, said, text)
    label = labels[max(0, bisect_left(labels, claim.start, key=lambda each: each.span.start) - 1)]
    named = Evidence((label.span,), NAMED, arguments=(("label", label.name), ("source", actor.name)))
    return replace(said, evidence=(*said.evidence, named))


def _with_speaker(hop: Attribution, actor: Actor) -> Attribution:
    kind = hop.source_kind
    if kind is SourceKind.UNNAMED:
        kind = _KINDS.get(actor.kind, SourceKind.PERSON)
    return replace(hop, actors=(actor.id,), source_kind=kind)


def _with_source(analysis: Analysis, claim: Claim, text: str) -> Claim:
    """A claim that only the lack of a name made one of an unnamed source, by the next rows of the ladder."""
    outer, inner = claim.attributions[0], claim.attributions[-1]
    source = ("source", _who(analysis, inner, text))
    if outer is not inner:
        reason = Evidence(inner.source, "relayed.chain", arguments=(source, ("outer", _who(analysis, outer, text))))
        return replace(claim, status=Status.RELAYED, evidence=(reason,))
    # The cue is but the mark behind the label.
    reason = Evidence(inner.source, "claimed.alone", arguments=(source, ("words", words_of(inner.source, text))))
    return replace(claim, status=Status.CLAIMED, evidence=(reason,))


def _who(analysis: Analysis, hop: Attribution, text: str) -> str:
    return next(iter(_names(analysis, hop)), "") or words_of(hop.source, text)


def _names(analysis: Analysis, hop: Attribution) -> list[str]:
    return [actor.name for number in hop.actors if (actor := analysis.actor(number)) is not None]


def _renamed(claim: Claim, called: set[str], name: str) -> Claim:
    """The claim with reasons and links that call the speaker by his name."""
    evidence = tuple(replace(one, arguments=_with_name(one.arguments, called, name)) for one in claim.evidence)
    links = tuple(replace(one, arguments=_with_name(one.arguments, called, name)) for one in claim.links)
    same = evidence == claim.evidence and links == claim.links
    return claim if same else replace(claim, evidence=evidence, links=links)


def _with_name(arguments: Arguments, called: set[str], name: str) -> Arguments:
    def put(value: Argument) -> Argument:
        return name if isinstance(value, str) and value.casefold() in called else value

    return tuple((place, put(value) if place in _NAMING else value) for place, value in arguments)
