"""Puts what the service tells of the library into its pane: the articles of a shelf, the shelves, and search counts."""

from PySide6.QtCore import QObject

from briefing.desktop.library.library_pane import LibraryPane
from briefing.desktop.session import Session
from briefing.service import ArticlesListed, Event, SearchCounted, ShelvesListed


class Listing(QObject):
    """Keeps the pane at what was told last."""

    def __init__(self, session: Session, pane: LibraryPane) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self.arranged: ShelvesListed | None = None
        """How the library is arranged, once it is known."""
        session.eventHeard.connect(self._on_event)
        pane.searchAsked.connect(session.search)

    def _on_event(self, event: Event) -> None:
        match event:
            case ArticlesListed(articles=articles, shelf=shelf, first=first, total=total):
                if shelf == self._session.shelf:
                    self._pane.model.show_page(articles, shelf, first, total)
                    if self._session.showing and not self._pane.list.selectedIndexes():
                        self._pane.select(self._session.showing.kept.id)
            case ShelvesListed():
                self.arranged = event
                self._pane.shelves.show_shelves(event)
            case SearchCounted(typed=typed, counts=counts):
                self._pane.show_counts(typed, counts)
