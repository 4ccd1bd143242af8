"""Opens web addresses and fetches kept pages again: fetch, parse in the worker, keep as article or as next version."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefing.library import Library, queries
from briefing.model import KeptArticle
from briefing.model.identifiers import digest_of
from briefing.model.message import Message
from briefing.records import dataclass
from briefing.service.events import (
    ArticleChanged,
    ArticleUnchanged,
    Event,
    JobCancelled,
    OpeningFailed,
    PageChanged,
    PageLost,
    PageMoved,
)
from briefing.service.http_cache import Visit, Visits
from briefing.service.page_comparison import Seen, leads_elsewhere, seen_of
from briefing.service.page_fetcher import Fetching
from briefing.service.worker_protocol import ReadPage, WasRead
from briefing.service.write_queue import Enqueue

if TYPE_CHECKING:
    from briefing.intake.addresses import Address
    from briefing.intake.fetch import Fetched


_LOST = ("fetch.refused_404", "fetch.refused_410")
"""How a server says that a page is no longer there."""

_WALLED_TIMES = 3
"""Times in a row that a watched page shows a wall before the reader hears of it: many a wall is there for an hour."""


class Show(Protocol):
    """Tells that an article is open, and has it analysed."""

    def __call__(self, library: Library, job: int, kept: KeptArticle, newly_kept: bool) -> None:
        """Show an article that is kept."""


@dataclass(frozen=True, slots=True)
class _Errand:
    """One page on its way: what was asked for, what is kept of it, and what came.

    A `quiet` one is not shown, and nothing is told of it but that the page has changed, or is no longer there.
    """

    address: "Address"
    article_id: int | None
    refreshing: bool
    fetched: "Fetched | None" = None
    quiet: bool = False

    @property
    def found(self) -> str:
        """Where the page was found, if that is elsewhere than where it was looked for; else empty."""
        found = self.fetched.address if self.fetched else ""
        return found if found and leads_elsewhere(self.address.url, found) else ""

    @property
    def typed(self) -> bool:
        """Whether the reader gave the address himself, and it is not out in the open internet."""
        return self.address.typed and not (self.fetched and self.fetched.is_public)

    def failure(self, job: int, message: Message) -> Event:
        """What tells that it came to nothing; of a quiet one nobody is to hear why."""
        return JobCancelled(job) if self.quiet else OpeningFailed(job, self.address.url, message)


class WebPages:
    """The pages that are being fetched for one library.

    Args:
        library_folder: beside what to remember visits.
        enqueue: puts work on the library's thread.
        read: hands a page to the process that parses.
        show: opens a kept article.
        analyse: has an article analysed when there is time.
        tell: gets every event.
    """

    def __init__(
        self,
        library_folder: Path,
        enqueue: Enqueue,
        read: Callable[[ReadPage], None],
        show: Show,
        analyse: Callable[[list[int]], None],
        tell: Callable[[Event], None],
    ) -> None:
        self._visits = Visits(library_folder)
        self._enqueue = enqueue
        self._read = read
        self._show = show
        self._analyse = analyse
        self._emit = tell
        self._errands: dict[int, _Errand] = {}
        self._fetching = Fetching(self._arrived, self._unchanged, self._failed, self._gave_up)

    def open(self, job: int, given: str, typed: bool) -> int:
        """Fetch the page at an address, keep and show it."""

        def act(library: Library) -> None:
            from briefing.intake import FetchFailed
            from briefing.intake.addresses import address_of

            try:
                address = address_of(given, typed)
            except FetchFailed as failure:
                self._emit(OpeningFailed(job, given, failure.message))
                return
            visit = self._visits.last(address.url)
            kept = library.ask(queries.ArticleByDigest(visit.digest)) if visit else None
            held = kept if kept and kept.removed is None and kept.origin.address == address.url else None
            self._start(job, _Errand(address, held.id if held else None, False), visit if held else None)

        return self._enqueue(job, act, lambda message: OpeningFailed(job, given, message))

    def refresh(self, job: int, article_id: int, quiet: bool = False) -> int:
        """Fetch the page of a kept article again; if its text has changed, it becomes the next version.

        A `quiet` one is answered by `PageChanged` or `PageLost` at most.
        """

        def act(library: Library) -> None:
            from briefing.intake import FetchFailed
            from briefing.intake.addresses import address_of

            kept = library.ask(queries.ListedArticle(article_id))
            given = kept.origin.address
            if not given:
                title = kept.origin.title
                self._emit(OpeningFailed(job, title, Message.of("page.no_address", title=title)))
                return
            visit = self._visits.last(given)
            try:
                # A file may name any address as its own; only one that was fetched before counts as the reader's.
                address = address_of(given, typed=visit is not None and visit.typed)
            except FetchFailed as failure:
                if not quiet:
                    self._emit(OpeningFailed(job, given, failure.message))
                return
            is_same = visit is not None and visit.digest == kept.origin.digest
            self._start(job, _Errand(address, article_id, True, quiet=quiet), visit if is_same else None)

        def failure(message: Message) -> Event:
            return JobCancelled(job) if quiet else OpeningFailed(job, "", message)

        return self._enqueue(job, act, failure)

    def refresh_quietly(self, job: int, article_id: int) -> int:
        """The same, without showing the page."""
        return self.refresh(job, article_id, quiet=True)

    def cancel(self, job: int) -> None:
        """Give up a fetch; jobs that are none are ignored."""
        self._fetching.cancel(job)

    def was_typed(self, job: int) -> bool:
        """Whether the reader gave the address of a page on its way himself, so that it may lie in his own network."""
        errand = self._errands.get(job)
        return errand is not None and errand.typed

    def forget(self, job: int, why: Message | None = None) -> bool:
        """The job ended without an article; whether nobody waits to hear so."""
        errand = self._errands.pop(job, None)
        if errand is None or not errand.quiet:
            return False
        if why is not None:
            self._tell_unread(job, errand, why)
        return True

    def keep(self, answer: WasRead) -> bool:
        """Keep a page that was parsed; whether it was one that was fetched here."""
        errand = self._errands.pop(answer.job, None)
        if errand is None:
            return False

        def act(library: Library) -> None:
            if errand.quiet and not _is_wanted(library, errand, answer):
                return
            if errand.refreshing and self._is_told(library, answer, errand):
                return
            kept, newly_kept = library.keep_article(answer.article, answer.original)
            is_new = self._remember(errand, answer.original)
            if errand.quiet:
                self._tell_moved(answer.job, errand, kept)
                if is_new:
                    self._tell_changed(answer.job, errand, kept)
            elif errand.refreshing and kept.id == errand.article_id:
                self._emit(ArticleUnchanged(answer.job, kept.id, Message.of("page.unchanged", title=kept.origin.title)))
            else:
                self._show(library, answer.job, kept, newly_kept)

        self._enqueue(answer.job, act, lambda message: errand.failure(answer.job, message))
        return True

    def _is_told(self, library: Library, answer: WasRead, errand: _Errand) -> bool:
        """Whether a page that was fetched again is no next version of its article, and all is told of it."""
        assert errand.article_id is not None
        kept = library.ask(queries.ListedArticle(errand.article_id))
        seen = seen_of(library.ask(queries.WholeArticle(kept.id)), answer.article)
        if seen is Seen.SAME:
            self._remember(errand, answer.original)
            self._tell_moved(answer.job, errand, kept)
            if not errand.quiet:
                self._emit(ArticleUnchanged(answer.job, kept.id, Message.of("page.unchanged", title=kept.origin.title)))
        elif seen is Seen.ANOTHER and errand.found:
            if errand.quiet:
                self._tell_lost(answer.job, errand, errand.found)
            else:
                self._emit(OpeningFailed(answer.job, errand.address.url, _loss(kept, errand.found)))
        elif seen is Seen.WALLED and errand.quiet:
            self._count_wall(answer.job, errand)
        else:
            return False
        return True

    def _start(self, job: int, errand: _Errand, visit: Visit | None) -> None:
        from briefing.intake.fetch import Validators

        self._errands[job] = errand
        self._fetching.start(job, errand.address, Validators(visit.etag, visit.modified) if visit else None)

    def _arrived(self, job: int, fetched: "Fetched") -> None:
        from briefing.intake.fetch import plainly

        errand = replace(self._errands[job], fetched=fetched)
        self._errands[job] = errand
        plain = plainly(fetched)
        # The next version of an article is found by its address, even where the page has moved.
        address = errand.address.url if errand.refreshing else fetched.address
        self._read(ReadPage(job, fetched.data, None if plain is fetched.data else plain, address))

    def _unchanged(self, job: int) -> None:
        errand = self._errands.pop(job)

        def act(library: Library) -> None:
            assert errand.article_id is not None
            self._found_again(errand)
            if errand.quiet:
                return
            kept = library.ask(queries.ListedArticle(errand.article_id))
            if errand.refreshing:
                self._emit(ArticleUnchanged(job, kept.id, Message.of("page.unchanged", title=kept.origin.title)))
            else:
                self._show(library, job, kept, False)

        self._enqueue(job, act, lambda message: errand.failure(job, message))

    def _failed(self, job: int, message: Message) -> None:
        errand = self._errands.pop(job)
        if errand.quiet:
            self._tell_unread(job, errand, message)
        else:
            self._emit(OpeningFailed(job, errand.address.url, message))

    def _tell_unread(self, job: int, errand: _Errand, why: Message) -> None:
        """Tell of a watched page what tells of it that no article came."""
        if why.code in _LOST:
            self._tell_lost(job, errand)
        elif why.code.startswith("wall."):
            self._count_wall(job, errand)
        elif errand.found:
            self._tell_lost(job, errand, errand.found)

    def _tell_changed(self, job: int, errand: _Errand, kept: KeptArticle) -> None:
        if kept.id == errand.article_id:
            return
        self._analyse([kept.id])
        self._emit(ArticleChanged(0, kept))
        self._emit(PageChanged(job, kept, Message.of("page.changed", title=kept.origin.title)))

    def _tell_moved(self, job: int, errand: _Errand, kept: KeptArticle) -> None:
        """Tell once that a watched page is at another address."""
        visit = self._visits.last(errand.address.url)
        if errand.quiet and visit is not None and errand.found not in ("", visit.moved):
            self._visits.remember(errand.address.url, replace(visit, moved=errand.found))
            message = Message.of("page.moved", title=kept.origin.title, address=errand.found)
            self._emit(PageMoved(job, kept.id, message))

    def _tell_lost(self, job: int, errand: _Errand, leads_to: str = "") -> None:
        """Tell once that a watched page is no longer there, or that its address leads to another one."""

        def tell(visit: Visit, kept: KeptArticle) -> None:
            if not visit.lost:
                self._visits.remember(errand.address.url, replace(visit, lost=True))
                self._emit(PageLost(job, kept.id, _loss(kept, leads_to)))

        self._of_watched(job, errand, tell)

    def _count_wall(self, job: int, errand: _Errand) -> None:
        """Tell once that a watched page shows but a wall, if it does so time after time."""

        def tell(visit: Visit, kept: KeptArticle) -> None:
            self._visits.remember(errand.address.url, replace(visit, walled=visit.walled + 1))
            if visit.walled + 1 == _WALLED_TIMES:
                self._emit(PageLost(job, kept.id, Message.of("page.walled", title=kept.origin.title)))

        self._of_watched(job, errand, tell)

    def _of_watched(self, job: int, errand: _Errand, tell: Callable[[Visit, KeptArticle], None]) -> None:
        """Do something with a watched page that is remembered, and whose article was not thrown away."""

        def act(library: Library) -> None:
            assert errand.article_id is not None
            kept = library.ask(queries.ListedArticle(errand.article_id))
            visit = self._visits.last(errand.address.url)
            if kept.removed is None and visit is not None:
                tell(visit, kept)

        self._enqueue(job, act, lambda message: errand.failure(job, message))

    def _found_again(self, errand: _Errand) -> None:
        """Remember that a page that was lost is there."""
        visit = self._visits.last(errand.address.url)
        if visit is not None and (visit.lost or visit.walled):
            self._visits.remember(errand.address.url, replace(visit, lost=False, walled=0))

    def _gave_up(self, job: int) -> None:
        self.forget(job)
        self._emit(JobCancelled(job))

    def _remember(self, errand: _Errand, original: bytes) -> bool:
        """Remember what came from an address; whether it is not what came last."""
        fetched = errand.fetched
        digest = digest_of(original)
        before = self._visits.last(errand.address.url)
        if fetched is not None and fetched.asked == fetched.address:
            given, last = fetched.validators, before or Visit(digest)
            visit = Visit(digest, given.etag, given.modified, errand.typed, last.watched, last.checked)
            self._visits.remember(fetched.address, visit)
        elif errand.refreshing and before is not None:
            # What another address says of its page is not to be asked of this one.
            moved = replace(before, digest=digest, etag="", modified="", lost=False, walled=0)
            self._visits.remember(errand.address.url, moved)
        return before is None or before.digest != digest


def _is_wanted(library: Library, errand: _Errand, answer: WasRead) -> bool:
    """Whether neither the article nor what would be kept was thrown away while nobody waited for it."""
    assert errand.article_id is not None
    known = library.ask(queries.ArticleByDigest(digest_of(answer.original)))
    return library.ask(queries.ListedArticle(errand.article_id)).removed is None and not (known and known.removed)


def _loss(kept: KeptArticle, leads_to: str) -> Message:
    """That the page of an article is no longer there, or where its address leads."""
    if leads_to:
        return Message.of("page.leads_elsewhere", title=kept.origin.title, address=leads_to)
    return Message.of("page.lost", title=kept.origin.title)
