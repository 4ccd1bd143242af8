"""Who stands behind a proposition: independent origins, each once, however many mouths and outlets pass it on."""

from collections.abc import Iterable

from briefing.analysis.stories.story_article import Told
from briefing.model import SourceKind
from briefing.model.statement import Speaker
from briefing.model.story import AUTHORITIES, UNNAMED
from briefing.records import dataclass

FREE = frozenset({"the", "of", "and", "for", "a", "an", "in"})
"""Words that tell no name from another."""


def speakers_in(told: Told) -> tuple[Speaker, ...]:
    """Whom a statement comes from: the innermost sources that are no outlets; none for the narrator.

    Several are given for what two say together.
    """
    chain = told.statement.chain
    speaking = [speaker for speaker in chain if speaker.kind is not SourceKind.OUTLET or speaker.body] or list(chain)
    last = max((speaker.hop for speaker in speaking), default=0)
    return tuple(speaker for speaker in speaking if speaker.hop == last)


def origins_in(told: Told) -> tuple[str, ...]:
    """The same by name, each once."""
    return tuple(dict.fromkeys(map(name_of, speakers_in(told))))


def name_of(speaker: Speaker) -> str:
    """The body for which somebody speaks, else his name, else the words that stand for him."""
    if speaker.body and not (speaker.body == AUTHORITIES and speaker.name):
        return speaker.body
    if speaker.name:
        return speaker.name
    return UNNAMED if speaker.kind is SourceKind.UNNAMED else (speaker.words or UNNAMED)


def origins_of(group: Iterable[Told]) -> tuple[str, ...]:
    """The independent origins of statements that say the same, in order of first telling.

    Whoever is met under one name twice is one, though one article gives his office and the other does not.
    One who is not named may be any of those who are, and adds nothing to them; nor do two who investigate one case.
    """
    found: list[_Origin] = []
    investigates = False
    for speaker in (speaker for told in group for speaker in speakers_in(told)):
        official = speaker.body == AUTHORITIES
        origin = _Origin(name_of(speaker), {name_of(speaker), speaker.name} - {""})
        known = [other for other in found if other.is_also(origin)]
        if known:
            # One who speaks for himself here and for his government there joins the two.
            known[0].names.update(origin.names, *(other.names for other in known[1:]))
            found = [other for other in found if other not in known[1:]]
        elif not (official and investigates and speaker.name):
            investigates = investigates or (official and bool(speaker.name))
            found.append(origin)
    named = [origin.label for origin in found if is_named(origin.label)]
    return tuple(named or [origin.label for origin in found[:1]])


@dataclass
class _Origin:
    """Somebody with all names under which he was met; `label` is the first."""

    label: str
    names: set[str]

    def is_also(self, other: "_Origin") -> bool:
        return any(is_one(one, another) for one in self.names for another in other.names)


def is_named(origin: str) -> bool:
    """Whether an origin is somebody of whom a reader could ask: no "officials", "police" or "initial reports"."""
    return origin not in (UNNAMED, AUTHORITIES) and origin[:1].isupper()


def is_one(left: str, right: str) -> bool:
    """Whether two names are one origin: the same words, or all of one within the other."""
    one, other = words_of_name(left), words_of_name(right)
    return bool(one) and bool(other) and (one <= other or other <= one)


def words_of_name(name: str) -> frozenset[str]:
    """The words that tell a name from another, in lower case."""
    return frozenset(word for word in name.lower().replace("’s", "").replace("'s", "").split() if word not in FREE)
