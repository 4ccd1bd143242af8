"""Imports many files or pages: one after another through a process of its own, with progress, cancel and outcomes."""

import itertools
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import ChangeMetadata, Library, LibraryFailure, TagArticles, queries
from briefing.library.highlight_import import kept_with_notes
from briefing.model import KeptArticle, Metadata, Origin
from briefing.model.message import Message
from briefing.records import dataclass
from briefing.service.events import ArticleChanged, Event, ImportFinished, ImportProgressed
from briefing.service.import_outcomes import ImportOutcome, OutcomeKind, printable, summary_of
from briefing.service.page_fetcher import Fetching
from briefing.service.time_estimate import remaining_seconds
from briefing.service.worker_process import WorkerProcess
from briefing.service.worker_protocol import (
    Answer,
    Failed,
    ListSources,
    ReadPage,
    ReadSource,
    Request,
    WasOffered,
    WasRead,
    WereListed,
)
from briefing.service.write_queue import Enqueue

if TYPE_CHECKING:
    from briefing.intake import Feed, FeedEntry
    from briefing.intake.fetch import Fetched
    from briefing.intake.source_list import Source

AT_ONCE = 2
"""Files on their way at a time: one being parsed while the one before is being kept."""

FILE_LIMIT = 60.0
"""Seconds after which a file that is still being parsed counts as hung and is given up."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page that a feed offers: fetched, and then read like a file.

    Attributes:
        address: where it is.
        title: as the feed has it.
        typed: whether it lies on the machine whose address the reader gave: only then may that be a private one.
        facts: what a list of references tells of it, or None.
        tags: that a list of links has for it.
    """

    address: str
    title: str = ""
    typed: bool = False
    facts: Origin | None = None
    tags: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in the list of outcomes."""
        return self.title or self.address

    @property
    def place(self) -> str:
        """Where it is."""
        return self.address


@dataclass(slots=True)
class _Import:
    """One import on its way."""

    job: int
    waiting: "deque[Source | PageSource]" = field(default_factory=deque)
    under_way: int = 0
    total: int = 0
    outcomes: list[ImportOutcome] = field(default_factory=list)
    cancelled: bool = False
    listed: bool = False
    going_on: bool = False
    began: float = 0.0

    @property
    def is_over(self) -> bool:
        return self.listed and not self.under_way and not self.waiting

    @property
    def remaining(self) -> float | None:
        done = len(self.outcomes)
        return remaining_seconds(self.began, done, max(0, self.total - done))


class Importing:
    """The imports of one library; its process starts with the first.

    Args:
        numbers: gives numbers of jobs.
        enqueue: puts work on the library's thread.
        analyse_later: gets the articles that are new.
        tell: gets every event.
    """

    def __init__(
        self,
        numbers: "itertools.count[int]",
        enqueue: Enqueue,
        analyse_later: Callable[[Iterable[int]], None],
        tell: Callable[[Event], None],
    ) -> None:
        self._numbers = numbers
        self._enqueue = enqueue
        self._analyse_later = analyse_later
        self._emit = tell
        self._lock = threading.RLock()
        self._worker: WorkerProcess | None = None
        self._imports: dict[int, _Import] = {}
        self._files: dict[int, tuple[_Import, Source | PageSource]] = {}
        self._fetching = Fetching(self._arrived, lambda number: None, self._failed, lambda number: None)

    def start(self, job: int, paths: Iterable[Path]) -> int:
        """Import files, folders and zips; answered by `ImportProgressed` again and again, then by `ImportFinished`."""
        with self._lock:
            self._imports[job] = _Import(job)
            self._process().send(ListSources(job, tuple(paths)))
        return job

    def start_pages(self, job: int, pages: "Iterable[PageSource | Source]") -> int:
        """Fetch and import pages, or articles of a file, at most two at a time; answered like `start`."""
        with self._lock:
            self._imports[job] = current = _Import(job)
            self._process()
            self._begin(current, pages)
        return job

    def cancel(self, job: int) -> None:
        """Open no further files; what is kept stays. Jobs that are no imports are ignored."""
        with self._lock:
            current = self._imports.get(job)
            if current:
                current.cancelled = True
                current.listed = True
                current.waiting.clear()
                self._give_up_fetches(current)
                self._end_if_over(current)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker:
            worker.close()

    def _process(self) -> WorkerProcess:
        if self._worker is None:
            self._worker = WorkerProcess("briefing import", self._on_answer, self._report_lost, FILE_LIMIT)
        return self._worker

    def _on_answer(self, answer: Answer) -> None:
        match answer:
            case WereListed(job, sources, failures):
                self._listed(job, sources, failures)
            case WasRead():
                self._keep(answer)
            case WasOffered(job, feed):
                self._offered(job, feed)
            case Failed(job, message):
                self._failed(job, message)
            case _:
                pass

    def _offered(self, number: int, feed: "Feed") -> None:
        """Take all articles out of a file of several; of a feed that only says where they are, say so."""
        with self._lock:
            current, source = self._files.get(number, (None, None))
            if current is None or source is None or isinstance(source, PageSource) or not is_here(feed):
                self._failed(number, self._about_offer(number, feed))
                return
            del self._files[number]
            current.under_way -= 1
            current.total -= 1
            if not current.cancelled:
                pieces = [source_of(entry, source) for entry in feed.entries if entry.is_here]
                current.waiting.extendleft(reversed(pieces))
                current.total += len(pieces)
                if elsewhere := len(feed.entries) - len(pieces):
                    current.total += 1
                    self._report(current, _outcome(source, OutcomeKind.FAILED, message=_about(source, elsewhere)))
            self._go_on(current)

    def _about_offer(self, number: int, feed: "Feed") -> Message:
        from briefing.intake import OffersArticles

        with self._lock:
            _, source = self._files.get(number, (None, None))
        if source is None or isinstance(source, PageSource):
            return Message("import.feed_of_its_own")
        return OffersArticles(source.name, feed).message

    def _arrived(self, number: int, fetched: "Fetched") -> None:
        from briefing.intake.fetch import plainly

        plain = plainly(fetched)
        with self._lock:
            # A page that was given up meanwhile is for nobody.
            if number in self._files and self._worker:
                page = ReadPage(number, fetched.data, None if plain is fetched.data else plain, fetched.address)
                self._worker.send(page)

    def _give_up_fetches(self, current: _Import) -> None:
        """Wait no longer for servers."""
        for number, (its_import, source) in list(self._files.items()):
            if its_import is current and isinstance(source, PageSource) and self._fetching.cancel(number):
                del self._files[number]
                current.under_way -= 1

    def _report_lost(self, lost: tuple[Request, ...]) -> None:
        for request in lost:
            self._failed(request.job, Message("import.file_stopped_reading"))

    def _listed(self, job: int, sources: "tuple[Source, ...]", failures: tuple[tuple[str, str, Message], ...]) -> None:
        with self._lock:
            current = self._imports.get(job)
            if current is None:
                return
            current.total = len(failures)
            for name, place, message in failures:
                self._report(current, ImportOutcome(name, place, OutcomeKind.FAILED, message=message))
            self._begin(current, sources)

    def _begin(self, current: _Import, sources: "Iterable[Source | PageSource]") -> None:
        current.waiting.extend(sources)
        current.listed = True
        current.began = time.monotonic()
        current.total += len(current.waiting)
        self._go_on(current)

    def _go_on(self, current: _Import) -> None:
        if current.going_on:
            # A process that is given up answers while it is being asked; the loop below goes on with the next.
            return
        current.going_on = True
        while current.waiting and current.under_way < AT_ONCE and self._worker:
            source = current.waiting.popleft()
            number = next(self._numbers)
            current.under_way += 1
            self._files[number] = current, source
            self._ask(number, source)
        current.going_on = False
        self._end_if_over(current)

    def _ask(self, number: int, source: "Source | PageSource") -> None:
        if isinstance(source, PageSource):
            self._fetching.start(number, source.address, typed=source.typed)
        elif self._worker:
            self._worker.send(ReadSource(number, source))

    def _keep(self, answer: WasRead) -> None:
        with self._lock:
            current, source = self._files.pop(answer.job)

        def act(library: Library) -> None:
            try:
                outcome = _kept(library, answer, source)
            except LibraryFailure as failure:
                outcome = _outcome(source, OutcomeKind.FAILED, message=failure.message)
            self._settle(current, outcome)
            if outcome.article_id is not None and outcome.kind is not OutcomeKind.KNOWN:
                self._emit(ArticleChanged(0, library.ask(queries.ListedArticle(outcome.article_id))))
                self._analyse_later((outcome.article_id,))

        def failed(message: Message) -> Event:
            with self._lock:
                self._settle(current, _outcome(source, OutcomeKind.FAILED, message=message))
            return ImportProgressed(current.job, len(current.outcomes), current.total, None, current.outcomes[-1])

        self._enqueue(answer.job, act, failed)

    def _failed(self, job: int, message: Message) -> None:
        with self._lock:
            if job in self._imports:
                # The listing itself failed: there is nothing to open.
                current = self._imports[job]
                current.listed = True
                current.total = 1
                self._report(current, ImportOutcome("", "", OutcomeKind.FAILED, message=message))
                self._end_if_over(current)
            elif job in self._files:
                current, source = self._files.pop(job)
                self._settle(current, _outcome(source, OutcomeKind.FAILED, message=message))

    def _settle(self, current: _Import, outcome: ImportOutcome) -> None:
        with self._lock:
            current.under_way -= 1
            self._report(current, outcome)
            self._go_on(current)

    def _report(self, current: _Import, outcome: ImportOutcome) -> None:
        current.outcomes.append(outcome)
        done = len(current.outcomes)
        self._emit(ImportProgressed(current.job, done, current.total, current.remaining, outcome))

    def _end_if_over(self, current: _Import) -> None:
        if current.is_over and current.job in self._imports:
            del self._imports[current.job]
            message = summary_of(current.outcomes, current.total, current.cancelled)
            self._emit(ImportFinished(current.job, tuple(current.outcomes), current.total, current.cancelled, message))


def is_here(feed: "Feed") -> bool:
    """Whether something of what is offered stands in the file itself, or lies beside it."""
    return any(entry.is_here for entry in feed.entries)


def source_of(entry: "FeedEntry", listed: "Source") -> "Source":
    """Where an article is that is in a file of several, or lies beside a list."""
    if entry.piece is not None:
        return replace(listed, piece=entry.piece, title=entry.title, tags=entry.tags)
    return replace(listed, path=listed.path.parent / entry.file, title=entry.title, facts=entry.facts, tags=entry.tags)


def _kept(library: Library, answer: WasRead, source: "Source | PageSource") -> ImportOutcome:
    article = answer.article
    if isinstance(source, PageSource) and source.facts:
        from briefing.intake.text_metadata import with_facts

        article = with_facts(article, source.facts)
    kept, newly_kept = kept_with_notes(library, article, answer.original, answer.annotations)
    if source.facts and not newly_kept:
        _correct(library, kept, source.facts)
    if source.tags:
        library.perform(TagArticles((kept.id,), source.tags))
    if not newly_kept:
        return _outcome(source, OutcomeKind.KNOWN, kept.id)
    if kept.former is not None:
        return _outcome(source, OutcomeKind.VERSION, kept.id, like=library.ask(queries.ListedArticle(kept.former)))
    if kept.duplicate_of is not None:
        return _outcome(
            source, OutcomeKind.NEAR_DUPLICATE, kept.id, like=library.ask(queries.ListedArticle(kept.duplicate_of))
        )
    return _outcome(source, OutcomeKind.NEW, kept.id)


def _about(source: "Source", elsewhere: int) -> Message:
    from briefing.intake.intake_errors import legible

    return Message.of("import.elsewhere", name=legible(source.name), n=elsewhere)


def _correct(library: Library, kept: KeptArticle, facts: Origin) -> None:
    """Put what a list of references tells in the place of what was found, not of what the reader wrote."""
    told = {field: getattr(facts, field) for field in ("title", "byline", "outlet", "published")}
    told |= {} if kept.origin.address else {"address": facts.address}
    changed = {
        field: words
        for field, words in told.items()
        if words and field not in kept.edited and words != getattr(kept.origin, field)
    }
    if changed:
        library.perform(ChangeMetadata(kept.id, Metadata(**changed)))


def _outcome(
    source: "Source | PageSource",
    kind: OutcomeKind,
    article_id: int | None = None,
    message: Message | None = None,
    like: KeptArticle | None = None,
) -> ImportOutcome:
    number, title = (like.id, like.origin.title) if like else (None, "")
    return ImportOutcome(printable(source.name), source.place, kind, article_id, message, number, title)
