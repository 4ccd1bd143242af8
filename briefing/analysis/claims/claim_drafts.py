"""A claim while it is being made: what the article says of it, before status and links."""

from collections.abc import Mapping
from dataclasses import field

from spacy.tokens import Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.claims.clause_subjects import Subject
from briefing.model import (
    Attribution,
    Certainty,
    LinkKind,
    Polarity,
    Span,
    Spans,
    Stance,
    Status,
    Time,
    Voice,
    covering,
)
from briefing.records import dataclass


@dataclass(slots=True, eq=False)
class Draft:
    """One claim in the making.

    Attributes:
        content: pieces of the content, in text order.
        chain: the hops as read, outermost first; empty for the narrator.
        attributions: the same hops with their actors and kinds.
        head: the word that carries the content.
        tokens: indices of the content's words.
        voice: how the content is given.
        certainty, polarity, time: what the words of the content say of it.
        hedges: the words that make the content less than certain.
        unknown: the words that say that it is not known.
        own: whether the source speaks of its own part.
        answer: DENIES or CONFIRMS if it answers another claim, by its cue or by its words.
        pointing: whether the content only points at what was said elsewhere ("the report").
        innocence: whether it denies all that somebody is accused of ("did nothing wrong").
        accused: whether the one to whom that is laid says so, or who speaks for him.
        whole: whether it answers all that was said ("denied all the accusations").
        against: whether it says of somebody that what he said is wrong ("she is wrong").
        telling: the keys by which what only points tells what it points at ("the fraud claims").
        side: ids of the actors whose side it tells: who speaks, and for whom.
        doers: ids of the actors that the content says something of.
        mutual: whether its sources accuse one another.
        contested: whether each of its sources claims for himself what only one can have.
        retracted: whether the article takes it back itself.
        answering: whether by its own words the accused answers, or denies what others say.
        shielded: whether its source's name is kept back on purpose.
        nameless: whether its source's words say for sure that it has no name.
        heading: whether it stands in a heading.
        variant: where another extent of a content comes from; empty for the content as it was read.
        variant_of: the draft with the content as it was read, if this is another extent of it.
        judged: how likely an editor signs each status, where the heads over claims were asked.
        clauses: the verb of each clause that has a subject, and of whom it tells.
        keys: what it is about, with weights (see `likeness`).
        events: the keys among them that say what happens.
        links: what it was found to do with other claims.
        reach: the shortest span that holds the content.
    """

    content: Spans
    chain: tuple[Attributed, ...]
    attributions: tuple[Attribution, ...]
    head: Token
    tokens: frozenset[int]
    voice: Voice
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    time: Time = Time.PRESENT
    hedges: Spans = ()
    unknown: Spans = ()
    own: bool = False
    answer: Stance | None = None
    pointing: bool = False
    innocence: bool = False
    accused: bool = False
    whole: bool = False
    against: bool = False
    mutual: bool = False
    contested: bool = False
    retracted: bool = False
    answering: bool = False
    shielded: bool = False
    nameless: bool = False
    heading: bool = False
    variant: str = ""
    variant_of: "Draft | None" = None
    judged: Mapping[Status, float] | None = None
    telling: frozenset[str] = frozenset()
    side: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    clauses: tuple[tuple[Token, Subject], ...] = ()
    keys: dict[str, float] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    links: list["DraftLink"] = field(default_factory=list)
    reach: Span = field(init=False)

    def __post_init__(self) -> None:
        """Remember the reach, which is asked for more often than anything else."""
        self.reach = covering(self.content)

    @property
    def innermost(self) -> Attribution | None:
        """The hop nearest to the content."""
        return self.attributions[-1] if self.attributions else None

    @property
    def stance(self) -> Stance | None:
        """The stance of the innermost cue; None for the narrator."""
        return self.attributions[-1].stance if self.attributions else None

    @property
    def is_nested(self) -> bool:
        """Whether it was said within what another said, and not only passed on by who cites it."""
        passed_on = [hop.through for hop in self.chain]
        return sum(hop not in passed_on for hop in self.chain) > 1

    @property
    def origin(self) -> frozenset[str]:
        """Ids of the actors that the content comes from."""
        return frozenset(self.attributions[-1].actors) if self.attributions else frozenset()


@dataclass(frozen=True, slots=True)
class DraftLink:
    """From the draft that holds it to `to`; `figures` says that only their numbers are at odds."""

    kind: LinkKind
    to: Draft
    figures: bool = False
