"""Where the reader and colleagues at the desk differ on claims, and how it is settled: by taking their word."""

from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from briefing.desktop.desk_people import colleague_words
from briefing.desktop.line_breaks import short
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.service.comparison_queries import Difference, JudgementsCompared

MOST_WORDS = 160
"""Characters of a claim that are shown."""


class ComparisonDialog(QDialog):
    """Lists claims on which two differ; of what the reader did not judge yet it says only how much that is."""

    claimChosen = Signal(object)
    """The `Difference` whose claim the reader wants to see."""
    wordTaken = Signal(object)
    """The `Difference` in which the reader takes the colleague's word for his own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare judgements"))
        self.resize(620, 460)
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Claims that are judged differently"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _: self._emit(self.claimChosen))
        self.list.currentRowChanged.connect(lambda _: self._let())
        self.show_claim = QPushButton(self.tr("Show the claim"), self)
        self.show_claim.clicked.connect(partial(self._emit, self.claimChosen))
        self.take = QPushButton(self.tr("Take their word"), self)
        self.take.setToolTip(tip(self.tr("Give the claim the same status; what you wrote on it stays.")))
        self.take.clicked.connect(partial(self._emit, self.wordTaken))
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.show_claim)
        row.addWidget(self.take)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._let()

    def show_compared(self, told: JudgementsCompared) -> None:
        """Show how far all agree, and where not."""
        self.words.setText(" ".join(self._sentences(told)))
        row = self.list.currentRow()
        self.list.clear()
        for one in told.differences:
            mine = colleague_words(one.mine, self.tr("me"))
            quoted = f"“{short(' '.join(one.mine.claim.exact.split()), MOST_WORDS)}”"
            item = QListWidgetItem(f"{quoted}\n{mine}\n{colleague_words(one.theirs)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setToolTip(tip(one.title))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._let()

    def _sentences(self, told: JudgementsCompared) -> list[str]:
        found = [self.tr("%n claim(s) are judged by you and by others.", "", told.both)]
        if told.agreement is not None:
            alpha = QLocale().toString(told.agreement, "f", 2)
            found.append(self.tr("Agreement (Krippendorff's alpha): {alpha}.").format(alpha=alpha))
        elif told.both:
            found.append(self.tr("That is too little to tell an agreement."))
        if told.waiting:
            found.append(
                self.tr("%n other(s) are judged by colleagues, and shown once you judged them.", "", told.waiting)
            )
        if told.both and not told.differences:
            found.append(self.tr("You differ on none."))
        return found

    def _let(self) -> None:
        for button in (self.show_claim, self.take):
            button.setEnabled(self.list.currentItem() is not None)

    def _emit(self, signal: SignalInstance) -> None:
        item = self.list.currentItem()
        if item is not None:
            chosen = item.data(Qt.ItemDataRole.UserRole)
            assert isinstance(chosen, Difference)
            signal.emit(chosen)
