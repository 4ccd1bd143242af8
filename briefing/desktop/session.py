"""The open article and the talk with the service: calls go out, events come in and become signals for the panes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from briefing.desktop.desk_people import EVERYBODY, Whose
from briefing.desktop.export_jobs import ExportJobs
from briefing.desktop.interface_language import said, spoken_language
from briefing.desktop.messages import Message, Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.open_jobs import OpenJobs
from briefing.desktop.pending_changes import with_unsaved, words_of_unsaved, written_together
from briefing.desktop.reader_edits import ReaderEdits, copy_words
from briefing.desktop.save_state import Keeping
from briefing.desktop.undo_stack import History, Stepped
from briefing.library import Operation
from briefing.model import Annotation, Judgement, Shelf, Sort
from briefing.service import (
    AnalysisFailed,
    AnalysisFinished,
    AnalysisProgressed,
    ArticleChanged,
    ArticleOpened,
    ArticlesFound,
    ArticlesListed,
    ArticleUnchanged,
    BackgroundAnalysisProgressed,
    BriefExported,
    Event,
    ExportFailed,
    FeedOffered,
    ImportFinished,
    ImportProgressed,
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
    OwnTold,
    SearchFailed,
    Service,
    WorkerRestarted,
    WritingSettled,
)
from briefing.service.annotation_queries import TellOwn
from briefing.service.article_queries import ListArticles, ListShelves, SearchArticles

PAGE = 300
"""Articles that the library's list asks for in one go."""

ENDS = (ArticleOpened, OpeningFailed, FeedOffered, ArticleUnchanged, ImportFinished, JobCancelled)
"""Events after which nothing more is done for what was to be opened."""


class Session(QObject):
    """What one window works on."""

    articlesListed = Signal(object)
    """A tuple of `KeptArticle`: all articles of the library."""
    articlesFound = Signal(str, object)
    """What was typed, and the `SearchResult` for it."""
    articleChanged = Signal(object)
    """A `KeptArticle` whose line in the library is new."""
    articleLeft = Signal()
    """The article on the screen is about to go; whatever is still being typed on it has to be sent now."""
    articleOpened = Signal(object)
    """An `OpenArticle`: another article is on the screen."""
    findingsChanged = Signal(object)
    """An `OpenArticle` with newer findings."""
    ownChanged = Signal(object)
    """An `OpenArticle` whose annotations or judgements are new; those that wait for the disk are among them."""
    analysisProgressed = Signal(float)
    """Share of the open article that is analysed, 0 to 1; 1 when it is done, failed or cancelled."""
    backgroundProgressed = Signal(int, int, object)
    """How many imported articles are analysed, how many there are, and the seconds that the others take, or None."""
    settled = Signal()
    """Nothing that the reader did is on its way to the disk any more: what is told next is what is kept."""
    saved = Signal()
    """All that the reader did is on disk."""
    changeFailed = Signal(str)
    """Why a change of the reader's was refused for good."""
    keepingChanged = Signal()
    """`keeping` is another."""
    writingSettled = Signal(str)
    """Why nothing can be written to the library, or nothing if it can."""
    reachSettled = Signal(str)
    """Why the server of the desk cannot be reached, or nothing if it can."""
    messageGiven = Signal(object)
    """A `Message` for the reader."""
    eventHeard = Signal(object)
    """Every `Event` of the service, after the session has taken it."""

    def __init__(self, service: Service, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.service = service
        service.language = spoken_language()
        self.history = History(service.perform, self)
        self.showing: OpenArticle | None = None
        self.refusal = self.held = ""
        self._settled = False
        self._failed: list[Operation] = []
        self._met: set[str] = set()
        self.shelf, self.sort = Shelf(), Sort.ADDED
        self._listed = self.analysing_job = 0
        self.failed_address = ""
        self.openings = OpenJobs(service, self)
        self.exports = ExportJobs(service, lambda: self.showing, self.messageGiven.emit, self)
        self.edits = ReaderEdits(self.history, lambda: self.showing, self.messageGiven.emit, self)
        self.whose = EVERYBODY
        self._told: tuple[tuple[Annotation, ...], tuple[Judgement, ...]] = (), ()
        self._colleagues: tuple[Judgement, ...] = ()
        self._handlers = self._by_type()
        self.history.stepped.connect(self._tell_of_step)

    def _by_type(self) -> dict[type[Event], Callable[[Any], object]]:
        """What is done with an event, by its type; other events are for whoever listens to `eventHeard`."""
        return {
            AnalysisFailed: self._on_analysis_failed,
            AnalysisFinished: lambda event: self._on_findings(event, 1.0),
            AnalysisProgressed: lambda event: self._on_findings(event, event.share),
            ArticleChanged: self._on_article_changed,
            ArticleOpened: self._on_article_opened,
            ArticleUnchanged: lambda event: self.openings.opened(event.job),
            ArticlesFound: lambda event: self.articlesFound.emit(event.typed, event.result),
            ArticlesListed: self._on_articles_listed,
            BackgroundAnalysisProgressed: lambda event: self.backgroundProgressed.emit(
                event.done, event.of, event.remaining
            ),
            BriefExported: self.exports.on_exported,
            ExportFailed: self.exports.on_failed,
            FeedOffered: lambda event: self.openings.opened(event.job),
            ImportFinished: self.openings.on_import,
            ImportProgressed: self.openings.on_import,
            JobCancelled: self._on_job_cancelled,
            LibraryChanged: lambda _: self._look_again(),
            LibraryFound: lambda _: self._on_reach(""),
            LibraryLost: lambda event: self._on_reach(said(event.message)),
            LibraryUnavailable: self._on_trouble,
            LibraryWarned: self._on_trouble,
            OpeningFailed: self._on_opening_failed,
            OperationFailed: self._on_operation_failed,
            OperationHeld: self._on_operation_held,
            OperationPerformed: self._on_operation_performed,
            OwnTold: self._on_own_told,
            SearchFailed: self._on_trouble,
            WorkerRestarted: lambda event: self._say(said(event.message)),
            WritingSettled: self._on_writing_settled,
        }

    @property
    def keeping(self) -> Keeping | None:
        """How far what the reader did is kept; None until it is known whether the library can be written to."""
        if self.refusal:
            return Keeping.REFUSED
        if self.history.busy:
            return Keeping.WAITING if self.held else Keeping.SAVING
        if self._failed:
            return Keeping.FAILED
        return Keeping.SAVED if self._settled else None

    # What the reader asks for

    def list_articles(self) -> None:
        """Ask anew for what is shown of the shelf, and how the library is arranged."""
        self.service.ask(ListArticles(self.shelf, self.sort, 0, max(PAGE, self._listed)))
        self.service.ask(ListShelves())

    def list_more(self, first: int) -> None:
        """Ask for more of the shelf that is shown, from number `first` on."""
        self.service.ask(ListArticles(self.shelf, self.sort, first, PAGE))

    def show_shelf(self, shelf: Shelf, sort: Sort | None = None) -> None:
        """Show another shelf, or the same in another order."""
        self.shelf, self.sort, self._listed = shelf, sort or self.sort, 0
        self.service.ask(ListArticles(self.shelf, self.sort, 0, PAGE))

    def search(self, typed: str) -> None:
        """Ask for the articles that fit what was typed."""
        self.service.ask(SearchArticles(typed))

    def refresh(self) -> None:
        """Fetch the page of the open article again."""
        if self.showing:
            self.openings.expect(self.service.refresh(self.showing.kept.id), self.showing.kept.origin.address)

    def show_again(self) -> None:
        """Show the open article as it is in the library now, where it is being read."""
        if self.showing:
            self.openings.open_kept(self.showing.kept.id)

    def begin_anew(self) -> None:
        """Take another library, in the place of the one before: what was done in that cannot be undone here."""
        self.history.clear()
        self.held = ""
        self._failed.clear()
        self.edits.forget_unsaved()
        self.list_articles()
        self.show_again()

    def cancel(self) -> None:
        """Give up what is being opened or analysed."""
        self.openings.cancel()
        if self.analysing_job:
            self.service.cancel(self.analysing_job)

    def reanalyse(self) -> None:
        """Analyse the open article anew."""
        if self.showing:
            self.analysing_job = self.service.reanalyse(self.showing.kept.id)
            self.analysisProgressed.emit(0.0)

    # What the service tells

    @Slot(object)
    def handle(self, event: Event) -> None:
        """Take one event of the service."""
        handler = self._handlers.get(type(event))
        if handler is not None:
            handler(event)
        if isinstance(event, ENDS):
            self.openings.end(event.job)
        self.eventHeard.emit(event)

    def _on_articles_listed(self, event: ArticlesListed) -> None:
        if event.shelf == self.shelf:
            self._listed = event.first + len(event.articles)
        self.articlesListed.emit(event.articles)

    def _on_article_changed(self, event: ArticleChanged) -> None:
        if self.showing and self.showing.kept.id == event.kept.id:
            self.showing = self.showing.with_kept(event.kept)
        self.articleChanged.emit(event.kept)

    def _on_trouble(self, event: LibraryUnavailable | LibraryWarned | SearchFailed) -> None:
        self._say(said(event.message), Tone.ERROR)

    def _on_writing_settled(self, event: WritingSettled) -> None:
        self.refusal = said(event.refusal) if event.refusal else ""
        self._settled = True
        self.writingSettled.emit(self.refusal)

    def _on_reach(self, lost: str) -> None:
        self.reachSettled.emit(lost)
        if not lost:
            self._look_again()

    def _on_article_opened(self, event: ArticleOpened) -> None:
        if self.openings.was_aside(event):
            return
        self.openings.opened(event.job)
        if self.openings.is_overtaken(event.job):
            # The reader has asked for another article since; this one is kept and waits in the list.
            return
        if self.showing is not None and self.openings.was_asked_before_writing(event.job):
            # He does not wait for it any more, and the next letter belongs to what he writes.
            sentence = self.tr("“{title}” can be read now.").format(title=event.article.title)
            show = partial(self.openings.open_kept, event.kept.id)
            self.messageGiven.emit(Message(sentence, Tone.DONE, self.tr("Show it"), show))
            return
        if self.showing is not None:
            self.articleLeft.emit()
        self._told, self._colleagues = (event.annotations, event.judgements), ()
        self.showing = with_unsaved(
            OpenArticle(event.kept, event.article, event.analysis, *self._seen), self.history.waiting
        )
        if self.service.desk:
            self.service.ask(TellOwn(event.kept.id))
        waits = event.analysis is None
        self.analysing_job = event.job if waits else 0
        self.articleOpened.emit(self.showing)
        self.analysisProgressed.emit(0.0 if waits else 1.0)

    def _on_opening_failed(self, event: OpeningFailed) -> None:
        if self.openings.was_aside(event):
            return
        from briefing.desktop.intake_dialogs.failure_message import failed_address, failed_opening

        self.openings.opened(event.job)
        self.failed_address = failed_address(event.name)
        self.messageGiven.emit(failed_opening(event.name, said(event.message)))

    def _on_findings(self, event: AnalysisProgressed | AnalysisFinished, share: float) -> None:
        if not self._shows(event.article_id) or self.showing is None:
            return
        self.showing = self.showing.with_analysis(event.analysis)
        if share >= 1.0:
            self.analysing_job = 0
        self.findingsChanged.emit(self.showing)
        self.analysisProgressed.emit(share)

    def _on_analysis_failed(self, event: AnalysisFailed) -> None:
        sentence = said(event.message)
        if self._shows(event.article_id):
            self.analysing_job = 0
            self.analysisProgressed.emit(1.0)
            self.messageGiven.emit(Message(sentence, Tone.ERROR, self.tr("Analyse again"), self.reanalyse))
        else:
            self._say(sentence, Tone.ERROR)

    def _on_operation_performed(self, event: OperationPerformed) -> None:
        performed = event.performed
        self._tell_of_both(event)
        self.history.settle(event.job, performed)
        if not self.history.busy:
            self.settled.emit()
        if performed.article_id is not None and self.showing and self._shows(performed.article_id):
            self._told = event.annotations, event.judgements
            after = self.showing.with_own(*self._seen)
            # With what is on its way, too: what was told before it was sent must not show older words again.
            self.showing = with_unsaved(after, self.history.waiting)
            self.ownChanged.emit(self.showing)
        self._forget_unsaved()
        if not self.history.busy:
            failed = bool(self._failed)
            self._failed.clear()
            self._met.clear()
            if self.held and failed:
                self._show_what_is_kept()
            elif self.held:
                self.held = ""
                self._say(self.tr("What waited is saved now."), Tone.DONE)
            self.keepingChanged.emit()
            self.saved.emit()

    def _tell_of_both(self, event: OperationPerformed) -> None:
        """Say once that somebody else wrote in the same place at the same time, until all is kept."""
        operation = self.history.sent(event.job)
        met = written_together(operation, event.annotations, event.judgements) if operation else set()
        if met - self._met:
            self._say(self.tr("Somebody else wrote here at the same time; the words of both are kept."))
        self._met |= met

    def _on_operation_held(self, event: OperationHeld) -> None:
        """The disk refused a change: it is shown all the same, and told not to be saved."""
        if not self.history.waits_for(event.job):
            return
        sentence = said(event.message)
        told, self.held = self.held, sentence
        if self.showing:
            after = with_unsaved(self.showing.with_own(*self._seen), self.history.waiting)
            if after is not self.showing:
                self.showing = after
                self.ownChanged.emit(after)
        if not told:
            words = self.tr("{why} What you do is not saved yet: it stays here, and is tried again until it is.")
            button = self.tr("Copy what is not saved")
            self.messageGiven.emit(Message(words.format(why=sentence), Tone.ERROR, button, self.copy_unsaved))
        self.keepingChanged.emit()

    def _on_operation_failed(self, event: OperationFailed) -> None:
        job, sentence = event.job, said(event.message)
        operation = self.history.sent(job)
        if operation is not None:
            self._failed.append(operation)
            self.changeFailed.emit(sentence)
        words = words_of_unsaved(self._failed)
        self.history.fail(job)
        self._forget_unsaved()
        if (operation is not None or self.held) and not self.history.busy:
            self._show_what_is_kept()
        if operation is not None and words:
            self.messageGiven.emit(
                Message(sentence, Tone.ERROR, self.tr("Copy what was not saved"), partial(copy_words, words))
            )
        else:
            self._say(sentence, Tone.ERROR)
        self.keepingChanged.emit()

    def _show_what_is_kept(self) -> None:
        """Nothing waits any more, but not all of it was made: what was shown without being on the disk has to go."""
        self.held = ""
        if self.showing:
            self.service.ask(TellOwn(self.showing.kept.id))

    def copy_unsaved(self) -> None:
        """Put the words of all that is not on disk on the clipboard."""
        copy_words(words_of_unsaved((*self._failed, *self.history.waiting)))

    def _forget_unsaved(self) -> None:
        """What was changed last is on disk, or was refused: from now on, what is there counts."""
        if not self.history.busy:
            self.edits.forget_unsaved()

    def _tell_of_step(self, step: Stepped) -> None:
        """Say what was undone or done again where the reader does not see it."""
        article_id = step.article_id
        if article_id is None or self._shows(article_id):
            return
        undone, again = self.tr("Undone in another article: {name}."), self.tr("Done again in another: {name}.")
        words = undone if step.undone else again
        show = partial(self.openings.open_kept, article_id)
        self.messageGiven.emit(Message(words.format(name=step.name), Tone.NOTE, self.tr("Show it"), show))

    def _look_again(self) -> None:
        """Another window changed the library: list it anew, and what was written on the open article."""
        self.list_articles()
        if self.showing:
            self.service.ask(TellOwn(self.showing.kept.id))

    def _on_own_told(self, told: OwnTold) -> None:
        if self.showing is None or not self._shows(told.article_id) or self.history.busy:
            return
        before = self.showing
        self.edits.remember(before.annotations)
        self._told, self._colleagues = (told.annotations, told.judgements), told.colleagues
        if told.analysis is not None and told.analysis != before.analysis and not self.analysing_job:
            self.showing = self.showing.with_analysis(told.analysis)
        self._show_seen()
        if self.showing.analysis is not before.analysis:
            self.findingsChanged.emit(self.showing)
        if self.showing is not before:
            self.ownChanged.emit(self.showing)

    def see(self, whose: Whose) -> None:
        """See the words of these people from now on."""
        self.whose = whose
        if self.showing:
            self.service.ask(TellOwn(self.showing.kept.id))

    @property
    def _seen(self) -> tuple[tuple[Annotation, ...], tuple[Judgement, ...]]:
        """What was told last of what is written on the open article, as far as the reader wants to see it."""
        annotations, judgements = self._told
        return self.whose.annotations(annotations), self.whose.judgements(judgements, self._colleagues)

    def _show_seen(self) -> None:
        assert self.showing is not None
        seen, colleagues = self._seen, self.whose.colleagues(self._colleagues)
        if seen != (self.showing.annotations, self.showing.judgements):
            self.showing = self.showing.with_own(*seen)
        if colleagues != self.showing.colleagues:
            self.showing = replace(self.showing, colleagues=colleagues)

    def _on_job_cancelled(self, event: JobCancelled) -> None:
        if self.exports.on_cancelled(event):
            return
        self.openings.opened(event.job)
        if event.job == self.analysing_job:
            self.analysing_job = 0
            self.analysisProgressed.emit(1.0)
            sentence = self.tr("The analysis was stopped; what it found so far stays on the screen.")
            self.messageGiven.emit(Message(sentence, Tone.NOTE, self.tr("Analyse again"), self.reanalyse))

    def _shows(self, article_id: int) -> bool:
        return self.showing is not None and self.showing.kept.id == article_id

    def _say(self, sentence: str, tone: Tone = Tone.NOTE) -> None:
        self.messageGiven.emit(Message(sentence, tone))
