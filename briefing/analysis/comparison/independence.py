"""Whether two claims come from two who are independent of one another, and whose they are at all."""

from collections.abc import Mapping

from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.syntax.dependencies import text_of
from briefing.model import Actor, ActorKind, SourceKind, words_of

_SPOKEN_TO = frozenset({"you"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their"})


def independent(draft: Draft, other: Draft, actors: Mapping[str, Actor]) -> bool:
    """Whether no hop of the one is a hop of the other, or part of one body: "China", "China's Foreign Ministry"."""
    left = {actor for hop in draft.attributions for actor in hop.actors}
    right = {actor for hop in other.attributions for actor in hop.actors}
    if left & right or _is_one_body(_source_words(draft), _source_words(other)):
        return False
    names = [(_name(actors, a), _name(actors, b)) for a in left for b in right]
    if any(a and b and (a in b or b in a) for a, b in names):
        return False
    return not any(_is_body_of(a, b, actors) or _is_body_of(b, a, actors) for a in left for b in right)


def _is_body_of(body: str, person: str, actors: Mapping[str, Actor]) -> bool:
    """Whether a body is named for somebody: "the Sanders campaign", "the Clinton Foundation"."""
    if body not in actors or person not in actors or actors[person].kind is not ActorKind.PERSON:
        return False
    named = _name(actors, body).split()
    return actors[body].kind is not ActorKind.PERSON and len(named) > 1 and _name(actors, person).split()[-1] in named


def _is_one_body(left: set[str], right: set[str]) -> bool:
    """Whether a nameless source is another one, or speaks for it: "the ministry", "a ministry spokesman"."""
    bare = [[frozenset(words.split()) - _ARTICLES for words in side] for side in (left, right)]
    return any(a and b and (a <= b or b <= a) for a in bare[0] for b in bare[1])


def _source_words(draft: Draft) -> set[str]:
    """The words of sources that resolve to no actor."""
    text = text_of(draft.head.doc)
    spans = [span for hop in draft.attributions if not hop.actors for span in hop.source]
    return {span.of(text).lower() for span in spans}


def _name(actors: Mapping[str, Actor], actor_id: str) -> str:
    return actors[actor_id].name.lower() if actor_id in actors else ""


def is_somebody(draft: Draft) -> bool:
    """Whether it is known whose claim it is: of two nameless ones nobody can tell whether they are two.

    What one is asked ("you say that …") is the word of who asks, and what the article tells itself is nobody's.
    """
    if not draft.chain or words_of(draft.chain[-1].source, text_of(draft.head.doc), " ").lower() in _SPOKEN_TO:
        return False
    known = bool(draft.attributions[-1].actors) or draft.attributions[-1].source_kind is not SourceKind.UNNAMED
    # Who has no name of his own may speak for somebody who has: "Holt's lawyer".
    return known or bool(draft.side)


def speaks_of(other: Draft, draft: Draft) -> bool:
    """Whether a claim is about the one who makes another, or for whom he speaks: by the actor, or by his name."""
    if draft.side & other.keys.keys():
        return True
    text = text_of(draft.head.doc)
    words = [word for word in words_of(draft.chain[-1].source, text, " ").split() if word.lower() not in _ARTICLES]
    said = words_of(other.content, text, " ")
    if words and words[-1][:1].isupper():
        return words[-1] in said.split()
    # "The council" of whom nobody has heard another name.
    return not draft.origin and bool(words) and len(words) <= 3 and f" {' '.join(words)} " in f" {said} "
