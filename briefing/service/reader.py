"""Reads files in a process of its own and waits for them: for the command line, within the limits of the window."""

import time
from pathlib import Path, PurePath

from briefing.intake import IntakeFailure, OffersArticles, Opened
from briefing.intake.bundle import LINKS
from briefing.intake.intake_errors import legible
from briefing.intake.source_list import Source
from briefing.library.archive_import import Unread
from briefing.model import Article, Origin
from briefing.model.message import Message
from briefing.service.synchronous_worker import SynchronousWorker
from briefing.service.worker_pool import READING_LIMIT
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


class Reader(SynchronousWorker):
    """Reads one file after another; its process starts with the first and ends with the `with` that it is opened in.

    Args:
        time_limit: seconds after which a file that is still being read is given up.

    Attributes:
        has_listed: whether a folder or zip of several files was among what was read.
    """

    def __init__(self, time_limit: float = READING_LIMIT) -> None:
        super().__init__("briefing reading", time_limit)
        self.has_listed = False
        self._limit = time_limit

    def file(self, path: Path) -> Opened:
        """The article in a file.

        Raises:
            OffersArticles: if it is a feed.
            IntakeFailure: if it holds no article, takes too long or too much memory.
        """
        return self.source(Source(path))

    def file_or_collection(self, path: Path) -> Opened | None:
        """The article in a file, None if it is a folder or a zip of several; raises what `file` does."""
        answer = self._answer(ReadFile(self.next_job(), path), path.name)
        return None if isinstance(answer, WasCollection) else _opened(answer, path.name)

    def source(self, source: Source) -> Opened:
        """The article in a file that may lie in an archive; raises what `file` does."""
        return self._opened(ReadSource(self.next_job(), source), source.name)

    def content(self, data: bytes, place: str) -> Opened:
        """The article in the bytes of a file that lay at a place; raises what `file` does."""
        return self._opened(ReadPage(self.next_job(), data, None, "", place), PurePath(place).name)

    def page(self, data: bytes, plain: bytes | None, address: str) -> Opened:
        """The article in a page that was fetched, `plain` as in `ReadPage`; raises what `file` does."""
        return self._opened(ReadPage(self.next_job(), data, plain, address), address)

    def again(self, original: bytes, origin: Origin) -> list[Article] | Unread:
        """An original read again as what it was opened as: a file, a page, or what was pasted; see `import_library`."""
        words = original.decode("utf-8", "replace")
        name = origin.file or origin.address or origin.title or "an article"
        requests: list[Request] = [
            ReadPage(
                self.next_job(),
                original,
                None,
                "" if origin.file else origin.address,
                origin.file,
                is_list=origin.media_type == LINKS,
            )
        ]
        if not origin.file and not origin.address:
            # Of what was pasted the text is kept, or the HTML if there was none.
            requests += [ReadClipboard(self.next_job(), *both) for both in ((words, ""), ("", words))]
        found, why = [], []
        for request in requests:
            try:
                found.append(self._opened(request, name).article)
            except IntakeFailure as failure:
                why.append(failure.message)
            except OffersArticles:
                why.append(Message.of("import.is_a_feed", name=legible(name)))
        return found or Unread(why[0])

    def sources(self, collection: Path) -> WereListed:
        """The files to be opened in a folder or zip.

        Raises:
            IntakeFailure: if listing them takes too long or too much memory.
        """
        self.has_listed = True
        answer = self._answer(ListSources(self.next_job(), (collection,)), collection.name)
        assert isinstance(answer, WereListed)
        return answer

    def _opened(self, request: Request, name: str) -> Opened:
        return _opened(self._answer(request, name), name)

    def _answer(self, request: Request, name: str) -> Answer:
        begun = time.monotonic()
        answer = self.ask(request)
        if answer is None:
            raise IntakeFailure(name, self._end_of(name, time.monotonic() - begun))
        if isinstance(answer, Failed):
            raise IntakeFailure(name, answer.message)
        return answer

    def _end_of(self, name: str, seconds: float) -> Message:
        if seconds >= self._limit:
            return Message.of("import.too_slow", name=legible(name), seconds=round(self._limit))
        return Message.of("import.stopped_reading", name=legible(name))


def _opened(answer: Answer, name: str) -> Opened:
    if isinstance(answer, WasOffered):
        raise OffersArticles(name, answer.feed)
    assert isinstance(answer, WasRead)
    return Opened(answer.article, answer.original, answer.annotations)
