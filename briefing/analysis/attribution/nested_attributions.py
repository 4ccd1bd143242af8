"""Speech within speech: what was said is read once more by the encoder, which gives one level at a time."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from briefing.analysis.encoder.role_encoder import FoundAttribution, RoleEncoder
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import overlap_length
from briefing.model.spans import Span

DEEPEST = 2
"""How many levels below the first are read: somebody reports that somebody said that somebody promised."""

_FEWEST_WORDS = 4
_LONGEST = 600
"""Code points of a content that is read again."""

_LEADING = "that "
_OPENING, _CLOSING = '“"«', '”"»,'


def nested_in(
    encoder: RoleEncoder, doc: Doc, text: str, found: Sequence[FoundAttribution], lexicon: Lexicon
) -> list[FoundAttribution]:
    """The attributions within the contents of `found`, level by level, in no particular order."""
    deeper: list[FoundAttribution] = []
    level = list(found)
    for _ in range(DEEPEST):
        spans = sorted({span for entry in level for span in _speaking(doc, text, entry, lexicon)})
        level = [inner for inner in encoder.attributions(text, spans) if inner.source] if spans else []
        if not level:
            break
        deeper += level
    return [entry for entry in deeper if not any(_same(entry, other) for other in found)]


def _speaking(doc: Doc, text: str, entry: FoundAttribution, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The pieces of a content in which a verb of saying stands."""
    for start, end in entry.content:
        words = doc.char_span(start, end, alignment_mode="contract")
        if words is None or len(words) < _FEWEST_WORDS or end - start > _LONGEST:
            continue
        if any(
            token.pos_ == "VERB" and "clause" in lexicon.cues.verbs.get(token.lemma_.lower(), {}) for token in words
        ):
            yield _inside(text, start, end)


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """The same without the marks of the quotation around it and a leading "that", neither of which belongs within."""
    while start < end and text[start] in _OPENING:
        start += 1
    while start < end and text[end - 1] in _CLOSING:
        end -= 1
    return (start + len(_LEADING) if text.startswith(_LEADING, start) else start), end


def _same(entry: FoundAttribution, other: FoundAttribution) -> bool:
    cue = [Span(start, end) for start, end in entry.cue]
    return overlap_length(cue, [Span(start, end) for start, end in other.cue]) > 0
