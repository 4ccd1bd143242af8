"""Undo and redo follow what is on disk, whatever the order in which keys and answers come."""

from datetime import UTC, datetime

import pytest

from briefing.desktop.history import History
from briefing.library import AddAnnotation, ChangeAnnotation, Kind, Operation, Performed, RemoveAnnotation
from briefing.model import Anchor, Annotation, Span

WHEN = datetime(2026, 5, 1, tzinfo=UTC)


def note(number: int, words: str = "") -> Annotation:
    return Annotation(f"n{number}", Anchor(Span(0, 3), "The"), WHEN, WHEN, note=words)


def add(number: int, article: int = 1) -> AddAnnotation:
    return AddAnnotation(article, note(number))


class Desk:
    """Takes operations in their order and answers when it is told to."""

    def __init__(self) -> None:
        self.sent: list[Operation] = []
        self.answered = 0
        self.history = History(self.perform)

    def perform(self, operation: Operation) -> int:
        self.sent.append(operation)
        return len(self.sent)

    def answer(self, number: int = 1) -> None:
        for _ in range(number):
            operation = self.sent[self.answered]
            self.answered += 1
            done = Performed("", operation.article_id, frozenset({Kind.ANNOTATIONS}), inverse_of(operation))
            self.history.settle(self.answered, done)

    def refuse(self) -> None:
        self.answered += 1
        self.history.fail(self.answered)


def inverse_of(operation: Operation) -> Operation:
    match operation:
        case AddAnnotation(article, annotation):
            return RemoveAnnotation(article, annotation.id)
        case RemoveAnnotation(article, annotation_id):
            return AddAnnotation(article, note(int(annotation_id[1:])))
        case ChangeAnnotation(article, annotation):
            return ChangeAnnotation(article, note(int(annotation.id[1:]), "before"))
    raise AssertionError(operation)


@pytest.fixture
def desk(qapp) -> Desk:
    return Desk()


def test_undo_sends_the_inverse_and_redo_the_operation_again(desk):
    desk.history.do("Note", add(1))
    desk.answer()
    desk.history.undo()
    desk.answer()
    desk.history.redo()
    assert desk.sent == [add(1), RemoveAnnotation(1, "n1"), add(1)]


def test_an_undo_that_comes_before_the_answer_waits_for_it(desk):
    desk.history.do("Note", add(1))
    desk.history.undo()
    assert desk.sent == [add(1)]
    desk.answer()
    assert desk.sent == [add(1), RemoveAnnotation(1, "n1")]


def test_undo_and_redo_before_the_answer_come_to_nothing(desk):
    desk.history.do("Note", add(1))
    desk.history.undo()
    desk.history.redo()
    desk.answer()
    assert desk.sent == [add(1)]
    assert desk.history.stack.canUndo()


def test_undo_redo_undo_before_the_answer_is_one_undo(desk):
    desk.history.do("Note", add(1))
    for act in (desk.history.undo, desk.history.redo, desk.history.undo):
        act()
    desk.answer()
    assert desk.sent == [add(1), RemoveAnnotation(1, "n1")]
    assert not desk.history.stack.canUndo()


def test_a_step_that_failed_leaves_the_list(desk):
    desk.history.do("Note", add(1))
    desk.answer()
    desk.history.do("Second note", add(2))
    desk.refuse()
    assert desk.history.stack.undoText() == "Note"
    desk.history.undo()
    assert desk.sent[-1] == RemoveAnnotation(1, "n1")


def test_a_step_that_failed_below_others_is_passed_over(desk):
    desk.history.do("Note", add(1))
    desk.history.do("Second note", add(2))
    desk.refuse()
    desk.answer()
    desk.history.undo()
    desk.answer()
    assert desk.sent[-1] == RemoveAnnotation(1, "n2")
    desk.history.undo()
    assert desk.sent[-1] == RemoveAnnotation(1, "n2")
    assert not desk.history.stack.canUndo()


def test_an_undo_that_failed_can_be_tried_again(desk):
    desk.history.do("Note", add(1))
    desk.answer()
    desk.history.undo()
    desk.refuse()
    assert desk.history.stack.canUndo()
    desk.history.undo()
    assert desk.sent == [add(1), RemoveAnnotation(1, "n1"), RemoveAnnotation(1, "n1")]


def test_edits_that_follow_at_once_are_one_step(desk):
    desk.history.do("Write note", ChangeAnnotation(1, note(1, "a")))
    desk.history.do("Write note", ChangeAnnotation(1, note(1, "ab")))
    desk.answer(2)
    assert desk.history.stack.count() == 1
    desk.history.undo()
    assert desk.sent[-1] == ChangeAnnotation(1, note(1, "before"))
    desk.answer()
    desk.history.redo()
    assert desk.sent[-1] == ChangeAnnotation(1, note(1, "ab"))


def test_edits_of_two_notes_or_of_two_articles_are_two_steps(desk):
    desk.history.do("Write note", ChangeAnnotation(1, note(1, "a")))
    desk.history.do("Write note", ChangeAnnotation(1, note(2, "a")))
    desk.history.do("Write note", ChangeAnnotation(2, note(2, "b")))
    assert desk.history.stack.count() == 3


def test_a_new_step_after_an_undo_forgets_what_was_undone(desk):
    desk.history.do("Note", add(1))
    desk.answer()
    desk.history.undo()
    desk.history.do("Other note", add(2))
    desk.answer(2)
    assert not desk.history.stack.canRedo()
    desk.history.undo()
    assert desk.sent[-1] == RemoveAnnotation(1, "n2")


def test_it_tells_what_was_undone_and_on_which_article(desk):
    told: list[tuple[str, int, bool]] = []
    desk.history.stepped.connect(lambda step: told.append((step.name, step.article_id, step.undone)))
    desk.history.do("Note", add(1, article=7))
    desk.answer()
    desk.history.undo()
    desk.answer()
    desk.history.redo()
    desk.answer()
    assert told == [("Note", 7, True), ("Note", 7, False)]


def test_it_is_busy_until_all_is_on_disk(desk):
    desk.history.do("Note", add(1))
    assert desk.history.busy
    desk.history.undo()
    desk.answer()
    assert desk.history.busy
    desk.answer()
    assert not desk.history.busy
