"""Watches pages that the reader chose: each is fetched again from time to time, to tell when it changes or goes."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.library import Library, queries
from briefing.model import KeptArticle, Shelf, ShelfKind
from briefing.model.message import Message
from briefing.service.events import Event, JobCancelled, OperationFailed, PageWatched
from briefing.service.http_cache import Visit, Visits, key_of
from briefing.service.write_queue import Enqueue

EVERY = timedelta(hours=3)
"""Between two fetches of a watched page: a desk wants to know today, and no server is to be bothered."""

LOOKING_OUT = 300.0
"""Seconds between two looks which pages are due."""


class PageWatch:
    """The watched pages of one library.

    Args:
        library_folder: beside what the watched addresses are remembered.
        numbers: gives the next job its number.
        enqueue: puts work on the library's thread.
        fetch: fetches the page of an article again, under a job's number, without showing it.
        tell: gets every event.
    """

    def __init__(
        self,
        library_folder: Path,
        numbers: Iterator[int],
        enqueue: Enqueue,
        fetch: Callable[[int, int], object],
        tell: Callable[[Event], None],
    ) -> None:
        self._visits = Visits(library_folder)
        self._numbers = numbers
        self._enqueue = enqueue
        self._fetch = fetch
        self._emit = tell
        self._keys: frozenset[str] | None = None
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def is_watched(self, address: str) -> bool:
        """Whether the page at an address is watched; False until the first look."""
        return bool(address and self._keys) and key_of(address) in (self._keys or ())

    def watch(self, article_id: int, watched: bool) -> int:
        """Watch the page of an article from now on, or no more; answered by `PageWatched` or `OperationFailed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            kept = library.ask(queries.ListedArticle(article_id))
            title, address = kept.origin.title, kept.origin.address
            hindrance = library.read_only or (None if address else Message.of("page.no_address", title=title))
            if hindrance is not None:
                self._emit(OperationFailed(job, hindrance))
                return
            visit = self._visits.last(address) or Visit(kept.origin.digest)
            self._visits.remember(address, replace(visit, watched=watched, checked=_told(datetime.now(UTC))))
            if (self._visits.last(address) or visit).watched is not watched:
                self._emit(OperationFailed(job, Message.of("page.not_watched", title=title)))
                return
            self._keys = self._visits.watched()
            code = "page.watched" if watched else "page.watched_no_more"
            self._emit(PageWatched(job, article_id, watched, Message.of(code, title=title)))

        return self._enqueue(job, act, lambda message: OperationFailed(job, message))

    def look(self, now: datetime | None = None) -> None:
        """Fetch the watched pages again that were not fetched for `EVERY`, by the time `now`."""
        time = now or datetime.now(UTC)

        def act(library: Library) -> None:
            self._keys = self._visits.watched()
            if not self._keys or library.read_only:
                return
            for kept in self._newest(library):
                visit = self._visits.last(kept.origin.address)
                if visit is None or not _is_due(visit, time):
                    continue
                looked = replace(visit, checked=_told(time))
                self._visits.remember(kept.origin.address, looked)
                # What cannot be remembered would be due again at the next look.
                if self._visits.last(kept.origin.address) == looked:
                    self._fetch(next(self._numbers), kept.id)

        # Nobody asked for it, so nobody is to hear of it: what is wrong with the library is told by itself.
        self._enqueue(0, act, lambda _: JobCancelled(0))

    def start(self) -> None:
        """Look by itself from now on, until it is closed."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._look_out, name="briefing pages", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()

    def _look_out(self) -> None:
        while not self._closed.is_set():
            self.look()
            self._closed.wait(LOOKING_OUT)

    def _newest(self, library: Library) -> Iterator[KeptArticle]:
        """The newest article of each page that is watched, but those that lie in the bin."""
        found: dict[str, KeptArticle] = {}
        for shelf in (Shelf(), Shelf(ShelfKind.BIN)):
            for kept in library.ask(queries.Articles(shelf)):
                key = key_of(kept.origin.address) if kept.origin.address else ""
                if key in (self._keys or ()) and (key not in found or found[key].id < kept.id):
                    found[key] = kept
        yield from (kept for kept in found.values() if kept.removed is None)


def _told(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="seconds")


def _is_due(visit: Visit, now: datetime) -> bool:
    try:
        return datetime.fromisoformat(visit.checked) + EVERY <= now
    except (ValueError, TypeError):
        return True
