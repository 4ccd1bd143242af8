"""Chooses the title of a web page: what it shows above the text goes before what stands around that in its head."""

import re
from collections.abc import Sequence
from html import unescape

from briefing.intake.block_assembly import Passage
from briefing.model import BlockKind

_SHORTEST = 16
"""Characters of a line that can be told from a section's name."""
_TOP = 6
"""Passages of the article among which its title stands."""
_LONGEST_LABEL = 60
_HEAD = 100_000
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[|–—·»-]\s+|\s*(?:::|\|)\s*")


def shown_title(page: str, told: str, passages: Sequence[Passage]) -> str:
    """The title that a page is told to have, without the section or the outlet beside what it shows as its title.

    Args:
        page: its HTML.
        told: the title that was found in its head.
        passages: what it shows.
    """
    lines = [passage for passage in passages if passage.kind is not BlockKind.BOILERPLATE and passage.words][:_TOP]
    shown = [line.words for line in lines if len(line.words) >= _SHORTEST]
    heading = next((line.words for line in lines if line.kind is BlockKind.HEADING and line.level == 1), "")
    parts = title_parts(page)
    below = next((part for part in parts if _is_labelled(heading, part)), "") if heading not in parts else ""
    if below or told in shown:
        return below or told
    if parts and _is_beside(told, heading, parts[0]):
        return heading
    if len(heading) >= _SHORTEST and _is_within(heading, told):
        return heading
    # A title that stands nowhere in the head is one that somebody wrote for it.
    named = not told or any(part.startswith(told) or part.endswith(told) for part in parts)
    return next((part for part in parts if part in shown), told) if named else told


def title_parts(page: str) -> tuple[str, ...]:
    """The pieces of the title in the head of a page: the article's, the section's, the outlet's."""
    head = _TITLE.search(page[:_HEAD])
    words = " ".join(unescape(head.group(1)).split()) if head else ""
    return tuple(dict.fromkeys(part for part in (words, *_BETWEEN.split(words)) if len(part) >= _SHORTEST))


def _is_labelled(heading: str, part: str) -> bool:
    """Whether a heading is what the head gives for the title with a label above it ("Thread: …")."""
    return heading != part and heading.endswith(part) and len(heading) - len(part) <= _LONGEST_LABEL // 2


def _is_beside(site: str, heading: str, whole: str) -> bool:
    """Whether the head tells a site and a heading, and nothing else ("Salt and Chlorine: Farewell to lane four")."""
    rest = whole.removeprefix(site).removesuffix(heading)
    return bool(site and heading) and len(rest) == len(whole) - len(site) - len(heading) and not rest.strip(" :|-–—")


def _is_within(heading: str, told: str) -> bool:
    """Whether a title is the heading with a label before or behind it ("Opinion | …")."""
    before, found, behind = told.partition(heading)
    labels = [label for label in (before, behind) if label]
    if not found or len(labels) != 1 or len(labels[0]) > _LONGEST_LABEL:
        return False
    return bool(_BETWEEN.search(labels[0])) or before.endswith(": ")
