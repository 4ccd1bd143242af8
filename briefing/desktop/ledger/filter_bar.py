"""What stands over the ledger's cards: a text filter, the order, and filters of claims."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from briefing.desktop.eliding_combo import ChoiceBox
from briefing.desktop.ledger.claim_model import ClaimFilter
from briefing.desktop.ledger.claim_order import Order, Part, Told, speakers
from briefing.desktop.model_labels import status_label, voice_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.model import Status, Voice


class LedgerHead(QWidget):
    """Tells the filter what the reader wishes to see."""

    def __init__(self, listed: ClaimFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = listed
        self._low = False
        self._title = PlainLabel(self.tr("Claims"), self)
        self._title.setObjectName("paneTitle")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Filter claims"))
        self.search.setAccessibleName(self.tr("Filter claims by words"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(listed.set_words)
        self.order_box = self._box(self.tr("Order of the claims"))
        self.order_box.addItem(self.tr("Text order"), Order.TEXT)
        self.order_box.addItem(self.tr("By actor"), Order.ACTOR)
        self.order_box.addItem(self.tr("By status"), Order.STATUS)
        self.order_box.addItem(self.tr("By my marks"), Order.MINE)
        self.status_box = self._box(self.tr("Show claims of one status"))
        self.status_box.addItem(self.tr("All statuses"), None)
        for status in Status:
            self.status_box.addItem(status_label(status), status)
        self.voice_box = self._box(self.tr("Show claims in one voice"))
        self.voice_box.addItem(self.tr("All voices"), None)
        for voice in Voice:
            self.voice_box.addItem(voice_label(voice), voice)
        self.part_box = self._box(self.tr("Show claims by what I did with them"))
        self.part_box.addItem(self.tr("All claims"), Part.ALL)
        self.part_box.addItem(self.tr("Mine"), Part.MINE)
        self.part_box.addItem(self.tr("Not judged yet"), Part.OPEN)
        self.part_box.addItem(self.tr("Dismissed"), Part.DISMISSED)
        self.told_box = self._box(self.tr("Show claims by what is told of their source"))
        self.told_box.addItem(self.tr("All sources"), None)
        self.told_box.addItem(self.tr("How they know is told"), Told.KNOWLEDGE)
        self.told_box.addItem(self.tr("Why they have no name is told"), Told.ANONYMITY)
        self.told_box.addItem(self.tr("No name, and no reason given"), Told.NOTHING)
        self.actor_box = self._box(self.tr("Show claims of one actor"))
        self.actor_box.addItem(self.tr("All actors"), "")
        self._more = QToolButton(self)
        self._more.setText(self.tr("More"))
        self._more.setToolTip(self.tr("Filter by status, voice, actor, what is told of sources, and my own word"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        for box in (
            *(self.order_box, self.status_box, self.voice_box),
            *(self.part_box, self.told_box, self.actor_box),
        ):
            box.currentIndexChanged.connect(self._apply_filter)
        self._lay_out()
        self._show_more(False)

    def show_article(self, showing: OpenArticle | None) -> None:
        """Offer the actors of an article; one that it does not have is no filter any more."""
        names = speakers(showing) if showing else ()
        chosen = self.actor_box.currentData() or ""
        offered = [self.actor_box.itemData(number) for number in range(1, self.actor_box.count())]
        if list(names) == offered:
            return
        with QSignalBlocker(self.actor_box):
            while self.actor_box.count() > 1:
                self.actor_box.removeItem(1)
            for name in names:
                self.actor_box.addItem(name, name)
            self.actor_box.setCurrentIndex(max(0, self.actor_box.findData(chosen)))
        if chosen and chosen not in names:
            self._apply_filter()

    def show_status(self, status: Status) -> None:
        """Show the claims of one status alone; of the same once more, all again."""
        at = self.status_box.findData(status)
        self.status_box.setCurrentIndex(0 if self.status_box.currentIndex() == at else at)

    def clear(self) -> None:
        """Take all filters back; the order stays."""
        for box in (self.status_box, self.voice_box, self.part_box, self.told_box, self.actor_box):
            box.setCurrentIndex(0)
        self.search.clear()

    def _box(self, name: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self._more)
        grid.addLayout(top, 0, 0, 1, 2)
        grid.addWidget(self.status_box, 1, 0)
        grid.addWidget(self.order_box, 1, 1)
        grid.addWidget(self.part_box, 2, 0)
        grid.addWidget(self.voice_box, 2, 1)
        grid.addWidget(self.actor_box, 3, 0)
        grid.addWidget(self.told_box, 3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(grid)

    def set_low(self, low: bool) -> None:
        """Leave the cards their room in a low window: all but the words to filter by comes when it is asked for."""
        if low != self._low:
            self._low = low
            self._show_more(self._more.isChecked())

    def _show_more(self, shown: bool) -> None:
        for box in (self.part_box, self.voice_box, self.actor_box, self.told_box):
            box.setVisible(shown)
        for box in (self.status_box, self.order_box):
            box.setVisible(shown or not self._low)
        self._title.setVisible(not self._low)

    def _apply_filter(self) -> None:
        # Qt hands a text enum back as plain text.
        status, voice = self.status_box.currentData(), self.voice_box.currentData()
        told = self.told_box.currentData()
        self._filter.set_criteria(
            order=Order(self.order_box.currentData()),
            part=Part(self.part_box.currentData()),
            status=Status(status) if status else None,
            voice=Voice(voice) if voice else None,
            told=Told(told) if told else None,
            actor=self.actor_box.currentData() or "",
        )
