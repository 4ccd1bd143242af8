"""The bar that finds words in the open article while they are typed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from briefing.desktop.escape_filter import Escape
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.reader.text_search import find_all, nearest


class FindBar(QFrame):
    """Frames what is found in `reader`; Enter goes on, Shift+Enter goes back, Escape closes it."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._reader = reader
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find in this article"))
        self.words.setAccessibleName(self.tr("Find in this article"))
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        Escape(self.words).pressed.connect(self.close_bar)
        self.words.textEdited.connect(self._look)
        self.count = PlainLabel(self)
        self.count.setObjectName("faint")
        self.count.setMinimumWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        for sign, name, act in (
            ("↑", self.tr("Previous hit"), lambda: self.step(-1)),
            ("↓", self.tr("Next hit"), lambda: self.step(1)),
            ("✕", self.tr("Close"), self.close_bar),
        ):
            button = QToolButton(self)
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar, with the selected words if there are any, ready to be typed into."""
        selected = self._reader.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.words.setText(selected)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Hide the bar and its frames, and go back to the article; the hit that was reached stays selected."""
        lit = self._reader.lit
        if 0 <= lit.hit < len(lit.hits):
            self._reader.select_span(lit.hits[lit.hit])
        self._reader.show_hits(())
        self.hide()
        self._reader.setFocus()

    def step(self, by: int) -> None:
        """Go to the next hit, or to the one before; after the last comes the first."""
        lit = self._reader.lit
        if self.isHidden():
            self.open_bar()
        elif lit.hits:
            self._reader.show_hits(lit.hits, (lit.hit + by) % len(lit.hits))
            self._show_count()

    def look_again(self) -> None:
        """Find the words in another article that is on the screen now."""
        if not self.isHidden():
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter in the field."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        hits = find_all(self._reader.article_text, self.words.text())
        self._reader.show_hits(hits, nearest(hits, self._reader.top_code_point()))
        self._show_count()

    def _show_count(self) -> None:
        lit = self._reader.lit
        if not self.words.text().strip():
            self.count.clear()
        elif lit.hits:
            words = self.tr("{hit} of {hits}").format(hit=lit.hit + 1, hits=len(lit.hits))
            self.count.setText(words)
        else:
            self.count.setText(self.tr("Not found"))
