"""Reads files in a process of its own and waits for them: for the command line, within the limits of the window."""

import itertools
import time
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from briefing.intake import IntakeFailure, OffersArticles, Opened, quoted
from briefing.intake.source_list import Source
from briefing.library.archive_import import Unread
from briefing.model import Article, Origin
from briefing.service.worker_pool import READING_LIMIT
from briefing.service.worker_process import WorkerProcess
from briefing.service.worker_protocol import (
    Answer,
    Failed,
    ListSources,
    ReadClipboard,
    ReadFile,
    ReadPage,
    ReadSource,
    Request,
    WasCollection,
    WasOffered,
    WasRead,
    WereListed,
)


class Reader:
    """Reads one file after another; its process starts with the first and ends with the `with` that it is opened in.

    Args:
        time_limit: seconds after which a file that is still being read is given up.

    Attributes:
        has_listed: whether a folder or zip of several files was among what was read.
    """

    def __init__(self, time_limit: float = READING_LIMIT) -> None:
        self.has_listed = False
        self._limit = time_limit
        self._numbers = itertools.count(1)
        self._came: SimpleQueue[Answer | tuple[Request, ...]] = SimpleQueue()
        self._process = WorkerProcess("briefing reading", self._came.put, self._came.put, time_limit, waits=True)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.close()

    def file(self, path: Path) -> Opened:
        """The article in a file.

        Raises:
            OffersArticles: if it is a feed.
            IntakeFailure: if it holds no article, takes too long or too much memory.
        """
        return self.source(Source(path))

    def file_or_collection(self, path: Path) -> Opened | None:
        """The article in a file, None if it is a folder or a zip of several; raises what `file` does."""
        answer = self._answer(ReadFile(next(self._numbers), path), path.name)
        return None if isinstance(answer, WasCollection) else _opened(answer, path.name)

    def source(self, source: Source) -> Opened:
        """The article in a file that may lie in an archive; raises what `file` does."""
        return self._opened(ReadSource(next(self._numbers), source), source.name)

    def page(self, data: bytes, plain: bytes | None, address: str) -> Opened:
        """The article in a page that was fetched, `plain` as in `ReadPage`; raises what `file` does."""
        return self._opened(ReadPage(next(self._numbers), data, plain, address), address)

    def again(self, original: bytes, origin: Origin) -> list[Article] | Unread:
        """An original read again as what it was opened as: a file, a page, or what was pasted; see `import_library`."""
        words = original.decode("utf-8", "replace")
        name = origin.file or origin.address or origin.title or "an article"
        requests: list[Request] = [
            ReadPage(next(self._numbers), original, None, "" if origin.file else origin.address, origin.file)
        ]
        if not origin.file and not origin.address:
            # Of what was pasted the text is kept, or the HTML if there was none.
            requests += [ReadClipboard(next(self._numbers), *both) for both in ((words, ""), ("", words))]
        found, sentences = [], []
        for request in requests:
            try:
                found.append(self._opened(request, name).article)
            except IntakeFailure as failure:
                sentences.append(failure.sentence)
            except OffersArticles:
                sentences.append(f"{quoted(name)} is a feed.")
        return found or Unread(sentences[0])

    def sources(self, collection: Path) -> WereListed:
        """The files to be opened in a folder or zip.

        Raises:
            IntakeFailure: if listing them takes too long or too much memory.
        """
        self.has_listed = True
        answer = self._answer(ListSources(next(self._numbers), (collection,)), collection.name)
        assert isinstance(answer, WereListed)
        return answer

    def _opened(self, request: Request, name: str) -> Opened:
        return _opened(self._answer(request, name), name)

    def _answer(self, request: Request, name: str) -> Answer:
        begun = time.monotonic()
        self._process.send(request)
        while True:
            came = self._came.get()
            if isinstance(came, Failed):
                raise IntakeFailure(name, came.sentence)
            if not isinstance(came, tuple):
                return came
            if request in came:
                raise IntakeFailure(name, self._end_of(name, time.monotonic() - begun))

    def _end_of(self, name: str, seconds: float) -> str:
        if seconds >= self._limit:
            return f"{quoted(name)} was not read within {self._limit:.0f} seconds, and was given up."
        return f"{quoted(name)} made the part of Briefing that reads files stop, and was left out."


def _opened(answer: Answer, name: str) -> Opened:
    if isinstance(answer, WasOffered):
        raise OffersArticles(name, answer.feed)
    assert isinstance(answer, WasRead)
    return Opened(answer.article, answer.original)
