"""Runs of words, as documents hold them, joined to lines: white space collapsed, and where what is set how."""

from collections.abc import Iterable, Mapping

from briefing.intake.text_decoder import canonical
from briefing.model import Inline, InlineKind, Span
from briefing.records import dataclass

Style = tuple[InlineKind, str]
"""How words are set, and where they lead if it is a link."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words between two tags.

    Attributes:
        words: with white space as in the source.
        styles: how they are set.
        cell: of which cell of a table they are; -1 for none, and for the line between two cells.
        breaks: whether it is a line break.
    """

    words: str
    styles: frozenset[Style] = frozenset()
    cell: int = -1
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words without a line break in them, as they are shown; spans count from their beginning."""

    words: str
    inlines: tuple[Inline, ...]
    cells: Mapping[int, Span]


def joined(runs: Iterable[Run]) -> Line:
    """The runs as one line."""
    pieces: list[str] = []
    stretches: list[tuple[int, int, Run]] = []
    length, space = 0, False
    for run in runs:
        words = canonical(run.words).split()
        if not words:
            space = space or bool(run.words)
            continue
        if (space or run.words[0].isspace()) and length:
            pieces.append(" ")
            length += 1
        text = " ".join(words)
        pieces.append(text)
        stretches.append((length, length + len(text), run))
        length += len(text)
        space = run.words[-1].isspace()
    whole = "".join(pieces)
    shown = canonical(whole)
    if shown != whole:
        # A sign and its accent stood in two runs, which is rare: the words are right, and nothing more is told.
        return Line(shown, (), {})
    return Line(whole, tuple(_inlines(stretches)), _cells(stretches))


def _inlines(stretches: list[tuple[int, int, Run]]) -> list[Inline]:
    found: list[Inline] = []
    open_: dict[Style, tuple[int, int]] = {}
    for start, end, run in stretches:
        for style in [style for style in open_ if style not in run.styles]:
            found.append(_inline(style, *open_.pop(style)))
        for style in run.styles:
            open_[style] = open_.get(style, (start, end))[0], end
    found += [_inline(style, *place) for style, place in open_.items()]
    return sorted(found, key=lambda one: (one.span.start, -one.span.end, one.kind))


def _inline(style: Style, start: int, end: int) -> Inline:
    return Inline(style[0], Span(start, end), style[1])


def _cells(stretches: list[tuple[int, int, Run]]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for start, end, run in stretches:
        if run.cell >= 0:
            found[run.cell] = Span(found[run.cell].start if run.cell in found else start, end)
    return found
