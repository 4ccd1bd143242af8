"""Where the reader is with articles: the bin, the reading state, the place in the text."""

from collections import defaultdict

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import Operation, RemoveArticle, RestoreArticle, Several
from briefing.library.sqlite import story_members
from briefing.library.sqlite.articles import now
from briefing.library.sqlite.versions import home
from briefing.model import ReadingState
from briefing.model.message import Message


def remove(connection: apsw.Connection, operation: RemoveArticle) -> Done:
    """Put an article into the bin, with all its versions."""
    _set_removed(connection, operation.article_id, operation.removed or now())
    return Done(RestoreArticle(operation.article_id), (operation.article_id,))


def restore(connection: apsw.Connection, operation: RestoreArticle) -> Done:
    """Take an article out of the bin, with all its versions."""
    since = _set_removed(connection, operation.article_id, None)
    return Done(RemoveArticle(operation.article_id, since or ""), (operation.article_id,))


def bring_back(connection: apsw.Connection, article_id: int) -> None:
    """Take an article that is opened again out of the bin, if it lies there."""
    connection.execute(
        "UPDATE article SET removed = NULL WHERE removed IS NOT NULL "
        "AND work = (SELECT work FROM article WHERE id = ?)",
        (article_id,),
    )
    if connection.changes():
        story_members.untell(connection, (article_id,))


def set_state(connection: apsw.Connection, operation: organization_operations.SetReadingState) -> Done:
    """Say of articles how far the reader is with them."""
    before: dict[str, list[int]] = defaultdict(list)
    for article_id in dict.fromkeys(home(connection, number) for number in operation.article_ids):
        row = connection.execute("SELECT state FROM article WHERE id = ?", (article_id,)).fetchone()
        if row and row[0] != operation.state.value:
            before[row[0]].append(article_id)
            connection.execute("UPDATE article SET state = ? WHERE id = ?", (operation.state.value, article_id))
    back: list[Operation] = [
        organization_operations.SetReadingState(tuple(numbers), ReadingState(state))
        for state, numbers in before.items()
    ]
    inverse = back[0] if len(back) == 1 else Several(tuple(back))
    return Done(inverse, tuple(number for numbers in before.values() for number in numbers))


def mark_opened(connection: apsw.Connection, article_id: int) -> None:
    """Remember that an article was opened now."""
    connection.execute(
        "UPDATE article SET opened = ?, state = iif(state = 'unread', 'opened', state) WHERE id = ?",
        (now(), article_id),
    )


def keep_place(connection: apsw.Connection, article_id: int, place: int) -> None:
    """Remember where in its text (code points) the reader left an article."""
    connection.execute("UPDATE article SET place = max(0, min(?, length)) WHERE id = ?", (place, article_id))


def _set_removed(connection: apsw.Connection, article_id: int, removed: str | None) -> str | None:
    held = connection.execute("SELECT removed FROM article WHERE id = ?", (article_id,)).fetchone()
    if held is None or (held[0] is None) == (removed is None):
        raise LibraryFailure(Message("article.moved"))
    connection.execute(
        "UPDATE article SET removed = ? WHERE work = (SELECT work FROM article WHERE id = ?)", (removed, article_id)
    )
    story_members.untell(connection, (article_id,))
    before: str | None = held[0]
    return before
