"""A second article beside the open one, for reading only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing.desktop.model_labels import source_label, status_label, status_meaning
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.theme import Theme

LEAST = 200
"""Pixels that it has at least; the open article has as many, as long as both share what there is."""


class BesidePane(QFrame):
    """Shows an article with its marks; a click on a claim tells who says it and how confirmed it is."""

    swapWished = Signal()
    """The two articles are to change places."""
    closeWished = Signal()
    """The reader wants one article alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beside")
        self.showing: OpenArticle | None = None
        self.reader = Reader(theme, self)
        self.reader.setAccessibleName(self.tr("The article beside"))
        self.reader.claimClicked.connect(self._show_claim)
        self._title = PlainLabel(self)
        self._title.setObjectName("paneTitle")
        self._title.setWordWrap(True)
        swap = QPushButton(self.tr("Swap"), self)
        swap.setToolTip(self.tr("Let the two articles change places, to write on this one."))
        swap.clicked.connect(self.swapWished)
        close = QPushButton(self.tr("Close"), self)
        close.setToolTip(self.tr("Show one article alone."))
        close.clicked.connect(self.closeWished)
        self._words = PlainLabel(self)
        self._words.setObjectName("faint")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(swap)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self.reader, 1)
        column.addWidget(self._words)
        self.setMinimumWidth(LEAST)
        self.hide()

    def show_article(self, showing: OpenArticle) -> None:
        """Show an article, or what is new about the one that is shown."""
        same = self.showing is not None and self.showing.kept.id == showing.kept.id
        self.showing = showing
        self._title.setText(" · ".join(part for part in (showing.article.title, showing.kept.origin.outlet) if part))
        if same:
            self.reader.show_marks(showing)
        else:
            self.reader.show_article(showing)
            self._words.setText(self.tr("Click a claim to see who says it."))

    def clear(self) -> None:
        """Show nothing any more."""
        self.showing = None
        self.reader.clear_article()
        self.hide()

    def _show_claim(self, claim_id: str) -> None:
        claim = self.showing.by_id.get(claim_id) if self.showing else None
        if self.showing is None or self.showing.analysis is None or claim is None:
            return
        self.reader.select_claim(claim_id, scroll=False)
        self.reader.light_evidence(tuple(span for reason in claim.evidence for span in reason.spans))
        who = source_label(self.showing.analysis, claim, self.showing.article.text, self.showing.judged.get(claim_id))
        status = self.showing.status(claim)
        self._words.setText(f"{' '.join(who.split())} · {status_label(status)}. {status_meaning(status)}")
