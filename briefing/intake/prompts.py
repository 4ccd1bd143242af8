"""Recognises what on a page asks its reader for something: to subscribe, to write, to click, to pay."""

import re
import tomllib
from functools import cache

from briefing.records import dataclass
from briefing.resources import resource

_LONGEST = 320
"""Characters of a paragraph that may be only a prompt."""
_LONGEST_CREDIT = 140
_LEAST = 0.4
"""Share of a paragraph's characters from which on its prompts make it one as a whole."""
_PARTS = re.compile(r"(?<=[.!?…;])\s+|\s[–—|•]\s")
_PAID = re.compile(r"(?:Sponsored|Advertisement|Promoted|Paid content|Anzeige|Publicité)\s+(?!by\b)[A-ZÀ-Þ]")
_QUOTED = re.compile(r"[“”„«»\"]")
_CREDIT = re.compile(
    r"(?i:words|text|story|reporting|additional reporting|writing|photographs?|photos?|photography|pictures?|images?|"
    r"illustrations?|illustrated|graphics?|video|editing|edited|produced|translated|translation|fotos?)"
    r"(?: credits?| courtesy of)?(?: and [a-z]+)?(?: by|:| von| par|(?<=courtesy of)) [A-ZÀ-Þ]"
)


@dataclass(frozen=True, slots=True)
class _Prompts:
    """The word lists of `resources/intake/prompts.toml`."""

    asks: re.Pattern[str]
    objects: tuple[str, ...]
    beginnings: tuple[str, ...]
    gates: frozenset[str]
    disclaimers: tuple[str, ...]


@cache
def _prompts() -> _Prompts:
    """The word lists, read once from the resources."""
    with resource("intake", "prompts.toml").open("rb") as file:
        found = tomllib.load(file)
    asks = "|".join(map(re.escape, sorted(found["asks"], key=len, reverse=True)))
    return _Prompts(
        re.compile(rf"\W*(?:{asks})\b"),
        tuple(found["objects"]),
        tuple(found["beginnings"]),
        frozenset(found["gates"]),
        tuple(found["disclaimers"]),
    )


def is_asking(line: str) -> bool:
    """Whether a paragraph asks for something that no article asks for, or keeps back the rest of one."""
    if len(line) > _LONGEST:
        return False
    lists, plain = _prompts(), _lowered(line)
    if (
        plain.strip(" .!?:…>›»") in lists.gates
        or plain.lstrip("►▶▸→»›•·*|- ").startswith(lists.beginnings)
        or _PAID.match(line)
    ):
        return True
    if _QUOTED.search(plain):
        return False
    parts = [_lowered(part) for part in _PARTS.split(line.strip()) if not _CREDIT.match(part)]
    asked = [part for part in parts if lists.asks.match(part) and any(one in part for one in lists.objects)]
    return bool(asked) and sum(map(len, asked)) >= _LEAST * sum(map(len, parts))


def _lowered(line: str) -> str:
    return " ".join(line.lower().replace("’", "'").split())


def is_disclaimer(line: str) -> bool:
    """Whether a short paragraph says for whom its writer does not speak."""
    plain = _lowered(line)
    return len(line) <= _LONGEST and any(one in plain for one in _prompts().disclaimers)


def is_credit(line: str) -> bool:
    """Whether a line names only who wrote, edited or took pictures ("Words by Ann Lee. Photographs by Bo Dahl.")."""
    if len(line) > _LONGEST_CREDIT or line.startswith("("):
        return False
    parts = [part for part in re.split(r"[.;|]\s+", line.strip(" .")) if part]
    return bool(parts) and all(_CREDIT.match(part) for part in parts)
