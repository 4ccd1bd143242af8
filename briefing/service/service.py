"""The service: joins reading, analysis, library and export; every call returns at once, answers come as events."""

# More than 500 lines: the one door to the threads: what answers and what is lost meet the same tables.

import queue
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk_address import desk_name
from briefing.library import (
    Kind,
    Library,
    LibraryDamaged,
    LibraryFailure,
    LibraryUnreachable,
    Operation,
    Performed,
    Place,
    queries,
    store_at,
)
from briefing.library.highlight_import import kept_with_notes
from briefing.library_place import local_folder
from briefing.model import Analysis, BriefWish, KeptArticle
from briefing.model.brief_excerpt import beginning
from briefing.model.catalogue import WRITTEN
from briefing.model.message import Message
from briefing.service.analysis_queue import AnalysisOrder
from briefing.service.brief_service import KeptBriefs
from briefing.service.brief_sources import brief_of, with_originals
from briefing.service.claim_queries import claims_meaning
from briefing.service.desk_visits import DeskVisits
from briefing.service.events import (
    AnalysisFailed,
    AnalysisFinished,
    AnalysisProgressed,
    ArticleChanged,
    ArticleOpened,
    BackgroundAnalysisProgressed,
    BriefExported,
    Event,
    ExportFailed,
    FeedOffered,
    JobCancelled,
    LibraryChanged,
    LibraryFound,
    LibraryLost,
    LibraryUnavailable,
    LibraryWarned,
    OpeningFailed,
    OperationFailed,
    OperationHeld,
    OperationPerformed,
    PagePictured,
    PagePictureFailed,
    WorkerRestarted,
    WritingSettled,
)
from briefing.service.folder_watcher import WatchedFolder
from briefing.service.import_jobs import Importing, PageSource
from briefing.service.judgements import judged_analysis
from briefing.service.library_admin import Repair, WholeLibrary, repaired
from briefing.service.library_query import LibraryQuery
from briefing.service.maintenance import LibraryCare
from briefing.service.newest_version import VersionLook
from briefing.service.offline_copy import OfflineCopy, copied_desk
from briefing.service.page_watch import PageWatch
from briefing.service.request_failures import digest_of, failure_of, subject_of
from briefing.service.story_updates import StoryUpdates
from briefing.service.web_pages import WebPages
from briefing.service.worker_pool import SharedWorkers, WorkerShare
from briefing.service.worker_protocol import (
    Analyse,
    Answer,
    Export,
    Failed,
    MeaningRead,
    PicturePage,
    ReadClipboard,
    ReadFile,
    ReadMeaning,
    ReadPage,
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
)
from briefing.service.write_queue import PAUSE, Holding, Task, keep_if_possible

if TYPE_CHECKING:
    from briefing.intake.source_list import Source

PUT_AWAY = Message("library.put_away")
"""Why a change that waited for the disk is not made any more."""

LOOKING_OUT = 1.0
"""Seconds between two looks whether another window or program changed the library."""


class _Again:
    """The library is to be opened again: what was in the way may be gone."""


class Service:
    """One open library with the processes that read and analyse for it.

    Args:
        place: where the library is kept, or is made.
        on_event: gets every `Event`; called from threads of the service, never from the caller's.
        workers: the processes that read and analyse, if they are shared with other services of the program; else it has
            its own, which start at once.

    Attributes:
        language: code of the reader's language, in which briefs speak where they do not quote.
        desk: what the desk is called whose library it is; nothing if it is the reader's own.
        copy_of: what the desk is called of whose library this is a working copy; nothing if of none.
    """

    language = WRITTEN

    def __init__(self, place: Place, on_event: Callable[[Event], None], workers: SharedWorkers | None = None) -> None:
        self.desk = desk_name(place) if isinstance(place, str) else ""
        self._folder = folder = local_folder(place)
        self.copy_of = copied_desk(folder)
        self._store = store_at(place)
        self._emit = on_event
        workers = workers or SharedWorkers()
        self._numbers = workers.numbers
        self._requests: dict[int, Request] = {}
        self._holding = Holding(on_event)
        self._tasks: queue.SimpleQueue[Task | Repair | None] = queue.SimpleQueue()
        self._reading = workers.reading.share(self._on_answer, self._lost_reading)
        self._analysing = workers.analysing.share(self._on_answer, self._lost_analysing)
        # A long brief takes its time, in which files that are opened must not wait.
        self._exporting = workers.exporting.share(self._on_answer, self._lost_exporting)
        self._analyses = AnalysisOrder(
            self._numbers,
            lambda request: self._request(self._analysing, request),
            lambda job: self._analysing.cancel(job),
            self._load_for_analysis,
            lambda done, of, remaining: self._emit(BackgroundAnalysisProgressed(0, done, of, remaining)),
        )
        self._stories = StoryUpdates(
            self._numbers,
            self._enqueue,
            lambda request: self._request(self._analysing, request),
            self._is_analysing,
            on_event,
        )
        self._pages = WebPages(folder, self._enqueue, self._read_page, self._show, self._analyses.later, on_event)
        self.page_watch = PageWatch(folder, self._numbers, self._enqueue, self._pages.refresh_quietly, on_event)
        self._importing = Importing(self._numbers, self._enqueue, self._analyses.later, on_event)
        self._newest: dict[type[LibraryQuery], int] = {}
        self.whole = WholeLibrary(
            self._store,
            self._numbers,
            self._enqueue,
            self._tasks.put,
            self.import_files,
            self.analyse_waiting,
            lambda: self.language,
            on_event,
        )
        self.desks = DeskVisits(self._numbers, on_event)
        self.versions = VersionLook(self._numbers, on_event)
        self.offline = OfflineCopy(folder, self.desk, self.whole.beside, lambda: self.language)
        self.briefs = KeptBriefs(self._numbers, self._enqueue, self._write, on_event)
        self._watched: WatchedFolder | None = None
        self._lost, self._hearing = False, threading.Event()
        self._thread = threading.Thread(target=self._keep_library, name="briefing library", daemon=True)
        self._thread.start()

    def start_workers(self) -> None:
        """Start the processes that read and analyse, if they are not started yet."""
        self._reading.start()
        self._analysing.start()

    @property
    def worker_pids(self) -> tuple[int, int]:
        """Numbers of the reading and of the analysing process."""
        return self._reading.pid, self._analysing.pid

    def ask(self, query: LibraryQuery) -> int:
        """Ask the library; the query tells by which event it is answered.

        Of queries of which the newest alone counts, those that were overtaken are not answered.
        """
        job = next(self._numbers)
        self._newest[type(query)] = job

        def act(library: Library) -> None:
            answers = query.answers(job, library)
            while not query.newest_only or self._newest[type(query)] == job:
                answer = next(answers, None)
                if answer is None:
                    return
                self._emit(answer)

        return self._enqueue(job, act, lambda message: query.failed(job, message))

    def find_meaning(self, words: str, count: int) -> int:
        """Find what articles say that means what was typed; answered by `ClaimsTold` or `OperationFailed`."""
        job = next(self._numbers)
        self._request(self._analysing, ReadMeaning(job, words, count))
        return job

    def open_file(self, path: Path) -> int:
        """Read a file, keep and show it; answered by `ArticleOpened` or `OpeningFailed`, then by its analysis."""
        job = next(self._numbers)
        self._request(self._reading, ReadFile(job, path))
        return job

    def picture_page(self, digest: str, number: int, width: int, passages: tuple[tuple[int, str], ...]) -> int:
        """Ask for the picture of a page of an original; answered by `PagePictured` or `PagePictureFailed`.

        Args:
            digest: of the original.
            number: of the page, from 1.
            width: of the picture, in pixels.
            passages: words that stand on the page, each with its first code point in the article's text.
        """
        job = next(self._numbers)

        def act(library: Library) -> None:
            path = library.original_path(digest)
            self._request(self._reading, PicturePage(job, path, number, width, passages))

        return self._enqueue(job, act, lambda message: PagePictureFailed(job, digest, message))

    def open_text(self, text: str, html: str = "") -> int:
        """The same for what was pasted or dropped."""
        job = next(self._numbers)
        self._request(self._reading, ReadClipboard(job, text, html))
        return job

    def open_address(self, given: str, typed: bool = True) -> int:
        """Fetch a web page, keep and show it; answered like `open_file`, or by `FeedOffered`.

        Args:
            given: the address, `https://…`, `briefing:…` or without a scheme.
            typed: whether the reader gave it himself, and not a feed or another program: only then may it lie in a
                private network.
        """
        return self._pages.open(next(self._numbers), given, typed)

    def import_files(self, paths: Iterable[Path]) -> int:
        """Import files, folders and zips of any number; they are analysed in the background.

        Answered by `ImportProgressed` for each file, then by `ImportFinished`, also when it is cancelled.
        """
        return self._importing.start(next(self._numbers), paths)

    def import_pages(self, pages: "Iterable[PageSource | Source]") -> int:
        """Fetch and import pages that a feed offers, or articles of a file of several, two at a time.

        Answered like `import_files`.
        """
        return self._importing.start_pages(next(self._numbers), pages)

    def analyse_waiting(self) -> None:
        """Analyse in the background what was imported but not analysed yet when Briefing was last closed."""

        def act(library: Library) -> None:
            if not library.read_only:
                self._analyses.later(kept.id for kept in library.ask(queries.Articles()) if kept.claims is None)

        self._enqueue(0, act, lambda message: OperationFailed(0, message))

    def watch(self, folder: Path | None) -> None:
        """Import what comes into a folder from now on and what came while nobody looked; None watches no folder.

        Whatever is found is told like an import that was asked for; the caller keeps the setting.
        """
        if self._watched:
            self._watched.close()
        self._watched = WatchedFolder(folder, self._folder, self.import_files) if folder else None

    def refresh(self, article_id: int) -> int:
        """Fetch the page of an article again.

        Answered by `ArticleUnchanged`, by `ArticleOpened` with the next version, or by `OpeningFailed`: then the
        article is as it was.
        """
        return self._pages.refresh(next(self._numbers), article_id)

    def open_kept(self, article_id: int) -> int:
        """Show an article of the library; answered like `open_file`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._show(library, job, library.ask(queries.ListedArticle(article_id)), newly_kept=False)

        return self._enqueue(job, act, lambda message: OpeningFailed(job, "", message))

    def perform(self, operation: Operation) -> int:
        """Make the reader's change; `OperationPerformed` comes when it is on disk.

        While the disk refuses it, it waits, and all that is sent later waits behind it; `OperationHeld` tells so once.
        """
        job = next(self._numbers)

        made: list[Performed] = []

        def act(library: Library) -> None:
            # Tried again because it could not be told, it must not be made twice.
            if not made:
                made.append(library.perform(operation))
            (performed,) = made
            article_id = performed.article_id
            if Kind.STORIES in performed.changed:
                self._stories.place_again(library, performed.article_ids)
            if Kind.ARTICLES in performed.changed:
                self._stories.look_again()
            if article_id is None:
                self._emit(OperationPerformed(job, performed, (), ()))
            else:
                annotations = tuple(library.ask(queries.AnnotationsOn(article_id)))
                self._emit(
                    OperationPerformed(
                        job, performed, annotations, tuple(library.ask(queries.JudgementsOn(article_id)))
                    )
                )
                analysis = judged_analysis(library, article_id) if Kind.ACTORS in performed.changed else None
                if analysis is not None:
                    self._emit(AnalysisFinished(0, article_id, analysis))
            single = () if article_id is None else (article_id,)
            for touched in dict.fromkeys((*single, *performed.article_ids)):
                self._emit(ArticleChanged(0, library.ask(queries.ListedArticle(touched))))

        return self._enqueue(
            job,
            act,
            lambda message: OperationFailed(job, message),
            lambda message: OperationHeld(job, message),
        )

    def export(self, article_id: int, path: Path, format_name: str = "pdf") -> int:
        """Write the brief of an article to `path`; answered by `BriefExported` or `ExportFailed`."""
        return self.export_brief((article_id,), BriefWish(), path, format_name)

    def _write(self, export: Export) -> None:
        brief = replace(export.brief, language=self.language)
        self._request(self._exporting, replace(export, brief=brief))

    def preview_beginning(self, article_ids: Sequence[int], wish: BriefWish, path: Path) -> int:
        """Write the first pages of a long brief; answered like `export_brief`, or by `JobCancelled` if it is short."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            begun = beginning(brief_of(library, tuple(article_ids)).as_wished(wish))
            if begun is None:
                self._emit(JobCancelled(job))
            else:
                self._write(Export(job, begun, path, "pdf"))

        return self._enqueue(job, act, lambda message: ExportFailed(job, path, message))

    def export_brief(self, article_ids: Sequence[int], wish: BriefWish, path: Path, format_name: str) -> int:
        """Write a brief of articles as the reader wants it; answered by `BriefExported` or `ExportFailed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            brief = brief_of(library, tuple(article_ids)).as_wished(wish)
            brief = with_originals(library, brief, format_name)
            self._write(Export(job, brief, path, format_name))

        return self._enqueue(job, act, lambda message: ExportFailed(job, path, message))

    def reanalyse(self, article_id: int) -> int:
        """Analyse an article anew; its annotations and judgements stay."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            self._analyses.at_once(Analyse(job, article_id, library.ask(queries.WholeArticle(article_id))))

        return self._enqueue(job, act, lambda message: AnalysisFailed(job, article_id, message))

    def cancel(self, job: int) -> None:
        """Give up importing, fetching, reading, analysing or exporting; answered by `JobCancelled` if not done yet."""
        self._pages.cancel(job)
        self._importing.cancel(job)
        self._reading.cancel(job)
        self._analysing.cancel(job)
        self._exporting.stop(job)

    def close(self) -> None:
        """End the processes, then whatever of the reader's is still on its way to the disk, then the library."""
        self.watch(None)
        self.page_watch.close()
        self.whole.close()
        self._tasks.put(None)
        self._thread.join()
        self._reading.close()
        self._analysing.close()
        self._exporting.close()
        self._importing.close()

    def _enqueue(
        self,
        job: int,
        act: Callable[[Library], None],
        failed: Callable[[Message], Event],
        held: Callable[[Message], Event] | None = None,
    ) -> int:
        self._tasks.put(Task(act, failed, held))
        return job

    def _request(self, worker: WorkerShare, request: Request) -> None:
        self._requests[request.job] = request
        worker.send(request)

    def _read_page(self, page: ReadPage) -> None:
        self._request(self._reading, page)

    def _keep_library(self) -> None:
        while (repair := self._serve()) is not None:
            if isinstance(repair, Repair):
                repaired(repair, self._emit)

    def _serve(self) -> Repair | _Again | None:
        """Open the library and do what is asked, until it is to be repaired; None when the service closes."""
        try:
            library = self._store.open()
        except LibraryDamaged as failure:
            self._report_damage(failure.message)
            self._emit(WritingSettled(0, failure.message))
            return self._refuse(failure.message)
        except LibraryUnreachable as failure:
            if not self._lost:
                self._lost = True
                self._emit(LibraryUnavailable(0, failure.message))
                self._emit(WritingSettled(0, failure.message))
            return self._refuse(failure.message, PAUSE)
        except LibraryFailure as failure:
            self._emit(LibraryUnavailable(0, failure.message))
            self._emit(WritingSettled(0, failure.message))
            return self._refuse(failure.message)
        self._emit(WritingSettled(0, library.read_only))
        if self._lost:
            self._look_out(library)

        def warn(message: Message) -> None:
            self._emit(LibraryWarned(0, message))

        warned = False
        end_listening = library.listen(self._hear)
        care = LibraryCare(self._store, warn, self._report_damage, library.ended_uncleanly)
        try:
            while (task := self._next_task(library)) is not None:
                if isinstance(task, Repair):
                    # What was written for this library must not land in the one that takes its place.
                    self._holding.try_again(library, at_once=True)
                    self._holding.give_up(PUT_AWAY)
                    return task
                self._holding.do(task, library)
                if library.damage and not warned:
                    warned = True
                    warn(library.damage)
            self._holding.try_again(library, at_once=True)
            return None
        finally:
            end_listening()
            care.close()
            library.close()

    def _next_task(self, library: Library) -> Task | Repair | None:
        """What is to be done next; while there is nothing, changes by other windows and programs are told."""
        while True:
            self._holding.try_again(library)
            try:
                return self._tasks.get(timeout=LOOKING_OUT)
            except queue.Empty:
                self._look_out(library)

    def _hear(self) -> None:
        """Look out at once; called from another thread, as often as others write."""
        if not self._hearing.is_set():
            self._hearing.set()
            self._tasks.put(Task(self._look_out, lambda message: LibraryWarned(0, message)))

    def _look_out(self, library: Library) -> None:
        """Tell of what others changed, and of a server that went or came back."""
        self._hearing.clear()
        try:
            changed = library.changed_elsewhere()
            if self._lost:
                self._lost = False
                self._emit(LibraryFound(0))
            if changed:
                self._stories.look_again()
                self._emit(LibraryChanged(0))
            self._stories.read_next(library)
        except LibraryUnreachable as failure:
            if not self._lost:
                self._lost = True
                self._emit(LibraryLost(0, failure.message))
        except LibraryFailure:
            pass  # Whoever asks for something is told.

    def _report_damage(self, message: Message) -> None:
        self._emit(LibraryUnavailable(0, message, True, tuple(self._store.backups())))

    def _refuse(self, message: Message, seconds: float | None = None) -> Repair | _Again | None:
        """Refuse all that is asked, for so many seconds or until the library is to be repaired."""
        self._holding.give_up(message)
        until = None if seconds is None else time.monotonic() + seconds
        while True:
            try:
                task = self._tasks.get(timeout=None if until is None else max(0.0, until - time.monotonic()))
            except queue.Empty:
                return _Again()
            if task is None or isinstance(task, Repair):
                return task
            self._emit(task.failed(message))

    def _load_for_analysis(self, job: int, article_id: int) -> None:
        """Hand an imported article to the analysis, unless that was done in the meantime or it is gone."""

        def act(library: Library) -> None:
            analysis = library.ask(queries.NewestAnalysis(article_id))
            if library.ask(queries.ListedArticle(article_id)).removed or _is_current(analysis):
                self._analyses.ended(job)
            else:
                self._analyses.send_later(Analyse(job, article_id, library.ask(queries.WholeArticle(article_id))))

        def failed(message: Message) -> Event:
            self._analyses.ended(job)
            return AnalysisFailed(job, article_id, message)

        self._enqueue(job, act, failed)

    def _on_answer(self, answer: Answer) -> None:
        was_taken_back = not _goes_on(answer) and self._analyses.ended(answer.job)
        match answer:
            case WasRead():
                if not self._pages.keep(answer):
                    self._keep(answer)
            case WasOffered():
                self._on_offered(answer)
            case WasAnalysed(job, article_id, analysis, share):
                if not analysis.complete:
                    self._emit(AnalysisProgressed(job, article_id, analysis, share))
                    return
                self._keep_analysis(answer)
            case StatementsRead():
                self._stories.keep(answer)
            case MeaningRead(job, vector):
                self._tell_meaning(job, vector)
            case WasExported(job, path, warnings):
                self._emit(BriefExported(job, path, warnings))
            case WasPictured(job, picture):
                self._emit(PagePictured(job, digest_of(self._requests.get(job)), picture))
            case WasCollection(job, path):
                self._importing.start(job, (path,))
            case WasCancelled(job):
                self._pages.forget(job)
                self._clear_away(self._requests.get(job))
                if not was_taken_back:
                    self._emit(JobCancelled(job))
            case WereListed():
                pass
            case Failed():
                self._on_failed(answer)
        self._requests.pop(answer.job, None)

    def _on_offered(self, answer: WasOffered) -> None:
        request = self._requests.get(answer.job)
        path = request.path if isinstance(request, ReadFile) else None
        offered = FeedOffered(answer.job, answer.feed, self._pages.was_typed(answer.job), path=path)
        if not self._pages.forget(answer.job):
            self._offer(offered)

    def _on_failed(self, answer: Failed) -> None:
        if not self._pages.forget(answer.job, answer.message):
            self._emit(self._failure(self._requests[answer.job], answer.message))

    def _keep(self, answer: WasRead) -> None:
        name = answer.article.origin.file

        def act(library: Library) -> None:
            kept, newly_kept = kept_with_notes(library, answer.article, answer.original, answer.annotations)
            self._show(library, answer.job, kept, newly_kept)

        self._enqueue(answer.job, act, lambda message: OpeningFailed(answer.job, name, message))

    def _offer(self, offered: FeedOffered) -> None:
        def act(library: Library) -> None:
            kept = library.ask(queries.AddressesKept([entry.address for entry in offered.feed.entries]))
            self._emit(replace(offered, kept=kept))

        self._enqueue(offered.job, act, lambda message: offered)

    def _show(self, library: Library, job: int, kept: KeptArticle, newly_kept: bool) -> None:
        article = library.ask(queries.WholeArticle(kept.id))
        analysis = judged_analysis(library, kept.id)
        annotations, judgements = (
            tuple(library.ask(queries.AnnotationsOn(kept.id))),
            tuple(library.ask(queries.JudgementsOn(kept.id))),
        )
        self._emit(ArticleOpened(job, kept, article, analysis, annotations, judgements, newly_kept))
        if not _is_current(analysis):
            self._analyses.at_once(Analyse(job, kept.id, article))
        keep_if_possible(library, lambda: library.mark_opened(kept.id))
        self._emit(ArticleChanged(0, library.ask(queries.ListedArticle(kept.id))))

    def _keep_analysis(self, answer: WasAnalysed) -> None:
        job, article_id = answer.job, answer.article_id

        def act(library: Library) -> None:
            keep_if_possible(library, lambda: library.keep_analysis(article_id, answer.analysis, answer.prepared))
            self._stories.look_again((article_id,))
            seen = judged_analysis(library, article_id, answer.analysis) or answer.analysis
            self._emit(AnalysisFinished(job, article_id, seen))
            self._emit(ArticleChanged(0, library.ask(queries.ListedArticle(article_id))))

        self._enqueue(job, act, lambda message: AnalysisFailed(job, article_id, message))

    def _tell_meaning(self, job: int, vector: bytes) -> None:
        request = self._requests.get(job)
        count = request.count if isinstance(request, ReadMeaning) else 0
        self._enqueue(
            job,
            lambda library: self._emit(claims_meaning(library, job, vector, count)),
            lambda message: OperationFailed(job, message),
        )

    def _is_analysing(self) -> bool:
        """Whether an article is being analysed or read for its statements, or waits for it."""
        busy = any(isinstance(request, Analyse | ReadStatements) for request in list(self._requests.values()))
        return busy or bool(self._analyses.waiting)

    def _failure(self, request: Request, message: Message) -> Event:
        if isinstance(request, ReadStatements):
            self._stories.leave_out(request.article_id)
        return failure_of(request, message)

    def _lost_reading(self, lost: tuple[Request, ...]) -> None:
        self._report_lost(lost, Message("worker.reader"))

    def _clear_away(self, request: Request | None) -> None:
        """Leave no half file of a brief that was stopped."""
        if isinstance(request, Export):
            from briefing.export.atomic_write import remove_halves

            remove_halves(request.path)

    def _lost_exporting(self, lost: tuple[Request, ...]) -> None:
        for request in lost:
            self._clear_away(request)
        self._report_lost(lost, Message("worker.writer"))

    def _lost_analysing(self, lost: tuple[Request, ...]) -> None:
        self._report_lost(lost, Message("worker.analyser"))

    def _report_lost(self, lost: tuple[Request, ...], what: Message) -> None:
        for request in lost:
            self._pages.forget(request.job)
            self._analyses.ended(request.job)
            self._requests.pop(request.job, None)
            stopped = Message.of("worker.stopped", what=what, subject=subject_of(request))
            self._emit(self._failure(request, stopped))
        self._emit(WorkerRestarted(0, Message.of("worker.restarted", what=what)))


def _goes_on(answer: Answer) -> bool:
    """Whether more answers to the same request follow."""
    return isinstance(answer, WasAnalysed) and not answer.analysis.complete


def _is_current(analysis: Analysis | None) -> bool:
    """Whether these are findings of the engine that there is now."""
    # Here, for a start shows a window and analyses nothing.
    from briefing.analysis import ENGINE

    return analysis is not None and analysis.engine == ENGINE
