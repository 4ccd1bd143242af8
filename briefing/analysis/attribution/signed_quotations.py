"""Signed quotations: a paragraph in quotation marks with a dash and a name behind it, or in a line of its own."""

import re
from collections.abc import Sequence

from briefing.analysis.attribution.quotations import is_title
from briefing.model import Span
from briefing.records import dataclass

_OPENING = r"(?:[“”„«\"]|``|'')"
_CLOSING = r"(?:[”“»\"]|'')[.,]?"
_DASH = r"(?:[—–―‒]|--|(?<=\s)-(?=\s))"
_NAME = r"(?P<name>[^\W\d_a-z][^“”„«»\"\n]{1,119}?)[.\s]*"
_SIGNED = re.compile(rf"\s*(?P<words>{_OPENING}.+{_CLOSING})\s*(?P<dash>{_DASH})\s*{_NAME}")
_QUOTED = re.compile(rf"\s*(?P<words>{_OPENING}.+{_CLOSING})\s*")
_SIGNATURE = re.compile(rf"\s*(?P<dash>{_DASH}|-)\s*{_NAME}")
_BARE = re.compile(
    r"\s*(?P<name>[^\W\d_a-z][\w’'.-]*(?:\s+[^\W\d_a-z][\w’'.-]*){1,3})(?P<dash>,)\s+[^“”„«»\"\n.:;!?]{3,70}\s*"
)
"""A name with an office in a line of its own, without a dash: the comma stands for it."""

_INTERRUPTED = re.compile(r",[”\"»]\s|,''\s")
"""A quotation that closes on a comma goes on to say who speaks; the name at the end is then no signature of all."""

_FEWEST_WORDS = 3
_MOST_NAME_WORDS = 14
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class Signed:
    """A quotation with its marks, the dash behind it and the name that signs it, in code points of the text.

    Behind a name in a line of its own the comma before the office stands for the dash.
    """

    words: Span
    dash: Span
    name: Span

    @property
    def signature(self) -> Span:
        """The shortest span that holds dash and name."""
        return Span(min(self.dash.start, self.name.start), max(self.dash.end, self.name.end))

    @property
    def has_office(self) -> bool:
        """Whether it is signed by a name with an office, which is no heading."""
        return self.dash.start >= self.name.end


def signed_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Signed]:
    """The signed quotations among the paragraphs `[start, end)` of `text`, which stand in its order."""
    found = []
    for number, (start, end) in enumerate(paragraphs):
        match = _SIGNED.fullmatch(text, start, end)
        signature = match
        if match is None and number + 1 < len(paragraphs):
            match = _QUOTED.fullmatch(text, start, end)
            signature = _signature(text, paragraphs[number + 1]) if match else None
        if match and signature and _is_said(match["words"]) and _is_name(signature["name"]):
            found.append(
                Signed(Span(*match.span("words")), Span(*signature.span("dash")), Span(*signature.span("name")))
            )
    return found


def _signature(text: str, paragraph: tuple[int, int]) -> re.Match[str] | None:
    return _SIGNATURE.fullmatch(text, *paragraph) or _BARE.fullmatch(text, *paragraph)


def _is_said(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and not is_title(words) and not _INTERRUPTED.search(words)


def _is_name(words: str) -> bool:
    """Whether words name somebody: few, and more of those before the first comma in capitals than not."""
    name = _WORD.findall(words.split(",")[0])
    capitals = sum(word[0].isupper() for word in name)
    return len(words.split()) <= _MOST_NAME_WORDS and capitals * 2 > len(name)
