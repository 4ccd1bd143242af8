"""The reader's word on stories, as rows."""

import json
from datetime import UTC, datetime
from typing import Any

import apsw

from briefing.library import organization_operations, story_members
from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.model.message import Message
from briefing.model.story_word import StatementAnchor, StoryVerdict, StoryWord


def all_words(connection: apsw.Connection) -> tuple[StoryWord, ...]:
    """All that the reader said of stories, in the order in which it was said."""
    found = [word_from_object(json.loads(row[0])) for row in connection.execute("SELECT content FROM story_word")]
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
    content = json.dumps(word_object(word), ensure_ascii=False)
    connection.execute("INSERT INTO story_word (id, content) VALUES (?, ?)", (word.id, content))


def _row(connection: apsw.Connection, word_id: str) -> StoryWord | None:
    row = connection.execute("SELECT content FROM story_word WHERE id = ?", (word_id,)).fetchone()
    return word_from_object(json.loads(row[0])) if row else None


def _touched(connection: apsw.Connection, word: StoryWord) -> tuple[int, ...]:
    """The articles whose stories the word may change, taken out of these if it does."""
    numbers = story_members.numbers_of(connection, (*word.articles, *word.others))
    story_members.untell(connection, numbers)
    if word.verdict in (StoryVerdict.JOIN, StoryVerdict.SPLIT, StoryVerdict.LEAVE_OUT):
        return story_members.take_apart(connection, numbers)
    return numbers


def word_object(word: StoryWord) -> dict[str, Any]:
    """The reader's word as JSON."""
    return {
        "id": word.id,
        "verdict": word.verdict.value,
        "articles": list(word.articles),
        "others": list(word.others),
        "statements": [{"digest": one.digest, "start": one.start, "exact": one.exact} for one in word.statements],
        "name": word.name,
        "created": word.created.isoformat() if word.created else None,
    }


def word_from_object(found: dict[str, Any]) -> StoryWord:
    """The reader's word of an object that `word_object` made.

    Raises:
        KeyError, TypeError, ValueError: if the object has another shape.
    """
    created = found["created"]
    return StoryWord(
        str(found["id"]),
        StoryVerdict(found["verdict"]),
        tuple(map(str, found["articles"])),
        tuple(map(str, found["others"])),
        tuple(StatementAnchor(str(o["digest"]), int(o["start"]), str(o["exact"])) for o in found["statements"]),
        str(found["name"]),
        datetime.fromisoformat(created) if created else None,
    )
