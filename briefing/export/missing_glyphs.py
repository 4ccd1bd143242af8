"""Characters that no font shows: found in what Typst says of them, and named in the text in their place."""

import re
import unicodedata
from collections.abc import Collection
from typing import Any

_MISSING = re.compile(r'the text `"((?:[^"\\`]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_SHOWN = 6
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "0": "\0"}
_NEVER = frozenset("U+[]0123456789ABCDEF \t\n\r\0")
"""What the names themselves are made of, and what is nothing to be seen."""

Json = dict[str, Any]


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


def told(missing: Collection[str]) -> str:
    """The warning for the reader: which characters, of which scripts, and what can be done."""
    ordered = sorted(missing)
    names = ", ".join(_name(one) for one in ordered[:_SHOWN])
    more = f" and {len(ordered) - _SHOWN} more" if len(ordered) > _SHOWN else ""
    scripts = sorted({script for one in ordered if (script := _script(one))})
    of_scripts = f" ({', '.join(scripts)})" if scripts else ""
    return (
        f"No font on this computer shows {names}{more}{of_scripts}: in the PDF their code points stand in their place. "
        "Install a font for them and export again."
    )


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


def _name(one: str) -> str:
    return f"“{one}” ({_code(one)})" if one.isprintable() and not unicodedata.combining(one) else _code(one)


def _script(one: str) -> str:
    """The script or kind of a character, by the first word of its name: "Hangul"; empty if it has no name."""
    first = unicodedata.name(one, "").partition(" ")[0]
    if unicodedata.category(one) in ("So", "Sk"):
        return "emoji and signs"
    return first if first == "CJK" else first.capitalize()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPED.get(found[2], found[2]), text)
