"""Changing keys: every command with its key, a field for a new one, and what to do when another command has it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.command import Command
from briefing.desktop.keys import Keys, Refusal, default_key
from briefing.desktop.keys_model import NAME, KeysModel
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.word_proxy import WordsFilter

WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class KeysDialog(QDialog):
    """Shows and changes the keys; what is changed holds at once.

    Args:
        commands: all of them.
        keys: which hold.
        menus: names of the menus as the reader sees them, by those in `commands`, in their order.
    """

    def __init__(
        self, commands: Sequence[Command], keys: Keys, menus: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change keys"))
        self.resize(560, 640)
        self._keys = keys
        self._by_name = {command.name: command for command in commands}
        self._wanted = QKeySequence()
        self._model = KeysModel(commands, keys, menus, self)
        self.filter = WordsFilter(self._model, self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a command, or a key such as Ctrl+E"))
        self.search.setAccessibleName(self.tr("Find a command or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.list = self._list()
        for watched in (self.search, self.list):
            watched.installEventFilter(self)
        self._build_field()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._show(index))
        self._find("")
        # No lambda: the keys outlive the dialog, and Qt forgets a method with its object.
        keys.changed.connect(self._show_current)

    @property
    def chosen(self) -> Command | None:
        """The command whose key is shown in the field."""
        name = self.list.currentIndex().siblingAtColumn(0).data(NAME)
        return self._by_name.get(name) if name else None

    def choose(self, name: str) -> None:
        """Choose the command of that name."""
        index = self.filter.mapFromSource(self._model.index_of(name))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while one types, and Enter go to the field for the key."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.field.setFocus()
            return True
        if watched is self.search and event.key() in WALKING:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    # The parts

    def _list(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setAccessibleName(self.tr("Commands with their keys"))
        tree.setModel(self.filter)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setIndentation(14)
        tree.setUniformRowHeights(True)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        tree.doubleClicked.connect(lambda _: self.field.setFocus())
        return tree

    def _build_field(self) -> None:
        self._named = PlainLabel(self)
        self._named.setObjectName("paneTitle")
        self._tip = PlainLabel(self)
        self._tip.setObjectName("faint")
        self._tip.setWordWrap(True)
        self.field = QKeySequenceEdit(self)
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(self.tr("New key: press it"))
        inner = self.field.findChild(QLineEdit)
        if inner is not None:
            inner.setPlaceholderText(self.tr("Press the new key"))
            inner.setAccessibleName(self.tr("New key: press it"))
        self.field.editingFinished.connect(self._given)
        self.none = QPushButton(self.tr("No key"), self)
        self.none.setToolTip(self.tr("Let the command have no key; it stays in the menu and the palette."))
        self.none.clicked.connect(lambda: self._give(QKeySequence()))
        self.standard = QPushButton(self)
        self.standard.clicked.connect(self._reset)
        self.sentence = PlainLabel(self)
        self.sentence.setWordWrap(True)
        self.take_over = QPushButton(self.tr("Take it over"), self)
        self.take_over.clicked.connect(self._take_over)
        self.leave = QPushButton(self.tr("Leave it"), self)
        self.leave.clicked.connect(self._show_current)

    def _lay_out(self) -> None:
        row, answer = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.none)
        row.addWidget(self.standard)
        answer.addWidget(self.sentence, 1)
        answer.addWidget(self.take_over)
        answer.addWidget(self.leave)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Close | standard.RestoreDefaults, self)
        buttons.rejected.connect(self.reject)
        self.reset_all = buttons.button(standard.RestoreDefaults)
        self.reset_all.setText(self.tr("Reset all keys"))
        self.reset_all.clicked.connect(self._keys.reset_all)
        for button in (*buttons.buttons(), self.none, self.standard, self.take_over, self.leave):
            # Enter goes to the field for the key, never to a button that happens to be the first.
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._named)
        column.addWidget(self._tip)
        column.addLayout(row)
        column.addLayout(answer)
        column.addWidget(buttons)

    # What is shown

    def _find(self, words: str) -> None:
        self.filter.set_words(words)
        self.list.expandAll()
        if self.chosen is None:
            branch = self.filter.index(0, 0)
            self.list.setCurrentIndex(self.filter.index(0, 0, branch) if branch.isValid() else QModelIndex())
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        self._show(self.list.currentIndex())

    def _show(self, _: QModelIndex) -> None:
        command = self.chosen
        self._ask("")
        for part in (self.field, self.none, self.standard):
            part.setEnabled(command is not None)
        self._named.setText(command.words if command else self.tr("No command holds these words."))
        self._tip.setText(command.tip if command else "")
        self.field.setKeySequence(self._keys.key(command.name) if command else QKeySequence())
        if command is None:
            return
        usual = default_key(command).toString(QKeySequence.SequenceFormat.NativeText)
        self.standard.setText(self.tr("Reset to {key}").format(key=usual))
        self.standard.setEnabled(self._keys.is_own(command.name))
        self.none.setEnabled(not self._keys.key(command.name).isEmpty())

    def _ask(self, sentence: str, may_take: bool = False) -> None:
        self.sentence.setText(sentence)
        self.take_over.setVisible(may_take)
        self.leave.setVisible(may_take)

    # What the reader does

    def _given(self) -> None:
        if self.field.keySequence().isEmpty():
            # Shift alone, say: the reader has not found a key yet.
            self._show(self.list.currentIndex())
        else:
            self._give(self.field.keySequence())

    def _give(self, key: QKeySequence) -> None:
        command = self.chosen
        if command is None or key == self._keys.key(command.name):
            return
        refusal = self._keys.refusal(command.name, key)
        holder = self._keys.holder(key)
        if refusal is not None:
            self.field.setKeySequence(self._keys.key(command.name))
            self._ask(self._refused(refusal, key))
        elif holder is not None:
            self._wanted = key
            words = self.tr("{key} is the key of “{command}”, which will have none if you take it over.")
            self._ask(words.format(key=_native(key), command=holder.words), may_take=True)
        else:
            self._keys.give(command.name, key)

    def _take_over(self) -> None:
        command = self.chosen
        if command is not None:
            self._keys.give(command.name, self._wanted)
            self.list.setFocus()

    def _reset(self) -> None:
        if self.chosen is not None:
            self._give(default_key(self.chosen))

    def _refused(self, refusal: Refusal, key: QKeySequence) -> str:
        sentences = {
            Refusal.WRITING: self.tr("{key} is needed for writing in fields, so no other command can have it."),
            Refusal.MOVING: self.tr("{key} is needed for moving about the window, so no command can have it."),
            Refusal.SEVERAL: self.tr("{key} is more than one key; a command has one."),
        }
        return sentences[refusal].format(key=_native(key))


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)
