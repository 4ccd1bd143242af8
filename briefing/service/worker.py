"""The worker process: reads files, analyses articles and writes briefs, one request at a time."""

import os
import queue
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.analysis import Analyser
from briefing.intake import Opened
from briefing.intake.source_list import Sources, is_collection, sources_in
from briefing.library import prepared
from briefing.model.failure import Failure
from briefing.model.message import Argument, Message
from briefing.service.analysis_delta import growth
from briefing.service.import_outcomes import printable
from briefing.service.wire import send
from briefing.service.worker_protocol import (
    Analyse,
    Answer,
    Cancel,
    Export,
    Failed,
    HasGrown,
    ListSources,
    MeaningRead,
    PicturePage,
    ReadClipboard,
    ReadFile,
    ReadMeaning,
    ReadPage,
    ReadSource,
    ReadStatements,
    Request,
    StatementsRead,
    WasAnalysed,
    WasCancelled,
    WasCollection,
    WasExported,
    WasOffered,
    WasPictured,
    WasRead,
    WereListed,
    fault_message,
)

if TYPE_CHECKING:
    from briefing.analysis.encoder.sentence_encoder import SentenceEncoder
    from briefing.analysis.stories.story_reader import StoryReader

READING_MEMORY = 3_000_000_000
"""Bytes of address space that the process which reads files and sets briefs may take; a hostile file gets no more."""

IDLE = 5.0
"""Seconds without a request after which the reading process loads what web pages need."""


STEP_BACK = 10
"""How far the analysis steps back behind the window, in steps of the system's priority (POSIX, 0 to 19)."""


def serve(connection: Connection, warm: bool, memory: int = READING_MEMORY, reads: bool = True) -> None:
    """Answer requests until the other end closes; the entry point of a spawned process.

    Args:
        connection: receives `Request` and `Cancel`, sends `Answer`.
        warm: whether to load the analysis at once, before anybody asks.
        memory: bytes of address space that a process which is not warm, and so reads files, may take.
        reads: whether to load what pages need while nobody asks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not reads and hasattr(os, "setpgrp"):
        # What sets a brief may start another process for it; both are ended together.
        os.setpgrp()
        signal.signal(signal.SIGTERM, lambda number, frame: end_group())
    worker = Worker(connection, reads=reads and not warm, steps_back=warm)
    if warm:
        worker.warm()
    else:
        limit_memory(memory)
    # The service ended, or was killed: nobody is left to answer.
    with suppress(BrokenPipeError, ConnectionResetError):
        while True:
            worker.answer_next()


def end_group() -> None:
    """End this process at once, and what it has started if it leads a group of its own."""
    if hasattr(os, "getpgrp") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def limit_memory(most: int) -> None:
    """Let this process take so many bytes of address space and no more, on systems that can hold it to that."""
    try:
        import resource
    except ImportError:
        # Windows has no such limit; there the service's time limit alone ends a parser that runs away.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))


class Worker:
    """Takes requests from a connection in order and sends the answers back.

    Args:
        connection: to the service.
        reads: whether to load what pages need while nobody asks.
        steps_back: whether to leave the processor to others once the first findings are sent: with them, the reader has
            something to read, and until then he waits. On cores that are all busy, what steps back gets a tenth.
    """

    def __init__(self, connection: Connection, *, reads: bool = False, steps_back: bool = False) -> None:
        self._connection = connection
        self._reads = reads
        self._steps_back = steps_back
        self._waiting: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._analyser = LoadedAnalyser()
        self._story_reader: StoryReader | None = None
        self._sentence_encoder: SentenceEncoder | None = None
        self._sources = Sources()
        # Always listening, so that the service never waits to hand something over while we work.
        threading.Thread(target=self._listen, name="requests", daemon=True).start()

    def warm(self) -> None:
        """Load what the first analysis needs; a failure shows when the first article is analysed."""
        with suppress(Exception):
            self._analyser.get()

    def answer_next(self) -> None:
        """Wait for a request and answer it.

        Raises:
            BrokenPipeError, ConnectionResetError: when nobody hears the answer any more.
        """
        request = self._next()
        try:
            for answer in self._answers(request):
                send(self._connection, answer)
        except (BrokenPipeError, ConnectionResetError):
            raise
        except Exception as fault:  # noqa: BLE001 the gate: whatever a file does to a parser, the worker lives on
            send(self._connection, _failed(request, fault))

    def _next(self) -> Request:
        """The next request; while there is none, what the first web page needs is loaded."""
        try:
            return self._waiting.get(timeout=IDLE if self._reads else None)
        except queue.Empty:
            from briefing.intake import load_page_readers

            self._reads = False
            load_page_readers()
            return self._waiting.get()

    def _listen(self) -> None:
        try:
            while True:
                message = self._connection.recv()
                if isinstance(message, Cancel):
                    self._cancelled.add(message.job)
                else:
                    self._waiting.put(message)
        except (EOFError, OSError):
            # Whatever is being worked on is for nobody now; no other thread could be told in time.
            end_group()

    def _answers(self, request: Request) -> Iterator[Answer | HasGrown]:
        if request.job in self._cancelled:
            yield WasCancelled(request.job)
        elif isinstance(request, Analyse):
            yield from self._analyse(request)
        elif isinstance(request, ReadStatements):
            yield self._read_statements(request)
        elif isinstance(request, ReadMeaning):
            yield self._read_meaning(request)
        elif isinstance(request, Export):
            from briefing.export import export_brief

            yield WasExported(
                request.job,
                request.path,
                tuple(map(without_surrogates, export_brief(request.brief, request.path, request.format))),
            )
        elif isinstance(request, ListSources):
            yield _listed(request)
        elif isinstance(request, PicturePage):
            from briefing.intake.page_pictures import page_picture

            made = page_picture(request.path, request.number, request.width, request.passages)
            yield WasPictured(request.job, made)
        elif isinstance(request, ReadSource):
            yield _answered(request.job, partial(self._sources.read, request.source))
        else:
            yield _read(request)

    def _step_back(self) -> None:
        if self._steps_back:
            self._steps_back = False
            _step_back()

    def _read_statements(self, request: ReadStatements) -> StatementsRead:
        from briefing.analysis.stories.story_reader import StoryReader
        from briefing.service.story_library import kept_statements

        self._step_back()
        if self._story_reader is None:
            self._story_reader = StoryReader.open(self._analyser.get())
        read = self._story_reader.read(str(request.article_id), request.article, request.analysis)
        return StatementsRead(request.job, request.article_id, kept_statements(read))

    def _read_meaning(self, request: ReadMeaning) -> MeaningRead:
        from briefing.analysis.encoder.sentence_encoder import shipped_sentence_encoder
        from briefing.analysis.stories.story_reader import NoSentenceEncoder

        if self._sentence_encoder is None:
            self._sentence_encoder = shipped_sentence_encoder()
        if self._sentence_encoder is None:
            raise NoSentenceEncoder
        return MeaningRead(request.job, self._sentence_encoder.vectors([request.words])[0].tobytes())

    def _analyse(self, request: Analyse) -> Iterator[HasGrown | WasCancelled]:
        length = max(1, len(request.article.text))
        before = None
        for analysis in self._analyser.get().analyse(request.article):
            if request.job in self._cancelled:
                yield WasCancelled(request.job)
                return
            reached = max((span.end for claim in analysis.claims for span in claim.content), default=0)
            share = 1.0 if analysis.complete else reached / length
            made = prepared(analysis, request.article.text) if analysis.complete else None
            change = growth(analysis, before)
            yield HasGrown(WasAnalysed(request.job, request.article_id, change.head, share, made), change)
            self._step_back()
            before = analysis


class LoadedAnalyser:
    """Holds the analyser from its first use on: loading it takes seconds."""

    def __init__(self) -> None:
        self._analyser: Analyser | None = None

    def get(self) -> Analyser:
        """The analyser, loaded at the first call."""
        if self._analyser is None:
            self._analyser = Analyser.open()
        return self._analyser


def _listed(request: ListSources) -> WereListed:
    listing = sources_in(request.paths)
    failures = tuple((printable(Path(f.name).name), f.name, f.message) for f in listing.failures)
    return WereListed(request.job, tuple(listing.sources), failures, tuple(map(printable, listing.skipped)))


def _read(request: ReadFile | ReadClipboard | ReadPage) -> WasRead | WasOffered | WasCollection:
    if isinstance(request, ReadFile) and is_collection(request.path):
        return WasCollection(request.job, request.path)
    return _answered(request.job, partial(_opened, request))


def _answered(job: int, read: Callable[[], Opened]) -> WasRead | WasOffered:
    from briefing.intake import OffersArticles

    try:
        opened = read()
    except OffersArticles as offer:
        return WasOffered(job, offer.feed)
    return WasRead(job, opened.article, opened.original, opened.annotations)


def _opened(request: ReadFile | ReadClipboard | ReadPage) -> Opened:
    from briefing.intake import read_bytes, read_clipboard, read_file, read_list

    match request:
        case ReadFile(_, path):
            return read_file(path)
        case ReadPage(_, data, _, _, name, True):
            return read_list(data, name)
        case ReadPage(_, data, plain, address, name):
            return read_bytes(data, name, address, plain)
        case ReadClipboard(_, text, html):
            return read_clipboard(text, html)


def _failed(request: Request, fault: Exception) -> Failed:
    if isinstance(fault, MemoryError):
        return Failed(request.job, without_surrogates(_memory_message(request)))
    if isinstance(fault, Failure):
        return Failed(request.job, without_surrogates(fault.message))
    report = "".join(traceback.format_exception(fault))
    return Failed(request.job, fault_message(request, fault), _text(report))


def without_surrogates(message: Message) -> Message:
    """A message without half surrogates, which a file's name may hold."""
    return Message(message.code, tuple((name, _sendable(value)) for name, value in message.arguments))


def _sendable(value: Argument) -> Argument:
    match value:
        case Message():
            return without_surrogates(value)
        case tuple():
            return tuple(without_surrogates(one) if isinstance(one, Message) else _one(one) for one in value)
    return _one(value)


def _one(value: str | int) -> str | int:
    return _text(value) if isinstance(value, str) else value


def _text(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")


def _memory_message(request: Request) -> Message:
    from briefing.intake.intake_errors import legible

    match request:
        case ReadFile(_, path) | Export(_, _, path):
            return Message.of("worker.memory", name=legible(path.name))
        case ReadSource(_, source):
            return Message.of("worker.memory", name=legible(source.name))
        case ReadPage(_, _, _, address):
            return Message.of("worker.memory", name=legible(address))
    return Message("worker.memory_else")


def _step_back() -> None:
    """Leave the processor to the window when both want it: an analysis can wait a moment, the reader should not."""
    if not hasattr(os, "nice"):
        return
    os.nice(STEP_BACK)
    # Linux has a priority for each thread, and only those that are made from now on take this one's.
    threads = Path("/proc/self/task")
    for thread in threads.iterdir() if threads.is_dir() else ():
        with suppress(OSError):  # it ended meanwhile
            os.setpriority(os.PRIO_PROCESS, int(thread.name), os.getpriority(os.PRIO_PROCESS, 0))
