"""Several windows on one library, an article beside another, and all of it back after an end without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from windows import PATIENCE, Opened, OpenedWindows, OpenWindow, is_gone

from briefing.desktop import unsaved_dialog
from briefing.desktop.actions.side_by_side import BesideArea
from briefing.desktop.launch_request import Given
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.desktop.windows import Windows
from briefing.intake import read_bytes
from briefing.library import open_library, queries
from briefing.model import Span
from briefing.model.message import verbatim
from briefing.service import ImportFinished, OperationHeld

TOWNS = ("Arden", "Brill", "Corby")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Folder of a library of three articles."""
    library = open_library(tmp_path / "library")
    for town in TOWNS:
        found = read_bytes(f"{town} waits\n\nThe mayor of {town} said so.".encode(), name=f"{town}.txt")
        library.keep_article(found.article, found.original)
    library.close()
    return tmp_path / "library"


def _start(made: OpenedWindows, folder: Path) -> Windows:
    windows = made.make(folder)
    windows.open()
    windows.start(Given((), ()))
    return windows


def _title(window: Window) -> str:
    return window.session.showing.article.title if window.session.showing else ""


def test_an_article_opens_in_a_second_window_that_sees_what_is_written_in_the_first(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    windows = _start(opened_windows, folder)
    first = windows.front
    first.open_kept(1)
    qtbot.waitUntil(lambda: _title(first) == "Arden waits", timeout=PATIENCE)
    first.windowWished.emit(1)
    assert len(windows) == 2
    second = windows.front
    qtbot.waitUntil(lambda: _title(second) == "Arden waits", timeout=PATIENCE)
    assert (second.reader.lit.calm, second.reader.lit.layers) == (first.reader.lit.calm, first.reader.lit.layers)
    assert second.reader.lit.calm
    first.session.edits.annotate(Span(0, 5), 2, "Which town?")
    qtbot.waitUntil(lambda: bool(second.session.showing and second.session.showing.annotations), timeout=PATIENCE)
    second.close()
    qtbot.waitUntil(lambda: len(windows) == 1, timeout=PATIENCE)
    assert windows.settings.open_articles == (1,)


def _hold(monkeypatch: pytest.MonkeyPatch, window: Window, qtbot: QtBot) -> None:
    """Let a change of a window wait for the disk, for good."""
    monkeypatch.setattr(window.session.history, "_perform", lambda operation: -1)
    window.session.edits.annotate(Span(0, 5), 2, "Which town?")
    window.session.handle(OperationHeld(-1, verbatim("The disk is full.")))


def test_a_reader_who_stays_in_one_window_keeps_all_and_they_are_remembered_on(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = _start(opened_windows, folder)
    first = windows.front
    first.open_kept(1)
    qtbot.waitUntil(lambda: _title(first) == "Arden waits", timeout=PATIENCE)
    first.windowWished.emit(2)
    second = windows._open[1].window
    qtbot.waitUntil(lambda: _title(second) == "Brill waits", timeout=PATIENCE)
    _hold(monkeypatch, first, qtbot)
    monkeypatch.setattr(unsaved_dialog, "asked_to_give_up", lambda why, copy, parent: False)
    second.quit()
    assert first.isVisible()
    assert second.isVisible()
    second.open_kept(3)
    qtbot.waitUntil(lambda: windows.settings.open_articles == (1, 3), timeout=PATIENCE)
    asked: list[str] = []
    monkeypatch.setattr(unsaved_dialog, "asked_to_give_up", lambda why, copy, parent: bool(asked.append(why)) or True)
    second.quit()
    assert len(asked) == 1
    assert is_gone(first)
    assert is_gone(second)
    assert windows.settings.open_articles == (1, 3)


def test_quitting_waits_for_the_last_words_of_each_window(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    windows = _start(opened_windows, folder)
    first = windows.front
    first.open_kept(1)
    qtbot.waitUntil(lambda: _title(first) == "Arden waits", timeout=PATIENCE)
    first.windowWished.emit(2)
    second = windows._open[1].window
    qtbot.waitUntil(lambda: _title(second) == "Brill waits", timeout=PATIENCE)
    for window in (first, second):
        window.session.edits.annotate(Span(0, 5), 2, "Which town?")
    second.quit()
    qtbot.waitUntil(lambda: is_gone(first) and is_gone(second), timeout=PATIENCE)
    assert windows.settings.open_articles == (1, 2)
    library = open_library(folder)
    assert [one.note for number in (1, 2) for one in library.ask(queries.AnnotationsOn(number))] == ["Which town?"] * 2
    library.close()


def test_a_window_that_is_closed_while_another_asks_whether_it_may_go_is_not_used_any_more(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    Settings(folder).open_articles = (1, 2)
    windows = _start(opened_windows, folder)
    first, second = (one.window for one in windows._open)
    qtbot.waitUntil(lambda: (_title(first), _title(second)) == ("Arden waits", "Brill waits"), timeout=PATIENCE)
    for window in (first, second):
        _hold(monkeypatch, window, qtbot)
    asked: list[object] = []

    def answer(why: str, copy: object, parent: object) -> bool:
        asked.append(parent)
        if parent is second:
            # Something more is at stake in the first, so that it asks once more when it is closed.
            first.session.edits.annotate(Span(6, 11), 2, "Who waits?")
        elif asked.count(first) == 2:
            second.close()
            qtbot.waitUntil(lambda: not isValid(second), timeout=PATIENCE)
        return True

    monkeypatch.setattr(unsaved_dialog, "asked_to_give_up", answer)
    windows.quit()
    assert asked == [first, second, first]
    assert is_gone(first)


def test_all_windows_come_back_also_after_an_end_without_a_word(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    windows = _start(opened_windows, folder)
    first = windows.front
    first.open_kept(2)
    qtbot.waitUntil(lambda: _title(first) == "Brill waits", timeout=PATIENCE)
    first.windowWished.emit(3)
    qtbot.waitUntil(lambda: windows.settings.open_articles == (2, 3), timeout=PATIENCE)
    windows.settings.sync()
    # A killed program closes nothing: only what is on disk is left of it.
    again = _start(opened_windows, folder)
    assert len(again) == 2
    shown = [one.window for one in again._open]
    qtbot.waitUntil(lambda: [_title(window) for window in shown] == ["Brill waits", "Corby waits"], timeout=PATIENCE)


@pytest.fixture
def opened(open_window: OpenWindow, folder: Path, qtbot: QtBot) -> Opened:
    """A window that shows the first article."""
    opened = open_window(folder)
    opened.session.list_articles()
    opened.window.open_kept(1)
    qtbot.waitUntil(lambda: _title(opened.window) == "Arden waits", timeout=PATIENCE)
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 3, timeout=PATIENCE)
    return opened


def _beside(opened: Opened) -> str:
    panes = [area.pane for area in opened.window._areas if isinstance(area, BesideArea)]
    return panes[0].showing.article.title if panes and panes[0] and panes[0].showing else ""


def test_an_article_is_shown_beside_swapped_and_closed_again(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.library.select(3)
    window.actions_by_name["beside"].trigger()
    qtbot.waitUntil(lambda: _beside(opened) == "Corby waits", timeout=PATIENCE)
    assert _title(window) == "Arden waits"
    window.actions_by_name["swap"].trigger()
    qtbot.waitUntil(lambda: _title(window) == "Corby waits" and _beside(opened) == "Arden waits", timeout=PATIENCE)
    window.actions_by_name["beside"].trigger()
    assert _beside(opened) == ""


@pytest.mark.parametrize("width", [1380, 1024, 2000])
def test_two_articles_side_by_side_have_half_of_the_room_each(opened: Opened, qtbot: QtBot, width: int) -> None:
    window = opened.window
    window.resize(width, 800)
    window.library.select(3)
    window.actions_by_name["beside"].trigger()
    qtbot.waitUntil(lambda: _beside(opened) == "Corby waits", timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.articles.sizes()[1] > 0, timeout=PATIENCE)
    here, there = window.articles.sizes()
    assert abs(here - there) <= 1
    assert here >= min(500, width // 4)
    # What the reader makes of it stays when they change places.
    window.articles.moveSplitter(here + 60, 1)
    moved = window.articles.sizes()
    window.actions_by_name["swap"].trigger()
    qtbot.waitUntil(lambda: _beside(opened) == "Arden waits", timeout=PATIENCE)
    assert abs(window.articles.sizes()[0] - moved[0]) <= 4


def test_what_is_written_on_the_article_beside_is_shown_there(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.library.select(3)
    window.actions_by_name["beside"].trigger()
    qtbot.waitUntil(lambda: _beside(opened) == "Corby waits", timeout=PATIENCE)
    (pane,) = [area.pane for area in window._areas if isinstance(area, BesideArea)]
    window.actions_by_name["swap"].trigger()
    qtbot.waitUntil(lambda: _beside(opened) == "Arden waits", timeout=PATIENCE)
    opened.session.edits.annotate(Span(0, 5), 2, "Which town?")
    window.actions_by_name["swap"].trigger()
    qtbot.waitUntil(lambda: _beside(opened) == "Corby waits", timeout=PATIENCE)
    qtbot.waitUntil(lambda: [one.note for one in pane.showing.annotations] == ["Which town?"], timeout=PATIENCE)


@pytest.mark.usefixtures("quick_watch")
def test_a_folder_chosen_in_the_second_window_is_watched_once(
    opened_windows: OpenedWindows, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    windows = _start(opened_windows, folder)
    first = windows.front
    qtbot.waitUntil(lambda: first.session.showing is not None, timeout=PATIENCE)
    first.windowWished.emit(1)
    second = windows._open[1].window
    qtbot.waitUntil(lambda: second.session.showing is not None, timeout=PATIENCE)
    before = first.library.model.rowCount()
    watched = tmp_path / "in"
    watched.mkdir()
    (watched / "dover.txt").write_text("Dover waits\n\nThe mayor of Dover said so.", encoding="utf-8")
    imports: list[str] = []
    for name, window in (("first", first), ("second", second)):
        window.session.eventHeard.connect(
            lambda event, name=name: imports.append(name) if isinstance(event, ImportFinished) else None
        )
    second.watch(watched)
    qtbot.waitUntil(lambda: second.library.model.rowCount() == before + 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(imports), timeout=PATIENCE)
    assert imports == ["first"]


def test_a_window_whose_article_is_not_read_yet_is_remembered_with_it(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    Settings(folder).open_articles = (1, 2)
    windows = _start(opened_windows, folder)
    remembered = []
    for one in windows._open:
        one.window.session.articleOpened.connect(lambda _: remembered.append(windows.settings.open_articles))
    qtbot.waitUntil(lambda: len(remembered) == 2, timeout=PATIENCE)
    assert remembered == [(1, 2), (1, 2)]


def test_a_window_that_tells_of_its_article_while_all_are_closed_forgets_no_other(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    Settings(folder).open_articles = (1, 2)
    windows = _start(opened_windows, folder)
    last = windows._open[1].window
    windows.quit()
    qtbot.waitUntil(lambda: _title(last) == "Brill waits", timeout=PATIENCE)
    assert Settings(folder).open_articles == (1, 2)


def test_a_window_that_is_left_keeps_its_own_place(opened_windows: OpenedWindows, folder: Path, qtbot: QtBot) -> None:
    Settings(folder).open_articles = (1, 2, 3)
    windows = _start(opened_windows, folder)
    for number, one in enumerate(windows._open):
        one.window.resize(780, 500 + 50 * number)
    windows._open[0].window.actions_by_name["close_window"].trigger()
    assert windows.settings.open_articles == (2, 3)
    windows.quit()
    again = _start(opened_windows, folder)
    assert [one.window.height() for one in again._open] == [550, 600]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is not in the library."""
    path = tmp_path / "Dover.txt"
    path.write_text("Dover waits\n\nThe mayor of Dover said so.", encoding="utf-8")
    return path


def _start_given(made: OpenedWindows, folder: Path, given: Given) -> Windows:
    windows = made.make(folder)
    given = windows.expect(given)
    windows.open()
    windows.start(given)
    return windows


def _leave(made: OpenedWindows, windows: Windows, close: Callable[[], object]) -> None:
    close()
    windows.end()
    made.clear()


def _opens_at_the_next_start(made: OpenedWindows, folder: Path, qtbot: QtBot) -> bool:
    again = _start_given(made, folder, Given())
    qtbot.waitUntil(lambda: _title(again.front) == "Dover waits", timeout=PATIENCE)
    return not Settings(folder).unopened


def test_a_file_given_to_a_start_that_ends_at_once_is_open_at_the_next(
    opened_windows: OpenedWindows, folder: Path, file: Path, qtbot: QtBot
) -> None:
    windows = _start_given(opened_windows, folder, Given((file,)))
    _leave(opened_windows, windows, windows.quit)
    assert _opens_at_the_next_start(opened_windows, folder, qtbot)


def test_a_file_given_while_there_is_no_more_than_a_frame_is_open_at_the_next_start(
    opened_windows: OpenedWindows, folder: Path, file: Path, qtbot: QtBot
) -> None:
    windows = opened_windows.make(folder)
    windows.expect(Given())
    window = windows.open_first(lambda: None)
    windows.take(Given((file,)))
    _leave(opened_windows, windows, window.close)
    assert _opens_at_the_next_start(opened_windows, folder, qtbot)


def test_a_file_handed_over_to_a_window_that_is_closed_at_once_is_open_at_the_next_start(
    opened_windows: OpenedWindows, folder: Path, file: Path, qtbot: QtBot
) -> None:
    windows = _start_given(opened_windows, folder, Given())
    first = windows.front
    qtbot.waitUntil(lambda: windows.front.session.showing is not None, timeout=PATIENCE)
    first.windowWished.emit(1)
    windows.front.take(Given((file,)))
    windows.front.close()
    _leave(opened_windows, windows, first.close)
    assert _opens_at_the_next_start(opened_windows, folder, qtbot)


def test_what_cannot_be_opened_is_told_once_and_not_tried_again(
    opened_windows: OpenedWindows, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    windows = _start_given(opened_windows, folder, Given((tmp_path / "none.txt",)))
    qtbot.waitUntil(lambda: not windows.settings.unopened, timeout=PATIENCE)
    assert windows.front.messages.message is not None


def test_a_page_that_nobody_typed_is_not_taken_for_typed_at_the_next_start(
    opened_windows: OpenedWindows, folder: Path, qtbot: QtBot
) -> None:
    windows = _start_given(opened_windows, folder, Given())
    windows.front.session.openings.open_address("http://127.0.0.1:9/secret", typed=False)
    assert windows.settings.unopened.addresses == ("briefing:http://127.0.0.1:9/secret",)


def _analysed(windows: Windows) -> bool:
    showing = windows.front.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def test_the_chosen_claim_of_a_window_is_chosen_again_and_the_text_stays_where_it_was(
    opened_windows: OpenedWindows, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.txt"
    said = "Tolls will fall, Ina Holt said.\n\n" + "The bridge is long.\n\n" * 60
    path.write_text(f"{said}The bridge is safe, Mayor Ada Reed said on Monday.\n", encoding="utf-8")
    windows = _start_given(opened_windows, folder, Given((path,)))
    qtbot.waitUntil(lambda: _analysed(windows), timeout=PATIENCE)
    left = windows.front
    left.ledger.choose(left.session.showing.claims[-1].id)
    number = left.session.showing.numbers[left.ledger.chosen_id]
    left.reader.verticalScrollBar().setValue(0)
    _leave(opened_windows, windows, windows.quit)
    again = _start_given(opened_windows, folder, Given())
    qtbot.waitUntil(lambda: bool(again.front.ledger.chosen_id), timeout=PATIENCE)
    assert again.front.session.showing.numbers[again.front.ledger.chosen_id] == number
    assert again.front.reader.lit.claim == again.front.ledger.chosen_id
    assert again.front.reader.verticalScrollBar().value() < 50
