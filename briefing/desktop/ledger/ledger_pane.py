"""The right pane: claims as cards, the filter over them, and below them the chosen one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.escape_filter import Escape
from briefing.desktop.hit_keys import HitKeys
from briefing.desktop.interface_language import said
from briefing.desktop.ledger.card_delegate import CardDelegate
from briefing.desktop.ledger.card_list import CardList
from briefing.desktop.ledger.claim_detail import ClaimDetail
from briefing.desktop.ledger.claim_model import ClaimFilter, ClaimModel, ClaimRole
from briefing.desktop.ledger.filter_bar import LedgerHead
from briefing.desktop.ledger.letter_keys import LetterKeys
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.theme import Theme
from briefing.model import Claim, Status
from briefing.model.message import Message

LEAST_CARDS, LEAST_DETAIL = 158, 110
"""Pixels that the cards have at least, a whole one of them, and what stands below them, at 100 % text size."""

LOW = 560
"""Pixels of the pane at 100 % text size below which its filters give way to the cards."""

DETAIL, DETAIL_SHARE = 380, 0.55
"""Pixels, and share of the room, that what stands below the cards takes at most by itself; all of it scrolls."""

BATCH = 40
"""Cards that are laid out in one go; the reader's keys come between two."""


class LedgerPane(QFrame):
    """All claims of the open article."""

    claimChosen = Signal(str)
    """Id of the claim that the reader chose."""
    evidenceChosen = Signal(object)
    """`Spans` that led to a status, to be lit in the text."""
    statusJudged = Signal(object, object)
    """A `Claim` and the `Status` that the reader gives it."""
    noteWritten = Signal(object, str, str)
    """A `Claim`, the reader's note on it, and the one that it takes the place of."""
    sourceCorrected = Signal(object, object)
    """A `Claim`, and the reader's name for its source or None."""
    rated = Signal(object, object, object)
    """A `Claim`, the `SourceRating` or None, and 1 to 6 or None."""
    disputed = Signal(object, object)
    """A `Claim`, and the `Dispute` that the reader adds to it."""
    undisputed = Signal(object, object)
    """A `Claim`, and the `Dispute` that the reader takes back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = ClaimModel(self)
        self.filter = ClaimFilter(self.model, self)
        self.filter.listedAnew.connect(self._choose_again)
        self._last_id = ""
        self._delegate = CardDelegate(theme, self)
        self.list = self._card_list()
        self._delegate.headClicked.connect(self._turn)
        self._delegate.otherSideClicked.connect(self.walk_to)
        self._empty = PlainLabel(self)
        self._empty.setObjectName("faint")
        self._empty.setWordWrap(True)
        self.detail = ClaimDetail(self)
        self.detail.evidenceChosen.connect(self.evidenceChosen)
        self.detail.statusJudged.connect(self.statusJudged)
        self.detail.noteWritten.connect(self.noteWritten)
        self.detail.judging.sourceCorrected.connect(self.sourceCorrected)
        self.detail.judging.rated.connect(self.rated)
        self.detail.disputes.disputed.connect(self.disputed)
        self.detail.disputes.withdrawn.connect(self.undisputed)
        self.detail.disputes.linkWalked.connect(self.walk_to)
        self.detail.left.connect(self.list.setFocus)
        self.detail.linkWalked.connect(self.walk_to)
        self._halves = QSplitter(Qt.Orientation.Vertical, self)
        self._halves.addWidget(self.list)
        self._halves.addWidget(self.detail)
        self._halves.setStretchFactor(0, 1)
        self._halves.setChildrenCollapsible(False)
        self._halves.splitterMoved.connect(self._take_share)
        self._halves.installEventFilter(self)
        self._share = 0
        self._scale = theme.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        self.letters = LetterKeys(self.list, self._command_on)
        self.letters.wordBegun.connect(self._filter_by)
        self.head = LedgerHead(self.filter, self)
        self.status_box, self.search = self.head.status_box, self.head.search
        column.addWidget(self.head)
        column.addWidget(self._empty)
        column.addWidget(self._halves, 1)
        self.detail.hide()
        self._update_empty()
        self.filter.listedAnew.connect(self._update_empty)
        Escape(self.search).pressed.connect(self._show_all)
        HitKeys(self.search, self.list)

    def _card_list(self) -> QListView:
        """The claims as cards."""
        cards = CardList(self)
        cards.setAccessibleName(self.tr("Claims"))
        cards.setModel(self.filter)
        cards.setItemDelegate(self._delegate)
        cards.setMouseTracking(True)
        cards.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        cards.setResizeMode(QListView.ResizeMode.Adjust)
        cards.setLayoutMode(QListView.LayoutMode.Batched)
        cards.setBatchSize(BATCH)
        # Else Qt would lay the cards out anew for another height only: words that wrap need another height each.
        cards.setWordWrap(True)
        cards.selectionModel().currentChanged.connect(self._chosen)
        cards.clicked.connect(self._clicked)
        cards.installEventFilter(self)
        return cards

    def show_article(self, showing: OpenArticle | None) -> None:
        """Show the claims of an article; of the same article the chosen one stays chosen if it is still there."""
        for step in self.listing(showing):
            step()

    def listing(self, showing: OpenArticle | None) -> tuple[Callable[[], object], ...]:
        """All that shows the claims of an article, in steps that may be turns of their own."""
        head = partial(self.head.show_article, showing)
        return partial(self._list, showing), head

    def _list(self, showing: OpenArticle | None) -> None:
        before = self.model.showing
        # Claims are numbered anew in each article: the same id in another one is another claim.
        same = before is not None and showing is not None and before.kept.id == showing.kept.id
        chosen = before.same_claim(self.chosen_id, showing) if same and before and showing else ""
        if not same:
            self._last_id = ""
            # Words that were looked for in one article would hide the claims of the next.
            self.search.clear()
        self.model.show(showing)
        self.filter.follow()
        if not same:
            self.list.scrollToTop()
        self._update_empty()
        if chosen and showing and chosen in showing.by_id:
            self.choose(chosen)
            anew = before is None or not _is_known_alike(before, showing, chosen)
            self.detail.show_claim(showing, showing.by_id[chosen], anew)
            if anew and self.list.visualRect(self.list.currentIndex()).intersects(self.list.viewport().rect()):
                # What is new on its card may need another line.
                QTimer.singleShot(0, self, self._show_chosen)
        else:
            self.detail.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the cards in a low window."""
        super().resizeEvent(event)
        self.head.set_low(self.height() < LOW * self._scale)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.set_theme(theme)
        self._scale = theme.scale
        self.head.set_low(self.height() < LOW * self._scale)
        self.list.doItemsLayout()
        self._share_room()
        self.list.viewport().update()

    @property
    def chosen_id(self) -> str:
        """Id of the chosen claim, or nothing."""
        index = self.list.currentIndex()
        return str(index.data(ClaimRole.ID)) if index.isValid() else ""

    @property
    def chosen(self) -> Claim | None:
        """The chosen claim."""
        showing = self.model.showing
        return showing.by_id.get(self.chosen_id) if showing else None

    @property
    def first_id(self) -> str:
        """Id of the claim that is listed first, or nothing."""
        return str(self.filter.index(0, 0).data(ClaimRole.ID) or "") if self.filter.rowCount() else ""

    def choose(self, claim_id: str, unfold: bool = True) -> None:
        """Choose a claim and bring its card into sight, if it is listed."""
        row = self.model.row_of(claim_id)
        group = self.filter.group_of(claim_id)
        if unfold and self.filter.is_folded(group):
            self.filter.fold(group, False)
        index = self.filter.mapFromSource(self.model.index(row)) if row >= 0 else QModelIndex()
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def walk_to(self, claim_id: str) -> None:
        """Choose a claim even if a filter hides it: the filters are taken back then."""
        if claim_id and claim_id not in self.filter.arranged.ranks:
            self.head.clear()
        self.choose(claim_id)

    def walk_link(self) -> None:
        """Go to the claim that the chosen one is linked to, the first of them."""
        showing, claim = self.model.showing, self.chosen
        if showing and claim:
            outgoing = [link.to for link in claim.links if link.to in showing.numbers]
            incoming = [other for _, other in showing.incoming.get(claim.id, ())]
            self.walk_to(next(iter((*outgoing, *incoming)), ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right fold and unfold the group of the chosen claim; its card stays in sight in a lower list."""
        if watched is self._halves and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._share_room()
        if watched is self.list and event.type() is QEvent.Type.Resize:
            card = self.list.visualRect(self.list.currentIndex())
            if card.intersects(self.list.viewport().rect()):
                QTimer.singleShot(0, self, self._show_chosen)
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            group = self.filter.group_of(self.chosen_id)
            if group and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.filter.fold(group, event.key() == Qt.Key.Key_Left)
                return True
        return super().eventFilter(watched, event)

    def _command_on(self, letter: str) -> QAction | None:
        """The command of the window on that letter, if it can be done now."""
        key = QKeySequence(letter.upper())
        return next((one for one in self.window().actions() if one.shortcut() == key and one.isEnabled()), None)

    def _filter_by(self, word: str) -> None:
        """Who types words at the cards looks for claims that hold them."""
        self.search.setFocus()
        self.search.setText(word)

    def _take_share(self) -> None:
        """The reader shares the room out himself."""
        self._share = self._halves.sizes()[1]

    def _share_room(self) -> None:
        """Give what stands below the cards its room: the same for all claims, so that no card moves from its place."""
        room = self._halves.height() - self._halves.handleWidth()
        cards, least = round(LEAST_CARDS * self._scale), round(LEAST_DETAIL * self._scale)
        wanted = self._share or min(round(room * DETAIL_SHARE), round(DETAIL * self._scale))
        below = max(least, min(wanted, room - cards))
        if self.detail.isVisibleTo(self) and self._halves.sizes() != [room - below, below]:
            self._halves.setSizes([room - below, below])

    def _show_chosen(self) -> None:
        """Bring the chosen card into sight: what stands below takes some of the list's height, or gives some back.

        Where two have no room it stands at the top, so that no half of another is left above it.
        """
        index = self.list.currentIndex()
        low = 2 * self.list.visualRect(index).height() > self.list.viewport().height()
        hint = QListView.ScrollHint.PositionAtTop if low else QListView.ScrollHint.EnsureVisible
        self.list.scrollTo(index, hint)

    def _show_all(self) -> None:
        self.head.clear()
        self.list.setFocus()

    def _choose_again(self) -> None:
        """The list is another one: what was chosen stays so if it is listed, else the head of its group is chosen."""
        group = self.filter.group_of(self._last_id)
        folded = self.filter.is_folded(group)
        chosen = self.filter.first_of(group) if folded else self._last_id
        if chosen in self.filter.arranged.ranks:
            with QSignalBlocker(self.list.selectionModel()):
                # The claim itself is no other one: nothing has to be lit or scrolled in the text.
                self.choose(chosen, unfold=False)
            self.list.viewport().update()

    def _turn(self, claim_id: str) -> None:
        group = self.filter.group_of(claim_id)
        self.filter.fold(group, not self.filter.is_folded(group))

    def step(self, by: int) -> None:
        """Choose the next claim, or the one before."""
        rows = self.filter.rowCount()
        if rows:
            at = self.list.currentIndex().row()
            self.list.setCurrentIndex(self.filter.index(min(max(0, at + by), rows - 1), 0))

    def step_to_unconfirmed(self) -> None:
        """Choose the next listed claim that is neither confirmed nor dismissed; after the last, the first."""
        rows, at = self.filter.rowCount(), self.list.currentIndex().row()
        for row in (*range(at + 1, rows), *range(at + 1)):
            index = self.filter.index(row, 0)
            if not index.data(ClaimRole.DISMISSED) and index.data(ClaimRole.STATUS) != Status.CONFIRMED:
                self.list.setCurrentIndex(index)
                return

    def show_evidence(self) -> None:
        """Light up the words behind the chosen claim's status."""
        claim = self.chosen
        if claim:
            self.evidenceChosen.emit(tuple(span for reason in claim.evidence for span in reason.spans))

    def _chosen(self, index: QModelIndex) -> None:
        showing = self.model.showing
        claim = self.chosen
        if showing and claim and index.isValid():
            self._last_id = claim.id
            if not self.list.selectionModel().isSelected(index):
                # Qt makes the first one current when the keyboard comes, and shows it like any other.
                self.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.detail.show_claim(showing, claim)
            self._share_room()
            QTimer.singleShot(0, self, self._show_chosen)
            self.claimChosen.emit(claim.id)

    def _clicked(self, index: QModelIndex) -> None:
        """Who clicks the card that is chosen already wants to see its words again."""
        if index == self.list.currentIndex() and index.isValid():
            self.claimChosen.emit(self.chosen_id)

    def _update_empty(self) -> None:
        showing = self.model.showing
        words = ""
        if showing is None:
            words = self.tr("Open an article: its claims appear here, each with who says it and how confirmed it is.")
        elif showing.analysis is None or (not showing.claims and not showing.analysis.complete):
            words = self.tr("Reading the article for claims…")
        elif not showing.claims:
            words = said(showing.analysis.note or Message("note.no_claims"))
        elif not self.filter.arranged.ranks:
            words = self.tr("No claim is like this. Esc in the filter shows all of them.")
        self._empty.setText(words)
        self._empty.setContentsMargins(12, 0, 12, 0)
        self._empty.setVisible(bool(words))


def _is_known_alike(before: OpenArticle, showing: OpenArticle, claim_id: str) -> bool:
    """Whether a claim has the same reasons and links, as while a note elsewhere is typed."""
    return before.analysis is showing.analysis and before.judged.get(claim_id) == showing.judged.get(claim_id)
