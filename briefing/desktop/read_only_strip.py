"""The strip over the article that says, for as long as it is so, that nothing can be written to the library now."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing.desktop.plain_words import PlainLabel


class ReadOnlyStrip(QFrame):
    """Cannot be closed: it goes when the library can be written to, and be reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._refusal = self._lost = ""
        self._words = PlainLabel(self)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_refusal(self, refusal: str) -> None:
        """Say why nothing can be written, or go away if it can."""
        self._refusal = refusal
        self._show()

    def show_lost(self, lost: str) -> None:
        """Say why the server of the desk cannot be reached, or go away if it can."""
        self._lost = lost
        self._show()

    def _show(self) -> None:
        words = self.tr("{why} What you write stays here, and is saved as soon as the desk is there again.")
        if self._refusal:
            words = self.tr("Nothing that you write here can be saved. {why}")
        self._words.setText(words.format(why=self._refusal or self._lost))
        self.setVisible(bool(self._refusal or self._lost))
