"""The tour: it begins by itself only once, stands beside what it is about, is walked by keys, and blocks nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.actions import all_commands
from briefing.desktop.actions.help_menu import HelpArea
from briefing.desktop.launch_request import Given
from briefing.desktop.settings import Settings
from briefing.desktop.tour.bubble_position import Side, placed
from briefing.desktop.tour.first_start import is_first_start, offer_tour, welcome
from briefing.desktop.tour.steps import tour_steps
from briefing.desktop.tour.tour import Tour
from briefing.resources import sample_article as find_sample_article

ROOM = QRect(0, 0, 1200, 800)
SIZE = QSize(300, 140)


def help_of(opened: Opened) -> HelpArea:
    (area,) = opened.window.findChildren(HelpArea)
    return area


def with_sample(opened: Opened, qtbot: QtBot) -> None:
    """Open the sample article and wait until all its claims are found."""
    opened.session.openings.open_files([find_sample_article()])
    qtbot.waitUntil(
        lambda: (
            bool(opened.session.showing and opened.session.showing.analysis)
            and bool(opened.session.showing.analysis.complete)
        ),
        timeout=PATIENCE,
    )


def begun(opened: Opened, qtbot: QtBot) -> Tour:
    """Begin the tour from the menu, on the sample article."""
    with_sample(opened, qtbot)
    opened.window.activateWindow()
    QApplication.processEvents()
    opened.window.actions_by_name["tour"].trigger()
    tour = help_of(opened).tour
    assert tour is not None
    return tour


def test_it_is_offered_neither_to_whoever_saw_it_nor_to_whoever_works_here(tmp_path: Path) -> None:
    fresh, seen, working = (Settings(tmp_path / name) for name in ("fresh", "seen", "working"))
    seen.tour_seen = True
    working.last_article = 3
    assert [is_first_start(settings) for settings in (fresh, seen, working)] == [True, False, False]


def test_who_comes_with_an_article_is_told_of_it_once_and_not_shown_round(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path / "library")
    settings = Settings(tmp_path / "library")
    memo = tmp_path / "memo.txt"
    memo.write_text("Ferry talks\n\nThe mayor said the ferry would open.\n", encoding="utf-8")
    opened.window.start([memo])
    with qtbot.waitSignal(opened.window.messages.shown, timeout=PATIENCE) as told:
        welcome(opened.window, settings, Given(files=(memo,)))
    assert "tour" in told.args[0]
    assert help_of(opened).tour is None
    assert not is_first_start(settings)
    message = opened.window.messages.message
    assert message is not None
    assert message.act is not None
    message.act()
    qtbot.waitUntil(lambda: help_of(opened).tour is not None, timeout=PATIENCE)


def test_at_the_first_start_it_begins_as_soon_as_the_sample_is_there_and_is_remembered(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path)
    opened.window.start([])
    welcome(opened.window, Settings(tmp_path), Given())
    assert help_of(opened).tour is None
    qtbot.waitUntil(lambda: help_of(opened).tour is not None, timeout=PATIENCE)
    assert help_of(opened).tour.bubble.isVisible()
    assert not opened.window.first_steps.isVisible()
    assert Settings(tmp_path).tour_seen


def test_it_stays_away_when_the_reader_opens_something_else_first(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path / "library")
    memo = tmp_path / "memo.txt"
    memo.write_text("Ferry talks\n\nThe mayor said the ferry would open.\n", encoding="utf-8")
    offer_tour(opened.window)
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.session.openings.open_files([memo])
    assert help_of(opened).tour is None
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.session.openings.open_files([find_sample_article()])
    assert help_of(opened).tour is None


def test_a_start_that_is_only_timed_shows_nothing_of_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefing", "--library", str(tmp_path), "--exit-after-start"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert not Settings(tmp_path).tour_seen


def test_from_another_article_it_opens_the_sample_first(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path / "library")
    memo = tmp_path / "memo.txt"
    memo.write_text("Ferry talks\n\nThe mayor said the ferry would open.\n", encoding="utf-8")
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.session.openings.open_files([memo])
    opened.window.actions_by_name["tour"].trigger()
    qtbot.waitUntil(lambda: help_of(opened).tour is not None, timeout=PATIENCE)
    assert opened.session.showing is not None
    assert opened.session.showing.kept.origin.file.endswith(find_sample_article().name)


def test_it_is_walked_by_keys_beside_the_parts_it_is_about_and_never_over_them(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path)
    tour = begun(opened, qtbot)
    titles = []
    for _ in tour.steps:
        titles.append(tour.bubble.title.text())
        QApplication.processEvents()
        body = tour.bubble.body().translated(tour.bubble.pos())
        assert opened.window.rect().contains(body)
        assert tour.ring.isVisible()
        assert not body.intersects(tour.ring.geometry().adjusted(3, 3, -3, -3))
        QTest.keyClick(tour.bubble.next, Qt.Key.Key_Right)
    assert titles == [step.title for step in tour_steps()]
    assert help_of(opened).tour is None
    assert opened.window.reader.hasFocus()


def test_back_skip_and_escape(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path)
    tour = begun(opened, qtbot)
    assert not tour.bubble.back.isVisible()
    QTest.mouseClick(tour.bubble.next, Qt.MouseButton.LeftButton)
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Return)
    assert tour.at == 2
    QTest.mouseClick(tour.bubble.back, Qt.MouseButton.LeftButton)
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Left)
    assert tour.at == 0
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Escape)
    assert help_of(opened).tour is None
    opened.window.actions_by_name["tour"].trigger()
    again = help_of(opened).tour
    assert again is not None
    QTest.mouseClick(again.bubble.skip, Qt.MouseButton.LeftButton)
    assert help_of(opened).tour is None


def test_work_goes_on_beside_it(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path)
    window, tour = opened.window, begun(opened, qtbot)
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_J)
    first = window.ledger.chosen_id
    assert first
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_J)
    assert window.ledger.chosen_id != first
    window.library.search.setFocus()
    QTest.keyClicks(window.library.search, "xi")
    assert window.library.search.text() == "xi"
    assert tour.bubble.isVisible()
    tour.end()
    assert window.library.search.hasFocus()


def test_it_ends_when_another_article_comes(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path / "library")
    tour = begun(opened, qtbot)
    memo = tmp_path / "memo.txt"
    memo.write_text("Ferry talks\n\nThe mayor said the ferry would open.\n", encoding="utf-8")
    with qtbot.waitSignal(tour.ended, timeout=PATIENCE):
        opened.window.take(Given(files=(memo,)))
    assert help_of(opened).tour is None
    assert opened.window.reader.hasFocus()


def test_it_tells_the_keys_that_hold(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path)
    tour = begun(opened, qtbot)
    tour.step(1)
    assert "<b>J</b>" in tour.bubble.words.text()
    opened.window.keys.give("next_claim", QKeySequence("Y"))
    assert "<b>Y</b>" in tour.bubble.words.text()


def test_it_follows_what_moves_and_goes_to_the_foot_when_that_is_hidden(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path)
    tour = begun(opened, qtbot)
    search = next(number for number, step in enumerate(tour.steps) if "{find}" in step.words)
    tour.step(search)
    assert tour.ring.isVisible()
    opened.window.actions_by_name["library_pane"].setChecked(False)
    qtbot.waitUntil(lambda: not tour.ring.isVisible(), timeout=PATIENCE)
    assert tour.bubble.isVisible()
    opened.window.actions_by_name["library_pane"].setChecked(True)
    qtbot.waitUntil(tour.ring.isVisible, timeout=PATIENCE)


def test_it_stands_beside_a_claim_however_large_the_text_is_set(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path)
    opened.window.resize(1000, 700)
    opened.window.reader.set_zoom(2.0)
    assert begun(opened, qtbot).ring.isVisible()


def test_each_step_names_real_commands_only(qtbot: QtBot) -> None:
    named = {command.name: command.key for command in all_commands()}
    for step in tour_steps():
        assert "{" not in step.words.format(**named)


@pytest.mark.parametrize(
    ("target", "side"),
    [
        (QRect(20, 20, 100, 30), Side.BELOW),
        (QRect(20, 760, 100, 30), Side.RIGHT),
        (QRect(900, 100, 250, 600), Side.LEFT),
        (QRect(0, 500, 1200, 300), Side.ABOVE),
        (QRect(0, 0, 1200, 800), Side.NOWHERE),
        (None, Side.NOWHERE),
    ],
)
def test_a_bubble_finds_its_place_in_the_room(target: QRect | None, side: Side) -> None:
    place = placed(SIZE, target, ROOM)
    assert place.side is side
    assert ROOM.contains(place.rect)
    assert place.rect.size() == SIZE


def test_what_is_said_of_the_sample_article_goes_with_it(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("The ferry will run, Ada said.", encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.start([])
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    assert opened.window.first_steps.isVisible()
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: opened.session.showing.kept.origin.file == str(file), timeout=PATIENCE)
    assert not opened.window.first_steps.isVisible()
