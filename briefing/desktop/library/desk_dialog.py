"""Asks for the address of a desk, and looks whether its library can be opened before the window goes there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.desk_address import with_password
from briefing.desktop.interface_language import said
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.session import Session
from briefing.library_place import local_folder
from briefing.service import DeskVisited, Event
from briefing.service.offline_copy import copy_at


class DeskDialog(QDialog):
    """One line for the address and one for the password; what the server says stands below, and the dialog stays."""

    joined = Signal(str)
    """The address of a desk whose library can be opened, with the password."""

    offlineWished = Signal(object)
    """Folder of the working copy in which the reader goes on without the server."""

    def __init__(self, session: Session, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job, self._joining = 0, False
        self.setWindowTitle(self.tr("Join a desk"))
        self.setMinimumWidth(560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr(
            "A desk is a library that several share on a server of PostgreSQL. Whoever looks after the server gives "
            "you the address. Your own library stays as it is."
        )
        explanation = PlainLabel(words, self)
        explanation.setWordWrap(True)
        self.address = QLineEdit(next(iter(known), ""), self)
        self.address.setPlaceholderText("postgresql://ada@desk.example/news")
        self.address.setAccessibleName(self.tr("Address of the desk"))
        self.address.setCompleter(QCompleter(list(known), self.address))
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("if the server asks for one"))
        self.password.setAccessibleName(self.tr("Password"))
        self.keep = QCheckBox(self.tr("Keep the password in the keyring of the system"), self)
        self.keep.setVisible(session.service.desks.can_keep_passwords)
        self.answer = PlainLabel(self)
        self.answer.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Address"), self.address)
        form.addRow(self.tr("Password"), self.password)
        form.addRow("", self.keep)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(explanation)
        column.addLayout(form)
        column.addWidget(self.answer)
        column.addWidget(self._make_buttons())
        self.address.textChanged.connect(self._typed)
        self.password.textChanged.connect(self._typed)
        session.eventHeard.connect(self._on_event)
        self._typed()

    def _make_buttons(self) -> QDialogButtonBox:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.join = self.buttons.addButton(self.tr("Join"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.test = self.buttons.addButton(self.tr("Test the connection"), QDialogButtonBox.ButtonRole.ActionRole)
        self.offline = self.buttons.addButton(
            self.tr("Work in the offline copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.offline.clicked.connect(self._go_offline)
        self.test.clicked.connect(lambda: self._visit(joining=False))
        self.buttons.accepted.connect(lambda: self._visit(joining=True))
        self.buttons.rejected.connect(self.reject)
        return self.buttons

    @property
    def _given(self) -> str:
        typed = "".join(self.address.text().split())
        whole = typed if "://" in typed or not typed else f"postgresql://{typed}"
        return with_password(whole, self.password.text())

    def _typed(self) -> None:
        # What was asked before is not about what stands here now.
        self._job = 0
        self._tell("")
        self._let_ask()

    def _let_ask(self) -> None:
        for button in (self.join, self.test):
            button.setEnabled(bool(self._given) and not self._job)
        self.offline.setVisible(self._copy is not None)

    def _go_offline(self) -> None:
        copy = self._copy
        if copy is not None:
            self.accept()
            self.offlineWished.emit(copy)

    @property
    def _copy(self) -> Path | None:
        return copy_at(local_folder(self._given)) if self._given else None

    def _visit(self, joining: bool) -> None:
        if self._given and not self._job:
            self._joining = joining
            self._job = self._session.service.desks.visit(self._given, joining and self.keep.isChecked())
            self._tell(self.tr("Looking at the desk…"))
            self._let_ask()

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, DeskVisited) or event.job != self._job:
            return
        self._job = 0
        self._let_ask()
        self._tell(said(event.message), is_fault=not event.can_join)
        if event.can_join and self._joining:
            self.joined.emit(event.address)
            self.accept()
        elif not event.can_join:
            self.address.setFocus()

    def _tell(self, words: str, is_fault: bool = False) -> None:
        self.answer.setText(words)
        self.answer.setVisible(bool(words))
        name = "error" if is_fault else ""
        if self.answer.objectName() != name:
            self.answer.setObjectName(name)
            self.answer.style().polish(self.answer)
