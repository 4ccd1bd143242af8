#!/usr/bin/env python3
"""Takes pictures of the window, for README and for looking at.

    .venv/bin/python packaging/screenshots.py FOLDER

First start, tour, light, dark, strong contrast, text at 200 %, narrow, crowded, right to left and empty; a brief, its
export, the manual and the keys. Works with and without a screen (QT_QPA_PLATFORM=offscreen); with QT_SCALE_FACTOR=2
all of it is scaled.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.desktop.event_bridge import Bridge
from briefing.desktop.fonts import INTERFACE_PIXELS, load_fonts, sans
from briefing.desktop.interface_language import install_language
from briefing.desktop.manual.manual_window import Manual
from briefing.desktop.session import Session
from briefing.desktop.settings import Look, Settings
from briefing.desktop.stories.outline_dialog import OutlineDialog
from briefing.desktop.stories.story_dialog import StoryDialog
from briefing.desktop.window import Window
from briefing.model import Span
from briefing.service import Service

CROWDED = (
    "Who said what at the harbour\n\n"
    + (
        "“It will open,” the harbour master, Ana Ruiz, said, and the mayor, Per Lund, denied it, while the water board "
        "said that officials had told the council that the bridge may close, and it is unclear whether the union "
        "agreed.\n\n"
    )
    * 12
)

RIGHT_TO_LEFT = (
    "العبارة تنتظر جوابا\n\nقالت رئيسة الميناء يوم الثلاثاء إن العبارة ستفتح في مايو. ونفى رئيس البلدية ذلك.\n\n"
    "وبحسب مجلس المياه فإن الجسر قد يغلق لمدة عام، ولم يتضح بعد من سيدفع الثمن.\n"
)

STORY = (
    "Depot burns in Port Almond\n\nTuesday, 7 May 2024\n\n"
    "A fire destroyed the grain depot in Port Almond on Monday night. Twelve people were taken to hospital.\n\n"
    "Mayor Ines Prado said the fire was arson. “We know who did it,” Prado said on Tuesday. "
    "The depot held a third of the harvest of the province, according to the farmers' union.\n",
    "Fire in Port Almond was no arson, owner says\n\nTuesday, 7 May 2024\n\n"
    "The grain depot in Port Almond was destroyed by a fire on Monday night. Fifteen people were taken to hospital.\n\n"
    "Owner Piet Rask said the fire was not arson. Engineer Karl Odd said a heater in the depot had failed.\n\n"
    "The depot held a third of the harvest of the province.\n",
    "Port Almond counts the cost\n\nThursday, 9 May 2024\n\n"
    "The grain depot in Port Almond was destroyed by a fire on Monday. Sixteen people were taken to hospital.\n\n"
    "Fire chief Ana Torvald said a heater in the depot had failed. "
    "Mayor Ines Prado said the fire was not arson, two days after she had said the opposite.\n",
)

VERSIONS = (
    "Depot in Port Almond burns\n\nThursday, May 9, 2024\n\n"
    "Fire chief Ana Torvald said 12 people were hurt. The insurer Holm said the depot may have been set on fire. "
    "Mayor Ines Prado said the harbour would open on Friday.\n",
    "Depot in Port Almond burns\n\nThursday, May 9, 2024\n\n"
    "Fire chief Ana Torvald said 16 people were hurt. The depot was set on fire. "
    "Mayor Ines Prado said the harbour would open on Friday. Dock workers said it would stay shut for a month.\n",
)
"""An article before and after its desk changed it."""

PAUSE = 500
"""Milliseconds between two steps, so that what was asked for is painted."""


def main() -> int:
    """Take the pictures and write them into the folder that is the only argument."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setStyle("Fusion")
    load_fonts()
    application.setFont(sans(INTERFACE_PIXELS))
    install_language(application, "en")
    with tempfile.TemporaryDirectory() as library:
        # No house style of whoever runs this is seen, or changed.
        os.environ["BRIEFING_TEMPLATES"] = str(Path(library) / "templates")
        bridge = Bridge()
        service = Service(Path(library), bridge.deliver)
        session, settings = Session(service), Settings(Path(library))
        bridge.eventArrived.connect(session.handle)
        settings.look = Look.LIGHT
        window = Window(session, settings)
        window.show()
        application.processEvents()
        window.grab().save(str(folder / "empty.png"))
        window.start([])
        steps = iter(_steps(window, settings, folder))
        timer = QTimer()
        timer.timeout.connect(lambda: _step(session, steps, application))
        timer.start(PAUSE)
        application.exec()
        window.close()
        bridge.close()
        service.close()
    return 0


def _step(session: Session, steps: object, application: QApplication) -> None:
    analysis = session.showing.analysis if session.showing else None
    if analysis is None or not analysis.complete:
        return
    step = next(steps, None)  # type: ignore[call-overload]
    if step is None:
        application.quit()
    else:
        step()


def _steps(window: Window, settings: Settings, folder: Path) -> list[Callable[[], object]]:
    session = window.session

    def picture(name: str) -> Callable[[], object]:
        return lambda: window.grab().save(str(folder / f"{name}.png"))

    def at_size(zoom: float) -> Callable[[], object]:
        def change() -> None:
            settings.zoom = zoom
            window.reader.set_zoom(zoom)
            window.apply_theme()

        return change

    def look(chosen: Look) -> Callable[[], object]:
        def change() -> None:
            settings.look = chosen
            window.apply_theme()

        return change

    return [
        picture("first-start"),
        window.actions_by_name["tour"].trigger,
        picture("tour"),
        lambda: QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape),
        lambda: (window.first_steps.hide(), _mark(window)),
        lambda: window.ledger.step(2),
        window.ledger.show_evidence,
        picture("light"),
        look(Look.DARK),
        picture("dark"),
        look(Look.CONTRAST),
        picture("contrast"),
        look(Look.LIGHT),
        at_size(2.0),
        picture("zoomed"),
        at_size(1.0),
        lambda: window.resize(900, 700),
        picture("narrow"),
        lambda: window.resize(1380, 860),
        *_brief(window, folder),
        lambda: session.openings.open_text(CROWDED),
        lambda: None,
        picture("crowded"),
        lambda: session.openings.open_text(RIGHT_TO_LEFT),
        lambda: None,
        picture("right-to-left"),
        *_windows_of_help(window, folder),
        *_stories(window, folder, look),
    ]


def _stories(window: Window, folder: Path, look: Callable[[Look], Callable[[], object]]) -> list[Callable[[], object]]:
    """The story of three articles, all stories, the record of the mayor, and two versions, in light and in dark."""
    session = window.session

    def take(words: str, name: str) -> None:
        tops = (top for top in QApplication.topLevelWidgets() if isinstance(top, OutlineDialog) and top.isVisible())
        next(top for top in tops if words in top.windowTitle()).grab().save(str(folder / f"{name}.png"))

    def unfold() -> None:
        for dialog in (top for top in QApplication.topLevelWidgets() if isinstance(top, StoryDialog)):
            dialog.tree.expandToDepth(1)

    waiting = [lambda: None] * 6
    opening = [step for text in STORY for step in (partial(session.openings.open_text, text), *waiting)]
    pictures = [
        partial(take, "Story", "story"),
        window.actions_by_name["stories"].trigger,
        *waiting,
        partial(take, "Stories", "stories"),
        lambda: window.ledger.step(1),
        window.actions_by_name["actor_record"].trigger,
        *waiting,
        partial(take, "Record", "record"),
        lambda: window.grab().save(str(folder / "story-card.png")),
        look(Look.DARK),
        partial(take, "Story", "story-dark"),
        partial(take, "Record", "record-dark"),
    ]
    file = Path(tempfile.mkdtemp()) / "depot.txt"
    versions = [
        *(step for text in VERSIONS for step in (partial(_open, window, file, text), *waiting)),
        *waiting,
        window.actions_by_name["compare_versions"].trigger,
        *waiting * 2,
        partial(take, "What changed", "versions-dark"),
        look(Look.LIGHT),
        partial(take, "What changed", "versions"),
    ]
    return [*opening, *waiting, window.actions_by_name["story"].trigger, *waiting, unfold, *pictures, *versions]


def _open(window: Window, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    window.session.openings.open_files([file])


def _brief(window: Window, folder: Path) -> list[Callable[[], object]]:
    """The composer with a brief of some claims, and the form for exporting."""

    def take(kind: str, name: str) -> None:
        top = next(top for top in QApplication.topLevelWidgets() if type(top).__name__ == kind and top.isVisible())
        top.grab().save(str(folder / f"{name}.png"))
        top.close()

    adding = [lambda: window.ledger.step(2), window.actions_by_name["add_to_brief"].trigger] * 3
    waiting = [lambda: None] * 4
    return [
        *adding,
        window.actions_by_name["briefs"].trigger,
        *waiting,
        partial(take, "Composer", "composer"),
        window.actions_by_name["export"].trigger,
        *waiting,
        partial(take, "ExportDialog", "export"),
    ]


def _windows_of_help(window: Window, folder: Path) -> list[Callable[[], object]]:
    """The manual at a few of its pages, the page of keys, and that on which they are changed."""

    def take(kind: str, name: str, close: bool = False) -> None:
        top = next(top for top in QApplication.topLevelWidgets() if type(top).__name__ == kind and top.isVisible())
        top.grab().save(str(folder / f"{name}.png"))
        if close:
            top.close()

    def turn(page: str) -> None:
        for manual in (top for top in QApplication.topLevelWidgets() if isinstance(top, Manual)):
            manual.show_page(page)

    steps: list[Callable[[], object]] = [window.actions_by_name["manual"].trigger]
    for page in ("start", "statuses", "library"):
        steps += [partial(turn, page), partial(take, "Manual", f"manual-{page}")]
    for command, kind in (("keys", "CheatSheet"), ("change_keys", "KeysDialog")):
        steps += [window.actions_by_name[command].trigger, partial(take, kind, command, close=True)]
    return steps


def _mark(window: Window) -> None:
    showing = window.session.showing
    if showing is None:
        return
    for words in ("90-minute call", "vital for U.S. industries"):
        start = showing.article.text.index(words)
        window.session.edits.annotate(Span(start, start + len(words)), 1, "Who else was on this call?")


if __name__ == "__main__":
    sys.exit(main())
