"""Opens long articles again and again in one window, and measures what memory that leaves taken.

    .venv/bin/python tests/benchmarks/soak.py [OPENINGS [CHARACTERS]]

Prints the resident memory along the way, in MB, and how much the second half of the openings added to each. The first
ones fill caches; after them an opening must leave nothing behind.
"""

import os
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.analysis.analyser import ENGINE
from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.intake import read_bytes
from briefing.library import open_library
from briefing.model import Analysis
from briefing.service import Service

SENTENCE = "The harbour master said on Monday that ferry {number} would sail to Arden, but few believed it. "
MOST = 1.0
"""Megabytes that an opening may leave taken."""


def main(openings: int, characters: int) -> int:
    """Open and print; 1 if memory is lost."""
    application = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        # No house style of whoever runs this is seen, or changed.
        os.environ["BRIEFING_TEMPLATES"] = str(Path(folder) / "templates")
        numbers = _fill(Path(folder), characters)
        bridge = Bridge()
        service = Service(Path(folder), bridge.deliver)
        session = Session(service)
        bridge.eventArrived.connect(session.handle)
        window = Window(session, Settings(Path(folder)))
        window.show()
        taken: list[float] = []
        for number, article in zip(range(openings), cycle(numbers), strict=False):
            _open(session, window, article)
            taken.append(_resident())
            if number % max(1, openings // 10) == 0:
                print(f"{number + 1:4} openings: {taken[-1]:6.0f} MB", flush=True)
        window.close()
        while window.isVisible():
            application.processEvents()
        bridge.close()
        service.close()
    half = len(taken) // 2
    lost = (taken[-1] - taken[half]) / max(1, len(taken) - 1 - half)
    print(f"{lost:.2f} MB are lost with each opening")
    return int(lost > MOST)


def _fill(folder: Path, characters: int) -> list[int]:
    library = open_library(folder)
    numbers = []
    for town in ("Arden", "Brill", "Corby"):
        count = characters // len(SENTENCE) // 5
        paragraphs = ("".join(SENTENCE.format(number=number * 5 + of) for of in range(5)) for number in range(count))
        text = "\n\n".join((f"{town} waits", *paragraphs))
        found = read_bytes(text.encode(), name=f"{town}.txt")
        kept, _ = library.keep_article(found.article, found.original)
        library.keep_analysis(kept.id, Analysis(ENGINE, "en", (), ()))
        numbers.append(kept.id)
    library.close()
    return numbers


def _open(session: Session, window: Window, article: int) -> None:
    session.openings.open_kept(article)
    while session.showing is None or session.showing.kept.id != article:
        QTest.qWait(1)
    whole = len(session.showing.article.text)
    window.reader.scroll_to(whole - 1)
    window.reader.grab()
    QTest.qWait(1)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments = [int(one) for one in sys.argv[1:3]]
    sys.exit(main(*arguments, *(300, 300_000)[len(arguments) :]))
