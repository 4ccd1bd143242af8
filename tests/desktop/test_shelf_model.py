"""The library is arranged in the window: shelves, collections, tags, the bin, many articles at once."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.library.article_model import DRAGGED, ArticleRole
from briefing.desktop.library.shelf_model import SHELF
from briefing.desktop.library.tag_dialog import TagDialog
from briefing.intake import read_bytes
from briefing.library import AddCollection, open_library
from briefing.model import Collection, ReadingState, Shelf, ShelfKind

TOWNS = ("Arden", "Brill", "Corby")


@pytest.fixture(scope="module")
def seven_hundred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a library of 700 articles, to be copied: to keep as many takes seconds."""
    folder = tmp_path_factory.mktemp("long") / "library"
    library = open_library(folder)
    with library.together():
        for number in range(700):
            found = read_bytes(f"Report {number}\n\nNumber {number} is the {number}th.".encode(), name=f"{number}.txt")
            library.keep_article(found.article, found.original)
    library.close()
    return folder


@pytest.fixture
def long_library(seven_hundred: Path, tmp_path: Path) -> Path:
    """Folder of a library of 700 articles."""
    return shutil.copytree(seven_hundred, tmp_path / "library")


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window on a library of three articles and a collection, its list shown."""
    library = open_library(tmp_path / "library")
    for town in TOWNS:
        found = read_bytes(f"{town} waits\n\nThe mayor of {town} said so.".encode(), name=f"{town}.txt")
        library.keep_article(found.article, found.original)
    library.perform(AddCollection(Collection("c1", "Harbours")))
    library.close()
    opened = open_window(tmp_path / "library")
    opened.session.list_articles()
    qtbot.waitUntil(lambda: len(_titles(opened)) == 3, timeout=PATIENCE)
    qtbot.waitUntil(lambda: _shelf(opened, Shelf(ShelfKind.COLLECTION, "c1")).isValid(), timeout=PATIENCE)
    return opened


def _titles(opened: Opened) -> list[str]:
    model = opened.window.library.model
    return [model.index(row).data(ArticleRole.KEPT).origin.title for row in range(model.rowCount())]


def _shelf(opened: Opened, shelf: Shelf) -> QModelIndex:
    return opened.window.library.shelves.shelves.index_of(shelf)


def _select(opened: Opened, *rows: int) -> None:
    pane = opened.window.library
    pane.list.clearSelection()
    for row in rows:
        pane.list.selectionModel().select(pane.model.index(row), QItemSelectionModel.SelectionFlag.Select)


def _go(opened: Opened, qtbot: QtBot, shelf: Shelf) -> None:
    tree = opened.window.library.shelves
    tree.setCurrentIndex(_shelf(opened, shelf))
    tree.activated.emit(_shelf(opened, shelf))
    qtbot.waitUntil(lambda: opened.window.library.model.shelf == shelf, timeout=PATIENCE)


def _say(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Answer the next question with these words, as one who types them and presses Enter."""
    monkeypatch.setattr(QInputDialog, "getText", staticmethod(lambda *_, **__: (words, True)))
    monkeypatch.setattr(QInputDialog, "getItem", staticmethod(lambda *_, **__: (words, True)))


def test_shelves_are_listed_with_their_numbers(opened: Opened) -> None:
    model = opened.window.library.shelves.shelves
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["Inbox   3", "All articles   3", "Unread   3", "Recently read", "Collections", "Bin"]


def test_selected_articles_go_into_a_collection_as_one_step(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _select(opened, 0, 2)
    _say(monkeypatch, "Harbours")
    opened.window.actions_by_name["collect"].trigger()
    shelf = Shelf(ShelfKind.COLLECTION, "c1")
    qtbot.waitUntil(lambda: _shelf(opened, shelf).data() == "Harbours   2", timeout=PATIENCE)
    _go(opened, qtbot, shelf)
    assert _titles(opened) == ["Corby waits", "Arden waits"]
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: _titles(opened) == [], timeout=PATIENCE)


def test_articles_are_dropped_on_a_shelf(opened: Opened, qtbot: QtBot) -> None:
    pane = opened.window.library
    data = pane.model.mimeData([pane.model.index(0), pane.model.index(1)])
    numbers = tuple(map(int, bytes(data.data(DRAGGED).data()).split()))
    pane.shelves.articlesDropped.emit(Shelf(ShelfKind.COLLECTION, "c1"), numbers)
    qtbot.waitUntil(
        lambda: _shelf(opened, Shelf(ShelfKind.COLLECTION, "c1")).data() == "Harbours   2", timeout=PATIENCE
    )


def test_a_new_collection_lies_within_the_chosen_one(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _go(opened, qtbot, Shelf(ShelfKind.COLLECTION, "c1"))
    _say(monkeypatch, "Ferries")
    opened.window.actions_by_name["new_collection"].trigger()
    model = opened.window.library.shelves.shelves
    qtbot.waitUntil(lambda: model.rowCount(_shelf(opened, Shelf(ShelfKind.COLLECTION, "c1"))) == 1, timeout=PATIENCE)
    inner = model.index(0, 0, _shelf(opened, Shelf(ShelfKind.COLLECTION, "c1")))
    assert inner.data() == "Ferries"


def test_tagged_articles_stand_on_the_shelf_of_the_tag(opened: Opened, qtbot: QtBot) -> None:
    _select(opened, 0, 1)
    opened.window.actions_by_name["tag_articles"].trigger()
    dialog = opened.window.findChild(TagDialog)
    qtbot.keyClicks(dialog.line, "ferry, urgent")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    shelf = Shelf(ShelfKind.TAG, "ferry")
    qtbot.waitUntil(lambda: _shelf(opened, shelf).isValid(), timeout=PATIENCE)
    _go(opened, qtbot, shelf)
    assert sorted(_titles(opened)) == ["Brill waits", "Corby waits"]


def test_articles_go_to_the_bin_and_come_back(opened: Opened, qtbot: QtBot) -> None:
    _select(opened, 0, 1)
    opened.window.actions_by_name["bin_articles"].trigger()
    qtbot.waitUntil(lambda: _titles(opened) == ["Arden waits"], timeout=PATIENCE)
    _go(opened, qtbot, Shelf(ShelfKind.BIN))
    qtbot.waitUntil(lambda: len(_titles(opened)) == 2, timeout=PATIENCE)
    _select(opened, 0, 1)
    opened.window.actions_by_name["bin_articles"].trigger()
    qtbot.waitUntil(lambda: _titles(opened) == [], timeout=PATIENCE)
    _go(opened, qtbot, Shelf())
    assert len(_titles(opened)) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_the_delete_key_puts_what_is_selected_into_the_bin_and_offers_to_undo_that(
    opened: Opened, qtbot: QtBot, key: Qt.Key
) -> None:
    _select(opened, 0, 1)
    qtbot.keyClick(opened.window.library.list, key)
    qtbot.waitUntil(lambda: _titles(opened) == ["Arden waits"], timeout=PATIENCE)
    message = opened.window.messages.message
    assert message is not None
    assert "in the bin" in message.sentence
    message.act()
    qtbot.waitUntil(lambda: len(_titles(opened)) == 3, timeout=PATIENCE)


def test_the_delete_key_says_why_nothing_is_deleted(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.library.list.clearSelection()
    qtbot.keyClick(window.library.list, Qt.Key.Key_Delete)
    assert window.messages.message.sentence == "Select articles in the library first."
    _select(opened, 0)
    qtbot.keyClick(window.library.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(_titles(opened)) == 2, timeout=PATIENCE)
    _go(opened, qtbot, Shelf(ShelfKind.BIN))
    qtbot.waitUntil(lambda: len(_titles(opened)) == 1, timeout=PATIENCE)
    _select(opened, 0)
    qtbot.keyClick(window.library.list, Qt.Key.Key_Delete)
    assert "lies in the bin already" in window.messages.message.sentence
    assert len(_titles(opened)) == 1
    qtbot.keyClick(window.library.shelves, Qt.Key.Key_Delete)
    assert "only collections and saved searches" in window.messages.message.sentence


def test_the_delete_key_removes_the_chosen_collection_and_offers_to_undo_that(opened: Opened, qtbot: QtBot) -> None:
    shelf = Shelf(ShelfKind.COLLECTION, "c1")
    _go(opened, qtbot, shelf)
    qtbot.keyClick(opened.window.library.shelves, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not _shelf(opened, shelf).isValid(), timeout=PATIENCE)
    message = opened.window.messages.message
    assert message is not None
    assert message.sentence == "“Harbours” is in the bin."
    message.act()
    qtbot.waitUntil(lambda: _shelf(opened, shelf).isValid(), timeout=PATIENCE)


def test_the_delete_key_deletes_no_highlight_while_the_list_has_the_keyboard(opened: Opened, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    action = opened.window.actions_by_name["unmark"]
    action.setEnabled(True)
    action.triggered.connect(lambda: pressed.append(True))
    _select(opened, 0)
    opened.window.library.list.setFocus()
    qtbot.keyClick(opened.window.library.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(_titles(opened)) == 2, timeout=PATIENCE)
    assert not pressed


def test_the_bin_is_emptied_once_the_reader_agreed(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _select(opened, 0)
    opened.window.actions_by_name["bin_articles"].trigger()
    qtbot.waitUntil(lambda: len(_titles(opened)) == 2, timeout=PATIENCE)
    _go(opened, qtbot, Shelf(ShelfKind.BIN))
    qtbot.waitUntil(lambda: len(_titles(opened)) == 1, timeout=PATIENCE)
    asked: list[str] = []
    answers = iter((QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes))

    def answer(above: object, title: str, words: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(words)
        return next(answers)

    monkeypatch.setattr(QMessageBox, "question", staticmethod(answer))
    opened.window.actions_by_name["empty_bin"].trigger()
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=PATIENCE)
    assert len(_titles(opened)) == 1
    opened.window.actions_by_name["empty_bin"].trigger()
    qtbot.waitUntil(lambda: _titles(opened) == [], timeout=PATIENCE)
    qtbot.waitUntil(lambda: _shelf(opened, Shelf(ShelfKind.BIN)).data() == "Bin", timeout=PATIENCE)


def test_a_drag_that_is_given_up_leaves_the_shelf_as_it_was(opened: Opened, qtbot: QtBot) -> None:
    tree, pane = opened.window.library.shelves, opened.window.library
    _go(opened, qtbot, Shelf(ShelfKind.INBOX))
    data = pane.model.mimeData([pane.model.index(0)])
    over = tree.visualRect(_shelf(opened, Shelf(ShelfKind.COLLECTION, "c1"))).center()
    move, button, plain = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tree.dragEnterEvent(QDragEnterEvent(QPoint(1, 1), move, data, button, plain))
    tree.dragMoveEvent(QDragMoveEvent(over, move, data, button, plain))
    assert tree.place == Shelf(ShelfKind.COLLECTION, "c1")
    tree.dragLeaveEvent(QDragLeaveEvent())
    assert tree.place == Shelf(ShelfKind.INBOX)


def test_read_articles_leave_the_inbox(opened: Opened, qtbot: QtBot) -> None:
    _select(opened, 1)
    opened.window.actions_by_name["mark_read"].trigger()
    qtbot.waitUntil(lambda: _shelf(opened, Shelf(ShelfKind.INBOX)).data() == "Inbox   2", timeout=PATIENCE)
    kept = opened.window.library.model.index(1).data(ArticleRole.KEPT)
    assert kept.state is ReadingState.READ


def test_a_list_is_sorted_as_one_likes(opened: Opened, qtbot: QtBot) -> None:
    sort = opened.window.library.sort
    sort.setCurrentIndex(sort.findText("Title"))
    sort.activated.emit(sort.currentIndex())
    qtbot.waitUntil(lambda: _titles(opened) == ["Arden waits", "Brill waits", "Corby waits"], timeout=PATIENCE)


def test_a_search_is_kept_under_a_name_and_made_again(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = opened.window.library
    pane.search.setText("Brill")
    _say(monkeypatch, "All on Brill")
    opened.window.actions_by_name["save_search"].trigger()
    model = pane.shelves.shelves
    qtbot.waitUntil(
        lambda: any(model.index(row, 0).data() == "Saved searches" for row in range(model.rowCount())), timeout=PATIENCE
    )
    pane.search.clear()
    (head,) = [model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == "Saved searches"]
    kept = model.index(0, 0, head)
    assert kept.data(SHELF).typed == "Brill"
    pane.shelves.clicked.emit(kept)
    qtbot.waitUntil(lambda: pane.searching and pane.found.rowCount() == 1, timeout=PATIENCE)


def test_a_long_shelf_comes_page_by_page(open_window: OpenWindow, long_library: Path, qtbot: QtBot) -> None:
    opened = open_window(long_library)
    opened.session.list_articles()
    pane = opened.window.library
    qtbot.waitUntil(lambda: pane.model.rowCount() >= 300, timeout=PATIENCE)
    for _ in range(3):
        if pane.model.canFetchMore(QModelIndex()):
            pane.model.fetchMore(QModelIndex())
            before = pane.model.rowCount()
            qtbot.waitUntil(lambda before=before: pane.model.rowCount() > before, timeout=PATIENCE)
    assert pane.model.rowCount() == 700
    assert len({pane.model.index(row).data(ArticleRole.KEPT).id for row in range(700)}) == 700


def test_a_change_far_down_a_long_shelf_leaves_place_and_selection(
    open_window: OpenWindow, long_library: Path, qtbot: QtBot
) -> None:
    opened = open_window(long_library)
    opened.session.list_articles()
    pane = opened.window.library
    qtbot.waitUntil(lambda: pane.model.rowCount() >= 300, timeout=PATIENCE)
    pane.model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: pane.model.rowCount() == 600, timeout=PATIENCE)
    _select(opened, 500, 501)
    pane.list.scrollTo(pane.model.index(500))
    place = pane.list.verticalScrollBar().value()
    chosen = {kept.id for kept in pane.chosen}
    pane.shelves.articlesDropped.emit(Shelf(ShelfKind.BIN), (pane.model.index(2).data(ArticleRole.KEPT).id,))
    qtbot.waitUntil(lambda: _shelf(opened, Shelf()).data() == "All articles   699", timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Report 697" not in _titles(opened), timeout=PATIENCE)
    assert pane.model.rowCount() >= 599
    assert {kept.id for kept in pane.chosen} == chosen
    assert 0 < pane.list.verticalScrollBar().value() <= place


def test_a_list_in_another_order_keeps_what_is_selected(opened: Opened, qtbot: QtBot) -> None:
    _select(opened, 0)
    chosen = opened.window.library.chosen
    sort = opened.window.library.sort
    sort.setCurrentIndex(sort.findText("Title"))
    sort.activated.emit(sort.currentIndex())
    qtbot.waitUntil(lambda: _titles(opened) == ["Arden waits", "Brill waits", "Corby waits"], timeout=PATIENCE)
    assert opened.window.library.chosen == chosen


def test_the_open_article_stays_selected_while_ctrl_is_held(opened: Opened, qtbot: QtBot) -> None:
    pane = opened.window.library
    article = pane.model.index(0).data(ArticleRole.KEPT).id
    pane.select(article)
    # A key that is pressed and not released: Qt counts it as held.
    qtbot.keyPress(opened.window.reader, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        pane.select(article)
        assert [kept.id for kept in pane.chosen] == [article]
    finally:
        qtbot.keyRelease(opened.window.reader, Qt.Key.Key_Control)


def test_what_is_selected_with_the_open_article_stays_selected(opened: Opened) -> None:
    _select(opened, 0, 1)
    pane = opened.window.library
    chosen = {kept.id for kept in pane.chosen}
    pane.select(pane.model.index(0).data(ArticleRole.KEPT).id)
    assert {kept.id for kept in pane.chosen} == chosen


def test_a_shelf_is_called_what_the_reader_called_it(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _say(monkeypatch, "Three   spaces")
    opened.window.actions_by_name["new_collection"].trigger()
    model = opened.window.library.shelves.shelves
    qtbot.waitUntil(lambda: any(index.data() == "Three   spaces" for index in model.indexes()), timeout=PATIENCE)
    (place,) = [index.data(SHELF) for index in model.indexes() if index.data() == "Three   spaces"]
    _go(opened, qtbot, place)
    assert opened.window.library.title.text() == "Three   spaces"


def test_an_article_that_is_opened_counts_on_its_shelves(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "Denholm.txt"
    file.write_text("Denholm waits\n\nThe mayor of Denholm said so.", encoding="utf-8")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: _shelf(opened, Shelf()).data() == "All articles   4", timeout=PATIENCE)
