"""Performs operations on the rows, and tells for each what takes it back exactly."""

import apsw

from briefing.library import annotations
from briefing.library.articles import now
from briefing.library.failures import LibraryFailure
from briefing.library.operations import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    Kind,
    Operation,
    Performed,
    RemoveAnnotation,
    RemoveArticle,
    RestoreArticle,
    Several,
    WithdrawJudgement,
    name_of,
)
from briefing.model import Annotation


def perform(connection: apsw.Connection, operation: Operation) -> Performed:
    """Perform `operation` inside the transaction that is open.

    Raises:
        LibraryFailure: if what it is about is not there, or there already.
    """
    match operation:
        case AddAnnotation(article_id, annotation):
            inverse = _add(connection, article_id, annotation)
        case ChangeAnnotation(article_id, annotation):
            inverse = _change(connection, article_id, annotation)
        case RemoveAnnotation(article_id, annotation_id):
            inverse = _remove(connection, article_id, annotation_id)
        case Judge(article_id):
            inverse = _judge(connection, operation)
        case WithdrawJudgement(article_id):
            inverse = _withdraw(connection, operation)
        case RemoveArticle(article_id, removed):
            _set_removed(connection, article_id, removed or now())
            inverse = RestoreArticle(article_id)
        case RestoreArticle(article_id):
            since = _set_removed(connection, article_id, None)
            inverse = RemoveArticle(article_id, since or "")
        case Several():
            return _several(connection, operation)
    return Performed(name_of(operation), article_id, frozenset({_KINDS[type(operation)]}), inverse)


_KINDS = {
    AddAnnotation: Kind.ANNOTATIONS,
    ChangeAnnotation: Kind.ANNOTATIONS,
    RemoveAnnotation: Kind.ANNOTATIONS,
    Judge: Kind.JUDGEMENTS,
    WithdrawJudgement: Kind.JUDGEMENTS,
    RemoveArticle: Kind.ARTICLES,
    RestoreArticle: Kind.ARTICLES,
}


def _add(connection: apsw.Connection, article_id: int, annotation: Annotation) -> Operation:
    if annotations.stored(connection, annotation.id):
        raise LibraryFailure("This annotation is in the library already; nothing was changed.")
    annotations.put(connection, article_id, annotation)
    return RemoveAnnotation(article_id, annotation.id)


def _change(connection: apsw.Connection, article_id: int, annotation: Annotation) -> Operation:
    before = _stored(connection, annotation.id)
    annotations.put(connection, article_id, annotation)
    return ChangeAnnotation(article_id, before)


def _remove(connection: apsw.Connection, article_id: int, annotation_id: str) -> Operation:
    before = _stored(connection, annotation_id)
    annotations.remove(connection, annotation_id)
    return AddAnnotation(article_id, before)


def _stored(connection: apsw.Connection, annotation_id: str) -> Annotation:
    found = annotations.stored(connection, annotation_id)
    if found is None:
        raise LibraryFailure("This annotation is not in the library any more; nothing was changed.")
    return found


def _judge(connection: apsw.Connection, operation: Judge) -> Operation:
    article_id, judgement = operation.article_id, operation.judgement
    before = annotations.judgement_at(connection, article_id, judgement.claim.span)
    annotations.put_judgement(connection, article_id, judgement)
    return WithdrawJudgement(article_id, judgement.claim) if before is None else Judge(article_id, before)


def _withdraw(connection: apsw.Connection, operation: WithdrawJudgement) -> Operation:
    article_id, span = operation.article_id, operation.anchor.span
    before = annotations.judgement_at(connection, article_id, span)
    if before is None:
        raise LibraryFailure("There is no judgement on this claim to withdraw; nothing was changed.")
    annotations.remove_judgement(connection, article_id, span)
    return Judge(article_id, before)


def _set_removed(connection: apsw.Connection, article_id: int, removed: str | None) -> str | None:
    held = connection.execute("SELECT removed FROM article WHERE id = ?", (article_id,)).fetchone()
    if held is None or (held[0] is None) == (removed is None):
        raise LibraryFailure("This article is not where it was any more; nothing was changed.")
    connection.execute("UPDATE article SET removed = ? WHERE id = ?", (removed, article_id))
    before: str | None = held[0]
    return before


def _several(connection: apsw.Connection, operation: Several) -> Performed:
    done = [perform(connection, single) for single in operation.operations]
    numbers = {single.article_id for single in done}
    return Performed(
        operation.name,
        numbers.pop() if len(numbers) == 1 else None,
        frozenset().union(*(single.changed for single in done)),
        Several(operation.name, tuple(single.inverse for single in reversed(done))),
    )
