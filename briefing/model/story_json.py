"""The JSON object of `briefing stories --json` (version 1): a promise to other programs."""

from collections.abc import Iterable
from typing import Any

from briefing.model.spans import as_pairs
from briefing.model.story import FigureGiven, Proposition, Story, Telling

VERSION = 1

Json = dict[str, Any]


def stories_object(articles: Iterable[Json], stories: Iterable[Story]) -> Json:
    """The promised object.

    Args:
        articles: of each "file" (its key in the stories) and "text", and what else is known of it.
        stories: what they tell.
    """
    return {"version": VERSION, "articles": list(articles), "stories": list(map(story_object, stories))}


def story_object(story: Story) -> Json:
    """One story with its propositions, figures and copies."""
    return {
        "id": story.id,
        "name": story.name,
        "articles": list(story.articles),
        "propositions": list(map(_proposition_object, story.propositions)),
        "figures": [
            {"change": one.change.value, "earlier": _figure_object(one.earlier), "later": _figure_object(one.later)}
            for one in story.figures
        ],
        "copies": [
            {"earlier": one.earlier, "later": one.later, "share": one.share, "agency": one.agency}
            for one in story.copies
        ],
    }


def _proposition_object(proposition: Proposition) -> Json:
    return {
        "id": proposition.id,
        "says": proposition.says,
        "status": proposition.status.value,
        "claims": list(map(_telling_object, proposition.tellings)),
        "origins": list(proposition.origins),
        "contradicted_by": list(proposition.contradicted_by),
        "loses_source_in": list(proposition.loses_source_in),
        **({"disputed_by": list(proposition.disputed_by)} if proposition.disputed_by else {}),
    }


def _telling_object(telling: Telling) -> Json:
    return {
        "article": telling.article,
        "content": as_pairs(telling.content),
        "claim": telling.claim or None,
        "sources": list(telling.sources),
        "origin": telling.origin or None,
        "certainty": telling.certainty.value,
        "published": telling.published or None,
    }


def _figure_object(given: FigureGiven) -> Json:
    return {
        "value": given.value,
        "unit": given.unit,
        "words": given.words,
        "article": given.article,
        "published": given.published or None,
        "origin": given.origin or None,
    }
