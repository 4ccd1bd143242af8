"""Whose words at a desk are seen beside the reader's own: those of all, of nobody, or of one colleague."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from briefing.desktop.model_labels import status_label
from briefing.model import Annotation, Judgement
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Whose:
    """A choice of people.

    Attributes:
        others: whether words of colleagues are seen beside the reader's own.
        name: of the one colleague of whom alone they are; nothing if of all.
    """

    others: bool = True
    name: str = ""

    def annotations(self, found: Sequence[Annotation]) -> tuple[Annotation, ...]:
        """Those of the annotations that are seen."""
        return tuple(one for one in found if self._sees(one.writer))

    def judgements(self, found: Sequence[Judgement], colleagues: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """What is seen to hold of claims.

        Args:
            found: what holds if the words of all are seen.
            colleagues: all that colleagues say.
        """
        seen = {one.claim.span: one for one in found if self._sees(one.writer)}
        if self.name:
            seen |= {one.claim.span: one for one in self.colleagues(colleagues)}
        return tuple(seen[span] for span in sorted(seen))

    def colleagues(self, found: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """Those of the colleagues' judgements that are seen."""
        return tuple(one for one in found if self._sees(one.writer))

    def _sees(self, writer: str) -> bool:
        return not writer or (self.others and self.name in ("", writer))


EVERYBODY, MYSELF = Whose(), Whose(others=False)


def colleague_words(judgement: Judgement, name: str = "") -> str:
    """What somebody says of a claim, in one line with his name; else that of the colleague who says it."""
    status, rating = (
        judgement.own_status,
        "".join(str(part) for part in (judgement.source_rating, judgement.information_rating) if part),
    )
    said = (
        _tr("no claim") if judgement.dismissed else "",
        status_label(status) if status else "",
        rating,
        judgement.source or "",
        judgement.note,
    )
    return f"{name or judgement.writer}: {' · '.join(filter(None, (' '.join(one.split()) for one in said)))}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Desk", words)
