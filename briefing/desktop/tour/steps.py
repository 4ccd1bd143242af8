"""What the tour says, step by step, and beside which part of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QToolBar, QWidget

from briefing.desktop.ledger.claim_model import ClaimRole
from briefing.model import BlockKind, Span
from briefing.records import dataclass

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

_LINE = 32
"""Pixels of a line of the article at 100 %, about."""

_BESIDE = 68
"""Pixels beside the text in which number and sign of a claim stand."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a bubble stands beside: a part of a widget, in pixels of the widget."""

    widget: QWidget
    rect: QRect

    @classmethod
    def whole(cls, widget: QWidget) -> Target:
        """All of a widget."""
        return cls(widget, widget.rect())


@dataclass(frozen=True, slots=True)
class Step:
    """One bubble.

    Attributes:
        title: in two or three words.
        words: what is to be known; {name of a command} stands for its key.
        target: finds what it stands beside.
        prepare: brings that on the screen.
    """

    title: str
    words: str
    target: Callable[[Workspace], Target]
    prepare: Callable[[Workspace], object] = lambda window: None


def tour_steps() -> tuple[Step, ...]:
    """The steps in their order."""
    return (
        Step(
            _tr("Who said what"),
            _tr(
                "Every claim has a soft fill, and a sign in the margin whose shape tells how confirmed it is. The "
                "claim that you choose also shows who says it and by which words; {all_marks} shows that of all."
            ),
            _first_mark,
            _show_beginning,
        ),
        Step(
            _tr("A card for each claim"),
            _tr(
                "Who says it, through whom, and how confirmed it is. {next_claim} and {previous_claim} walk the "
                "claims; a click on a card or on words of the text does the same."
            ),
            _chosen_card,
            _choose,
        ),
        Step(
            _tr("Why this status?"),
            _tr(
                "Every status can be questioned: {evidence} lights up the words that led to it, and this sentence "
                "says what they mean."
            ),
            lambda window: Target.whole(window.ledger.detail),
            _show_why,
        ),
        Step(
            _tr("You have the last word"),
            _tr(
                "{accept} says that the status is right, {status} changes it, {dismiss} says that this is no claim, "
                "{source} corrects who said it. {undo} takes all of that back."
            ),
            lambda window: Target.whole(window.ledger.detail.status_box),
            _choose,
        ),
        Step(
            _tr("Mark what matters"),
            _tr(
                "Select words of the article: {highlight} highlights them, {note} writes a note. It is saved as you "
                "type; there is no Save button."
            ),
            lambda window: _tool(window, "highlight"),
        ),
        Step(
            _tr("Everything is kept"),
            _tr(
                "What you open lies in your library, on this machine only. {find} searches texts, claims, names and "
                "your own notes."
            ),
            lambda window: Target.whole(window.library.search),
        ),
        Step(
            _tr("Hand it on"),
            _tr("{export} shows the brief, with marks, claims and your notes, and writes it as PDF, Word and more."),
            lambda window: _tool(window, "export"),
        ),
        Step(
            _tr("Your own article"),
            _tr(
                "{open} opens a file, {open_address} a web page. {palette} finds any command, {manual} opens the "
                "manual; this tour waits in the Help menu."
            ),
            lambda window: _tool(window, "open"),
        ),
    )


def _first_span(window: Workspace) -> Span | None:
    """Where the first claim of a paragraph begins; None while none is found yet."""
    showing = window.session.showing
    if showing is None or not showing.claims:
        return None
    paragraphs = [block.span for block in showing.article.blocks if block.kind is BlockKind.PARAGRAPH]
    begins = [min(claim.content) for claim in showing.claims]
    inside = (span for span in begins if any(block.start <= span.start < block.end for block in paragraphs))
    return next(inside, begins[0])


def _show_beginning(window: Workspace) -> None:
    window.reader.verticalScrollBar().setValue(0)
    span = _first_span(window)
    if span is not None:
        # Set large, it may stand below what can be seen.
        window.reader.reveal(Span(span.start, span.start + 1))


def _first_mark(window: Workspace) -> Target:
    """The line on which the first claim of a paragraph begins; the top of the article while none is found yet."""
    reader, span = window.reader, _first_span(window)
    top = reader.top_of(span) if span is not None else _LINE
    frame = reader.document().rootFrame().frameFormat()
    left, right = int(frame.leftMargin()) - _BESIDE, reader.viewport().width() - int(frame.rightMargin())
    return Target(reader.viewport(), QRect(left, top - 2, right - left, round(_LINE * reader.zoom) + 6))


def _choose(window: Workspace) -> None:
    if window.ledger.chosen is None:
        window.ledger.step(1)


def _show_why(window: Workspace) -> None:
    _choose(window)
    window.ledger.show_evidence()


def _chosen_card(window: Workspace) -> Target:
    cards = window.ledger.list
    index = cards.currentIndex()
    if not index.isValid() or not index.data(ClaimRole.ID):
        return Target.whole(cards)
    return Target(cards.viewport(), cards.visualRect(index).intersected(cards.viewport().rect()))


def _tool(window: Workspace, name: str) -> Target:
    """The button of a command in the tool bar; the whole bar if the button found no room in it."""
    bar = window.findChild(QToolBar, "tools")
    assert isinstance(bar, QToolBar)
    button = bar.widgetForAction(window.actions_by_name[name])
    return Target.whole(button if button.isVisible() else bar)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Tour", words)
