"""Brings the pictures of an article from the library to the page, each when it comes into sight."""

from PySide6.QtCore import QObject

from briefing.desktop.reader.article_view import Reader
from briefing.desktop.session import Session
from briefing.service import Event, PictureTold
from briefing.service.article_queries import TellPicture


class PictureLoader(QObject):
    """Asks for the pictures that a reading pane wants, and hands it those that come.

    Args:
        reader: the pane.
        session: what its window works on.
    """

    def __init__(self, reader: Reader, session: Session) -> None:
        super().__init__(reader)
        self._reader = reader
        self._session = session
        reader.pictureWanted.connect(self._ask)
        session.eventHeard.connect(self._on_event)

    def _ask(self, article: str, digest: str) -> None:
        self._session.service.ask(TellPicture(article, digest))

    def _on_event(self, event: Event) -> None:
        if isinstance(event, PictureTold):
            self._reader.show_picture(event.article, event.digest, event.data)
