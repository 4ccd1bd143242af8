"""Tells which version this is and whose work is in it; asks for a newer one when the reader wishes, and never else."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from briefing import __version__
from briefing.desktop.interface_language import said
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.session import Session
from briefing.service import Event, NewestTold
from briefing.service.newest_version import published


class AboutDialog(QDialog):
    """The version, a button that looks for a newer one, and what it found."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._job = session, 0
        self._newest, self._page = published()
        self.setWindowTitle(self.tr("About Briefing"))
        self.setMinimumWidth(460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.version = PlainLabel(self.tr("Briefing {version}").format(version=__version__), self)
        self.version.setObjectName("paneTitle")
        self.words = PlainLabel(
            self.tr(
                "Who said what, and how confirmed it is. Free under the MIT licence; the parts of others lie beside "
                "it, each with its own licence. Nothing leaves this machine, and no newer version is looked for "
                "unless you ask."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.answer = PlainLabel(self)
        self.answer.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (self.version, self.words, self.answer, self._make_buttons()):
            column.addWidget(part)
        session.eventHeard.connect(self._on_event)
        self._tell("" if self._newest else self.tr("This copy does not know where newer ones are published."))

    def _make_buttons(self) -> QDialogButtonBox:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self.look = self.buttons.addButton(self.tr("Look for a newer version"), QDialogButtonBox.ButtonRole.ActionRole)
        self.look.setEnabled(bool(self._newest))
        self.look.clicked.connect(self._look)
        self.open_page = self.buttons.addButton(self.tr("Show its page"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_page.setVisible(False)
        self.open_page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page)))
        return self.buttons

    def _look(self) -> None:
        self._job = self._session.service.versions.look(self._newest)
        self.look.setEnabled(False)
        self._tell(self.tr("Looking…"))

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, NewestTold) or event.job != self._job:
            return
        self._job = 0
        self.look.setEnabled(True)
        self.open_page.setVisible(event.is_newer and bool(self._page))
        self._tell(said(event.message))

    def _tell(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.setVisible(bool(words))
