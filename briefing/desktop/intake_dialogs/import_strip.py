"""One import on its way: how far it is, how long it will take, stopping it, and what became of it in the end."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from briefing.desktop.model_labels import remaining_label
from briefing.desktop.plain_words import PlainLabel
from briefing.service import ImportFinished, ImportOutcome, ImportProgressed, OutcomeKind

STAYS = 12_000
"""Milliseconds that the word on an import in which all went well stays."""


class ImportStrip(QFrame):
    """A strip above the article; it never takes the focus and blocks nothing."""

    stopWished = Signal()
    """The reader wants no further files to be opened."""
    listWished = Signal()
    """The reader wants to see what became of each file."""
    closed = Signal()
    """The strip is not needed any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAccessibleName(self.tr("Import"))
        self.words = PlainLabel(self.tr("Looking for articles to import…"), self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setRange(0, 0)
        self.list = QPushButton(self.tr("Show list"), self)
        self.list.clicked.connect(self.listWished)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setAccessibleName(self.tr("Stop the import"))
        self.stop.setToolTip(self.tr("Open no further files; what is imported stays."))
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        for widget in (self.progress, self.list, self.stop):
            row.addWidget(widget)
        self._over = False
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.closed)

    def advance(self, event: ImportProgressed) -> None:
        """Show how far it is."""
        self.progress.setRange(0, event.of)
        self.progress.setValue(event.done)
        parts = [self.tr("Importing: {done} of {of}").format(done=f"{event.done:,}", of=f"{event.of:,}")]
        if event.remaining is not None and event.done < event.of:
            parts.append(remaining_label(event.remaining))
        self.words.setText(" · ".join(parts))

    def finish(self, event: ImportFinished, sentence: str) -> None:
        """Tell in a sentence what became of the files."""
        self._over = True
        self.progress.hide()
        self.words.setText(sentence)
        self.list.setVisible(bool(event.outcomes))
        self.stop.setEnabled(True)
        self.stop.setText(self.tr("Close"))
        self.stop.setAccessibleName(self.tr("Close the word on the import"))
        self.stop.setToolTip("")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        if went_well(event.outcomes) and not event.cancelled:
            self._timer.start()

    def _stop(self) -> None:
        if self._over:
            self.closed.emit()
        else:
            self.stop.setEnabled(False)
            self.stopWished.emit()


def went_well(outcomes: tuple[ImportOutcome, ...]) -> bool:
    """Whether there were files, and every one could be opened."""
    return bool(outcomes) and all(outcome.kind is not OutcomeKind.FAILED for outcome in outcomes)
