"""The findings of an article as the reader sees them: the machine's, with his word on who is who and his own claims."""

from briefing.library import Library
from briefing.model import Analysis, with_actor_judgements
from briefing.model.own_claim import with_own_claims


def judged_analysis(library: Library, article_id: int, found: Analysis | None = None) -> Analysis | None:
    """`found`, or what the library keeps, with actors merged, split and claims made as the reader said; None if none.

    Raises:
        LibraryFailure: if the article is not there.
    """
    analysis = found if found is not None else library.analysis(article_id)
    if analysis is None:
        return None
    judgements = library.actor_judgements(article_id)
    if judgements:
        analysis = with_actor_judgements(analysis, judgements, library.article(article_id).text)
    return with_own_claims(analysis, library.judgements(article_id))
