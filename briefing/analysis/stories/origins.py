"""Who stands behind a proposition: independent origins, each once, however many mouths and outlets pass it on."""

from collections.abc import Iterable

from briefing.analysis.stories.corroborations import corroborates
from briefing.analysis.stories.origin_names import is_named, is_one
from briefing.analysis.stories.story_article import Told, name_of
from briefing.model import SourceKind
from briefing.model.story import AUTHORITIES
from briefing.records import dataclass


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
        if not sure or any(corroborates(a, b) for former in sure for a in former.told for b in origin.told):
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
