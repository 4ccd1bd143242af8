"""Where the words of one source end: before what he adds in another breath, and before what another one says."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.framing_phrases import FRAME
from briefing.analysis.attribution.quotations import Quotation
from briefing.analysis.attribution.trailing_words import cuts_behind, with_own_speaker
from briefing.analysis.syntax.dependencies import SUBJECTS, head_of, own_subject, spans_of, text_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import BREAKS, CLAUSE_MARKS, FINITE_TAGS
from briefing.model import Span, Spans, Stance, covering, overlap_length

_FEWEST = 2
"""Words that must be left of a content."""

_SAYING = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.DENIES, Stance.ACCUSES, Stance.DEMANDS, Stance.PROMISES})
_LOOSE = frozenset({",", ";"})
_CLOSING = frozenset({"”", '"', "’", "»"})
_STOPS = frozenset({".", "!", "?"})


def within_ends(
    doc: Doc, hops: Sequence[Attributed], quoted: Sequence[Quotation], lexicon: Lexicon
) -> list[Attributed]:
    """The hops, each without what is said in its content by another cue beside its own: ", adding that …", "while Z …".

    What is within a quotation stays: who is quoted may say anything.
    """
    marked = [quotation.span for quotation in quoted]
    hops = [_with_doer(doc, with_own_speaker(doc, hop, lexicon)) for hop in hops]
    ended = [_without_loose_end(doc, _ended(doc, hop, hops, marked, lexicon)) for hop in hops]
    return _parted_at_quotation(doc, ended, marked)


def _with_doer(doc: Doc, hop: Attributed) -> Attributed:
    """The hop; a content that ends with a participle goes on with who did it: "the move announced | by the mayor"."""
    words = words_in(doc, hop.content)
    last = words[-1] if words else None
    if last is None or not hop.cue or last.idx < hop.cue[-1].start:
        return hop
    if last.pos_ == "NOUN":
        return _with_name(hop, last)
    if last.tag_ != "VBN" or last.dep_ != "acl":
        return hop
    behind = [child for child in last.children if child.i > last.i and child.dep_ in {"prep", "agent", "npadvmod"}]
    if not behind or behind[0].left_edge.i != last.i + 1 or all(child.dep_ != "agent" for child in behind):
        return hop
    return _up_to_word(hop, last, behind[-1].right_edge)


def _with_name(hop: Attributed, noun: Token) -> Attributed:
    """The hop; a content that ends with a noun goes on with its name: "to suspend the coach | , Lena Garrett"."""
    name = next((child for child in noun.children if child.dep_ == "appos" and child.i > noun.i), None)
    if name is None or name.pos_ != "PROPN" or name.left_edge.i != noun.i + 2 or noun.nbor().text != ",":
        return hop
    return _up_to_word(hop, noun, name)


def _up_to_word(hop: Attributed, last: Token, end: Token) -> Attributed:
    """The hop, its content up to a word behind its last one, unless its own source or cue stands there."""
    rest = Span(last.idx, end.idx + len(end.text))
    if overlap_length((rest,), (*hop.cue, *hop.source)):
        return hop
    return replace(hop, content=(*hop.content[:-1], Span(hop.content[-1].start, rest.end)))


def _parted_at_quotation(doc: Doc, hops: Sequence[Attributed], marked: Sequence[Span]) -> list[Attributed]:
    """The hops, where the second half of a quotation is no part of what is called something between the halves.

    "“It is clean,” Hale said, | describing the fears as nonsense |, “and we will test it again.”"
    """
    found = list(hops)
    for number, hop in enumerate(hops):
        rest = _quotation_behind(doc, hop, marked)
        outer = _first_half(hop, hops, marked) if rest is not None else None
        if rest is None or outer is None:
            continue
        end = text_of(doc).rfind(",", hop.content[0].start, rest.start)
        found[number] = replace(hop, content=(Span(hop.content[0].start, end),), readings=())
        half = found[hops.index(outer)]
        if not overlap_length(half.content, (rest,)):
            found[hops.index(outer)] = replace(half, content=(*half.content, rest), readings=())
    return found


def _quotation_behind(doc: Doc, hop: Attributed, marked: Sequence[Span]) -> Span | None:
    """The quotation behind a comma into which the content of a participle runs on."""
    if len(hop.cue) != 1 or len(hop.content) != 1 or hop.cue[0].start > hop.content[0].start:
        return None
    verb, said, text = head_of(words_in(doc, hop.cue)), hop.content[0], text_of(doc)
    if verb is None or not _is_participle(verb):
        return None
    within = (span for span in marked if said.start < span.start and span.end <= said.end + 1)
    return next((span for span in within if text[: span.start].rstrip().endswith(",")), None)


def _first_half(hop: Attributed, hops: Sequence[Attributed], marked: Sequence[Span]) -> Attributed | None:
    """What the same source is quoted with right before."""
    before = (
        other
        for other in hops
        if other is not hop
        and other.cue
        and other.cue[0].end <= hop.cue[0].start
        and other.content[0].start < hop.cue[0].start
    )
    quoted = (other for other in before if any(span.start <= other.content[0].start + 1 < span.end for span in marked))
    return next((other for other in quoted if overlap_length(other.source, hop.source)), None)


def _without_loose_end(doc: Doc, hop: Attributed) -> Attributed:
    """The hop; its content without a conjunction that it ends with, as what follows was given to somebody else."""
    words = words_in(doc, hop.content)
    last = len(words)
    while last and (words[last - 1].dep_ == "cc" or words[last - 1].text in _LOOSE):
        last -= 1
    if last in (0, len(words)) or words[last].dep_ != "cc":
        return hop
    return replace(hop, content=_up_to(doc, hop.content, words[last].idx, ()))


def _ended(
    doc: Doc, hop: Attributed, hops: Sequence[Attributed], marked: Sequence[Span], lexicon: Lexicon
) -> Attributed:
    if not hop.cue:
        return hop
    reach, own = covering((*hop.content, *(span for _, spans in hop.readings for span in spans))), hop.cue[0].start
    inner = [other for other in hops if other is not hop and other.cue and reach.contains(other.cue[0])]
    cuts = [cut for other in inner if (cut := _cut_before(doc, hop, other, lexicon)) is not None]
    cuts += cuts_behind(doc, hop, lexicon)
    if hop.cue_lemma == "according" and hop.rule != FRAME:
        cuts += _cut_behind_source(doc, hop)
    stop = _sentence_end(doc, hop, marked)
    ends = [doc[cut].idx for cut in cuts] + ([stop] if stop is not None else [])
    ends = [end for end in ends if end > own and not any(span.start < end < span.end for span in marked)]
    if not ends:
        return hop
    said = [piece for other in inner for piece in other.content]
    content, *read = (
        _up_to(doc, spans, min(ends), [span for span in marked if not overlap_length((span,), said)])
        for spans in (hop.content, *(spans for _, spans in hop.readings))
    )
    if len(words_in(doc, content)) < _FEWEST:
        return hop
    names = [name for name, _ in hop.readings]
    return replace(
        hop, content=content, readings=tuple((name, spans) for name, spans in zip(names, read, strict=True) if spans)
    )


def _cut_behind_source(doc: Doc, hop: Attributed) -> list[int]:
    """The first word behind "…, according to X, …" if there a clause of its own begins, or one that tells of X."""
    end = max(span.end for span in (*hop.source, *hop.cue))
    words = words_in(doc, hop.content)
    before, behind = [word for word in words if word.idx < end], [word for word in words if word.idx >= end]
    if not before or not behind or not hop.source or BREAKS & {word.text for word in doc[before[-1].i : behind[0].i]}:
        return []
    first = behind[0]
    if first.tag_ in {"WP", "WDT"} and first.i > 0 and doc[first.i - 1].idx < end:
        return [int(first.i)]
    if doc[words_in(doc, hop.cue)[0].i - 1].dep_ == "cc" and hop.cue[0].start < hop.source[0].start:
        # "The plant shut and according to the union wages are owed": the union tells what follows.
        return []
    finite = any(word.tag_ in FINITE_TAGS for word in before) or text_of(doc)[hop.cue[0].start - 2] != ","
    subjects = {child.i for word in behind for child in word.children if child.dep_ in SUBJECTS}
    begins = any(doc[i].left_edge.i <= first.i + 1 <= i + 1 for i in subjects if i >= first.i)
    return [int(first.i)] if finite and begins else []


def _cut_before(doc: Doc, hop: Attributed, other: Attributed, lexicon: Lexicon) -> int | None:
    """The first word of the clause of another cue, if that clause stands beside the content and not within it."""
    verb = head_of(words_in(doc, other.cue))
    if verb is None or other.stance not in _SAYING:
        return None
    shared = overlap_length(hop.source, other.source) > 0
    if _is_participle(verb) and own_subject(verb) is None:
        left = _with_adverbs(verb)
        own = shared or not other.source or verb.lemma_.lower() in lexicon.cues.adding
        return left if own and _is_parted(doc, left) else None
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    return _clause_beside(doc, hop, other, verb, shared)


def _clause_beside(doc: Doc, hop: Attributed, other: Attributed, verb: Token, shared: bool) -> int | None:
    """The first word of a clause with a cue of its own that goes on beside the content."""
    left = verb.left_edge.i
    subject = own_subject(verb)
    if subject is None:
        # "He said that it was so and | vowed to stay".
        return left if shared and verb.dep_ == "conj" and doc[left].i == verb.i else None
    if any(child.dep_ == "mark" and child.lower_ in {"while", "whereas"} for child in verb.children):
        return left
    if verb.dep_ == "relcl":
        behind = doc[left + 1] if left + 1 < verb.i else doc[left]
        if doc[left].dep_ == "prep" and behind.lower_ == "which" and not shared and verb.head.dep_ not in SUBJECTS:
            # "… of paying less, *to which the mayor replied that* …"
            return left
        relative = doc[left].lower_ == "which" and subject.lower_ != "which"
        ends = covering(hop.content).end <= covering(other.content).end + 1
        return left if relative and ends and _is_parted(doc, left) else None
    if shared or verb.dep_ not in {"conj", "ccomp", "parataxis", "ROOT"}:
        return None
    before = doc[left - 1] if left else None
    if before is not None and before.text in BREAKS:
        return left
    alike = other.cue_lemma == hop.cue_lemma
    return left if verb.dep_ == "conj" and (alike or _is_parted(doc, left)) else None


def _is_participle(verb: Token) -> bool:
    """Whether it is one, also where the tagger took it for a noun: "affirmed her will, | writing | …"."""
    return bool(verb.tag_ == "VBG" or (verb.dep_ == "acl" and verb.lower_.endswith("ing")))


def _with_adverbs(verb: Token) -> int:
    """The first of the adverbs right before a verb: ", | also | adding"."""
    left: int = verb.i
    while left > 0 and verb.doc[left - 1].pos_ == "ADV" and not verb.doc[left - 1].is_sent_start:
        left -= 1
    return left


def _is_parted(doc: Doc, left: int) -> bool:
    """Whether a comma or the like stands before a word, or before the conjunction before it."""
    before = left - 1
    while before > 0 and (doc[before].dep_ == "cc" or doc[before].text in _CLOSING):
        before -= 1
    return before >= 0 and doc[before].text in CLAUSE_MARKS


def _sentence_end(doc: Doc, hop: Attributed, marked: Sequence[Span]) -> int | None:
    """Where the sentence of the cue ends, if the content goes on behind it without a mark of quotation."""
    if hop.rule.startswith(("turn", "quotation", "learned.carried")):
        return None
    behind = [word for word in words_in(doc, hop.content) if word.idx > hop.cue[-1].end]
    for number, word in enumerate(behind):
        # A stray piece may lie in the midst of the next sentence: "… in 1931. I accept | his evidence".
        first = next(
            (one for one in doc[behind[number - 1].i + 1 if number else word.i : word.i + 1] if one.is_sent_start), None
        )
        if first is None or not first.i:
            continue
        stop = doc[first.i - 1]
        if stop.text not in _STOPS or not first.text[:1].isupper():
            continue
        rest = behind[number:]
        if not any(span.start <= other.idx < span.end for other in (stop, *rest) for span in marked):
            return int(stop.idx)
    return None


def _up_to(doc: Doc, content: Spans, end: int, quoted: Sequence[Span]) -> Spans:
    """The content before a place, with the quotations of the sentences behind it that nobody else is quoted with."""
    words = words_in(doc, content)
    kept = {word.i for word in words if word.idx < end}
    while kept and (doc[max(kept)].dep_ == "cc" or doc[max(kept)].text in CLAUSE_MARKS):
        kept.discard(max(kept))
    behind = [word.i for word in words if word.idx >= end]
    following = next((i for i in behind if doc[i].is_sent_start and doc[i].idx > end), None)
    if following is not None:
        start = doc[following].idx - 1
        later = [span for span in quoted if span.start >= start]
        kept |= {i for i in behind if any(span.start <= doc[i].idx < span.end for span in later)}
    return _with_first_mark(doc, content, spans_of(doc, kept))


def _with_first_mark(doc: Doc, content: Spans, found: Spans) -> Spans:
    """A content that opened with a quotation mark keeps it."""
    if not found:
        return ()
    start, text = covering(content).start, text_of(doc)
    if start < found[0].start and not any(letter.isalnum() for letter in text[start : found[0].start]):
        return (Span(start, found[0].end), *found[1:])
    return found
