"""A brief is composed in the window: lines are chosen, dragged, written on, undone and exported."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QTreeView
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.briefs.brief_editor import BriefEditor
from briefing.desktop.briefs.composer import Composer
from briefing.desktop.briefs.house_style_dialog import HouseStyleDialog
from briefing.desktop.briefs.line_delegate import HANDLE, LineDelegate
from briefing.desktop.messages import Message
from briefing.desktop.settings import Settings
from briefing.desktop.theme import Role, load_theme
from briefing.service.brief_queries import BriefTold, ListBriefs

TEXT = (
    "Ferry stops\n\nThe ferry will stop in June, Mayor Ada Quill said on Monday. "
    "“Nobody will be left on the island,” she added.\n\nPort workers denied that any date had been set.\n"
)


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window with an analysed article."""
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: bool(opened.session.showing and opened.session.showing.claims), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.analysing_job, timeout=PATIENCE)
    return opened


def _do(opened: Opened, name: str) -> None:
    opened.window.actions_by_name[name].trigger()


def _composer(opened: Opened) -> Composer:
    (found,) = opened.window.findChildren(Composer)
    return found


def _rows(editor: BriefEditor) -> list[str]:
    """The words of all rows, from the top."""
    model, found = editor.lines, []
    for section in range(model.rowCount()):
        head = model.index(section, 0)
        found.append(str(head.data()))
        found += [str(model.index(row, 0, head).data()) for row in range(model.rowCount(head))]
    return found


@pytest.fixture
def editor(opened: Opened, qtbot: QtBot) -> BriefEditor:
    """The composer's editor with a brief of two claims and the whole article."""
    _do(opened, "add_to_brief")
    _do(opened, "next_claim")
    _do(opened, "add_to_brief")
    opened.window.library.list.setFocus()
    opened.window.library.list.selectAll()
    qtbot.waitUntil(lambda: opened.window.library.list.hasFocus(), timeout=PATIENCE)
    _do(opened, "add_to_brief")
    _do(opened, "briefs")
    editor = _composer(opened).editor
    qtbot.waitUntil(lambda: len(_rows(editor)) == 4, timeout=PATIENCE)
    return editor


def _settled(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)


def test_chosen_claims_and_articles_come_into_the_brief_and_its_pages_are_shown(
    opened: Opened, editor: BriefEditor, qtbot: QtBot
) -> None:
    showing = opened.session.showing
    assert showing
    assert "in June" in _rows(editor)[1]
    assert _rows(editor)[3] == "The whole article “Ferry stops”"
    qtbot.waitUntil(lambda: _composer(opened).preview.pages > 0, timeout=PATIENCE)


def test_the_keys_are_at_the_lines_of_the_brief_when_its_window_opens(
    opened: Opened, editor: BriefEditor, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: _composer(opened).focusWidget() is editor.tree, timeout=PATIENCE)


def test_several_articles_that_are_still_selected_are_not_meant_by_who_walks_the_claims(
    opened: Opened, qtbot: QtBot
) -> None:
    file = Path(opened.session.showing.kept.origin.file).parent / "bridge.txt"
    file.write_text("The bridge is safe, Ada Reed said.", encoding="utf-8")
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(opened.session.showing.claims), timeout=PATIENCE)
    opened.window.activateWindow()
    opened.window.library.list.selectAll()
    opened.window.reader.setFocus()
    qtbot.waitUntil(opened.window.reader.hasFocus, timeout=PATIENCE)
    _do(opened, "next_claim")
    _do(opened, "add_to_brief")
    _do(opened, "briefs")
    editor = _composer(opened).editor
    qtbot.waitUntil(lambda: len(_rows(editor)) == 2, timeout=PATIENCE)
    assert "Ada Reed" in _rows(editor)[1]


def test_a_claim_that_is_in_the_brief_is_not_added_again_and_the_reader_is_told(
    opened: Opened, editor: BriefEditor, qtbot: QtBot
) -> None:
    _settled(opened, qtbot)
    opened.window.activateWindow()
    opened.window.ledger.list.setFocus()
    _do(opened, "add_to_brief")
    qtbot.waitUntil(
        lambda: bool((told := opened.window.messages.message) and "already" in told.sentence), timeout=PATIENCE
    )
    _settled(opened, qtbot)
    assert len(_rows(editor)) == 4


def test_a_line_is_moved_by_dragging_and_by_key_and_moved_back_by_undo(
    opened: Opened, editor: BriefEditor, qtbot: QtBot
) -> None:
    model, before = editor.lines, _rows(editor)
    section = model.index(0, 0)
    dragged = model.mimeData([model.index(2, 0, section)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, section)
    qtbot.waitUntil(lambda: _rows(editor) == [before[0], before[3], before[1], before[2]], timeout=PATIENCE)
    editor.tree.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    editor.tree.setFocus()
    qtbot.keyClick(editor.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _rows(editor) == [before[0], before[1], before[3], before[2]], timeout=PATIENCE)
    for _ in range(2):
        _settled(opened, qtbot)
        _do(opened, "undo")
    qtbot.waitUntil(lambda: _rows(editor) == before, timeout=PATIENCE)


def test_own_words_and_headings_are_kept_as_they_are_typed(opened: Opened, editor: BriefEditor, qtbot: QtBot) -> None:
    editor.tree.setCurrentIndex(editor.lines.index(0, 0))
    editor.heading.setFocus()
    editor.heading.clear()
    qtbot.keyClicks(editor.heading, "What is at stake")
    qtbot.keyClick(editor.heading, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _rows(editor)[0] == "What is at stake", timeout=PATIENCE)
    editor.tree.setCurrentIndex(editor.lines.index(0, 0, editor.lines.index(0, 0)))
    editor.add_text()
    qtbot.waitUntil(lambda: editor.words.isVisible() and len(_rows(editor)) == 5, timeout=PATIENCE)
    qtbot.keyClicks(editor.words, "Ask the union.")
    qtbot.waitUntil(lambda: _rows(editor)[2] == "Ask the union.", timeout=PATIENCE)
    qtbot.keyClicks(editor.title, " of ferries")
    editor.flush()
    _settled(opened, qtbot)
    opened.service.ask(ListBriefs())
    qtbot.waitUntil(lambda: _composer(opened).list.item(0).text().endswith(" of ferries"), timeout=PATIENCE)


def test_a_line_whose_source_changed_is_shown_until_the_reader_has_seen_it(
    opened: Opened, editor: BriefEditor, qtbot: QtBot
) -> None:
    claim = opened.window.ledger.chosen
    assert claim
    _do(opened, "dismiss")
    qtbot.waitUntil(lambda: "New: Your judgement on it changed." in _rows(editor)[2], timeout=PATIENCE)
    editor.seen.emit(editor.kept.id if editor.kept else "")
    qtbot.waitUntil(lambda: "New:" not in _rows(editor)[2], timeout=PATIENCE)


def test_a_brief_is_exported_as_it_stands(
    opened: Opened, editor: BriefEditor, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ferries.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "Markdown (*.md)")))
    editor.export()
    qtbot.waitUntil(target.exists, timeout=PATIENCE)
    assert "Ferry stops" in target.read_text(encoding="utf-8")


def test_the_pages_are_shown_anew_in_another_house_style(
    opened: Opened, editor: BriefEditor, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_TEMPLATES", str(tmp_path / "templates"))
    _settled(opened, qtbot)
    editor._open_house_style()
    (dialog,) = editor.findChildren(HouseStyleDialog)
    with qtbot.waitSignal(opened.session.eventHeard, check_params_cb=lambda event: isinstance(event, BriefTold)):
        dialog.set_colour("accent", "#7a1f3d")
    dialog.close()


def test_a_brief_in_the_bin_leaves_the_list_and_comes_back(opened: Opened, editor: BriefEditor, qtbot: QtBot) -> None:
    composer = _composer(opened)
    assert editor.kept
    composer.removalWished.emit(editor.kept)
    qtbot.waitUntil(lambda: composer.list.count() == 0 and not editor.isEnabled(), timeout=PATIENCE)
    assert not composer._remove.isEnabled()
    _settled(opened, qtbot)
    _do(opened, "undo")
    qtbot.waitUntil(lambda: composer.list.count() == 1 and len(_rows(editor)) == 4, timeout=PATIENCE)
    assert composer._remove.isEnabled()


def test_a_long_title_is_listed_whole(opened: Opened, editor: BriefEditor, qtbot: QtBot) -> None:
    composer = _composer(opened)
    editor.title.setText("What the port workers and the mayor say on the last day of the ferry to the island")
    editor.flush()
    qtbot.waitUntil(lambda: composer.list.item(0).text().endswith("to the island"), timeout=PATIENCE)
    place = composer.list.visualItemRect(composer.list.item(0))
    assert place.width() <= composer.list.viewport().width()
    assert place.height() > 2 * composer.list.fontMetrics().height()


def test_lines_and_sections_are_taken_out(opened: Opened, editor: BriefEditor, qtbot: QtBot) -> None:
    model = editor.lines
    editor.tree.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    editor.tree.setFocus()
    qtbot.keyClick(editor.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(_rows(editor)) == 3, timeout=PATIENCE)
    editor.tree.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(editor.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: model.rowCount(QModelIndex()) == 0, timeout=PATIENCE)


def test_a_message_appears_in_the_window_that_has_the_keys(open_window: OpenWindow, tmp_path: Path, qtbot) -> None:
    window = open_window(tmp_path / "library").window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.messages.show_message(Message("Here."))
    assert window.messages.parentWidget() is window.pages
    window.actions_by_name["briefs"].trigger()
    composer = window.findChild(Composer)
    qtbot.waitUntil(composer.isActiveWindow)
    window.messages.show_message(Message("There."))
    assert window.messages.parentWidget() is composer
    assert window.messages.isVisible()
    # It does not go with the dialog.
    composer.close()
    assert window.messages.parentWidget() is window.pages
    assert window.messages.isVisible()
    assert window.messages.message == Message("There.")


def test_a_brief_goes_where_the_last_one_went(
    open_window: OpenWindow, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_window(tmp_path / "library")
    window, told = opened.window, []
    window.actions_by_name["briefs"].trigger()
    composer = window.findChild(Composer)
    composer.briefWished.emit()
    qtbot.waitUntil(lambda: composer.editor.kept is not None)

    def ask(*asked: object) -> tuple[str, str]:
        told.append(Path(str(asked[2])).parent)
        return str(tmp_path / "briefs" / "one.pdf"), ""

    for name in ("briefs", "other"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    composer.editor.export()
    composer.editor.export()
    assert told == [Settings(tmp_path / "other").export_folder, tmp_path / "briefs"]
    qtbot.waitUntil(lambda: not opened.session.exports.exports_left)


def test_rows_can_be_seen_to_be_dragged(qtbot) -> None:
    theme = load_theme("light")
    view, model = QTreeView(), QStandardItemModel()
    qtbot.addWidget(view)
    item = QStandardItem("Words")
    model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(LineDelegate(theme, view))
    view.resize(300, 80)
    view.show()
    place = view.visualRect(model.index(0, 0))

    def dots() -> int:
        seen = view.viewport().grab().toImage()
        xs = range(place.right() - HANDLE, min(place.right(), seen.width()))
        return sum(seen.pixel(x, y) == theme[Role.INK_FAINT].rgb() for x in xs for y in range(seen.height()))

    assert dots() > 6
    item.setDragEnabled(False)
    assert dots() == 0
