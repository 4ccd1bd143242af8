"""The reader's changes that are not on disk yet: shown while they wait, and copied as text."""

from collections.abc import Iterable, Iterator

from briefing.desktop.open_article import OpenArticle
from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    KeepBrief,
    Operation,
    RemoveAnnotation,
    Several,
    WithdrawJudgement,
)
from briefing.model import Annotation, Judgement
from briefing.model.merge import merged_annotation, merged_judgement


def with_unsaved(showing: OpenArticle, waiting: Iterable[Operation]) -> OpenArticle:
    """The article with what waits to be written on it, in its order, as if it were on disk."""
    annotations = {one.id: one for one in showing.annotations}
    judgements = {one.claim.span: one for one in showing.judgements}
    for operation in _each(waiting):
        if getattr(operation, "article_id", None) != showing.kept.id:
            continue
        match operation:
            case AddAnnotation(annotation=annotation):
                annotations[annotation.id] = annotation
            case ChangeAnnotation(annotation=annotation, base=base):
                there = annotations.get(annotation.id)
                annotations[annotation.id] = (
                    merged_annotation(base, annotation, there) if base and there else annotation
                )
            case RemoveAnnotation(annotation_id=annotation_id):
                annotations.pop(annotation_id, None)
            case Judge(judgement=judgement, base=base):
                word = _own(judgements.get(judgement.claim.span))
                judgements[judgement.claim.span] = (
                    merged_judgement(base, judgement, word) if base and word else judgement
                )
            case WithdrawJudgement(anchor=anchor, base=base):
                word = _own(judgements.pop(anchor.span, None))
                left = merged_judgement(base, base.unsaid, word) if base and word else None
                if left and not left.says_nothing:
                    judgements[anchor.span] = left
    own = tuple(annotations.values()), tuple(judgements.values())
    return showing if own == (showing.annotations, showing.judgements) else showing.with_own(*own)


def _own(word: Judgement | None) -> Judgement | None:
    """The reader's own word: with a colleague's it is not merged."""
    return None if word is None or word.writer else word


def words_of_unsaved(waiting: Iterable[Operation]) -> str:
    """The words that the reader typed in changes that are not on disk, the last of each thing."""
    found: dict[object, str] = {}
    for operation in _each(waiting):
        match operation:
            case AddAnnotation(annotation=annotation) | ChangeAnnotation(annotation=annotation):
                found[annotation.id] = f"“{annotation.anchor.exact}”\n{annotation.note}" if annotation.note else ""
            case Judge(judgement=judgement):
                found[judgement.claim] = f"“{judgement.claim.exact}”\n{judgement.note}" if judgement.note else ""
            case KeepBrief(brief=brief):
                lines = [line.text for section in brief.sections for line in section.lines]
                found[brief.id] = "\n".join(words for words in (brief.title, brief.purpose, *lines) if words)
    return "\n\n".join(words for words in found.values() if words)


def _each(waiting: Iterable[Operation]) -> Iterator[Operation]:
    for operation in waiting:
        if isinstance(operation, Several):
            yield from _each(operation.operations)
        else:
            yield operation


def written_together(
    operation: Operation, annotations: Iterable[Annotation], judgements: Iterable[Judgement]
) -> set[str]:
    """What was written here while others wrote on it, so that the words of both stand there: identities, or spans.

    Args:
        operation: as it was sent.
        annotations: as they are kept.
        judgements: as they are kept.
    """
    notes = {one.id: one.note for one in annotations}
    words = {one.claim.span: one.note for one in judgements if not one.writer}
    found = set()
    for one in _each((operation,)):
        match one:
            case ChangeAnnotation(annotation=sent, base=base):
                if base and notes.get(sent.id, sent.note) != sent.note != base.note:
                    found.add(sent.id)
            case Judge(judgement=said, base=before):
                if before and words.get(said.claim.span, said.note) != said.note != before.note:
                    found.add(str(said.claim.span))
    return found
