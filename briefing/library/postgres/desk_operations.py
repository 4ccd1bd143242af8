"""The one gate for changes of a desk's library: performs operations on the rows, with what takes each back exactly."""

from briefing.library import organization_operations
from briefing.library.change import performed, performed_together
from briefing.library.operation_acts import AllRows, Performer, performers
from briefing.library.operations import Operation, Performed, RemoveArticle, RestoreArticle, Several
from briefing.library.postgres import desk_brief_changes, desk_metadata, desk_shelves
from briefing.library.postgres.desk_annotations import Annotations, Judgements
from briefing.library.postgres.desk_briefs import ActorWords, Briefs, StoryWords
from briefing.library.postgres.desk_collections import Collections, SavedSearches
from briefing.library.postgres.desk_connection import Connection

_ROWS: AllRows[Connection] = AllRows(
    annotations=Annotations,
    judgements=Judgements,
    actor_words=ActorWords,
    collections=Collections,
    searches=SavedSearches,
    briefs=Briefs,
    story_words=StoryWords,
)

DESK_PERFORMERS: dict[type, Performer[Connection]] = {
    **performers(_ROWS),
    RemoveArticle: desk_shelves.remove,
    RestoreArticle: desk_shelves.restore,
    organization_operations.SetReadingState: desk_shelves.set_state,
    organization_operations.ChangeMetadata: desk_metadata.change,
    organization_operations.TagArticles: desk_shelves.put_tags,
    organization_operations.UntagArticles: desk_shelves.take_tags,
    organization_operations.KeepBrief: desk_brief_changes.keep,
}
"""What makes each operation's change."""


def perform(connection: Connection, operation: Operation) -> Performed:
    """Perform `operation` inside the transaction that is open.

    Raises:
        LibraryFailure: if what it is about is not there, or there already.
    """
    if isinstance(operation, Several):
        return performed_together([perform(connection, one) for one in operation.operations])
    return performed(operation, DESK_PERFORMERS[type(operation)](connection, operation))
