"""The reader's word on claims, given and taken back, merged with what was said elsewhere meanwhile.

Wherever a library is kept, its rows are reached by `JudgementRows`.
"""

from dataclasses import replace
from typing import Protocol

from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import Judge, WithdrawJudgement
from briefing.model import Judgement, Span
from briefing.model.merge import merged_judgement
from briefing.model.message import Message


class JudgementRows(Protocol):
    """The rows of judgements, within the transaction that is open."""

    def at(self, article_id: int, span: Span) -> Judgement | None:
        """The judgement on the claim at exactly this span, or None."""

    def put(self, article_id: int, judgement: Judgement) -> None:
        """Insert a judgement, or put it in the place of the one on the same claim."""

    def remove(self, article_id: int, span: Span) -> None:
        """Delete the judgement on the claim at exactly this span."""

    def recount(self, article_id: int) -> None:
        """Count the claims of an article by status anew, for the list."""


def judge(rows: JudgementRows, operation: Judge) -> Done:
    """Give or change the reader's word on a claim; what was said elsewhere meanwhile stays."""
    article_id, judgement = operation.article_id, operation.judgement
    before = rows.at(article_id, judgement.claim.span)
    if before is not None and operation.base is not None:
        judgement = merged_judgement(operation.base, judgement, before)
    rows.put(article_id, judgement)
    if before is None or not _counts_alike(before, judgement):
        rows.recount(article_id)
    if before is None:
        return Done(WithdrawJudgement(article_id, judgement.claim, judgement))
    return Done(Judge(article_id, before, judgement))


def withdraw(rows: JudgementRows, operation: WithdrawJudgement) -> Done:
    """Take the reader's word on a claim back, but for what was said elsewhere meanwhile."""
    article_id, span = operation.article_id, operation.anchor.span
    before = rows.at(article_id, span)
    if before is None:
        raise LibraryFailure(Message("judgement.none"))
    base = operation.base or before
    left = merged_judgement(base, base.unsaid, before)
    if left.says_nothing:
        rows.remove(article_id, span)
    else:
        rows.put(article_id, left)
    rows.recount(article_id)
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
