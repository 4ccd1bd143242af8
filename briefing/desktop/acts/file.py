"""The second part of the File menu: what is exported and put in the bin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir
from PySide6.QtWidgets import QMessageBox

from briefing.desk import BriefExported, Event, ExportFailed
from briefing.desktop.acts.area import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.messages import Tone
from briefing.desktop.session import Session
from briefing.desktop.showing import Showing
from briefing.model import BriefWish, KeptArticle

if TYPE_CHECKING:
    from briefing.desktop.briefs.export_dialog import ExportDialog


class FileArea(Area):
    """Exporting, removing, the end."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "export",
                "File",
                translated("Export brief …"),
                translated("Write the annotated brief."),
                "Ctrl+E",
                "file-down",
            ),
            Command(
                "remove",
                "File",
                translated("Move article to bin"),
                translated("Take the open article out of the list."),
                "Ctrl+Backspace",
                "trash-2",
            ),
            Command(
                "quit",
                "File",
                translated("Quit"),
                translated("End Briefing; everything is saved."),
                "Ctrl+Q",
                "log-out",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "export": self._export,
            "remove": self._remove,
            "quit": self.window.close,
        }

    def enabled(self, showing: Showing | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return dict.fromkeys(("export", "remove"), showing is not None)

    def _export(self) -> None:
        from briefing.desktop.briefs.export_dialog import ExportDialog

        articles = self._articles()
        if not articles:
            return
        self.window.flush()
        numbers = tuple(kept.id for kept in articles)
        dialog = ExportDialog(
            articles, self.settings.export_folder, self.settings.author, self.settings.export_kinds, self.window
        )
        pages = Pages(self.session, numbers, dialog)
        dialog.previewWished.connect(pages.draw)
        dialog.exportWished.connect(partial(self._write, numbers, dialog))
        dialog.finished.connect(pages.end)
        dialog.open()

    def _articles(self) -> tuple[KeptArticle, ...]:
        """The articles that are selected in the library if they are several, else the open one."""
        chosen, showing = self.window.library.chosen, self.session.showing
        return chosen if len(chosen) > 1 else (showing.kept,) if showing else ()

    def _write(
        self, numbers: tuple[int, ...], dialog: ExportDialog, wish: BriefWish, targets: tuple[tuple[Path, str], ...]
    ) -> None:
        there = [path.name for path, _ in targets if path.exists()]
        if there and not self._may_replace(there):
            return
        self.settings.export_folder = targets[0][0].parent
        self.settings.author = wish.author
        self.settings.export_kinds = dialog.chosen_kinds
        self.session.export_as(numbers, wish, targets)
        self.say(self.tr("Writing “{name}” …").format(name=targets[0][0].name))

    def _may_replace(self, names: list[str]) -> bool:
        words = self.tr("{names} is there already. Replace it?").format(names=", ".join(names))
        asked = QMessageBox.question(self.window, self.tr("Export brief"), words)
        return asked is QMessageBox.StandardButton.Yes

    def _remove(self) -> None:
        showing = self.session.showing
        if showing:
            self.session.remove_article(showing.kept)
            sentence = self.tr("“{title}” is in the bin.").format(title=showing.article.title)
            self.say(sentence, Tone.DONE, self.tr("Undo"), self.session.history.undo)


class Pages(QObject):
    """Has the pages of a brief made while it is described; of several wishes only the last one's are shown."""

    def __init__(self, session: Session, articles: tuple[int, ...], dialog: ExportDialog) -> None:
        super().__init__(dialog)
        self._session = session
        self._articles = articles
        self._folder = QTemporaryDir()
        self._dialog = dialog
        self._job = 0
        self._ended = False
        session.eventHeard.connect(self._hear)

    def draw(self, wish: BriefWish) -> None:
        """Ask for the pages of a brief as it is wished for now."""
        if self._job:
            self._session.desk.cancel(self._job)
        self._job = self._session.preview(self._articles, wish, Path(self._folder.filePath("preview.pdf")))

    def end(self) -> None:
        """Nobody looks any more: give up what is being made, and leave nothing behind."""
        if self._ended:
            return
        self._ended = True
        self._session.eventHeard.disconnect(self._hear)
        self._session.desk.cancel(self._job)
        self._dialog.preview.release()
        self._folder.remove()

    def _hear(self, event: Event) -> None:
        if event.job != self._job or not self._job:
            return
        match event:
            case BriefExported(path=path):
                self._dialog.preview.show_file(path)
            case ExportFailed(sentence=sentence):
                self._dialog.preview.say(sentence)
