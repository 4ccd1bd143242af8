"""Briefs, and the reader's word on actors and stories, in PostgreSQL."""

import json
from collections.abc import Sequence

from briefing.library.brief_acts import there
from briefing.library.finding_rows import rows_of
from briefing.library.postgres import desk_articles, desk_findings, desk_stories, desk_words
from briefing.library.postgres.desk_connection import Connection
from briefing.library.reader_objects import (
    actor_word_from_object,
    actor_word_object,
    brief_from_object,
    brief_object,
    story_word_from_object,
    story_word_object,
)
from briefing.library.story_word_acts import in_order
from briefing.model import ActorJudgement, StoredBrief, with_actor_judgements
from briefing.model.story_word import StoryVerdict, StoryWord


class Briefs:
    """The rows of briefs, for `brief_acts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def row(self, brief_id: str) -> tuple[StoredBrief, str | None] | None:
        """A brief, and since when it lies in the bin; None if there is none."""
        row = self._connection.execute("SELECT content, removed FROM brief WHERE id = %s", (brief_id,)).fetchone()
        return None if row is None else (brief_from_object(json.loads(row[0])), row[1])

    def put(self, brief: StoredBrief) -> None:
        """Insert a brief, or put it in the place of the one with the same id."""
        self._connection.execute(
            "INSERT INTO brief (id, modified, content) VALUES (%s, %s, %s) ON CONFLICT (id) DO UPDATE SET "
            "modified = excluded.modified, content = excluded.content",
            (brief.id, brief.modified.isoformat(), json.dumps(brief_object(brief), ensure_ascii=False)),
        )

    def delete(self, brief_id: str) -> None:
        """Delete a brief for good."""
        self._connection.execute("DELETE FROM brief WHERE id = %s", (brief_id,))

    def set_removed(self, brief_id: str, since: str | None) -> None:
        """Say since when a brief lies in the bin; None takes it out."""
        self._connection.execute("UPDATE brief SET removed = %s WHERE id = %s", (since, brief_id))


class ActorWords:
    """The rows of the reader's word on actors, for `actor_word_acts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_article(self, article_id: int) -> tuple[ActorJudgement, ...]:
        """What was said of the actors of an article."""
        return actor_words(self._connection, article_id)

    def anywhere(self, judgement_id: str) -> ActorJudgement | None:
        """What was said under this identity of whatever article; None if nothing was."""
        return actor_word(self._connection, judgement_id)

    def insert(self, article_id: int, judgement: ActorJudgement) -> None:
        """Insert the reader's word."""
        content = json.dumps(actor_word_object(judgement), ensure_ascii=False)
        self._connection.execute(
            "INSERT INTO actor_judgement (id, article_id, content) VALUES (%s, %s, %s)",
            (judgement.id, article_id, content),
        )

    def delete(self, judgement_id: str) -> None:
        """Delete the reader's word."""
        self._connection.execute("DELETE FROM actor_judgement WHERE id = %s", (judgement_id,))

    def follow(self, article_id: int) -> None:
        """Let what is derived from newer findings follow what was said before."""
        if self.of_article(article_id):
            self.derive_again(article_id)

    def derive_again(self, article_id: int) -> None:
        """Let the names by which an article is found follow the reader's word."""
        analysis = desk_findings.read(self._connection, article_id)
        if analysis is not None:
            text = desk_articles.text_of(self._connection, article_id)
            seen = with_actor_judgements(analysis, self.of_article(article_id), text)
            desk_words.write_findings(self._connection, article_id, rows_of(seen, text))


class StoryWords:
    """The rows of the reader's word on stories, for `story_word_acts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def row(self, word_id: str) -> StoryWord | None:
        """The reader's word with this identity, or None."""
        row = self._connection.execute("SELECT content FROM story_word WHERE id = %s", (word_id,)).fetchone()
        return story_word_from_object(json.loads(row[0])) if row else None

    def insert(self, word: StoryWord) -> None:
        """Insert the reader's word."""
        content = json.dumps(story_word_object(word), ensure_ascii=False)
        self._connection.execute("INSERT INTO story_word (id, content) VALUES (%s, %s)", (word.id, content))

    def delete(self, word_id: str) -> None:
        """Delete the reader's word."""
        self._connection.execute("DELETE FROM story_word WHERE id = %s", (word_id,))

    def touch(self, word: StoryWord) -> tuple[int, ...]:
        """The articles whose stories the word may change, taken out of these if it does."""
        numbers = numbers_of(self._connection, (*word.articles, *word.others))
        desk_stories.untell(self._connection, numbers)
        if word.verdict in (StoryVerdict.JOIN, StoryVerdict.SPLIT, StoryVerdict.LEAVE_OUT):
            return desk_stories.take_apart(self._connection, numbers)
        return numbers


def briefs(connection: Connection) -> tuple[StoredBrief, ...]:
    """All briefs that are not in the bin, the last changed first."""
    rows = connection.execute("SELECT content FROM brief WHERE removed IS NULL ORDER BY modified DESC, id")
    return tuple(brief_from_object(json.loads(row[0])) for row in rows.fetchall())


def brief(connection: Connection, brief_id: str) -> StoredBrief:
    """A brief, in the bin or not.

    Raises:
        LibraryFailure: if there is none with this id.
    """
    return there(Briefs(connection), brief_id)[0]


def actor_words(connection: Connection, article_id: int) -> tuple[ActorJudgement, ...]:
    """The reader's word on the actors of an article, in the order in which it was given."""
    rows = connection.execute("SELECT content FROM actor_judgement WHERE article_id = %s", (article_id,))
    found = (actor_word_from_object(json.loads(row[0])) for row in rows.fetchall())
    return tuple(sorted(found, key=lambda judgement: (judgement.created, judgement.id)))


def actor_word(connection: Connection, judgement_id: str) -> ActorJudgement | None:
    """The reader's word on actors with this identity, on whatever article; None if there is none."""
    row = connection.execute("SELECT content FROM actor_judgement WHERE id = %s", (judgement_id,)).fetchone()
    return actor_word_from_object(json.loads(row[0])) if row else None


def story_words(connection: Connection) -> tuple[StoryWord, ...]:
    """All that the reader said of stories, in the order in which it was said."""
    rows = connection.execute("SELECT content FROM story_word")
    return in_order(story_word_from_object(json.loads(row[0])) for row in rows.fetchall())


def numbers_of(connection: Connection, digests: Sequence[str]) -> tuple[int, ...]:
    """The newest versions of the articles with these digests; those that are not here are left out."""
    found = (desk_articles.find(connection, digest) for digest in dict.fromkeys(digests))
    return tuple(dict.fromkeys(desk_articles.home(connection, number) for number in found if number is not None))
