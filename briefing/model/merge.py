"""Joins two changes of the same words, tags or brief that did not know of one another: nothing written is lost."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any, TypeVar

from briefing.model.annotation import Annotation, Judgement
from briefing.model.stored_brief import BriefLine, BriefSection, StoredBrief
from briefing.records import dataclass

Sections = tuple[BriefSection, ...]

Kept = TypeVar("Kept", Annotation, Judgement, StoredBrief)

MOST_COMPARED = 4_000_000
"""Pairs of signs that are compared, one of either side; of longer texts, whole words are."""

MOST_WORDS_COMPARED = 50_000_000
"""Pairs of words that are compared."""

_WORD = re.compile(r"\s*\S+|\s+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of words: first and last place in the words before, what stands there now, and who made it."""

    start: int
    end: int
    new: str
    mine: bool


def merged_words(base: str, mine: str, theirs: str) -> str:
    """The words with both changes; where both changed the same place, what either wrote stands there.

    Args:
        base: what both began with.
        mine: what became of it here.
        theirs: what became of it elsewhere.
    """
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    edits = [Edit(*edit, True) for edit in _edits(base, mine)] + [Edit(*edit, False) for edit in _edits(base, theirs)]
    found, at = [], 0
    for cluster in _clusters(edits):
        start, end = cluster[0].start, max(edit.end for edit in cluster)
        found += [base[at:start], _clashed(base, start, end, cluster)]
        at = end
    return "".join(found) + base[at:]


def merged_tags(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """The tags with those that either took off gone, and those that either put on."""
    if theirs == base or mine == base:
        return tuple(mine if theirs == base else theirs)
    gone = {tag for tag in base if tag not in mine or tag not in theirs}
    return tuple(dict.fromkeys(tag for tag in (*theirs, *mine) if tag not in gone))


def merged_annotation(base: Annotation, mine: Annotation, theirs: Annotation) -> Annotation:
    """The annotation with what was changed here and elsewhere."""
    if theirs == base:
        return mine
    note, tags = merged_words(base.note, mine.note, theirs.note), merged_tags(base.tags, mine.tags, theirs.tags)
    return replace(_each_field(base, mine, theirs), note=note, tags=tags, modified=mine.modified)


def merged_judgement(base: Judgement, mine: Judgement, theirs: Judgement) -> Judgement:
    """The reader's word with what was changed here and elsewhere."""
    if theirs == base:
        return mine
    note = merged_words(base.note, mine.note, theirs.note)
    return replace(_each_field(base, mine, theirs), note=note, modified=mine.modified)


def merged_brief(base: StoredBrief, mine: StoredBrief, theirs: StoredBrief) -> StoredBrief:
    """The brief with what was changed here and elsewhere in its fields, headings and lines."""
    if theirs == base:
        return mine
    words = {
        name: merged_words(getattr(base, name), getattr(mine, name), getattr(theirs, name))
        for name in ("title", "author", "date", "classification", "purpose")
    }
    sections = _merged_sections(base.sections, mine.sections, theirs.sections)
    return replace(_each_field(base, mine, theirs), **words, sections=sections, modified=mine.modified)


def _each_field(base: Kept, mine: Kept, theirs: Kept) -> Kept:
    """What was changed here, over what stands elsewhere."""
    changed: dict[str, Any] = {
        field.name: getattr(mine, field.name)
        for field in fields(base)
        if getattr(mine, field.name) != getattr(base, field.name)
    }
    return replace(theirs, **changed)


# Words


def ends_alike(before: str, after: str) -> tuple[int, int]:
    """How many characters at the beginning and, apart from those, at the end are the same."""
    shortest = min(len(before), len(after))
    head = next((place for place in range(shortest) if before[place] != after[place]), shortest)
    most = shortest - head
    return head, next((place for place in range(most) if before[-1 - place] != after[-1 - place]), most)


def _edits(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """What was changed, in order: first and last place in the words before, and what stands there now."""
    head, tail = ends_alike(before, after)
    # What is alike at both ends need not be compared: the middle of two long notes is short as a rule.
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    compare = _differing if len(old) * len(new) <= MOST_COMPARED else _differing_words
    for start, end, words in compare(old, new):
        yield head + start, head + end, words


def _differing(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield start, end, new[first:last]


def _differing_words(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """What differs word by word: to compare each sign with each takes half a minute in a note of ten pages."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    places = list(accumulate(map(len, before), initial=0))
    # Of very many, those that stand everywhere begin no match, or all would be compared with all.
    often = len(before) * len(after) > MOST_WORDS_COMPARED
    for tag, start, end, first, last in SequenceMatcher(None, before, after, often).get_opcodes():
        if tag != "equal":
            yield places[start], places[end], "".join(after[first:last])


def _clusters(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """The edits in order, those together that change the same place."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        end = max((one.end for one in found), default=-1)
        # Two that only touch stand one after the other, unless both put something in at one place.
        alike = bool(found) and edit.start == edit.end == found[-1].start == found[-1].end
        if found and not (edit.start < end or alike):
            yield found
            found = []
        found.append(edit)
    if found:
        yield found


def _clashed(base: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """What stands between two places of the words before, once all edits there are made."""
    mine, theirs = (_applied(base, start, end, [one for one in edits if one.mine is side]) for side in (True, False))
    if all(one.mine for one in edits) or theirs in mine:
        return mine
    if not any(one.mine for one in edits) or mine in theirs:
        return theirs
    return theirs + ("" if theirs[-1:].isspace() or mine[:1].isspace() else " ") + mine


def _applied(base: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    found, at = [], start
    for edit in edits:
        found += [base[at : edit.start], edit.new]
        at = edit.end
    return "".join(found) + base[at:end]


# Sections


def _merged_sections(base: Sections, mine: Sections, theirs: Sections) -> Sections:
    """The sections as they are arranged where that was changed, with the headings and lines of both."""
    if _arranged(mine) == _arranged(base):
        mine, theirs = theirs, mine
    heading = _headings(base, mine, theirs)
    known = {line.id: line for section in base for line in section.lines}
    others = {line.id: line for section in theirs for line in section.lines}
    here = {line.id for section in mine for line in section.lines}
    found = [
        BriefSection(
            heading.get(number, section.heading),
            tuple(
                _merged_line(known.get(line.id), line, others.get(line.id))
                for line in section.lines
                # What was taken out elsewhere is out, unless it was written on here.
                if line.id in others or line.id not in known or line != known[line.id]
            ),
        )
        for number, section in enumerate(mine)
    ]
    fresh = [line for line in others.values() if line.id not in here and line != known.get(line.id)]
    for line in fresh:
        number = next(number for number, section in enumerate(theirs) if line in section.lines)
        if number >= len(found):
            found.append(BriefSection(theirs[number].heading))
        at = min(number, len(found) - 1)
        place = min(theirs[number].lines.index(line), len(found[at].lines))
        lines = found[at].lines
        found[at] = replace(found[at], lines=(*lines[:place], line, *lines[place:]))
    return tuple(found)


def _arranged(sections: Sections) -> list[list[str]]:
    return [[line.id for line in section.lines] for section in sections]


def _headings(base: Sections, mine: Sections, theirs: Sections) -> dict[int, str]:
    """The headings over those sections of `mine` that are there before and elsewhere, too."""
    found = {}
    for number, section in enumerate(base):
        here, there = _partner(base, number, mine), _partner(base, number, theirs)
        if here is not None and there is not None:
            found[here] = merged_words(section.heading, mine[here].heading, theirs[there].heading)
    return found


def _partner(base: Sections, number: int, sections: Sections) -> int | None:
    """Which section is the one of that number in `base`: it has its place, most of its lines, or its heading."""
    if _arranged(sections) == _arranged(base):
        return number
    known = {line.id for line in base[number].lines}
    alike = [
        (len(known & {line.id for line in one.lines}), one.heading == base[number].heading, -place)
        for place, one in enumerate(sections)
    ]
    shared, same, place = max(alike, default=(0, False, 0))
    return -place if shared or same else number if len(base) == len(sections) else None


def _merged_line(base: BriefLine | None, mine: BriefLine, theirs: BriefLine | None) -> BriefLine:
    if theirs is None or theirs == mine:
        return mine
    return replace(mine, text=merged_words(base.text if base else "", mine.text, theirs.text))
