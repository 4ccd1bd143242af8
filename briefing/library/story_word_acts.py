"""The reader's word on stories, given and taken back.

Wherever a library is kept, its rows are reached by `StoryWordRows`.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Protocol

from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.organization_operations import GiveStoryWord, WithdrawStoryWord
from briefing.model.message import Message
from briefing.model.story_word import StoryVerdict, StoryWord


class StoryWordRows(Protocol):
    """The rows of the reader's word on stories, within the transaction that is open."""

    def row(self, word_id: str) -> StoryWord | None:
        """The reader's word with this identity, or None."""

    def insert(self, word: StoryWord) -> None:
        """Insert the reader's word."""

    def delete(self, word_id: str) -> None:
        """Delete the reader's word."""

    def touch(self, word: StoryWord) -> tuple[int, ...]:
        """The articles whose stories the word may change, taken out of these if it does."""


def give(rows: StoryWordRows, operation: GiveStoryWord) -> Done:
    """Keep the reader's word; the articles that it speaks of are placed anew."""
    word = operation.word
    if rows.row(word.id) is not None:
        raise LibraryFailure(Message("story.said_already"))
    if word.verdict is StoryVerdict.NAME and not word.name.strip():
        raise LibraryFailure(Message("story.needs_name"))
    rows.insert(word)
    return Done(WithdrawStoryWord(word.id), rows.touch(word))


def withdraw(rows: StoryWordRows, operation: WithdrawStoryWord) -> Done:
    """Take the reader's word back."""
    word = rows.row(operation.word_id)
    if word is None:
        raise LibraryFailure(Message("story.not_said"))
    rows.delete(operation.word_id)
    return Done(GiveStoryWord(word), rows.touch(word))


def in_order(words: Iterable[StoryWord]) -> tuple[StoryWord, ...]:
    """The words in the order in which they were said."""
    return tuple(sorted(words, key=lambda word: (word.created or datetime.min.replace(tzinfo=UTC), word.id)))
