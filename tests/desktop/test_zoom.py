"""The whole window grows and shrinks with the text, which is set as the reader likes it."""

from pathlib import Path

from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QComboBox, QStyle, QToolButton, QTreeView
from pytestqt.qtbot import QtBot
from windows import OpenWindow, settle

from briefing.desktop.command_palette import CommandPalette
from briefing.desktop.preferences import PreferencesDialog
from briefing.desktop.reader.typography import Face
from briefing.desktop.settings import LARGEST_SCALE, SMALLEST_SCALE, Settings
from briefing.desktop.theme import load_theme, style_sheet_of


def test_lengths_of_the_style_sheet_grow_and_hairlines_stay() -> None:
    usual, large = style_sheet_of(load_theme("light")), style_sheet_of(load_theme("light", 2.0))
    assert "font-size: 13px" in usual
    assert "font-size: 26px" in large
    assert usual.count("1px solid") == large.count("1px solid")


def test_what_stands_around_the_article_grows_with_it(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path / "library").window
    label = window.ledger.head.search
    usual = QFontMetrics(label.font()).height()
    for _ in range(8):
        window.actions_by_name["larger"].trigger()
    qtbot.waitUntil(lambda: window.theme.scale > 1.8)
    assert QFontMetrics(label.font()).height() > 1.6 * usual
    assert window.library._delegate._theme.scale == window.theme.scale
    assert window.tools.iconSize().width() > 36
    # The signs of the statuses, in a choice and in a list.
    assert window.ledger.detail.status_box.iconSize().width() > 28
    tree = QTreeView(window)
    tree.ensurePolished()
    assert tree.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, tree) > 28
    # Those of the commands and of the colours.
    commands = CommandPalette(window.actions(), window)
    commands.list.ensurePolished()
    assert commands.list.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, commands.list) > 33
    for swatch in window.findChildren(QToolButton, "swatch"):
        swatch.ensurePolished()
        assert swatch.iconSize().width() > 40
    window.actions_by_name["normal"].trigger()
    qtbot.waitUntil(lambda: window.theme.scale == 1.0)
    assert QFontMetrics(label.font()).height() == usual


def test_menus_for_which_there_is_no_room_are_behind_an_arrow_that_is_seen(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "library").window
    window.resize(600, 600)
    for _ in range(8):
        window.actions_by_name["larger"].trigger()
    arrow = window.menuBar().findChild(QToolButton, "qt_menubar_ext_button")
    qtbot.waitUntil(arrow.isVisible)
    settle()
    seen = arrow.grab().toImage()
    assert len({seen.pixel(x, y) for x in range(seen.width()) for y in range(seen.height())}) > 1


def test_menus_stay_legible_and_leave_room(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.zoom = 0.7
    assert settings.scale == SMALLEST_SCALE
    settings.zoom = 2.5
    assert settings.scale == LARGEST_SCALE


def test_the_claims_stay_beside_the_article_at_twice_the_size(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "library").window
    window.resize(1380, 860)
    window.actions_by_name["normal"].trigger()
    for _ in range(8):
        window.actions_by_name["larger"].trigger()
    qtbot.waitUntil(lambda: window.theme.scale == LARGEST_SCALE)
    assert window.ledger.isVisible()
    assert not window.library.isVisible()
    assert window.height() == 860
    # The style sheet is that of the whole program, the next test's too.
    window.actions_by_name["normal"].trigger()
    qtbot.waitUntil(lambda: window.theme.scale == 1.0)


def test_face_length_of_lines_and_spacing_are_chosen(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("Ferry talks stall\n\n" + "The harbour master said the ferry would open in May. " * 12)
    opened = open_window(tmp_path / "library")
    window, settings = opened.window, opened.window._settings
    window.resize(1700, 900)
    window.start([file])
    qtbot.waitUntil(lambda: opened.session.showing is not None)
    window.actions_by_name["preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)

    def choose(name: str, value: str) -> None:
        box = dialog.fields[name]
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))

    def column() -> tuple[str, float, float]:
        block = window.reader.document().findBlockByNumber(1)
        line = block.layout().lineAt(0)
        return block.charFormat().font().family(), line.width(), block.blockFormat().lineHeight()

    serif, medium, normal = column()
    assert serif == "Literata"
    choose("line_width", "wide")
    assert column()[1] > medium * 1.15
    choose("line_width", "narrow")
    assert column()[1] < medium * 0.9
    choose("spacing", "loose")
    assert column()[2] > normal * 1.1
    for face, family in (("hyperlegible", "Atkinson Hyperlegible"), ("sans", "Inter")):
        choose("face", face)
        assert column()[0] == family
    assert Settings(tmp_path / "library").typography == settings.typography


def test_all_faces_are_shipped(shipped_fonts: None) -> None:
    for face in Face:
        for italic in (False, True):
            font = face.font(18, italic=italic)
            assert QFontInfo(font).family() == font.families()[0]


def test_the_line_that_is_read_stays_at_the_top_at_any_size_and_width(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "long.txt"
    lines = [f"Paragraph {number} tells of the old ferry and of all who wait for it. " * 4 for number in range(90)]
    file.write_text("\n\n".join(lines), encoding="utf-8")
    opened = open_window(tmp_path / "library")
    window, reader = opened.window, opened.window.reader
    window.resize(1380, 860)
    opened.session.openings.open_files([file])
    qtbot.waitUntil(lambda: "Paragraph 80" in reader.article_text)
    read = reader.article_text.index("Paragraph 80") + 90
    reader.scroll_to(read)
    settle()

    def shown() -> int:
        return reader.top_code_point() - read

    for name in ("larger", "larger", "smaller", "smaller"):
        window.actions_by_name[name].trigger()
        settle()
        assert shown() == 0
    for width in (800, 1380):
        window.resize(width, 860)
        settle()
        assert shown() == 0
    window.actions_by_name["library_pane"].trigger()
    settle()
    assert shown() == 0


def test_the_beginning_stays_in_sight_when_the_window_changes(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, sample_article: Path
) -> None:
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_files([sample_article])
    qtbot.waitUntil(lambda: bool(opened.window.reader.article_text))
    for width in (800, 1380):
        opened.window.resize(width, 700)
        opened.window.actions_by_name["larger"].trigger()
        settle()
        assert opened.window.reader.verticalScrollBar().value() == 0
