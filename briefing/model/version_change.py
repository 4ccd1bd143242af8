"""How what an article says changed from one version to the next."""

from enum import StrEnum

from briefing.model.spans import Spans
from briefing.records import dataclass


class ChangeKind(StrEnum):
    """What became of a statement."""

    ADDED = "added"
    DROPPED = "dropped"
    SOFTENED = "softened"
    SHARPENED = "sharpened"
    SPEAKER_CHANGED = "speaker_changed"
    NUMBER_CHANGED = "number_changed"
    SOURCE_LOST = "source_lost"
    SOURCE_FOUND = "source_found"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as one version has it: its words, where they stand, and who is behind it."""

    content: Spans
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One change; `before` is None for what is new, `after` for what is gone."""

    kind: ChangeKind
    before: Said | None
    after: Said | None
