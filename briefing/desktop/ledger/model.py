"""The claims of the open article as a list model, and the filter over it."""

from collections.abc import Callable
from dataclasses import replace
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
from briefing.desktop.ledger.arranging import Arranged, Order, Wish, Word, arranged, group_label, speaker
from briefing.desktop.showing import Showing
from briefing.model import Certainty, Claim, Polarity, words_of
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
    HEAD = Qt.ItemDataRole.UserRole + 11
    FOLDED = Qt.ItemDataRole.UserRole + 12


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
            ClaimRole.SOURCE: speaker,
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
    """Lists the claims that the reader wishes for, in his order; the first card of a group carries its head."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = Wish()
        self._folded: frozenset[str] = frozenset()
        self._arranged = Arranged()
        self._of: tuple[Showing | None, Wish] | None = None
        self.setDynamicSortFilter(True)
        self.sort(0)

    def set_wish(self, **changes: object) -> None:
        """List other claims, or list them in another order."""
        wish = replace(self.wish, **changes)  # type: ignore[arg-type]
        if wish.order is not self.wish.order:
            self._folded = frozenset()
        if wish != self.wish:
            self.wish = wish
            self.invalidate()

    def set_words(self, words: str) -> None:
        """Let through only claims whose source, content or note holds all of `words`."""
        self.set_wish(words=words)

    def follow(self) -> None:
        """List anew if what is known of the claims has changed their order or their groups."""
        before = self._arranged
        if self.arranged != before:
            self.invalidate()

    def fold(self, group: str, folded: bool) -> None:
        """Show only the head of a group, or all of it."""
        self._folded = self._folded | {group} if folded else self._folded - {group}
        self.invalidate()

    def group_of(self, claim_id: str) -> str:
        """Key of the group in which a claim is listed; "" if there is none."""
        return self.arranged.groups.get(claim_id, "")

    def is_folded(self, group: str) -> bool:
        """Whether only the head of a group is shown."""
        return bool(group) and group in self._folded

    @property
    def arranged(self) -> Arranged:
        """What is listed of the claims that the model has now."""
        model = self.sourceModel()
        showing = model.showing if isinstance(model, ClaimModel) else None
        if self._of is None or self._of[0] is not showing or self._of[1] is not self.wish:
            self._of = (showing, self.wish)
            self._arranged = arranged(showing, self.wish) if showing else Arranged()
        return self._arranged

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        """Whether a row is let through; of a folded group its first is, to carry the head."""
        found = self.arranged
        claim_id = self._claim_id(source_row)
        if claim_id not in found.ranks:
            return False
        return found.groups[claim_id] not in self._folded or claim_id in found.heads

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        """Whether a claim is listed before another."""
        ranks = self.arranged.ranks
        return ranks.get(self._claim_id(left.row()), 0) < ranks.get(self._claim_id(right.row()), 0)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a card shows, with the head of the group that begins with it."""
        if role not in (ClaimRole.HEAD, ClaimRole.FOLDED):
            return super().data(index, role)
        claim_id = self._claim_id(self.mapToSource(index).row())
        group = self.arranged.heads.get(claim_id, "")
        if role == ClaimRole.FOLDED:
            return self.is_folded(group)
        return f"{head_label(self.wish.order, group)} · {self.arranged.counts[group]}" if group else ""

    def _claim_id(self, source_row: int) -> str:
        model = self.sourceModel()
        claims = model.showing.claims if isinstance(model, ClaimModel) and model.showing else ()
        return claims[source_row].id if source_row < len(claims) else ""


def head_label(order: Order, group: str) -> str:
    """What stands over a group of cards."""
    named = QCoreApplication.translate
    words = {
        Word.MADE: named("labels", "Made by me"),
        Word.JUDGED: named("labels", "Judged by me"),
        Word.MARKED: named("labels", "With my highlights"),
        Word.DISMISSED: named("labels", "Dismissed"),
        Word.NONE: named("labels", "Not yet looked at"),
    }
    return words[Word(group)] if order is Order.MINE else group_label(order, group)


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
    return f"{showing.numbers[claim.id]}. {speaker(showing, claim)}: {_words(showing, claim)} ({status})"
