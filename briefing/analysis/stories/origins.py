"""Who stands behind a proposition: independent origins, each once, however many mouths and outlets pass it on."""

from collections.abc import Iterable

from briefing.analysis.stories.story_article import Told, name_of
from briefing.model import SourceKind
from briefing.model.story import AUTHORITIES, UNNAMED
from briefing.records import dataclass

_SURELY = 0.8
"""Cosine from which two who say something confirm one another, if they share more than whom they speak of."""

_LIKELY = 0.6
"""The same where they share several words, or the one that carries what is said."""

FREE = frozenset({"the", "of", "and", "for", "a", "an", "in"})
"""Words that tell no name from another."""


def origins_in(told: Told) -> tuple[str, ...]:
    """Whom a statement comes from, by name, each once."""
    return told.origins


def origins_of(group: Iterable[Told]) -> tuple[str, ...]:
    """The independent origins of statements that say the same, in order of first telling.

    Whoever is met under one name twice is one, though one article gives his office and the other does not.
    One who is not named may be any of those who are, and adds nothing to them; nor do two who investigate one case.
    """
    found: list[_Origin] = []
    investigates = False
    for one, speaker in [(told, speaker) for told in group for speaker in told.speakers]:
        official = speaker.body == AUTHORITIES
        names = {name_of(speaker), speaker.name, "" if official else speaker.body}
        origin = _Origin(name_of(speaker), names - {""}, [one], speaker.kind is SourceKind.OUTLET)
        met = [other for other in found if other.is_also(origin)]
        if met:
            # One who speaks for himself here and for his government there joins the two.
            met[0].names.update(origin.names, *(other.names for other in met[1:]))
            met[0].told += [one, *(told for other in met[1:] for told in other.told)]
            found = [other for other in found if other not in met[1:]]
        elif not (official and investigates and speaker.name):
            investigates = investigates or (official and bool(speaker.name))
            found.append(origin)
    known = [origin for origin in found if is_named(origin.label)]
    # What an outlet tells beside somebody who is named may well be his word.
    speaking = [origin for origin in known if not origin.passes_on] or known[:1]
    # What was joined by way of others may be far apart: a second one counts who surely says what one before says.
    sure: list[_Origin] = []
    for origin in speaking:
        if not sure or any(_says_so_too(a, b) for former in sure for a in former.told for b in origin.told):
            sure.append(origin)
    named = [origin.label for origin in sure]
    return tuple(named or [origin.label for origin in found[:1]])


@dataclass
class _Origin:
    """Somebody with all names under which he was met; `label` is the first; outlets pass on what others say."""

    label: str
    names: set[str]
    told: list[Told]
    passes_on: bool = False

    def is_also(self, other: "_Origin") -> bool:
        return any(is_one(one, another) for one in self.names for another in other.names)


def _says_so_too(one: Told, other: Told) -> bool:
    """Whether two statements surely say the same, and are not only of the same things."""
    near = float(one.vector @ other.vector)
    named = {word for name in (*one.statement.names, *other.statement.names) for word in name.split()}
    told = (one.keys & other.keys) - named - set(one.statement.about) - set(other.statement.about)
    return bool(told) and (near >= _SURELY or (near >= _LIKELY and (len(told) > 1 or one.head == other.head)))


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
