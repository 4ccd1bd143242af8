"""Stories in the window: an article's story, the reader's word on it, an actor's record, versions compared."""

import queue
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.actions.story_actions import step_name
from briefing.desktop.interface_language import install_language, remove_language
from briefing.desktop.stories.outline_dialog import OutlineDialog
from briefing.desktop.stories.outline_model import OutlineModel
from briefing.desktop.stories.stories_dialog import StoriesDialog
from briefing.desktop.stories.story_dialog import StoryDialog
from briefing.library import open_library, queries
from briefing.model.story_word import StoryVerdict, StoryWord
from briefing.service import Event, Service, SharedWorkers, StoriesChanged

FIRST = (
    "Depot burns\n\nA fire destroyed the grain depot in Port Almond on Monday night. "
    "Mayor Ines Prado said the fire was arson.\n"
)
SECOND = (
    "Fire in Port Almond\n\nThe grain depot in Port Almond was destroyed by a fire on Monday night. "
    "Owner Piet Rask said the fire was not arson.\n"
)


@pytest.fixture(scope="module")
def told_twice(tmp_path_factory: pytest.TempPathFactory, shared_workers: SharedWorkers) -> Path:
    """Folder of a library with two articles on one fire, placed in one story, to be copied: to read both takes long."""
    folder = tmp_path_factory.mktemp("fire")
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    service = Service(folder / "library", events.put, shared_workers)
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
        service.open_file(folder / name)
    placed: set[int] = set()
    while len(placed) < 2:
        event = events.get(timeout=PATIENCE / 1000)
        placed |= set(event.article_ids) if isinstance(event, StoriesChanged) else set()
    service.close()
    return folder / "library"


@pytest.fixture
def opened(open_window: OpenWindow, told_twice: Path, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with two articles on one fire, placed in one story; the second is open."""
    opened = open_window(shutil.copytree(told_twice, tmp_path / "library"))
    opened.window.open_kept(2)
    qtbot.waitUntil(lambda: bool(opened.session.showing and opened.session.showing.claims))
    return opened


@pytest.fixture
def story(opened: Opened, qtbot: QtBot) -> StoryDialog:
    opened.window.actions_by_name["story"].trigger()
    (dialog,) = opened.window.findChildren(StoryDialog)
    qtbot.waitUntil(lambda: _index(dialog, "Fire in Port Almond").isValid() and _index(dialog, "Depot burns").isValid())
    return dialog


def _indexes(model: OutlineModel, above: QModelIndex) -> Iterator[QModelIndex]:
    """The indexes of all rows below one, from the top."""
    for at in range(model.rowCount(above)):
        one = model.index(at, 0, above)
        yield one
        yield from _indexes(model, one)


def _words(dialog: OutlineDialog) -> list[str]:
    rows = (dialog.model.row_at(index) for index in _indexes(dialog.model, QModelIndex()))
    return [row.words for row in rows if row is not None]


def _index(dialog: OutlineDialog, words: str) -> QModelIndex:
    found = (
        i
        for i in _indexes(dialog.model, QModelIndex())
        if (row := dialog.model.row_at(i)) and row.lines[0].startswith(words)
    )
    return next(found, QModelIndex())


def _choose(dialog: OutlineDialog, *indexes: QModelIndex) -> None:
    dialog.tree.selectionModel().clearSelection()
    for index in indexes:
        dialog.tree.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def test_the_story_tells_articles_disputes_and_what_several_say(story: StoryDialog) -> None:
    words = _words(story)
    assert [one for one in words if one.startswith("Articles")] == ["Articles, by date (2)"]
    assert any("destroyed" in one and "no source named anywhere in 2 article" in one for one in words)
    assert [one for one in words if one.startswith("Disputed")] == ["Disputed (1)"]
    (dispute,) = (one for one in words if "contradicted by 1" in one)
    for told in ("The fire was arson", "● Ines Prado", "Against it: the fire was not arson", "● Piet Rask"):
        assert told in dispute
    spoken = story.model.data(_index(story, "The fire was arson"), Qt.ItemDataRole.AccessibleTextRole)
    assert "Ines Prado" in spoken
    assert "●" not in spoken


def test_enter_on_a_saying_shows_the_words_in_their_article(opened: Opened, story: StoryDialog, qtbot: QtBot) -> None:
    story.tree.activated.emit(_index(story, "“A fire destroyed"))
    qtbot.waitUntil(lambda: bool(opened.session.showing and opened.session.showing.article.title == "Depot burns"))


def test_an_article_is_split_off_and_comes_back_by_undoing(opened: Opened, story: StoryDialog, qtbot: QtBot) -> None:
    _choose(story, _index(story, "Depot burns"))
    story._buttons[StoryVerdict.SPLIT].click()
    qtbot.waitUntil(lambda: not _index(story, "Depot burns").isValid())
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: _index(story, "Depot burns").isValid())


def test_each_word_on_a_story_is_a_step_that_is_named_in_the_language_of_the_window(qapp: QApplication) -> None:
    english = {verdict: step_name(verdict) for verdict in StoryVerdict}
    assert english[StoryVerdict.JOIN] == "Join stories"
    installed = install_language(qapp, "de")
    german = {verdict: step_name(verdict) for verdict in StoryVerdict}
    remove_language(qapp, installed)
    assert german[StoryVerdict.JOIN] == "Geschichten verbinden"
    assert not english.items() & german.items()


def test_a_brief_is_made_of_the_story(opened: Opened, story: StoryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.eventHeard, timeout=PATIENCE):
        story._brief.click()
    made = open_library(opened.session.service._folder)
    qtbot.waitUntil(lambda: bool(made.ask(queries.Briefs())))
    (brief,) = made.ask(queries.Briefs())
    made.close()
    headings = [section.heading for section in brief.sections]
    assert {"Agreed", "Disputed", "Articles, by date", "Articles"} <= set(headings)
    disputed = brief.sections[headings.index("Disputed")].lines[0].text
    assert "Ines Prado" in disputed
    assert "Piet Rask" in disputed


def test_what_is_chosen_counts_from_the_top_in_whatever_order_it_was_chosen(story: StoryDialog) -> None:
    _choose(story, _index(story, "“A fire destroyed"), _index(story, "Fire in Port Almond"), _index(story, "Depot"))
    chosen = [row.words for row in story.chosen_rows()]
    assert len(chosen) == 3
    assert chosen == [words for words in _words(story) if words in chosen]


def test_nothing_can_be_said_of_nothing(story: StoryDialog) -> None:
    _choose(story)
    assert [verdict for verdict, button in story._buttons.items() if button.isEnabled()] == [StoryVerdict.NAME]


def test_the_stories_of_the_library_are_listed(opened: Opened, story: StoryDialog, qtbot: QtBot) -> None:
    opened.window.actions_by_name["stories"].trigger()
    (dialog,) = opened.window.findChildren(StoriesDialog)
    qtbot.waitUntil(lambda: any("2 article" in words for words in _words(dialog)))


def test_a_claim_tells_how_it_stands_in_its_story(opened: Opened, story: StoryDialog, qtbot: QtBot) -> None:
    reasons = opened.window.ledger.detail.reasons
    qtbot.waitUntil(lambda: any("In its story" in label.text() for label in reasons.findChildren(QLabel)))


def test_how_a_claim_stands_in_its_story_is_told_once_and_no_longer_than_it_is_so(
    opened: Opened, story: StoryDialog, qtbot: QtBot
) -> None:
    reasons = opened.window.ledger.detail.reasons

    def told() -> int:
        return sum("In its story" in one.text() for one in reasons.findChildren(QLabel) if one.isVisibleTo(reasons))

    qtbot.waitUntil(lambda: told() == 1)
    digests = tuple(kept.origin.digest for kept in story._articles.values())
    now = datetime.now(UTC)
    story.wordGiven.emit(StoryWord("1", StoryVerdict.NAME, digests[:1], (), (), "The fire", now))
    qtbot.waitUntil(lambda: "The fire" in story.windowTitle())
    assert told() == 1
    _choose(story, _index(story, "Depot burns"))
    story._buttons[StoryVerdict.SPLIT].click()
    qtbot.waitUntil(lambda: told() == 0)


def test_how_a_claim_stands_in_its_story_fits_a_narrow_pane(opened: Opened, qtbot: QtBot) -> None:
    reasons = opened.window.ledger.detail.reasons
    before = reasons.minimumSizeHint().width()
    reasons.show_story("Disputed · 2 independent origins in 2 articles, 1 in contradiction to it")
    assert reasons.minimumSizeHint().width() <= max(before, 200)


def test_the_record_of_a_source_tells_who_contradicts_it(opened: Opened, story: StoryDialog, qtbot: QtBot) -> None:
    opened.window.actions_by_name["actor_record"].trigger()
    dialog = next(one for one in opened.window.findChildren(OutlineDialog) if "Record" in one.windowTitle())
    qtbot.waitUntil(lambda: any("Contradicted" in words for words in _words(dialog)))


def test_an_article_with_one_version_has_nothing_to_compare(opened: Opened, story: StoryDialog, qtbot: QtBot) -> None:
    opened.window.actions_by_name["compare_versions"].trigger()
    dialog = next(one for one in opened.window.findChildren(OutlineDialog) if "changed" in one.windowTitle())
    qtbot.waitUntil(lambda: "one version" in dialog.head.text())
