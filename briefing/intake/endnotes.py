"""Takes in the notes and the sources that a page lists below its article, also where each is a link."""

from briefing.intake.boilerplate import known_phrases
from briefing.intake.html_blocks import Found
from briefing.model import BlockKind

_LONGEST = 400
"""Characters of a source in a list."""


def take_notes(found: list[Found], belongs: list[bool]) -> None:
    """Take in what the page names notes, and what stands below a heading that says so, up to the next heading."""
    first = next((number for number, belonging in enumerate(belongs) if belonging), len(found))
    holder = next((found[n].holder for n in range(len(found) - 1, -1, -1) if belongs[n]), 0)
    listing = False
    for number in range(first, len(found)):
        block = found[number]
        if block.outside or block.apart:
            listing = False
        elif block.passage.kind is BlockKind.HEADING:
            listing = _is_head(block) and (block.inside or block.is_note or holder == block.holder or belongs[number])
            belongs[number] = belongs[number] or listing
        elif block.is_note or (
            listing and block.passage.kind is BlockKind.ITEM and len(block.passage.words) < _LONGEST
        ):
            belongs[number] = True
        else:
            listing = listing and belongs[number]


def _is_head(block: Found) -> bool:
    return not block.linked and block.passage.words.strip(" :").lower() in known_phrases().notes
