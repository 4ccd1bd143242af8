"""The backups of the library, one of which can be put back; of a damaged library, what else can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.model_labels import day_label
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.library.backup_record import Backup, Reason


class BackupsDialog(QDialog):
    """Lists backups, the newest first and chosen.

    Args:
        backups: that there are, the newest first.
        damage: a sentence on what is wrong with the library, or nothing if it is sound.
    """

    restoreWished = Signal(object)
    """`Path` of the backup that the reader wants back."""
    salvageWished = Signal()
    """The reader wants what can be read of the damaged library saved."""

    def __init__(self, backups: Sequence[Backup], damage: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The library is damaged") if damage else self.tr("Restore a backup"))
        self.resize(560, 420)
        self._words = PlainLabel(damage or self._what_happens(), self)
        self._words.setWordWrap(True)
        self._words.setObjectName("error" if damage else "faint")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups"))
        for backup in backups:
            moment = QDateTime.fromSecsSinceEpoch(round(backup.made.timestamp()))
            # No day of the week and no zone: the whole of a long form has no room where letters are large.
            time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
            made = f"{day_label(backup.made)}, {time}"
            item = QListWidgetItem(f"{made}\n{_reason(backup.reason)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
            item.setToolTip(tip(str(backup.path)))
        self.list.setCurrentRow(0)
        self._backups = {str(backup.path): backup.path for backup in backups}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._words)
        if backups:
            column.addWidget(self.list, 1)
        else:
            self.list.hide()
            none = PlainLabel(
                self.tr("There is no backup yet. Briefing makes one each day on which something changed."), self
            )
            none.setObjectName("empty")
            none.setWordWrap(True)
            none.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(none, 1)
        column.addLayout(self._buttons(bool(damage)))

    def _what_happens(self) -> str:
        return self.tr(
            "The library becomes what it was when the backup was made. What it is now is kept as a backup of its own, "
            "so that you can come back. Original files are never touched."
        )

    def _buttons(self, damaged: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        close = QPushButton(self.tr("Leave it as it is"), self)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        if damaged:
            salvage = QPushButton(self.tr("Save what can be read"), self)
            salvage.setToolTip(self.tr("Sets the damaged library aside and fills a new one with all that is readable."))
            salvage.clicked.connect(self._salvage)
            row.addWidget(salvage)
        restore = QPushButton(self.tr("Restore this backup"), self)
        restore.setObjectName("primary")
        restore.setEnabled(bool(self._backups))
        restore.setDefault(True)
        restore.clicked.connect(self._restore)
        row.addWidget(restore)
        return row

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.restoreWished.emit(self._backups[item.data(Qt.ItemDataRole.UserRole)])
            self.accept()

    def _salvage(self) -> None:
        self.salvageWished.emit()
        self.accept()


def _reason(reason: Reason) -> str:
    words = {
        Reason.DAILY: QCoreApplication.translate("BackupsDialog", "made automatically, once a day"),
        Reason.BY_HAND: QCoreApplication.translate("BackupsDialog", "made by you"),
        Reason.BEFORE_UPDATE: QCoreApplication.translate(
            "BackupsDialog", "made before Briefing was brought up to date"
        ),
        Reason.BEFORE_RESTORE: QCoreApplication.translate("BackupsDialog", "made before another backup was put back"),
    }
    return words[reason]
