"""The strip over the article that says, for as long as it is so, that nothing can be written to the library."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing.desktop.plain_words import PlainLabel


class ReadOnlyStrip(QFrame):
    """Cannot be closed: it goes when the library can be written to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
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
        self._words.setText(self.tr("Nothing that you write here can be saved. {why}").format(why=refusal))
        self.setVisible(bool(refusal))
