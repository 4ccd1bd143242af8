"""The status ladder: one table from the dimensions of a claim to how confirmed it is. The first row that holds wins.

To change the ladder, change a row: its status, the question it asks, the name of its rule, where its evidence
stands, and what its sentence names. The sentence itself stands in `resources/messages`, under the name of the rule.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from briefing.model import Certainty, Polarity, SourceKind, Stance, Status, Time
from briefing.records import dataclass


class Ground(StrEnum):
    """Where the words stand that a row points at."""

    OTHER = "other"
    SOURCE = "source"
    CUE = "cue"
    HEDGE = "hedge"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Dimensions:
    """What is known of a claim, each dimension by itself.

    Attributes:
        kinds: the kinds of its sources, outermost first; empty for the narrator.
        hops: length of its chain.
        certainty: how sure the content itself is said to be.
        polarity: whether it is stated as so or as not so.
        stance: what the innermost cue does with it; None for the narrator.
        time: when it is said to happen.
        own: whether the source speaks of its own acts, position, intention or feeling.
        unknown: whether the content is said not to be known.
        anonymous: whether a hop of the chain has no name.
        sourceless: whether nobody at all is given as the source ("reportedly", "is believed to").
        withheld: whether the text says that the source's name is kept back, beside it.
        shielded: whether the source's name is kept back on purpose ("who asked not to be named").
        nameless: whether its words say for sure that the source has no name ("several residents").
        channel: whether an outlet, a document or another speaker stands between.
        mutual: whether its sources accuse one another.
        contested: whether each of its sources claims for himself what only one can have.
        retracted: whether the article takes it back itself.
        answering: whether by its own words the accused answers, or denies what others say.
        denied: whether another source denies or contradicts it, or the accused answers.
        counted: whether it does so by another number alone.
        confirmed: whether an independent source, or the party concerned, affirms it.
        repeated: whether the same source said it before.
        claims_confirmation: whether the claimant himself says that he confirms it.
        dropped: whether the narrator states what the article knows only from somebody.
    """

    kinds: tuple[SourceKind, ...] = ()
    hops: int = 0
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    stance: Stance | None = None
    time: Time = Time.PRESENT
    own: bool = False
    unknown: bool = False
    anonymous: bool = False
    sourceless: bool = False
    shielded: bool = False
    withheld: bool = False
    nameless: bool = False
    channel: bool = False
    mutual: bool = False
    contested: bool = False
    retracted: bool = False
    answering: bool = False
    denied: bool = False
    counted: bool = False
    confirmed: bool = False
    repeated: bool = False
    claims_confirmation: bool = False
    dropped: bool = False

    @property
    def hedged(self) -> bool:
        """Whether the content is hedged beyond "probable"."""
        return self.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the ladder.

    Attributes:
        status: that it gives.
        holds: the question that it asks.
        rule: its name, under which the catalogues have its sentence.
        ground: where its evidence stands.
        names: the places of its sentence: "source", "outer", "other", "words".
    """

    status: Status
    holds: Callable[[Dimensions], bool]
    rule: str
    ground: Ground
    names: tuple[str, ...]


LADDER: tuple[Row, ...] = (
    Row(Status.DISPUTED, lambda d: d.denied and d.counted, "disputed.figures", Ground.OTHER, ("other", "words")),
    Row(Status.DISPUTED, lambda d: d.denied, "disputed.denied", Ground.OTHER, ("other", "words")),
    Row(Status.DISPUTED, lambda d: d.mutual, "disputed.mutual", Ground.CUE, ("source", "words")),
    Row(Status.DISPUTED, lambda d: d.contested, "disputed.contested", Ground.CUE, ("source", "words")),
    Row(Status.DISPUTED, lambda d: d.retracted, "disputed.retracted", Ground.SOURCE, ("words",)),
    Row(Status.DISPUTED, lambda d: d.answering, "disputed.answering", Ground.CUE, ("source", "words")),
    Row(Status.CONFIRMED, lambda d: d.confirmed, "confirmed.other", Ground.OTHER, ("other", "words")),
    Row(Status.UNCLEAR, lambda d: d.unknown, "unclear.unknown", Ground.HEDGE, ("words",)),
    Row(Status.UNCLEAR, lambda d: d.hedged, "unclear.hedged", Ground.HEDGE, ("words",)),
    Row(Status.UNNAMED, lambda d: d.anonymous and d.hops > 1, "unnamed.hop", Ground.SOURCE, ("words",)),
    Row(
        Status.UNNAMED,
        lambda d: d.sourceless and d.kinds[-1:] == (SourceKind.UNNAMED,),
        "unnamed.hearsay",
        Ground.SOURCE,
        ("words",),
    ),
    Row(
        Status.UNNAMED,
        lambda d: (d.shielded or d.withheld) and d.kinds[-1:] == (SourceKind.UNNAMED,),
        "unnamed.shielded",
        Ground.SOURCE,
        ("words",),
    ),
    Row(
        Status.UNNAMED,
        lambda d: d.anonymous and d.kinds[-1:] == (SourceKind.UNNAMED,),
        "unnamed.source",
        Ground.SOURCE,
        ("words",),
    ),
    Row(Status.RELAYED, lambda d: d.hops > 1, "relayed.chain", Ground.SOURCE, ("source", "outer")),
    Row(Status.RELAYED, lambda d: d.channel, "relayed.channel", Ground.SOURCE, ("source", "words")),
    Row(Status.ON_RECORD, lambda d: d.own, "on_record.own", Ground.CUE, ("source", "words")),
    Row(
        Status.CLAIMED,
        lambda d: d.hops > 0 and d.repeated and d.claims_confirmation,
        "claimed.self_confirmed",
        Ground.CUE,
        ("source",),
    ),
    Row(Status.CLAIMED, lambda d: d.hops > 0 and d.repeated, "claimed.repeated", Ground.CUE, ("source",)),
    Row(Status.CLAIMED, lambda d: d.hops > 0, "claimed.alone", Ground.CUE, ("source", "words")),
    Row(Status.UNATTRIBUTED, lambda d: d.dropped, "unattributed.dropped", Ground.CONTENT, ("other",)),
    Row(Status.UNATTRIBUTED, lambda d: True, "unattributed.narrator", Ground.CONTENT, ()),
)


_SETTLED = frozenset({Status.DISPUTED, Status.CONFIRMED, Status.UNATTRIBUTED})
"""Statuses that other claims or the lack of a source decide, and no reading of the claim alone."""


def row_for(dimensions: Dimensions, judged: Mapping[Status, float] | None = None) -> Row:
    """The first row of the ladder that holds; the last one always does.

    Args:
        dimensions: what is known of the claim.
        judged: how likely an editor signs each status, by the claim alone. Where it is given, it decides between the
            rows below *confirmed*, unless the text says in so many words that a name is kept back; of the rows of the
            likeliest status, the first that holds gives the reason.
    """
    first = next(row for row in LADDER if row.holds(dimensions))
    if judged is None or first.status in _SETTLED or (first.status is Status.UNNAMED and dimensions.withheld):
        return first
    open_to = {status for status in judged if status not in _SETTLED}
    if (dimensions.withheld or dimensions.nameless) and dimensions.kinds[-1:] == (SourceKind.UNNAMED,):
        # The text says that there is no name: whatever else is doubted, nobody is on record.
        open_to &= {Status.UNNAMED, Status.UNCLEAR}
    likeliest = max(open_to, key=lambda status: judged[status])
    rows = [row for row in LADDER if row.status is likeliest]
    return next((row for row in rows if row.holds(dimensions)), rows[-1])
