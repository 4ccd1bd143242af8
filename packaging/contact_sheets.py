#!/usr/bin/env python3
"""Puts all dialogs of the window on one sheet for each look, to be looked at side by side.

    .venv/bin/python packaging/contact_sheets.py FOLDER [VARIANT ...]

The variants: light, dark, contrast, contrast-dark, german, spanish, small (800 × 600) and large (200 %); by default
all. Each is taken in a process of its own, as a start of the program would look, and becomes FOLDER/VARIANT.png beside
the pictures of each dialog in FOLDER/VARIANT; words that have too little room are printed. Works with and without a
screen (QT_QPA_PLATFORM=offscreen).
"""

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget

from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts, sans
from briefing.desktop.interface_language import install_language
from briefing.desktop.manual.manual_window import Manual
from briefing.desktop.measures import MEDIUM
from briefing.desktop.messages import Message, Tone
from briefing.desktop.session import Session
from briefing.desktop.settings import Look, Settings
from briefing.desktop.window import Window
from briefing.model import Span
from briefing.service import Service

DIALOGS = (
    "open_address", "watch", "details", "restore", "briefs", "export", "house_style", "outline", "sourcing", "actors",
    "new_collection",
    "collect", "tag_articles", "save_search", "search_form", "annotations", "bin", "who_else", "said_anywhere",
    "merge_actor", "story", "stories", "actor_record", "preferences", "palette", "keys", "change_keys", "manual",
)  # fmt: skip
"""Commands that open a dialog of Briefing's own."""

SLOW = ("briefs", "export")
"""Those whose pages take their time."""

PAUSE, LONG = 700, 5_000
"""Milliseconds after which a dialog is painted, and one with pages."""

CELL, COLUMNS, LABEL = QSize(520, 400), 5, 22
"""Size of a picture on the sheet at most, how many stand side by side, and the height of a name."""


@dataclass(frozen=True)
class Variant:
    """How all of it looks."""

    look: Look = Look.LIGHT
    language: str = "en"
    size: tuple[int, int] = (1380, 860)
    zoom: float = 1.0


VARIANTS = {
    "light": Variant(),
    "dark": Variant(Look.DARK),
    "contrast": Variant(Look.CONTRAST),
    "contrast-dark": Variant(Look.CONTRAST_DARK),
    "german": Variant(language="de"),
    "spanish": Variant(language="es"),
    "small": Variant(size=(800, 600)),
    "large": Variant(zoom=2.0),
}


def main() -> int:
    """Take the sheets that are named, each in a process of its own; 2 if there is no such variant."""
    if len(sys.argv) < 2 or any(name not in VARIANTS for name in sys.argv[2:]):
        print(__doc__, file=sys.stderr)
        return 2
    folder, names = Path(sys.argv[1]), sys.argv[2:] or list(VARIANTS)
    if len(names) == 1:
        return take(folder, names[0])
    return max(subprocess.call([sys.executable, __file__, str(folder), name]) for name in names)


def take(folder: Path, name: str) -> int:
    """Take one sheet."""
    variant, pictures = VARIANTS[name], folder / name
    pictures.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setStyle("Fusion")
    load_fonts()
    install_language(application, variant.language)
    with tempfile.TemporaryDirectory() as library:
        # Neither the reader's templates nor his house style are in the pictures, and nothing changes them.
        os.environ["BRIEFING_TEMPLATES"] = str(Path(library) / "templates")
        bridge = Bridge()
        service = Service(Path(library), bridge.deliver)
        session, settings = Session(service), Settings(Path(library))
        bridge.eventArrived.connect(session.handle)
        settings.look, settings.zoom = variant.look, variant.zoom
        window = Window(session, settings)
        window.resize(*variant.size)
        window.show()
        window.start([])
        _wait_for(lambda: bool(session.showing and session.showing.analysis and session.showing.analysis.complete))
        taken = _pictures(window, pictures)
        sheet = _sheet(taken)
        sheet.save(str(folder / f"{name}.png"))
        window.close()
        bridge.close()
        service.close()
    return 0


def _pictures(window: Window, folder: Path) -> list[tuple[str, QImage]]:
    """The window itself, in a few of its states, and each dialog."""
    found: list[tuple[str, QImage]] = []

    def keep(name: str, widget: QWidget) -> None:
        # What came last may not be laid out yet.
        QApplication.processEvents()
        for words in _cut_words(widget):
            print(f"{name}: cut: {words}")
        image = widget.grab().toImage()
        image.save(str(folder / f"{name}.png"))
        found.append((name, image))

    keep("first start", window)
    window.first_steps.hide()
    text = window.reader.article_text
    for number, words in enumerate(("90-minute call", "vital for U.S. industries"), 1):
        start = text.index(words)
        window.session.edits.annotate(Span(start, start + len(words)), number, "Who else was on this call?")
    window.ledger.step(2)
    _wait(PAUSE)
    keep("a claim", window)
    window.actions_by_name["all_marks"].trigger()
    window.reader.select_span(Span(text.index("negotiators"), text.index("negotiators") + 11))
    window.messages.show_message(Message("The brief “ferry.pdf” is written.", Tone.DONE, "Show"))
    _wait(PAUSE)
    keep("all marks, a selection, a message", window)
    window.actions_by_name["note"].trigger()
    _wait(PAUSE)
    keep("a note", window)
    window.notes.close_note()
    for _ in range(3):
        window.ledger.step(1)
        window.actions_by_name["add_to_brief"].trigger()
    for name in DIALOGS:
        _open(window, name, keep)
    return found


def _cut_words(top: QWidget) -> Iterator[str]:
    """The words of controls that have less room than they need."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible():
            continue
        room, words = widget.width(), ""
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and not widget.wordWrap()):
            words, needed = widget.text(), widget.sizeHint().width()
        elif isinstance(widget, QLineEdit) and not widget.text():
            words = widget.placeholderText()
            needed = widget.fontMetrics().horizontalAdvance(words) + 2 * MEDIUM
        if words and needed > room + 1:
            yield f"{type(widget).__name__} “{words}”, {room} of {needed} pixels"


def _open(window: Window, name: str, keep: Callable[[str, QWidget], None]) -> None:
    """Open a dialog, take its picture and close it; some wait for an answer until they are closed."""
    seen = False

    def look() -> None:
        nonlocal seen
        for top in QApplication.topLevelWidgets():
            if top is not window and top.isVisible() and isinstance(top, QDialog | Manual):
                seen = True
                keep(name, top)
                top.close()

    pause = LONG if name in SLOW else PAUSE
    timer = QTimer(interval=pause)
    timer.timeout.connect(look)
    timer.start()
    window.actions_by_name[name].trigger()
    for _ in range(4):
        if not seen:
            _wait(pause + 100)


def _wait(milliseconds: int) -> None:
    """Let the window do its work; `QTest.qWait` would keep all threads of Python from theirs."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_for(done: Callable[[], bool]) -> None:
    while not done():
        _wait(20)


def _sheet(pictures: list[tuple[str, QImage]]) -> QImage:
    rows = math.ceil(len(pictures) / COLUMNS)
    step = QSize(CELL.width() + 12, CELL.height() + LABEL + 12)
    sheet = QImage(COLUMNS * step.width() + 12, rows * step.height() + 12, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setFont(sans(14))
    painter.setPen(Qt.GlobalColor.white)
    for number, (name, image) in enumerate(pictures):
        row, column = divmod(number, COLUMNS)
        corner = QPoint(12 + column * step.width(), 12 + row * step.height())
        painter.drawText(QRect(corner, QSize(CELL.width(), LABEL)), Qt.AlignmentFlag.AlignVCenter, name)
        shown = image
        if image.width() > CELL.width() or image.height() > CELL.height():
            shown = image.scaled(CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(corner + QPoint(0, LABEL), shown)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main())
