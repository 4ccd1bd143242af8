"""Tells who speaks in transcripts and interviews: Q: and A:, NAME: before the words, or on a line of its own."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.intake.block_assembly import Passage
from briefing.model import BlockKind, Span
from briefing.records import dataclass

_SHORT = r"[QA]\d{0,3}|Question|Answer|Frage|Antwort|Réponse|Pregunta|Respuesta"
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-zß-ÿ]*(?:[.'’-][^\W\d_a-z]*)*"
_IN_CAPITALS = rf"{_CAPITALS}(?: {_CAPITALS}){{0,4}}"
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_IN_LETTERS = rf"{_NAME}(?: (?:{_NAME}|de|da|di|du|la|le|van|von|der|den|al|bin|of|the)){{0,4}}"
_LABEL = re.compile(
    rf"(?P<short>{_SHORT})[:.]\s|"
    rf"(?P<name>(?:{_IN_CAPITALS}|{_IN_LETTERS})(?: \d{{1,3}})?)(?: \([^()]{{1,60}}\))?:(?:\s|$)"
)

_LONGEST = 60
"""Characters of the longest name before a colon."""

_FEWEST = 3
"""Passages with a name before them from which on a text is a dialogue."""

_SHARE = 0.25
"""Of all passages, how many at least have a name before them: a text with some remarks of that form is none."""

_NO_SPEAKERS = frozenset(
    """
    note notes correction corrections update updates editor photo photos image video source sources read more related
    contact summary warning example see also re fw cc to from date subject sent bcc http https address phone tel fax
    email e-mail tags topics by copyright hinweis korrektur quelle foto anmerkung von an datum betreff telefon
    """.split()  # noqa: SIM905 a list of words reads better in lines
)

_CREDITS = frozenset({"image", "images", "photo", "photos", "picture", "video", "foto", "source"})
_RUN_IN = re.compile(r"\s|(?<=[a-zß-ÿ])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Label:
    speaker: str
    end: int
    certain: bool


def with_turns(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, those of a dialogue with who begins to speak in them; others as they are."""
    labels = [_label(passage.words) if _may_speak(passage) else None for passage in passages]
    speaking = sum(map(_may_speak, passages))
    if not _is_dialogue([label for label in labels if label], speaking):
        return list(passages)
    return [_with_turn(passage, label) if label else passage for passage, label in zip(passages, labels, strict=True)]


def are_turns(lines: Sequence[str]) -> bool:
    """Whether lines of one paragraph are said by different speakers, each of whom is named before his words."""
    labels = [_label(line) for line in lines]
    found = [label for label in labels if label]
    return labels[0] is not None and len(found) > 1 and len({one.speaker for one in found}) > 1 and _repeat(found)


def _may_speak(passage: Passage) -> bool:
    return passage.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION) and not passage.markup.cells


def _label(words: str) -> _Label | None:
    found = _LABEL.match(words[: _LONGEST * 2])
    if found is None:
        return None
    speaker = found["short"] or found["name"]
    if len(speaker) > _LONGEST or speaker.split()[0].lower().rstrip(".") in _NO_SPEAKERS or _is_credit(speaker):
        return None
    end = len(found.group().rstrip())
    return _Label(speaker, end, bool(found["short"]) or (speaker == speaker.upper() and len(speaker) > 1))


def _is_credit(speaker: str) -> bool:
    """Whether the line that tells what a picture shows was run into its credit: "Ann LeeImage: the city"."""
    return _RUN_IN.split(speaker)[-1].lower() in _CREDITS


def _is_dialogue(labels: Sequence[_Label], passages: int) -> bool:
    if len(labels) < _FEWEST or len(labels) < passages * _SHARE:
        return False
    return len({one.speaker for one in labels}) > 1 and _repeat(labels)


def _repeat(labels: Iterable[_Label]) -> bool:
    """Whether somebody comes to word again; of names in small letters, which any list of remarks has, two must."""
    labels = list(labels)
    again = [times > 1 for times in Counter(one.speaker for one in labels).values()]
    if all(one.certain for one in labels):
        return any(again) or {one.speaker[0] for one in labels} >= {"Q", "A"}
    return sum(again) > 1


def _with_turn(passage: Passage, label: _Label) -> Passage:
    return replace(passage, markup=replace(passage.markup, speaker=label.speaker, label=Span(0, label.end)))
