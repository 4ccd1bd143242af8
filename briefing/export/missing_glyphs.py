"""Characters that no font shows: found in what Typst says of them, and named in the text in their place."""

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from briefing.model.message import Message

_MISSING = re.compile(r'the text `"((?:[^"\\`]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_SHOWN = 6
_SIGNS = "emoji"
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "0": "\0"}
_NEVER = frozenset("U+[]0123456789ABCDEF \t\n\r\0")
"""What the names themselves are made of, and what is nothing to be seen."""


def missing_characters(diagnostic: str) -> frozenset[str]:
    """The characters that Typst's message says no font could display."""
    return frozenset("".join(_unescaped(found) for found in _MISSING.findall(diagnostic))) - _NEVER


def private_characters(data: Any) -> frozenset[str]:
    """The characters for private use in `data`: no font knows what they mean, and PDF/A takes none of them."""
    match data:
        case str():
            return frozenset(_PRIVATE.findall(data))
        case list():
            return frozenset().union(*map(private_characters, data))
        case dict():
            return frozenset().union(*map(private_characters, data.values()))
    return frozenset()


def characters(data: Any) -> frozenset[str]:
    """The characters in `data` that stand for themselves: marks that go with others are left out."""
    found = _all(data) - _NEVER
    return frozenset(one for one in found if one.isprintable() and not unicodedata.category(one).startswith("M"))


def _all(data: Any) -> set[str]:
    match data:
        case str():
            return set(data)
        case list() | tuple():
            return set().union(*map(_all, data))
        case dict():
            return set().union(*map(_all, data.values()))
    return set()


def named(data: Any, missing: Collection[str]) -> Any:
    """`data` with each stretch of missing characters as their code points: "[U+D55C U+AD6D]"."""
    if not missing:
        return data
    stretch = re.compile(f"[{''.join(re.escape(one) for one in sorted(missing))}]+")
    return _everywhere(data, stretch)


def told(missing: Collection[str]) -> Message:
    """The warning for the reader: which characters, of which scripts, and what can be done."""
    ordered = sorted(missing)
    names: tuple[Message | str, ...] = tuple(map(_name, ordered[:_SHOWN]))
    if len(ordered) > _SHOWN:
        names = (*names[:-1], names[-1], Message.of("list.more", number=len(ordered) - _SHOWN))
    scripts = tuple(sorted({script for one in ordered if (script := _script(one))}))
    told_of = tuple(Message("export.emoji") if script == _SIGNS else script for script in scripts)
    if not told_of:
        return Message.of("export.no_font", names=names)
    return Message.of("export.no_font_for_scripts", names=names, scripts=told_of)


def _everywhere(data: Any, stretch: re.Pattern[str]) -> Any:
    match data:
        case str():
            return stretch.sub(_codes, data)
        case list():
            return [_everywhere(part, stretch) for part in data]
        case dict():
            return {name: part if name == "address" else _everywhere(part, stretch) for name, part in data.items()}
    return data


def _codes(found: re.Match[str]) -> str:
    return f"[{' '.join(_code(one) for one in found.group())}]"


def _code(one: str) -> str:
    return f"U+{ord(one):04X}"


def _name(one: str) -> Message | str:
    shown = one.isprintable() and not unicodedata.combining(one)
    return Message.of("export.character", sign=one, number=_code(one)) if shown else _code(one)


def _script(one: str) -> str:
    """The script or kind of a character, by the first word of its name: "Hangul"; empty if it has no name."""
    first = unicodedata.name(one, "").partition(" ")[0]
    if unicodedata.category(one) in ("So", "Sk"):
        return _SIGNS
    return first if first == "CJK" else first.capitalize()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPED.get(found[2], found[2]), text)
