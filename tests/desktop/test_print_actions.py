"""The brief goes to a printer, here to one that writes a file."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.actions.print_actions import PrintingArea
from briefing.desktop.briefs.pdf_printer import PagePrinter
from briefing.resources import sample_article


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with the analysed sample article."""
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([sample_article()])
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.analysing_job, timeout=PATIENCE)
    return opened


def _printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path) if path.name else "")
    return printer


def _ink(path: Path) -> list[int]:
    """How many dark points each page has."""
    with pypdfium2.PdfDocument(path) as pages:
        pictures = [page.render(scale=0.5).to_pil().convert("L") for page in pages]
    return [sum(picture.histogram()[:128]) for picture in pictures]


def test_all_pages_of_the_brief_are_printed(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    (area,) = [area for area in opened.window._areas if isinstance(area, PrintingArea)]
    target = tmp_path / "printed.pdf"
    area.print_on(_printer(target))
    qtbot.waitUntil(lambda: area._printer is None, timeout=PATIENCE)
    ink = _ink(target)
    assert len(ink) > 2
    assert all(ink)


def test_without_a_printer_nothing_is_made_and_the_reader_is_told(opened: Opened) -> None:
    (area,) = [area for area in opened.window._areas if isinstance(area, PrintingArea)]
    area.print_on(_printer(Path()))
    assert area._printer is None
    assert "No printer is set up" in opened.window.messages.findChild(QLabel).text()


def test_a_file_that_cannot_be_written_is_named(opened: Opened, tmp_path: Path) -> None:
    (area,) = [area for area in opened.window._areas if isinstance(area, PrintingArea)]
    area.print_on(_printer(tmp_path / "nowhere" / "printed.pdf"))
    assert area._printer is None
    assert "nowhere" in opened.window.messages.findChild(QLabel).text()


def test_only_the_pages_that_are_wished_for_are_printed(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    brief, target = tmp_path / "brief.pdf", tmp_path / "printed.pdf"
    opened.session.exports.export(brief)
    with qtbot.waitSignal(opened.session.exports.exported, timeout=PATIENCE):
        pass
    printer = _printer(target)
    printer.setFromTo(2, 2)
    pages = PagePrinter(brief, printer)
    with qtbot.waitSignal(pages.ended, timeout=PATIENCE) as ended:
        pages.start()
    assert ended.args == [True]
    assert len(_ink(target)) == 1


def test_printing_is_stopped_between_two_pages(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    brief = tmp_path / "brief.pdf"
    opened.session.exports.export(brief)
    with qtbot.waitSignal(opened.session.exports.exported, timeout=PATIENCE):
        pass
    pages = PagePrinter(brief, _printer(tmp_path / "printed.pdf"))
    done: list[int] = []
    pages.progressed.connect(lambda number, of: (done.append(number), pages.stop()))
    with qtbot.waitSignal(pages.ended, timeout=PATIENCE) as ended:
        pages.start()
    assert ended.args == [False]
    assert done == [1]
