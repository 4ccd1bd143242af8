"""The numbered findings and recommendations of a report: each is what the body says whose report it is."""

import re
from collections.abc import Sequence

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Block, Span, Stance
from briefing.records import dataclass

FINDING = "finding"
"""The rule that reads the first sentences of a numbered finding."""

_NUMBERED = re.compile(
    r"\s*(?P<label>(?i:key\s+)?(?i:findings?|conclusions?|recommendations?)\s+(?i:no\.?\s*)?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}))"
    r"\s*[:.–—-]\s+(?=\S)"
)
_FEWEST = 2
_SENTENCE = re.compile(r"[.!?][”\"’')]*(?:\s+|$)")
_REPORTED = re.compile(
    r"(?P<name>[^\W\d_a-z][^:,.\n]{2,80}?)\s*(?:[:,–—-]\s+)(?i:(?:annual|final|interim|special)\s+)*(?i:report|review|audit)\b"
    r"|.*\b(?i:report|review|findings)\s+(?i:of|by)\s+(?P<other>(?i:the\s+)?[^\W\d_a-z][^:,.\n]{2,80}?)\s*(?:$|[:,–—-]\s)"
    r"|.*?\b(?P<kind>(?i:(?:public\s+)?inquiry|investigation|review|commission|audit|inquest|panel|report))\b",
)
_HEADS = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """One numbered finding.

    Attributes:
        body: where it is named whose report this is.
        label: "Finding 3".
        words: what is found.
    """

    body: Span
    label: Span
    words: Span


def findings_in(text: str, blocks: Sequence[Block]) -> dict[Span, Finding]:
    """The numbered findings of a text by their paragraphs; none if it does not say whose they are."""
    found = {
        block.span: match
        for block in blocks
        if (match := _NUMBERED.match(text, block.span.start, block.span.end)) is not None
    }
    if len(found) < _FEWEST:
        return {}
    body = _body(text, blocks)
    return {
        span: Finding(body, Span(*match.span("label")), Span(match.end(), span.end))
        for span, match in found.items()
        if body is not None
    }


def with_finding(hops: Sequence[Attributed], finding: Finding, text: str, lexicon: Lexicon) -> list[Attributed]:
    """The finding up to the sentence in which somebody else is cited, as the body's, and what others say in it."""
    # "The operator ignored two warnings" is what is found, though the encoder may take it for speech.
    spoken = [hop for hop in hops if hop.parsed or lexicon.cues.stance(hop.cue_lemma) is not None]
    end = finding.words.start
    for stop in _SENTENCE.finditer(text, finding.words.start, finding.words.end):
        if any(_start(hop) < stop.end() for hop in spoken):
            break
        end = stop.end()
    words = text[finding.words.start : end].rstrip().removesuffix(".")
    if not words:
        return spoken
    said = Span(finding.words.start, finding.words.start + len(words))
    whole = Attributed((finding.body,), (finding.label,), (said,), Stance.SAYS, FINDING, cue_lemma="find", learned=True)
    return [whole, *spoken]


def _start(hop: Attributed) -> int:
    return min(span.start for span in (*hop.cue, *hop.content))


def _body(text: str, blocks: Sequence[Block]) -> Span | None:
    """Whose report it is by its head: a name, else what it calls itself ("Inquiry into …")."""
    for block in blocks[:_HEADS]:
        match = _REPORTED.match(text, block.span.start, block.span.end)
        if match is not None and _NUMBERED.match(text, block.span.start, block.span.end) is None:
            group = next(name for name in ("name", "other", "kind") if match[name])
            return Span(*match.span(group))
    return None
