"""The house style of briefs as a form: whose they are, logo, colours and face; what is chosen holds at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QImageReader, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.interface_language import said
from briefing.desktop.measures import space_dialog
from briefing.desktop.plain_words import PlainLabel
from briefing.export import SHIPPED_FACES, ExportFailure, keep_style, kept_style
from briefing.model.house_style import LEAST_CONTRAST, LONGEST_NAME, HouseStyle, contrast_on_paper

PAUSE = 400
"""Milliseconds after a key before the name is kept."""

LARGEST = QSize(1200, 600)
"""Pixels of a logo; it is printed 11 mm high."""

SHOWN = QSize(160, 44)
"""Pixels of the logo in the form."""

SWATCH = QSize(16, 16)

SHIPPED = {"accent": "#2b5c8f", "heading": "#1d2025"}
"""The colours that the program ships."""


class HouseStyleDialog(QDialog):
    """Changes the house style that all briefs are exported in."""

    changed = Signal()
    """Briefs look otherwise from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("House style"))
        self.kept = kept_style()
        self.name = QLineEdit(self.kept.name, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("e.g. your newsroom or office"))
        self._typed = QTimer(self, singleShot=True, interval=PAUSE)
        self._typed.timeout.connect(self._keep_name)
        self.name.textEdited.connect(lambda _: self._typed.start())
        self.name.editingFinished.connect(self._keep_name)
        self.logo = PlainLabel(self)
        self.logo.setMinimumSize(SHOWN)
        self.choose = self._button(self.tr("Choose…"), self.tr("Choose a picture as logo"), self._choose_logo)
        self.remove = self._button(self.tr("Remove"), self.tr("Print no logo"), lambda: self._keep(logo=b""))
        self.accent = self._button("", self.tr("Colour of lines and links"), partial(self._choose_colour, "accent"))
        self.heading = self._button(
            "", self.tr("Colour of title and headings"), partial(self._choose_colour, "heading")
        )
        self.face = self._faces()
        self._problem = PlainLabel(self)
        self._problem.setObjectName("error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._lay_out()
        self._show()
        space_dialog(self)

    def set_colour(self, name: str, colour: str) -> None:
        """Take a colour, "accent" or "heading", unless words in it could not be read on paper."""
        if contrast_on_paper(colour) < LEAST_CONTRAST:
            words = self.tr("{colour} is too light to be read on paper. Choose a darker colour.").format(colour=colour)
            self._tell(words)
            return
        self._keep(**{name: "" if colour == SHIPPED[name] else colour})

    def set_logo(self, path: str) -> None:
        """Take a picture as the logo, drawn anew: nothing else that its file holds goes into a brief."""
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid() and (size.width() > LARGEST.width() or size.height() > LARGEST.height()):
            reader.setScaledSize(size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            self._tell(self.tr("“{name}” is no picture that can be read; the logo stays as it was.").format(name=path))
            return
        self._keep(logo=_png(image))

    def _faces(self) -> QComboBox:
        """The faces that there are: those shipped, then those of this computer."""
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Face"))
        box.addItem(self.tr("As shipped (Literata)"), "")
        own = [family for family in QFontDatabase.families() if QFontDatabase.isSmoothlyScalable(family)]
        for family in dict.fromkeys((*SHIPPED_FACES[1:], *own)):
            if family != SHIPPED_FACES[0]:
                box.addItem(family, family)
        box.setMaxVisibleItems(16)
        box.activated.connect(lambda _: self._keep(face=box.currentData()))
        return box

    def _button(self, words: str, told: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        # A colour stands where the words of the fields begin.
        button.setObjectName("" if words else "swatch")
        button.setAccessibleName(told)
        button.setToolTip(told)
        button.clicked.connect(lambda _=False: act())
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        self.name.setAccessibleName(self.tr("Organisation"))
        form.addRow(self.tr("Organisation"), self.name)
        logo = QHBoxLayout()
        logo.addWidget(self.logo, 1)
        logo.addWidget(self.choose)
        logo.addWidget(self.remove)
        form.addRow(self.tr("Logo"), logo)
        form.addRow(self.tr("Accents"), self.accent)
        form.addRow(self.tr("Headings"), self.heading)
        form.addRow(self.tr("Face"), self.face)
        words = self.tr("Holds for every brief as PDF, web page and Word document, also on the command line.")
        told = PlainLabel(words, self)
        told.setObjectName("faint")
        told.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        self.reset = buttons.addButton(self.tr("Restore defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(told)
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(480, self.sizeHint().height())

    def _swatch(self, colour: QColor) -> QPixmap:
        """A colour with an edge, so that it is seen on a ground like it."""
        swatch = QPixmap(SWATCH)
        swatch.fill(colour)
        painter = QPainter(swatch)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(swatch.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return swatch

    def _show(self) -> None:
        """Show what is kept."""
        if not self._typed.isActive():
            self.name.setText(self.kept.name)
        picture = QPixmap()
        picture.loadFromData(self.kept.logo)
        if picture.isNull():
            self.logo.setText(self.tr("None"))
        else:
            ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.logo.setPixmap(picture.scaled(SHOWN, ratio, smooth))
            self.logo.setAccessibleName(self.tr("Logo"))
        self.remove.setEnabled(bool(self.kept.logo))
        for name, button in (("accent", self.accent), ("heading", self.heading)):
            colour = getattr(self.kept, name) or SHIPPED[name]
            button.setIcon(QIcon(self._swatch(QColor(colour))))
            button.setText(f"  {colour}")
        place = self.face.findData(self.kept.face)
        if place < 0:
            told = self.tr("{face} (not on this computer)").format(face=self.kept.face)
            self.face.addItem(told, self.kept.face)
            place = self.face.count() - 1
        self.face.setCurrentIndex(place)
        self.reset.setEnabled(self.kept != HouseStyle())

    def _keep(self, **changes: object) -> None:
        wanted = replace(self.kept, **changes).safe  # type: ignore[arg-type]
        self._tell("")
        if wanted == self.kept:
            return
        try:
            keep_style(wanted)
        except ExportFailure as failure:
            self._tell(said(failure.message))
            return
        self.kept = wanted
        self._show()
        self.changed.emit()

    def _keep_name(self) -> None:
        self._typed.stop()
        self._keep(name=self.name.text())

    def _choose_colour(self, name: str) -> None:
        before = getattr(self.kept, name) or SHIPPED[name]
        chosen = QColorDialog.getColor(QColor(before), self, self.tr("Colour"))
        if chosen.isValid():
            self.set_colour(name, chosen.name())

    def _choose_logo(self) -> None:
        kinds = " ".join(f"*.{bytes(kind.data()).decode()}" for kind in QImageReader.supportedImageFormats())
        told = self.tr("Pictures ({kinds})").format(kinds=kinds)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Logo"), "", told)
        if path:
            self.set_logo(path)

    def _reset(self) -> None:
        self._typed.stop()
        self._keep(name="", accent="", heading="", face="", logo=b"")

    def _tell(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.width() > LARGEST.width() or image.height() > LARGEST.height():
        image = image.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
