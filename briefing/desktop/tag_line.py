"""A line of tags, each typed ahead over those that are used already, parted by commas."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class TagLine(QLineEdit):
    """The reader's own words for something."""

    tagsWritten = Signal(object)
    """A tuple of all tags, once the line is left or Enter is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self._shown: tuple[str, ...] = ()
        self.textEdited.connect(self._type_ahead)
        self.editingFinished.connect(self.flush)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as they stand in the line, each once."""
        parts = (" ".join(part.split()) for part in self.text().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def show_tags(self, tags: tuple[str, ...], known: Iterable[str]) -> None:
        """Show tags, and offer `known` ones; what is being typed is not disturbed."""
        self._known.setStringList(sorted(set(known), key=str.casefold))
        if not (self.hasFocus() and self.isModified()):
            self._shown = tags
            self.setText(", ".join(tags))

    def flush(self) -> None:
        """Send the tags on their way to the disk now, if they are new."""
        if self.tags != self._shown:
            self._shown = self.tags
            self.tagsWritten.emit(self.tags)
        self.setModified(False)

    def _type_ahead(self) -> None:
        begun = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(begun)
        whole = begun.casefold() == self._completer.currentCompletion().casefold()
        if begun and self._completer.completionCount() and not whole:
            self._completer.complete()
        elif (popup := self._completer.popup()) is not None:
            popup.hide()

    def _complete(self, tag: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        head = before.rpartition(",")[0]
        start = f"{head}, {tag}" if head else tag
        self.setText(start + after)
        self.setCursorPosition(len(start))
        self.setModified(True)
