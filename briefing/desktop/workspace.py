"""What actions and the tour know of a window: its panes, keys, messages and commands, whoever makes them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from briefing.desktop.window_shell import Frame

if TYPE_CHECKING:
    # At run time these come when the window is complete.
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QFrame

    from briefing.desktop.command import Command
    from briefing.desktop.keys import Keys
    from briefing.desktop.ledger.ledger_pane import LedgerPane
    from briefing.desktop.message_strip import MessageStrip
    from briefing.desktop.read_only_strip import ReadOnlyStrip
    from briefing.desktop.reader.article_view import Reader
    from briefing.desktop.reader.notes import NoteEditor


class Workspace(Frame):
    """The frame with its panes; whoever derives from it makes them and joins them."""

    windowWished = Signal(int)
    """Number of an article that is to be shown in a window of its own."""

    libraryWished = Signal(object)
    """Place of the library that is to be shown in the place of this one; None is the reader's own."""

    reader: Reader
    notes: NoteEditor
    messages: MessageStrip
    read_only: ReadOnlyStrip
    ledger: LedgerPane
    first_steps: QFrame
    keys: Keys
    commands: Sequence[Command]
    actions_by_name: dict[str, QAction]
    watch: Callable[[Path | None], object]
    """Watches a folder, or none; of several windows one does it for all."""

    @abstractmethod
    def open_kept(self, article_id: int) -> None:
        """Show an article of the library, once what is being typed on the one before is sent to the disk."""

    @abstractmethod
    def flush(self) -> None:
        """Send what is being typed to the disk: on the article on the screen, and in what stands beside the window."""

    @abstractmethod
    def update_actions(self) -> None:
        """Let only those commands be chosen that can be done now."""

    @abstractmethod
    def quit(self) -> None:
        """End Briefing: close this window and all others."""
