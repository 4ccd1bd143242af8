"""A brief as it is kept: it refers to what it holds, so that it lives on when its sources change."""

from datetime import datetime
from enum import StrEnum

from briefing.model.annotation import Anchor
from briefing.model.catalogue import in_english
from briefing.model.message import Message, together
from briefing.records import dataclass


class LineKind(StrEnum):
    """What a line of a brief is."""

    ARTICLE = "article"
    CLAIM = "claim"
    ANNOTATION = "annotation"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One thing in a section, in the reader's order.

    Attributes:
        id: unique within the brief; stays when the line is moved.
        kind: what it is.
        article_id: of an article, a claim or an annotation.
        claim: of a claim, the anchor of its content, by which it is found in a newer analysis or version.
        annotation_id: of an annotation.
        text: of a text, the reader's own Markdown; of the others the reader's comment, may be empty.
    """

    id: str
    kind: LineKind
    article_id: int | None = None
    claim: Anchor | None = None
    annotation_id: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A heading (may be empty) with its lines."""

    heading: str
    lines: tuple[BriefLine, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredBrief:
    """A brief that the reader is making.

    Attributes:
        id: a UUID; stays the same wherever it is exported to.
        title: of the brief.
        author: who makes it; may be empty.
        date: printed on it, ISO 8601; empty for the day of the export.
        classification: the line at the head and foot of each page; may be empty.
        purpose: why and for whom (Markdown); may be empty.
        template: name of the brief template.
        sections: in order.
        modified: when it was last changed (UTC).
        paper: "a4" or "letter".
    """

    id: str
    title: str
    modified: datetime
    author: str = ""
    date: str = ""
    classification: str = ""
    purpose: str = ""
    template: str = ""
    sections: tuple[BriefSection, ...] = ()
    paper: str = "a4"


class Effect(StrEnum):
    """What happened to the source of a line since the brief was last seen."""

    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class AffectedLine:
    """A line whose source is not what it was; `messages` tell the reader what changed."""

    line_id: str
    effect: Effect
    messages: tuple[Message, ...]

    @property
    def sentence(self) -> str:
        """The same in English."""
        return in_english(together(self.messages))
