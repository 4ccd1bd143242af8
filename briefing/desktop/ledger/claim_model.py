"""The claims of the open article as a list model, and the filter over it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractProxyModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.desktop.ledger.claim_order import Arranged, Order, Wish, Word, arranged, group_label, speaker
from briefing.desktop.model_labels import (
    anonymity_label,
    assertion_label,
    disputed_label,
    found_label,
    knowledge_label,
    link_label,
    linked_label,
    page_label,
    source_label,
    status_label,
)
from briefing.desktop.open_article import OpenArticle
from briefing.model import Claim, LinkKind, covering, words_of
from briefing.model.assertion import Assertion, asserted
from briefing.model.disputed_claims import disputer, disputing
from briefing.model.other_side import other_side
from briefing.model.quotation_marks import in_marks
from briefing.model.reader_claim import is_own
from briefing.model.span_index import Laid
from briefing.model.standing import told_of_source

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
    ABOUT = Qt.ItemDataRole.UserRole + 13
    AGAINST = Qt.ItemDataRole.UserRole + 14
    OTHER_SIDE = Qt.ItemDataRole.UserRole + 15
    """Id of the first claim that stands against it; "" if none does."""


MOST_LINKS = 5
"""Linked claims of one kind whose numbers a card shows."""


class ClaimModel(QAbstractListModel):
    """A row for each claim, in text order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing: OpenArticle | None = None

    @property
    def showing(self) -> OpenArticle | None:
        """What the rows are of."""
        return self._showing

    def show(self, showing: OpenArticle | None) -> None:
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

    def _show_findings(self, before: OpenArticle, showing: OpenArticle) -> None:
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
            if (old is not new and old != new) or _is_told_otherwise(before, showing, new.id)
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
        readers: dict[int, Callable[[OpenArticle, Claim], object]] = {
            ClaimRole.ID: lambda _, claim: claim.id,
            ClaimRole.NUMBER: lambda showing, claim: showing.numbers[claim.id],
            ClaimRole.SOURCE: speaker,
            ClaimRole.WORDS: _words,
            ClaimRole.STATUS: lambda showing, claim: showing.status(claim),
            ClaimRole.ABOUT: _about,
            ClaimRole.AGAINST: _against,
            ClaimRole.OTHER_SIDE: _other_side,
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


class ClaimFilter(QAbstractProxyModel):
    """Lists the claims that the reader wishes for, in his order; the first card of a group carries its head.

    Qt's own proxy asks for each pair of rows and tells of each gap by itself, which takes a view of a thousand claims
    100 ms; this one works its list out in one go.
    """

    listedAnew = Signal()
    """All rows are others; whoever has one chosen has to find it again."""

    def __init__(self, source: ClaimModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = Wish()
        self.arranged = Arranged()
        self._claims = source
        self._taken: OpenArticle | None = None
        self._folded: frozenset[str] = frozenset()
        self._rows: list[int] = []
        self._places: dict[int, int] = {}
        self.setSourceModel(source)
        source.modelReset.connect(self._list_anew)
        source.rowsInserted.connect(self._more)
        source.dataChanged.connect(self._changed)

    def set_criteria(self, **changes: object) -> None:
        """List other claims, or list them in another order."""
        wish = replace(self.wish, **changes)  # type: ignore[arg-type]
        if wish.order is not self.wish.order:
            self._folded = frozenset()
        if wish != self.wish:
            self.wish = wish
            self._list_anew()

    def set_words(self, words: str) -> None:
        """Let through only claims whose source, content or note holds all of `words`."""
        self.set_criteria(words=words)

    def follow(self) -> None:
        """List anew if what is known of the claims has changed which of them are listed, their order or groups."""
        if self._taken is not self._claims.showing and self._arrange() != self.arranged:
            self._list_anew()

    def fold(self, group: str, folded: bool) -> None:
        """Show only the head of a group, or all of it."""
        self._folded = self._folded | {group} if folded else self._folded - {group}
        self._list_anew()

    def group_of(self, claim_id: str) -> str:
        """Key of the group in which a claim is listed; "" if there is none."""
        return self.arranged.groups.get(claim_id, "")

    def first_of(self, group: str) -> str:
        """Id of the claim with which a group begins; "" if there is none."""
        return next((claim_id for claim_id, key in self.arranged.heads.items() if key == group), "")

    def is_folded(self, group: str) -> bool:
        """Whether only the head of a group is shown."""
        return bool(group) and group in self._folded

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many cards there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """One: a list."""
        return 1

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 Qt's own
        """The card in a row."""
        return self.createIndex(row, column) if 0 <= row < len(self._rows) and column == 0 else QModelIndex()

    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """None: a list."""
        return QModelIndex()

    def mapToSource(self, index: AnyIndex) -> QModelIndex:
        """The claim that a card shows."""
        return self._claims.index(self._rows[index.row()]) if index.isValid() else QModelIndex()

    def mapFromSource(self, index: AnyIndex) -> QModelIndex:
        """The card of a claim, if it is listed."""
        return self.index(self._places.get(index.row(), -1), 0)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a card shows, with the head of the group that begins with it."""
        if role not in (ClaimRole.HEAD, ClaimRole.FOLDED):
            return super().data(index, role)
        group = self.arranged.heads.get(str(super().data(index, ClaimRole.ID)), "")
        if role == ClaimRole.FOLDED:
            return self.is_folded(group)
        return f"{head_label(self.wish.order, group)} · {self.arranged.counts[group]}" if group else ""

    def _arrange(self) -> Arranged:
        showing = self._claims.showing
        return arranged(showing, self.wish) if showing else Arranged()

    def _list_anew(self) -> None:
        self.beginResetModel()
        self._take(self._arrange())
        self.endResetModel()
        self.listedAnew.emit()

    def _take(self, found: Arranged) -> None:
        self.arranged, self._taken = found, self._claims.showing
        seen = [
            claim_id
            for claim_id in found.ranks
            if found.groups[claim_id] not in self._folded or claim_id in found.heads
        ]
        self._rows = [self._claims.row_of(claim_id) for claim_id in seen]
        self._places = {row: place for place, row in enumerate(self._rows)}

    def _more(self) -> None:
        """Claims that come at the end are added there, so that the reader's place in the list stays."""
        found, had = self._arrange(), len(self._rows)
        if self.wish.order is not Order.TEXT or len(found.ranks) <= had:
            self._list_anew()
            return
        self.beginInsertRows(QModelIndex(), had, len(found.ranks) - 1)
        self._take(found)
        self.endInsertRows()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        places = [self._places[row] for row in range(first.row(), last.row() + 1) if row in self._places]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), 0))


def _is_told_otherwise(before: OpenArticle, showing: OpenArticle, claim_id: str) -> bool:
    """Whether the reader's word on a claim, or what other claims do to it, is another one."""
    if before.judged.get(claim_id) != showing.judged.get(claim_id):
        return True
    # Links come and go with the reader's word alone; to compare them takes time in a long article.
    is_judged = bool(before.judged or showing.judged)
    return is_judged and before.incoming.get(claim_id) != showing.incoming.get(claim_id)


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


def _words(showing: OpenArticle, claim: Claim) -> str:
    return " ".join(words_of(claim.content, showing.article.text).split())


def _about(showing: OpenArticle, claim: Claim) -> str:
    """How the source knows, and why it has no name."""
    knowledge, anonymity = told_of_source(claim, showing.judged.get(claim.id))
    told = ((knowledge_label, knowledge), (anonymity_label, anonymity))
    text = showing.article.text
    return " · ".join(label(in_marks(" ".join(words_of(spans, text).split()))) for label, spans in told if spans)


def _detail(showing: OpenArticle, claim: Claim) -> str:
    parts = _beside(showing, claim)
    if disputers := _disputers(showing, claim):
        parts.append(disputed_label(disputers))
    assertion = asserted(claim, showing.article.text)
    if assertion is not Assertion.CERTAIN and not is_own(claim):
        parts.append(assertion_label(assertion))
    place = page_label(showing.article, claim.content)
    if place:
        parts.append(place)
    outgoing, incoming = _links(showing, claim)
    parts += [f"{link_label(kind)} {_listed(all_)}" for kind, all_ in outgoing.items() if kind is not LinkKind.DENIES]
    parts += [f"{linked_label(kind)} {_listed(all_)}" for kind, all_ in incoming.items() if kind is not LinkKind.DENIES]
    return " · ".join(parts)


def _against(showing: OpenArticle, claim: Claim) -> str:
    """Which claims it denies, and by which it is denied, with the words of the first: both sides on one card."""
    outgoing, incoming = _links(showing, claim)
    told = ((link_label, outgoing), (linked_label, incoming))
    return " · ".join(
        f"{label(LinkKind.DENIES)} {_listed(by_kind[LinkKind.DENIES])}, {_first(showing, by_kind[LinkKind.DENIES])}"
        for label, by_kind in told
        if LinkKind.DENIES in by_kind
    )


def _other_side(showing: OpenArticle, claim: Claim) -> str:
    numbers = [by_kind[LinkKind.DENIES][0] for by_kind in _links(showing, claim) if LinkKind.DENIES in by_kind]
    return showing.claims[numbers[0] - 1].id if numbers else ""


def _first(showing: OpenArticle, numbers: list[int]) -> str:
    claim = showing.claims[numbers[0] - 1]
    return other_side(speaker(showing, claim), claim, showing.article.text)


def _links(showing: OpenArticle, claim: Claim) -> tuple[dict[LinkKind, list[int]], dict[LinkKind, list[int]]]:
    """The numbers of the claims to which it has links, and of those that have links to it, by their kind."""
    outgoing = ((link.kind, link.to) for link in claim.links)
    return _numbers_by_kind(showing, outgoing), _numbers_by_kind(showing, showing.incoming.get(claim.id, ()))


def _disputers(showing: OpenArticle, claim: Claim) -> list[str]:
    """Who disputes the claim in the reader's word, but by a claim whose number stands on the card."""
    judgement = showing.judged.get(claim.id)
    if judgement is None or not judgement.disputed_by:
        return []
    denying = [showing.by_id[by] for kind, by in showing.incoming.get(claim.id, ()) if kind is LinkKind.DENIES]
    numbered = Laid((covering(one.content), one) for one in denying)
    return [disputer(one) for one in judgement.disputed_by if disputing(numbered, one) is None]


def _numbers_by_kind(showing: OpenArticle, links: Iterable[tuple[LinkKind, str]]) -> dict[LinkKind, list[int]]:
    found: dict[LinkKind, list[int]] = {}
    for kind, other in links:
        if other in showing.numbers:
            found.setdefault(kind, []).append(showing.numbers[other])
    return found


def _listed(numbers: list[int]) -> str:
    """The first few numbers; the card below the list leads to all of them."""
    shown = ", ".join(map(str, numbers[:MOST_LINKS]))
    return f"{shown} …" if len(numbers) > MOST_LINKS else shown


def _beside(showing: OpenArticle, claim: Claim) -> list[str]:
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
    if judgement.own_status not in (None, claim.status):
        found.append(status_label(claim.status))
    return [*([rating] if rating else []), *([found_label(", ".join(found))] if found else [])]


def mine_label() -> str:
    """What is said of claims that the reader made."""
    return QCoreApplication.translate("labels", "Mine")


def _accepted(showing: OpenArticle, claim: Claim) -> bool:
    """Whether the reader says that the status that was found is right."""
    judgement = showing.judged.get(claim.id)
    return bool(judgement and judgement.status is claim.status)


def _note(showing: OpenArticle, claim: Claim) -> str:
    judgement = showing.judged.get(claim.id)
    return judgement.note if judgement else ""


def _spoken(showing: OpenArticle, claim: Claim) -> str:
    status = status_label(showing.status(claim))
    said = f"{showing.numbers[claim.id]}. {speaker(showing, claim)}: {_words(showing, claim)} ({status})"
    return ". ".join(part for part in (said, _against(showing, claim), _about(showing, claim)) if part)
