"""In real windows on a real library: what is typed in any field stands in it and on the disk, also with two windows."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from test_draft import Field, Typist, caret, shown
from windows import Opened, OpenWindow

from briefing.desktop.briefs.brief_editor import BriefEditor
from briefing.desktop.briefs.composer import Composer
from briefing.intake import read_bytes
from briefing.library import KeepBrief, RemoveBrief, open_library, queries
from briefing.model import Annotation, BriefLine, BriefSection, LineKind, Span, StoredBrief, anchor
from briefing.service import BriefTold, service
from briefing.service.annotation_queries import TellOwn
from briefing.service.brief_queries import TellBrief

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PATIENCE = 120_000
WORDS = "We have seen the memo ourselves."
TEXT = "Bridge closed\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with an article, and a brief of two sections."""
    monkeypatch.setattr(service, "LOOKING_OUT", 0.02)
    folder = tmp_path / "library"
    library = open_library(folder)
    read = read_bytes(TEXT.encode(), name="bridge.txt")
    library.keep_article(read.article, read.original)
    sections = (BriefSection("One", (text_line("a"), text_line("b"))), BriefSection("Two", (text_line("c"),)))
    library.perform(KeepBrief(StoredBrief("brief", "Brief", NOW, sections=sections)))
    library.close()
    return folder


def text_line(line_id: str) -> BriefLine:
    return BriefLine(line_id, LineKind.TEXT)


def composer_of(opened: Opened) -> Composer:
    (found,) = opened.window.findChildren(Composer)
    return found


@pytest.fixture
def compose(open_window: OpenWindow, folder: Path, qtbot: QtBot) -> Callable[[], tuple[Opened, BriefEditor]]:
    """Opens a window with the composer, the brief in it."""

    def made() -> tuple[Opened, BriefEditor]:
        opened = open_window(folder)
        opened.window.actions_by_name["briefs"].trigger()
        editor = composer_of(opened).editor
        qtbot.waitUntil(lambda: editor.kept is not None, timeout=PATIENCE)
        return opened, editor

    return made


def choose(editor: BriefEditor, section: int, line: int | None = None) -> None:
    head = editor.lines.index(section, 0)
    editor.tree.setCurrentIndex(head if line is None else editor.lines.index(line, 0, head))


def settled(qtbot: QtBot, *windows: Opened) -> None:
    """Wait until all is on the disk, and every composer has been told so."""
    for opened in windows:
        if composers := opened.window.findChildren(Composer):
            composers[0].editor.flush()
        opened.window.notes.flush()
        qtbot.waitUntil(lambda opened=opened: not opened.session.history.busy, timeout=PATIENCE)
        told(opened, qtbot)


def told(opened: Opened, qtbot: QtBot) -> None:
    """Have the composer told of its brief now."""
    if not opened.window.findChildren(Composer):
        return
    heard: list[BriefTold] = []

    def hear(event: object) -> None:
        if isinstance(event, BriefTold):
            heard.append(event)

    opened.session.eventHeard.connect(hear)
    opened.service.ask(TellBrief("brief"))
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    opened.session.eventHeard.disconnect(hear)


def on_disk(folder: Path) -> StoredBrief:
    library = open_library(folder)
    (found,) = library.ask(queries.Briefs())
    library.close()
    return found


def field_of(editor: BriefEditor, name: str) -> Field:
    match name:
        case "words":
            choose(editor, 0, 1)
            return editor.words
        case "heading":
            choose(editor, 1)
            return editor.heading
        case "purpose":
            return editor.purpose
        case _:
            return editor.title


def words_on_disk(folder: Path, name: str) -> str:
    kept = on_disk(folder)
    found = {"words": kept.sections[0].lines[1].text, "heading": kept.sections[1].heading}
    return found[name] if name in found else str(getattr(kept, name))


@pytest.mark.parametrize("name", ["words", "heading", "purpose", "title"])
def test_what_is_typed_in_the_composer_at_any_pace_stands_there(compose, folder, qtbot, name) -> None:
    opened, editor = compose()
    chance = random.Random(name)
    field = field_of(editor, name)
    typist = Typist(field)
    typist.words = shown(field)
    typist.caret = caret(field)
    for letter in WORDS:
        typist.act(letter)
        match chance.randrange(6):
            case 0:
                field.flush()
            case 1:
                told(opened, qtbot)
            case 2:
                field.flush()
                told(opened, qtbot)
            case 3 if name != "heading":
                editor.title.flush()
                opened.service.ask(TellBrief("brief"))
            case 4:
                typist.act(chance.choice(["left", "right", "end"]))
        assert (shown(field), caret(field)) == (typist.words, typist.caret)
    settled(qtbot, opened)
    assert (shown(field), caret(field)) == (typist.words, typist.caret)
    assert words_on_disk(folder, name) == typist.words.strip()


def test_lines_stay_where_they_were_typed_while_one_goes_from_one_to_the_other(compose, folder, qtbot) -> None:
    opened, editor = compose()
    for number, letter in enumerate("abcdef"):
        choose(editor, 0, number % 2)
        QTest.keyClicks(editor.words, letter)
        if number % 3 == 0:
            opened.service.ask(TellBrief("brief"))
    settled(qtbot, opened)
    assert [line.text for line in on_disk(folder).sections[0].lines] == ["ace", "bdf"]


def test_a_new_section_is_named_at_once(compose, folder, qtbot) -> None:
    opened, editor = compose()
    choose(editor, 0)
    button = next(one for one in editor.findChildren(QPushButton) if one.text() == "Section")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert editor.heading.isVisible()
    assert editor.heading.selectedText() == "Section"
    QTest.keyClicks(editor.heading, "At stake")
    settled(qtbot, opened)
    assert [one.heading for one in on_disk(folder).sections] == ["One", "At stake", "Two"]
    assert editor.lines.index(1, 0).data() == "At stake"


def test_a_section_that_is_moved_takes_its_name_and_its_choice_along(compose, folder, qtbot) -> None:
    opened, editor = compose()
    choose(editor, 1)
    QTest.keyClicks(editor.heading, " more")
    editor._move(-1)
    assert editor.lines.section_of(editor.tree.currentIndex()) == 0
    QTest.keyClicks(editor.heading, " still")
    settled(qtbot, opened)
    assert [one.heading for one in on_disk(folder).sections] == ["Two more still", "One"]


def test_the_buttons_stay_where_they_are_whatever_is_chosen(compose, qtbot) -> None:
    _, editor = compose()

    def places() -> list[int]:
        return [one.mapTo(editor, one.rect().topLeft()).y() for one in editor.findChildren(QPushButton)]

    choose(editor, 0)
    before = places()
    choose(editor, 0, 1)
    assert places() == before
    editor.tree.clearSelection()
    assert places() == before


def test_escape_leaves_a_field_of_the_composer_and_keeps_what_was_typed(compose, folder, qtbot) -> None:
    opened, editor = compose()
    choose(editor, 0, 0)
    editor.words.setFocus()
    QTest.keyClicks(editor.words, "Kept")
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert editor.tree.hasFocus()
    assert composer_of(opened).isVisible()
    QTest.keyClick(editor.tree, Qt.Key.Key_Escape)
    assert not composer_of(opened).isVisible()
    settled(qtbot, opened)
    assert on_disk(folder).sections[0].lines[0].text == "Kept"


def test_two_windows_write_on_one_brief_and_neither_loses_a_word(compose, folder, qtbot) -> None:
    (one, here), (two, there) = compose(), compose()
    choose(here, 0, 0)
    choose(there, 0, 1)
    for mine, theirs in zip("We have seen it.", "They have not it", strict=True):
        QTest.keyClicks(here.words, mine)
        QTest.keyClicks(there.words, theirs)
        QTest.keyClicks(here.title, mine.lower())
        QTest.keyClicks(there.purpose, theirs)
    settled(qtbot, one, two)
    kept = on_disk(folder)
    assert [line.text for line in kept.sections[0].lines] == ["We have seen it.", "They have not it"]
    assert (kept.title, kept.purpose) == ("Briefwe have seen it.", "They have not it")
    qtbot.waitUntil(lambda: here.purpose.toPlainText() == "They have not it", timeout=PATIENCE)
    qtbot.waitUntil(lambda: there.title.text() == "Briefwe have seen it.", timeout=PATIENCE)
    assert here.words.toPlainText() == "We have seen it."


def test_a_brief_that_is_made_in_another_window_takes_nobody_away_from_his_own(compose, folder, qtbot) -> None:
    (one, here), (two, there) = compose(), compose()
    QTest.keyClicks(here.purpose, "For ")
    composer_of(two).briefWished.emit()
    qtbot.waitUntil(lambda: composer_of(one).list.count() == 2, timeout=PATIENCE)
    assert composer_of(one).brief_id == "brief"
    QTest.keyClicks(here.purpose, "Monday")
    qtbot.waitUntil(lambda: there.kept is not None and there.kept.id != "brief", timeout=PATIENCE)
    here.flush()
    qtbot.waitUntil(lambda: not one.session.history.busy, timeout=PATIENCE)
    library = open_library(folder)
    assert library.ask(queries.BriefOf("brief")).purpose == "For Monday"
    library.close()


def test_what_is_typed_on_when_the_brief_was_thrown_away_elsewhere_lands_on_no_other(compose, folder, qtbot) -> None:
    (one, here), (two, _) = compose(), compose()
    composer_of(two).briefWished.emit()
    qtbot.waitUntil(lambda: composer_of(one).list.count() == 2, timeout=PATIENCE)
    here.purpose.setFocus()
    two.session.history.do("Bin", RemoveBrief("brief"))
    qtbot.waitUntil(lambda: composer_of(one).list.count() == 1, timeout=PATIENCE)
    assert composer_of(one).focusWidget() is composer_of(one).list
    assert here.kept is not None


# Notes


@pytest.fixture
def read(open_window: OpenWindow, folder: Path, qtbot: QtBot) -> Callable[[], Opened]:
    """Opens a window with the article."""

    def made() -> Opened:
        opened = open_window(folder)
        opened.window.open_kept(1)
        qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
        return opened

    return made


def write_on(opened: Opened, words: str) -> Annotation:
    start = TEXT.index(words)
    opened.window.reader.select_span(Span(start, start + len(words)))
    opened.window.actions_by_name["note"].trigger()
    found = opened.session.edits.annotation(opened.window.notes.annotation_id)
    assert found
    return found


def notes_of(opened: Opened) -> list[str]:
    return [one.note for one in opened.session.showing.annotations]


def notes_on_disk(folder: Path) -> list[tuple[str, tuple[str, ...], int]]:
    library = open_library(folder)
    found = [(one.note, one.tags, one.colour) for one in library.ask(queries.AnnotationsOn(1))]
    library.close()
    return found


def test_a_note_is_what_was_typed_though_it_is_told_of_meanwhile(read, folder, qtbot) -> None:
    opened = read()
    write_on(opened, "until May")
    chance, note = random.Random(4), opened.window.notes.note
    typist = Typist(note)
    for letter in WORDS:
        typist.act(letter)
        match chance.randrange(5):
            case 0:
                note.flush()
            case 1:
                note.flush()
                qtbot.waitUntil(lambda: not opened.session.history.busy, timeout=PATIENCE)
            case 2:
                opened.service.ask(TellOwn(1))
                opened.session.ownChanged.emit(opened.session.showing)
            case 3:
                typist.act(chance.choice(["left", "home", "end"]))
        assert (shown(note), caret(note)) == (typist.words, typist.caret)
    settled(qtbot, opened)
    assert [one[0] for one in notes_on_disk(folder)] == [typist.words] == [shown(note)]


def test_note_tags_and_colour_from_two_windows_are_all_kept(read, folder, qtbot) -> None:
    one, two = read(), read()
    made = write_on(one, "until May")
    settled(qtbot, one)
    qtbot.waitUntil(lambda: two.session.edits.annotation(made.id) is not None, timeout=PATIENCE)
    two.window.reader.annotationClicked.emit(made.id)
    QTest.keyClicks(one.window.notes.note, "Which May?")
    QTest.keyClicks(two.window.notes.tags, "dates, may")
    one.window.notes.flush()
    two.window.notes.flush()
    two.window.notes.colourChosen.emit(made.id, 5)
    settled(qtbot, one, two)
    assert notes_on_disk(folder) == [("Which May?", ("dates", "may"), 5)]
    qtbot.waitUntil(lambda: two.window.notes.note.toPlainText() == "Which May?", timeout=PATIENCE)
    qtbot.waitUntil(lambda: one.window.notes.tags.tags == ("dates", "may"), timeout=PATIENCE)


def test_tags_are_kept_once_typing_rests_though_the_line_is_not_left(read, folder, qtbot) -> None:
    opened = read()
    write_on(opened, "until May")
    tags = opened.window.notes.tags
    tags._rest.setInterval(10)
    tags.setFocus()
    QTest.keyClicks(tags, "dates, ")
    qtbot.waitUntil(lambda: notes_on_disk(folder) == [("", ("dates",), 1)], timeout=PATIENCE)
    told(opened, qtbot)
    assert (tags.text(), tags.cursorPosition()) == ("dates, ", 7)
    QTest.keyClicks(tags, "may")
    settled(qtbot, opened)
    assert notes_on_disk(folder) == [("", ("dates", "may"), 1)]


def test_what_two_windows_write_on_one_highlight_is_all_in_its_note(read, folder, qtbot) -> None:
    one, two = read(), read()
    made = write_on(one, "until May")
    settled(qtbot, one)
    qtbot.waitUntil(lambda: two.session.edits.annotation(made.id) is not None, timeout=PATIENCE)
    two.window.reader.annotationClicked.emit(made.id)
    QTest.keyClicks(one.window.notes.note, "Which May?")
    QTest.keyClicks(two.window.notes.note, "Ask her.")
    settled(qtbot, one, two)
    ((note, _, _),) = notes_on_disk(folder)
    assert "Which May?" in note
    assert "Ask her." in note
    for opened in (one, two):
        qtbot.waitUntil(lambda field=opened.window.notes.note: field.toPlainText() == note, timeout=PATIENCE)


def test_undoing_a_note_leaves_what_another_window_wrote_since(read, folder, qtbot) -> None:
    one, two = read(), read()
    made = write_on(one, "until May")
    settled(qtbot, one)
    one.session.edits.change_annotation(made.id, "Write note", note="First.")
    settled(qtbot, one)
    qtbot.waitUntil(lambda: "First." in notes_of(two), timeout=PATIENCE)
    two.session.edits.change_annotation(made.id, "Write note", note="First. Second.")
    settled(qtbot, two)
    one.session.history.undo()
    settled(qtbot, one)
    assert [one[0].strip() for one in notes_on_disk(folder)] == ["Second."]


def test_edits_that_were_joined_are_undone_to_the_words_before_all_of_them_and_done_again(read, folder, qtbot) -> None:
    opened = read()
    made = opened.session.edits.annotate(anchor(TEXT, Span(15, 25)).span, 1, "Before")
    settled(qtbot, opened)
    for words in ("Before a", "Before ab", "Before abc"):
        opened.session.edits.change_annotation(made.id, "Write note", note=words)
    settled(qtbot, opened)
    opened.session.history.undo()
    settled(qtbot, opened)
    assert [one[0] for one in notes_on_disk(folder)] == ["Before"]
    opened.session.history.redo()
    settled(qtbot, opened)
    assert [one[0] for one in notes_on_disk(folder)] == ["Before abc"]


def test_what_is_typed_into_a_brief_without_a_pause_is_one_step(compose, folder, qtbot) -> None:
    opened, editor = compose()
    choose(editor, 0, 0)
    for letter in "memo":
        QTest.keyClicks(editor.words, letter)
        editor.words.flush()
    settled(qtbot, opened)
    opened.session.history.undo()
    settled(qtbot, opened)
    assert on_disk(folder).sections[0].lines[0].text == ""
    assert editor.words.toPlainText() == ""
    opened.session.history.redo()
    settled(qtbot, opened)
    assert on_disk(folder).sections[0].lines[0].text == "memo"


def test_a_note_that_is_written_on_comes_back_when_another_window_throws_it_away(read, folder, qtbot) -> None:
    one, two = read(), read()
    made = write_on(one, "until May")
    settled(qtbot, one)
    qtbot.waitUntil(lambda: two.session.edits.annotation(made.id) is not None, timeout=PATIENCE)
    QTest.keyClicks(one.window.notes.note, "Which")
    told: list[object] = []
    one.session.ownChanged.connect(told.append)
    two.session.edits.remove_annotation(made.id)
    one.window.notes.note._draft._timer.stop()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert one.window.notes.isVisible()
    QTest.keyClicks(one.window.notes.note, " May?")
    settled(qtbot, one)
    assert [note for note, _, _ in notes_on_disk(folder)] == ["Which May?"]


def test_a_note_is_still_written_when_one_comes_back_from_another_window(read, folder, qtbot) -> None:
    one = read()
    write_on(one, "until May")
    QTest.keyClicks(one.window.notes.note, "Which")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not one.window.notes.note.hasFocus(), timeout=PATIENCE)
    settled(qtbot, one)
    assert one.window.notes.note.isVisible()
    one.window.activateWindow()
    qtbot.waitUntil(one.window.notes.note.hasFocus, timeout=PATIENCE)
    QTest.keyClicks(QApplication.focusWidget(), " May?")
    settled(qtbot, one)
    assert [note for note, _, _ in notes_on_disk(folder)] == ["Which May?"]


@pytest.mark.parametrize("field", ["note", "tags"])
def test_escape_leaves_the_note_and_the_next_letter_is_a_command(read, folder, qtbot, field) -> None:
    opened = read()
    write_on(opened, "until May")
    written = getattr(opened.window.notes, field)
    written.setFocus()
    QTest.keyClicks(written, "May")
    QTest.keyClick(written, Qt.Key.Key_Escape)
    assert opened.window.reader.hasFocus()
    QTest.keyClick(opened.window.reader, "j")
    settled(qtbot, opened)
    ((note, tags, _),) = notes_on_disk(folder)
    assert (note, *tags) == ({"note": ("May",), "tags": ("", "May")}[field])


# What comes late


@pytest.fixture
def late(folder: Path, tmp_path: Path) -> Path:
    """A file that is not in the library yet."""
    path = tmp_path / "ferry.txt"
    path.write_text("The ferry\n\nThe ferry will sail again in June.\n", encoding="utf-8")
    return path


def title(opened: Opened) -> str:
    return opened.session.showing.article.title if opened.session.showing else ""


def said(opened: Opened, words: str) -> bool:
    message = opened.window.messages.message
    return message is not None and words in message.sentence


def test_an_article_that_comes_while_a_note_is_written_waits_to_be_shown(read, folder, late, qtbot) -> None:
    opened = read()
    write_on(opened, "until May")
    opened.session.openings.open_files([late])
    QTest.keyClicks(opened.window.notes.note, "Which")
    qtbot.waitUntil(lambda: said(opened, "“The ferry” can be read now."), timeout=PATIENCE)
    QTest.keyClicks(opened.window.notes.note, " May?")
    assert title(opened) == "Bridge closed"
    settled(qtbot, opened)
    assert notes_on_disk(folder)[0][0] == "Which May?"
    opened.window.messages.message.act()
    qtbot.waitUntil(lambda: title(opened) == "The ferry", timeout=PATIENCE)


def test_the_first_article_of_an_import_waits_as_well(read, folder, late, qtbot) -> None:
    opened = read()
    write_on(opened, "until May")
    opened.session.openings.import_paths([late])
    QTest.keyClicks(opened.window.notes.note, "Which May?")
    qtbot.waitUntil(lambda: said(opened, "can be read now."), timeout=PATIENCE)
    assert title(opened) == "Bridge closed"
    assert opened.window.notes.note.hasFocus()


def test_an_article_that_was_asked_for_last_is_shown_at_once(read, late, qtbot) -> None:
    opened = read()
    write_on(opened, "until May")
    QTest.keyClicks(opened.window.notes.note, "Which May?")
    opened.session.openings.open_files([late])
    qtbot.waitUntil(lambda: title(opened) == "The ferry", timeout=PATIENCE)
    assert opened.window.reader.hasFocus()


def test_an_article_takes_no_letter_from_what_is_searched_for(read, late, qtbot) -> None:
    opened = read()
    opened.session.openings.open_kept(1)
    opened.window.library.search.setFocus()
    QTest.keyClicks(opened.window.library.search, "fer")
    shown: list[object] = []
    opened.session.articleOpened.connect(shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=PATIENCE)
    QTest.keyClicks(opened.window.focusWidget(), "ry")
    assert opened.window.library.search.text() == "ferry"


def test_a_note_goes_on_when_its_article_is_shown_again(read, folder, qtbot) -> None:
    opened = read()
    write_on(opened, "until May")
    settled(qtbot, opened)
    QTest.keyClicks(opened.window.notes.note, "Which")
    shown: list[object] = []
    opened.session.articleOpened.connect(shown.append)
    opened.session.show_again()
    qtbot.waitUntil(lambda: bool(shown), timeout=PATIENCE)
    QTest.keyClicks(opened.window.focusWidget(), " May?")
    settled(qtbot, opened)
    assert notes_on_disk(folder)[0][0] == "Which May?"
