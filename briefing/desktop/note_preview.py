"""Shows a note as rendered Markdown until it is edited by a click or a key."""

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFocusEvent, QMouseEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from briefing.desktop.harmless_text import HarmlessBrowser
from briefing.desktop.line_breaks import wrap_mode
from briefing.desktop.note_field import NoteField

DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
"""Lists, links, emphasis and tables; markup of web pages stays the words it is."""


class SetNote(HarmlessBrowser):
    """The note of a field, set; it stands in the field's place whenever the field is left with words in it.

    Args:
        field: in which the note is written; both stand in the same layout.
    """

    def __init__(self, field: NoteField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.setObjectName("setNote")
        self.setAccessibleName(field.accessibleName())
        self.setMaximumHeight(field.maximumHeight())
        self.anchorClicked.connect(_follow)
        field.installEventFilter(self)
        self.hide()

    def look(self) -> None:
        """Show the note as it is set, unless it is being written or there is none."""
        note = self._field.toPlainText()
        # The field of a window that is not in front is still the one that is written in when it comes back.
        set_now = bool(note.strip()) and self.window().focusWidget() is not self._field
        if set_now:
            self.setWordWrapMode(wrap_mode(note))
            self.document().setMarkdown(note, DIALECT)
        self.setVisible(set_now)
        self._field.setVisible(not set_now)

    def write(self) -> None:
        """Let the note be written."""
        self.hide()
        self._field.show()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set the note once its field is left for another place of the window."""
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # A menu, or another program in front, comes back to the words where they are being written.
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in passing:
                self._field.flush()
                self.look()
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Write as soon as the keyboard gets here."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.write()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Write where one clicks, unless a link is clicked or words are selected."""
        super().mouseReleaseEvent(event)
        if not self.anchorAt(event.position().toPoint()) and not self.textCursor().hasSelection():
            self.write()


def _follow(address: QUrl) -> None:
    if address.scheme() in ("http", "https", "mailto"):
        QDesktopServices.openUrl(address)
