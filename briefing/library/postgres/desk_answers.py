"""The answers of a desk's library: what each query is answered by, with the query's values after the connection."""

from collections.abc import Callable
from typing import Any

from briefing.library import queries
from briefing.library.postgres import (
    desk_annotations,
    desk_articles,
    desk_briefs,
    desk_collections,
    desk_findings,
    desk_metadata,
    desk_originals,
    desk_search,
    desk_shelves,
    desk_untold,
)
from briefing.library.queries import Query

DESK_ANSWERS: dict[type[Query[Any]], Callable[..., Any]] = {
    queries.Articles: desk_articles.listed,
    queries.ArticleCount: desk_articles.number_on,
    queries.Search: desk_search.search,
    queries.SearchTotals: desk_search.counts,
    queries.ArticleByDigest: desk_articles.by_digest,
    queries.AddressesKept: desk_articles.addresses_kept,
    queries.ListedArticle: desk_articles.kept,
    queries.WholeArticle: desk_articles.read,
    queries.OriginalBytes: desk_originals.read,
    queries.PictureBytes: desk_originals.picture,
    queries.FoundMetadata: desk_metadata.found,
    queries.Versions: desk_articles.versions,
    queries.Duplicates: desk_articles.duplicates,
    queries.NewestAnalysis: desk_findings.read,
    queries.AnalysedAfter: desk_findings.after,
    queries.AnnotationsOn: desk_annotations.placed,
    queries.AnnotationAnywhere: desk_annotations.anywhere,
    queries.IsKnown: desk_shelves.is_known,
    queries.JudgementsOn: desk_annotations.judgements,
    queries.Tags: desk_shelves.tags,
    queries.Collections: desk_collections.collections,
    queries.CollectionsOf: desk_collections.of_article,
    queries.SavedSearches: desk_collections.saved_searches,
    queries.SavedSearchAnywhere: desk_collections.saved_search,
    queries.Briefs: desk_briefs.briefs,
    queries.BriefOf: desk_briefs.brief,
    queries.ActorJudgementsOn: desk_briefs.actor_words,
    queries.ActorJudgementAnywhere: desk_briefs.actor_word,
    queries.StoryWords: desk_briefs.story_words,
    queries.NumbersOf: desk_briefs.numbers_of,
    queries.NewestVersion: desk_articles.home,
    queries.StoryOf: desk_untold.story_of,
    queries.WithoutStatements: desk_untold.without_statements,
    queries.Bin: desk_shelves.bin_of,
}
"""What a desk's library can be asked so far."""
