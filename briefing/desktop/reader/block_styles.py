"""How blocks of an article are set, and words within them that are set otherwise."""

import unicodedata
from functools import cache

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat

from briefing.desktop.fonts import BODY_PIXELS, sans
from briefing.desktop.reader.typography import Face, Typography
from briefing.desktop.theme import Role, Theme
from briefing.model import Block, BlockKind, InlineKind
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How one kind of block is set; lengths in pixels at 100 % text size.

    `line_height` is a percentage of the font's own line, which is 1.36 times its size in the serif.
    """

    pixels: float
    line_height: float
    above: float
    below: float
    indent: float = 0.0
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    ink: Role = Role.INK
    sans: bool = False


INDENT = 26
"""Pixels by which each level of a list is set in."""

_MOST_LEVELS = 6

_TITLE = BlockStyle(31, 106, 14, 26, weight=QFont.Weight.DemiBold)
_HEADINGS = {1: _TITLE, 2: BlockStyle(21.5, 104, 26, 10, weight=QFont.Weight.DemiBold)}
_LOWER_HEADING = BlockStyle(18.5, 108, 20, 8, weight=QFont.Weight.DemiBold)
_STYLES = {
    BlockKind.PARAGRAPH: BlockStyle(BODY_PIXELS, 126, 0, 16),
    BlockKind.QUOTATION: BlockStyle(BODY_PIXELS, 124, 4, 18, indent=26, italic=True),
    BlockKind.CAPTION: BlockStyle(14, 120, 0, 18, ink=Role.INK_SOFT, sans=True),
    BlockKind.BOILERPLATE: BlockStyle(12.5, 120, 0, 6, ink=Role.INK_FAINT, sans=True),
}
CELL = BlockStyle(13.5, 112, 0, 0, sans=True)
HEADER_CELL = BlockStyle(13.5, 112, 0, 0, weight=QFont.Weight.DemiBold, sans=True)


def style_of(block: Block) -> BlockStyle:
    """How a block is set."""
    if block.kind is BlockKind.HEADING:
        return _HEADINGS.get(max(1, block.level), _LOWER_HEADING)
    if block.kind is BlockKind.ITEM:
        return _item(min(max(1, block.level), _MOST_LEVELS))
    return _STYLES[block.kind]


@cache
def _item(level: int) -> BlockStyle:
    return BlockStyle(BODY_PIXELS, 124, 0, 8, indent=INDENT * level)


def block_format(style: BlockStyle, zoom: float, typography: Typography) -> QTextBlockFormat:
    """The format of a whole block."""
    found = QTextBlockFormat()
    factor = typography.spacing.factor
    height = style.line_height * factor * (1.0 if style.sans else typography.face.leading)
    found.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    found.setTopMargin(style.above * zoom * factor)
    found.setBottomMargin(style.below * zoom * factor)
    found.setLeftMargin(style.indent * zoom)
    return found


def character_format(style: BlockStyle, zoom: float, theme: Theme, face: Face) -> QTextCharFormat:
    """The format of the words of a block."""
    found = QTextCharFormat()
    pixels = style.pixels * zoom
    found.setFont(sans(pixels, style.weight) if style.sans else face.font(pixels, style.weight, style.italic))
    found.setForeground(theme[style.ink])
    return found


def inline_format(usual: QTextCharFormat, kinds: frozenset[InlineKind], italic: bool, theme: Theme) -> QTextCharFormat:
    """The format of words within a block that are set otherwise than the rest of it, which is `italic` or not."""
    found = QTextCharFormat(usual)
    if InlineKind.EMPHASIS in kinds:
        # What stands out in a line of italics is upright.
        found.setFontItalic(not italic)
    if InlineKind.STRONG in kinds:
        found.setFontWeight(QFont.Weight.Bold)
    if InlineKind.STRUCK in kinds:
        found.setFontStrikeOut(True)
        found.setForeground(theme[Role.INK_FAINT])
    if InlineKind.LINK in kinds:
        found.setFontUnderline(True)
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        found.setUnderlineColor(theme[Role.BORDER])
    if InlineKind.SUPERSCRIPT in kinds:
        found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif InlineKind.SUBSCRIPT in kinds:
        found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    return found


def joined_format(usual: QTextBlockFormat, above: bool, below: bool) -> QTextBlockFormat:
    """The format of a block without the room that would part it from what it goes on with."""
    found = QTextBlockFormat(usual)
    if above:
        found.setTopMargin(0)
    if below:
        found.setBottomMargin(0)
    return found


def is_right_to_left(words: str) -> bool:
    """Whether words run from right to left, as Qt sets them: by the first letter that has a direction."""
    directions = (unicodedata.bidirectional(sign) for sign in words)
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)


def mirrored_format(usual: QTextBlockFormat) -> QTextBlockFormat:
    """The format of a block that is set in from the right."""
    found = QTextBlockFormat(usual)
    found.setLeftMargin(usual.rightMargin())
    found.setRightMargin(usual.leftMargin())
    return found


def picture_block(usual: QTextBlockFormat, captioned: bool, zoom: float) -> QTextBlockFormat:
    """The format of a picture, close to the words below that belong to it if there are any."""
    found = QTextBlockFormat(usual)
    found.setLineHeight(100, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    found.setTopMargin(4 * zoom)
    found.setBottomMargin((6 if captioned else 18) * zoom)
    return found


def bare_format() -> tuple[QTextBlockFormat, QTextCharFormat]:
    """The format of a block that shows nothing and takes hardly any room."""
    block, words = QTextBlockFormat(), QTextCharFormat()
    block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    words.setFontPointSize(1)
    return block, words
