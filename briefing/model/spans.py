"""Spans of text: half-open ranges in Unicode code points of `Article.text`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """The half-open range `[start, end)`, in code points of the article's text.

    Raises:
        ValueError: if `start` is negative or `end` lies before `start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same span, `by` code points further on."""
        return Span(self.start + by, self.end + by)


Spans = tuple[Span, ...]


def covering(spans: Iterable[Span]) -> Span:
    """The shortest span that contains all of `spans`.

    Raises:
        ValueError: if there are none.
    """
    pieces = list(spans)
    if not pieces:
        raise ValueError("no spans to cover")
    return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))


def overlap_length(left: Iterable[Span], right: Iterable[Span]) -> int:
    """How many code points the two sets of disjoint spans share."""
    others = list(right)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in others)


def overlap_share(left: Iterable[Span], right: Iterable[Span]) -> float:
    """Of what two sets of disjoint spans cover together, the share that both cover, 0 to 1."""
    one, other = list(left), list(right)
    shared = overlap_length(one, other)
    return shared / (sum(map(len, one)) + sum(map(len, other)) - shared) if shared else 0.0


def words_of(spans: Iterable[Span], text: str, between: str = " … ") -> str:
    """The words of several pieces in text order, joined by `between` where words of the text are left out."""
    words, end = "", 0
    for span in sorted(spans):
        gap = text[end : span.start]
        words += ((gap if gap.isspace() else between) if words else "") + span.of(text)
        end = span.end
    return words


def joined(spans: Iterable[Span], text: str) -> Spans:
    """The spans in order, those as one that overlap or have only white space between them."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and not text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def trimmed(span: Span, text: str, strip: str = " \t\n\r\u00a0") -> Span:
    """`span` without the characters of `strip` at its edges; may become empty."""
    start, end = span.start, span.end
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)


def as_pairs(spans: Iterable[Span]) -> list[list[int]]:
    """`[[start, end], …]`, the form of spans in JSON."""
    return [[span.start, span.end] for span in spans]


def from_pairs(pairs: Iterable[Sequence[int]]) -> Spans:
    """Spans from `[[start, end], …]`.

    Raises:
        ValueError: if a pair is not a span.
    """
    return tuple(Span(int(start), int(end)) for start, end in pairs)
