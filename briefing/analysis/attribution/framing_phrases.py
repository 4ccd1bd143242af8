"""Read phrases that say whose word a sentence is: "in her view, …", "per the handbook, …", "…, as he put it"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.syntax.dependencies import text_of, words_in
from briefing.analysis.syntax.framing_words import Framing
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Block, Span, Spans, Stance, overlap_length
from briefing.records import dataclass

FRAME = "frame"
"""The rule that reads such a phrase."""

_FEWEST = 3
"""Words of a sentence beside the phrase, without which it tells nothing."""

_LONGEST_ASIDE = 20
_EDGES = " \t\n,;—–-"


@dataclass(frozen=True, slots=True)
class _Frame:
    phrase: Span
    source: Spans
    cue: Span


def with_frames(doc: Doc, block: Block, hops: Sequence[Attributed], lexicon: Lexicon) -> list[Attributed]:
    """The hops, with the rest of each sentence that has such a phrase given to the one whom it names."""
    found = list(hops)
    text = text_of(doc)
    within = block.span.of(text)
    if not _leads(lexicon.framing).search(within):
        return found
    for sentence in _sentences(doc, block):
        frame = _frame_in(text, sentence, lexicon.framing)
        content = _rest(text, sentence, frame.phrase) if frame is not None else ()
        if frame is None or len(words_in(doc, content)) < _FEWEST or _is_said_already(frame, found):
            continue
        found = [hop for hop in found if not overlap_length(hop.cue, (frame.phrase,))]
        found.append(Attributed(frame.source, (frame.cue,), content, Stance.SAYS, FRAME, cue_lemma="according"))
    return sorted(found, key=lambda hop: min(span.start for span in (*hop.cue, *hop.content)))


@cache
def _leads(words: Framing) -> re.Pattern[str]:
    """What every such phrase holds: a quick look before the slow ones."""
    some = "tell|" + "|".join(
        sorted(words.views | words.reckonings | words.tellings | words.showings | words.so_said, key=len, reverse=True)
    )
    return re.compile(rf"\b(?:[Pp]er (?:the|an?|its|his|her|their) |(?:{some})\b)")


@cache
def _patterns(words: Framing) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """What stands at the head of a sentence, with the comma behind it; and what stands in its midst or at its end."""
    groups = (words.views, words.reckonings, words.tellings, words.showings, words.several, words.so_said)
    views, reckonings, tellings, showings, some, so_said = (
        "|".join(sorted(group, key=len, reverse=True)) for group in groups
    )
    owner = r"(?P<source>(?:[^,;:\n]{2,60}?)(?=[’']s?\b)|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)(?:[’']s?)?"
    view = rf"(?P<cue>(?:own |considered |professional |expert )?(?:{views}))"
    reckoning = rf"(?P<cue>(?:own |latest |first |early )?(?:{reckonings}))"
    name = r"(?P<source>(?:the |an? )?[^\W\d_][^,;:\n]{1,60}?)"
    initial = (
        r"(?P<cue>Per) (?P<source>(?:the|an?|its|his|her|their) [^,;:\n]{2,90}?)",
        rf"(?:In|From|By|To) {owner} {view}",
        rf"(?P<cue>(?:In|From) the (?:{views}) of) {name}",
        rf"By {owner} {reckoning}",
        rf"(?P<cue>By) (?P<source>(?:{some}) (?:{reckonings}))",
        rf"As {name} (?P<cue>(?:has |had |have )?(?:{tellings}) it)",
        rf"To hear {name} (?P<cue>tell it)",
        rf"(?P<cue>As (?:{showings}) (?:at|in|by|during)) (?P<source>[^,;:\n]{{3,60}}?)",
    )
    aside = (
        rf"by {owner} {reckoning}",
        rf"(?P<cue>by) (?P<source>(?:{some}) (?:{reckonings}))",
        rf"as {name} (?P<cue>(?:has |had |have )?(?:{tellings}) it)",
        rf"in {owner} {view}",
        rf"(?P<cue>so (?:{so_said})) {name}",
    )
    return (
        tuple(re.compile(rf"{pattern}, (?=\S)") for pattern in initial),
        tuple(re.compile(rf"(?:, | [—–-] ){pattern}(?=,| [—–-] |[.!?]|\Z)") for pattern in aside),
    )


def _sentences(doc: Doc, block: Block) -> Iterator[Span]:
    window = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
    start, last = block.span.start, None
    for token in window or ():
        if last is not None and token.is_sent_start:
            yield Span(start, last.idx + len(last.text))
            start = token.idx
        last = token if not token.is_space else last
    if last is not None and start < last.idx + len(last.text):
        yield Span(start, last.idx + len(last.text))


def _frame_in(text: str, sentence: Span, words: Framing) -> _Frame | None:
    initial, aside = _patterns(words)
    for pattern in initial:
        match = pattern.match(text, sentence.start, sentence.end)
        if match is not None:
            return _as_frame(match)
    for pattern in aside:
        match = pattern.search(text, sentence.start, sentence.end)
        if match is not None and not _is_quoted(text[sentence.start : match.start()]):
            return _as_frame(match)
    return None


def _as_frame(match: re.Match[str]) -> _Frame:
    return _Frame(Span(*match.span()), (Span(*match.span("source")),), Span(*match.span("cue")))


def _is_quoted(before: str) -> bool:
    """Whether a quotation was opened and not closed before a place."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _rest(text: str, sentence: Span, phrase: Span) -> Spans:
    """The sentence without the phrase, up to a semicolon behind it, and without the full stop."""
    aside = _within_dashes(text, sentence, phrase)
    end = text.find(";", phrase.end, sentence.end)
    whole = ((sentence.start, phrase.start), (phrase.end, end if end >= 0 else sentence.end))
    found = []
    for start, stop in (aside,) if aside else whole:
        words = text[start:stop]
        kept = words.strip(_EDGES)
        if any(letter.isalnum() for letter in kept):
            begin = start + words.index(kept)
            found.append(Span(begin, begin + len(kept.removesuffix("."))))
    return tuple(found)


def _within_dashes(text: str, sentence: Span, phrase: Span) -> tuple[int, int] | None:
    """What stands between the phrase and a second dash, where it stands behind one: "— by her count, two won —"."""
    dash = text[phrase.start : phrase.end].strip()[:1]
    if dash not in {"—", "–"} or text[phrase.end : phrase.end + 1] != ",":
        return None
    end = text.find(dash, phrase.end, sentence.end)
    return (phrase.end, end if end >= 0 else sentence.end)


def _is_said_already(frame: _Frame, hops: Sequence[Attributed]) -> bool:
    """Whether somebody else's cue stands around the phrase, so that it is part of what he says."""
    return any(overlap_length(hop.content, (frame.phrase,)) == len(frame.phrase) and hop.source for hop in hops)
