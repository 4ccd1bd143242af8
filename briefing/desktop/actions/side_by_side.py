"""Two articles at once: one beside the other, or each in a window of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.interface_language import said
from briefing.desktop.messages import Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.picture_loader import PictureLoader
from briefing.desktop.reader.second_pane import BesidePane
from briefing.desktop.settings import Settings
from briefing.service import (
    AnalysisFinished,
    AnalysisProgressed,
    ArticleOpened,
    Event,
    LibraryChanged,
    OpeningFailed,
    OperationPerformed,
    OwnTold,
)
from briefing.service.annotation_queries import TellOwn

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace


class BesideArea(Area):
    """The second article, and further windows."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._job = 0
        self.pane: BesidePane | None = None
        self.session.eventHeard.connect(self._on_event)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "new_window",
                "View",
                translated("Open in new window"),
                translated("Show the selected article, else the open one, in a window of its own."),
                "Ctrl+N",
                "external-link",
            ),
            Command(
                "beside",
                "View",
                translated("Show beside"),
                translated("Show the article selected in the library beside the open one; once more shows one alone."),
                "F7",
                "panel-right",
            ),
            Command(
                "swap",
                "View",
                translated("Swap articles"),
                translated("Let the open article and the one beside it change places."),
                "Shift+F7",
                "arrow-up-down",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"new_window": self._open_window, "beside": self._show_beside, "swap": self._swap}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        shown = self.pane is not None and self.pane.showing is not None
        return {"new_window": showing is not None, "beside": showing is not None, "swap": shown}

    def _open_window(self) -> None:
        chosen = self.window.library.chosen
        showing = self.session.showing
        number = chosen[0].id if len(chosen) == 1 else showing.kept.id if showing else 0
        if number:
            self.window.flush()
            self.window.windowWished.emit(number)

    def _show_beside(self) -> None:
        open_one = self.session.showing.kept.id if self.session.showing else 0
        others = [kept.id for kept in self.window.library.chosen if kept.id != open_one]
        shown = self.pane.showing.kept.id if self.pane and self.pane.showing else 0
        if others and others[0] != shown:
            self._job = self.session.openings.open_aside(others[0])
        elif shown:
            self._close()
        else:
            self.say(self.tr("Select another article in the library first, with Ctrl and a click."))

    def _swap(self) -> None:
        if self.pane is None or self.pane.showing is None or self.session.showing is None:
            return
        here, there = self.session.showing.kept.id, self.pane.showing.kept.id
        self.window.open_kept(there)
        self._job = self.session.openings.open_aside(here)

    def _close(self) -> None:
        if self.pane is not None:
            self.pane.clear()
            self.window.panes.share_articles(self.window.articles)
            self.window.update_actions()

    def _share(self, pane: BesidePane) -> None:
        """Show both articles, each with half of the room."""
        pane.show()
        self.window.panes.share_articles(self.window.articles)

    def _made_pane(self) -> BesidePane:
        pane = BesidePane(self.window.theme, self.window)
        PictureLoader(pane.reader, self.session)
        pane.swapWished.connect(self._swap)
        pane.closeWished.connect(self._close)
        self.window.themeChanged.connect(pane.reader.set_theme)
        pane.reader.mark_as(self.window.reader)
        pane.reader.set_as(self.window.reader)
        self.window.reader.setChanged.connect(lambda: pane.reader.set_as(self.window.reader))
        self.window.reader.layersChanged.connect(lambda: pane.reader.mark_as(self.window.reader))
        self.window.articles.addWidget(pane)
        self.window.articles.setChildrenCollapsible(False)
        for place in range(2):
            self.window.articles.setStretchFactor(place, 1)
        return pane

    def _on_event(self, event: Event) -> None:
        if isinstance(event, ArticleOpened) and event.job == self._job:
            self.pane = self.pane or self._made_pane()
            self.pane.show_article(
                OpenArticle(event.kept, event.article, event.analysis, event.annotations, event.judgements)
            )
            if self.pane.isHidden():
                self._share(self.pane)
            self.window.update_actions()
        elif isinstance(event, OpeningFailed) and event.job == self._job:
            self.say(said(event.message), Tone.ERROR)
        elif self.pane is not None and self.pane.showing is not None:
            self._update(self.pane, self.pane.showing, event)

    def _update(self, pane: BesidePane, showing: OpenArticle, event: Event) -> None:
        number = showing.kept.id
        match event:
            case (
                AnalysisProgressed(article_id=article_id, analysis=analysis)
                | AnalysisFinished(article_id=article_id, analysis=analysis)
            ) if article_id == number:
                pane.show_article(showing.with_analysis(analysis))
            case OwnTold(article_id=article_id, annotations=annotations, judgements=judgements, analysis=analysis) if (
                article_id == number
            ):
                newer = showing.with_analysis(analysis) if analysis else showing
                pane.show_article(newer.with_own(annotations, judgements))
            case OperationPerformed(performed=performed) if performed.article_id == number:
                pane.show_article(showing.with_own(event.annotations, event.judgements))
            case LibraryChanged():
                self.session.service.ask(TellOwn(number))
