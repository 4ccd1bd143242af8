"""The keys of the commands: those they come with, those that the reader gave them, and which of them hold."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from string import Formatter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from briefing.desktop.command import Command, show_key
from briefing.desktop.settings import Settings

PORTABLE = QKeySequence.SequenceFormat.PortableText

_WRITING = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.Backspace,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.InsertParagraphSeparator,
    QKeySequence.StandardKey.InsertLineSeparator,
)
"""What a field needs in order that one can write in it, as each system has it."""

_MOVING = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_FIXED = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
"""Not every system counts these among its standard keys."""

_ALT = Qt.KeyboardModifier.AltModifier

ENGRAVED = (QT_TRANSLATE_NOOP("QShortcut", "Ctrl"), QT_TRANSLATE_NOOP("QShortcut", "Shift"))
"""Names of keys that our catalogues have as keyboards do: Qt's own are long words in some languages."""


Filled = Callable[[str], str]
"""Puts the keys that hold into a sentence, see `Keys.filled`."""


class Refusal(StrEnum):
    """Why a key can be given to no command."""

    WRITING = "writing"
    MOVING = "moving"
    SEVERAL = "several"


def refusal_of(key: QKeySequence) -> Refusal | None:
    """Why a key can be given to no command; None if it can.

    Fields, lists and texts take some keys for themselves before any command hears of them, and others move the focus
    or press a button: a command on one of those would either never be done, or take the keyboard away from all else.
    """
    if key.count() > 1:
        return Refusal.SEVERAL
    stroke = key[0]  # type: ignore[index]  # PySide describes it without its strokes
    plain = stroke.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
    if (plain and stroke.key() in _ERASING) or any(key in QKeySequence.keyBindings(one) for one in _WRITING):
        return Refusal.WRITING
    # With Alt these keys move nothing in a text.
    moves = stroke.key() in _MOVING and not stroke.keyboardModifiers() & _ALT
    return Refusal.MOVING if moves or (plain and stroke.key() in _FIXED) else None


def holding_keys(commands: Sequence[Command], kept: Mapping[str, str]) -> dict[str, QKeySequence]:
    """The key of each command by its name; one may have none, but no two have the same.

    Args:
        commands: all of them.
        kept: what the reader gave, by name, in Qt's portable notation; an empty text is no key. It wins over the key
            that another command comes with.
    """
    given = {command.name: QKeySequence(kept[command.name], PORTABLE) for command in commands if command.name in kept}
    standing = {command.name: default_key(command) for command in commands if command.name not in kept}
    taken: set[str] = set()
    holding = {}
    for name, key in (*given.items(), *standing.items()):
        spelled = key.toString(PORTABLE)
        holding[name] = QKeySequence() if spelled in taken else key
        taken |= {spelled} - {""}
    return holding


def default_key(command: Command) -> QKeySequence:
    """The key that a command comes with."""
    return QKeySequence(command.key, PORTABLE)


class Keys(QObject):
    """Puts the keys that hold on the actions, and keeps those that the reader gives.

    Args:
        commands: all of them.
        actions: their actions by name.
        settings: where the reader's own keys are kept.
    """

    changed = Signal()
    """Some command has another key."""
    given = Signal()
    """The reader gave or took keys here; other windows have to follow."""

    def __init__(
        self,
        commands: Iterable[Command],
        actions: Mapping[str, QAction],
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._apply(commands)

    def key(self, name: str) -> QKeySequence:
        """The key that the command of that name has now; it may be empty."""
        return self._actions[name].shortcut()

    def shown(self, name: str) -> str:
        """The key as it stands on the reader's keyboard, or nothing."""
        return self.key(name).toString(QKeySequence.SequenceFormat.NativeText)

    def filled(self, sentence: str, shape: Callable[[str], str] = str) -> str:
        """A sentence in which each {name of a command} has become its key, or its text if it has none.

        Args:
            sentence: with names of commands in braces.
            shape: what is made of a key or text before it is put in.
        """
        names = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        return sentence.format(**{name: shape(self.shown(name) or self._text(name)) for name in names})

    def follow(self) -> None:
        """Take the keys that were given in another window."""
        self._apply(self._commands)
        self.changed.emit()

    def is_own(self, name: str) -> bool:
        """Whether a command has another key than it comes with."""
        return self.key(name) != default_key(self._by_name[name])

    def holder(self, key: QKeySequence) -> Command | None:
        """The command that has a key now."""
        return next(
            (command for command in self._commands if not key.isEmpty() and self.key(command.name) == key), None
        )

    def refusal(self, name: str, key: QKeySequence) -> Refusal | None:
        """Why a key cannot be given to a command; the one that it comes with always can, and so can none."""
        return None if key.isEmpty() or key == default_key(self._by_name[name]) else refusal_of(key)

    def give(self, name: str, key: QKeySequence) -> None:
        """Give a command a key, or none; a command that had it has none from now on.

        Raises:
            ValueError: if the key can be given to no command.
        """
        refusal = self.refusal(name, key)
        if refusal is not None:
            raise ValueError(f"{key.toString(PORTABLE)} cannot be a key of {name}: {refusal}")
        holder = self.holder(key)
        if holder is not None and holder.name != name:
            self._keep(holder, QKeySequence())
        self._keep(self._by_name[name], key)
        self._settle()

    def reset_all(self) -> None:
        """Give every command the key that it comes with."""
        for command in self._commands:
            self._settings.keep_key(command.name, None)
        self._settle()

    def _text(self, name: str) -> str:
        return f"“{self._by_name[name].words}”"

    def _keep(self, command: Command, key: QKeySequence) -> None:
        self._settings.keep_key(command.name, None if key == default_key(command) else key.toString(PORTABLE))

    def _settle(self) -> None:
        self._settings.sync()
        self.follow()
        self.given.emit()

    def _apply(self, commands: Iterable[Command]) -> None:
        self._commands = tuple(commands)
        self._by_name = {command.name: command for command in self._commands}
        for name, key in holding_keys(self._commands, self._settings.keys).items():
            show_key(self._actions[name], self._by_name[name], key)
