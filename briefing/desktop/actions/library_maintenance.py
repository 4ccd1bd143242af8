"""The last part of the File menu: the library as a whole, its backups, and what is done when it is damaged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.interface_language import said
from briefing.desktop.messages import Tone
from briefing.desktop.settings import Settings
from briefing.library.backup_record import Backup
from briefing.service import BackupsTold, Event, LibraryDone, LibraryRestored, LibraryUnavailable

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace


class KeepingArea(Area):
    """Backing up, restoring, and moving a library from one machine to another."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self.session.eventHeard.connect(self._on_event)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "export_library",
                "File",
                translated("Export library…"),
                translated("Write all articles with all that you wrote to one file."),
                "Ctrl+Alt+E",
            ),
            Command(
                "take_in",
                "File",
                translated("Import library or annotations…"),
                translated("Merge a .briefing file, or annotations of Hypothesis, into the library."),
                "Ctrl+Alt+I",
                writes=True,
            ),
            Command(
                "back_up",
                "File",
                translated("Back up library now"),
                translated("Make a backup beside the daily ones."),
                "Ctrl+Alt+B",
                writes=True,
            ),
            Command(
                "restore",
                "File",
                translated("Restore a backup…"),
                translated("Let the library be what it was on another day."),
                "Ctrl+Alt+R",
                "rotate-ccw",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        whole = self.session.service.whole
        return {
            "export_library": self._export,
            "take_in": self._take_in,
            "back_up": whole.back_up,
            "restore": whole.backups,
        }

    def _export(self) -> None:
        kind = self.tr("Library (*.briefing)")
        name = f"library-{date.today().isoformat()}.briefing"
        chosen, _ = QFileDialog.getSaveFileName(self.window, self.tr("Export library"), name, kind)
        if chosen:
            self.window.flush()
            path = Path(chosen)
            self.session.service.whole.export(path if path.suffix else path.with_suffix(".briefing"))
            self.say(self.tr("Writing “{name}”…").format(name=path.name))

    def _take_in(self) -> None:
        kind = self.tr("Libraries and annotations (*.briefing *.jsonld *.json)")
        names, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Take in"), "", kind)
        for name in names:
            self.session.service.whole.take_in(Path(name))

    def _on_event(self, event: Event) -> None:
        match event:
            case BackupsTold(backups=backups):
                self._show_backups(backups)
            case LibraryUnavailable(damaged=True, message=message, backups=backups):
                self._show_backups(backups, said(message))
            case LibraryRestored():
                self._begin_anew(event)
            case LibraryDone(message=message, changed=changed, gone=gone):
                if gone:
                    self.settings.forget_articles(gone)
                if changed:
                    self.session.list_articles()
                    self.session.show_again()
                self.say(said(message), Tone.DONE)

    def _begin_anew(self, restored: LibraryRestored) -> None:
        self.session.begin_anew()
        if restored.importing:
            self.session.openings.importStarted.emit(restored.importing, False)
        tone = Tone.ERROR if restored.lost else Tone.DONE
        if restored.backups:
            self.say(said(restored.message), tone, self.tr("Show the backups"), self.session.service.whole.backups)
        else:
            self.say(said(restored.message), tone)

    def _show_backups(self, backups: tuple[Backup, ...], damage: str = "") -> None:
        from briefing.desktop.library.backups_dialog import BackupsDialog

        dialog = BackupsDialog(backups, damage, self.window)
        dialog.restoreWished.connect(self.session.service.whole.restore)
        dialog.salvageWished.connect(self.session.service.whole.salvage)
        dialog.open()
