"""Read phrases that say whose word a sentence is: "in her view, …", "per the handbook, …", "…, as he put it"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.source_kinds import may_tell
from briefing.analysis.syntax.dependencies import head_of, text_of, words_in
from briefing.analysis.syntax.framing_words import Framing
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Block, Span, Spans, Stance, overlap_length
from briefing.records import dataclass

FRAME = "frame"
"""The rule that reads such a phrase."""

PLEADING = "frame.pleading"
"""The rule that reads what somebody's case or evidence is."""

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
        if (
            frame is None
            or not _may_plead(doc, frame, lexicon)
            or len(words_in(doc, content)) < _FEWEST
            or _is_said_already(frame, found)
        ):
            continue
        found = [hop for hop in found if not overlap_length(hop.cue, (frame.phrase,))]
        rule, lemma = (PLEADING, "argue") if _is_pleading(frame, text, lexicon) else (FRAME, "according")
        found.append(Attributed(frame.source, (frame.cue,), content, Stance.SAYS, rule, cue_lemma=lemma))
    return sorted(found, key=lambda hop: min(span.start for span in (*hop.cue, *hop.content)))


@cache
def _leads(words: Framing) -> re.Pattern[str]:
    """What every such phrase holds: a quick look before the slow ones."""
    some = "tell|" + "|".join(
        sorted(words.views | words.reckonings | words.tellings | words.showings | words.so_said, key=len, reverse=True)
    )
    pleadings = "|".join(words.pleadings)
    return re.compile(rf"\b(?:[Pp]er (?:the|an?|its|his|her|their) |(?:{some})\b|(?:{pleadings})\b.{{0,140}}? that )")


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


@cache
def _pleadings(words: Framing) -> tuple[re.Pattern[str], ...]:
    """What stands at the head of "the evidence of Ruiz, which I accept, was that …" and "the firm's case is that …"."""
    pleading = "|".join(sorted(words.pleadings, key=len, reverse=True))
    cue = rf"(?:\w+ )?(?P<cue>(?:{pleading})"
    aside, verb = r"(?:, [^,;:\n]{2,60},)?", r"(?:is|was|remains|remained|has been|had been) (?=that )"
    name = r"(?P<source>[^,;:\n]{2,60}?)"
    parties = "|".join(sorted(words.parties, key=len, reverse=True))
    patterns = (
        rf"The (?!\w* ?case of ){cue} (?:of|for|advanced by|put forward by|given by)) {name}{aside} {verb}",
        rf"{name}[’']s? {cue}){aside} {verb}",
        rf"(?P<source>His|Her|Their|Our|My|Its) {cue}){aside} {verb}",
        rf"It (?:is|was|remains) {name}[’']s? {cue}) (?=that )",
        rf"(?P<source>The (?:{parties})) {cue}) {verb}",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


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
    for pattern in _pleadings(words):
        match = pattern.match(text, sentence.start, sentence.end)
        if match is not None:
            return _as_frame(match)
    for pattern in aside:
        match = pattern.search(text, sentence.start, sentence.end)
        if match is not None and not _is_quoted(text[sentence.start : match.start()]):
            return _as_frame(match)
    return None


def _may_plead(doc: Doc, frame: _Frame, lexicon: Lexicon) -> bool:
    """Whether who is said to have a case can have one: "the evidence of fraud was that" is nobody's."""
    if not _is_pleading(frame, text_of(doc), lexicon):
        return True
    words = words_in(doc, frame.source)
    head = head_of(words)
    party = bool(words) and words[-1].lower_ in lexicon.framing.parties
    return party or (head is not None and may_tell(head, lexicon.sources))


def _is_pleading(frame: _Frame, text: str, lexicon: Lexicon) -> bool:
    return frame.cue.of(text).split()[0] in lexicon.framing.pleadings


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
