"""The reader's word on who is who, given and taken back.

Wherever a library is kept, its rows are reached by `ActorWordRows`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.organization_operations import JudgeActors, WithdrawActors
from briefing.model import ActorJudgement
from briefing.model.message import Message


class ActorWordRows(Protocol):
    """The rows of the reader's word on actors, within the transaction that is open."""

    def of_article(self, article_id: int) -> Sequence[ActorJudgement]:
        """What was said of the actors of an article."""

    def anywhere(self, judgement_id: str) -> ActorJudgement | None:
        """What was said under this identity of whatever article; None if nothing was."""

    def insert(self, article_id: int, judgement: ActorJudgement) -> None:
        """Insert the reader's word."""

    def delete(self, judgement_id: str) -> None:
        """Delete the reader's word."""

    def derive_again(self, article_id: int) -> None:
        """Let all that is derived from the findings of an article follow the reader's word."""


def judge(rows: ActorWordRows, operation: JudgeActors) -> Done:
    """Keep the reader's word on actors, and let the rows say it."""
    made = operation.judgement
    if not made.name.strip() or not made.names:
        raise LibraryFailure(Message("actor.needs_name"))
    if rows.anywhere(made.id) is not None:
        raise LibraryFailure(Message("actor.said_already"))
    rows.insert(operation.article_id, made)
    rows.derive_again(operation.article_id)
    return Done(WithdrawActors(operation.article_id, made.id), (operation.article_id,))


def withdraw(rows: ActorWordRows, operation: WithdrawActors) -> Done:
    """Take the reader's word on actors back."""
    before = next((one for one in rows.of_article(operation.article_id) if one.id == operation.judgement_id), None)
    if before is None:
        raise LibraryFailure(Message("actor.not_said"))
    rows.delete(operation.judgement_id)
    rows.derive_again(operation.article_id)
    return Done(JudgeActors(operation.article_id, before), (operation.article_id,))


def carry(rows: ActorWordRows, older: int, newer: int, digest: str) -> None:
    """Let a newer version, with this digest, have the reader's word on the actors of the older one, too."""
    from uuid import NAMESPACE_OID, uuid5

    for judgement in rows.of_article(older):
        # The same on every machine, so that two libraries with both versions still say it once when they are merged.
        rows.insert(newer, replace(judgement, id=str(uuid5(NAMESPACE_OID, f"{judgement.id} {digest}"))))
