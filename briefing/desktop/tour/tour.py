"""Walks the steps of the tour in a window, and follows what it stands beside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication

from briefing.desktop.tour.bubble import Bubble, Ring, in_window
from briefing.desktop.tour.bubble_position import placed
from briefing.desktop.tour.first_start import is_sample
from briefing.desktop.tour.steps import Target, tour_steps

if TYPE_CHECKING:
    from briefing.desktop.open_article import OpenArticle
    from briefing.desktop.workspace import Workspace

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Tour(QObject):
    """One walk; it blocks nothing, and whoever works on meanwhile may."""

    ended = Signal()
    """The tour is over: walked to its end, or skipped."""

    def __init__(self, window: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self.steps = tour_steps()
        self.at = 0
        self._prepared = False
        self.bubble = Bubble(lambda: window.theme, window)
        self.ring = Ring(lambda: window.theme, window)
        self.bubble.stepped.connect(self.step)
        self.bubble.skipped.connect(self.end)
        self._watched: list[QObject] = []
        # Several things move at once when a window changes its size: the bubble follows when all have.
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place)
        self._watch(window, window.panes, window.pages, window.library, window.ledger, window.ledger.detail)
        window.reader.verticalScrollBar().valueChanged.connect(self._placing.start)
        window.ledger.list.verticalScrollBar().valueChanged.connect(self._placing.start)
        window.session.findingsChanged.connect(self._take_findings)
        window.session.articleOpened.connect(self._take_article)
        window.themeChanged.connect(self._placing.start)
        window.keys.changed.connect(self._show)

    def begin(self) -> None:
        """Show the first step; the keyboard walks on from there."""
        self._window.first_steps.hide()
        self.bubble.show()
        self._go(0)
        self.bubble.next.setFocus()

    def step(self, by: int) -> None:
        """Go on or back; after the last step the tour is over."""
        if self.at + by >= len(self.steps):
            self.end()
        elif self.at + by >= 0:
            self._go(self.at + by)

    def end(self) -> None:
        """Take the bubble away, and give the keyboard back to the article."""
        inside = QApplication.focusWidget() in (self.bubble.skip, self.bubble.back, self.bubble.next)
        self._placing.stop()
        for watched in self._watched:
            watched.removeEventFilter(self)
        for part in (self.bubble, self.ring):
            part.hide()
            part.deleteLater()
        if inside:
            self._window.reader.setFocus()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves."""
        if event.type() in _MOVES:
            self._placing.start()
        return False

    def _watch(self, *parts: QObject) -> None:
        for part in parts:
            part.installEventFilter(self)
            self._watched.append(part)

    def _go(self, at: int) -> None:
        self.at = at
        self._prepare()
        self._show()

    def _prepare(self) -> None:
        self.steps[self.at].prepare(self._window)
        showing = self._window.session.showing
        self._prepared = bool(showing and showing.claims)

    def _take_findings(self) -> None:
        # Only the first claims: whoever reads on meanwhile is not taken back with each of them.
        if not self._prepared:
            self._prepare()
        self._placing.start()

    def _take_article(self, showing: OpenArticle) -> None:
        # Its steps tell of the sample article; over another one they would be wrong.
        if not is_sample(showing):
            self.end()

    def _show(self) -> None:
        step = self.steps[self.at]
        words = self._window.keys.filled(step.words, lambda key: f"<b>{escape(key)}</b>")
        self.bubble.show_step(self.at + 1, len(self.steps), step.title, words)
        self._place()

    def _place(self) -> None:
        target = self._seen(self.steps[self.at].target(self._window))
        self.bubble.stand(placed(self.bubble.body().size(), target, self._window.rect()))
        self.ring.setVisible(target is not None)
        if target is not None:
            self.ring.surround(target)
        self.ring.raise_()
        self.bubble.raise_()

    def _seen(self, target: Target) -> QRect | None:
        """Where the target is in the window; None if nothing of it can be seen."""
        if not target.widget.isVisible():
            return None
        inside = target.rect.intersected(target.widget.visibleRegion().boundingRect())
        return None if inside.isEmpty() else in_window(target.widget, inside, self._window)
