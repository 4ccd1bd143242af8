"""The manual: every page is there, tells the keys that hold, leads to pages that are there, and is found by words."""

import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QAccessible, QImage, QKeySequence, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.actions import all_commands
from briefing.desktop.actions.help_menu import HelpArea
from briefing.desktop.dialog_size import room_on
from briefing.desktop.fonts import SERIF
from briefing.desktop.keys_dialog import KeysDialog
from briefing.desktop.library.filter_builder import FilterBuilder
from briefing.desktop.manual.context_help import _PARTS
from briefing.desktop.manual.manual_window import TEXT_PIXELS, Manual, Place
from briefing.desktop.manual.pages import FOLDER, anchor_of, made_pages, page_names, read_page, sections_of
from briefing.desktop.model_labels import MENUS, status_label
from briefing.desktop.settings import Look
from briefing.desktop.theme import load_theme
from briefing.desktop.tour.bubble import Bubble
from briefing.export.template_sections import TEMPLATES
from briefing.export.user_templates import template_title
from briefing.library.search_query import FIELDS, PLACES
from briefing.model import Status
from briefing.resources import resource

LINK = re.compile(r"\]\((\w+)\.md(?:#([\w-]+))?\)")
KEY = re.compile(r"\{key:(\w+)\}")
LANGUAGES = sorted(path.name for path in resource(FOLDER).iterdir() if path.is_dir())
"""Those that have a manual of their own beside the English one."""


def manual_of(opened: Opened) -> Manual:
    """Open the manual as the reader does."""
    opened.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or opened.window, Qt.Key.Key_F1)
    (area,) = (one for one in opened.window.findChildren(HelpArea) if one.parent() is opened.window)
    assert area.manual is not None
    assert area.manual.isVisible()
    area.manual.activateWindow()
    QApplication.processEvents()
    return area.manual


def size_of_text(manual: Manual) -> int:
    """Pixels of a paragraph of the page on the library, in the reading face."""
    face = manual.page.document().find("Each article has").charFormat().font()
    assert face.family() == SERIF
    return face.pixelSize()


@pytest.mark.parametrize("name", page_names())
def test_each_page_names_real_commands_only_and_leads_to_real_places(name: str) -> None:
    text = read_page(name)
    assert text.startswith("# ")
    assert set(KEY.findall(text)) <= {command.name for command in all_commands()}
    for page, anchor in LINK.findall(text):
        assert page in page_names()
        assert not anchor or anchor in {section.anchor for section in sections_of(read_page(page))}
    assert "{" not in re.sub(r"\{key:\w+\}|\{commands\}", "", text)


def test_every_page_that_is_there_is_listed() -> None:
    from briefing.resources import resource

    assert {file.stem for file in resource("manual").glob("*.md")} == set(page_names())


def test_every_command_has_a_line_with_its_key_and_what_it_does() -> None:
    menus = {menu: menu for menu in MENUS}
    pages = made_pages(all_commands(), menus, lambda name: f"key of {name}")
    (keys,) = (page.markdown for page in pages if page.name == "keys")
    for command in all_commands():
        assert f"| `` key of {command.name} `` | {command.words} | {command.tip} |" in keys


def test_every_status_template_and_condition_of_a_search_is_told() -> None:
    statuses, briefs, library = map(read_page, ("statuses", "briefs", "library"))
    for status in Status:
        assert f"| ![](status:{status.value}) {status_label(status)} |" in statuses
    for title in map(template_title, TEMPLATES):
        assert f"| {title} |" in briefs
    for field in FIELDS:
        assert f"`{field}:" in library
    for place in PLACES:
        assert f"`in:{place}" in library or f"`{place}`" in library


def test_a_command_without_a_key_is_called_by_its_name() -> None:
    (start,) = (page for page in made_pages(all_commands(), {}, lambda _: "") if page.name == "start")
    assert "“Open” opens a file" in start.markdown


def test_f1_opens_the_page_about_where_one_is(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window(tmp_path)
    window = opened.window
    window.activateWindow()
    QApplication.processEvents()
    for part, page in ((window.library.search, "library"), (window.ledger.search, "claims")):
        window.activateWindow()
        QApplication.processEvents()
        part.setFocus()
        assert manual_of(opened).place == Place(page)


def test_f1_works_in_dialogs_too(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window(tmp_path)
    opened.window.actions_by_name["search_form"].trigger()
    dialog = opened.window.findChild(FilterBuilder)
    assert isinstance(dialog, FilterBuilder)
    dialog.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(dialog.words, Qt.Key.Key_F1)
    (area,) = opened.window.findChildren(HelpArea)
    assert area.manual is not None
    assert area.manual.place == Place("library")
    dialog.reject()


def test_every_page_that_a_part_of_the_program_leads_to_is_there() -> None:
    assert set(_PARTS.values()) <= set(page_names())
    for part in _PARTS:
        assert importlib.util.find_spec(f"briefing.desktop.{part}")


def test_each_status_stands_beside_its_sign_and_no_other_picture_is_loaded(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    manual = manual_of(open_window(tmp_path))
    for status in Status:
        picture = manual.page.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(f"status:{status.value}"))
        assert isinstance(picture, QPixmap)
        assert not picture.isNull()
    for other in ("status:none", "file:///etc/hostname", "https://news.example/one.png"):
        empty = manual.page.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(other))
        # Without any answer Qt would open the file itself.
        assert isinstance(empty, QImage)
        assert empty.size() == QSize(1, 1)


def test_links_lead_on_and_back_and_forward_again(open_window: OpenWindow, tmp_path: Path) -> None:
    manual = manual_of(open_window(tmp_path))
    manual.show_page("start")
    manual.page.anchorClicked.emit("statuses.md#links")
    assert manual.place == Place("statuses", "links")
    assert manual.page.toPlainText().startswith("What each status means")
    QTest.keyClick(manual.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.place == Place("start")
    QTest.mouseClick(manual.forward, Qt.MouseButton.LeftButton)
    assert manual.place == Place("statuses", "links")
    assert not manual.forward.isEnabled()


def test_words_are_found_in_all_pages_and_shown_where_they_stand(open_window: OpenWindow, tmp_path: Path) -> None:
    manual = manual_of(open_window(tmp_path))
    manual.search.setFocus()
    QTest.keyClicks(manual.search, "admiralty code")
    assert manual.place == Place("claims", anchor_of("Overruling"))
    lit = {hit.cursor.selectedText().casefold() for hit in manual.page.extraSelections()}
    assert lit == {"admiralty", "code"}
    QTest.keyClick(manual.search, Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.isVisible()
    assert manual.page.extraSelections() == []
    QTest.keyClick(manual.search, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_a_new_key_and_another_look_are_shown_at_once(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window(tmp_path)
    manual = manual_of(opened)
    manual.show_page("opening")
    assert "Ctrl+O" in manual.page.toPlainText()
    opened.window.keys.give("open", QKeySequence("Ctrl+J"))
    assert "Ctrl+J" in manual.page.toPlainText()
    assert "Ctrl+O" not in manual.page.toPlainText()
    before = manual.page.toHtml()
    opened.window._settings.look = Look.DARK if opened.window.theme.name != "dark" else Look.LIGHT
    opened.window.apply_theme()
    assert manual.page.toHtml() != before


def test_the_text_is_set_larger_and_the_size_of_the_window_is_remembered(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    opened = open_window(tmp_path)
    manual = manual_of(opened)
    # As it is when it is first shown: a style sheet that comes later must not set the page anew.
    assert size_of_text(manual) == TEXT_PIXELS
    QTest.keyClick(manual.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert size_of_text(manual) > TEXT_PIXELS
    QTest.keyClick(manual.page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert size_of_text(manual) == TEXT_PIXELS
    manual.resize(700, 500)
    opened.close()
    again = open_window(tmp_path).window
    again.actions_by_name["manual"].trigger()
    (area,) = again.findChildren(HelpArea)
    assert area.manual is not None
    assert area.manual.size() == QSize(700, 500)


def test_every_control_of_manual_keys_and_tour_has_a_name(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    QAccessible.setActive(True)
    opened = open_window(tmp_path)
    manual = manual_of(opened)
    with qtbot.waitSignal(opened.session.articleOpened, timeout=PATIENCE):
        opened.window.actions_by_name["tour"].trigger()
    opened.window.actions_by_name["change_keys"].trigger()
    dialog, bubble = opened.window.findChild(KeysDialog), opened.window.findChild(Bubble)
    nameless = [
        type(control).__name__
        for top in (manual, dialog, bubble)
        for control in top.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not control.objectName().startswith("qt_")
        and (found := QAccessible.queryAccessibleInterface(control)) is not None
        and not found.text(QAccessible.Text.Name)
    ]
    assert nameless == []
    dialog.close()


def test_the_manual_goes_with_its_window(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path)
    manual = manual_of(opened)
    with qtbot.waitSignal(manual.destroyed, timeout=PATIENCE):
        opened.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", page_names())
def test_a_page_says_in_every_language_what_it_says_in_english(name: str, language: str) -> None:
    english, told = read_page(name), read_page(name, language)
    assert told != english
    for what in (r"^#+ ", r"\{key:\w+\}|\{commands\}", r"\]\([\w:.#-]+\)", r"`[^`]*[a-z]:[^`]*`", r"^\|"):
        # In another order perhaps, as another language has it.
        assert Counter(re.findall(what, told, re.M)) == Counter(re.findall(what, english, re.M)), what
    assert Counter(re.findall(r"\d+", told)) == Counter(re.findall(r"\d+", english))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_are_found_by_the_same_links_in_every_language(language: str) -> None:
    english, told = (made_pages((), {}, lambda name: "F1", spoken) for spoken in ("en", language))
    places = [[(page.name, section.anchor) for page in pages for section in page.sections] for pages in (english, told)]
    assert places[0] == places[1]
    assert [page.title for page in english] != [page.title for page in told]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_is_as_large_as_its_letters_and_no_larger_than_the_screen(qtbot: QtBot, scale: float) -> None:
    manual = Manual(lambda: made_pages(all_commands(), {}, lambda _: ""), load_theme("light", scale), scale)
    qtbot.addWidget(manual)
    manual.show()
    room = room_on(manual.screen())
    assert manual.width() == min(round(980 * scale), room.width())
    assert manual.contents.width() >= min(250 * scale, 0.3 * manual.width())
    assert manual.page.width() >= 0.5 * manual.width()
