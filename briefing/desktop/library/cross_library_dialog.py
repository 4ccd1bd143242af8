"""Claims across the library: who else said it, what means the same, and what an actor says in any article."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.completion import completer_anywhere
from briefing.desktop.line_breaks import short
from briefing.desktop.model_labels import status_label, told_day
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.desktop.status_glyphs import glyph_icon
from briefing.desktop.theme import Theme
from briefing.model.cross_library import AlikeClaim, KnownActor

AnyIndex = QModelIndex | QPersistentModelIndex

MOST = 200
"""Claims that are listed."""


MOST_OF_ROW = 500
"""Characters of each line that tells of a claim."""


class Asked(StrEnum):
    """By what claims are looked for."""

    WORDS = "words"
    MEANING = "meaning"
    ACTOR = "actor"


class ClaimModel(QAbstractListModel):
    """A row for each claim: who, how confirmed, what, and in which article."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._claims: tuple[AlikeClaim, ...] = ()
        self._by_meaning = False

    def show_claims(self, claims: Iterable[AlikeClaim], by_meaning: bool = False) -> None:
        """Show these claims, which were found by their words or by what they mean."""
        self.beginResetModel()
        self._claims, self._by_meaning = tuple(claims), by_meaning
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme
        self.layoutChanged.emit()

    def at(self, row: int) -> AlikeClaim:
        """The claim of a row."""
        return self._claims[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._claims)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The claim in three lines, with the sign of its status."""
        if not index.isValid():
            return None
        one = self._claims[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._words(one))
        return glyph_icon(one.claim.status, self._theme) if role == Qt.ItemDataRole.DecorationRole else None

    def _words(self, one: AlikeClaim) -> str:
        claim = one.claim
        who = [claim.source or self.tr("The article itself"), status_label(claim.status)]
        if one.likeness < 1:
            near = self.tr("{share} % near in meaning") if self._by_meaning else self.tr("{share} % of the words")
            who.append(near.format(share=round(100 * one.likeness)))
        where = " · ".join(part for part in (claim.title, claim.outlet, told_day(claim.published)) if part)
        words = short(" ".join(claim.content.split()).strip('“”"'), MOST_OF_ROW)
        return f"{short(' · '.join(who), MOST_OF_ROW)}\n“{words}”\n{short(where, MOST_OF_ROW)}"


class AcrossDialog(QDialog):
    """Looks for claims by their words, their meaning or who makes them; stays open beside the article."""

    wordsAsked = Signal(str)
    """Words of a claim; answered by `show_claims`."""
    meaningAsked = Signal(str)
    """What the claims are to mean; answered by `show_claims`."""
    actorAsked = Signal(str)
    """Name of an actor; answered by `show_claims`."""
    namesAsked = Signal(str)
    """The beginning of a name that is being typed; answered by `show_names`."""
    claimChosen = Signal(object)
    """A `KnownClaim` to be shown in its article."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Claims across the library"))
        self.resize(680, 600)
        self.model = ClaimModel(theme, self)
        self.kind = QComboBox(self)
        self.kind.addItem(self.tr("Who else said"), Asked.WORDS)
        self.kind.addItem(self.tr("In other words"), Asked.MEANING)
        self.kind.addItem(self.tr("All that is said by"), Asked.ACTOR)
        self.kind.setAccessibleName(self.tr("By words, by meaning or by actor"))
        self.kind.activated.connect(lambda _: self._ask())
        self.line = QLineEdit(self)
        self.line.setAccessibleName(self.tr("Words of the claim, what it means, or name of the actor"))
        self.line.setClearButtonEnabled(True)
        self._names = QStringListModel(self)
        completer = completer_anywhere(self._names, self)
        completer.activated.connect(lambda _: self._ask())
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._type)
        self.line.returnPressed.connect(self._ask)
        self.list = QListView(self)
        self.list.setModel(self.model)
        # Each claim is shown whole.
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Claims"))
        self.list.activated.connect(lambda index: self.claimChosen.emit(self.model.at(index.row()).claim))
        self._told = PlainLabel(self)
        self._told.setObjectName("faint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(self.kind)
        head.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        column.addWidget(buttons)

    def look_for(self, asked: Asked, words: str) -> None:
        """Ask for claims like these words, or by the actor of this name."""
        self.kind.setCurrentIndex(self.kind.findData(asked))
        self.line.setText(" ".join(words.split()))
        # Of long words the beginning is to be seen.
        self.line.setCursorPosition(0)
        self._ask()

    def show_claims(self, claims: tuple[AlikeClaim, ...]) -> None:
        """Show what was found."""
        self.model.show_claims(claims, self.kind.currentData() == Asked.MEANING)
        articles = len({one.claim.article_id for one in claims})
        nothing = self.tr("No claim of the library is like this.")
        told = self.tr("%n claim(s)", "", len(claims)), self.tr("in %n article(s)", "", articles)
        found = self.tr("{claims} {articles}; Enter shows one in its article.")
        self._told.setText(found.format(claims=told[0], articles=told[1]) if claims else nothing)
        if claims:
            self.list.setCurrentIndex(self.model.index(0))

    def show_failure(self, sentence: str) -> None:
        """Say why nothing could be looked for."""
        self.model.show_claims(())
        self._told.setText(sentence)

    def show_names(self, actors: Iterable[KnownActor]) -> None:
        """Offer names for what is being typed."""
        self._names.setStringList([actor.name for actor in actors])

    def _type(self, typed: str) -> None:
        if self.kind.currentData() is Asked.ACTOR and typed.strip():
            self.namesAsked.emit(typed.strip())

    def _ask(self) -> None:
        words = self.line.text().strip()
        if not words:
            return
        # Qt hands a text enum back as plain text.
        match Asked(self.kind.currentData()):
            case Asked.WORDS:
                self.wordsAsked.emit(words)
            case Asked.MEANING:
                self._told.setText(self.tr("Looking for what means that…"))
                self.meaningAsked.emit(words)
            case Asked.ACTOR:
                self.actorAsked.emit(words)
