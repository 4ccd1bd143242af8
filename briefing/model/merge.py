"""Three-way merge of words, tags and briefs: nothing written on either side is lost."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import accumulate
from typing import Any, TypeVar

from briefing.model.annotation import Annotation, Judgement
from briefing.model.stored_brief import BriefLine, BriefSection, StoredBrief
from briefing.records import dataclass

Sections = tuple[BriefSection, ...]

Entry = TypeVar("Entry", bound=Hashable)

Kept = TypeVar("Kept", Annotation, Judgement, StoredBrief)

LEAST_ALIKE = 0.5
"""Share of the shorter of two headings that must stand at the ends of the other for it to be the same, written on."""

FEWEST_ALIKE = 3
"""Words that must be as they were between two changes for these to be two."""

MOST_WORDS_COMPARED = 50_000_000
"""Pairs of words that are compared."""

_WORD = r"\s*\S+|\s+"


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
    # Each word is compared with the blank before it: so has the first one, too.
    base, mine, theirs = f" {base}", f" {mine}", f" {theirs}"
    edits = [Edit(*edit, True) for edit in _edits(base, mine)] + [Edit(*edit, False) for edit in _edits(base, theirs)]
    found, at = [], 0
    for cluster in _clusters(edits):
        start, end = cluster[0].start, max(edit.end for edit in cluster)
        found += [base[at:start], _clashed(base, start, end, cluster)]
        at = end
    return ("".join(found) + base[at:]).removeprefix(" ")


def merged_tags(base: Sequence[Entry], mine: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[Entry, ...]:
    """The tags, or disputes, with those that either took off gone, and those that either put on."""
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
    disputed = merged_tags(base.disputed_by, mine.disputed_by, theirs.disputed_by)
    return replace(_each_field(base, mine, theirs), note=note, disputed_by=disputed, modified=mine.modified)


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


def ends_alike(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many characters, or words, at the beginning and, apart from those, at the end are the same."""
    shortest = min(len(before), len(after))
    head = next((place for place in range(shortest) if before[place] != after[place]), shortest)
    most = shortest - head
    return head, next((place for place in range(most) if before[-1 - place] != after[-1 - place]), most)


def _edits(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """What was changed, in order: first and last place in the words before, and what stands there now.

    Whole words alone: of 1250 here and 1300 there, where 1200 stood, letters would make 1350, which nobody wrote.
    """
    old, new = re.findall(_WORD, before), re.findall(_WORD, after)
    head, tail = ends_alike(old, new)
    places = list(accumulate(map(len, old), initial=0))
    for start, end, first, last in _differing(old[head : len(old) - tail], new[head : len(new) - tail]):
        yield places[head + start], places[head + end], "".join(new[head + first : head + last])


def _differing(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Where words differ: first and last place before and after."""
    from difflib import SequenceMatcher

    # Of very many, those that stand everywhere begin no match, or all would be compared with all.
    often = len(old) * len(new) > MOST_WORDS_COMPARED
    found: list[tuple[int, int, int, int]] = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, often).get_opcodes():
        if tag == "equal":
            continue
        if found and start - found[-1][1] < FEWEST_ALIKE:
            # A word or two that two sentences have in common are no reason to write one into the other.
            start, _, first, _ = found.pop()
        found.append((start, end, first, last))
    return found


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
    """The sections as they are arranged where that was changed, with the sections, headings and lines of both."""
    if _arranged(mine) == _arranged(base):
        mine, theirs = theirs, mine
    if mine == theirs:
        return mine
    pairs = _Pairs.of(base, mine, theirs)
    known = {line.id: line for section in base for line in section.lines}
    others = {line.id: line for section in theirs for line in section.lines}
    here = {line.id for section in mine for line in section.lines}
    found: list[BriefSection] = []
    places: dict[int, int] = {}
    for number, section in enumerate(mine):
        origin, other = pairs.before_mine.get(number), pairs.across.get(number)
        lines = tuple(
            _merged_line(known.get(line.id), line, others.get(line.id))
            for line in section.lines
            # What was taken out elsewhere is out, unless it was written on here.
            if line.id in others or line.id not in known or line != known[line.id]
        )
        heading = section.heading
        if origin is not None and other is None and not lines and heading == base[origin].heading:
            continue
        if other is not None:
            heading = merged_words(base[origin].heading if origin is not None else "", heading, theirs[other].heading)
            places[other] = len(found)
        found.append(BriefSection(heading, lines))
    for number, section in enumerate(theirs):
        fresh = [line for line in section.lines if line.id not in here and line != known.get(line.id)]
        if number not in places:
            origin = pairs.before_theirs.get(number)
            if origin is not None and not fresh and section.heading == base[origin].heading:
                continue  # taken out here, and nothing was written on it there
            place = max((at + 1 for other, at in places.items() if other < number), default=0)
            places = {other: at + (at >= place) for other, at in places.items()} | {number: place}
            found.insert(place, BriefSection(section.heading))
        at = places[number]
        for line in fresh:
            lines = found[at].lines
            place = min(section.lines.index(line), len(lines))
            found[at] = replace(found[at], lines=(*lines[:place], line, *lines[place:]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Which section is which, for they have no names of their own: by number, where there is one.

    Attributes:
        before_mine: the section before of one of mine.
        before_theirs: the section before of one of theirs.
        across: that of theirs of one of mine.
    """

    before_mine: dict[int, int]
    before_theirs: dict[int, int]
    across: dict[int, int]

    @classmethod
    def of(cls, base: Sections, mine: Sections, theirs: Sections) -> "_Pairs":
        """Pair the sections of both with those before and, of the new ones, those that both have."""
        here, there = _partners(base, mine), _partners(base, theirs)
        across = {here[number]: there[number] for number in here.keys() & there.keys()}
        for number in set(range(len(theirs))) - set(there.values()):
            same = (at for at in range(len(mine)) if at not in here.values() and at not in across)
            twin = next((at for at in same if _is_same_new(mine[at], theirs[number])), None)
            if twin is not None:
                across[twin] = number
        return cls({at: number for number, at in here.items()}, {at: number for number, at in there.items()}, across)


def _is_same_new(one: BriefSection, other: BriefSection) -> bool:
    return one.heading == other.heading or bool({line.id for line in one.lines} & {line.id for line in other.lines})


def _arranged(sections: Sections) -> list[list[str]]:
    return [[line.id for line in section.lines] for section in sections]


def _partners(base: Sections, sections: Sections) -> dict[int, int]:
    """Which of the sections is which of those before: it has most of its lines, its heading or its place."""
    if _arranged(sections) == _arranged(base):
        return {number: number for number in range(len(base))}
    lines = [{line.id for line in section.lines} for section in sections]
    alike = []
    for number, section in enumerate(base):
        held = {line.id for line in section.lines}
        for at, one in enumerate(sections):
            shared, likeness = len(held & lines[at]), _likeness(section.heading, one.heading)
            if shared or likeness >= LEAST_ALIKE:
                named = bool(one.heading) and one.heading == section.heading
                alike.append((named, shared, likeness, -abs(number - at), -number, -at))
    found: dict[int, int] = {}
    for *_, number, at in sorted(alike, reverse=True):
        if -number not in found and -at not in found.values():
            found[-number] = -at
    if len(base) == len(sections):
        left = set(range(len(base))) - found.keys() - set(found.values())
        found |= {number: number for number in left}
    return found


def _likeness(before: str, after: str) -> float:
    shortest = min(len(before), len(after))
    return sum(ends_alike(before, after)) / shortest if shortest else float(before == after)


def _merged_line(base: BriefLine | None, mine: BriefLine, theirs: BriefLine | None) -> BriefLine:
    if theirs is None or theirs == mine:
        return mine
    return replace(mine, text=merged_words(base.text if base else "", mine.text, theirs.text))
