"""Why the chosen claim has its status, and the reader's own word on it."""

from functools import partial

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.desk_people import colleague_words
from briefing.desktop.eliding_combo import ChoiceBox
from briefing.desktop.escape_filter import Escape
from briefing.desktop.interface_language import said
from briefing.desktop.ledger.dispute_editor import DisputeEditor
from briefing.desktop.ledger.reasons import Reasons
from briefing.desktop.ledger.source_editor import SourceJudging
from briefing.desktop.model_labels import status_label, status_meaning
from briefing.desktop.note_field import NoteField
from briefing.desktop.note_preview import SetNote
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.model import Claim, Status, covering
from briefing.model.standing import standing

SIDE = 12
"""Pixels beside what stands below the cards."""


class ClaimDetail(QFrame):
    """Why a claim has its status, and the reader's own word on it."""

    evidenceChosen = Signal(object)
    """`Spans` to be lit in the text."""
    statusJudged = Signal(object, object)
    """A `Claim` and the `Status` that the reader gives it."""
    noteWritten = Signal(object, str, str)
    """A `Claim`, the reader's note on it, and the one that it takes the place of."""
    linkWalked = Signal(str)
    """Id of the claim to which the reader follows a link."""
    left = Signal()
    """The reader has said his word, or gives it up: the keys are the claims' again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self._claim: Claim | None = None
        self._subject = ""
        self.colleagues = PlainLabel(self)
        self.colleagues.setWordWrap(True)
        self._meaning = PlainLabel(self)
        self._meaning.setWordWrap(True)
        self._meaning.setObjectName("faint")
        self.reasons = Reasons(self)
        self.reasons.evidenceChosen.connect(self.evidenceChosen)
        self.reasons.linkWalked.connect(self.linkWalked)
        self.reasons.unfolded.connect(self._fit)
        self.status_box = ChoiceBox(self)
        self.status_box.setAccessibleName(self.tr("My own status for this claim"))
        for status in Status:
            self.status_box.addItem(status_label(status), status)
        self.status_box.activated.connect(self._judge)
        self.note = NoteField(self)
        self.note.setAccessibleName(self.tr("My note on this claim"))
        self.note.setMaximumHeight(84)
        self.note.written.connect(self._written)
        self.set_note = SetNote(self.note, self)
        why = PlainLabel(self.tr("Why this status"), self)
        why.setObjectName("paneTitle")
        why.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(why, 1)
        row.addWidget(self.status_box)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        Escape(self.note).pressed.connect(self.left)
        self.judging = SourceJudging(self)
        self.judging.done.connect(self.left)
        self.disputes = DisputeEditor(self)
        self.disputes.done.connect(self.left)
        self.judging.put_below_source(self.disputes)
        self._inside = self._below()
        self._scrolled = self._scroll_area()
        for field in (self.note, self.set_note, self.judging.source, self.disputes.field):
            field.installEventFilter(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(row)
        whole.addWidget(self._scrolled, 1)
        self.set_writable(True)

    def _below(self) -> QWidget:
        """All that stands below the status, one thing below the other."""
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SIDE, 0, SIDE, 12)
        column.setSpacing(8)
        for part in (self._meaning, self.reasons, self.colleagues, self.judging, self.note, self.set_note):
            column.addWidget(part)
        # Room that is left stands below, and not between the lines.
        column.addStretch(1)
        return inside

    def _scroll_area(self) -> QScrollArea:
        """All that stands below the status."""
        # All of it scrolls below the status: squeezed, it could not be read, and a low window has no room for it.
        scrolled = QScrollArea(self)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._inside)
        scrolled.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        scrolled.viewport().installEventFilter(self)
        return scrolled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the field into sight in which the reader begins to write; give all its height at another width."""
        if watched is self._scrolled.viewport() and event.type() is QEvent.Type.Resize:
            self._keep_edge()
            self._fit()
        elif event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            QTimer.singleShot(0, self, partial(self._reveal, watched))
        return super().eventFilter(watched, event)

    def _keep_edge(self) -> None:
        """Let the fields end where those above do, whether there is a scroll bar beside them or not."""
        bar = self._scrolled.width() - self._scrolled.viewport().width()
        layout = self._inside.layout()
        if layout is not None:
            layout.setContentsMargins(SIDE, 0, max(0, SIDE - bar), SIDE)

    def _reveal(self, field: QWidget) -> None:
        """Scroll so that all of a field is seen; Qt would only see to its cursor."""
        place = QRect(field.mapTo(self._inside, QPoint(0, 0)), field.size())
        self._scrolled.ensureVisible(0, place.bottom() + 1, 0, 12)
        self._scrolled.ensureVisible(0, place.top(), 0, 0)

    def show_claim(self, showing: OpenArticle, claim: Claim, anew: bool = True) -> None:
        """Show why `claim` has its status; a note that is being typed on the same claim is not disturbed.

        Args:
            showing: the article.
            claim: one of its claims.
            anew: whether reasons and links may be others than those that are shown of it.
        """
        subject = showing.place_of(claim)
        same = self._subject == subject
        if not same:
            self.flush()
            self._scrolled.verticalScrollBar().setValue(0)
        self._claim, self._subject = claim, subject
        meaning = status_meaning(showing.status(claim))
        self._meaning.setText(meaning)
        # Some reasons begin with the very words.
        told = [said(reason.message) for reason in standing(claim, showing.judged.get(claim.id)).reasons]
        self._meaning.setVisible(not any(words.startswith(meaning.rstrip(".")) for words in told))
        self.status_box.setCurrentIndex(list(Status).index(showing.status(claim)))
        if anew or not same:
            self.reasons.show_claim(showing, claim)
        self.judging.show_claim(showing, claim)
        self.disputes.show_claim(showing, claim)
        judgement = showing.judged.get(claim.id)
        # A colleague's words stay his, and stand above.
        self.note.tell(subject, judgement.note if judgement and not judgement.writer else "")
        self._show_colleagues(showing, claim)
        self.set_note.look()
        self.show()
        self._fit()

    def _show_colleagues(self, showing: OpenArticle, claim: Claim) -> None:
        """Tell what colleagues at the desk say of the claim."""
        found = covering(claim.found or claim.content)
        words = [colleague_words(one) for one in showing.colleagues if one.claim.span == found]
        self.colleagues.setText("\n".join(words))
        self.colleagues.setVisible(bool(words))

    def set_writable(self, writable: bool) -> None:
        """Take the reader's word only where it can be kept."""
        kept, refused = (
            self.tr("My note on this claim; saved as you type"),
            self.tr("No note: the library can only be read"),
        )
        self.note.setPlaceholderText(kept if writable else refused)
        self.note.setReadOnly(not writable)
        for judged in (self.status_box, self.judging, self.disputes):
            judged.setEnabled(writable)

    def _fit(self) -> None:
        # Fields below one another begin at one place.
        labels = (self.judging.label, self.disputes.label)
        for label in labels:
            label.ensurePolished()
        for label in labels:
            label.setMinimumWidth(max(one.sizeHint().width() for one in labels))
        bar = self._scrolled.width() - self._scrolled.viewport().width()
        inside = self._scrolled.width() - SIDE - max(bar, SIDE)
        # A scroll area asks for no height at a width: without this it would lay the parts over one another.
        self._meaning.setFixedHeight(max(0, self._meaning.heightForWidth(inside)))
        self.reasons.setFixedHeight(self.reasons.height_for(inside))

    def flush(self) -> None:
        """Send what was typed on its way to the disk now."""
        self.note.flush()
        self.judging.flush()
        self.disputes.flush()

    def settle(self) -> None:
        """Take note that all that was written is on the disk."""
        self.note.settle()
        self.judging.settle()

    def _written(self, subject: str, note: str, was: str) -> None:
        del subject
        if self._claim is not None:
            self.noteWritten.emit(self._claim, note, was)

    def _judge(self) -> None:
        if self._claim is not None:
            self.statusJudged.emit(self._claim, Status(self.status_box.currentData()))
