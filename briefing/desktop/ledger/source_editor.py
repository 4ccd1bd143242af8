"""The reader's word on a claim's source: who it really is, and how reliable, beside what the program found."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing.desktop.completion import completer_anywhere
from briefing.desktop.draft import Draft, moved
from briefing.desktop.eliding_combo import ChoiceBox
from briefing.desktop.escape_filter import Escape
from briefing.desktop.model_labels import information_rating_label, source_label, source_rating_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.model import Claim, Judgement, SourceRating
from briefing.model.reader_claim import is_own

INFORMATION = range(1, 7)


class SourceJudging(QWidget):
    """Corrects who said it, by typing ahead over the article's actors, and rates source and information."""

    sourceCorrected = Signal(object, object)
    """A `Claim`, and the name that the reader gives its source, or None for the one that was found."""
    done = Signal()
    """The reader has said who it was, or left it as it was: the keys are the claims' again."""
    rated = Signal(object, object, object)
    """A `Claim`, the `SourceRating` or None, and 1 to 6 or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: Claim | None = None
        self._found = ""
        self._subject = ""
        self.source = QComboBox(self)
        self.source.setEditable(True)
        self._typed = QLineEdit(self.source)
        self._typed.setAccessibleName(self.tr("Who said it, in my word"))
        self.source.setLineEdit(self._typed)
        self.source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.source.setAccessibleName(self.tr("Who said it, in my word"))
        self.source.setToolTip(self.tr("Correct who said it: type a name, or choose an actor of the article"))
        completer = completer_anywhere(self.source.model(), self.source)
        self.source.setCompleter(completer)
        self.source.activated.connect(self.flush)
        self._draft = Draft(self, self._name, self._put)
        self._draft.written.connect(self._written)
        self._typed.editingFinished.connect(self.flush)
        self._typed.returnPressed.connect(self._take)
        # The keys are the box's, which hands them on to its line.
        for line in (self.source, self._typed):
            Escape(line).pressed.connect(self._give_up)
        self._add_ratings()
        fields: tuple[QComboBox, ...] = (self.source, self.source_rating, self.information_rating)
        for field in fields:
            # A narrow pane is no narrower than its least field.
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(4)
        self.label = PlainLabel(self.tr("Said by"), self)
        self.label.setBuddy(self.source)
        who, self._ratings = QHBoxLayout(), QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(self.label)
        who.addWidget(self.source, 1)
        self._ratings.addWidget(self.source_rating, 1)
        self._ratings.addWidget(self.information_rating, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(who)
        column.addLayout(self._ratings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ratings stand below one another where they cannot be read side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = max(self.source_rating.whole_width(), self.information_rating.whole_width())
        fits = 2 * needed + self._ratings.spacing() <= self.width()
        directions = QBoxLayout.Direction
        self._ratings.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _add_ratings(self) -> None:
        self.source_rating = ChoiceBox(self)
        self.source_rating.setAccessibleName(self.tr("How reliable the source is"))
        self.source_rating.addItem(self.tr("Source: not rated"), None)
        for rating in SourceRating:
            self.source_rating.addItem(source_rating_label(rating), rating)
        self.information_rating = ChoiceBox(self)
        self.information_rating.setAccessibleName(self.tr("How credible the information is"))
        self.information_rating.addItem(self.tr("Word: not rated"), None)
        for number in INFORMATION:
            self.information_rating.addItem(information_rating_label(number), number)
        for box in (self.source_rating, self.information_rating):
            box.activated.connect(self._rate)

    def put_below_source(self, field: QWidget) -> None:
        """Let another field stand between the source and its rating."""
        self._column.insertWidget(1, field)

    def ask_source(self) -> None:
        """Let the reader type who said it; what is there is selected, so that it need not be erased."""
        self.source.setFocus()
        self._typed.selectAll()

    def _give_up(self) -> None:
        """Leave the source as it was."""
        self._draft.give_up()
        self.done.emit()

    def _take(self) -> None:
        """Take what was typed, or the one actor whose name goes on from it, and give the keys back."""
        typed = " ".join(self.source.currentText().split()).casefold()
        names = [self.source.itemText(number) for number in range(self.source.count())]
        if typed and typed not in map(str.casefold, names):
            fitting = [name for name in names if any(word.startswith(typed) for word in _tails(name.casefold()))]
            if len(fitting) == 1:
                self.source.setEditText(fitting[0])
        self.flush()
        self.done.emit()

    def show_claim(self, showing: OpenArticle, claim: Claim) -> None:
        """Show who says the claim and how it is rated; a name that is being typed is not disturbed."""
        subject = showing.place_of(claim)
        if subject != self._subject:
            self.flush()
        self._claim, self._subject = claim, subject
        judgement = showing.judged.get(claim.id)
        if showing.analysis is None:
            return
        # A claim that the reader made has no other source than the one that he gives it.
        found = replace(claim, attributions=()) if is_own(claim) else claim
        self._found = " ".join(source_label(showing.analysis, found, showing.article.text).split())
        self._offer(sorted({actor.name for actor in showing.analysis.actors}, key=str.casefold))
        self._draft.tell(subject, judgement.source if judgement and judgement.source else self._found)
        self._show_rating(judgement)

    def flush(self) -> None:
        """Keep what was typed, also when the reader goes elsewhere without Enter; no name is the one that was found."""
        if not self._name():
            self.source.setEditText(self._found)
        self._draft.flush()

    def settle(self) -> None:
        """Take note that all that was written is on the disk."""
        self._draft.settle()

    def _offer(self, names: list[str]) -> None:
        if names == [self.source.itemText(number) for number in range(self.source.count())]:
            return
        typed, caret = self.source.currentText(), self._typed.cursorPosition()
        with QSignalBlocker(self.source), QSignalBlocker(self._typed):
            self.source.clear()
            self.source.addItems(names)
            self.source.setEditText(typed)
        self._typed.setCursorPosition(caret)

    def _show_rating(self, judgement: Judgement | None) -> None:
        source = judgement.source_rating if judgement else None
        information = judgement.information_rating if judgement else None
        self.source_rating.setCurrentIndex(list(SourceRating).index(source) + 1 if source else 0)
        self.information_rating.setCurrentIndex(information or 0)
        self._arrange()

    def _name(self) -> str:
        return " ".join(self.source.currentText().split())

    def _put(self, name: str, same: bool) -> None:
        before, caret = self.source.currentText(), self._typed.cursorPosition()
        self.source.setEditText(name)
        if same:
            self._typed.setCursorPosition(moved(caret, before, name))

    def _written(self, subject: str, name: str, was: str) -> None:
        del subject, was
        if self._claim is not None:
            self.sourceCorrected.emit(self._claim, name if name and name != self._found else None)

    def _rate(self) -> None:
        if self._claim is None:
            return
        # Qt hands a text enum back as plain text.
        source, information = self.source_rating.currentData(), self.information_rating.currentData()
        self.rated.emit(self._claim, SourceRating(source) if source else None, information)


def _tails(name: str) -> list[str]:
    """The name from each of its words on: "carla moss" and "moss"."""
    words = name.split()
    return [" ".join(words[number:]) for number in range(len(words))]
