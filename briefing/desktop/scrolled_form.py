"""A form that scrolls where a low screen has no room for all of it, so that the buttons below stay in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

LEAST = 160
"""Pixels of a form that are in sight at least."""


class ScrolledForm(QScrollArea):
    """As high as the form in it, and lower if it must be; what the keyboard comes to is brought into sight."""

    def __init__(self, form: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside = QWidget(self)
        form.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(form)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for ground in (inside, self.viewport()):
            ground.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """All of the form."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The width of the form, with its scroll bar where not all of it is in sight, and some of its height."""
        least = self._inside.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width() if self.height() < least.height() else 0
        return QSize(least.width() + bar, min(least.height(), LEAST))
