"""Puts passages of text together into an article's text with exact blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.intake.passage_markup import PLAIN, PassageMarkup, joined_markup
from briefing.model import Block, BlockKind, Locator, Locators, Markup, Span
from briefing.model.message import Message
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a block that has no place in a text yet.

    Attributes:
        kind: of the block.
        words: of the block.
        level: of the block.
        locators: on which pages (or the like) of the original it stands, counted from its own beginning.
        markup: what it shows beside its words.
    """

    kind: BlockKind
    words: str
    level: int = 0
    locators: Locators = ()
    markup: PassageMarkup = PLAIN


def remark(message: Message) -> Passage:
    """What the reader is told of the document at this place, which becomes none of its words."""
    return Passage(BlockKind.BOILERPLATE, "", markup=PassageMarkup(remarks=(message,)))


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


def located(passages: Iterable[Passage], blocks: Sequence[Block]) -> Locators:
    """Where the text that `assembled` made of the passages stands in the original; nothing is told twice."""
    worded = [passage for passage in passages if passage.words.strip()]
    found: list[Locator] = []
    for passage, block in zip(worded, blocks, strict=True):
        for locator in passage.locators:
            last = found[-1] if found else None
            if last is None or (last.number, last.label, last.kind) != (locator.number, locator.label, locator.kind):
                found.append(replace(locator, start=block.span.start + locator.start))
    return tuple(found)


def marked_up(passages: Iterable[Passage], blocks: Sequence[Block]) -> tuple[Markup, tuple[bytes, ...]]:
    """What the text that `assembled` made of the passages shows beside its words, and the bytes of its pictures.

    Call it with the blocks as they are in the end: what is boilerplate has neither markers nor tables.
    """
    passages, waiting = list(passages), iter(blocks)
    return joined_markup(
        (passage.markup for passage in passages),
        [next(waiting) if passage.words.strip() else None for passage in passages],
    )
