"""The answers of a library in SQLite: what each query is answered by, with the query's values after the connection."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import apsw

from briefing.library import queries
from briefing.library.queries import Query
from briefing.library.sqlite import (
    actor_index,
    actor_judgements,
    annotation_list,
    annotations,
    article_lists,
    articles,
    brief_changes,
    briefs,
    collections,
    erasure,
    metadata,
    saved_searches,
    search,
    similar_claims,
    stored_findings,
    story_members,
    story_words,
    trash,
    versions,
)
from briefing.library.sqlite.first_answers import FIRST_ANSWERS
from briefing.model import Annotation, KeptArticle


def _by_digest(connection: apsw.Connection, digest: str) -> KeptArticle | None:
    found = articles.find(connection, digest)
    return None if found is None else article_lists.kept(connection, found)


def _addresses_kept(connection: apsw.Connection, addresses: Iterable[str]) -> frozenset[str]:
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM article "
        "WHERE address = value AND address <> '' AND removed IS NULL)",
        (json.dumps(list(addresses)),),
    )
    return frozenset(str(row[0]) for row in rows)


def _annotations_on(connection: apsw.Connection, article_id: int) -> list[Annotation]:
    return annotations.annotations(connection, article_id, articles.text_of(connection, article_id))


def _annotation_anywhere(connection: apsw.Connection, annotation_id: str) -> Annotation | None:
    known = annotations.stored(connection, annotation_id)
    return known[0] if known else None


def _nearest(connection: apsw.Connection, direction: Iterable[float], most: int) -> list[tuple[int, float]] | None:
    """None: on one machine all vectors are compared sooner than an index is kept."""
    del connection, direction, most
    return None


ANSWERS: dict[type[Query[Any]], Callable[..., Any]] = {
    **FIRST_ANSWERS,
    queries.Search: search.search,
    queries.SearchTotals: search.counts,
    queries.ArticleByDigest: _by_digest,
    queries.AddressesKept: _addresses_kept,
    queries.ListedArticle: article_lists.kept,
    queries.WholeArticle: articles.read,
    queries.FoundMetadata: metadata.found,
    queries.Versions: article_lists.versions,
    queries.Duplicates: article_lists.duplicates,
    queries.NewestAnalysis: stored_findings.read,
    queries.AnalysedAfter: stored_findings.after,
    queries.AnnotationsOn: _annotations_on,
    queries.AnnotationAnywhere: _annotation_anywhere,
    queries.IsKnown: erasure.is_there,
    queries.ActorJudgementAnywhere: actor_judgements.anywhere,
    queries.AnnotationList: annotation_list.listed,
    queries.AnnotationCount: annotation_list.number,
    queries.JudgementsOn: annotations.judgements,
    queries.ColleaguesJudgements: annotations.colleagues_judgements,
    queries.Colleagues: annotations.colleagues,
    queries.ActorJudgementsOn: actor_judgements.of_article,
    queries.StoryWords: story_words.all_words,
    queries.Stories: story_members.stories,
    queries.StoryOf: story_members.story_of,
    queries.StoryArticles: story_members.members,
    queries.StoryTold: story_members.told,
    queries.Statements: story_members.read,
    queries.Sketches: story_members.sketches,
    queries.WithoutStatements: story_members.unread,
    queries.WithoutStory: story_members.unplaced,
    queries.Gists: story_members.gists,
    queries.Nearest: _nearest,
    queries.PlacedCount: story_members.placed,
    queries.TermCounts: story_members.rarity,
    queries.NumbersOf: story_members.numbers_of,
    queries.Actors: actor_index.known,
    queries.Appearances: actor_index.appearances,
    queries.ClaimsBy: actor_index.claims_by,
    queries.ClaimsLike: similar_claims.like,
    queries.CollectionsOf: collections.of_article,
    queries.SavedSearchAnywhere: saved_searches.anywhere,
    queries.Briefs: briefs.briefs,
    queries.BriefOf: briefs.brief,
    queries.NewestVersion: versions.home,
    queries.AffectedLines: brief_changes.affected,
    queries.Bin: trash.listed,
}
"""What the rows can tell; originals and pictures lie beside the database."""
