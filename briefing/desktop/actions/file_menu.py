"""The second part of the File menu: what is exported and put in the bin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.messages import Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import plain
from briefing.desktop.settings import Settings
from briefing.model import BriefWish

if TYPE_CHECKING:
    from briefing.desktop.briefs.export_dialog import ExportDialog
    from briefing.desktop.briefs.export_progress import Writing
    from briefing.desktop.workspace import Workspace


class FileArea(Area):
    """Exporting, removing, closing, the end."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._typed: dict[tuple[int, ...], BriefWish] = {}
        self._writing: Writing | None = None

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "export",
                "File",
                translated("Export brief…"),
                translated("Write the annotated brief."),
                "Ctrl+E",
                "file-down",
            ),
            Command(
                "house_style",
                "File",
                translated("House style…"),
                translated("Give all briefs a logo, colours and a face."),
                "Ctrl+Alt+H",
                "sun-moon",
            ),
            Command(
                "remove",
                "File",
                translated("Move article to bin"),
                translated("Take the open article out of the list."),
                "Ctrl+Backspace",
                "trash-2",
                writes=True,
            ),
            Command(
                "close_window",
                "File",
                translated("Close window"),
                translated("Close this window; Briefing ends with the last one."),
                "Ctrl+W",
                "x",
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
            "house_style": self._show_house_style,
            "remove": self._remove,
            "close_window": self.window.close,
            "quit": self.window.quit,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return dict.fromkeys(("export", "remove"), showing is not None)

    def _export(self) -> None:
        from briefing.desktop.briefs.export_dialog import ExportDialog
        from briefing.desktop.briefs.preview_jobs import Previewing

        articles = self.meant_articles()
        if not articles:
            return
        self.window.flush()
        numbers = tuple(kept.id for kept in articles)
        dialog = ExportDialog(
            articles, self.settings.export_folder, self.settings.author, self.settings.export_kinds, self.window
        )
        if numbers in self._typed:
            dialog.show_typed(self._typed[numbers])
        pages = Previewing(self.session, dialog.preview, dialog)
        dialog.previewWished.connect(
            lambda wish: pages.draw(
                partial(self.session.exports.preview, numbers, wish),
                partial(self.session.exports.preview_beginning, numbers, wish),
            )
        )
        dialog.exportWished.connect(partial(self._write, numbers, dialog))
        dialog.finished.connect(pages.end)
        # However the dialog goes, what was typed into it stands there again the next time.
        dialog.finished.connect(lambda _: self._typed.update({numbers: dialog.wish}))
        dialog.open()

    def _show_house_style(self) -> None:
        from briefing.desktop.briefs.house_style_dialog import HouseStyleDialog

        HouseStyleDialog(self.window).open()

    def _write(
        self, numbers: tuple[int, ...], dialog: ExportDialog, wish: BriefWish, targets: tuple[tuple[Path, str], ...]
    ) -> None:
        there = [path.name for path, _ in targets if path.exists()]
        if there and not self._may_replace(there):
            return
        self.settings.export_folder = targets[0][0].parent
        self.settings.author = wish.author
        self.settings.export_kinds = dialog.chosen_kinds
        from briefing.desktop.briefs.export_progress import Writing

        self.session.exports.export_as(numbers, wish, targets)
        if self._writing is None:
            self._writing = Writing(self.session, self.window.messages, self)
        self._writing.start(targets[0][0].name)

    def _may_replace(self, names: list[str]) -> bool:
        words = self.tr("{names} is there already. Replace it?").format(names=", ".join(names))
        asked = QMessageBox.question(self.window, self.tr("Export brief"), plain(words))
        return asked is QMessageBox.StandardButton.Yes

    def _remove(self) -> None:
        showing = self.session.showing
        if showing:
            self.session.edits.remove_article(showing.kept)
            sentence = self.tr("“{title}” is in the bin.").format(title=showing.article.title)
            self.say(sentence, Tone.DONE, self.tr("Undo"), self.session.history.undo)
