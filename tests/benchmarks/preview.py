"""Print how long the pages beside the export dialog take to follow a change, on the sample article.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/preview.py [--rounds 9]

From the last key in the title to the first new page on the screen, and to the last one; median and worst of all rounds,
in ms, the pause that waits for more keys included.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.desktop.app import SWITCHING
from briefing.desktop.briefs.export_dialog import PAUSE, ExportDialog
from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.resources import sample_article
from briefing.service import Service

PATIENCE = 120


def main() -> None:
    """Open the sample article, then the dialog, and change the title again and again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    # As the program itself runs.
    sys.setswitchinterval(SWITCHING)
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        # No house style of whoever runs this is seen, or changed.
        os.environ["BRIEFING_TEMPLATES"] = str(Path(folder) / "templates")
        load_fonts()
        bridge = Bridge()
        service = Service(Path(folder) / "library", bridge.deliver)
        session = Session(service)
        bridge.eventArrived.connect(session.handle)
        window = Window(session, Settings(Path(folder)))
        window.show()
        try:
            session.openings.open_files([sample_article()])
            until(
                lambda: bool(session.showing and session.showing.analysis and session.analysing_job == 0), application
            )
            window.actions_by_name["export"].trigger()
            dialog = window.findChild(ExportDialog)
            assert isinstance(dialog, ExportDialog)
            until(lambda: dialog.preview.pages > 1, application)
            QTest.qWait(1000)
            firsts, lasts = zip(*(change(dialog, number, application) for number in range(rounds)), strict=True)
            for name, times in (("first page", firsts), ("all pages", lasts)):
                print(f"{name:10}  median {statistics.median(times):4.0f} ms  worst {max(times):4.0f} ms")
            print(f"{dialog.preview.pages} pages, of which {PAUSE} ms are the pause after the last key")
            dialog.reject()
        finally:
            window.close()
            bridge.close()
            service.close()


def change(dialog: ExportDialog, number: int, application: QApplication) -> tuple[float, float]:
    """Change the title; milliseconds until the first and the last page of the preview are new."""
    labels = list(dialog.preview._pages)
    before = [label.pixmap().cacheKey() for label in labels]
    QTest.qWait(300)
    begun = time.perf_counter()
    dialog.title.setText(f"What the ministers said, version {number}")
    until(lambda: labels[0].pixmap().cacheKey() != before[0], application)
    first = time.perf_counter() - begun
    until(lambda: labels[-1].pixmap().cacheKey() != before[-1], application)
    return first * 1000, (time.perf_counter() - begun) * 1000


def until(done: Callable[[], bool], application: QApplication) -> None:
    """Let the window work until `done`."""
    limit = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > limit:
            sys.exit("gave up waiting")
        application.processEvents()
        time.sleep(0.0005)


if __name__ == "__main__":
    main()
