"""The dialog that merges actors of the open article, gives one another name, or splits a name off one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.act_button import act_button
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
        self.resize(480, 560)
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
        self.merge = act_button(self.tr("Merge"), self.tr("All chosen actors are one, who is called so."), self)
        self.rename = act_button(self.tr("Rename"), self.tr("The chosen actor is called so."), self)
        self.split = act_button(self.tr("Split off"), self.tr("The chosen names are those of another actor."), self)
        self.merge.clicked.connect(self._merge)
        self.rename.clicked.connect(self._merge)
        self.split.clicked.connect(self._split)
        self.actors.itemSelectionChanged.connect(self._chosen)
        self.names.itemSelectionChanged.connect(self._update)
        self.name.textChanged.connect(self._update)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        explanation = PlainLabel(
            self.tr("Choose several actors to merge them, or one actor to rename it or to split names off it."),
            self,
        )
        explanation.setWordWrap(True)
        acts = QHBoxLayout()
        for button in (self.merge, self.rename, self.split):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(buttons)
        lists = ((self.tr("Actors of the article"), self.actors), (self.tr("Names of the chosen actor"), self.names))
        column = QVBoxLayout(self)
        column.addWidget(explanation)
        for (words, names), stretch in zip(lists, (3, 2), strict=True):
            label = PlainLabel(words, self)
            label.setBuddy(names)
            column.addWidget(label)
            column.addWidget(names, stretch)
        column.addWidget(self.name)
        column.addLayout(acts)
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
