"""The outcome of each file of an import, and the sentence that sums them up."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from briefing.model.catalogue import in_english
from briefing.model.message import Argument, Message
from briefing.records import dataclass


class OutcomeKind(StrEnum):
    """What became of a file."""

    NEW = "new"
    VERSION = "version"
    NEAR_DUPLICATE = "near duplicate"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of one file.

    Attributes:
        name: the file's own name, without line breaks or marks that turn the writing direction.
        place: its path, for a file in an archive the archive's path and the place within.
        kind: what became of it.
        article_id: the article that holds its text; None if it could not be opened.
        message: why it could not be opened; else None.
        like: the older article with nearly the same words, or the version before; else None.
        like_title: its title.
    """

    name: str
    place: str
    kind: OutcomeKind
    article_id: int | None = None
    message: Message | None = None
    like: int | None = None
    like_title: str = ""

    @property
    def sentence(self) -> str:
        """Why it could not be opened, in English; else empty."""
        return in_english(self.message) if self.message else ""


def printable(name: str) -> str:
    """A file's name on one line, without marks that turn the writing direction."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)


def summary_of(outcomes: Sequence[ImportOutcome], total: int, cancelled: bool) -> Message:
    """One line on all files: how many are new, known or alike, and how many could not be opened."""
    counted = Counter(outcome.kind for outcome in outcomes)
    parts = [
        Message.of(f"import.{kind.name.lower()}", n=counted[kind])
        for kind in (OutcomeKind.NEW, OutcomeKind.VERSION, OutcomeKind.NEAR_DUPLICATE, OutcomeKind.KNOWN)
        if counted[kind]
    ]
    failed = [outcome.name for outcome in outcomes if outcome.kind is OutcomeKind.FAILED]
    if failed:
        names = tuple(Message.of("marks.quoted", words=name) for name in failed[:3])
        code = "import.failed_more" if len(failed) > len(names) else "import.failed"
        parts.append(Message.of(code, n=len(failed), names=names))
    told: Argument = tuple(parts) if parts else Message("import.nothing")
    if cancelled:
        return Message.of("import.stopped", done=len(outcomes), n=total, told=told)
    return Message.of("import.summary", told=told)
