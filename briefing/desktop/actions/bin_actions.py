"""The bin: what was deleted is shown, taken out again, or deleted for good."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.settings import Settings
from briefing.service import BinListed, Event, LibraryChanged, LibraryDone, LibraryRestored, OperationPerformed
from briefing.service.article_queries import ListBin

if TYPE_CHECKING:
    from briefing.desktop.library.bin_dialog import BinDialog
    from briefing.desktop.workspace import Workspace
    from briefing.model import Binned

_CHANGES = (OperationPerformed, LibraryChanged, LibraryDone, LibraryRestored)
"""Events after which something else may lie in the bin."""


class BinArea(Area):
    """Articles, notes, collections, searches and briefs that were deleted."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._dialog: BinDialog | None = None
        self._asking = 0  # the job that lists what the reader is asked about
        self.session.eventHeard.connect(self._on_event)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "bin",
                "Library",
                translated("Bin"),
                translated("Show all that was deleted, to take it out again or to delete it for good."),
                "Ctrl+Alt+G",
                "trash-2",
            ),
            Command(
                "empty_bin",
                "Library",
                translated("Empty bin…"),
                translated("Delete for good what lies in the bin."),
                "Ctrl+Alt+Backspace",
                writes=True,
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"bin": self._show, "empty_bin": self._empty}

    def _show(self) -> None:
        from briefing.desktop.library.bin_dialog import BinDialog

        if self._dialog is None:
            self._dialog = BinDialog(self.window)
            self._dialog.restoreWished.connect(self._take_out)
            self._dialog.emptyWished.connect(self.window.actions_by_name["empty_bin"].trigger)
            self.while_writable(self._dialog.set_writable)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self.session.service.ask(ListBin())

    def _on_event(self, event: Event) -> None:
        if isinstance(event, BinListed) and event.job == self._asking:
            self._asking = 0
            # Not here: whoever else hears of it must not wait for the reader's answer.
            QTimer.singleShot(0, self, partial(self._ask, event.binned))
        if self._dialog is None or not self._dialog.isVisible():
            return
        if isinstance(event, BinListed):
            self._dialog.show_binned(event.binned)
        elif isinstance(event, _CHANGES):
            self.session.service.ask(ListBin())

    def _take_out(self, chosen: tuple[Binned, ...], lying: tuple[Binned, ...]) -> None:
        from briefing.library.restorations import restorations

        self.do(self.tr("Take out of bin"), *restorations(chosen, lying))

    def _empty(self) -> None:
        self._asking = self.session.service.ask(ListBin())

    def _ask(self, lying: tuple[Binned, ...]) -> None:
        """Have the reader agree that exactly this, and not what another window puts there meanwhile, is deleted."""
        if not lying:
            self.say(self.tr("The bin is empty."))
            return
        words = self.tr(
            "Delete the %n thing(s) in the bin for good, with all that you wrote on them, from every backup, too? "
            "This cannot be undone.",
            "",
            len(lying),
        )
        above = self._dialog if self._dialog is not None and self._dialog.isVisible() else self.window
        buttons = QMessageBox.StandardButton
        asked = QMessageBox.question(above, self.tr("Empty bin"), words, buttons.Yes | buttons.No, buttons.No)
        if asked is buttons.Yes:
            self.session.service.whole.empty_bin(lying)
