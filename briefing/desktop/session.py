"""The open article and the talk with the service: calls go out, events come in and become signals for the panes."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from briefing.desktop.launch_request import Given, together
from briefing.desktop.messages import Message, Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.pending_changes import with_unsaved, words_of_unsaved
from briefing.desktop.save_state import Keeping
from briefing.desktop.undo_stack import History, Stepped
from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    ChangeMetadata,
    Judge,
    JudgeActors,
    Operation,
    RemoveAnnotation,
    RemoveArticle,
    RestoreAnnotation,
    WithdrawJudgement,
)
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Annotation,
    BriefWish,
    Claim,
    Judgement,
    KeptArticle,
    Metadata,
    Shelf,
    Sort,
    SourceRating,
    Span,
    Status,
    anchor,
    covering,
)
from briefing.model.claim_extent import Edge, stepped
from briefing.model.identifiers import new_identifier
from briefing.model.merge import merged_tags, merged_words
from briefing.model.reader_claim import own_claim_id
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
    LibraryUnavailable,
    LibraryWarned,
    OpeningFailed,
    OperationFailed,
    OperationHeld,
    OperationPerformed,
    OwnTold,
    PageSource,
    SearchFailed,
    Service,
    WorkerRestarted,
    WritingSettled,
)
from briefing.service.annotation_queries import TellOwn
from briefing.service.article_queries import ListArticles, ListShelves, SearchArticles
from briefing.service.import_outcomes import printable

FEW = 10
"""Files given at once up to which the reader wants to read them, and not only to have them."""


PAGE = 300
"""Articles that the library's list asks for in one go."""

if TYPE_CHECKING:
    from briefing.intake.source_list import Source

ENDS = (ArticleOpened, OpeningFailed, FeedOffered, ArticleUnchanged, ImportFinished, JobCancelled)
"""Events after which nothing more is done for what was to be opened."""

LONGEST_NAME = 80
"""Characters that are shown of the name or address of what is being opened."""


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
    """A `OpenArticle`: another article is on the screen."""
    findingsChanged = Signal(object)
    """A `OpenArticle` with newer findings."""
    ownChanged = Signal(object)
    """A `OpenArticle` whose annotations or judgements are new; those that wait for the disk are among them."""
    analysisProgressed = Signal(float)
    """Share of the open article that is analysed, 0 to 1; 1 when it is done, failed or cancelled."""
    backgroundProgressed = Signal(int, int, object)
    """How many imported articles are analysed, how many there are, and the seconds that the others take, or None."""
    openingStarted = Signal(str)
    """Name of what is being opened."""
    openingEnded = Signal()
    """Nothing is being opened any more."""
    underWayChanged = Signal()
    """What is `under_way` is more, or less."""
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
    messageGiven = Signal(object)
    """A `Message` for the reader."""
    importStarted = Signal(int, bool)
    """Job of an import, and whether its first article is to be shown."""
    exported = Signal(object)
    """Path of a brief that was written."""
    eventHeard = Signal(object)
    """Every `Event` of the service, after the session has taken it."""

    def __init__(self, service: Service, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.service = service
        self.history = History(service.perform, self)
        self.showing: OpenArticle | None = None
        self.refusal = ""
        self.held = ""
        self._settled = False
        self._failed: list[Operation] = []
        self.shelf, self.sort = Shelf(), Sort.ADDED
        self._listed = 0
        self._previewing: set[int] = set()
        self._aside: set[int] = set()
        self._exporting: set[int] = set()
        self.analysing_job = 0
        self._opening_job = 0
        self._opening: set[int] = set()
        self._under_way: dict[int, Given] = {}
        self.failed_address = ""
        self._asked: dict[int, float] = {}
        self.writing_since: Callable[[float], bool] = lambda _: False
        """Whether the reader has typed since a moment of `time.monotonic`, and still has the keys where he types."""
        self._judging: dict[tuple[int, Span], Judgement] = {}
        self._changing: dict[str, Annotation] = {}
        self._seen: dict[str, Annotation] = {}
        self._told: tuple[tuple[Annotation, ...], tuple[Judgement, ...]] = (), ()
        self.history.stepped.connect(self._tell_of_step)

    @property
    def under_way(self) -> Given:
        """The files and addresses that are being opened or imported, and are not in the library yet."""
        return together(self._under_way.values())

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

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files; the last one is shown."""
        for path in paths:
            job = self.service.open_file(path)
            self._begin(job, Given((path.absolute(),)))
            self._expect(job, printable(path.name))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open a single file; import several, or folders and zips; merge libraries into this one."""
        for library in [path for path in paths if path.suffix.lower() == ".briefing"]:
            self.service.whole.take_in(library)
        paths = [path for path in paths if path.suffix.lower() != ".briefing"]
        if not paths:
            return
        if len(paths) == 1 and not _holds_many(paths[0]):
            self.open_files(paths)
        else:
            self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files, folders and zips in the background; of a few files, the first is shown."""
        is_few = len(paths) <= FEW and not any(_holds_many(path) for path in paths)
        job = self.service.import_files(paths)
        self._begin(job, Given(tuple(path.absolute() for path in paths)))
        self._asked[job] = time.monotonic()
        self.importStarted.emit(job, is_few)

    def import_pages(self, pages: "Sequence[PageSource | Source]") -> None:
        """Import pages of a feed, or articles of a file, in the background; of a few, the first is shown."""
        job = self.service.import_pages(pages)
        self._asked[job] = time.monotonic()
        self.importStarted.emit(job, len(pages) <= FEW)

    def open_text(self, text: str, html: str = "") -> None:
        """Open what was pasted or dropped."""
        self._expect(self.service.open_text(text, html), self.tr("the pasted text"))

    def open_address(self, given: str, typed: bool = True) -> None:
        """Fetch a web page and open it; `typed` tells whether the reader gave the address himself."""
        job = self.service.open_address(given, typed)
        # Written so, it does not count as typed at the next start either.
        self._begin(job, Given((), (given if typed else f"briefing:{given}",)))
        self._expect(job, given)

    def refresh(self) -> None:
        """Fetch the page of the open article again."""
        if self.showing:
            self._expect(self.service.refresh(self.showing.kept.id), self.showing.kept.origin.address)

    def open_kept(self, article_id: int) -> None:
        """Open an article of the library."""
        self._expect(self.service.open_kept(article_id), "")

    def open_aside(self, article_id: int) -> int:
        """Have an article told that is not to take the place of the open one; gives the number of the job."""
        job = self.service.open_kept(article_id)
        self._aside.add(job)
        return job

    def show_again(self) -> None:
        """Show the open article as it is in the library now, where it is being read."""
        if self.showing:
            self.open_kept(self.showing.kept.id)

    def begin_anew(self) -> None:
        """Take another library, in the place of the one before: what was done in that cannot be undone here."""
        self.history.clear()
        self.held = ""
        self._failed.clear()
        self._judging.clear()
        self._changing.clear()
        self.list_articles()
        self.show_again()

    def cancel(self) -> None:
        """Give up what is being opened or analysed."""
        for job in {*self._opening, self.analysing_job} - {0}:
            self.service.cancel(job)

    def reanalyse(self) -> None:
        """Analyse the open article anew."""
        if self.showing:
            self.analysing_job = self.service.reanalyse(self.showing.kept.id)
            self.analysisProgressed.emit(0.0)

    def export(self, path: Path, format_name: str = "pdf") -> None:
        """Write the brief of the open article."""
        if self.showing:
            self._exporting.add(self.service.export(self.showing.kept.id, path, format_name))
            self._say(self.tr("Writing “{name}” …").format(name=path.name))

    def export_as(self, article_ids: Sequence[int], wish: BriefWish, targets: Sequence[tuple[Path, str]]) -> list[int]:
        """Write a brief to each path in the format beside it; gives the numbers of the jobs."""
        jobs = [self.service.export_brief(article_ids, wish, path, format_name) for path, format_name in targets]
        self._exporting.update(jobs)
        return jobs

    def export_kept_brief(self, brief_id: str, path: Path, format_name: str) -> int:
        """Write a brief that the reader composes; gives the number of the job."""
        job = self.service.briefs.export(brief_id, path, format_name)
        self._exporting.add(job)
        return job

    @property
    def exports_left(self) -> int:
        """How many files are still to be written."""
        return len(self._exporting)

    def stop_exports(self) -> None:
        """Write no further brief; a file that is half made is not written."""
        for job in tuple(self._exporting):
            self.service.cancel(job)

    def preview(self, article_ids: Sequence[int], wish: BriefWish, path: Path) -> int:
        """Write a brief as a PDF to be looked at; nothing is said of it, whoever asked hears the event."""
        job = self.service.export_brief(article_ids, wish, path, "pdf")
        self._previewing.add(job)
        return job

    def preview_beginning(self, article_ids: Sequence[int], wish: BriefWish, path: Path) -> int:
        """Write the first pages of a long brief, which are soon there; a short one is not written."""
        job = self.service.preview_beginning(article_ids, wish, path)
        self._previewing.add(job)
        return job

    def preview_beginning_of_brief(self, brief_id: str, path: Path) -> int:
        """The same for a brief that the reader composes."""
        job = self.service.briefs.begin(brief_id, path)
        self._previewing.add(job)
        return job

    def preview_brief(self, brief_id: str, path: Path) -> int:
        """The same for a brief that the reader composes, as it is with all that was changed before."""
        job = self.service.briefs.export(brief_id, path, "pdf")
        self._previewing.add(job)
        return job

    def annotate(self, span: Span, colour: int, note: str = "") -> Annotation | None:
        """Highlight `span` of the open article, perhaps with a note; gives the annotation that will be kept."""
        if not self.showing or not len(span):
            return None
        now = datetime.now(UTC)
        made = Annotation(new_identifier(), anchor(self.showing.article.text, span), now, now, colour, note)
        name = self.tr("Note") if note else self.tr("Highlight")
        self._changing[made.id] = made
        self.history.do(name, AddAnnotation(self.showing.kept.id, made))
        return made

    def annotation(self, annotation_id: str) -> Annotation | None:
        """An annotation of the open article, as it is to be when all is on the disk."""
        there = self.showing.annotation(annotation_id) if self.showing else None
        return self._changing.get(annotation_id) or there

    def change_annotation(self, annotation_id: str, name: str, **changes: object) -> None:
        """Change an annotation, as a step called `name`; changes that are still on their way to the disk stay."""
        if not self.showing:
            return
        before = self.annotation(annotation_id)
        if before is None or all(getattr(before, field) == value for field, value in changes.items()):
            return
        changed = replace(before, modified=datetime.now(UTC), **changes)  # type: ignore[arg-type]
        self._changing[annotation_id] = changed
        self.history.do(name, ChangeAnnotation(self.showing.kept.id, changed, before))

    def write_note(self, annotation_id: str, note: str, was: str) -> None:
        """Keep a note that was typed where `was` stood; what was written elsewhere meanwhile stays in it."""
        before = self.annotation(annotation_id)
        known = self._seen.get(annotation_id)
        if before is not None:
            self.change_annotation(annotation_id, self.tr("Write note"), note=merged_words(was, note, before.note))
        elif known is not None and self.showing:
            # It was thrown away in another window: who still writes on it has it back.
            number, changed = self.showing.kept.id, replace(known, modified=datetime.now(UTC), note=note)
            self._changing[annotation_id] = changed
            back = RestoreAnnotation(number, annotation_id), ChangeAnnotation(number, changed, known)
            self.history.do(self.tr("Write note"), *back)
        else:
            sentence = self.tr("The note was removed meanwhile; what you wrote on it is not kept.")
            button = self.tr("Copy what was not saved")
            self.messageGiven.emit(Message(sentence, Tone.ERROR, button, partial(_copy, note)))

    def write_tags(self, annotation_id: str, tags: tuple[str, ...], was: tuple[str, ...]) -> None:
        """Keep the tags of an annotation that were typed where `was` stood; those put on elsewhere stay."""
        before = self.annotation(annotation_id)
        if before is not None:
            self.change_annotation(annotation_id, self.tr("Tag highlight"), tags=merged_tags(was, tags, before.tags))

    def remove_annotation(self, annotation_id: str) -> None:
        """Remove a highlight with its note."""
        if self.showing:
            self.history.do(self.tr("Remove highlight"), RemoveAnnotation(self.showing.kept.id, annotation_id))

    def make_claim(self, span: Span) -> str:
        """Make a passage a claim, in the reader's own word; gives its id, or that of the claim that stands there."""
        if not self.showing or self.showing.analysis is None or not len(span):
            return ""
        known = next((claim.id for claim in self.showing.claims if covering(claim.content) == span), "")
        if known:
            return known
        where, now = (self.showing.kept.id, span), datetime.now(UTC)
        fresh = Judgement(anchor(self.showing.article.text, span), now, now)
        # A word on a claim that an earlier analysis found just here is not to be lost.
        before = next((word for word in self.showing.judgements if word.claim.span == span), fresh)
        made = replace(before, modified=now, made=True, dismissed=False)
        self._judging[where] = made
        self.history.do(self.tr("Make claim"), Judge(self.showing.kept.id, made, before))
        return own_claim_id(span)

    def unmake_claim(self, claim: Claim) -> None:
        """Take back that a passage is a claim, with what was said of it."""
        judgement = self.showing.judged.get(claim.id) if self.showing else None
        if self.showing and judgement and judgement.made:
            withdrawal = WithdrawJudgement(self.showing.kept.id, judgement.claim, judgement)
            self.history.do(self.tr("Remove my claim"), withdrawal)

    def judge_status(self, claim: Claim, status: Status | None) -> None:
        """Give a claim the reader's own status; None goes back to that of the analysis."""
        if status is claim.status:
            status = None
        self._judge(claim, self.tr("Change status"), status=status)

    def accept_status(self, claim: Claim) -> None:
        """Take the status that the analysis found as the reader's own word."""
        if self.showing:
            self._judge(claim, self.tr("Accept status"), status=self.showing.status(claim))

    def judge_dismissed(self, claim: Claim, dismissed: bool) -> None:
        """Say that a claim is none, or that it is one after all."""
        self._judge(claim, self.tr("Dismiss claim") if dismissed else self.tr("Restore claim"), dismissed=dismissed)

    def judge_words(self, claim: Claim, span: Span | None) -> None:
        """Say which words are really claimed; None goes back to those that the analysis found."""
        if self.showing and (span is None or len(span)):
            found = claim.found or claim.content
            given = span if span is not None and found != (span,) else None
            words = anchor(self.showing.article.text, given) if given else None
            self._judge(claim, self.tr("Change words of claim"), words=words)

    def step_words(self, claim: Claim, edge: Edge, way: int) -> None:
        """Move one end of a claim's words by a word, to the right (1) or to the left (-1)."""
        if self.showing:
            before = self._judging.get((self.showing.kept.id, covering(claim.found or claim.content)))
            span = before.words.span if before and before.words else covering(claim.content)
            self.judge_words(claim, stepped(self.showing.article.text, span, edge, way))

    def judge_note(self, claim: Claim, note: str, was: str | None = None) -> None:
        """Keep the reader's note on a claim; typed where `was` stood, it leaves what was written elsewhere since."""
        if was is not None:
            before = self._word_on(claim)
            note = merged_words(was, note, before.note if before else "")
        self._judge(claim, self.tr("Note on claim"), note=note)

    def judge_source(self, claim: Claim, source: str | None) -> None:
        """Correct who said it."""
        self._judge(claim, self.tr("Correct source"), source=source or None)

    def judge_rating(self, claim: Claim, source: SourceRating | None, information: int | None) -> None:
        """Rate source and information by the Admiralty code; None is no rating."""
        self._judge(claim, self.tr("Rate claim"), source_rating=source, information_rating=information)

    def merge_actors(self, names: Sequence[str], name: str) -> None:
        """Say that actors of the open article are one, called `name`."""
        if self.showing and len(names) > 1:
            word = ActorJudgement(new_identifier(), ActorVerdict.SAME, name, tuple(names), datetime.now(UTC))
            self.history.do(self.tr("Merge actors"), JudgeActors(self.showing.kept.id, word))

    def split_actor(self, names: Sequence[str], name: str) -> None:
        """Say that what is named so is another actor, called `name`."""
        if self.showing and names:
            word = ActorJudgement(new_identifier(), ActorVerdict.APART, name, tuple(names), datetime.now(UTC))
            self.history.do(self.tr("Split actor"), JudgeActors(self.showing.kept.id, word))

    def change_metadata(self, article_id: int, metadata: Metadata) -> None:
        """Correct what is known of an article."""
        self.history.do(self.tr("Correct details"), ChangeMetadata(article_id, metadata))

    def remove_article(self, kept: KeptArticle) -> None:
        """Move an article to the bin."""
        self.history.do(self.tr("Move to bin"), RemoveArticle(kept.id))

    # What the service tells

    @Slot(object)
    def hear(self, event: Event) -> None:
        """Take one event of the service."""
        match event:
            case ArticlesListed(articles=articles, shelf=shelf, first=first):
                if shelf == self.shelf:
                    self._listed = first + len(articles)
                self.articlesListed.emit(articles)
            case ArticlesFound(typed=typed, result=result):
                self.articlesFound.emit(typed, result)
            case SearchFailed(sentence=sentence):
                self._say(sentence, Tone.ERROR)
            case ArticleChanged(kept=kept):
                self._take_kept(kept)
            case ArticleOpened(job=job) | OpeningFailed(job=job) if job in self._aside:
                self._aside.discard(job)
            case ArticleOpened():
                self._take_opened(event)
            case OpeningFailed():
                self._take_failed_opening(event)
            case FeedOffered(job=job) | ArticleUnchanged(job=job):
                self._opened(job)
            case ImportProgressed(job=job) | ImportFinished(job=job) if job in self._opening:
                # What was opened turned out to hold many articles.
                self.importStarted.emit(job, False)
                self._opened(job)
            case AnalysisProgressed(article_id=article_id, analysis=analysis, share=share):
                self._take_findings(article_id, analysis, share)
            case AnalysisFinished(article_id=article_id, analysis=analysis):
                self._take_findings(article_id, analysis, 1.0)
            case BackgroundAnalysisProgressed(done=done, of=of, remaining=remaining):
                self.backgroundProgressed.emit(done, of, remaining)
            case AnalysisFailed(article_id=article_id, sentence=sentence):
                self._take_failed_analysis(article_id, sentence)
            case OperationPerformed():
                self._take_performed(event)
            case OperationFailed(job=job, sentence=sentence):
                self._take_failed(job, sentence)
            case OperationHeld(job=job, sentence=sentence) if self.history.waits_for(job):
                self._take_held(sentence)
            case WritingSettled(refusal=refusal):
                self.refusal, self._settled = refusal, True
                self.writingSettled.emit(refusal)
            case LibraryChanged():
                self._look_again()
            case OwnTold(article_id=article_id) if self._shows(article_id) and not self.history.busy:
                self._take_own(event)
            case BriefExported(job=job) | ExportFailed(job=job) | JobCancelled(job=job) if job in self._previewing:
                self._previewing.discard(job)
            case ExportFailed(job=job, sentence=sentence):
                self._exporting.discard(job)
                self._say(sentence, Tone.ERROR)
            case BriefExported(job=job, path=path, warnings=warnings):
                self._exporting.discard(job)
                self._take_exported(path, warnings)
            case LibraryUnavailable(sentence=sentence) | LibraryWarned(sentence=sentence):
                self._say(sentence, Tone.ERROR)
            case WorkerRestarted(sentence=sentence):
                self._say(sentence)
            case JobCancelled(job=job):
                self._take_cancelled(job)
        if isinstance(event, ENDS):
            self._end(event.job)
        self.eventHeard.emit(event)

    def _take_kept(self, kept: KeptArticle) -> None:
        if self.showing and self.showing.kept.id == kept.id:
            self.showing = self.showing.with_kept(kept)
        self.articleChanged.emit(kept)

    def _take_opened(self, event: ArticleOpened) -> None:
        self._opened(event.job)
        if event.job < self._opening_job:
            # The reader has asked for another article since; this one is kept and waits in the list.
            return
        if self.showing is not None and self.was_asked_before_writing(event.job):
            # He does not wait for it any more, and the next letter belongs to what he writes.
            sentence = self.tr("“{title}” can be read now.").format(title=event.article.title)
            show = partial(self.open_kept, event.kept.id)
            self.messageGiven.emit(Message(sentence, Tone.DONE, self.tr("Show it"), show))
            return
        if self.showing is not None:
            self.articleLeft.emit()
        opened = OpenArticle(event.kept, event.article, event.analysis, event.annotations, event.judgements)
        self._told = event.annotations, event.judgements
        self.showing = with_unsaved(opened, self.history.waiting)
        waits = event.analysis is None
        self.analysing_job = event.job if waits else 0
        self.articleOpened.emit(self.showing)
        self.analysisProgressed.emit(0.0 if waits else 1.0)

    def _take_failed_opening(self, event: OpeningFailed) -> None:
        from briefing.desktop.intake_dialogs.failure_message import failed_address, failed_opening

        self._opened(event.job)
        self.failed_address = failed_address(event.name)
        self.messageGiven.emit(failed_opening(event.name, event.sentence))

    def _take_findings(self, article_id: int, analysis: object, share: float) -> None:
        from briefing.model import Analysis

        if not isinstance(analysis, Analysis) or not self._shows(article_id) or self.showing is None:
            return
        self.showing = self.showing.with_analysis(analysis)
        if share >= 1.0:
            self.analysing_job = 0
        self.findingsChanged.emit(self.showing)
        self.analysisProgressed.emit(share)

    def _take_failed_analysis(self, article_id: int, sentence: str) -> None:
        if self._shows(article_id):
            self.analysing_job = 0
            self.analysisProgressed.emit(1.0)
            self.messageGiven.emit(Message(sentence, Tone.ERROR, self.tr("Analyse again"), self.reanalyse))
        else:
            self._say(sentence, Tone.ERROR)

    def _take_performed(self, event: OperationPerformed) -> None:
        performed = event.performed
        self.history.settle(event.job, performed)
        if not self.history.busy:
            self.settled.emit()
        if performed.article_id is not None and self.showing and self._shows(performed.article_id):
            self._told = event.annotations, event.judgements
            after = self.showing.with_own(*self._told)
            # With what is on its way, too: what was told before it was sent must not show older words again.
            self.showing = with_unsaved(after, self.history.waiting)
            self.ownChanged.emit(self.showing)
        self._forget_unsaved()
        if not self.history.busy:
            failed = bool(self._failed)
            self._failed.clear()
            if self.held and failed:
                self._show_what_is_kept()
            elif self.held:
                self.held = ""
                self._say(self.tr("What waited is saved now."), Tone.DONE)
            self.keepingChanged.emit()
            self.saved.emit()

    def _take_held(self, sentence: str) -> None:
        """The disk refused a change: it is shown all the same, and told not to be saved."""
        told, self.held = self.held, sentence
        if self.showing:
            after = with_unsaved(self.showing.with_own(*self._told), self.history.waiting)
            if after is not self.showing:
                self.showing = after
                self.ownChanged.emit(after)
        if not told:
            words = self.tr("{why} What you do is not saved yet: it stays here, and is tried again until it is.")
            button = self.tr("Copy what is not saved")
            self.messageGiven.emit(Message(words.format(why=sentence), Tone.ERROR, button, self.copy_unsaved))
        self.keepingChanged.emit()

    def _take_failed(self, job: int, sentence: str) -> None:
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
                Message(sentence, Tone.ERROR, self.tr("Copy what was not saved"), partial(_copy, words))
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
        _copy(words_of_unsaved((*self._failed, *self.history.waiting)))

    def _forget_unsaved(self) -> None:
        """What was changed last is on disk, or was refused: from now on, what is there counts."""
        if not self.history.busy:
            self._judging.clear()
            self._changing.clear()

    def _tell_of_step(self, step: Stepped) -> None:
        """Say what was undone or done again where the reader does not see it."""
        article_id = step.article_id
        if article_id is None or self._shows(article_id):
            return
        undone, again = self.tr("Undone in another article: {name}."), self.tr("Done again in another: {name}.")
        words = undone if step.undone else again
        show = partial(self.open_kept, article_id)
        self.messageGiven.emit(Message(words.format(name=step.name), Tone.NOTE, self.tr("Show it"), show))

    def _look_again(self) -> None:
        """Another window changed the library: list it anew, and what was written on the open article."""
        self.list_articles()
        if self.showing:
            self.service.ask(TellOwn(self.showing.kept.id))

    def _take_own(self, told: OwnTold) -> None:
        assert self.showing is not None
        before = self.showing
        self._seen = {one.id: one for one in before.annotations}
        self._told = told.annotations, told.judgements
        if told.analysis is not None and told.analysis != before.analysis and not self.analysing_job:
            self.showing = self.showing.with_analysis(told.analysis)
        if (told.annotations, told.judgements) != (before.annotations, before.judgements):
            self.showing = self.showing.with_own(told.annotations, told.judgements)
        if self.showing.analysis is not before.analysis:
            self.findingsChanged.emit(self.showing)
        if self.showing is not before:
            self.ownChanged.emit(self.showing)

    def _take_exported(self, path: Path, warnings: tuple[str, ...]) -> None:
        self.exported.emit(path)
        sentence = self.tr("“{name}” is written.").format(name=path.name)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.absolute().parent)))
        self.messageGiven.emit(Message(" ".join((sentence, *warnings)), Tone.DONE, self.tr("Open folder"), show))

    def _take_cancelled(self, job: int) -> None:
        self._opened(job)
        if job in self._exporting:
            self._exporting.discard(job)
            self._say(self.tr("The export was stopped; what was written before stays."))
        if job == self.analysing_job:
            self.analysing_job = 0
            self.analysisProgressed.emit(1.0)
            sentence = self.tr("The analysis was stopped; what it found so far stays on the screen.")
            self.messageGiven.emit(Message(sentence, Tone.NOTE, self.tr("Analyse again"), self.reanalyse))

    def _judge(self, claim: Claim, name: str, **changes: object) -> None:
        if not self.showing:
            return
        article_id, text = self.showing.kept.id, self.showing.article.text
        now = datetime.now(UTC)
        found = covering(claim.found or claim.content)
        where = (article_id, found)
        before = self._word_on(claim)
        fresh = before or Judgement(anchor(text, found), now, now)
        if all(getattr(fresh, field) == value for field, value in changes.items()):
            return
        changed = replace(fresh, modified=now, **changes)  # type: ignore[arg-type]
        self._judging[where] = changed
        operation: Operation = Judge(article_id, changed, fresh)
        if before is not None and changed.says_nothing:
            operation = WithdrawJudgement(article_id, before.claim, before)
        self.history.do(name, operation)

    def _word_on(self, claim: Claim) -> Judgement | None:
        """The reader's word on a claim, as it is to be when all is on the disk."""
        if not self.showing:
            return None
        found = covering(claim.found or claim.content)
        waits = self._judging.get((self.showing.kept.id, found))
        if waits is not None:
            return waits
        # Claims are numbered anew by each analysis: the id alone may be that of another one by now.
        place = self.showing.place_of(claim)
        now = next((one for one in self.showing.claims if self.showing.place_of(one) == place), None)
        if now is not None:
            return self.showing.judged.get(now.id)
        return next((word for word in self.showing.judgements if word.claim.span == found), None)

    def _shows(self, article_id: int) -> bool:
        return self.showing is not None and self.showing.kept.id == article_id

    def was_asked_before_writing(self, job: int) -> bool:
        """Whether the reader went on to write after he asked for what `job` brings."""
        return job in self._asked and self.writing_since(self._asked[job])

    def _expect(self, job: int, name: str) -> None:
        self._opening_job = job
        if name:
            # What lies in the library is there at once.
            self._asked[job] = time.monotonic()
        self._opening.add(job)
        self.openingStarted.emit(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…")

    def _begin(self, job: int, given: Given) -> None:
        self._under_way[job] = given
        self.underWayChanged.emit()

    def _end(self, job: int) -> None:
        if self._under_way.pop(job, None) is not None:
            self.underWayChanged.emit()

    def _opened(self, job: int) -> None:
        self._opening.discard(job)
        if not self._opening:
            self.openingEnded.emit()

    def _say(self, sentence: str, tone: Tone = Tone.NOTE) -> None:
        self.messageGiven.emit(Message(sentence, tone))


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def _holds_many(path: Path) -> bool:
    return path.suffix.lower() == ".zip" or path.is_dir()
