"""The dialog that merges actors of the open article, gives one another name, or splits a name off one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.model_labels import actor_kind_label
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.wrapped_rows import wrap_rows
from briefing.model import Actor, Analysis


class ActorsDialog(QDialog):
    """The actors of an article; several chosen are merged, a chosen one is renamed, or a name of his is split off."""

    mergeWished = Signal(object, str)
    """Names of actors that are one, or the name of one alone, and what it is called."""
    splitWished = Signal(object, str)
    """Names that belong to another actor, and what that one is called."""

    def __init__(self, analysis: Analysis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Who is who"))
        self.resize(420, 520)
        self.actors = QListWidget(self)
        self.actors.setAccessibleName(self.tr("Actors of the article"))
        self.actors.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for actor in analysis.actors:
            item = QListWidgetItem(f"{actor.name} · {actor_kind_label(actor.kind)}", self.actors)
            item.setData(Qt.ItemDataRole.UserRole, actor)
        self.names = QListWidget(self)
        self.names.setAccessibleName(self.tr("Names of the chosen actor"))
        self.names.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for names in (self.actors, self.names):
            wrap_rows(names)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("What the actor is called"))
        self.name.setPlaceholderText(self.tr("What the actor is called"))
        self.merge = QPushButton(self.tr("These are one"), self)
        self.rename = QPushButton(self.tr("This one is called so"), self)
        self.split = QPushButton(self.tr("These names are another’s"), self)
        self.merge.clicked.connect(self._merge)
        self.rename.clicked.connect(self._merge)
        self.split.clicked.connect(self._split)
        self.actors.itemSelectionChanged.connect(self._chosen)
        self.names.itemSelectionChanged.connect(self._update)
        self.name.textChanged.connect(self._update)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        explanation = PlainLabel(
            self.tr(
                "Choose several actors that are one, or one actor and another name for it or the names that belong to "
                "somebody else."
            ),
            self,
        )
        explanation.setWordWrap(True)
        acts = self.merge, self.rename, self.split
        lists = ((self.tr("Actors of the article"), self.actors), (self.tr("Names of the chosen actor"), self.names))
        column = QVBoxLayout(self)
        column.addWidget(explanation)
        for (words, names), stretch in zip(lists, (3, 1), strict=True):
            label = PlainLabel(words, self)
            label.setBuddy(names)
            column.addWidget(label)
            column.addWidget(names, stretch)
        for widget in (self.name, *acts, buttons):
            column.addWidget(widget)
        self._update()

    def _chosen_actors(self) -> list[Actor]:
        found = [item.data(Qt.ItemDataRole.UserRole) for item in self.actors.selectedItems()]
        return [actor for actor in found if isinstance(actor, Actor)]

    def _chosen(self) -> None:
        chosen = self._chosen_actors()
        self.names.clear()
        if len(chosen) == 1:
            self.names.addItems(list(dict.fromkeys((chosen[0].name, *chosen[0].aliases))))
        self.name.setText(max((actor.name for actor in chosen), key=len) if len(chosen) > 1 else "")
        self._update()

    def _update(self) -> None:
        chosen, name = self._chosen_actors(), self.name.text().strip()
        apart, named = self.names.selectedItems(), bool(name)
        self.merge.setEnabled(len(chosen) > 1 and named)
        self.rename.setEnabled(len(chosen) == 1 and not apart and name not in {"", chosen[0].name})
        self.split.setEnabled(len(chosen) == 1 and 0 < len(apart) < self.names.count())
        if len(chosen) == 1 and apart and not named:
            self.name.setPlaceholderText(apart[0].text())

    def _merge(self) -> None:
        self.mergeWished.emit([actor.name for actor in self._chosen_actors()], self.name.text().strip())
        self.accept()

    def _split(self) -> None:
        names = [item.text() for item in self.names.selectedItems()]
        self.splitWished.emit(names, self.name.text().strip() or names[0])
        self.accept()
