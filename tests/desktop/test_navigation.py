"""One goes back and forth between articles, each where it was left; every key stands on one page."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.actions import all_commands
from briefing.desktop.cheat_sheet import CheatSheet
from briefing.desktop.model_labels import MENUS


def _open(opened: Opened, qtbot: QtBot, folder: Path, name: str) -> None:
    file = folder / f"{name}.txt"
    file.write_text(f"{name}\n\n" + f"A long day in {name}.\n\n" * 120, encoding="utf-8")
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.session.openings.open_files([file])


def _title(opened: Opened) -> str:
    return opened.session.showing.article.title if opened.session.showing else ""


def test_back_leads_to_the_place_that_was_left_and_forward_on_again(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path / "library")
    window, actions = opened.window, opened.window.actions_by_name
    _open(opened, qtbot, tmp_path, "Arden")
    assert not actions["back"].isEnabled()
    window.reader.scroll_to(900)
    left = window.reader.top_code_point()
    _open(opened, qtbot, tmp_path, "Brill")
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        actions["back"].trigger()
    assert _title(opened) == "Arden"
    assert abs(window.reader.top_code_point() - left) < 60
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        actions["forward"].trigger()
    assert _title(opened) == "Brill"
    assert not actions["forward"].isEnabled()


def test_back_chooses_the_claim_that_was_chosen(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path / "library")
    window = opened.window
    texts = {
        "first": "Ada Voss said the pier was shut. Ivo Lund said it was open.\n",
        "next": "Ina Holt said it rained.\n",
    }
    for name, text in texts.items():
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        opened.session.openings.open_files([file])
        qtbot.waitUntil(lambda name=name: _is_read(opened, name), timeout=PATIENCE)
        for _ in text.split(".")[1:-1]:
            window.actions_by_name["next_claim"].trigger()
    window.actions_by_name["back"].trigger()
    qtbot.waitUntil(lambda: _is_read(opened, "first"), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(window.ledger.chosen_id), timeout=PATIENCE)
    assert window.ledger.list.currentIndex().row() == 1


def _is_read(opened: Opened, name: str) -> bool:
    showing = opened.session.showing
    named = showing is not None and Path(showing.article.origin.file).stem == name
    return bool(named and showing.analysis and showing.analysis.complete)


def test_who_goes_back_and_opens_another_leaves_the_way_ahead(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path / "library")
    actions = opened.window.actions_by_name
    for name in ("Arden", "Brill"):
        _open(opened, qtbot, tmp_path, name)
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        actions["back"].trigger()
    _open(opened, qtbot, tmp_path, "Corby")
    assert not actions["forward"].isEnabled()
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        actions["back"].trigger()
    assert _title(opened) == "Arden"


def test_the_cheat_sheet_has_every_command_with_its_key(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path / "library").window
    window.actions_by_name["keys"].trigger()
    sheet = window.findChild(CheatSheet)
    assert isinstance(sheet, CheatSheet)
    text = sheet.page.toPlainText()
    for command in all_commands():
        assert command.words in text
    assert all(menu in text for menu in MENUS)
    assert "Ctrl+F" in text
    sheet.reject()


def test_the_names_of_a_column_of_the_cheat_sheet_stand_below_one_another(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library").window
    window.actions_by_name["keys"].trigger()
    sheet = window.findChild(CheatSheet)
    assert isinstance(sheet, CheatSheet)
    document = sheet.page.document()
    layout, names = document.documentLayout(), {command.words for command in all_commands()}
    lefts, block = set(), document.begin()
    while block.isValid():
        if block.text() in names:
            lefts.add(round(layout.blockBoundingRect(block).x()))
        block = block.next()
    # One for each of the two columns.
    assert len(lefts) == 2
    sheet.reject()
