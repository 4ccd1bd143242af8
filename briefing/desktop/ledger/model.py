"""The claims of the open article as a list model, and the filter over it."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from briefing.desktop.labels import certainty_label, found_label, link_label, linked_label, source_label, status_label
from briefing.desktop.showing import Showing
from briefing.model import Certainty, Claim, Polarity, Status, words_of
from briefing.model.own_claim import is_own

AnyIndex = QModelIndex | QPersistentModelIndex


class ClaimRole(IntEnum):
    """What a card shows."""

    ID = Qt.ItemDataRole.UserRole + 1
    NUMBER = Qt.ItemDataRole.UserRole + 2
    SOURCE = Qt.ItemDataRole.UserRole + 3
    WORDS = Qt.ItemDataRole.UserRole + 4
    STATUS = Qt.ItemDataRole.UserRole + 5
    DETAIL = Qt.ItemDataRole.UserRole + 6
    NOTE = Qt.ItemDataRole.UserRole + 7
    DISMISSED = Qt.ItemDataRole.UserRole + 8
    OWN_STATUS = Qt.ItemDataRole.UserRole + 9
    ACCEPTED = Qt.ItemDataRole.UserRole + 10


class ClaimModel(QAbstractListModel):
    """A row for each claim, in text order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing: Showing | None = None

    @property
    def showing(self) -> Showing | None:
        """What the rows are of."""
        return self._showing

    def show(self, showing: Showing | None) -> None:
        """Show the claims of an article, or of none; views hear only of those that are new or judged anew."""
        before, self._showing = self._showing, showing
        if before is None or showing is None or before.kept.id != showing.kept.id:
            self.beginResetModel()
            self.endResetModel()
        elif before.analysis is not showing.analysis:
            self._show_findings(before, showing)
        elif before.judged is not showing.judged:
            for row, claim in enumerate(showing.claims):
                if before.judged.get(claim.id) != showing.judged.get(claim.id):
                    self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, claim_id: str) -> int:
        """The row of a claim, or −1."""
        return self._showing.numbers.get(claim_id, 0) - 1 if self._showing else -1

    def _show_findings(self, before: Showing, showing: Showing) -> None:
        """More claims at the end are added; any other change of the findings lists all anew."""
        had, has = [claim.id for claim in before.claims], [claim.id for claim in showing.claims]
        if not had or has[: len(had)] != had:
            self.beginResetModel()
            self.endResetModel()
            return
        if len(has) > len(had):
            self._showing = before
            self.beginInsertRows(QModelIndex(), len(had), len(has) - 1)
            self._showing = showing
            self.endInsertRows()
        changed = [
            row
            for row, (old, new) in enumerate(zip(before.claims, showing.claims, strict=False))
            if old is not new and old != new
        ]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many claims there are."""
        return len(self._showing.claims) if self._showing and not parent.isValid() else 0

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a card shows, by `ClaimRole`; the accessible text tells all of it in one sentence."""
        if self._showing is None or not index.isValid():
            return None
        claim = self._showing.claims[index.row()]
        readers: dict[int, Callable[[Showing, Claim], object]] = {
            ClaimRole.ID: lambda _, claim: claim.id,
            ClaimRole.NUMBER: lambda showing, claim: showing.numbers[claim.id],
            ClaimRole.SOURCE: _source,
            ClaimRole.WORDS: _words,
            ClaimRole.STATUS: lambda showing, claim: showing.status(claim),
            ClaimRole.DETAIL: _detail,
            ClaimRole.NOTE: _note,
            ClaimRole.DISMISSED: lambda showing, claim: showing.dismissed(claim),
            ClaimRole.OWN_STATUS: lambda showing, claim: showing.status(claim) is not claim.status,
            ClaimRole.ACCEPTED: _accepted,
            Qt.ItemDataRole.DisplayRole: _spoken,
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
        }
        reader = readers.get(role)
        return reader(self._showing, claim) if reader else None


class ClaimFilter(QSortFilterProxyModel):
    """Lets through the claims of one status that hold some words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._status: Status | None = None

    def set_words(self, words: str) -> None:
        """Let through only claims whose source or content holds all of `words`."""
        self._words = words.casefold()
        self.invalidate()

    def set_status(self, status: Status | None) -> None:
        """Let through only claims of this status; None lets all through."""
        self._status = status
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        """Whether a row is let through."""
        if self._status is None and not self._words:
            return True
        index = self.sourceModel().index(source_row, 0, source_parent)
        if self._status is not None and index.data(ClaimRole.STATUS) != self._status.value:
            return False
        text = f"{index.data(ClaimRole.SOURCE)} {index.data(ClaimRole.WORDS)}".casefold()
        return all(word in text for word in self._words.split())


def _source(showing: Showing, claim: Claim) -> str:
    if showing.analysis is None:
        return ""
    return " ".join(source_label(showing.analysis, claim, showing.article.text, showing.judged.get(claim.id)).split())


def _words(showing: Showing, claim: Claim) -> str:
    return " ".join(words_of(claim.content, showing.article.text).split())


def _detail(showing: Showing, claim: Claim) -> str:
    parts = _beside(showing, claim)
    if (claim.certainty is not Certainty.CERTAIN and not is_own(claim)) or claim.polarity is Polarity.NEGATIVE:
        parts.append(certainty_label(claim.certainty, claim.polarity))
    numbers = showing.numbers
    parts += [f"{link_label(link.kind)} {numbers[link.to]}" for link in claim.links if link.to in numbers]
    parts += [f"{linked_label(kind)} {numbers[other]}" for kind, other in showing.incoming.get(claim.id, ())]
    return " · ".join(parts)


def _beside(showing: Showing, claim: Claim) -> list[str]:
    """The reader's rating, and what the program had found where the reader says otherwise."""
    judgement = showing.judged.get(claim.id)
    if judgement is None or showing.analysis is None:
        return []
    rating = f"{judgement.source_rating or ''}{judgement.information_rating or ''}"
    if is_own(claim):
        return [mine_label(), *([rating] if rating else [])]
    found = []
    if judgement.source:
        found.append(source_label(showing.analysis, claim, showing.article.text))
    if judgement.status and judgement.status is not claim.status:
        found.append(status_label(claim.status))
    return [*([rating] if rating else []), *([found_label(", ".join(found))] if found else [])]


def mine_label() -> str:
    """What is said of claims that the reader made."""
    return QCoreApplication.translate("labels", "Mine")


def _accepted(showing: Showing, claim: Claim) -> bool:
    """Whether the reader says that the status that was found is right."""
    judgement = showing.judged.get(claim.id)
    return bool(judgement and judgement.status is claim.status)


def _note(showing: Showing, claim: Claim) -> str:
    judgement = showing.judged.get(claim.id)
    return judgement.note if judgement else ""


def _spoken(showing: Showing, claim: Claim) -> str:
    status = status_label(showing.status(claim))
    return f"{showing.numbers[claim.id]}. {_source(showing, claim)}: {_words(showing, claim)} ({status})"
