"""What the analysis finds: mentions, actors, attributions, claims, evidence and links."""

from enum import StrEnum

from briefing.model.message import Arguments, Message, verbatim
from briefing.model.spans import Spans
from briefing.records import dataclass


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    COUNTRY = "country"
    MEDIA = "media"
    DOCUMENT = "document"
    GROUP = "group"


class SourceKind(StrEnum):
    """What the source of an attribution is; the status depends on it."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"
    NARRATOR = "narrator"


SOURCE_KINDS = {
    ActorKind.PERSON: SourceKind.PERSON,
    ActorKind.ORGANIZATION: SourceKind.ORGANIZATION,
    ActorKind.GOVERNMENT: SourceKind.GOVERNMENT,
    ActorKind.COUNTRY: SourceKind.GOVERNMENT,
    ActorKind.MEDIA: SourceKind.OUTLET,
    ActorKind.DOCUMENT: SourceKind.DOCUMENT,
    ActorKind.GROUP: SourceKind.GROUP,
}
"""What an actor is as the source of an attribution."""


class Voice(StrEnum):
    """How a content is given: all in quotation marks, partly, reported, or by the narrator."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATED = "narrated"


class Certainty(StrEnum):
    """FactBank's scale, from the author's view (Saurí and Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Time(StrEnum):
    """When the content is said to happen, seen from the article."""

    PAST = "past"
    PRESENT = "present"
    PLANNED = "planned"


class Polarity(StrEnum):
    """Whether the content is stated as so or as not so."""

    POSITIVE = "+"
    NEGATIVE = "-"


class Status(StrEnum):
    """How confirmed a claim is; the order is that of the ladder, first match wins."""

    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    UNCLEAR = "unclear"
    UNNAMED = "unnamed"
    RELAYED = "relayed"
    ON_RECORD = "on_record"
    CLAIMED = "claimed"
    UNATTRIBUTED = "unattributed"


class LinkKind(StrEnum):
    """How one claim bears on another."""

    REPEATS = "repeats"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DROPS_ATTRIBUTION_OF = "drops_attribution_of"


class Stance(StrEnum):
    """What the cue does with its content."""

    SAYS = "says"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ACCUSES = "accuses"
    PROMISES = "promises"
    DEMANDS = "demands"
    BELIEVES = "believes"
    HOPES = "hopes"
    FEARS = "fears"
    OBJECTS = "objects"
    ASKS = "asks"
    PLANS = "plans"
    KNOWS = "knows"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts or speaks in the article.

    Attributes:
        id: unique within the analysis ("a1").
        name: the fullest name, without title.
        kind: what it is.
        aliases: every form in which the text names it, titles included, pronouns excluded.
        mentions: all spans that refer to it, pronouns and descriptions included, in text order.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    mentions: Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it, by which words: one hop of a claim's chain.

    Attributes:
        source: pieces of the source; empty if it is not named ("it is believed").
        cue: pieces of the cue.
        actors: ids of the actors that the source resolves to; several for "both sides"; empty if open.
        source_kind: what the source is.
        stance: what the cue does with the content.
        knowledge: what the text tells of how the source knows ("who was at the meeting").
        anonymity: what it tells of why the source has no name ("because they were not authorised to speak").
    """

    source: Spans
    cue: Spans
    actors: tuple[str, ...] = ()
    source_kind: SourceKind = SourceKind.UNNAMED
    stance: Stance = Stance.SAYS
    knowledge: Spans = ()
    anonymity: Spans = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a claim has its status.

    Attributes:
        spans: the words that led to it.
        rule: the name of the rule that fired ("unnamed.source").
        told: the sentence of an analysis by an earlier version, of which no arguments are known; else empty.
        arguments: what the sentence of the rule names.
    """

    spans: Spans
    rule: str
    told: str = ""
    arguments: Arguments = ()

    @property
    def message(self) -> Message:
        """The sentence for the reader."""
        return verbatim(self.told) if self.told else Message(f"evidence.{self.rule}", self.arguments)


@dataclass(frozen=True, slots=True)
class Link:
    """From the claim that holds it to the claim `to`.

    Attributes:
        kind: what the one claim does to the other.
        to: id of the other.
        told: the sentence of an analysis by an earlier version, of which no arguments are known; else empty.
        arguments: what the sentence for the reader names.
    """

    kind: LinkKind
    to: str
    told: str = ""
    arguments: Arguments = ()

    @property
    def message(self) -> Message:
        """The sentence for the reader."""
        return Message(f"link.{self.kind.value}", self.arguments) if self.arguments else verbatim(self.told)


@dataclass(frozen=True, slots=True)
class Claim:
    """A content with its chain of attributions, and how confirmed it is.

    Attributes:
        id: unique within the analysis ("c1").
        content: pieces of the content, in text order.
        attributions: the chain, outermost first; empty for the narrator's own claims.
        voice: how the content is given.
        certainty: how sure the content itself is said to be.
        polarity: whether it is stated as so or as not so.
        status: how confirmed it is.
        evidence: why; never empty.
        links: to other claims of the same analysis.
        time: when the content is said to happen.
        found: the content as the analysis found it, where the reader gave it other words; else None.
    """

    id: str
    content: Spans
    attributions: tuple[Attribution, ...]
    voice: Voice
    certainty: Certainty
    polarity: Polarity
    status: Status
    evidence: tuple[Evidence, ...]
    links: tuple[Link, ...] = ()
    time: Time = Time.PRESENT
    found: Spans | None = None

    @property
    def start(self) -> int:
        """Where the claim begins in the text, in code points."""
        return min(self.content).start

    @property
    def knowledge(self) -> Spans:
        """What the text tells of how its sources know, that nearest to the content first."""
        return tuple(span for hop in reversed(self.attributions) for span in hop.knowledge)

    @property
    def anonymity(self) -> Spans:
        """What the text tells of why its sources have no name, that nearest to the content first."""
        return tuple(span for hop in reversed(self.attributions) for span in hop.anonymity)

    @property
    def innermost(self) -> Attribution | None:
        """The hop nearest to the content, or None if the narrator speaks."""
        return self.attributions[-1] if self.attributions else None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All findings on one article, by one version of the engine.

    Attributes:
        engine: name and version of what made it; a newer one replaces it.
        language: BCP 47 code of the text; only English is analysed.
        actors: in order of first mention.
        claims: in text order.
        complete: False while parts of the text are still to be read.
        note: what the reader is to know, for instance that the language is not supported.
    """

    engine: str
    language: str
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    complete: bool = True
    note: Message | None = None

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id, if there is one."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, if there is one."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)

    def source_names(self, claim: Claim) -> tuple[str, ...]:
        """Names of the actors behind the innermost hop of `claim`; empty if open."""
        hop = claim.innermost
        found = [self.actor(actor_id) for actor_id in hop.actors] if hop else []
        return tuple(actor.name for actor in found if actor)


def claim_at(claims: tuple[Claim, ...], position: int) -> Claim | None:
    """The claim with the shortest piece of content that covers `position` (code points), or None."""
    found: list[tuple[int, Claim]] = [
        (len(piece), claim) for claim in claims for piece in claim.content if piece.start <= position < piece.end
    ]
    return min(found, key=lambda entry: entry[0])[1] if found else None
