"""A line of tags, each typed ahead over those that are used already, parted by commas."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.desktop.completion import completer_anywhere
from briefing.desktop.draft import Draft, Drafted, moved

RESTING = 1500
"""Milliseconds without a key after which tags are kept though the line is not left: long enough to end a word in."""


class TagLine(Drafted, QLineEdit):
    """The reader's own words for something."""

    tagsWritten = Signal(str, object, object)
    """On what they are written, a tuple of all tags and one of those before, once typing rests or the line is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        self._completer = completer_anywhere(self._known, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self._draft = Draft(self, lambda: ", ".join(self.tags), self._put)
        self._draft.written.connect(self._send)
        # Not while one types on, as in other fields: each beginning of a word would be a tag for a moment.
        self._rest = QTimer(self, singleShot=True, interval=RESTING)
        self._rest.timeout.connect(self._keep)
        self.textEdited.connect(self._type_ahead)
        self.textChanged.connect(lambda _: self._rest.start())
        self.editingFinished.connect(self.flush)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as they stand in the line, each once."""
        return _tags(self.text())

    def tell(self, subject: str, tags: Iterable[str], known: Iterable[str]) -> None:
        """Show the tags of `subject` as the store has them, and offer `known` ones; what is being typed stays."""
        names = sorted(set(known), key=str.casefold)
        if names != self._known.stringList():
            self._known.setStringList(names)
        self._draft.tell(subject, ", ".join(tags))

    def _keep(self) -> None:
        if (popup := self._completer.popup()) is not None and popup.isVisible():
            # The reader is about to choose: what stands there is the beginning of a tag.
            self._rest.start()
        else:
            self.flush()

    def _send(self, subject: str, words: str, was: str) -> None:
        self.tagsWritten.emit(subject, _tags(words), _tags(was))

    def _put(self, words: str, same: bool) -> None:
        before, caret = self.text(), self.cursorPosition()
        self.setText(words)
        if same:
            self.setCursorPosition(moved(caret, before, words))

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


def _tags(words: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in words.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
