"""Works in a real window like a monkey: keys, clicks, commands and resizing at random, the same ones for a seed.

    python tests/fuzz/monkey.py [EVENTS [SEED]]

Ends with 1 at the first exception or warning of Qt, or if what the window showed at the end is not what the library
holds. 20,000 events take some minutes.
"""

import os
import random
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.settings_file import keep_settings_of_qt
from briefing.desktop.window import Window
from briefing.library import open_library, queries
from briefing.model import Span
from briefing.service import Service

STORIES = {
    "ferry": "Ferry talks stall\n\nThe harbour master, Ana Ruiz, said the ferry would open. “It will,” she said.\n\n"
    "The mayor, Per Lund, denied that the ferry would open. According to the water board, the bridge may close.\n",
    "bridge": "Bridge closed\n\nOfficials said the bridge was closed. It is unclear when it opens, the council said.\n",
    "right": "العبارة تنتظر\n\nقال رئيس الميناء إن العبارة ستفتح في مايو.\n",
}
LEFT_OUT = {"quit", "print"}
"""Commands that a monkey may not give: one ends the day, one would use up paper."""

WORDS = "who else was told, and when? 1234567890 **sure** 🙂 "
PAUSE_EVERY = 40
PATIENCE = 20
"""Answers to one act, after which every question is declined: some ask again and again."""


class Faults:
    """What went wrong, in order."""

    def __init__(self) -> None:
        self.found: list[str] = []
        sys.excepthook = self._raised
        qInstallMessageHandler(self._said)

    def _raised(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        self.found.append("".join(traceback.format_exception(kind, fault, where)))

    def _said(self, kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in words:
            self.found.append(f"Qt: {words}")


class Monkey:
    """Does one thing after the other in a window."""

    def __init__(self, application: QApplication, window: Window, seed: int) -> None:
        self._application = application
        self._window = window
        self._random = random.Random(seed)
        self.last = ""
        self._answers = 0
        # A dialog that waits for an answer gets one.
        self._answering = QTimer(window, interval=25)
        self._answering.timeout.connect(self._answer)
        self._answering.start()

    def act(self) -> None:
        """Do something."""
        acts = (self._command, self._key, self._click, self._select, self._write, self._resize, self._filter)
        self._answers = 0
        chosen = self._random.choices(acts, (10, 8, 8, 5, 4, 1, 3))[0]
        self.last = chosen.__name__
        chosen()

    def _command(self) -> None:
        names = sorted(set(self._window.actions_by_name) - LEFT_OUT)
        name = self._random.choice(names)
        self.last = f"command {name}"
        action = self._window.actions_by_name[name]
        if action.isEnabled():
            action.trigger()

    def _key(self) -> None:
        keys = (*"JKUEHNSDRGMFO1234 ", Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up)
        key = self._random.choice((*keys, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_PageDown, Qt.Key.Key_F3))
        self.last = f"key {key}"
        self._type(self._application.focusWidget() or self._window, key)

    def _type(self, target: QWidget, key: "Qt.Key | str") -> None:
        shift = Qt.KeyboardModifier.ShiftModifier if self._random.random() < 0.15 else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(target, key, shift)

    def _click(self) -> None:
        window = self._window
        widgets: list[QWidget] = [
            window.reader.viewport(),
            window.ledger.list.viewport(),
            window.library.list.viewport(),
            window.library.shelves.viewport(),
            window.reader.minimap,
        ]
        target = self._random.choice(widgets)
        if target.isVisible():
            place = QPoint(
                self._random.randrange(max(1, target.width())), self._random.randrange(max(1, target.height()))
            )
            self.last = f"click on {type(target).__name__} at {place.x()}, {place.y()}"
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)

    def _select(self) -> None:
        length = len(self._window.reader.article_text)
        if length > 20:
            start = self._random.randrange(length - 10)
            self._window.reader.select_span(Span(start, start + self._random.randrange(1, 10)))

    def _write(self) -> None:
        target = self._application.focusWidget()
        if target is not None:
            for _ in range(self._random.randrange(1, 12)):
                QTest.keyClick(target, self._random.choice(WORDS[:-2]))

    def _resize(self) -> None:
        self._window.resize(self._random.randrange(500, 1500), self._random.randrange(400, 1000))

    def _filter(self) -> None:
        self._window.ledger.search.setText(self._random.choice(("", "ferry", "zz", "said")))
        self._window.library.search.setText(self._random.choice(("", "", "ferry", "status:disputed", '"', "who:")))

    def _answer(self) -> None:
        waiting = self._application.activeModalWidget()
        self._answers += 1
        if isinstance(waiting, QDialog):
            agrees = self._random.random() < 0.3 and self._answers < PATIENCE
            # Not within this very answer: a dialog that asks once more, may it write over a file, waits for the next.
            QTimer.singleShot(0, waiting, waiting.accept if agrees else waiting.reject)
        elif waiting is not None:
            waiting.close()
        popup = self._application.activePopupWidget()
        if popup is not None:
            popup.close()


def run(events: int, seed: int, folder: Path) -> list[str]:
    """Let a monkey work; gives what went wrong."""
    faults = Faults()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    load_fonts()
    bridge = Bridge()
    service = Service(folder / "library", bridge.deliver)
    session = Session(service)
    bridge.eventArrived.connect(session.handle)
    window = Window(session, Settings(folder))
    window.show()
    files = []
    for name, story in STORIES.items():
        files.append(folder / f"{name}.txt")
        files[-1].write_text(story, encoding="utf-8")
    session.openings.open_files(files)
    while session.showing is None or session.showing.analysis is None:
        QTest.qWait(50)
    monkey = Monkey(application, window, seed)
    for number in range(events):
        monkey.act()
        if number % PAUSE_EVERY == 0:
            QTest.qWait(5)
        else:
            application.processEvents()
        if faults.found:
            faults.found.insert(0, f"event {number + 1} of seed {seed}: {monkey.last}")
            break
    window.flush()
    while session.history.busy:
        QTest.qWait(20)
    shown = session.showing
    window.close()
    bridge.close()
    service.close()
    if shown is not None and not faults.found:
        library = open_library(folder / "library")
        if {one.id: one.note for one in library.ask(queries.AnnotationsOn(shown.kept.id))} != {
            one.id: one.note for one in shown.annotations
        }:
            faults.found.append("the window showed other notes than the library holds")
        library.close()
    qInstallMessageHandler(None)
    sys.excepthook = sys.__excepthook__
    return faults.found


def main(events: int, seed: int) -> int:
    """Run and print; 1 if something went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        # No house style of whoever runs this is seen, or changed.
        os.environ["BRIEFING_TEMPLATES"] = str(Path(folder) / "templates")
        # Some of what it does writes files where it is.
        os.chdir(folder)
        keep_settings_of_qt(Path(folder))
        found = run(events, seed, Path(folder))
        os.chdir(tempfile.gettempdir())
    print("\n".join(found) if found else f"{events} events of seed {seed}: nothing went wrong")
    return int(bool(found))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments = [int(one) for one in sys.argv[1:3]]
    sys.exit(main(*arguments, *(20_000, 1)[len(arguments) :]))
