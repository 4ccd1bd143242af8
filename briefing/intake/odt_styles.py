"""What the styles of an OpenDocument text say: how words are set, and how lists count."""

import re
from typing import Any

from briefing.intake.list_numbers import shown_number
from briefing.intake.text_runs import Style
from briefing.model import InlineKind
from briefing.records import dataclass

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SUPER = re.compile(r"super|[1-9]\d?%")
_SUB = re.compile(r"sub|-\d")
_NAMED = {"Strong_20_Emphasis": InlineKind.STRONG, "Emphasis": InlineKind.EMPHASIS}


@dataclass(frozen=True, slots=True)
class _Level:
    numbers: str
    before: str
    after: str
    start: int
    shown: int


class OdtStyles:
    """The styles of a document's parts, by name.

    Args:
        roots: of the parts that hold styles.
    """

    def __init__(self, *roots: Any) -> None:
        self._words: dict[str, frozenset[Style]] = {name: frozenset(((kind, ""),)) for name, kind in _NAMED.items()}
        self._hidden: set[str] = set()
        self._lists: dict[str, dict[int, _Level | None]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                looks = style.find(f"{STYLE}text-properties")
                told = looks.get(f"{TEXT}display") if looks is not None else None
                if told == "none" or (told is None and style.get(f"{STYLE}parent-style-name", "") in self._hidden):
                    self._hidden.add(style.get(f"{STYLE}name", ""))
                if style.get(f"{STYLE}family") == "text":
                    name, parent = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}parent-style-name", "")
                    self._words[name] = self._words.get(parent, frozenset()) | _set_by(style)
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = {
                    _whole(level.get(f"{TEXT}level"), 1): _level(level) for level in style
                }

    def hides(self, name: str) -> bool:
        """Whether words in a style are not shown."""
        return name in self._hidden

    def of_words(self, name: str) -> frozenset[Style]:
        """How a style sets words."""
        return self._words.get(name, frozenset())

    def marker(self, name: str, counts: list[int]) -> str:
        """What a list shows before an item; `counts` has the numbers of the items around it, and its own."""
        levels = self._lists.get(name, {})
        own = levels.get(len(counts))
        if own is None:
            return ""
        first = max(0, len(counts) - own.shown)
        told = []
        for place in range(first, len(counts)):
            level = levels.get(place + 1) or own
            told.append(shown_number(counts[place] + level.start - 1, level.numbers))
        return f"{own.before}{'.'.join(told)}{own.after}".strip()


def _set_by(style: Any) -> frozenset[Style]:
    found: set[Style] = set()
    for looks in style.iter(f"{STYLE}text-properties"):
        place = str(looks.get(f"{STYLE}text-position", ""))
        told = (
            (InlineKind.STRONG, looks.get(f"{_FO}font-weight", "") in ("bold", "700", "800", "900")),
            (InlineKind.EMPHASIS, looks.get(f"{_FO}font-style", "") in ("italic", "oblique")),
            (InlineKind.STRUCK, looks.get(f"{STYLE}text-line-through-style", "none") != "none"),
            (InlineKind.STRUCK, looks.get(f"{STYLE}text-line-through-type", "none") != "none"),
            (InlineKind.SUPERSCRIPT, bool(_SUPER.match(place))),
            (InlineKind.SUBSCRIPT, bool(_SUB.match(place))),
        )
        found |= {(kind, "") for kind, held in told if held}
    return frozenset(found)


def _level(element: Any) -> _Level | None:
    """A level that counts; None for one with bullets."""
    numbers = str(element.get(f"{STYLE}num-format", ""))
    if not element.tag.endswith("list-level-style-number") or not numbers:
        return None
    return _Level(
        numbers,
        str(element.get(f"{STYLE}num-prefix", "")),
        str(element.get(f"{STYLE}num-suffix", "")),
        _whole(element.get(f"{TEXT}start-value"), 1),
        _whole(element.get(f"{TEXT}display-levels"), 1),
    )


def _whole(value: Any, usual: int) -> int:
    told = str(value or "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else usual
