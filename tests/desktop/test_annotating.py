"""The reader's own marks: a palette at the selected words, colours by number, notes in Markdown, tags."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow, settle

from briefing.desktop.reader.margin import MarginNotes
from briefing.desktop.reader.selection_palette import SelectionPalette
from briefing.model import Annotation, Span

TEXT = "Bridge closed\n\nThe bridge is safe, Mayor Ada Reed said on Monday. Tolls will fall, Ina Holt said.\n"


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.start([path])
    qtbot.waitUntil(lambda: complete(opened), timeout=PATIENCE)
    opened.window.activateWindow()
    opened.window.reader.setFocus()
    return opened


def complete(opened: Opened) -> bool:
    showing = opened.session.showing
    return bool(showing and showing.analysis and showing.analysis.complete)


def settled(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)


def palette(opened: Opened) -> SelectionPalette:
    return opened.window.reader.findChild(SelectionPalette)


def span_of(opened: Opened, words: str) -> Span:
    start = opened.session.showing.article.text.index(words)
    return Span(start, start + len(words))


def place_of(opened: Opened, words: str) -> tuple[QPoint, QPoint]:
    """Where some words begin and end, in pixels of the pane."""
    reader, span = opened.window.reader, span_of(opened, words)
    reader.select_span(span)
    cursor = reader.textCursor()
    edges = []
    for position in (cursor.selectionStart(), cursor.selectionEnd()):
        at = QTextCursor(reader.document())
        at.setPosition(position)
        edges.append(reader.cursorRect(at).center())
    reader.clear_selection()
    return edges[0], edges[1]


def drag_over(opened: Opened, qtbot: QtBot, words: str) -> None:
    """Select words as one does with the mouse."""
    begin, end = place_of(opened, words)
    viewport = opened.window.reader.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(viewport, (begin + end) / 2)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def only(opened: Opened) -> Annotation:
    (found,) = opened.session.showing.annotations
    return found


@pytest.mark.parametrize(
    ("how", "selected"),
    [
        (Qt.KeyboardModifier.NoModifier, "Mayor Ada Reed"),
        (Qt.KeyboardModifier.AltModifier, "yor Ada Re"),
    ],
)
def test_the_mouse_selects_whole_words_and_letters_with_alt(opened, qtbot, how, selected):
    begin, end = place_of(opened, "yor Ada Re")
    viewport = opened.window.reader.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(viewport, (begin + end) / 2)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, how, end)
    assert opened.window.reader.selected_span().of(opened.session.showing.article.text) == selected
    qtbot.keyClick(opened.window, "H")
    settled(opened, qtbot)
    assert only(opened).anchor.exact == selected


def test_a_palette_comes_beside_the_selected_words_and_leaves_them_and_the_focus_alone(opened, qtbot):
    drag_over(opened, qtbot, "Mayor Ada Reed")
    qtbot.waitUntil(palette(opened).isVisible)
    assert opened.window.reader.hasFocus()
    begin, end = place_of_kept(opened)
    assert not palette(opened).geometry().contains(begin)
    assert not palette(opened).geometry().contains(end)
    assert opened.window.reader.viewport().rect().contains(palette(opened).geometry())


def place_of_kept(opened: Opened) -> tuple[QPoint, QPoint]:
    """Where the selection begins and ends now."""
    reader = opened.window.reader
    first, last = QTextCursor(reader.textCursor()), QTextCursor(reader.textCursor())
    first.setPosition(reader.textCursor().selectionStart())
    last.setPosition(reader.textCursor().selectionEnd())
    return reader.cursorRect(first).center(), reader.cursorRect(last).center()


def test_a_selection_made_with_the_keyboard_brings_the_palette_too_and_escape_closes_it(opened, qtbot):
    reader = opened.window.reader
    for _ in range(3):
        qtbot.keyClick(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(palette(opened).isVisible)
    qtbot.keyClick(reader, Qt.Key.Key_Escape)
    assert not palette(opened).isVisible()
    assert reader.selected_span() is not None


def test_it_goes_when_nothing_is_selected_any_more(opened, qtbot):
    opened.window.reader.select_span(span_of(opened, "Tolls"))
    qtbot.waitUntil(palette(opened).isVisible)
    opened.window.reader.clear_selection()
    assert not palette(opened).isVisible()


def test_a_swatch_highlights_the_words_in_its_colour(opened, qtbot):
    drag_over(opened, qtbot, "Mayor Ada Reed")
    qtbot.waitUntil(palette(opened).isVisible)
    qtbot.mouseClick(palette(opened).swatches[3], Qt.MouseButton.LeftButton)
    settled(opened, qtbot)
    assert (only(opened).anchor.exact, only(opened).colour) == ("Mayor Ada Reed", 4)
    assert not palette(opened).isVisible()


def test_a_number_highlights_and_another_one_changes_the_chosen_highlight(opened, qtbot):
    opened.window.reader.select_span(span_of(opened, "Tolls will fall"))
    qtbot.keyClick(opened.window, "6")
    settled(opened, qtbot)
    assert only(opened).colour == 6
    opened.window.reader.annotationClicked.emit(only(opened).id)
    opened.window.reader.setFocus()
    qtbot.keyClick(opened.window, "2")
    settled(opened, qtbot)
    assert only(opened).colour == 2
    assert opened.window.notes.colours[1].isChecked()
    opened.window.actions_by_name["undo"].trigger()
    settled(opened, qtbot)
    assert only(opened).colour == 6
    assert opened.window.notes.colours[5].isChecked()


def test_a_highlight_just_made_is_the_one_that_a_note_is_written_on(opened, qtbot):
    notes = opened.window.notes
    opened.window.reader.select_span(span_of(opened, "Ina Holt"))
    qtbot.keyClick(opened.window, "N")
    qtbot.keyClicks(notes.note, "First")
    opened.window.reader.setFocus()
    opened.window.reader.select_span(span_of(opened, "Tolls will fall"))
    qtbot.keyClick(opened.window, "H")
    qtbot.keyClick(opened.window, "N")
    assert notes.note.hasFocus()
    qtbot.keyClicks(notes.note, "Second")
    notes.close_note()
    settled(opened, qtbot)
    written = {entry.anchor.exact: entry.note for entry in opened.session.showing.annotations}
    assert written == {"Ina Holt": "First", "Tolls will fall": "Second"}


def test_a_highlight_just_made_is_forgotten_when_the_reader_goes_elsewhere(opened, qtbot):
    opened.window.reader.select_span(span_of(opened, "Tolls will fall"))
    qtbot.keyClick(opened.window, "H")
    settled(opened, qtbot)
    # To the side brings the text cursor up; from then on it moves.
    qtbot.keyClick(opened.window.reader, Qt.Key.Key_Left)
    qtbot.keyClick(opened.window.reader, Qt.Key.Key_Home)
    qtbot.keyClick(opened.window, "N")
    assert not opened.window.notes.isVisible()
    assert "Select some words" in opened.window.messages.message.sentence


@pytest.mark.qt_log_ignore("grabbing the keyboard", r"raise\(\)", extend=True)
def test_tags_are_typed_ahead_over_those_used_before(opened, qtbot):
    tags = opened.window.notes.tags
    opened.window.reader.select_span(span_of(opened, "Tolls will fall"))
    qtbot.keyClick(opened.window, "T")
    qtbot.keyClicks(tags, "money, Check twice")
    qtbot.keyClick(tags, Qt.Key.Key_Return)
    settled(opened, qtbot)
    assert only(opened).tags == ("money", "Check twice")
    opened.window.reader.select_span(span_of(opened, "Ina Holt"))
    opened.window.actions_by_name["tag"].trigger()
    settled(opened, qtbot)
    qtbot.keyClicks(tags, "who, che")
    popup = tags._completer.popup()
    assert [popup.model().index(0, 0).data()] == ["Check twice"]
    tags._rest.timeout.emit()
    assert popup.isVisible()
    assert tags.typing
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert tags.tags == ("who", "Check twice")
    opened.window.notes.close_note()
    settled(opened, qtbot)
    assert {entry.tags for entry in opened.session.showing.annotations} == {
        ("money", "Check twice"),
        ("who", "Check twice"),
    }


def test_a_note_is_shown_set_while_it_is_not_written_and_kept_as_typed(opened, qtbot):
    notes = opened.window.notes
    opened.window.reader.select_span(span_of(opened, "Ina Holt"))
    qtbot.keyClick(opened.window, "N")
    qtbot.keyClicks(notes.note, "Ask **her** <b>twice</b>")
    assert notes.note.isVisible()
    opened.window.reader.setFocus()
    qtbot.waitUntil(notes.set_note.isVisible)
    assert notes.set_note.toPlainText() == "Ask her <b>twice</b>"
    settled(opened, qtbot)
    assert only(opened).note == "Ask **her** <b>twice</b>"
    qtbot.mouseClick(notes.set_note.viewport(), Qt.MouseButton.LeftButton)
    assert notes.note.isVisible()
    assert notes.note.toPlainText() == "Ask **her** <b>twice</b>"


def test_the_words_of_a_note_stay_where_they_were_typed_when_the_field_is_left(opened, qtbot):
    notes = opened.window.notes
    opened.window.reader.select_span(span_of(opened, "Ina Holt"))
    qtbot.keyClick(opened.window, "N")
    qtbot.keyClicks(notes.note, "Ask her")
    typed = notes.note.viewport().geometry()
    opened.window.reader.setFocus()
    qtbot.waitUntil(notes.set_note.isVisible)
    settle()
    assert notes.set_note.viewport().geometry() == typed


def test_selected_words_are_copied_and_what_was_copied_with_them_is_told(opened, qtbot):
    opened.window.reader.select_span(span_of(opened, "Tolls will fall"))
    qtbot.keyClick(opened.window, "Q")
    assert QGuiApplication.clipboard().text().startswith("“Tolls will fall” “Bridge closed”, paragraph 1, read ")
    assert opened.window.messages.message.sentence == "The words are copied, with: title, paragraph, day of reading."


def margin(opened: Opened) -> MarginNotes:
    return opened.window.reader.findChild(MarginNotes)


def test_notes_stand_in_a_wide_margin_beside_their_words_and_leave_a_narrow_one(opened, qtbot):
    opened.window.resize(2000, 900)
    for words in ("Mayor Ada Reed", "Ina Holt"):
        opened.session.edits.annotate(span_of(opened, words), 2, f"Ask **{words}**")
    settled(opened, qtbot)
    qtbot.waitUntil(lambda: margin(opened).isVisible() and len(margin(opened).places()) == 2)
    (first, above), (second, below) = margin(opened).places()
    assert (first.words, second.words) == ("Ask Mayor Ada Reed", "Ask Ina Holt")
    assert above.top() == opened.window.reader.top_of(first.span)
    assert below.top() > above.bottom()
    painted = margin(opened).grab().toImage()
    edge = opened.window.theme.highlight_edge(2).rgb()
    assert [painted.pixelColor(1, place.center().y()).rgb() for place in (above, below)] == [edge, edge]
    reader = opened.window.reader
    beside = reader.document().rootFrame().frameFormat().rightMargin()
    assert margin(opened).geometry().left() > reader.viewport().width() - beside
    qtbot.mouseClick(margin(opened), Qt.MouseButton.LeftButton, pos=below.center())
    assert opened.window.notes.note.toPlainText() == "Ask **Ina Holt**"
    opened.window.resize(1100, 900)
    qtbot.waitUntil(lambda: not margin(opened).isVisible())


def test_notes_in_the_margin_stay_beside_their_words_when_the_article_is_scrolled(opened, qtbot):
    window = opened.window
    window.resize(1900, 500)
    window.ledger.hide()
    window.reader.set_zoom(1.6)
    span = span_of(opened, "Tolls will fall")
    opened.session.edits.annotate(span, 1, "Since when?")
    margin = window.reader.findChild(MarginNotes)
    qtbot.waitUntil(lambda: margin.isVisible() and bool(margin.places()))
    bar = window.reader.verticalScrollBar()
    for value in (60, 0, bar.maximum()):
        bar.setValue(value)
        place = margin.places()[0][1].translated(margin.pos())
        assert margin.y() == 0
        assert abs(place.top() - window.reader.top_of(span)) <= 2


def test_a_note_never_covers_the_words_that_it_is_about(opened, qtbot):
    window, reader = opened.window, opened.window.reader
    window.resize(1200, 520)
    span = Span(len(reader.article_text) - 12, len(reader.article_text) - 2)
    reader.reveal(span)
    settle()
    reader.select_span(span)
    qtbot.keyClick(window, "N")
    qtbot.waitUntil(window.notes.isVisible)
    settle()
    qtbot.waitUntil(lambda: 0 <= reader.top_of(span) < reader.viewport().height() - 24)


def test_esc_leaves_a_note_and_a_second_one_puts_it_away(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.reader.select_span(span_of(opened, "bridge is safe"))
    window.actions_by_name["note"].trigger()
    qtbot.waitUntil(window.notes.note.hasFocus, timeout=PATIENCE)
    qtbot.keyClicks(window.notes.note, "Says who?")
    qtbot.keyClick(window.notes.note, Qt.Key.Key_Escape)
    assert window.notes.isVisible()
    qtbot.keyClick(window.reader, Qt.Key.Key_Escape)
    assert not window.notes.isVisible()
    assert window.reader.hasFocus()
    settled(opened, qtbot)
    assert [one.note for one in opened.session.showing.annotations] == ["Says who?"]


def test_a_note_that_is_open_gives_way_to_a_claim_elsewhere_and_never_while_it_is_written(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened.window
    opened.session.edits.annotate(span_of(opened, "Tolls"), 1, "How much?")
    settled(opened, qtbot)
    (note,) = opened.session.showing.annotations
    safe, tolls = opened.session.showing.claims
    window.reader.annotationClicked.emit(note.id)
    qtbot.waitUntil(window.notes.isVisible, timeout=PATIENCE)
    window.ledger.choose(safe.id)
    assert window.notes.isVisible(), "its field has the keys"
    window.reader.setFocus()
    window.ledger.choose(tolls.id)
    assert window.notes.isVisible(), "it lies on this very claim"
    window.ledger.choose(safe.id)
    assert not window.notes.isVisible()
