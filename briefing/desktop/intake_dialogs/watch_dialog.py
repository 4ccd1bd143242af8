"""Chooses the folder from which all that comes is imported, or none."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QVBoxLayout, QWidget

from briefing.desktop.plain_words import PlainLabel


class WatchedDialog(QDialog):
    """Tells which folder is watched; another is chosen, or the watch is ended."""

    folderChosen = Signal(object)
    """The `Path` of the folder to be watched, or None for none."""

    def __init__(self, watched: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched = watched
        self.setWindowTitle(self.tr("Watched folder"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        words = PlainLabel(
            self.tr(
                "Every article that comes into a watched folder is imported by itself, while Briefing runs or at its "
                "next start; so is what lies in it now. The files stay where they are."
            ),
            self,
        )
        words.setWordWrap(True)
        self.folder = PlainLabel(self._told(), self)
        self.folder.setWordWrap(True)
        self.folder.setObjectName("paneTitle")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.choose = buttons.addButton(self.tr("Choose folder…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.stop = buttons.addButton(self.tr("Stop watching"), QDialogButtonBox.ButtonRole.ActionRole)
        self.stop.setEnabled(watched is not None)
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(lambda: self._take(None))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (words, self.folder, buttons):
            column.addWidget(widget)

    def _told(self) -> str:
        if self._watched is None:
            return self.tr("No folder is watched.")
        if not self._watched.is_dir():
            return self.tr("{folder} is not there at the moment.").format(folder=self._watched)
        return str(self._watched)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder to watch"), str(self._watched or Path.home()))
        if name:
            self._take(Path(name))

    def _take(self, folder: Path | None) -> None:
        self.folderChosen.emit(folder)
        self.accept()
