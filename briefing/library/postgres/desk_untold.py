"""What the window asks by itself of stories, as long as a desk's library tells none: each article is in none."""

from briefing.library.postgres.desk_connection import Connection


def story_of(connection: Connection, article_id: int) -> int | None:
    """No story."""
    del connection, article_id
    return None


def without_statements(connection: Connection, made: str) -> tuple[int, ...]:
    """No article waits to be read for a story."""
    del connection, made
    return ()
