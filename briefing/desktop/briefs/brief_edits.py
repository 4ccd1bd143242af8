"""What the reader does to a brief that he composes: each act gives a new brief, and leaves the one before as it was."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from briefing.model import BriefLine, BriefSection, StoredBrief


def with_fields(kept: StoredBrief, **fields: str) -> StoredBrief:
    """The brief with other words in its fields, for instance its title; the same brief if they are the same."""
    if all(getattr(kept, name) == value for name, value in fields.items()):
        return kept
    return replace(kept, modified=_now(), **fields)  # type: ignore[arg-type]


def with_section(kept: StoredBrief, place: int, heading: str = "") -> StoredBrief:
    """The brief with a new section at `place`."""
    sections = list(kept.sections)
    sections.insert(place, BriefSection(heading))
    return _with(kept, sections)


def with_lines(kept: StoredBrief, lines: Iterable[BriefLine], section: int, place: int) -> StoredBrief:
    """The brief with new lines in a section, the first of them at `place`; a brief without sections gets one."""
    sections = list(kept.sections) or [BriefSection("")]
    section = min(section, len(sections) - 1)
    held = list(sections[section].lines)
    held[place:place] = lines
    sections[section] = replace(sections[section], lines=tuple(held))
    return _with(kept, sections)


def with_lines_at_the_end(kept: StoredBrief, lines: Iterable[BriefLine]) -> StoredBrief:
    """The brief with new lines at the end of its last section."""
    last = len(kept.sections) - 1
    return with_lines(kept, lines, max(0, last), len(kept.sections[last].lines) if kept.sections else 0)


def with_heading(kept: StoredBrief, section: int, heading: str) -> StoredBrief:
    """The brief with another heading over a section."""
    sections = list(kept.sections)
    if sections[section].heading == heading:
        return kept
    sections[section] = replace(sections[section], heading=heading)
    return _with(kept, sections)


def with_text(kept: StoredBrief, line_id: str, text: str) -> StoredBrief:
    """The brief with other words of the reader on a line."""
    return _with(
        kept,
        [
            replace(
                section, lines=tuple(replace(line, text=text) if line.id == line_id else line for line in section.lines)
            )
            for section in kept.sections
        ],
    )


def without(kept: StoredBrief, line_ids: Iterable[str], sections: Iterable[int] = ()) -> StoredBrief:
    """The brief without some lines, and without some sections and all that is in them."""
    gone, left_out = set(line_ids), set(sections)
    return _with(
        kept,
        [
            replace(section, lines=tuple(line for line in section.lines if line.id not in gone))
            for number, section in enumerate(kept.sections)
            if number not in left_out
        ],
    )


def with_lines_moved(kept: StoredBrief, line_ids: Sequence[str], section: int, place: int) -> StoredBrief:
    """The brief with some lines moved, in the order that they have, to before the line at `place` of a section."""
    moved = [line for one in kept.sections for line in one.lines if line.id in set(line_ids)]
    before = kept.sections[section].lines[:place]
    place -= sum(line.id in set(line_ids) for line in before)
    return with_lines(without(kept, line_ids), moved, section, place)


def with_section_moved(kept: StoredBrief, section: int, place: int) -> StoredBrief:
    """The brief with a section moved to before the one at `place`."""
    sections = list(kept.sections)
    moved = sections.pop(section)
    sections.insert(place - (section < place), moved)
    return _with(kept, sections)


def with_line_stepped(kept: StoredBrief, line_id: str, way: int) -> StoredBrief:
    """The brief with a line one place up (-1) or down (1), over the bounds of sections; the same at either end."""
    place = place_of(kept, line_id)
    if place is None:
        return kept
    section, row = place
    if 0 <= row + way < len(kept.sections[section].lines):
        return with_lines_moved(kept, [line_id], section, row + (2 if way > 0 else -1))
    section += way
    if not 0 <= section < len(kept.sections):
        return kept
    return with_lines_moved(kept, [line_id], section, 0 if way > 0 else len(kept.sections[section].lines))


def line_of(kept: StoredBrief, line_id: str) -> BriefLine | None:
    """The line of that id, or None."""
    return next((line for section in kept.sections for line in section.lines if line.id == line_id), None)


def place_of(kept: StoredBrief, line_id: str) -> tuple[int, int] | None:
    """Section and place in it of a line, or None."""
    for number, section in enumerate(kept.sections):
        for place, line in enumerate(section.lines):
            if line.id == line_id:
                return number, place
    return None


def _with(kept: StoredBrief, sections: Sequence[BriefSection]) -> StoredBrief:
    if tuple(sections) == kept.sections:
        return kept
    return replace(kept, modified=_now(), sections=tuple(sections))


def _now() -> datetime:
    return datetime.now(UTC)
