"""Evidence for the reader: the words that led to a status, the rule that fired, and whom its sentence names."""

from collections.abc import Mapping, Sequence

from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.claims.status_ladder import Dimensions, Ground, Row
from briefing.model import Actor, Attribution, Evidence, Link, LinkKind, SourceKind, Span, Spans, Stance, words_of
from briefing.model.message import Argument, Message

_LONGEST = 110
_NOBODY = Message("source.nobody")
_REPORTED = Message("source.article")

LINK_NAMES = {
    LinkKind.REPEATS: ("source", "other"),
    LinkKind.CONFIRMS: ("source", "other"),
    LinkKind.DENIES: ("source", "other"),
    LinkKind.DROPS_ATTRIBUTION_OF: ("other",),
}
"""Whom the sentence of a link names."""


class Explainer:
    """Writes evidence over one article's text."""

    def __init__(self, text: str, actors: Mapping[str, Actor]) -> None:
        self._text = text
        self._actors = actors

    def evidence(self, draft: Draft, row: Row, other: Draft | None) -> tuple[Evidence, ...]:
        """Why the row of the ladder holds for the claim; `other` is the claim that decided it, if one did."""
        spans = self._spans(draft, row.ground, other)
        named: dict[str, Argument] = {
            "source": self.source(draft),
            "outer": self._name(draft.attributions[0]) if draft.attributions else _REPORTED,
            "other": self.source(other),
            "words": self._words(spans),
        }
        return (Evidence(spans, row.rule, arguments=tuple((name, named[name]) for name in row.names)),)

    def link(self, draft: Draft, kind: LinkKind, other: Draft, to: str) -> Link:
        """The link from `draft` to `other`, which has the id `to`."""
        named = {"source": self.source(draft), "other": self.source(other)}
        return Link(kind, to, arguments=tuple((name, named[name]) for name in LINK_NAMES[kind]))

    def source(self, draft: Draft | None) -> Argument:
        """Who is behind a claim: names, words of the text, or what stands for nobody and for the article."""
        if draft is None or not draft.attributions:
            return _REPORTED
        return self._name(draft.attributions[-1])

    def _name(self, hop: Attribution) -> Argument:
        names = tuple(self._actors[actor].name for actor in hop.actors if actor in self._actors)
        if names:
            return names if len(names) > 1 else names[0]
        return words_of(hop.source, self._text, " ") if hop.source else _NOBODY

    def _spans(self, draft: Draft, ground: Ground, other: Draft | None) -> Spans:
        hops = draft.attributions
        found: Spans = ()
        if ground is Ground.OTHER and other is not None:
            found = _passage(other)
        elif ground is Ground.HEDGE:
            found = draft.unknown or draft.hedges or (hops[-1].cue if hops else ())
        elif ground is Ground.SOURCE:
            found = _telling_source(hops)
        elif ground is Ground.CUE and hops:
            found = tuple(sorted((*hops[-1].source, *hops[-1].cue)))
        return found or draft.content

    def _words(self, spans: Sequence[Span]) -> str:
        words = " ".join(words_of(spans, self._text, " … ").split())
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _telling_source(hops: Sequence[Attribution]) -> Spans:
    """The words of the weakest hop: the one without a name, else the outermost."""
    unnamed = [hop for hop in hops if hop.source_kind is SourceKind.UNNAMED]
    hop = unnamed[0] if unnamed else hops[0]
    # What is told beside its name stands with the claim, too: no more of it than says that it has none.
    return tuple(sorted((*hop.source, *(hop.anonymity or hop.knowledge)))) or hop.cue


def _passage(draft: Draft) -> Spans:
    if not draft.attributions:
        return draft.content
    hop = draft.attributions[-1]
    return tuple(sorted({*hop.source, *hop.cue, *draft.content}))


def dimensions_of(
    draft: Draft, denied: bool, confirmed: bool, counted: bool = False, answering: bool = False
) -> Dimensions:
    """The dimensions that the ladder asks for."""
    hops = draft.attributions
    outer = hops[0].source_kind if hops else None
    repeats = any(entry.kind is LinkKind.REPEATS for entry in draft.links)
    return Dimensions(
        kinds=tuple(hop.source_kind for hop in hops),
        hops=len(hops),
        certainty=draft.certainty,
        polarity=draft.polarity,
        stance=draft.stance,
        time=draft.time,
        own=draft.own,
        unknown=bool(draft.unknown),
        anonymous=any(hop.source_kind is SourceKind.UNNAMED for hop in hops),
        sourceless=bool(hops) and not hops[-1].source,
        shielded=draft.shielded,
        nameless=draft.nameless,
        withheld=bool(hops) and bool(hops[-1].anonymity),
        channel=outer in (SourceKind.OUTLET, SourceKind.DOCUMENT) and not draft.own,
        mutual=draft.mutual,
        contested=draft.contested,
        retracted=draft.retracted,
        answering=answering,
        denied=denied,
        counted=counted,
        confirmed=confirmed,
        repeated=repeats,
        claims_confirmation=draft.stance is Stance.CONFIRMS,
        dropped=any(entry.kind is LinkKind.DROPS_ATTRIBUTION_OF for entry in draft.links),
    )
