"""The findings of an article as the reader sees them: the machine's, with the reader's word on who is who."""

from briefing.library import Library
from briefing.model import Analysis, with_actor_judgements


def judged_analysis(library: Library, article_id: int, found: Analysis | None = None) -> Analysis | None:
    """`found`, or what the library keeps, with actors merged and split as the reader said; None if there is none.

    Raises:
        LibraryFailure: if the article is not there.
    """
    analysis = found if found is not None else library.analysis(article_id)
    judgements = library.actor_judgements(article_id)
    if analysis is None or not judgements:
        return analysis
    return with_actor_judgements(analysis, judgements, library.article(article_id).text)
