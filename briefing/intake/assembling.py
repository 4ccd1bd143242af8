"""Puts passages of text together into an article's text with exact blocks."""

from collections.abc import Iterable

from briefing.model import Block, BlockKind, Span
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a block that has no place in a text yet."""

    kind: BlockKind
    words: str
    level: int = 0


def assembled(passages: Iterable[Passage]) -> tuple[str, tuple[Block, ...]]:
    """The text of the passages, a blank line between any two, and a block for each that holds words."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for passage in passages:
        if not passage.words.strip():
            continue
        if parts:
            parts.append("\n\n")
            at += 2
        parts.append(passage.words)
        blocks.append(Block(passage.kind, Span(at, at + len(passage.words)), passage.level))
        at += len(passage.words)
    return "".join(parts), tuple(blocks)
