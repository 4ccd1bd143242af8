"""The pages of the open article's original, beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.interface_language import said
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.original_pane import OriginalPane
from briefing.desktop.settings import Settings
from briefing.model import Span, claim_at
from briefing.service import Event, PagePictured, PagePictureFailed

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

PAGED = ("application/pdf",)
"""Kinds of originals whose pages can be shown."""


class OriginalArea(Area):
    """Shows the original, and lets what is chosen in it and in the text be the same."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self.pane: OriginalPane | None = None
        self._is_wished = False
        self._jobs: set[int] = set()
        self._is_leading = False
        self.session.eventHeard.connect(self._on_event)
        self.session.articleOpened.connect(self._follow)
        self.session.findingsChanged.connect(self._renew)
        self.session.ownChanged.connect(self._renew)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "original",
                "View",
                translated("Show original"),
                translated("Show the pages of a PDF beside its text; once more shows the text alone."),
                "Ctrl+F7",
                "file-text",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"original": self._toggle}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {"original": showing is not None and _is_paged(showing)}

    def _toggle(self) -> None:
        showing = self.session.showing
        if self.pane is not None and not self.pane.isHidden():
            self._close()
        elif showing is not None and _is_paged(showing):
            self._is_wished = True
            self._show(showing)

    def _close(self) -> None:
        self._is_wished = False
        self._put_away()
        self.window.reader.setFocus()

    def _put_away(self) -> None:
        if self.pane is not None and not self.pane.isHidden():
            self.pane.clear()
            self.window.panes.share_articles(self.window.articles)

    def _show(self, showing: OpenArticle) -> None:
        self.pane = self.pane or self._made_pane()
        if self.pane.isHidden():
            self.pane.show()
            self.window.panes.share_articles(self.window.articles)
        self.pane.show_article(showing)
        claim = self.window.reader.lit.claim
        if claim:
            self.pane.select_claim(claim)
        else:
            self.pane.reveal(Span(self.window.reader.top_code_point(), self.window.reader.top_code_point() + 1))

    def _made_pane(self) -> OriginalPane:
        pane = OriginalPane(self.window.theme, self.window)
        pane.closeWished.connect(self._close)
        pane.canvas.pageWished.connect(self._ask)
        pane.canvas.placeChosen.connect(self._lead_to_text)
        self.window.themeChanged.connect(pane.canvas.set_theme)
        self.window.ledger.claimChosen.connect(self._claim_chosen)
        self.window.ledger.evidenceChosen.connect(pane.light_evidence)
        self.window.reader.spanSelected.connect(self._span_selected)
        self.window.reader.placeClicked.connect(self._place_clicked)
        self.window.articles.addWidget(pane)
        self.window.articles.setChildrenCollapsible(False)
        return pane

    def _follow(self, showing: OpenArticle) -> None:
        """Show the pages of another article, too, once the reader wished to see them."""
        if not self._is_wished:
            return
        if _is_paged(showing):
            self._show(showing)
        else:
            self._put_away()

    def _renew(self, showing: OpenArticle) -> None:
        if self.pane is not None and self.pane.showing is not None and self.pane.showing.kept.id == showing.kept.id:
            self.pane.show_article(showing)

    def _ask(self, number: int, width: int) -> None:
        if self.pane is None or self.pane.showing is None:
            return
        digest = self.pane.showing.kept.origin.digest
        self._jobs.add(self.session.service.picture_page(digest, number, width, self.pane.passages(number)))

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, PagePictured | PagePictureFailed) or event.job not in self._jobs:
            return
        self._jobs.discard(event.job)
        if self.pane is None or self.pane.showing is None or self.pane.showing.kept.origin.digest != event.digest:
            return
        if isinstance(event, PagePictured):
            self.pane.show_picture(event.picture)
        else:
            self.pane.show_failure(said(event.message))

    # One leads the other

    def _claim_chosen(self, claim_id: str) -> None:
        if self.pane is not None and not self._is_leading:
            self.pane.select_claim(claim_id)

    def _span_selected(self, span: Span | None) -> None:
        if self.pane is not None and not self._is_leading:
            self.pane.select_span(span)

    def _place_clicked(self, at: int) -> None:
        if self.pane is not None and not self._is_leading:
            self.pane.reveal(Span(at, at + 1))

    def _lead_to_text(self, at: int) -> None:
        """Choose in the text what was clicked on the page."""
        showing, reader = self.session.showing, self.window.reader
        if self.pane is None or showing is None:
            return
        self._is_leading = True
        try:
            claim = claim_at(showing.claims, at)
            if claim is not None:
                self.window.ledger.choose(claim.id)
                self.pane.select_claim(claim.id)
            word = _whole(showing.article.text, at)
            reader.reveal(Span(at, at + 1))
            reader.select_span(word)
            self.pane.select_span(word)
        finally:
            self._is_leading = False


def _is_paged(showing: OpenArticle) -> bool:
    return showing.kept.origin.media_type in PAGED


def _whole(text: str, at: int) -> Span:
    """The word at a code point."""
    end = at
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(at, max(at + 1, end))
