"""Reads the sources of a corpus: each read and analysed in processes of their own, kept with its findings as one."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from queue import SimpleQueue
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from briefing.intake import Feed, FeedEntry, IntakeFailure, OffersArticles, Opened
from briefing.intake.source_list import Source as File
from briefing.library import LibraryFailure, Place, queries
from briefing.library.corpus_face import Corpus, NewSource, PutBack, Source, Work
from briefing.library.corpus_stores import corpus_at, work_at
from briefing.library.highlight_import import kept_with_notes
from briefing.library.packed_findings import PreparedFindings
from briefing.model import Analysis, Article
from briefing.model.catalogue import in_english
from briefing.model.failure import Failure
from briefing.model.message import Message
from briefing.service.import_jobs import is_here, source_of
from briefing.service.reader import Reader
from briefing.service.synchronous_worker import SynchronousWorker
from briefing.service.worker_pool import ANALYSIS_LIMIT
from briefing.service.worker_protocol import Analyse, Failed, WasAnalysed

PATIENCE = 30.0
"""Seconds without a sign of life after which the articles that a worker has begun are given to others."""


class NotAnalysed(Failure):
    """The analysis of an article came to no end."""


MOST_ANALYSED = 2000
"""Articles after which the process that analyses them is a new one: it remembers each word that it ever met."""


class Analyst(SynchronousWorker):
    """Analyses one article after another in a process of its own.

    Attributes:
        analysed: how many.
    """

    def __init__(self) -> None:
        super().__init__("briefing analysis", ANALYSIS_LIMIT, warm=True)
        self.analysed = 0

    def analysis(self, article: Article) -> tuple[Analysis, PreparedFindings | None]:
        """All findings in an article, and the same ready to be kept.

        Raises:
            NotAnalysed: if its process died of it, or came to no end.
        """
        self.analysed += 1
        request = Analyse(self.next_job(), 0, article)
        # It may have died for want of memory that others had: once more.
        answer = self.ask(request) or self.ask(request)
        while isinstance(answer, WasAnalysed) and not answer.analysis.complete:
            answer = self.answer(request)
        if isinstance(answer, WasAnalysed):
            return answer.analysis, answer.prepared
        raise NotAnalysed(answer.message if isinstance(answer, Failed) else Message("corpus.not_analysed"))


class SourceReader:
    """Reads sources of one corpus, one at a time: from one thread.

    Args:
        place: of the library.
    """

    def __init__(self, place: Place) -> None:
        self._corpus: Corpus = corpus_at(place)
        self._reader, self._analyst = Reader(), Analyst()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reader.__exit__(kind, fault, trace)
        self._analyst.__exit__(kind, fault, trace)
        self._corpus.close()

    def read(self, numbers: Sequence[int], is_stopped: Callable[[], bool]) -> None:
        """Read those of the sources that are not settled yet.

        Raises:
            PutBack: if it was stopped before all were read.
            LibraryFailure: if the library cannot be reached.
        """
        for number in numbers:
            if is_stopped():
                raise PutBack
            for source in self._corpus.waiting([number]):
                self._settle(source)

    def give_up(self, numbers: Sequence[int]) -> None:
        """Settle sources that nobody has come to an end with."""
        for source in self._corpus.waiting(numbers):
            self._corpus.settle(source.id, 0, in_english(Message("corpus.given_up")))

    def _settle(self, source: Source) -> None:
        failures: list[str] = []
        kept = 0
        try:
            for found in self._found_in(source):
                if isinstance(found, Feed):
                    self._follow(source, found)
                elif isinstance(found, IntakeFailure):
                    failures.append(in_english(found.message))
                else:
                    self._keep(found)
                    kept += 1
        except LibraryFailure:
            raise
        except Failure as failure:
            failures.append(in_english(failure.message))
        except Exception as fault:  # noqa: BLE001 the gate: whatever is in a file, the next one is read
            told = Message.of("mistake.corpus", kind=type(fault).__name__, fault=str(fault))
            failures.append(in_english(told))
        self._corpus.settle(source.id, kept, " ".join(failures))

    def _found_in(self, source: Source) -> Iterator[Opened | Feed | IntakeFailure]:
        if source.content is None:
            yield from self._fetched(source)
            return
        try:
            yield self._reader.content(source.content, source.place)
        except OffersArticles as offer:
            if is_here(offer.feed):
                yield from self._pieces(source, offer.feed)
            if source.follows:
                yield offer.feed
            elif not is_here(offer.feed):
                raise

    def _fetched(self, source: Source) -> Iterator[Opened | Feed | IntakeFailure]:
        from briefing.intake.addresses import address_of
        from briefing.intake.fetch import fetch, plainly

        fetched = fetch(address_of(source.address, source.typed))
        plain = plainly(fetched)
        try:
            yield self._reader.page(fetched.data, None if plain is fetched.data else plain, fetched.address)
        except OffersArticles as offer:
            if not source.follows:
                raise
            yield offer.feed

    def _pieces(self, source: Source, feed: Feed) -> Iterator[Opened | IntakeFailure]:
        """The articles in a file of several, which the reading process takes apart once for all of them."""
        with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
            # What a file is, its name may tell.
            path = Path(folder, f"several{PurePath(source.place).suffix[:20]}")
            path.write_bytes(source.content or b"")
            for entry in feed.entries:
                if entry.piece is not None:
                    yield self._piece(entry, path, source)

    def _piece(self, entry: FeedEntry, path: Path, source: Source) -> Opened | IntakeFailure:
        try:
            opened = self._reader.source(source_of(entry, File(path)))
        except OffersArticles as offer:
            return IntakeFailure(source.place, offer.message)
        except IntakeFailure as failure:
            return failure
        origin = replace(opened.article.origin, file=source.place)
        return replace(opened, article=replace(opened.article, origin=origin))

    def _follow(self, source: Source, feed: Feed) -> None:
        """Have read what a feed, or a list of feeds, offers elsewhere."""
        addresses = {entry.address: entry.is_feed for entry in feed.entries if entry.address and not entry.is_here}
        addresses.pop(source.address, None)
        # Nobody has seen where a feed leads: to a machine that is not public only if it is on that itself.
        host = urlsplit(source.address).netloc
        self._corpus.add(
            [
                NewSource(address=one, typed=source.typed and urlsplit(one).netloc == host, follows=follows)
                for one, follows in addresses.items()
            ]
        )

    def _keep(self, opened: Opened) -> None:
        """Keep an article with its findings: both, or neither."""
        library = self._corpus.library
        there = library.ask(queries.ArticleByDigest(opened.article.digest))
        if there is not None and there.claims is not None:
            return
        if self._analyst.analysed >= MOST_ANALYSED:
            self._analyst.__exit__(None, None, None)
            self._analyst = Analyst()
        analysis, made = self._analyst.analysis(opened.article)
        with self._corpus.keeping(opened.article):
            kept, _ = kept_with_notes(library, opened.article, opened.original, opened.annotations)
            # The same words may be kept already, laid out otherwise: the findings are of this text alone.
            same = library.ask(queries.WholeArticle(kept.id)).text == opened.article.text
            if same and kept.claims is None:
                library.keep_analysis(kept.id, analysis, made)


class CorpusWork:
    """Works off what waits in the corpus of a library, so many articles at a time.

    Args:
        place: of the library.
        at_once: how many.
        patience: seconds without a sign of life after which what others have begun is begun anew.
        stays: whether it goes on when nothing is left, and waits for more.
    """

    def __init__(self, place: Place, at_once: int, patience: float = PATIENCE, stays: bool = False) -> None:
        self._place = place
        self._idle: SimpleQueue[SourceReader] = SimpleQueue()
        self._readers: list[SourceReader] = []
        self._work: Work = work_at(place, self._read, self._give_up, at_once, patience, stays)
        for _ in range(at_once):
            reader = SourceReader(place)
            self._readers.append(reader)
            self._idle.put(reader)

    def run(self) -> None:
        """Read until nothing waits any more, or `stop`."""
        try:
            self._work.run()
        finally:
            for reader in self._readers:
                reader.__exit__(None, None, None)

    def stop(self) -> None:
        """End after the article in hand."""
        self._work.stop()

    def _read(self, numbers: Sequence[int], is_stopped: Callable[[], bool]) -> None:
        reader = self._idle.get()
        try:
            reader.read(numbers, is_stopped)
        finally:
            self._idle.put(reader)

    def _give_up(self, numbers: Sequence[int]) -> None:
        reader = self._idle.get()
        try:
            reader.give_up(numbers)
        finally:
            self._idle.put(reader)
