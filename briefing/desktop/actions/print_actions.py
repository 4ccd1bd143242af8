"""Printing: the brief of the open article, or of the selected ones, on paper."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QProgressDialog

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.interface_language import said
from briefing.desktop.messages import Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.model import BriefWish
from briefing.service import BriefExported, Event, ExportFailed

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from briefing.desktop.workspace import Workspace


class PrintingArea(Area):
    """Printing briefs."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._job = 0
        self._folder: QTemporaryDir | None = None
        self._printer: QPrinter | None = None
        self.session.eventHeard.connect(self._on_event)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "print",
                "File",
                translated("Print brief…"),
                translated("Print the annotated brief on paper."),
                "Ctrl+P",
                "file-text",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"print": self._ask}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {"print": showing is not None}

    def _ask(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self.window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the brief on a printer that is set up."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrinter

        articles = self.meant_articles()
        if not articles:
            return
        if self._printer is not None:
            self.say(self.tr("A brief is still being printed."))
            return
        nowhere = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and not printer.outputFileName()
        if nowhere or not printer.isValid():
            words = self.tr("No printer is set up on this computer; {export} writes the brief as a PDF.")
            self.say(self.window.keys.filled(words), Tone.ERROR)
            return
        if printer.outputFileName() and not _can_be_written(Path(printer.outputFileName())):
            self.say(self.tr("“{name}” cannot be written.").format(name=printer.outputFileName()), Tone.ERROR)
            return
        self.window.flush()
        paper = "letter" if printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter else "a4"
        self._printer, self._folder = printer, QTemporaryDir()
        wish = BriefWish(author=self.settings.author, paper=paper)
        numbers = tuple(kept.id for kept in articles)
        self._job = self.session.exports.preview(numbers, wish, Path(self._folder.filePath("print.pdf")))
        self.say(self.tr("The pages are being made…"))

    def _on_event(self, event: Event) -> None:
        if not self._job or event.job != self._job:
            return
        match event:
            case BriefExported(path=path):
                self._job = 0
                self._print(path)
            case ExportFailed(message=message):
                self._job, self._printer = 0, None
                self.say(said(message), Tone.ERROR)

    def _print(self, path: Path) -> None:
        from briefing.desktop.briefs.pdf_printer import PagePrinter

        assert self._printer is not None
        pages = PagePrinter(path, self._printer, self)
        shown = QProgressDialog(self.tr("Printing…"), self.tr("Stop"), 0, 0, self.window)
        shown.setMinimumDuration(600)
        shown.canceled.connect(pages.stop)
        pages.progressed.connect(lambda _, of: shown.setMaximum(of))
        pages.progressed.connect(lambda done, _: shown.setValue(done))
        pages.ended.connect(shown.close)
        pages.ended.connect(shown.deleteLater)
        pages.ended.connect(pages.deleteLater)
        pages.ended.connect(self._on_printed)
        pages.start()

    def _on_printed(self, whole: bool) -> None:
        self._printer = self._folder = None
        if whole:
            self.say(self.tr("The brief went to the printer."), Tone.DONE)
        else:
            self.say(self.tr("Printing was stopped."))


def _can_be_written(path: Path) -> bool:
    """Whether a printer that writes a file can write this one; nothing is left of the trial."""
    there = path.exists()
    try:
        path.open("ab").close()
    except OSError:
        return False
    if not there:
        path.unlink()
    return True
