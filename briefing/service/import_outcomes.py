"""The outcome of each file of an import, and the sentence that sums them up."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

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
        sentence: why it could not be opened; else empty.
        like: the older article with nearly the same words, or the version before; else None.
        like_title: its title.
    """

    name: str
    place: str
    kind: OutcomeKind
    article_id: int | None = None
    sentence: str = ""
    like: int | None = None
    like_title: str = ""


def printable(name: str) -> str:
    """A file's name on one line, without marks that turn the writing direction."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)


def summary_of(outcomes: Sequence[ImportOutcome], total: int, cancelled: bool) -> str:
    """One line on all files: how many are new, known or alike, and how many could not be opened."""
    counted = Counter(outcome.kind for outcome in outcomes)
    parts = [
        f"{counted[kind]:,} {words}"
        for kind, words in (
            (OutcomeKind.NEW, "new"),
            (OutcomeKind.VERSION, "new versions" if counted[OutcomeKind.VERSION] != 1 else "new version"),
            (OutcomeKind.NEAR_DUPLICATE, "nearly the same as others"),
            (OutcomeKind.KNOWN, "already there"),
        )
        if counted[kind]
    ]
    failed = [outcome.name for outcome in outcomes if outcome.kind is OutcomeKind.FAILED]
    if failed:
        shown = ", ".join(f"“{name}”" for name in failed[:3]) + (" …" if len(failed) > 3 else "")
        parts.append(f"{len(failed):,} could not be opened: {shown}")
    told = "; ".join(parts) or "No article was found"
    if cancelled:
        return f"Stopped after {len(outcomes):,} of {total:,} files. {told}."
    return f"{told}."
