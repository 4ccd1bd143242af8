"""Detects consent, sign-in and robot pages that a site shows instead of the article."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from briefing.intake.intake_errors import NotAnArticle, legible
from briefing.model.message import Message
from briefing.resources import resource

ELSE_FOR_EACH = 40
"""Words besides those of a wall, for each of its paragraphs, from which on a page holds something to read after all."""

MOST_ELSE, MOST_WITHOUT_ARTICLE = 200, 150
"""The same however many there are, and for a page on which no article was found."""

Walls = dict[str, dict[str, Any]]
"""Each wall by its kind: what the site does, and its hosts, paths and phrases."""


def check_no_wall(asked: str, address: str) -> None:
    """See that a redirect did not end at a wall.

    Args:
        asked: the address that was given.
        address: where the redirects ended.

    Raises:
        NotAnArticle: if it did; walls are told, never evaded.
    """
    if asked == address:
        return
    for kind, wall in _read_walls().items():
        if _stands_in(address, wall) and not _stands_in(asked, wall):
            raise NotAnArticle(asked, _message(asked, kind))


def wall_in(words: str) -> str:
    """The kind of the wall of which the words tell, or ""."""
    plain = _plain(words)
    walls = _read_walls().items()
    return next((kind for kind, wall in walls if any(phrase in plain for phrase in wall["phrases"])), "")


def check_no_wall_of_words(name: str, passages: Iterable[str], otherwise: Message | None = None) -> None:
    """See that a page does not consist of the words of a wall.

    Args:
        name: address or file name, for the sentence.
        passages: all that can be read on the page; of a page without an article all its words.
        otherwise: what is said if it holds no article, but no wall either; empty if it holds one.

    Raises:
        NotAnArticle: if it does, or `otherwise` is given.
    """
    walls = _read_walls()
    seen: Counter[str] = Counter()
    of_wall = rest = 0
    for words in passages:
        plain = _plain(words)
        found = [kind for kind, wall in walls.items() for phrase in wall["phrases"] if phrase in plain]
        seen.update(found)
        of_wall += 1 if found else 0
        rest += 0 if found else len(plain.split())
    most = MOST_WITHOUT_ARTICLE if otherwise else min(MOST_ELSE, ELSE_FOR_EACH * of_wall)
    if seen and rest < most:
        raise NotAnArticle(name, _message(name, seen.most_common(1)[0][0]))
    if otherwise:
        raise NotAnArticle(name, otherwise)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("\u2019", "'").split())


def _message(name: str, kind: str) -> Message:
    if "://" not in name:
        return Message.of(f"wall.{kind}_saved", name=legible(name))
    return Message.of(f"wall.{kind}", host=legible(urlsplit(name).hostname or name))


@cache
def _read_walls() -> Walls:
    with resource("intake", "walls.toml").open("rb") as file:
        return tomllib.load(file)


def _stands_in(address: str, wall: dict[str, list[str]]) -> bool:
    parts = urlsplit(address.lower())
    host, path = parts.hostname or "", f"{parts.path.rstrip('/')}/"
    begins = any(host.startswith(start) for start in wall["hosts"])
    return begins or any(f"{known}/" in path for known in wall["paths"])
