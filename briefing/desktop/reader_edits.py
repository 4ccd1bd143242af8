"""The reader's changes of the open article, one undo step each: annotations, judgements, actors, details."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from briefing.desktop.messages import Message, Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.undo_stack import History
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
    Claim,
    Dispute,
    Judgement,
    KeptArticle,
    Metadata,
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


class ReaderEdits(QObject):
    """Makes operations of what the reader does; each builds on those that are still on their way to the disk.

    Args:
        history: takes the operations.
        showing: gives the open article, if there is one.
        give: shows the reader a message.
    """

    def __init__(
        self,
        history: History,
        showing: Callable[[], OpenArticle | None],
        give: Callable[[Message], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._open_article = showing
        self._give = give
        self._judging: dict[tuple[int, Span], Judgement] = {}
        self._changing: dict[str, Annotation] = {}
        self._seen: dict[str, Annotation] = {}

    @property
    def _showing(self) -> OpenArticle | None:
        return self._open_article()

    def forget_unsaved(self) -> None:
        """Build on what is on the disk from now on."""
        self._judging.clear()
        self._changing.clear()

    def remember(self, annotations: Iterable[Annotation]) -> None:
        """Remember annotations that may be thrown away in another window while the reader writes on them."""
        self._seen = {one.id: one for one in annotations}

    def annotate(self, span: Span, colour: int, note: str = "") -> Annotation | None:
        """Highlight `span` of the open article, perhaps with a note; gives the annotation that will be kept."""
        if not self._showing or not len(span):
            return None
        now = datetime.now(UTC)
        made = Annotation(new_identifier(), anchor(self._showing.article.text, span), now, now, colour, note)
        name = self.tr("Note") if note else self.tr("Highlight")
        self._changing[made.id] = made
        self._history.do(name, AddAnnotation(self._showing.kept.id, made))
        return made

    def annotation(self, annotation_id: str) -> Annotation | None:
        """An annotation of the open article, as it is to be when all is on the disk."""
        there = self._showing.annotation(annotation_id) if self._showing else None
        return self._changing.get(annotation_id) or there

    def change_annotation(self, annotation_id: str, name: str, **changes: object) -> None:
        """Change an annotation, as a step called `name`; changes that are still on their way to the disk stay."""
        if not self._showing:
            return
        before = self.annotation(annotation_id)
        if before is None or all(getattr(before, field) == value for field, value in changes.items()):
            return
        changed = replace(before, modified=datetime.now(UTC), **changes)  # type: ignore[arg-type]
        self._changing[annotation_id] = changed
        self._history.do(name, ChangeAnnotation(self._showing.kept.id, changed, before))

    def write_note(self, annotation_id: str, note: str, was: str) -> None:
        """Keep a note that was typed where `was` stood; what was written elsewhere meanwhile stays in it."""
        before = self.annotation(annotation_id)
        known = self._seen.get(annotation_id)
        if before is not None:
            self.change_annotation(annotation_id, self.tr("Write note"), note=merged_words(was, note, before.note))
        elif known is not None and self._showing:
            # It was thrown away in another window: who still writes on it has it back.
            number, changed = self._showing.kept.id, replace(known, modified=datetime.now(UTC), note=note)
            self._changing[annotation_id] = changed
            back = RestoreAnnotation(number, annotation_id), ChangeAnnotation(number, changed, known)
            self._history.do(self.tr("Write note"), *back)
        else:
            sentence = self.tr("The note was removed meanwhile; what you wrote on it is not kept.")
            button = self.tr("Copy what was not saved")
            self._give(Message(sentence, Tone.ERROR, button, partial(copy_words, note)))

    def write_tags(self, annotation_id: str, tags: tuple[str, ...], was: tuple[str, ...]) -> None:
        """Keep the tags of an annotation that were typed where `was` stood; those put on elsewhere stay."""
        before = self.annotation(annotation_id)
        if before is not None:
            self.change_annotation(annotation_id, self.tr("Tag highlight"), tags=merged_tags(was, tags, before.tags))

    def remove_annotation(self, annotation_id: str) -> None:
        """Remove a highlight with its note."""
        if self._showing:
            self._history.do(self.tr("Remove highlight"), RemoveAnnotation(self._showing.kept.id, annotation_id))

    def make_claim(self, span: Span) -> str:
        """Make a passage a claim, in the reader's own word; gives its id, or that of the claim that stands there."""
        if not self._showing or self._showing.analysis is None or not len(span):
            return ""
        known = next((claim.id for claim in self._showing.claims if covering(claim.content) == span), "")
        if known:
            return known
        where, now = (self._showing.kept.id, span), datetime.now(UTC)
        fresh = Judgement(anchor(self._showing.article.text, span), now, now)
        # A word on a claim that an earlier analysis found just here is not to be lost.
        mine = (word for word in self._showing.judgements if word.claim.span == span and not word.writer)
        before = next(mine, fresh)
        made = replace(before, modified=now, made=True, dismissed=False)
        self._judging[where] = made
        self._history.do(self.tr("Make claim"), Judge(self._showing.kept.id, made, before))
        return own_claim_id(span)

    def unmake_claim(self, claim: Claim) -> None:
        """Take back that a passage is a claim, with what was said of it."""
        judgement = self._showing.judged.get(claim.id) if self._showing else None
        if self._showing and judgement and judgement.made and not judgement.writer:
            withdrawal = WithdrawJudgement(self._showing.kept.id, judgement.claim, judgement)
            self._history.do(self.tr("Remove my claim"), withdrawal)

    def judge_status(self, claim: Claim, status: Status | None) -> None:
        """Give a claim the reader's own status; None goes back to that of the analysis."""
        before = self._word_on(claim)
        # Where the reader says who disputes it, no status of his is "disputed", and another one goes before that.
        disputed = before is not None and bool(before.disputed_by)
        colleague = self._showing.judged.get(claim.id) if self._showing and before is None else None
        # Against a colleague's word, that of the analysis has to be said, too.
        if status is (Status.DISPUTED if disputed else claim.status) and not (colleague and colleague.own_status):
            status = None
        self._judge(claim, self.tr("Change status"), status=status)

    def accept_status(self, claim: Claim) -> None:
        """Take the status that the analysis found as the reader's own word."""
        if self._showing:
            self._judge(claim, self.tr("Accept status"), status=self._showing.status(claim))

    def judge_dismissed(self, claim: Claim, dismissed: bool) -> None:
        """Say that a claim is none, or that it is one after all."""
        self._judge(claim, self.tr("Dismiss claim") if dismissed else self.tr("Restore claim"), dismissed=dismissed)

    def judge_words(self, claim: Claim, span: Span | None) -> None:
        """Say which words are really claimed; None goes back to those that the analysis found."""
        if self._showing and (span is None or len(span)):
            found = claim.found or claim.content
            given = span if span is not None and found != (span,) else None
            words = anchor(self._showing.article.text, given) if given else None
            self._judge(claim, self.tr("Change words of claim"), words=words)

    def step_words(self, claim: Claim, edge: Edge, way: int) -> None:
        """Move one end of a claim's words by a word, to the right (1) or to the left (-1)."""
        if self._showing:
            before = self._judging.get((self._showing.kept.id, covering(claim.found or claim.content)))
            span = before.words.span if before and before.words else covering(claim.content)
            self.judge_words(claim, stepped(self._showing.article.text, span, edge, way))

    def judge_note(self, claim: Claim, note: str, was: str | None = None) -> None:
        """Keep the reader's note on a claim; typed where `was` stood, it leaves what was written elsewhere since."""
        if was is not None:
            before = self._word_on(claim)
            note = merged_words(was, note, before.note if before else "")
        self._judge(claim, self.tr("Note on claim"), note=note)

    def judge_source(self, claim: Claim, source: str | None) -> None:
        """Correct who said it."""
        self._judge(claim, self.tr("Correct source"), source=source or None)

    def judge_disputed(self, claim: Claim, dispute: Dispute) -> None:
        """Say who disputes a claim; an older status of the reader's gives way to it."""
        before = self._word_on(claim)
        disputes = before.disputed_by if before else ()
        if dispute not in disputes:
            self._judge(claim, self.tr("Dispute claim"), disputed_by=(*disputes, dispute), status=None)

    def judge_undisputed(self, claim: Claim, dispute: Dispute) -> None:
        """Take back that somebody disputes a claim."""
        before = self._word_on(claim)
        left = tuple(one for one in before.disputed_by if one != dispute) if before else ()
        self._judge(claim, self.tr("Take back dispute"), disputed_by=left)

    def judge_rating(self, claim: Claim, source: SourceRating | None, information: int | None) -> None:
        """Rate source and information by the Admiralty code; None is no rating."""
        self._judge(claim, self.tr("Rate claim"), source_rating=source, information_rating=information)

    def merge_actors(self, names: Sequence[str], name: str) -> None:
        """Say that actors of the open article are one, called `name`, or that one alone is called so."""
        if self._showing and names:
            word = ActorJudgement(new_identifier(), ActorVerdict.SAME, name, tuple(names), datetime.now(UTC))
            step = self.tr("Merge actors") if len(names) > 1 else self.tr("Rename actor")
            self._history.do(step, JudgeActors(self._showing.kept.id, word))

    def name_speaker(self, label: str, name: str) -> None:
        """Say who speaks wherever the open article has `label` before his words; no name, or the label, is nobody."""
        if self._showing and label:
            word = ActorJudgement(
                new_identifier(), ActorVerdict.SAME, name.strip() or label, (label,), datetime.now(UTC)
            )
            self._history.do(self.tr("Name speaker"), JudgeActors(self._showing.kept.id, word))

    def split_actor(self, names: Sequence[str], name: str) -> None:
        """Say that what is named so is another actor, called `name`."""
        if self._showing and names:
            word = ActorJudgement(new_identifier(), ActorVerdict.APART, name, tuple(names), datetime.now(UTC))
            self._history.do(self.tr("Split actor"), JudgeActors(self._showing.kept.id, word))

    def change_metadata(self, article_id: int, metadata: Metadata) -> None:
        """Correct what is known of an article."""
        self._history.do(self.tr("Correct details"), ChangeMetadata(article_id, metadata))

    def remove_article(self, kept: KeptArticle) -> None:
        """Move an article to the bin."""
        self._history.do(self.tr("Move to bin"), RemoveArticle(kept.id))

    def _judge(self, claim: Claim, name: str, **changes: object) -> None:
        if not self._showing:
            return
        article_id, text = self._showing.kept.id, self._showing.article.text
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
        self._history.do(name, operation)

    def _word_on(self, claim: Claim) -> Judgement | None:
        """The reader's word on a claim, as it is to be when all is on the disk."""
        if not self._showing:
            return None
        found = covering(claim.found or claim.content)
        waits = self._judging.get((self._showing.kept.id, found))
        if waits is not None:
            return waits
        # Claims are numbered anew by each analysis: the id alone may be that of another one by now.
        place = self._showing.place_of(claim)
        now = next((one for one in self._showing.claims if self._showing.place_of(one) == place), None)
        if now is not None:
            word = self._showing.judged.get(now.id)
        else:
            word = next((one for one in self._showing.judgements if one.claim.span == found), None)
        # What a colleague says stays his: the reader's word begins beside it.
        return None if word is None or word.writer else word


def copy_words(words: str) -> None:
    """Put words on the clipboard."""
    QGuiApplication.clipboard().setText(words)
