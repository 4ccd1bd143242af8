"""What is typed in a field that is saved meanwhile stands there and in the store, whatever is told of it and when."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.desktop.draft import change, moved
from briefing.desktop.line_field import LineField
from briefing.desktop.note_field import NoteField
from briefing.model.merge import merged_words

Field = NoteField | LineField

KEYS = {"left": Qt.Key.Key_Left, "right": Qt.Key.Key_Right, "home": Qt.Key.Key_Home, "end": Qt.Key.Key_End}


class Store:
    """A store that answers late: what is written is told when the test says so, also what stood there before."""

    def __init__(self, *fields: Field) -> None:
        self.fields = fields
        self.words = ""
        self._told: list[str] = [""]
        self._last = 0
        for field in fields:
            field.tell("thing", "")
            field.written.connect(self._take)

    def _take(self, subject: str, words: str, was: str) -> None:
        del subject
        self.words = merged_words(was, words, self.words)
        self._told.append(self.words)

    def tell(self, back: int = 0) -> None:
        """Tell what is there now, or what was there some changes ago, as if it came late.

        Answers come in the order of the changes: nothing older comes after something newer.
        """
        self._last = max(self._last, len(self._told) - 1 - back)
        for field in self.fields:
            field.tell("thing", self._told[self._last])

    def settle(self) -> None:
        """Let all that was sent arrive."""
        for field in self.fields:
            field.flush()
        for field in self.fields:
            field.settle()
        self.tell()
        self._told, self._last = [self.words], 0


class Typist:
    """Types in a field, and remembers what must stand there."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.words, self.caret = "", 0

    def act(self, what: str) -> None:
        """Press a key: a letter, or one that moves the caret or deletes."""
        if what in KEYS:
            QTest.keyClick(self.field, KEYS[what])
            last = len(self.words)
            places = {"left": max(0, self.caret - 1), "right": min(last, self.caret + 1), "home": 0, "end": last}
            self.caret = places[what]
        elif what == "back":
            QTest.keyClick(self.field, Qt.Key.Key_Backspace)
            if self.caret:
                self.words = self.words[: self.caret - 1] + self.words[self.caret :]
                self.caret -= 1
        else:
            QTest.keyClicks(self.field, what)
            self.words = self.words[: self.caret] + what + self.words[self.caret :]
            self.caret += 1


def shown(field: Field) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def caret(field: Field) -> int:
    return field.cursorPosition() if isinstance(field, LineField) else field.textCursor().position()


@pytest.fixture(params=[NoteField, LineField])
def make(request: pytest.FixtureRequest, qtbot: QtBot) -> Callable[[], Field]:
    def made() -> Field:
        field = request.param()
        qtbot.addWidget(field)
        return field

    return made


acts = st.sampled_from([*"abc", "left", "right", "home", "end", "back"])
echoes = st.sampled_from(["pause", "echo", "old echo", "older echo", "settle"])
lasting = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@lasting
@given(st.lists(acts | echoes, max_size=40))
def test_what_is_typed_stands_in_the_field_and_in_the_store(make: Callable[[], Field], script: list[str]) -> None:
    field = make()
    store, typist = Store(field), Typist(field)
    for what in script:
        match what:
            case "pause":
                field.flush()
            case "echo" | "old echo" | "older echo":
                store.tell(["echo", "old echo", "older echo"].index(what))
            case "settle":
                store.settle()
            case _:
                typist.act(what)
        assert (shown(field), caret(field)) == (typist.words, typist.caret)
    store.settle()
    assert (shown(field), store.words, caret(field)) == (typist.words, typist.words, typist.caret)


@lasting
@given(st.lists(st.tuples(st.booleans(), acts | echoes), max_size=40))
def test_two_windows_on_one_field_end_with_the_same_words(
    make: Callable[[], Field], script: list[tuple[bool, str]]
) -> None:
    fields = make(), make()
    store = Store(*fields)
    for first, what in script:
        match what:
            case "pause":
                fields[first].flush()
            case "echo" | "old echo" | "older echo":
                store.tell()
            case "settle":
                store.settle()
            case _:
                Typist(fields[first]).act(what)
    store.settle()
    store.settle()
    assert shown(fields[0]).strip() == shown(fields[1]).strip() == store.words.strip()


def test_what_two_windows_write_at_once_is_all_there(make: Callable[[], Field]) -> None:
    here, there = make(), make()
    store = Store(here, there)
    QTest.keyClicks(here, "First.")
    QTest.keyClicks(there, "Second.")
    store.settle()
    for words in ("First.", "Second."):
        assert words in shown(here)
        assert words in shown(there)


def test_what_another_writes_comes_while_nothing_is_typed_and_the_caret_stays_beside_its_words(
    make: Callable[[], Field],
) -> None:
    field = make()
    field.tell("thing", "Ask the mayor.")
    for _ in range(6):
        QTest.keyClick(field, Qt.Key.Key_Left if caret(field) else Qt.Key.Key_End)
    before = shown(field)[caret(field) :]
    field.tell("thing", "Today: Ask the mayor.")
    assert shown(field) == "Today: Ask the mayor."
    assert shown(field)[caret(field) :] in (before, "Ask the mayor.")


def test_words_on_another_thing_take_the_place_of_those_that_were_sent_on(make: Callable[[], Field]) -> None:
    field, written = make(), []
    field.written.connect(lambda *told: written.append(told))
    field.tell("one", "")
    QTest.keyClicks(field, "abc")
    field.tell("two", "Other")
    assert written == [("one", "abc", "")]
    assert shown(field) == "Other"
    field.tell("one", "")
    assert shown(field) == "abc"


def test_what_was_undone_is_shown_once_all_is_on_the_disk(make: Callable[[], Field]) -> None:
    field = make()
    field.tell("thing", "Kept")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " on")
    field.flush()
    field.tell("thing", "Kept")
    assert shown(field) == "Kept on"
    field.settle()
    field.tell("thing", "Kept")
    assert shown(field) == "Kept"


def test_a_no_break_space_is_kept_as_it_is_typed(qtbot: QtBot) -> None:
    field, written = NoteField(), []
    qtbot.addWidget(field)
    field.written.connect(lambda *told: written.append(told[1]))
    field.tell("thing", "5\u00a0km")
    field.flush()
    assert written == []
    QTest.keyClicks(field, "x")
    field.flush()
    assert written == ["5\u00a0kmx"]


@given(st.text("ab😀", max_size=8), st.text("ab😀", max_size=8))
def test_a_change_makes_of_the_words_before_those_after(before: str, after: str) -> None:
    start, end, new = change(before, after)
    units = before.encode("utf-16-le")
    assert (units[: 2 * start] + new.encode("utf-16-le") + units[2 * end :]).decode("utf-16-le") == after
    assert 0 <= moved(len(units) // 2, before, after) <= len(after.encode("utf-16-le")) // 2
