"""The reader's word on claims, given and taken back; what the list counts of the claims follows it."""

from dataclasses import replace

import apsw

from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import Judge, WithdrawJudgement
from briefing.library.sqlite import annotations, standings
from briefing.model import Judgement
from briefing.model.merge import merged_judgement
from briefing.model.message import Message


def judge(connection: apsw.Connection, operation: Judge) -> Done:
    """Give or change the reader's word on a claim; what was said elsewhere meanwhile stays."""
    article_id, judgement = operation.article_id, operation.judgement
    before = annotations.judgement_at(connection, article_id, judgement.claim.span)
    if before is not None and operation.base is not None:
        judgement = merged_judgement(operation.base, judgement, before)
    annotations.put_judgement(connection, article_id, judgement)
    if before is None or not _counts_alike(before, judgement):
        standings.recount(connection, article_id)
    if before is None:
        return Done(WithdrawJudgement(article_id, judgement.claim, judgement))
    return Done(Judge(article_id, before, judgement))


def withdraw(connection: apsw.Connection, operation: WithdrawJudgement) -> Done:
    """Take the reader's word on a claim back, but for what was said elsewhere meanwhile."""
    article_id, span = operation.article_id, operation.anchor.span
    before = annotations.judgement_at(connection, article_id, span)
    if before is None:
        raise LibraryFailure(Message("judgement.none"))
    base = operation.base or before
    left = merged_judgement(base, base.unsaid, before)
    if left.says_nothing:
        annotations.remove_judgement(connection, article_id, span)
    else:
        annotations.put_judgement(connection, article_id, left)
    standings.recount(connection, article_id)
    return Done(Judge(article_id, before, left))


def _counts_alike(before: Judgement, after: Judgement) -> bool:
    """Whether only the note or a rating changed, as at each pause of one who types."""
    alike = replace(
        after,
        note=before.note,
        source_rating=before.source_rating,
        information_rating=before.information_rating,
        created=before.created,
        modified=before.modified,
    )
    return alike == before
