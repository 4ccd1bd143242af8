"""Why a claim has its status: the reader's own word if he gave one, what Briefing found, and the linked claims."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from briefing.desktop.eliding_button import ElidingButton
from briefing.desktop.flow_layout import WrappingLayout
from briefing.desktop.interface_language import said
from briefing.desktop.ledger.claim_order import speaker_name
from briefing.desktop.line_breaks import short
from briefing.desktop.model_labels import (
    anonymity_label,
    found_label,
    knowledge_label,
    link_label,
    linked_label,
    status_label,
)
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.model import Claim, Evidence, LinkKind, Spans, words_of
from briefing.model.disputed_claims import RULES, disputing_ids
from briefing.model.quotation_marks import in_marks
from briefing.model.standing import standing, told_of_source

MOST_LINKS = 6
"""Links that stand below a claim as buttons; its card tells all of them."""

MOST_OF_LINK = 120
"""Characters of such a button, of which it shows as many as there is room for."""

LINK_GAP = 4
"""Pixels between the buttons of two links."""


class Reasons(QWidget):
    """The reasons for the status of one claim, each with the words that it rests on."""

    evidenceChosen = Signal(object)
    """`Spans` to be lit in the text."""
    linkWalked = Signal(str)
    """Id of the claim to which the reader follows a link."""
    storyAsked = Signal()
    """The story of the article is to be shown."""
    unfolded = Signal()
    """What Briefing found is shown or hidden: another height is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(4)
        self._found: QWidget | None = None
        self._story: QWidget | None = None
        self._shows_found = False

    def height_for(self, width: int) -> int:
        """Pixels that all of it needs at a width."""
        return max(0, self._column.totalHeightForWidth(width)) if self._column.count() else 0

    def show_claim(self, showing: OpenArticle, claim: Claim) -> None:
        """Show why `claim` has its status."""
        self._clear()
        stands, text = standing(claim, showing.judged.get(claim.id)), showing.article.text
        if stands.found is None:
            # Whom the reader names stands below, where he named him.
            found = (reason for reason in stands.reasons if reason.rule not in RULES)
            self._add(self._reason(reason, text) for reason in found)
        else:
            own = PlainLabel(self.tr("You gave it this status."), self)
            own.setWordWrap(True)
            self._add((own, self._head(status_label(stands.found)), self._folded(stands.found_reasons, text)))
        self._add(self._reason(one, text) for one in _told_of_source(showing, claim))
        links = [(link.kind, link_label(link.kind), link.to) for link in claim.links if link.to in showing.numbers]
        # The claims by which it is disputed in the reader's word stand below, where he named them.
        named = disputing_ids(showing.analysis, showing.judged.get(claim.id)) if showing.analysis else frozenset()
        links += [
            (kind, linked_label(kind), other)
            for kind, other in showing.incoming.get(claim.id, ())
            if kind is not LinkKind.DENIES or other not in named
        ]
        if links:
            self._add((self._links(showing, links[:MOST_LINKS]),))

    def show_story(self, standing_words: str) -> None:
        """Say how a claim stands over its whole story, beside how it stands in the article; nothing without words."""
        if self._story is None and not standing_words:
            return
        if self._story is not None:
            self._column.removeWidget(self._story)
            self._story.hide()
            self._story.deleteLater()
            self._story = None
        if standing_words:
            self._story = self._in_story(standing_words)
            self._add((self._story,))
        self.unfolded.emit()

    def _in_story(self, standing_words: str) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        # The words wrap, as those of a button cannot: a button of their length would push all of the pane aside.
        told = PlainLabel(self.tr("In its story: {standing}").format(standing=standing_words), box)
        told.setWordWrap(True)
        button = QPushButton(self.tr("Show the story"), box)
        button.clicked.connect(lambda _=False: self.storyAsked.emit())
        column.addWidget(told)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _clear(self) -> None:
        self._found = self._story = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # It goes when the event loop turns, and must not be seen until then.
                widget.hide()
                widget.deleteLater()

    def _add(self, widgets: Iterable[QWidget]) -> None:
        for widget in widgets:
            self._column.addWidget(widget)
            # What is not shown yet has no height.
            widget.setVisible(widget is not self._found or self._shows_found)

    def _head(self, status: str) -> QWidget:
        """What the program found, in a word; a click shows why."""
        head = QToolButton(self)
        head.setText(found_label(status))
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setCheckable(True)
        head.setChecked(self._shows_found)
        head.setArrowType(_arrow(self._shows_found))
        head.setToolTip(self.tr("Show or hide why Briefing found this"))
        head.toggled.connect(partial(self._unfold, head))
        return head

    def _folded(self, reasons: Sequence[Evidence], text: str) -> QWidget:
        self._found = QWidget(self)
        column = QVBoxLayout(self._found)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(4)
        for reason in reasons:
            column.addWidget(self._reason(reason, text))
        return self._found

    def _unfold(self, head: QToolButton, shown: bool) -> None:
        self._shows_found = shown
        head.setArrowType(_arrow(shown))
        if self._found is not None:
            self._found.setVisible(shown)
        self.unfolded.emit()

    def _links(self, showing: OpenArticle, links: Sequence[tuple[LinkKind, str, str]]) -> QWidget:
        box = QWidget(self)
        lines = WrappingLayout(box, LINK_GAP)
        for kind, words, other in links:
            # Who is on the other side of a dispute is what the reader wants to know first.
            who = f", {speaker_name(showing, showing.by_id[other])}" if kind is LinkKind.DENIES else ""
            lines.addWidget(self._link(short(f"{words} {showing.numbers[other]}{who}", MOST_OF_LINK), showing, other))
        return box

    def _link(self, words: str, showing: OpenArticle, other: str) -> QWidget:
        button = ElidingButton(words, self)
        button.setToolTip(tip(" ".join(words_of(showing.by_id[other].content, showing.article.text).split())))
        button.setAccessibleName(self.tr("{link}: go there").format(link=button.text()))
        button.clicked.connect(lambda _=False: self.linkWalked.emit(other))
        return button

    def _reason(self, reason: Evidence, text: str) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        told = said(reason.message)
        sentence = PlainLabel(told, box)
        sentence.setWordWrap(True)
        column.addWidget(sentence)
        words = " ".join(words_of(reason.spans, text).split())
        if words:
            # Most sentences quote the words themselves.
            if _bare(words) not in _bare(told):
                quoted = PlainLabel(in_marks(words), box)
                quoted.setWordWrap(True)
                quoted.setObjectName("faint")
                column.addWidget(quoted)
            button = QPushButton(self.tr("Show in the text"), box)
            button.setToolTip(tip(words))
            button.setAccessibleName(self.tr("Show in the text: {words}").format(words=words))
            button.clicked.connect(partial(self._light, reason.spans))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _light(self, spans: Spans) -> None:
        self.evidenceChosen.emit(spans)


def _told_of_source(showing: OpenArticle, claim: Claim) -> list[Evidence]:
    """How its sources know, and why they have no name."""
    knowledge, anonymity = told_of_source(claim, showing.judged.get(claim.id))
    told = ((knowledge_label, knowledge), (anonymity_label, anonymity))
    text = showing.article.text
    return [
        Evidence(spans, "source.told", label(in_marks(" ".join(words_of(spans, text).split()))))
        for label, spans in told
        if spans
    ]


def _bare(words: str) -> str:
    """Letters and figures alone: how words are quoted does not matter."""
    return "".join(filter(str.isalnum, words.casefold()))


def _arrow(shown: bool) -> Qt.ArrowType:
    return Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
