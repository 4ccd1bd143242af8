"""From articles to stories: which belong together, what they say alike, from whom, and what contradicts what."""

from collections.abc import Mapping, Sequence

from briefing.analysis.stories.clusters import clusters
from briefing.analysis.stories.comparisons import Comparisons
from briefing.analysis.stories.copied_text import copied_texts
from briefing.analysis.stories.figure_differences import figure_differences
from briefing.analysis.stories.lost_sources import loses_source_in
from briefing.analysis.stories.origins import origins_in, origins_of
from briefing.analysis.stories.propositions import Group, grouped
from briefing.analysis.stories.story_article import ReadersWord, StoryArticle, Told
from briefing.analysis.stories.story_status import Standing, story_status
from briefing.model.story import Proposition, Story, Telling


def find_stories(articles: Sequence[StoryArticle]) -> tuple[Story, ...]:
    """The stories that the articles tell, in the order of their first articles."""
    return tuple(
        story_of([articles[number] for number in numbers], f"t{at}") for at, numbers in enumerate(clusters(articles), 1)
    )


def story_of(
    articles: Sequence[StoryArticle],
    story_id: str,
    words: Sequence[ReadersWord] = (),
    known: Comparisons | None = None,
) -> Story:
    """The story that these articles tell together, with the reader's word on its statements.

    Args:
        articles: tell it.
        story_id: names it.
        words: what the reader said of its statements.
        known: what was compared before; what is new is added.
    """
    ordered = sorted(articles, key=lambda article: (article.published or "9999", article.key))
    found = grouped(ordered, words, known)
    shown = [at for at, group in enumerate(found.groups) if _is_shown(group)]
    ids = {at: f"p{number}" for number, at in enumerate(shown, 1)}
    return Story(
        story_id,
        next((article.title for article in ordered if article.title), ""),
        tuple(article.key for article in ordered),
        tuple(_proposition(found.groups[at], ids[at], ids) for at in shown),
        figure_differences(found.figures),
        copied_texts(ordered),
    )


def _is_shown(group: Group) -> bool:
    """Whether a story tells of it: told by several articles, or contradicted."""
    return len({told.article.key for told in group.members}) > 1 or bool(group.contradicted_by)


def _proposition(group: Group, name: str, ids: Mapping[int, str]) -> Proposition:
    origins = origins_of(group.members)
    against = tuple(ids[at] for at in sorted(group.contradicted_by) if at in ids)
    return Proposition(
        id=name,
        says=_said(group.members),
        tellings=tuple(_telling(told) for told in group.members),
        origins=origins,
        contradicted_by=against,
        loses_source_in=loses_source_in(group.members),
        status=story_status(Standing(group.members, origins, bool(against))),
    )


def _said(members: Sequence[Told]) -> str:
    """The statement that stands for all: of middle length, and by itself what they say.

    "That any soldier crossed the border" is what is denied, and not what is said.
    """
    plain = [told for told in members if not told.statement.denied] or members
    ordered = sorted(plain, key=lambda told: len(told.statement.said))
    return ordered[len(ordered) // 2].statement.said


def _telling(told: Told) -> Telling:
    statement = told.statement
    return Telling(
        article=told.article.key,
        statement=statement.id,
        claim=statement.claim,
        content=statement.content,
        said=statement.said,
        sources=statement.sources,
        origin=", ".join(origins_in(told)),
        certainty=statement.certainty,
        published=told.article.published,
        begins=min(statement.content).of(told.article.text),
        denied=statement.denied,
    )
