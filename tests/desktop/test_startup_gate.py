"""A window is on the screen with its library before the rest of it is made, and nothing that happens then is lost."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from windows import PATIENCE, OpenedWindows, settle

from briefing.desktop.launch_request import Given
from briefing.desktop.windows import Windows
from briefing.intake import read_bytes
from briefing.library import open_library
from briefing.model.message import verbatim
from briefing.service import WorkerRestarted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Folder of a library of one article."""
    library = open_library(tmp_path / "library")
    found = read_bytes(b"Arden waits\n\nThe mayor of Arden said so.", name="arden.txt")
    library.keep_article(found.article, found.original)
    library.close()
    return tmp_path / "library"


def _begin(made: OpenedWindows, folder: Path) -> tuple[Windows, list[bool]]:
    windows, ready = made.make(folder), []
    windows.open_first(lambda: ready.append(True))
    return windows, ready


def test_the_list_is_filled_before_the_rest_is_made(opened_windows: OpenedWindows, folder: Path, qtbot: QtBot) -> None:
    windows, ready = _begin(opened_windows, folder)
    window = windows.front
    assert window.isVisible()
    qtbot.waitUntil(lambda: bool(ready) and window.library.model.rowCount() == 1, timeout=PATIENCE)
    assert not hasattr(window, "reader")
    windows.build_panes(window)
    assert window.reader.parentWidget() is not None
    assert window.panes.count() == 3
    assert window.actions_by_name["open"] in window.menus["File"].actions()


def test_panes_are_as_wide_as_the_frame_kept_free(opened_windows: OpenedWindows, folder: Path, qtbot: QtBot) -> None:
    windows, ready = _begin(opened_windows, folder)
    window = windows.front
    qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE)
    settle()
    before, height = window.panes.sizes(), window.centre.height()
    windows.build_panes(window)
    settle()
    assert window.panes.sizes()[2] == before[2]
    assert window.centre.height() == height


def test_a_window_that_is_closed_while_it_is_a_frame_just_goes(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    windows, ready = _begin(opened_windows, folder)
    assert windows.front.close()
    qtbot.waitUntil(lambda: windows.front.library.model.rowCount() == 1)
    settle()
    assert ready == []


def test_a_window_that_opens_narrow_folds_its_panes(opened_windows: OpenedWindows, folder: Path, qtbot: QtBot) -> None:
    windows, ready = _begin(opened_windows, folder)
    window = windows.front
    window.resize(650, 600)
    qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE)
    windows.build_panes(window)
    assert not window.library.isVisible()
    assert not window.ledger.isVisible()


def test_what_is_typed_and_chosen_meanwhile_is_done(opened_windows: OpenedWindows, folder: Path, qtbot: QtBot) -> None:
    windows, ready = _begin(opened_windows, folder)
    window = windows.front
    window.library.search.setText("mayor")
    window.library.articleChosen.emit(1)
    qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.library._asking.isActive())
    windows.build_panes(window)
    windows.start(Given((), ()))
    qtbot.waitUntil(lambda: window.session.showing is not None, timeout=PATIENCE)
    assert window.session.showing is not None
    assert window.session.showing.article.title == "Arden waits"
    qtbot.waitUntil(lambda: window.library.searching and window.library.found.rowCount() == 1, timeout=PATIENCE)


def test_what_the_system_gives_meanwhile_is_opened_afterwards(
    opened_windows: OpenedWindows, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    windows, ready = _begin(opened_windows, folder)
    window = windows.front
    early = tmp_path / "brill.txt"
    early.write_text("Brill waits\n\nThe mayor of Brill said so.", encoding="utf-8")
    windows.take(Given((early,)))
    qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE)
    windows.build_panes(window)
    windows.start(Given((), ()))
    qtbot.waitUntil(
        lambda: window.session.showing is not None and window.session.showing.article.title == "Brill waits",
        timeout=PATIENCE,
    )


def test_a_damaged_library_is_told_when_somebody_can_hear_it(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    database = folder / "library.sqlite"
    assert database.is_file(), list(folder.iterdir())
    database.write_bytes(b"not a database " * 100)
    windows, ready = _begin(opened_windows, folder)
    window = windows.front
    qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE)
    told: list[str] = []
    window.session.messageGiven.connect(lambda message: told.append(message.sentence))
    windows.build_panes(window)
    assert told
    assert all(str(folder) in sentence for sentence in told)


def test_what_is_told_meanwhile_is_heard_afterwards_in_its_order(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    windows, ready = _begin(opened_windows, folder)
    gate, window = windows._open[0].gate, windows.front
    qtbot.waitUntil(lambda: bool(ready), timeout=PATIENCE)
    heard: list[str] = []
    window.session.messageGiven.connect(lambda message: heard.append(message.sentence))
    for sentence in ("One.", "Two."):
        gate.handle(WorkerRestarted(0, verbatim(sentence)))
    assert heard == []
    windows.build_panes(window)
    gate.handle(WorkerRestarted(0, verbatim("Three.")))
    assert heard == ["One.", "Two.", "Three."]
