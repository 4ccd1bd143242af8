"""The reader's own: annotations on spans and judgements on claims."""

from datetime import datetime
from enum import StrEnum

from briefing.model.findings import Status
from briefing.model.spans import Span
from briefing.records import dataclass

CONTEXT_LENGTH = 32
"""Code points of prefix and suffix kept with a quotation, as the Hypothesis client keeps them."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation stands: W3C TextPositionSelector and TextQuoteSelector together.

    Attributes:
        span: the position.
        exact: the quoted words.
        prefix: up to 32 code points before them.
        suffix: up to 32 code points after them.
    """

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""


def anchor(text: str, span: Span) -> Anchor:
    """The anchor of `span` in `text`."""
    return Anchor(
        span,
        span.of(text),
        text[max(0, span.start - CONTEXT_LENGTH) : span.start],
        text[span.end : span.end + CONTEXT_LENGTH],
    )


class Placing(StrEnum):
    """How an annotation was found again in a text."""

    PLACED = "placed"
    MOVED = "moved"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, with a note and tags if the reader wrote them.

    Attributes:
        id: a UUID; stays the same wherever it is exported to.
        anchor: where it stands.
        colour: 1 to 8, a role of the theme.
        note: Markdown, as written; may be empty.
        tags: the reader's own words.
        created: when it was made (UTC).
        modified: when it was last changed (UTC).
        placing: how it was found in the text at hand.
        writer: the colleague at the desk who made it; nothing if the reader did.
        private: whether at a desk nobody else sees it.
    """

    id: str
    anchor: Anchor
    created: datetime
    modified: datetime
    colour: int = 1
    note: str = ""
    tags: tuple[str, ...] = ()
    placing: Placing = Placing.PLACED
    writer: str = ""
    private: bool = False


class SourceRating(StrEnum):
    """Reliability of a source, Admiralty code (NATO AJP-2.1): A reliable … E unreliable, F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Who disputes a claim, in the reader's word.

    Attributes:
        source: their name; empty if nobody is named.
        claim: the claim of the same article by which they do, or None.
    """

    source: str
    claim: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The reader's word on a claim; it outlives every re-analysis.

    Attributes:
        claim: anchor of the claim's content, by which it is found again in a newer analysis.
        created: when it was first given (UTC).
        modified: when it was last changed (UTC).
        status: the reader's own status, or None.
        source_rating: Admiralty rating of the source, or None.
        information_rating: Admiralty rating of the information, 1 (confirmed) to 6 (cannot be judged), or None.
        dismissed: whether the reader says that this is no claim.
        source: the corrected name of the source, or None.
        note: Markdown, as written.
        made: whether the reader made this passage a claim; else it is one that the analysis found.
        words: what is really claimed, in the reader's word; None where the analysis found the right words.
        disputed_by: who disputes it, and by which claims of the article.
        writer: the colleague at the desk who says so; nothing if the reader does.
    """

    claim: Anchor
    created: datetime
    modified: datetime
    status: Status | None = None
    source_rating: SourceRating | None = None
    information_rating: int | None = None
    dismissed: bool = False
    source: str | None = None
    note: str = ""
    made: bool = False
    words: Anchor | None = None
    disputed_by: tuple[Dispute, ...] = ()
    writer: str = ""

    @property
    def own_status(self) -> Status | None:
        """The status that the reader gives, as such or by saying who disputes the claim; None if he gives none."""
        return self.status or (Status.DISPUTED if self.disputed_by else None)

    @property
    def says_nothing(self) -> bool:
        """Whether the reader has no word on the claim any more."""
        return not (
            self.status
            or self.source_rating
            or self.information_rating
            or self.dismissed
            or self.source
            or self.note
            or self.made
            or self.words
            or self.disputed_by
        )

    @property
    def unsaid(self) -> "Judgement":
        """The same claim without any word on it."""
        return Judgement(self.claim, self.created, self.modified)
