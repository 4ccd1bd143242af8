"""Measures the longest gap of the event loop while an article is opened and analysed.

    .venv/bin/python tests/benchmarks/event_loop.py [FILE]

Prints when the window was up, when the text could be read, when the analysis was done, and the longest gap, in ms.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.resources import sample_article
from briefing.service import Service

TICK = 2
"""Milliseconds between two ticks of the probe."""


class Probe:
    """A timer that notices when it is called late."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main() -> None:
    """Open one article and print the figures."""
    file = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else sample_article()
    begun = time.perf_counter()
    application = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        # No house style of whoever runs this is seen, or changed.
        os.environ["BRIEFING_TEMPLATES"] = str(Path(folder) / "templates")
        bridge = Bridge()
        service = Service(Path(folder), bridge.deliver)
        session = Session(service)
        bridge.eventArrived.connect(session.handle)
        window = Window(session, Settings(Path(folder)))
        window.show()
        application.processEvents()
        told: list[tuple[str, float]] = [("window up", time.perf_counter() - begun)]
        session.articleOpened.connect(lambda _: told.append(("text readable", time.perf_counter() - begun)))
        session.findingsChanged.connect(
            lambda showing: showing.analysis.complete and (_note(told, begun), QTimer.singleShot(300, application.quit))
        )
        probe = Probe()
        window.start([file])
        application.exec()
        window.close()
        bridge.close()
        service.close()
    for what, when in told:
        print(f"{what:16}{when * 1000:8.0f} ms")
    print(f"{'longest gap':16}{probe.longest * 1000:8.0f} ms")


def _note(told: list[tuple[str, float]], begun: float) -> None:
    told.append(("analysed", time.perf_counter() - begun))


if __name__ == "__main__":
    main()
