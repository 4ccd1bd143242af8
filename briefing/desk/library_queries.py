"""What is asked of the library and changes nothing: searches, of which only the newest is worth an answer; details."""

import itertools
from collections.abc import Callable

from briefing.desk.events import ArticlesFound, DetailsTold, Event, OperationFailed, SearchFailed
from briefing.library import Library

Enqueue = Callable[[int, Callable[[Library], None], Callable[[str], Event]], int]

PAGE = 100
"""How many articles a search shows."""


class LibraryQueries:
    """Searches on the library's thread.

    Args:
        numbers: gives numbers of jobs.
        enqueue: has something done with the library.
        tell: gets the answers.
    """

    def __init__(self, numbers: "itertools.count[int]", enqueue: Enqueue, tell: Callable[[Event], None]) -> None:
        self._numbers = numbers
        self._enqueue = enqueue
        self._tell = tell
        self._newest = 0

    def search(self, typed: str) -> int:
        """Search for what was typed; a search that a newer one overtook before it began is not answered."""
        job = self._newest = next(self._numbers)

        def act(library: Library) -> None:
            if job == self._newest:
                self._tell(ArticlesFound(job, typed, library.search(typed, count=PAGE)))

        return self._enqueue(job, act, lambda sentence: SearchFailed(job, sentence))

    def details(self, article_id: int) -> int:
        """Tell what is known of an article, and what was found before the reader corrected it."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._tell(DetailsTold(job, library.kept(article_id), library.found_metadata(article_id)))

        return self._enqueue(job, act, lambda sentence: OperationFailed(job, sentence))
