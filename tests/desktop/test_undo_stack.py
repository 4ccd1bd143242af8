"""Undo and redo follow what is on disk, whatever the order in which keys and answers come."""

from datetime import UTC, datetime

import pytest

from briefing.desktop.undo_stack import History
from briefing.library import AddAnnotation, ChangeAnnotation, Kind, Operation, Performed, RemoveAnnotation
from briefing.model import Anchor, Annotation, Span

WHEN = datetime(2026, 5, 1, tzinfo=UTC)


def note(number: int, words: str = "") -> Annotation:
    return Annotation(f"n{number}", Anchor(Span(0, 3), "The"), WHEN, WHEN, note=words)


def add(number: int, article: int = 1) -> AddAnnotation:
    return AddAnnotation(article, note(number))


class Service:
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
            done = Performed(operation.article_id, frozenset({Kind.ANNOTATIONS}), inverse_of(operation))
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
def service(qapp) -> Service:
    return Service()


def test_undo_sends_the_inverse_and_redo_the_operation_again(service):
    service.history.do("Note", add(1))
    service.answer()
    service.history.undo()
    service.answer()
    service.history.redo()
    assert service.sent == [add(1), RemoveAnnotation(1, "n1"), add(1)]


def test_an_undo_that_comes_before_the_answer_waits_for_it(service):
    service.history.do("Note", add(1))
    service.history.undo()
    assert service.sent == [add(1)]
    service.answer()
    assert service.sent == [add(1), RemoveAnnotation(1, "n1")]


def test_undo_and_redo_before_the_answer_come_to_nothing(service):
    service.history.do("Note", add(1))
    service.history.undo()
    service.history.redo()
    service.answer()
    assert service.sent == [add(1)]
    assert service.history.stack.canUndo()


def test_undo_redo_undo_before_the_answer_is_one_undo(service):
    service.history.do("Note", add(1))
    for act in (service.history.undo, service.history.redo, service.history.undo):
        act()
    service.answer()
    assert service.sent == [add(1), RemoveAnnotation(1, "n1")]
    assert not service.history.stack.canUndo()


def test_a_step_that_failed_leaves_the_list(service):
    service.history.do("Note", add(1))
    service.answer()
    service.history.do("Second note", add(2))
    service.refuse()
    assert service.history.stack.undoText() == "Note"
    service.history.undo()
    assert service.sent[-1] == RemoveAnnotation(1, "n1")


def test_a_step_that_failed_below_others_is_passed_over(service):
    service.history.do("Note", add(1))
    service.history.do("Second note", add(2))
    service.refuse()
    service.answer()
    service.history.undo()
    service.answer()
    assert service.sent[-1] == RemoveAnnotation(1, "n2")
    service.history.undo()
    assert service.sent[-1] == RemoveAnnotation(1, "n2")
    assert not service.history.stack.canUndo()


def test_an_undo_that_failed_can_be_tried_again(service):
    service.history.do("Note", add(1))
    service.answer()
    service.history.undo()
    service.refuse()
    assert service.history.stack.canUndo()
    service.history.undo()
    assert service.sent == [add(1), RemoveAnnotation(1, "n1"), RemoveAnnotation(1, "n1")]


def test_edits_that_follow_at_once_are_one_step(service):
    service.history.do("Write note", ChangeAnnotation(1, note(1, "a")))
    service.history.do("Write note", ChangeAnnotation(1, note(1, "ab")))
    service.answer(2)
    assert service.history.stack.count() == 1
    service.history.undo()
    assert service.sent[-1] == ChangeAnnotation(1, note(1, "before"))
    service.answer()
    service.history.redo()
    assert service.sent[-1] == ChangeAnnotation(1, note(1, "ab"))


def test_edits_of_two_notes_or_of_two_articles_are_two_steps(service):
    service.history.do("Write note", ChangeAnnotation(1, note(1, "a")))
    service.history.do("Write note", ChangeAnnotation(1, note(2, "a")))
    service.history.do("Write note", ChangeAnnotation(2, note(2, "b")))
    assert service.history.stack.count() == 3


def test_a_new_step_after_an_undo_forgets_what_was_undone(service):
    service.history.do("Note", add(1))
    service.answer()
    service.history.undo()
    service.history.do("Other note", add(2))
    service.answer(2)
    assert not service.history.stack.canRedo()
    service.history.undo()
    assert service.sent[-1] == RemoveAnnotation(1, "n2")


def test_it_tells_what_was_undone_and_on_which_article(service):
    told: list[tuple[str, int, bool]] = []
    service.history.stepped.connect(lambda step: told.append((step.name, step.article_id, step.undone)))
    service.history.do("Note", add(1, article=7))
    service.answer()
    service.history.undo()
    service.answer()
    service.history.redo()
    service.answer()
    assert told == [("Note", 7, True), ("Note", 7, False)]


def test_it_is_busy_until_all_is_on_disk(service):
    service.history.do("Note", add(1))
    assert service.history.busy
    service.history.undo()
    service.answer()
    assert service.history.busy
    service.answer()
    assert not service.history.busy
