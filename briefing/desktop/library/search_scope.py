"""The counts under the search field: hits by kind of place; a click limits the search to one kind."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from briefing.desktop.flow_layout import WrappingLayout
from briefing.library import SearchCounts

_PLACE = re.compile(r"\s*\bin:(\w+)\s*")


class KindBar(QWidget):
    """One button for each kind of place; hidden while nothing is searched for."""

    typedWished = Signal(str)
    """What is to stand in the search field, so that only one kind is found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._group = QButtonGroup(self)
        lines = WrappingLayout(self)
        self.buttons: dict[str, QToolButton] = {}
        names = {
            "": self.tr("Found anywhere"),
            "text": self.tr("Found in texts"),
            "claims": self.tr("Found in claims"),
            "who": self.tr("Found in names"),
            "notes": self.tr("Found in notes"),
        }
        for place, name in names.items():
            button = QToolButton(self)
            button.setToolTip(name)
            # Before there is something found, nothing else names it; then its text tells the number, too.
            button.setAccessibleName(name)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.clicked.connect(lambda _=False, place=place: self._choose(place))
            self._group.addButton(button)
            self.buttons[place] = button
            lines.addWidget(button)
        self.hide()

    def show_counts(self, typed: str, counts: SearchCounts) -> None:
        """Show in how many articles what was typed stands."""
        self._typed = typed
        found = _PLACE.search(typed)
        place = found[1] if found else ""
        words = {
            "": self.tr("All"),
            "text": self.tr("Text {n}").format(n=_number(counts.articles, counts.most)),
            "claims": self.tr("Claims {n}").format(n=_number(counts.claims, counts.most)),
            "who": self.tr("Names {n}").format(n=_number(counts.actors, counts.most)),
            "notes": self.tr("Notes {n}").format(n=_number(counts.notes, counts.most)),
        }
        for name, button in self.buttons.items():
            button.setText(words[name])
            button.setAccessibleName(words[name])
            button.setChecked(name == place)
        self.show()

    def _choose(self, place: str) -> None:
        words = " ".join(_PLACE.sub(" ", self._typed).split())
        self.typedWished.emit(f"{words} in:{place}" if place else words)


def _number(found: int, most: int) -> str:
    return f"{found}+" if found >= most else str(found)
