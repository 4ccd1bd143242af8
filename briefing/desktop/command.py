"""What an action of the program is, and how it becomes a QAction that menus, tool bar, keys and palette share."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from briefing.desktop.plain_words import plain
from briefing.records import dataclass

_REFUSAL = "refusal"
"""Property of an action: why it cannot be done."""


@dataclass(frozen=True, slots=True)
class Command:
    """What an action is.

    Attributes:
        name: by which the program knows it.
        menu: where it stands.
        text: as the reader sees it.
        tip: one sentence on what it does.
        key: the shortcut that it comes with; the reader may give it another.
        icon: file name in `resources/icons`, or nothing.
        checkable: whether it is on or off.
        writes: whether it changes the library, and cannot be done in one that may only be read.
        short: one word for a button, where the text is too long for one.
    """

    name: str
    menu: str
    text: str
    tip: str
    key: str
    icon: str = ""
    checkable: bool = False
    writes: bool = False
    short: str = ""

    @property
    def words(self) -> str:
        """Its text, without the dots that say that something is asked first; a language may set them off by a space."""
        return self.text.removesuffix("…").rstrip()


def actions_for(commands: Iterable[Command], owner: QWidget) -> dict[str, QAction]:
    """One action for each command; its key, and the tip that tells it, come with `Keys`."""
    actions = {}
    for command in commands:
        action = QAction(command.text, owner)
        action.setStatusTip(command.tip)
        action.setCheckable(command.checkable)
        if command.short:
            action.setIconText(command.short)
        action.setObjectName(command.name)
        owner.addAction(action)
        actions[command.name] = action
    return actions


def show_key(action: QAction, command: Command, key: QKeySequence) -> None:
    """Put a key, or none, on the action of a command, and tell of it where the pointer rests."""
    action.setShortcut(key)
    _show_tip(action, command)


def show_refusal(action: QAction, command: Command, refusal: str) -> None:
    """Tell where the pointer rests why a command cannot be done, or nothing of it if it can."""
    if refusal != _refusal(action):
        action.setProperty(_REFUSAL, refusal)
        action.setStatusTip(f"{command.tip} {refusal}".strip())
        _show_tip(action, command)


def _show_tip(action: QAction, command: Command) -> None:
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = f"{command.tip} ({shown})" if shown else command.tip
    action.setToolTip(plain(f"{tip}\n{_refusal(action)}".strip()))


def _refusal(action: QAction) -> str:
    return str(action.property(_REFUSAL) or "")


def translated(words: str) -> str:
    """A text of a command in the language of the interface."""
    return QCoreApplication.translate("Commands", words)
