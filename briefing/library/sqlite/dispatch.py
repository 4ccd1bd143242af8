"""The one gate for changes: performs operations on the rows, and tells for each what takes it back exactly."""

import apsw

from briefing.library import annotation_acts, organization_operations
from briefing.library.change import performed, performed_together
from briefing.library.operation_acts import AllRows, Performer, performers
from briefing.library.operations import (
    AddAnnotation,
    ChangeAnnotation,
    Operation,
    Performed,
    RemoveArticle,
    RestoreArticle,
    Several,
)
from briefing.library.sqlite import (
    actor_index,
    annotations,
    brief_changes,
    briefs,
    claim_judgements,
    collections,
    metadata,
    reading_state,
    saved_searches,
    story_words,
    tags,
)

_ROWS: AllRows[apsw.Connection] = AllRows(
    annotations=annotations.Annotations,
    judgements=claim_judgements.Judgements,
    actor_words=actor_index.ActorWords,
    collections=collections.Collections,
    searches=saved_searches.SavedSearches,
    briefs=briefs.Briefs,
    story_words=story_words.StoryWords,
)

PERFORMERS: dict[type, Performer[apsw.Connection]] = {
    **performers(_ROWS),
    RemoveArticle: reading_state.remove,
    RestoreArticle: reading_state.restore,
    organization_operations.SetReadingState: reading_state.set_state,
    organization_operations.ChangeMetadata: metadata.change,
    organization_operations.TagArticles: tags.put,
    organization_operations.UntagArticles: tags.take,
    organization_operations.KeepBrief: brief_changes.keep,
}
"""What makes each operation's change."""


def perform(connection: apsw.Connection, operation: Operation, texts: annotations.Texts | None = None) -> Performed:
    """Perform `operation` inside the transaction that is open.

    Args:
        connection: to the library.
        operation: what the reader does.
        texts: those of the articles, if more than one operation asks for them.

    Raises:
        LibraryFailure: if what it is about is not there, or there already.
    """
    if isinstance(operation, Several):
        shared = texts or annotations.Texts(connection)
        return performed_together([perform(connection, one, shared) for one in operation.operations])
    if isinstance(operation, AddAnnotation):
        return performed(operation, annotation_acts.add(annotations.Annotations(connection, texts), operation))
    if isinstance(operation, ChangeAnnotation):
        return performed(operation, annotation_acts.change(annotations.Annotations(connection, texts), operation))
    return performed(operation, PERFORMERS[type(operation)](connection, operation))
