"""Names of origins: whether one names somebody of whom a reader could ask, and whether two are one."""

import re
from functools import cache

from briefing.analysis.syntax.lexicon import lexicon_table
from briefing.model.story import AUTHORITIES, UNNAMED

FREE = frozenset({"the", "of", "and", "for", "a", "an", "in"})
"""Words that tell no name from another."""

_OWN = re.compile(r"['’]s?(?=\s|$)")
_WORD = re.compile(r"[^\W_][\w.&/’'-]*")
_POINTING = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "one", "some"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "madam", "jr", "sr"})
_COUNTED = frozenset({"polls", "poll", "surveys", "survey", "reports", "report", "studies", "critics", "sources"})
_COUNTS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
_BODIES = frozenset({"campaign", "team", "camp", "administration", "government", "office", "family", "police"})
"""Last words of a name that are no part of a description: "the Holt campaign"."""

_SPEAKING_FOR = frozenset({"campaign", "team", "camp", "office", "administration"})
"""Whose own word it is that such a one tells: "the Holt campaign" is Holt."""


def is_named(origin: str) -> bool:
    """Whether an origin is somebody of whom a reader could ask: no "officials", "The Republican candidate" or "Mrs"."""
    words = _WORD.findall(origin)
    if not words or origin in (UNNAMED, AUTHORITIES) or not origin[:1].isupper():
        return False
    plain = [word.lower().strip(".") for word in words]
    if not set(plain) - _TITLES or plain[0] in _COUNTS or (len(words) == 1 and plain[0] in _COUNTED):
        return False
    described = words[-1][:1].islower() and plain[-1] not in _BODIES
    return not (described and (plain[0] in _POINTING or _OWN.search(origin)))


def is_one(left: str, right: str) -> bool:
    """Whether two names are one origin: the same words, all of one within the other, or one person's in two forms."""
    one, other = words_of_name(left), words_of_name(right)
    if not one or not other:
        return False
    mine, its = one - _SPEAKING_FOR or one, other - _SPEAKING_FOR or other
    return mine <= its or its <= mine or _is_one_person(left, right)


def words_of_name(name: str) -> frozenset[str]:
    """The words that tell a name from another, in lower case."""
    return frozenset(word for word in _OWN.sub("", name.lower()).split() if word not in FREE)


def _is_one_person(left: str, right: str) -> bool:
    """Whether two full names have one surname, and first names of which one is short for the other: Joe, Joseph R."""
    one, other = (_parts(name) for name in (left, right))
    return min(len(one), len(other)) > 1 and one[-1] == other[-1] and frozenset((one[0], other[0])) in _short_names()


@cache
def _short_names() -> frozenset[frozenset[str]]:
    """Pairs of first names that one person may have, in lower case."""
    known = lexicon_table("first_names")["short"]
    return frozenset(frozenset((full.lower(), short.lower())) for full, shorts in known.items() for short in shorts)


def _parts(name: str) -> list[str]:
    """The words of a name in order, without titles and single letters."""
    words = [word.lower().strip(".,") for word in name.split()]
    return [word for word in words if len(word) > 1 and word not in _TITLES and word not in FREE]
