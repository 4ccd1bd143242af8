"""The blocks of texts that stand in tests."""

from briefing.model import Block, BlockKind, Span


def paragraphs(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Block, ...]:
    """A block for each line of a text."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)
