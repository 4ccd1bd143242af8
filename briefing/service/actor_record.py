"""All that an actor says across a library: own acts apart, who contradicts him, who speaks for whom."""

from collections.abc import Iterable, Iterator

from briefing.analysis.stories.origin_names import is_one
from briefing.library import Library, queries
from briefing.model import KnownClaim, Status
from briefing.model.story import AUTHORITIES, Proposition, Story, Telling
from briefing.records import dataclass
from briefing.service.story_library import articles_read, told_story

_MOST_CLAIMS = 500
_MOST_STORIES = 20
_MOST_READ = 200
"""Articles that are read for who speaks for whom, the newest first."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What an actor says, and what is said against it; `by_himself` if he said that, too, perhaps before.

    `published` and `against_published` are the days of the articles, as they give them. Where somebody disputes it
    in the reader's word alone, there are no words against it, and no article.
    """

    says: str
    article: str
    against: str
    against_article: str
    by: tuple[str, ...]
    by_himself: bool
    published: str = ""
    against_published: str = ""


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """What is known of an actor over the whole library.

    Attributes:
        name: as asked.
        own: claims on his own acts, position or intention, the newest article first.
        others: his claims about the world and about others.
        contradictions: of what he says, with what stands against it.
        alone: of his claims in stories, how many nobody else makes.
        shared: how many others make, too.
        speaks_for: bodies and people for whom he speaks, as their spokesman or as one of them, by name.
        spoken_for_by: who speaks for him or it.
    """

    name: str
    own: tuple[KnownClaim, ...]
    others: tuple[KnownClaim, ...]
    contradictions: tuple[Contradiction, ...]
    alone: int
    shared: int
    speaks_for: tuple[str, ...] = ()
    spoken_for_by: tuple[str, ...] = ()


def actor_record(library: Library, name: str) -> ActorRecord:
    """The record of an actor of this name or alias.

    Raises:
        LibraryFailure: if the library cannot be read.
    """
    claims = library.ask(queries.ClaimsBy(name, 0, _MOST_CLAIMS))
    numbers = dict.fromkeys(claim.article_id for claim in claims)
    placed = (library.ask(queries.StoryOf(number)) for number in numbers)
    ids = list(dict.fromkeys(story for story in placed if story is not None))[:_MOST_STORIES]
    stories = [told_story(library, story) for story in ids]
    his = [(story, p) for story in stories for p in story.propositions if _says(p, name)]
    served, serving = _mouths(library, name)
    return ActorRecord(
        name,
        tuple(claim for claim in claims if claim.status is Status.ON_RECORD),
        tuple(claim for claim in claims if claim.status is not Status.ON_RECORD),
        tuple(found for story, proposition in his for found in _contradictions(story, proposition, name)),
        sum(len(p.origins) < 2 for _, p in his),
        sum(len(p.origins) > 1 for _, p in his),
        served,
        serving,
    )


def _mouths(library: Library, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """For whom somebody speaks, and who speaks for him, as articles that name him tell."""
    named = dict.fromkeys(one.article_id for one in library.ask(queries.Appearances(name)))
    served: dict[str, None] = {}
    serving: dict[str, None] = {}
    for article in articles_read(library, tuple(named)[:_MOST_READ]):
        for speaker in (one for statement in article.statements for one in statement.chain):
            if not speaker.name or speaker.body in ("", AUTHORITIES) or is_one(speaker.name, speaker.body):
                continue
            if is_one(speaker.name, name):
                served[speaker.body] = None
            elif is_one(speaker.body, name):
                serving[speaker.name] = None
    return _each_once(served), _each_once(serving)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names, each of several forms of one by its longest."""
    found: list[str] = []
    for name in sorted(names, key=lambda one: (-len(one), one)):
        if not any(is_one(name, other) for other in found):
            found.append(name)
    return tuple(sorted(found))


def _says(proposition: Proposition, name: str) -> bool:
    return _telling_by(proposition, name) is not None


def _telling_by(proposition: Proposition, name: str) -> Telling | None:
    return next((t for t in proposition.tellings if t.sources and is_one(t.sources[-1], name)), None)


def _contradictions(story: Story, proposition: Proposition, name: str) -> Iterator[Contradiction]:
    own = _telling_by(proposition, name)
    if own is not None and proposition.disputed_by:
        yield Contradiction(own.said, own.article, "", "", proposition.disputed_by, False, own.published)
    for other_id in proposition.contradicted_by:
        other = story.proposition(other_id)
        if own is None or other is None:
            continue
        himself = _telling_by(other, name)
        # Of what he says now and what he said then, it is told once, from now.
        if himself is not None and _when(himself) <= _when(own):
            yield _against(own, himself, (name,), by_himself=True)
        by = tuple(origin for origin in other.origins if not is_one(origin, name))
        others = [t for t in other.tellings if not (t.sources and is_one(t.sources[-1], name))]
        if others and (by or himself is None):
            yield _against(own, others[0], by, by_himself=False)


def _against(own: Telling, against: Telling, by: tuple[str, ...], by_himself: bool) -> Contradiction:
    return Contradiction(
        own.said, own.article, against.said, against.article, by, by_himself, own.published, against.published
    )


def _when(telling: Telling) -> tuple[str, int, int]:
    """By what sayings are ordered: the day, and the order in which their articles came."""
    return telling.published, int(telling.article), min(telling.content).start
