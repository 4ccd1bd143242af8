"""The window's bin: all that was deleted is listed after the next start, too, taken out, and deleted for good."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow

from briefing.desktop.library.bin_dialog import BinDialog, Column
from briefing.intake import read_bytes
from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    KeepBrief,
    RemoveAnnotation,
    RemoveArticle,
    RemoveBrief,
    RemoveCollection,
    RemoveSavedSearch,
    open_library,
    queries,
)
from briefing.model import Annotation, Collection, SavedSearch, Span, StoredBrief, anchor

TEXT = "Arden waits\n\nThe mayor of Arden said so."
NOW = datetime.now(UTC)


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path) -> Opened:
    """A window on a library in whose bin lies one of everything since an earlier start."""
    library = open_library(tmp_path / "library")
    for name, text in (("arden.txt", TEXT), ("brill.txt", TEXT.replace("Arden", "Brill"))):
        found = read_bytes(text.encode(), name=name)
        library.keep_article(found.article, found.original)
    text = library.ask(queries.WholeArticle(1)).text
    for act in (
        AddAnnotation(1, Annotation("a1", anchor(text, Span(0, 5)), NOW, NOW, note="Which town?")),
        AddCollection(Collection("k1", "Towns")),
        AddSavedSearch(SavedSearch("s1", "Mayors", "mayor")),
        KeepBrief(StoredBrief("b1", "Waiting", NOW)),
        RemoveAnnotation(1, "a1"),
        RemoveCollection("k1"),
        RemoveSavedSearch("s1"),
        RemoveBrief("b1"),
        RemoveArticle(2),
    ):
        library.perform(act)
    library.close()
    return open_window(tmp_path / "library")


def shown(opened: Opened, qtbot: QtBot, number: int) -> BinDialog:
    """The bin, once so many things lie in it."""
    opened.window.actions_by_name["bin"].trigger()
    (dialog,) = opened.window.findChildren(BinDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == number)
    return dialog


def rows(dialog: BinDialog) -> list[tuple[str, str]]:
    model = dialog.model
    return [
        (model.index(row, Column.KIND).data(), model.index(row, Column.NAME).data()) for row in range(model.rowCount())
    ]


def test_it_lists_all_that_was_deleted_with_kind_name_and_day(opened: Opened, qtbot: QtBot) -> None:
    dialog = shown(opened, qtbot, 5)
    assert rows(dialog) == [
        ("Article", "Brill waits"),
        ("Brief", "Waiting"),
        ("Saved search", "Mayors"),
        ("Collection", "Towns"),
        ("Note or highlight", "Which town?"),
    ]
    assert all(dialog.model.index(row, Column.DELETED).data() for row in range(5))
    assert not dialog.take_out.isEnabled()


def test_kind_and_day_are_told_whole_at_twice_the_size(opened: Opened, qtbot: QtBot) -> None:
    for _ in range(9):
        opened.window.actions_by_name["larger"].trigger()
    qtbot.waitUntil(lambda: opened.window.theme.scale > 1.8)
    dialog = shown(opened, qtbot, 5)
    header = dialog.table.horizontalHeader()
    for column in (Column.KIND, Column.DELETED):
        needed = max(dialog.table.sizeHintForColumn(column), header.sectionSizeHint(column))
        assert header.sectionSize(column) >= needed


def test_what_is_selected_is_taken_out_and_that_is_undone(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(opened, qtbot, 5)
    before = rows(dialog)
    dialog.table.selectAll()
    dialog.take_out.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    assert not dialog.empty.isEnabled()
    library = open_library(tmp_path / "library")
    assert [one.note for one in library.ask(queries.AnnotationsOn(1))] == ["Which town?"]
    assert (
        len(library.ask(queries.Articles())),
        len(library.ask(queries.Collections())),
        len(library.ask(queries.Briefs())),
    ) == (2, 1, 1)
    library.close()
    opened.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: rows(dialog) == before)


def test_it_follows_what_is_deleted_and_undone_beside_it(opened: Opened, qtbot: QtBot) -> None:
    dialog = shown(opened, qtbot, 5)
    dialog.table.selectRow(4)
    opened.session.history.do("Move to bin", RemoveArticle(1))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)
    assert [one.title for one in dialog.selected] == ["Which town?"]
    opened.session.history.undo()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 5)


def test_what_was_selected_stays_so_while_a_key_is_held(opened: Opened, qtbot: QtBot) -> None:
    dialog = shown(opened, qtbot, 5)
    dialog.table.selectRow(3)
    qtbot.mouseClick(dialog.words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    opened.session.history.do("Move to bin", RemoveArticle(1))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)
    assert [one.title for one in dialog.selected] == ["Towns"]


def answered(monkeypatch: pytest.MonkeyPatch, answer: Callable[[str], QMessageBox.StandardButton]) -> None:
    monkeypatch.setattr(QMessageBox, "question", staticmethod(lambda above, title, words, *_: answer(words)))


def test_it_is_emptied_once_the_reader_agreed(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = shown(opened, qtbot, 5)
    asked: list[str] = []
    answers = iter((QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes))
    answered(monkeypatch, lambda words: (asked.append(words), next(answers))[1])
    dialog.empty.click()
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert dialog.model.rowCount() == 5
    dialog.empty.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    assert "is empty" in dialog.words.text()
    assert "Delete the 5 " in asked[0]


def files_with(folder: Path, digest: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and digest.encode() in path.read_bytes()]


def test_what_was_remembered_of_an_article_goes_with_it_though_it_is_on_the_screen(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session, settings = opened.session, opened.window._settings
    session.openings.open_kept(1)
    qtbot.waitUntil(lambda: session.showing is not None)
    digest = session.showing.kept.origin.digest
    settings.keep_position(digest, 12)
    settings.keep_chosen_claim(opened.window.state_name("claim"), digest, Span(3, 9))
    settings.sync()
    assert files_with(tmp_path / "library", digest)
    session.history.do("Move to bin", RemoveArticle(1))
    answered(monkeypatch, lambda words: QMessageBox.StandardButton.Yes)
    dialog = shown(opened, qtbot, 6)
    settings.keep_position(digest, 13)
    dialog.empty.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    settings.keep_chosen_claim(opened.window.state_name("claim"), digest, Span(3, 9))
    opened.close()
    assert files_with(tmp_path / "library", digest) == []


def test_what_another_window_puts_there_while_the_reader_is_asked_stays(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = open_library(tmp_path / "library")

    def answer(words: str) -> QMessageBox.StandardButton:
        other.perform(RemoveArticle(1))
        return QMessageBox.StandardButton.Yes

    answered(monkeypatch, answer)
    dialog = shown(opened, qtbot, 5)
    dialog.empty.click()
    qtbot.waitUntil(lambda: rows(dialog) == [("Article", "Arden waits")])
    other.close()


def test_an_empty_bin_is_told_and_nothing_is_asked(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, lambda words: pytest.fail(words))
    window = open_window(tmp_path / "library").window
    window.actions_by_name["empty_bin"].trigger()
    qtbot.waitUntil(lambda: window.messages.message is not None)
    assert window.messages.message.sentence == "The bin is empty."


def test_nothing_can_be_changed_where_the_library_can_only_be_read(opened: Opened, qtbot: QtBot) -> None:
    dialog = shown(opened, qtbot, 5)
    dialog.table.selectAll()
    assert dialog.take_out.isEnabled()
    dialog.set_writable(False)
    assert not dialog.take_out.isEnabled()
    assert not dialog.empty.isEnabled()
