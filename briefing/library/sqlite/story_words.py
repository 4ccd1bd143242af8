"""The reader's word on stories, as rows."""

import json
from datetime import UTC, datetime

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.reader_objects import story_word_from_object, story_word_object
from briefing.library.sqlite import story_members
from briefing.model.message import Message
from briefing.model.story_word import StoryVerdict, StoryWord


def all_words(connection: apsw.Connection) -> tuple[StoryWord, ...]:
    """All that the reader said of stories, in the order in which it was said."""
    found = [story_word_from_object(json.loads(row[0])) for row in connection.execute("SELECT content FROM story_word")]
    return tuple(sorted(found, key=lambda word: (word.created or datetime.min.replace(tzinfo=UTC), word.id)))


def give(connection: apsw.Connection, operation: organization_operations.GiveStoryWord) -> Done:
    """Keep the reader's word; the articles that it speaks of are placed anew."""
    word = operation.word
    if _row(connection, word.id) is not None:
        raise LibraryFailure(Message("story.said_already"))
    if word.verdict is StoryVerdict.NAME and not word.name.strip():
        raise LibraryFailure(Message("story.needs_name"))
    put(connection, word)
    return Done(organization_operations.WithdrawStoryWord(word.id), _touched(connection, word))


def withdraw(connection: apsw.Connection, operation: organization_operations.WithdrawStoryWord) -> Done:
    """Take the reader's word back."""
    word = _row(connection, operation.word_id)
    if word is None:
        raise LibraryFailure(Message("story.not_said"))
    connection.execute("DELETE FROM story_word WHERE id = ?", (operation.word_id,))
    return Done(organization_operations.GiveStoryWord(word), _touched(connection, word))


def put(connection: apsw.Connection, word: StoryWord) -> None:
    """Insert the reader's word."""
    content = json.dumps(story_word_object(word), ensure_ascii=False)
    connection.execute("INSERT INTO story_word (id, content) VALUES (?, ?)", (word.id, content))


def _row(connection: apsw.Connection, word_id: str) -> StoryWord | None:
    row = connection.execute("SELECT content FROM story_word WHERE id = ?", (word_id,)).fetchone()
    return story_word_from_object(json.loads(row[0])) if row else None


def _touched(connection: apsw.Connection, word: StoryWord) -> tuple[int, ...]:
    """The articles whose stories the word may change, taken out of these if it does."""
    numbers = story_members.numbers_of(connection, (*word.articles, *word.others))
    story_members.untell(connection, numbers)
    if word.verdict in (StoryVerdict.JOIN, StoryVerdict.SPLIT, StoryVerdict.LEAVE_OUT):
        return story_members.take_apart(connection, numbers)
    return numbers
