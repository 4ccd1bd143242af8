"""What is printed large over or beside the lines of a PDF page: words across them, and letters that begin them."""

from collections import defaultdict
from collections.abc import Sequence

from briefing.intake.pdf_lines import Row, median_size
from briefing.intake.pdf_words import Word

_LARGE = 1.6
"""How many times the usual size letters have that may be printed across lines, or begin several of them."""
_ABOVE, _BELOW = 0.75, 0.05
"""Heights of letters that large ones reach above their base, and below it."""
_MOST_PAIRS = 200_000
"""Pairs of a large row and a small one that are looked at; no page that can be read has as many."""
_FEWEST = 2
"""Lines over which words are printed that are none of the text's."""


def without_overprints(rows: list[Row]) -> tuple[list[Row], list[str]]:
    """The rows of a page without what is printed across them, and that, each stretch of it.

    A large letter at the begin of several lines is put before the first of them.
    """
    usual = median_size((row.size, row.letters) for row in rows)
    large = [row for row in rows if usual and row.size >= _LARGE * usual]
    small = [row for row in rows if row.size < _LARGE * usual]
    if not large or not small or len(large) * len(small) > _MOST_PAIRS:
        return rows, []
    across: list[Row] = []
    initials: dict[int, list[Word]] = defaultdict(list)
    for row in large:
        reached = [one for one in small if row.base - _ABOVE * row.size < one.base < row.base + _BELOW * row.size]
        over = [one for one in reached if one.left < row.right and row.left < one.right]
        if len(over) >= _FEWEST:
            across.append(row)
        elif row.letters == 1 and row.words[0].text.isalpha():
            beside = [one for one in reached if 0 <= one.left - row.right < 2 * usual]
            if beside:
                first = min(beside, key=lambda one: one.base)
                initials[id(first)].append(row.words[0])
                across.append(row)
    gone = {id(row) for row in across}
    begun = {id(word) for words in initials.values() for word in words}
    kept = [_begun(row, initials.get(id(row))) for row in rows if id(row) not in gone]
    told = [" ".join(word.text for word in row.words) for row in across if id(row.words[0]) not in begun]
    return kept, told


def _begun(row: Row, initials: Sequence[Word] | None) -> Row:
    """The row with a large letter before its first word, which that letter begins."""
    if not initials:
        return row
    first = row.words[0]
    letters = "".join(word.text for word in initials)
    return Row([first._replace(text=letters + first.text), *row.words[1:]], row.column)
