"""Join two readings of who said what: the trained encoder's, which is flat, and the grammar's, which nests."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import ACCORDING, HEARSAY, PLEA, Attributed, can_speak
from briefing.analysis.attribution.cue_subjects import is_first_person, speaker_of, writer_of
from briefing.analysis.attribution.quotations import MARKS, is_title
from briefing.analysis.encoder.role_encoder import FoundAttribution, Pairs
from briefing.analysis.names.datelines import dateline
from briefing.analysis.syntax.dependencies import (
    AUXILIARIES,
    SUBJECTS,
    antecedent,
    head_of,
    is_passive,
    phrase,
    text_of,
    words_in,
)
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import NEGATIONS, RELATIVES, SETTING_OFF
from briefing.model import Block, Span, Spans, Stance, covering, overlap_length, overlap_share, words_of

_NEEDS_SUPPORT = frozenset({"verb.object", "noun.owned", "verb.preposition", "adjective"})
"""Rules that are right less than half the time on their own: their hops stay where the stance leaves no doubt."""

_PLAIN_STANCES = frozenset({Stance.SAYS, Stance.KNOWS, Stance.BELIEVES, Stance.CONFIRMS})
_ASKED = frozenset({"ccomp", "pcomp", "csubj", "csubjpass"})
"""What a clause that asks is of another one; a relative clause is none of these."""

_WHOEVER = frozenset({"whoever", "whatever"})
_ASKING = frozenset({"who", "what", "which"}) | _WHOEVER
_QUESTIONING = frozenset({"ask", "wonder", "question"})
_NUMBER = re.compile(r"\(?\d{1,3}(?:[/)]|\.(?=\s))\s*")
"""What numbers a paragraph or a post: "4/ ", "12. "."""

_ANYBODY = frozenset({"somebody", "someone", "anybody", "anyone", "everybody", "everyone", "nobody", "no one"})
_POINTING_TAGS = frozenset({"DT", "PRP", "WDT", "WP"})
"""Of words that only point at what was said elsewhere."""

_ONESELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_LABELLING = frozenset({"DET", "ADJ", "NOUN"})
"""Parts of speech with which begins what somebody calls himself: "declared himself | the winner"."""

_SAYING = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.DENIES, Stance.ACCUSES})
_EXPLETIVES = frozenset({"it", "there"})
_INNER_END = re.compile(r"’(?!\w)")
_NAMING = frozenset({"call", "name", "dub", "term", "nickname", "title", "entitle", "label"})
_ALSO = frozenset(
    {"also", "formerly", "sometimes", "previously", "often", "popularly", "locally", "commonly", "originally"}
)
"""Adverbs with which a further name of a thing is told."""

_SHORT = 2
_SHORT_POINTER = 3
_ALIKE = 0.5


def by_block(found: Sequence[FoundAttribution], blocks: Sequence[Block]) -> list[list[FoundAttribution]]:
    """For each block, in text order, what the encoder found with a piece of content in it."""
    starts = [block.span.start for block in blocks]
    sorted_out: list[list[FoundAttribution]] = [[] for _ in blocks]
    for attribution in found:
        first = min(start for start, _ in attribution.content)
        last = max(end for _, end in attribution.content)
        for number in range(max(0, bisect_right(starts, first) - 1), bisect_left(starts, last)):
            sorted_out[number].append(attribution)
    return sorted_out


def learned_in(found: Sequence[FoundAttribution], block: Block, doc: Doc, lexicon: Lexicon) -> list[Attributed]:
    """What the encoder found in a block; pieces of its contents in later blocks count as quotations carried over."""
    hops: list[Attributed] = []
    for attribution in found:
        content = _within(attribution.content, block.span)
        if not content:
            continue
        cue = _within(attribution.cue, block.span)
        stance, lemma, negated = _cue_words(doc, cue, lexicon)
        # "I" is who writes, whoever the encoder thinks of.
        source = writer_of(doc, cue) or _spans(attribution.source) or speaker_of(doc, cue, content)
        rule = "learned" if cue or not attribution.cue else "learned.carried"
        hops.append(Attributed(source, cue, content, stance, rule, negated, lemma, learned=True, parsed=False))
    return hops


def joined(
    grammar: Sequence[Attributed], learned: Sequence[Attributed], doc: Doc, lexicon: Lexicon
) -> list[Attributed]:
    """One list of hops: the encoder's, made exact by the grammar's, and those of the grammar that it does not cover."""
    text = text_of(doc)
    matches = [(hop, _match(hop, grammar)) for hop in learned]
    matched = [match for _, match in matches if match is not None]
    both = [
        _one(hop, match, grammar, text) if match is not None else hop
        for hop, match in matches
        if match is not None or (_is_sound(hop, doc, lexicon) and _is_somebody(hop, doc, lexicon))
    ]
    both = [_without_others(hop, both) for hop in both]
    alone = [hop for hop in grammar if not any(hop is match for match in matched) and _stands_alone(hop, both)]
    telling = (
        hop
        for hop in (*both, *alone)
        if not (_names_a_work(hop, text) or _hides_a_name(hop, text, lexicon) or _asks_who(hop, doc, lexicon))
        and not _gives_a_name(hop, doc)
        and not (_is_anybody_s(hop, text) or _is_left_open(hop, text, lexicon) or _is_of_oneself(hop, doc))
    )
    trimmed = _as_introduced([_trimmed(_as_hearsay(hop, doc, lexicon), text) for hop in telling], text)
    trimmed = [
        hop for hop in trimmed if not any(_is_frame(hop, other) or _is_named_in(hop, other) for other in trimmed)
    ]
    return sorted(_distinct(trimmed), key=lambda hop: min(span.start for span in (*hop.cue, *hop.content)))


def _within(pairs: Pairs, limits: Span) -> Spans:
    cut = [(max(start, limits.start), min(end, limits.end)) for start, end in pairs]
    return tuple(Span(start, end) for start, end in cut if start < end)


def _spans(pairs: Pairs) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _cue_words(doc: Doc, cue: Spans, lexicon: Lexicon) -> tuple[Stance, str, bool]:
    """Stance, lemma and denial of a cue, by its most telling word: nouns before verbs that only carry them."""
    tokens = [token for span in cue for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ()]
    negated = any(token.lower_ in NEGATIONS for token in tokens)
    telling = [token for token in tokens if lexicon.cues.stance(token.lemma_.lower()) is not None]
    if not telling:
        return Stance.SAYS, tokens[0].lemma_.lower() if tokens else "", negated
    chosen = max(telling, key=lambda token: (token.lemma_.lower() not in lexicon.cues.light, token.i))
    lemma = chosen.lemma_.lower()
    following = {token.lower_ for token in tokens if token.i > chosen.i}
    governed = [stance for (verb, word), stance in lexicon.cues.governed.items() if verb == lemma and word in following]
    return (governed[0] if governed else lexicon.cues.stance(lemma) or Stance.SAYS), lemma, negated


def _match(hop: Attributed, grammar: Iterable[Attributed]) -> Attributed | None:
    """The grammar's hop with the same cue, else the one with most of the same content."""
    others = list(grammar)
    same_cue = [other for other in others if overlap_length(hop.cue, other.cue)]
    candidates = same_cue or [other for other in others if not hop.cue or not other.cue]
    best = max(candidates, key=lambda other: overlap_share(hop.content, other.content), default=None)
    if best is not None and best.rule == ACCORDING and _swallows(hop, best):
        return best
    if best is None or (not same_cue and overlap_share(hop.content, best.content) < _ALIKE):
        return None
    return best if overlap_share(hop.content, best.content) > 0 else None


def _one(hop: Attributed, match: Attributed, grammar: Sequence[Attributed], text: str) -> Attributed:
    """The encoder's words with the grammar's stance; the grammar's content where it holds a further hop."""
    named = hop.source and text[hop.source[0].start : hop.source[-1].end].lower() not in RELATIVES
    nests = any(
        other is not match
        and overlap_length(match.content, other.cue) > 0
        and overlap_length(match.content, other.content) > 0
        for other in grammar
    )
    nobody = not match.source and hop.source and hop.source[0].of(text).lower() in _EXPLETIVES
    named = named and not nobody and not (not hop.cue and is_first_person(match.source, text))
    # "by the inspector | of sleeping": the encoder takes the charge for a part of who makes it, or the other way.
    if match.rule in {HEARSAY, ACCORDING} and match.source and _swallows(hop, match):
        return replace(match, learned=True)
    if match.rule == PLEA:
        # What is said is "not guilty to the charges", and not the charges.
        return replace(match, source=hop.source if named else match.source, learned=True)
    carried = match.rule == PLEA or (
        match.rule == "noun.light" and covering(hop.content).contains(covering(match.content))
    )
    wider = hop.content[0].start < match.content[0].start
    whole = carried or (
        nests and not wider and overlap_length(match.content, hop.content) >= _ALIKE * sum(map(len, hop.content))
    )
    return replace(
        match,
        source=hop.source if named and not _is_part(hop.source, match.source, text) else match.source,
        cue=match.cue if carried else hop.cue or match.cue,
        content=match.content if whole else _without_strays(hop.content, match.content, text),
        learned=True,
        readings=(("encoder", hop.content), ("grammar", match.content)),
    )


def _swallows(hop: Attributed, match: Attributed) -> bool:
    """Whether the encoder took a part of what is said for a part of who says it, or the other way."""
    if overlap_length(hop.source, match.content):
        return True
    alike = match.rule == ACCORDING and overlap_length(hop.source, match.source) > 0
    return overlap_length(hop.content, match.source) > 0 and not alike


def _as_introduced(hops: Sequence[Attributed], text: str) -> list[Attributed]:
    """The hops, where what stands behind "he disagreed:" is what he says and not what he denies."""
    introduced = [hop for hop in hops if hop.stance is Stance.DENIES and _is_before_colon(hop, text)]
    others = [hop for hop in hops if hop not in introduced]
    own = [hop for hop in introduced if not any(overlap_share(hop.content, other.content) > _ALIKE for other in others)]
    return [*others, *(replace(hop, stance=Stance.SAYS) for hop in own)]


def _is_before_colon(hop: Attributed, text: str) -> bool:
    return bool(hop.cue) and text[hop.cue[-1].start : hop.content[0].start].rstrip().endswith(":")


def _is_frame(hop: Attributed, other: Attributed) -> bool:
    """Whether the content of a hop is but who said the other one: "he heard of it, | he said"."""
    size = sum(map(len, hop.content))
    framed = overlap_length(hop.content, (*other.source, *other.cue))
    # A space stands between the two.
    return other is not hop and bool(other.source and other.cue) and framed >= size - 1


def _is_named_in(hop: Attributed, other: Attributed) -> bool:
    """Whether the cue of a hop without a source is part of a source: "patients' | advocate | Ruth Keller said"."""
    return not hop.source and bool(hop.cue) and overlap_length(hop.cue, other.source) == sum(map(len, hop.cue))


def _asks_who(hop: Attributed, doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a sentence or a clause asks who said it, and so tells of nobody who did: "did not say who ordered it".

    A reporter who asks, and whoever may have said it, tell nothing either.
    """
    source = doc.char_span(hop.source[0].start, hop.source[0].end, alignment_mode="expand") if hop.source else None
    if source is not None and hop.cue_lemma in _QUESTIONING and source.root.lemma_.lower() in lexicon.turns.asking:
        return True
    if source is None or len(source) != 1 or source[0].lower_ not in _ASKING:
        return False
    if source[0].lower_ in _WHOEVER:
        return True
    return source[0].is_sent_start is True or source[0].head.dep_ in _ASKED


def _is_left_open(hop: Attributed, text: str, lexicon: Lexicon) -> bool:
    """Whether the cue says that a thing is not known, and so of nobody that he says it: "it remains unclear"."""
    words = words_of(hop.cue, text, " ").lower().split()
    return words[:1] == ["it"] and not lexicon.hedges.unknown.isdisjoint(words)


def _is_of_oneself(hop: Attributed, doc: Doc) -> bool:
    """Whether the content is the speaker himself ("that he explain | himself"), and not what he says he is."""
    text = text_of(doc)
    if hop.rule == "verb.object" and " as " in hop.content[0].of(text):
        return False
    first, *label = words_in(doc, hop.content)
    if first.lower_ not in _ONESELF:
        return False
    called = bool(label) and (label[0].lower_ == "as" or label[0].text in MARKS or label[0].pos_ in _LABELLING)
    # "called himself Kurt Lemm" is but a name.
    return not called or all(word.pos_ == "PROPN" or word.is_punct for word in label)


def _gives_a_name(hop: Attributed, doc: Doc) -> bool:
    """Whether a participle only says what a thing is called, by nobody: "the device, also | called | a shield"."""
    verb = head_of(words_in(doc, hop.cue))
    if verb is None or verb.lemma_.lower() not in _NAMING or verb.tag_ not in {"VBN", "VBD"}:
        return False
    if _is_other_name(verb):
        return True
    if hop.source and _follows_relative(doc, hop.source):
        return False
    bare = verb.dep_ in {"acl", "advcl", "appos"} and not any(child.dep_ in AUXILIARIES for child in verb.children)
    return bare and not any(child.dep_ in SUBJECTS or child.dep_ == "agent" for child in verb.children)


def _is_other_name(verb: Token) -> bool:
    """Whether a further name is given beside a first one: "released on licence, *also called* parole, …"."""
    first = verb.nbor(-1) if verb.i else None
    before = verb.nbor(-2) if verb.i > 1 else None
    if first is None or before is None or first.lower_ not in _ALSO or before.text not in SETTING_OFF:
        return False
    return not any(child.dep_ in SUBJECTS and child.i > before.i for child in verb.children)


def _follows_relative(doc: Doc, source: Spans) -> bool:
    """Whether a source is the subject of a relative clause: "Lind, who | Voss | called a liar"."""
    words = words_in(doc, source)
    return bool(words) and words[0].i > 0 and doc[words[0].i - 1].lower_ in RELATIVES


def _as_hearsay(hop: Attributed, doc: Doc, lexicon: Lexicon) -> Attributed:
    """The hop; what "is understood" is nobody's word unless it says by whom."""
    if hop.cue_lemma not in lexicon.hedges.hearsay_passives:
        return hop
    verbs = [token for token in words_in(doc, hop.cue) if token.lemma_.lower() == hop.cue_lemma]
    parts = [child.dep_ for verb in verbs for child in verb.children]
    return replace(hop, source=()) if "auxpass" in parts and "agent" not in parts else hop


def _is_anybody_s(hop: Attributed, text: str) -> bool:
    """Whether a wish or a feeling is nobody's in particular: "because somebody | wanted | to save money"."""
    source = words_of(hop.source, text, " ").lower()
    return source in _ANYBODY and hop.stance not in _SAYING


def _names_a_work(hop: Attributed, text: str) -> bool:
    """Whether the content is but a title in quotation marks: "liked “The Long Night”"."""
    words = words_of(hop.content, text, " ").strip()
    return len(words) > 2 and words[0] in MARKS and words[-1] in MARKS and is_title(words[1:-1])


def _hides_a_name(hop: Attributed, text: str, lexicon: Lexicon) -> bool:
    """Whether the hop only says that a source stays nameless: "who | asked | not to be named"."""
    if not hop.cue:
        return False
    words = text[hop.cue[0].start : hop.content[-1].end].lower()
    said = (phrase.removeprefix("who ") for phrase in lexicon.sources.shields if phrase.startswith("who "))
    return words.startswith(tuple(said))


def _trimmed(hop: Attributed, text: str) -> Attributed:
    """The hop with a content that begins after its cue and ends with the quotation that it stands in."""
    hop = replace(hop, source=_without_number(hop.source, text)) if hop.source else hop
    told = [_without_dateline(_with_closing(_closed(piece, text), text), text) for piece in hop.content]
    pieces = [_beside(piece, hop.cue, text) for piece in told]
    content = tuple(piece for piece in pieces if piece is not None)
    return replace(hop, content=content) if content else hop


def _without_number(source: Spans, text: str) -> Spans:
    """The source without the number of its paragraph: "4/ | Governor Reese"."""
    first = source[0]
    number = _NUMBER.match(text, first.start, first.end)
    at_head = first.start == 0 or text[first.start - 1] == "\n"
    cut = number is not None and at_head and number.end() < first.end
    return (Span(number.end(), first.end), *source[1:]) if cut and number is not None else source


def _beside(piece: Span, cue: Spans, text: str) -> Span | None:
    """What of a piece of content is left before or after the cue words in it: "took offence at | the plan"."""
    start, end = piece.start, piece.end
    for word in cue:
        if word.start <= start < word.end:
            start = word.end
        elif word.start < end <= word.end:
            end = word.start
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _without_dateline(piece: Span, text: str) -> Span:
    """The piece without the place and the date that a report begins with: "BRUSSELS, Nov 12 (Reuters) - "."""
    line = dateline(text, piece.start, piece.end)
    return Span(line.end(), piece.end) if line else piece


def _with_closing(piece: Span, text: str) -> Span:
    """The piece with the mark that closes the quotation within it, where it was left out: "with “regret|”"."""
    following = text[piece.end : piece.end + 1]
    words = piece.of(text)
    open_straight = following == '"' and words.count('"') % 2 == 1
    open_curly = following == "”" and words.count("“") > words.count("”")
    return Span(piece.start, piece.end + 1) if open_straight or open_curly else piece


def _closed(piece: Span, text: str) -> Span:
    """The piece up to the end of a quotation inside a quotation that opened right before it."""
    if piece.start == 0 or text[piece.start - 1] != "‘":
        return piece
    closing = _INNER_END.search(text, piece.start, piece.end)
    return Span(piece.start, closing.start()) if closing else piece


def _is_somebody(hop: Attributed, doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a relative pronoun stands for one who can speak, and does: "the film, which tells a story" is none."""
    cue = {token.i for token in words_in(doc, hop.cue)}
    for span in hop.source[:1]:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is not None and len(words) == 1 and words[0].lower_ in RELATIVES:
            speaks = not cue or words[0].head.i in cue
            return speaks and can_speak(doc, phrase(antecedent(words[0])), lexicon)
    return True


def _is_part(source: Spans, whole: Spans, text: str) -> bool:
    """Whether a source is only the last of several: "Pakistan" of "India and Pakistan"."""
    if not whole or not source or not any(piece.contains(source[0]) for piece in whole):
        return False
    before = text[whole[0].start : source[0].start]
    return before.endswith((" and ", " or "))


def _without_others(hop: Attributed, hops: Sequence[Attributed]) -> Attributed:
    """The hop; what each reader took for its content, without pieces that another cue of the text brings in."""
    others = [piece for other in hops if other.cue and other.cue != hop.cue for piece in other.content]
    readings = tuple(
        (
            name,
            tuple(p for p in spans if overlap_length((p,), hop.content) or not overlap_length((p,), others)) or spans,
        )
        for name, spans in hop.readings
    )
    return replace(hop, readings=readings)


def _without_strays(content: Spans, read: Spans, text: str) -> Spans:
    """The encoder's content without short pieces far from what the grammar read, unless they are quoted."""
    kept = tuple(
        piece
        for piece in content
        if overlap_length((piece,), read)
        or len(piece.of(text).split()) > _SHORT
        or any(c in MARKS for c in piece.of(text))
    )
    return kept or content


def _is_sound(hop: Attributed, doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a hop that only the encoder saw is enough to show: somebody, or a word of hearsay, and a content."""
    text = text_of(doc)
    words = words_of(hop.content, text, " ")
    if _is_part_of_name(doc, hop):
        return False
    hearsay = hop.cue_lemma in lexicon.hedges.hearsay_passives | lexicon.hedges.hearsay or _was_told(hop, doc, lexicon)
    head = head_of(words_in(doc, hop.content))
    if head is not None and head.tag_ in _POINTING_TAGS and len(words.split()) <= _SHORT_POINTER:
        return False
    return (bool(hop.source) or hearsay) and (len(words.split()) > _SHORT or any(c in MARKS for c in words))


def _is_part_of_name(doc: Doc, hop: Attributed) -> bool:
    """Whether the cue only looks like a verb: "Sultan Qadir bin | Said |, the ruler of the island, died"."""
    cue = words_in(doc, hop.cue)
    first = cue[0].nbor(-1) if cue and cue[0].i else None
    named = all(word.pos_ == "PROPN" and word.text[:1].isupper() and not word.text.isupper() for word in cue)
    return first is not None and named and first.pos_ == "PROPN" and not cue[0].is_sent_start


def _was_told(hop: Attributed, doc: Doc, lexicon: Lexicon) -> bool:
    """Whether the cue says that somebody was told it: "nurses | were told"."""
    return any(token.lemma_.lower() in lexicon.cues.told and is_passive(token) for token in words_in(doc, hop.cue))


def _stands_alone(hop: Attributed, found: Sequence[Attributed]) -> bool:
    """Whether the grammar's hop stays though the encoder did not see it."""
    if any(overlap_share(hop.content, other.content) > _ALIKE and _shares_source(hop, other) for other in found):
        return False
    return hop.rule not in _NEEDS_SUPPORT or hop.stance not in _PLAIN_STANCES


def _shares_source(hop: Attributed, other: Attributed) -> bool:
    return not hop.source or not other.source or overlap_length(hop.source, other.source) > 0


def _distinct(hops: Iterable[Attributed]) -> Iterator[Attributed]:
    seen: set[tuple[Spans, Spans]] = set()
    for hop in hops:
        if (hop.cue, hop.content) not in seen:
            seen.add((hop.cue, hop.content))
            yield hop
