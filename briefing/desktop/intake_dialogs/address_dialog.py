"""Asks for a web address; one that was copied is offered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from briefing.desktop.interface_language import said
from briefing.desktop.plain_words import PlainLabel


class AddressDialog(QDialog):
    """One line for an address; what is no address is said at once, and the dialog stays."""

    addressGiven = Signal(str)
    """A web address to be opened."""

    def __init__(self, offered: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open web address"))
        self.setMinimumWidth(520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        explanation = PlainLabel(
            self.tr("Address of an article, or of a feed (RSS, Atom) to choose articles from:"),
            self,
        )
        explanation.setWordWrap(True)
        self.address = QLineEdit(offered, self)
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(self.tr("Web address"))
        self.address.setClearButtonEnabled(True)
        self.address.selectAll()
        explanation.setBuddy(self.address)
        self.fault = PlainLabel(self)
        self.fault.setObjectName("error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        privacy = PlainLabel(self.tr("Only this page is fetched, without pictures, scripts or cookies of yours."), self)
        privacy.setObjectName("faint")
        privacy.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (explanation, self.address, self.fault, privacy, self.buttons):
            column.addWidget(widget)
        self.address.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        self.fault.hide()
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(self.address.text().strip()))

    def _give(self) -> None:
        from briefing.intake import FetchFailed
        from briefing.intake.addresses import address_of

        given = self.address.text().strip()
        try:
            address_of(given)
        except FetchFailed as failure:
            self.fault.setText(said(failure.message))
            self.fault.show()
            self.address.setFocus()
            return
        self.addressGiven.emit(given)
        self.accept()


def address_in(copied: str) -> str:
    """The web address that a copied text is, or nothing."""
    from briefing.address_scheme import is_address
    from briefing.intake import FetchFailed
    from briefing.intake.addresses import address_of

    if len(copied) > 8_000 or not is_address(copied):
        return ""
    try:
        address_of(copied)
    except FetchFailed:
        return ""
    return copied.strip()
