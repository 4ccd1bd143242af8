"""The box of templates, shipped and the reader's own, read anew when it is opened."""

from PySide6.QtCore import QSignalBlocker, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QWidget

from briefing.desktop.model_labels import template_label
from briefing.desktop.plain_words import tip
from briefing.export import own_folder, start_template, templates


class TemplateBox(QComboBox):
    """Templates by their titles; the data of each is what a brief holds of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(tip(self.tr("Templates of your own go to {folder}").format(folder=own_folder())))
        self.refill()

    def showPopup(self) -> None:
        """List what is there now."""
        self.refill()
        super().showPopup()

    def refill(self) -> None:
        """Find the templates again; the chosen one stays chosen."""
        chosen = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for name, title in templates().items():
                self.addItem(template_label(name, title), name)
            place = self.findData(chosen) if chosen is not None else 0
            self.setCurrentIndex(place)
        if place < 0:
            self.setCurrentIndex(0)

    def open_own(self) -> None:
        """Open the folder of the reader's own templates; an empty one gets a template to begin with.

        Raises:
            ExportFailure: if the folder cannot be written to.
        """
        folder = own_folder()
        if not any(folder.glob("*.typ")):
            start_template(self.tr("My template"), folder)
        self.refill()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
