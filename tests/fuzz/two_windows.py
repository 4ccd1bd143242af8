"""Two windows and a command line write to one library at once; nothing may be lost, and nobody be turned away.

    python tests/fuzz/two_windows.py [SECONDS]

Each window opens an article of its own and highlights, writes notes, judges and undoes in it for SECONDS (60), as fast
as the library takes it, while `briefing library import` brings in one article after the other. Ends with 1 if a window
was told of a failure, if an import failed, or if anything that was shown as saved is not there.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import load_fonts
from briefing.desktop.messages import Message, Tone
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.library import open_library, queries
from briefing.library.sqlite.integrity import library_faults
from briefing.model import Span, Status
from briefing.service import Service


def main(seconds: float) -> int:
    """Run the three; 1 if anything was lost or refused."""
    with tempfile.TemporaryDirectory() as place:
        # No house style of whoever runs this is seen, or changed.
        os.environ["BRIEFING_TEMPLATES"] = str(Path(place) / "templates")
        folder = Path(place)
        windows = [_start(folder, number, seconds) for number in (1, 2)]
        imported, refused = _import(folder, seconds)
        told = [window.communicate(timeout=seconds + 120) for window in windows]
        shown = [set(out.split()) for out, _ in told]
        refused += [line for _, errors in told for line in errors.splitlines() if line.startswith("refused:")]
        library = open_library(folder / "library")
        kept = {one.annotation.id for one in library.ask(queries.AnnotationList())}
        titles = {one.origin.title for one in library.ask(queries.Articles())}
        library.close()
        lost = [*(set().union(*shown) - kept), *(set(imported) - titles)]
        faults = library_faults(folder / "library")
    print(f"{sum(map(len, shown))} notes of two windows and {len(imported)} imported articles in {seconds:.0f} s")
    for words, found in (("lost", lost), ("refused", refused), ("unsound", faults)):
        print(f"{words}: {len(found)} {found[:3] or ''}")
    return int(bool(lost or refused or faults) or any(window.returncode for window in windows) or not all(shown))


def window(folder: Path, number: int, seconds: float) -> None:
    """Work in one window; prints the id of each note that was shown as saved."""
    application = QApplication([])
    load_fonts()
    bridge = Bridge()
    service = Service(folder / "library", bridge.deliver)
    session = Session(service)
    bridge.eventArrived.connect(session.handle)
    session.messageGiven.connect(_complain)
    shown = Window(session, Settings(folder / f"settings{number}"))
    shown.show()
    article = folder / f"window{number}.txt"
    article.write_text(f"Window {number}\n\n" + f"The mayor of town {number} said that the bridge is closed. " * 60)
    session.openings.open_files([article])
    end, acts = time.monotonic() + seconds, 0
    while time.monotonic() < end or session.history.busy:
        application.processEvents()
        time.sleep(0.001)
        if session.showing is None or session.history.busy or time.monotonic() > end:
            continue
        acts += 1
        _act(session, acts)
    if session.showing:
        print("\n".join(annotation.id for annotation in session.showing.annotations))
    shown.close()
    bridge.close()
    service.close()


def _act(session: Session, number: int) -> None:
    at = 15 + number % 2000
    claims = session.showing.claims if session.showing else ()
    if number % 5 == 0:
        session.history.undo()
    elif number % 3 == 0 and claims:
        session.edits.judge_status(claims[number % len(claims)], list(Status)[number % len(Status)])
    else:
        session.edits.annotate(Span(at, at + 12), 1 + number % 8, f"Note {number}")


def _complain(message: Message) -> None:
    if message.tone is Tone.ERROR:
        print(f"refused: {message.sentence}", file=sys.stderr)


def _start(folder: Path, number: int, seconds: float) -> "subprocess.Popen[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, "--window", str(folder), str(number), str(seconds)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    )


def _import(folder: Path, seconds: float) -> tuple[list[str], list[str]]:
    """Import one article after the other on the command line; gives the titles, and what was refused."""
    end, titles, refused = time.monotonic() + seconds, [], []
    while time.monotonic() < end:
        title = f"Report number {len(titles) + 1}"
        file = folder / "report.txt"
        file.write_text(f"{title}\n\nThe harbour master said in report {len(titles) + 1} that all is well.\n")
        command = [
            sys.executable,
            "-m",
            "briefing",
            "library",
            "import",
            str(file),
            "--library",
            str(folder / "library"),
        ]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode:
            refused.append(ended.stderr)
        titles.append(title)
    return titles, refused


if __name__ == "__main__":
    if sys.argv[1:2] == ["--window"]:
        window(Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
    else:
        sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0))
