"""Who disputes a claim, in the reader's word: another claim of the article, or somebody by name."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.completion import completer_anywhere
from briefing.desktop.eliding_button import ElidingButton
from briefing.desktop.escape_filter import Escape
from briefing.desktop.flow_layout import WrappingLayout
from briefing.desktop.ledger.claim_order import speaker, speaker_name
from briefing.desktop.line_breaks import short
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.model import Claim, Dispute, anchor, covering, words_of
from briefing.model.disputed_claims import disputer, disputing
from briefing.model.span_index import Laid

MOST_SHOWN = 120
"""Characters of a claim in the list of those to choose from."""


class DisputeEditor(QWidget):
    """Takes who disputes the claim, by typing ahead over the article's actors and claims, and lists whom it took."""

    disputed = Signal(object, object)
    """A `Claim`, and the `Dispute` that the reader adds to it."""
    withdrawn = Signal(object, object)
    """A `Claim`, and the `Dispute` that the reader takes back."""
    linkWalked = Signal(str)
    """Id of the claim to which the reader goes."""
    done = Signal()
    """The reader has said it, or gives it up: the keys are the claims' again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing: OpenArticle | None = None
        self._claim: Claim | None = None
        self._offered: tuple[object, str] = (None, "")
        self._shown: tuple[Dispute, ...] = ()
        self.field = QComboBox(self)
        self.field.setEditable(True)
        self._typed = QLineEdit(self.field)
        self.field.setLineEdit(self._typed)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setMinimumContentsLength(4)
        self._typed.setAccessibleName(self.tr("Who disputes it, in my word"))
        self._typed.setPlaceholderText(self.tr("Nobody yet"))
        self.field.setAccessibleName(self.tr("Who disputes it, in my word"))
        self.field.setToolTip(
            self.tr("Say who disputes it: choose a claim of the article, type its number, or type a name")
        )
        self._completer = completer = completer_anywhere(self.field.model(), self.field)
        self.field.setCompleter(completer)
        self.field.activated.connect(self._choose)
        self._typed.returnPressed.connect(self._take)
        self._typed.editingFinished.connect(self.flush)
        # The keys are the box's, which hands them on to its line.
        for field in (self.field, self._typed):
            Escape(field).pressed.connect(self._give_up)
        self.field.installEventFilter(self)
        self._typed.installEventFilter(self)
        self.label = PlainLabel(self.tr("Disputed by"), self)
        self.label.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.field, 1)
        self._list = QWidget(self)
        self._lines = WrappingLayout(self._list, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._list)
        self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the claims when the reader comes to the field: in a long article there are thousands of them."""
        opens = event.type() is QEvent.Type.MouseButtonPress and watched is self.field
        if opens or (isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusIn):
            self._offer()
        return super().eventFilter(watched, event)

    def ask(self) -> None:
        """Let the reader say who disputes the claim."""
        self.field.setFocus()
        self._typed.selectAll()

    def show_claim(self, showing: OpenArticle, claim: Claim) -> None:
        """Show who disputes the claim; what is being typed on the same one is not disturbed."""
        known, before = self._showing, self._claim
        if known is not None and before is not None and known.place_of(before) != showing.place_of(claim):
            self.flush()
        self._showing, self._claim = showing, claim
        judgement = showing.judged.get(claim.id)
        self._list_disputes(showing, judgement.disputed_by if judgement else ())

    def flush(self) -> None:
        """Keep what was typed, also when the reader goes elsewhere without Enter."""
        typed = self._words()
        if not typed or self._is_choosing():
            return
        number = self.field.findText(typed, Qt.MatchFlag.MatchFixedString)
        self._give(self.field.itemData(number) if number >= 0 else self._meant(typed))

    def _words(self) -> str:
        return " ".join(self._typed.text().split())

    def _meant(self, typed: str) -> Dispute:
        """Whom the reader means by what he typed: the claim of that number, else who is called so."""
        showing = self._showing
        if showing and typed.isdecimal():
            claim_id = next((known for known, number in showing.numbers.items() if number == int(typed)), "")
            if claim_id and self._claim and claim_id != self._claim.id:
                return self._by(showing, showing.by_id[claim_id])
        names = sorted(showing.actor_names.values()) if showing else []
        fitting = {name for name in names if _begins(name, typed)}
        return Dispute(fitting.pop() if len(fitting) == 1 else typed)

    def _is_choosing(self) -> bool:
        """Whether one of the choices is marked: the list of them tells which, as soon as it is taken."""
        popup = self._completer.popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def _take(self) -> None:
        if not self._is_choosing():
            self.flush()
            self.done.emit()

    def _choose(self, number: int) -> None:
        dispute = self.field.itemData(number)
        if isinstance(dispute, Dispute):
            self._give(dispute)
            # Qt writes the choice into the field behind this.
            QTimer.singleShot(0, self, self._empty)
            self.done.emit()

    def _give_up(self) -> None:
        self._empty()
        self.done.emit()

    def _give(self, dispute: Dispute) -> None:
        self._empty()
        if self._claim is not None and dispute not in self._shown:
            self.disputed.emit(self._claim, dispute)

    def _empty(self) -> None:
        with QSignalBlocker(self.field), QSignalBlocker(self._typed):
            self.field.setCurrentIndex(-1)
            self._typed.clear()

    def _offer(self) -> None:
        """List the actors and the other claims of the article."""
        showing, claim = self._showing, self._claim
        if showing is None or claim is None or self._offered == (showing.findings, claim.id):
            return
        self._offered = (showing.findings, claim.id)
        with QSignalBlocker(self.field), QSignalBlocker(self._typed):
            typed, caret = self._typed.text(), self._typed.cursorPosition()
            self.field.clear()
            for other in showing.claims:
                if other.id != claim.id and not showing.dismissed(other):
                    self.field.addItem(_label(showing, other), self._by(showing, other))
            for name in sorted(set(showing.actor_names.values()), key=str.casefold):
                self.field.addItem(name, Dispute(name))
            self.field.setCurrentIndex(-1)
            self._typed.setText(typed)
            self._typed.setCursorPosition(caret)

    def _by(self, showing: OpenArticle, claim: Claim) -> Dispute:
        """That a claim of the article disputes the one that is shown."""
        judgement = showing.judged.get(claim.id)
        named = bool(claim.attributions) or bool(judgement and judgement.source)
        where = anchor(showing.article.text, covering(claim.found or claim.content))
        return Dispute(speaker_name(showing, claim) if named else "", where)

    def _list_disputes(self, showing: OpenArticle, disputes: tuple[Dispute, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                # It goes when the event loop turns, and must not be seen until then.
                widget.hide()
                widget.deleteLater()
        self._shown = disputes
        claims = Laid((covering(claim.content), claim) for claim in showing.claims) if disputes else Laid(())
        for dispute in disputes:
            box = self._entry(showing, dispute, disputing(claims, dispute))
            self._lines.addWidget(box)
            box.show()
        self._list.setVisible(bool(disputes))
        self._typed.setPlaceholderText(self.tr("Somebody else, too") if disputes else self.tr("Nobody yet"))

    def _entry(self, showing: OpenArticle, dispute: Dispute, claim: Claim | None) -> QWidget:
        box = QWidget(self._list)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if claim is None:
            # The claim may be gone after another analysis; the reader's word stays whole.
            words = disputer(dispute)
            label = PlainLabel(short(words, MOST_SHOWN), box)
            label.setWordWrap(True)
            row.addWidget(label, 1)
        else:
            number = showing.numbers[claim.id]
            words = self.tr("{source}, claim {number}").format(source=dispute.source, number=number)
            words = words if dispute.source else self.tr("Claim {number}").format(number=number)
            button = ElidingButton(short(words, MOST_SHOWN), box)
            button.setToolTip(tip(_label(showing, claim)))
            button.setAccessibleName(self.tr("{link}: go there").format(link=words))
            button.clicked.connect(lambda _=False: self.linkWalked.emit(claim.id))
            row.addWidget(button)
        remove = QToolButton(box)
        remove.setText("✕")
        told = self.tr("Take back that {source} disputes it").format(source=words)
        remove.setToolTip(tip(told))
        remove.setAccessibleName(told)
        remove.clicked.connect(partial(self._withdraw, dispute))
        row.addWidget(remove)
        return box

    def _withdraw(self, dispute: Dispute, _: bool = False) -> None:
        if self._claim is not None:
            self.withdrawn.emit(self._claim, dispute)


def _label(showing: OpenArticle, claim: Claim) -> str:
    words = " ".join(words_of(claim.content, showing.article.text).split())
    return short(f"{showing.numbers[claim.id]} · {speaker(showing, claim)}: {words}", MOST_SHOWN)


def _begins(name: str, typed: str) -> bool:
    """Whether the name goes on from what was typed, from one of its words on: "carla moss" and "moss"."""
    words, wanted = name.casefold().split(), typed.casefold()
    return any(" ".join(words[number:]).startswith(wanted) for number in range(len(words)))
