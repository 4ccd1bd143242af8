"""Measures a cold start to a usable window beside a bare window of Qt, with a small and a large library.

    .venv/bin/python tests/benchmarks/start_up.py [LARGE_LIBRARY]

`briefing --exit-after-start` ends as soon as the window is shown and its list filled; the rest of the window is made
after that, and a start that waits for it, too, is told beside it. The bare window is a QMainWindow of PySide6 that ends
as soon as it is shown. Each is started anew, turn by turn; the medians of all rounds are printed, in ms: of the time on
the clock, and of the processor's time, which others on the same cores change less. A second start, which hands over
to the window that is open, is told beside the first one.
LARGE_LIBRARY is a folder made by `synthetic_library.py`; the small one has 100 of the same articles.
"""

import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from synthetic_library import fill

from briefing.desktop.launch_request import Given
from briefing.desktop.launch_socket import handed_over
from briefing.library import open_library, queries

ROUNDS = 15
SMALL = 100
AT_ONCE = 0.01
"""Seconds within which a window answers that has nothing else to do."""

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""

COMMAND = "import sys; from briefing.cli import main; sys.exit(main())"
"""What the installed command `briefing` runs."""

WHOLE = """
import gc, sys
from pathlib import Path
gc.disable()
import briefing.service
from PySide6.QtWidgets import QApplication
from briefing.desktop.windows import Windows
from briefing.desktop.fonts import load_fonts
application = QApplication(sys.argv)
application.setStyle("Fusion")
load_fonts()
windows = Windows(Path(sys.argv[1]))
def build_panes():
    windows.build_panes(windows.front)
    application.processEvents()
    application.quit()
windows.open_first(build_panes)
application.exec()
windows.end()
gc.freeze()
"""


class Taken(NamedTuple):
    """What a start took, in ms, on the clock and of the processor's time."""

    clock: float
    processor: float


def main(large: Path | None) -> None:
    """Print the medians and their ratios."""
    compileall.compile_dir(Path(__file__).parents[2] / "briefing", quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder)
        library = open_library(small)
        fill(library, SMALL)
        library.close()
        commands = {"bare window": ["-c", BARE], f"{SMALL} articles": _ours(small)}
        commands["all of the window"] = ["-c", WHOLE, str(small)]
        if large:
            library = open_library(large)
            commands[f"{library.ask(queries.ArticleCount())} articles"] = _ours(large)
            library.close()
        handed = statistics.median(taken.clock for taken in _second_starts(small))
        times: dict[str, list[Taken]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(_taken(command))
    medians = {name: statistics.median(taken.clock for taken in found) for name, found in times.items()}
    processor = {name: statistics.median(taken.processor for taken in found) for name, found in times.items()}
    bare, first, _, *rest = medians.values()
    for name, median in medians.items():
        computed = f"processor {processor[name]:5.0f} ms {processor[name] / processor['bare window']:5.2f} ×"
        print(f"{name:20}{median:8.0f} ms   {median / bare:5.2f} × the bare window (bound 1.8)   {computed}")
    print(f"{'second start':20}{handed:8.0f} ms   {handed / first:5.2f} × the first one (bound 0.3)")
    if rest:
        print(f"the large library beside the small one: {rest[0] / first:.2f} (bound 1.2)")


def _ours(library: Path) -> list[str]:
    return ["-c", COMMAND, "--library", str(library), "--exit-after-start"]


def _second_starts(library: Path) -> list[Taken]:
    """The times of starts while a window is open."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    first = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "--library", str(library)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _answers_at_once(library):
            time.sleep(0.5)
        return [_taken(["-c", COMMAND, "--library", str(library)]) for _ in range(ROUNDS)]
    finally:
        first.terminate()
        first.wait()


def _answers_at_once(library: Path) -> bool:
    """Whether the window is there, and done with its own start."""
    asked = time.perf_counter()
    return handed_over(library, Given()) and time.perf_counter() - asked < AT_ONCE


def _taken(command: list[str]) -> Taken:
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    before, started = _processor_of_children(), time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment)
    clock = time.perf_counter() - started
    return Taken(clock * 1000, (_processor_of_children() - before) * 1000)


def _processor_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
