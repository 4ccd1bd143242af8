"""What waited for the disk and is refused for good in the end does not stay on the screen as if it were kept."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from briefing.desktop.open_article import OpenArticle
from briefing.desktop.save_state import Keeping
from briefing.desktop.session import Session
from briefing.library import Kind, Operation, Performed
from briefing.model import Analysis, Article, Block, BlockKind, KeptArticle, Origin, Span
from briefing.model.message import verbatim
from briefing.service import OperationFailed, OperationHeld, OperationPerformed, OwnTold, WritingSettled
from briefing.service.annotation_queries import TellOwn

WHEN = datetime(2026, 5, 1, tzinfo=UTC)
TEXT = "The bridge stays closed."


class Service:
    """Takes operations and is asked what is kept; a test answers for it."""

    def __init__(self) -> None:
        self.sent: list[Operation] = []
        self.asked: list[int] = []

    def perform(self, operation: Operation) -> int:
        self.sent.append(operation)
        return len(self.sent)

    def ask(self, query: TellOwn) -> int:
        self.asked.append(query.article_id)
        return 0


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """A session that shows an article, on a service that answers nothing by itself."""
    session = Session(Service())
    origin = Origin("x", digest="d")
    article = Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),), origin)
    session.showing = OpenArticle(KeptArticle(1, origin, WHEN), article, Analysis("e", "en", (), ()))
    session.handle(WritingSettled(0, None))
    return session


def test_what_is_refused_after_it_waited_leaves_the_screen(session) -> None:
    session.edits.annotate(Span(4, 10), 1, "words")
    session.handle(OperationHeld(1, verbatim("The disk is full.")))
    assert len(session.showing.annotations) == 1
    session.handle(OperationFailed(1, verbatim("The article is not there any more.")))
    assert session.held == ""
    assert session.keeping is Keeping.FAILED
    assert session.service.asked == [1]
    session.handle(OwnTold(0, 1, None, (), ()))
    assert session.showing.annotations == ()
    session.edits.annotate(Span(0, 3), 1, "second")
    assert session.keeping is Keeping.SAVING


def test_what_is_refused_before_another_is_kept_is_not_told_as_saved(session) -> None:
    told = []
    session.edits.annotate(Span(4, 10), 1, "words")
    session.edits.annotate(Span(0, 3), 1, "second")
    session.handle(OperationHeld(1, verbatim("The disk is full.")))
    session.handle(OperationHeld(2, verbatim("The disk is full.")))
    session.handle(OperationFailed(1, verbatim("The article is not there any more.")))
    assert session.held
    session.messageGiven.connect(told.append)
    done = Performed(2, frozenset({Kind.ANNOTATIONS}), session.service.sent[1])
    session.handle(OperationPerformed(2, done, (), ()))
    assert session.held == ""
    assert session.service.asked == [1]
    assert not told
