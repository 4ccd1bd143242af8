"""The reader's word on stories, as rows."""

import json

import apsw

from briefing.library.reader_objects import story_word_from_object, story_word_object
from briefing.library.sqlite import story_members
from briefing.library.story_word_acts import in_order
from briefing.model.story_word import StoryVerdict, StoryWord


def all_words(connection: apsw.Connection) -> tuple[StoryWord, ...]:
    """All that the reader said of stories, in the order in which it was said."""
    rows = connection.execute("SELECT content FROM story_word")
    return in_order(story_word_from_object(json.loads(row[0])) for row in rows)


class StoryWords:
    """The rows of the reader's word on stories, for `story_word_acts`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def row(self, word_id: str) -> StoryWord | None:
        """The reader's word with this identity, or None."""
        row = self._connection.execute("SELECT content FROM story_word WHERE id = ?", (word_id,)).fetchone()
        return story_word_from_object(json.loads(row[0])) if row else None

    def insert(self, word: StoryWord) -> None:
        """Insert the reader's word."""
        content = json.dumps(story_word_object(word), ensure_ascii=False)
        self._connection.execute("INSERT INTO story_word (id, content) VALUES (?, ?)", (word.id, content))

    def delete(self, word_id: str) -> None:
        """Delete the reader's word."""
        self._connection.execute("DELETE FROM story_word WHERE id = ?", (word_id,))

    def touch(self, word: StoryWord) -> tuple[int, ...]:
        """The articles whose stories the word may change, taken out of these if it does."""
        numbers = story_members.numbers_of(self._connection, (*word.articles, *word.others))
        story_members.untell(self._connection, numbers)
        if word.verdict in (StoryVerdict.JOIN, StoryVerdict.SPLIT, StoryVerdict.LEAVE_OUT):
            return story_members.take_apart(self._connection, numbers)
        return numbers
