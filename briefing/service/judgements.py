"""Findings of an article with the reader's judgements applied."""

from collections.abc import Iterable

from briefing.library import Library, queries
from briefing.model import Analysis, Judgement, with_actor_judgements
from briefing.model.claim_extent import as_found, with_own_words
from briefing.model.disputed_claims import with_disputes, without_disputes
from briefing.model.judged_claims import judgements_by_claim
from briefing.model.reader_claim import with_own_claims


def judged_analysis(library: Library, article_id: int, found: Analysis | None = None) -> Analysis | None:
    """`found`, or what the library keeps, with actors merged, split and claims made as the reader said; None if none.

    Raises:
        LibraryFailure: if the article is not there.
    """
    analysis = found if found is not None else library.ask(queries.NewestAnalysis(article_id))
    if analysis is None:
        return None
    judgements = library.ask(queries.ActorJudgementsOn(article_id))
    if judgements:
        analysis = with_actor_judgements(analysis, judgements, library.ask(queries.WholeArticle(article_id)).text)
    return with_readers_word(analysis, library.ask(queries.JudgementsOn(article_id)))


def with_readers_word(analysis: Analysis, judgements: Iterable[Judgement]) -> Analysis:
    """The findings with the claims that the reader made, all claims in the words that he gave them, and his disputes.

    What an earlier call put there is taken back first: `analysis` may be one that this has given.
    """
    words = tuple(judgements)
    found = with_own_claims(as_found(without_disputes(analysis)), words)
    if any(word.words for word in words):
        found = with_own_words(found, judgements_by_claim(found, words))
    if any(word.disputed_by for word in words):
        found = with_disputes(found, judgements_by_claim(found, words))
    return analysis if found == analysis else found
