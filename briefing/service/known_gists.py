"""What the articles of a library are about, held in memory while new ones come: it is read for each of them."""

from briefing.analysis.stories.kept_reading import nearest
from briefing.analysis.stories.story_article import Floats
from briefing.library import Library, queries


class KnownGists:
    """The gists of one library, read once and then only of what is new; on the library's thread."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._gists = bytearray()
        self._counts: tuple[int, int] | None = None

    def forget(self, article_id: int) -> None:
        """What an article says was read anew; one that is known already is about something else now."""
        if self._numbers and article_id <= self._numbers[-1]:
            self._counts = None

    def nearest(self, library: Library, gist: Floats, most: int) -> list[tuple[int, float]]:
        """The placed articles that are about the most alike, with their cosines."""
        self._update(library)
        return nearest(gist, self._numbers, bytes(self._gists), most)

    def _update(self, library: Library) -> None:
        placed, hidden = library.ask(queries.PlacedCount())
        known = self._counts
        newer, gists = library.ask(queries.Gists(self._numbers[-1] if known and self._numbers else 0))
        if known is not None and (placed, hidden) != (known[0] + len(newer), known[1]):
            known = None
            newer, gists = library.ask(queries.Gists())
        if known is None:
            self._numbers, self._gists = [], bytearray()
        self._numbers += newer
        self._gists += gists
        self._counts = placed, hidden
