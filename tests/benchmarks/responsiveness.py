"""Measures how long the window ever keeps the reader waiting: gaps of the event loop, frames, memory.

    .venv/bin/python tests/benchmarks/responsiveness.py [--rounds 3] [--long 100000] [--crowded 20000]

A probe timer ticks every 2 ms while an article of 100,000 words is opened and analysed, one of 20,000 words with
about 1,000 claims is scrolled, a note is typed, filters are switched and 200 files are imported. Printed is the longest
gap of each, in ms: the best of all rounds, for what the machine does beside it is not the program's. Beside it stands
the most processor time that the window's thread took between two ticks, which a busy machine hardly changes. A frame is
a repaint of the whole article on scrolling, its median in ms.
"""

import argparse
import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))

from synthetic_news import story

from briefing.desktop.app import SWITCHING
from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.gc_policy import IdleCollector
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.model import Span
from briefing.service import Event, ImportFinished, Service

TICK = 2
PATIENCE = 600
"""Seconds after which a step is given up."""


class Probe(QObject):
    """A timer that notices when it is called late."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)

    def start(self) -> None:
        """Forget what was."""
        self.longest = self.busiest = 0.0
        self._last, self._used = time.perf_counter(), time.thread_time()

    def _tick(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, used - self._used)
        self._last, self._used = now, used


class Day:
    """One window on a fresh library, and what is measured in it."""

    def __init__(self, application: QApplication, folder: Path, probe: Probe) -> None:
        self._application = application
        self._probe = probe
        self._bridge = Bridge()
        self.service = Service(folder / "library", self._bridge.deliver)
        self.session = Session(self.service)
        self._bridge.eventArrived.connect(self.session.handle)
        self.window = Window(self.session, Settings(folder))
        self.window.show()
        self.gaps: dict[str, float] = {}

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work until `done`."""
        limit = time.monotonic() + PATIENCE
        while not done() and time.monotonic() < limit:
            self._application.processEvents()
            time.sleep(0.0005)

    def measure(self, what: str, act: Callable[[], None]) -> None:
        """Do something and keep the longest gap, in ms."""
        self._pause(0.3)
        gc.collect()
        self._probe.start()
        act()
        self._pause(0.3)
        self.gaps[what], self.gaps[f"{what}, busy"] = self._probe.longest * 1000, self._probe.busiest * 1000
        told = f"{self.gaps[what]:.0f} ms, of which the window took {self.gaps[f'{what}, busy']:.0f}"
        print(f"  {what}: {told}", file=sys.stderr, flush=True)

    def open(self, file: Path) -> None:
        """Open and analyse an article."""
        self.session.openings.open_files([file])
        self.until(lambda: self._complete(file))

    def scroll(self) -> list[float]:
        """Scroll by a wheel's turn at a time through the article; gives the time of each frame, in ms."""
        bar, frames = self.window.reader.verticalScrollBar(), []
        for step in range(200):
            bar.setValue(bar.maximum() * step // 200 if step % 10 == 0 else bar.value() + 60)
            begun = time.perf_counter()
            self.window.reader.viewport().repaint()
            frames.append((time.perf_counter() - begun) * 1000)
            self._application.processEvents()
        return frames

    def type_note(self) -> None:
        """Type a note on some words."""
        self.window.reader.select_span(Span(60, 90))
        self.window.actions_by_name["note"].trigger()
        for sign in "who else was in the room when this was agreed? " * 3:
            QTest.keyClick(self.window.notes.note, sign)
            self._pause(0.01)
        self._pause(1.5)

    def switch_filters(self) -> None:
        """Show the claims of each status in turn, then those with some words."""
        box = self.window.ledger.status_box
        for number in (*range(box.count()), 0):
            box.setCurrentIndex(number)
            self._pause(0.05)
        for words in ("ferry", "ferry spring", ""):
            self.window.ledger.search.setText(words)
            self._pause(0.05)

    def choose_claims(self) -> None:
        """Walk thirty claims."""
        for _ in range(30):
            self.window.actions_by_name["next_claim"].trigger()
            self._pause(0.01)

    def import_files(self, folder: Path) -> None:
        """Import a folder and let it all be kept."""
        ended: list[Event] = []
        self.session.eventHeard.connect(
            lambda event: ended.append(event) if isinstance(event, ImportFinished) else None
        )
        self.service.import_files([folder])
        self.until(lambda: bool(ended))

    def close(self) -> None:
        """End all of it."""
        self.window.close()
        self._bridge.close()
        self.service.close()

    def _complete(self, file: Path) -> bool:
        showing = self.session.showing
        return bool(
            showing
            and Path(showing.article.origin.file).name == file.name
            and showing.analysis
            and showing.analysis.complete
        )

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._application.processEvents()
            time.sleep(0.0005)


def one_round(application: QApplication, probe: Probe, long: Path, crowded: Path, many: Path) -> dict[str, float]:
    """Every figure of one round, in ms and MB."""
    with tempfile.TemporaryDirectory() as folder:
        day = Day(application, Path(folder), probe)
        day.measure("open and analyse the crowded article", lambda: day.open(crowded))
        frames: list[float] = []
        day.measure("scroll it", lambda: frames.extend(day.scroll()))
        day.measure("walk its claims", day.choose_claims)
        day.measure("type a note", day.type_note)
        day.measure("switch filters", day.switch_filters)
        memory = _resident()
        day.measure("import 200 files", lambda: day.import_files(many))
        day.measure("open and analyse the long article", lambda: day.open(long))
        claims = len(day.session.showing.claims) if day.session.showing else 0
        day.close()
        return {
            **day.gaps,
            "frame, median": statistics.median(frames),
            "MB with the crowded article": memory,
            "claims": claims,
        }


def main() -> None:
    """Print the best of some rounds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--long", type=int, default=100_000)
    options.add_argument("--crowded", type=int, default=20_000)
    chosen = options.parse_args()
    application = QApplication([])
    load_fonts()
    sys.setswitchinterval(SWITCHING)
    # As in the application, whose full collections wait until nobody does.
    collector = IdleCollector(application)
    probe = Probe()
    with tempfile.TemporaryDirectory() as folder:
        long, crowded, many = Path(folder) / "long.txt", Path(folder) / "crowded.txt", Path(folder) / "many"
        long.write_text(story(chosen.long, 1), encoding="utf-8")
        crowded.write_text(story(chosen.crowded, 2), encoding="utf-8")
        many.mkdir()
        for number in range(200):
            (many / f"{number}.txt").write_text(story(300, number + 10), encoding="utf-8")
        rounds = [one_round(application, probe, long, crowded, many) for _ in range(chosen.rounds)]
    collector.close()
    for what in rounds[0]:
        print(f"{what:45}{min(figures[what] for figures in rounds):8.1f}")
    print(f"{'MB at most':45}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.1f}")


def _resident() -> float:
    """Megabytes that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main()
