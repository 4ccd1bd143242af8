"""Turns of speech: in interviews, hearings and transcripts a label at the head of a paragraph tells who speaks."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.turn_labels import (
    LABEL,
    Labelled,
    headed_turns,
    labels_in,
    of_same_speakers,
    shown_labels,
)
from briefing.analysis.names.name_lexicon import names
from briefing.analysis.syntax.dependencies import text_of
from briefing.analysis.syntax.lexicon import Turns
from briefing.analysis.syntax.word_classes import FINITE_TAGS, SPOKESPERSONS
from briefing.model import Block, BlockKind, Span, Stance
from briefing.model.markup import Turn as ShownTurn
from briefing.records import dataclass

TURN = "turn"
"""The rule that reads a paragraph of a turn as what its speaker says."""

_FEWEST_LABELLED = 3
_WORDS_OF_TURN = 6
"""Words that the labelled paragraphs hold at least, on average."""

_SHARE_ASKED = 0.6
"""Share of the turns of one label that end in a question, from which it is the label of who asks."""

_SHARE_HALF_ASKED, _SHARE_ANSWERED = 0.34, 0.1
"""The same where all who speak next answer, and below which share of questions one answers."""

_WORDS = re.compile(r"[^\W\d_]+")
_SELF = frozenset({"i", "we", "i've", "my", "our", "me", "us", "myself", "ourselves"})
_STATEMENT = re.compile(
    r"(?i:(?:(?:full|press|joint|opening|closing|prepared|public|official)\s+)*"
    r"(?P<kind>statement|remarks|testimony|speech|address|open letter|letter|message)\s+(?:by|of|from)\s+)"
    r"(?P<name>(?:the\s+)?[^\W\d_a-z][^.:;\n]{2,80}?)\s*$",
    re.MULTILINE,
)
_HEADS = 3
"""Blocks at the head of a text among which the heading of a statement stands."""

_OPENING, _CLOSING = '“"«„', '”"»'
_OWN_WORDS = re.compile(r"\s*[,;–—-]\s+(?:but|and|yet|though|although|so)\s+(?:I|we)\b")
_OTHER = frozenset({"you", "your", "you've"})
_WORD = r"(?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w’'-]{1,2}\.|[^\W\d_a-z][\w’'-]*)"
_NAME = re.compile(rf"{_WORD}(?:[^\S\n]+{_WORD}){{1,3}}")
"""Some words with capitals in a line; a full stop within them stands behind initials and short titles alone."""

_QUESTIONED = re.compile(
    rf"(?i:\b(?:deposition|testimony|examination|evidence|interview|conversation|questions?|q\s?&\s?a))\s+"
    rf"(?:of|with|for|to)\s+(?i:the\s+|our\s+)?(?P<name>{_NAME.pattern})"
)
_INTERVIEW = re.compile(
    rf"(?P<kind>(?i:q\s?&\s?a|(?:an\s+)?interview))(?:\s*:|\s+(?i:with))\s+(?:[a-z-]+\s+){{0,4}}(?P<name>{_NAME.pattern})"
)
_DEAR = re.compile(r"(?i:dear)\s+[^.?!\n]{2,60}[,:]\s*$", re.MULTILINE)
_SIGNED = re.compile(
    rf"(?:[A-Z][^\n,.]{{2,30}},\s*\n)?(?P<name>{_NAME.pattern})(?:,[^\n.?!]{{2,60}})?\s*$", re.MULTILINE
)
"""The last line of a letter: "Hugo Brandt, chief executive"."""

_FEWEST_ASKED = 2
_LONGEST_QUESTION = 50
_BEHIND_BY = re.compile(rf"\b[Bb]y:?\s+(?:{_NAME.pattern}(?:,| and| &)\s+)*\Z")
"""What stands before a name in a byline, with the names before it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of what somebody says in turn.

    Attributes:
        speaker: where he is named.
        mark: the colon behind his label; None where that stands on a line of its own.
        words: what he says in this paragraph.
        asks: whether he is the one who asks.
        addressed: where the one is named whom he asks; none where several answer.
    """

    speaker: Span
    mark: Span | None
    words: Span
    asks: bool
    addressed: Span | None = None


def turns_in(text: str, blocks: Sequence[Block], words: Turns, shown: Sequence[ShownTurn] = ()) -> dict[Span, Turn]:
    """The paragraphs of a text that is spoken in turns, by their spans; none where it is not spoken in turns.

    Where the page shows who speaks, in `shown`, that is so. Else a text is spoken in turns if one label comes again and
    most of those at the heads of its paragraphs could name somebody. A paragraph without a label goes on with the turn
    before it.
    """
    paragraphs = [block for block in blocks if block.analysed and block.kind is not BlockKind.HEADING]
    told = shown_labels(text, paragraphs, shown)
    found_here = labels_in(text, paragraphs, words)
    if not told and not found_here:
        paragraphs, told = headed_turns(text, blocks)
        if not told:
            spoken = [b for b in blocks if b.analysed and b.kind is not BlockKind.HEADING]
            return _statement_in(text, blocks, spoken) or _letter_in(text, blocks) or _answers_in(text, blocks)
    # Of a page that shows some of its speakers, others may be labelled in the text alone.
    every = {one.number: one for one in (*found_here, *told)}
    labelled = {one.number: one for one in of_same_speakers([every[number] for number in sorted(every)], text)}
    times = Counter(one.name for one in labelled.values())
    asking = _asking(text, list(labelled.values()), words)
    is_dialogue = bool(told) or (len(labelled) >= _FEWEST_LABELLED and _are_speakers(times))
    if not is_dialogue or not _is_speech(text, labelled.values()):
        return _letter_in(text, blocks) or _answers_in(text, blocks)
    named = _named(text, labelled, asking, words)
    answering = {named[name] for name in times if name not in asking}
    addressed = answering.pop() if len(answering) == 1 else None
    found: dict[Span, Turn] = {}
    current: Labelled | None = None
    goes_on = _goes_on(labelled)
    for number, block in enumerate(paragraphs):
        one = labelled.get(number)
        current = one or (current if goes_on or number < max(labelled) else None)
        if current is not None and not _is_stage_direction(block.span.of(text)):
            said = one.words if one is not None else block.span
            asks = current.name in asking
            found[block.span] = Turn(named[current.name], current.mark, said, asks, addressed if asks else None)
    return found


def with_turn(hops: Sequence[Attributed], turn: Turn, text: str) -> list[Attributed]:
    """What is said in a paragraph of a turn: the paragraph as its speaker's, and what he says that others said.

    A question claims nothing for who asks it.
    """
    others = [
        hop
        for hop in (_spoken_by(hop, turn, text) for hop in hops)
        if hop.source != (turn.speaker,) and not _is_question(hop, turn, text)
    ]
    if turn.asks or _is_one_question(turn.words.of(text)) or _is_somebody_s_quotation(turn, others, text):
        return others
    cue = (turn.mark,) if turn.mark is not None else ()
    whole = Attributed((turn.speaker,), cue, (turn.words,), Stance.SAYS, TURN, learned=True)
    return [whole, *others]


def _is_somebody_s_quotation(turn: Turn, others: Sequence[Attributed], text: str) -> bool:
    """Whether a paragraph of a written statement quotes somebody who is named in it: it is his, and stands once."""
    first = turn.words.start
    if "\n" not in text[turn.speaker.end : first] or not set(text[first - 1 : first + 1]) & set(_OPENING):
        return False
    return any(hop.source and any(piece.start <= first < piece.end for piece in hop.content) for hop in others)


def names_speaker(label: str, words: Turns) -> bool:
    """Whether a label names somebody, and does not only stand for who asks or answers."""
    return not set(label.lower().rstrip(".").split()) & (words.asking | words.answering)


def _is_stage_direction(words: str) -> bool:
    """Whether a paragraph tells what happens between the turns: "(Whereupon, a recess was taken.)"."""
    return words[:1] in "([" and words.rstrip(".")[-1:] in ")]"


def _is_one_question(words: str) -> bool:
    said = words.strip()
    return said.endswith("?") and not any(mark in said[:-1] for mark in ".!?")


def without_labels(hops: Sequence[Attributed], block: Block, doc: Doc) -> list[Attributed]:
    """The hops that are more than a label and what is put under it: "Peter Lane: possession of a stolen boat"."""
    text = text_of(doc)
    label = LABEL.match(text, block.span.start, block.span.end)
    if label is None:
        return list(hops)
    return [hop for hop in hops if not (_is_labelled(hop, label.end("name"), text) and not _is_clause(hop, doc))]


def _is_labelled(hop: Attributed, end: int, text: str) -> bool:
    cue = "".join(span.of(text) for span in hop.cue).strip()
    return cue in {"", ":"} and any(span.end == end for span in hop.source)


def _is_clause(hop: Attributed, doc: Doc) -> bool:
    """Whether something is told of somebody: there is a verb in a tense, or a quotation."""
    words = doc.char_span(hop.reach.start, hop.reach.end, alignment_mode="expand")
    return words is None or any(word.tag_ in FINITE_TAGS or word.text in {"“", '"'} for word in words)


def _spoken_by(hop: Attributed, turn: Turn, text: str) -> Attributed:
    """The hop with the one whom "I" or "you" means here; the label before the words is the speaker's own."""
    named = tuple(
        Span(max(span.start, turn.words.start), span.end) for span in hop.source if span.end > turn.words.start
    )
    words = set(" ".join(span.of(text) for span in named).lower().split())
    if words and not words <= _SELF:
        hop = _without_own_words(hop, text)
    if hop.source and (not named or words <= _SELF):
        return replace(hop, source=(turn.speaker,))
    if words and words <= _OTHER and turn.addressed is not None:
        return replace(hop, source=(turn.addressed,))
    return replace(hop, source=named)


def _without_own_words(hop: Attributed, text: str) -> Attributed:
    """What somebody else said up to where the speaker goes on in his own name: "…, but I have seen nothing"."""
    *others, last = hop.content
    own = _OWN_WORDS.search(text, last.start, last.end)
    if own is None or own.start() == last.start or any(mark in last.of(text) for mark in _OPENING):
        return hop
    return replace(hop, content=(*others, Span(last.start, own.start())), readings=())


def _is_question(hop: Attributed, turn: Turn, text: str) -> bool:
    """Whether it is what somebody is asked about, not what he said: "in your opinion, how long …?"."""
    return (
        turn.asks and text[hop.reach.end - 1 : hop.reach.end + 1].strip().endswith("?") and hop.rule.startswith("noun")
    )


def _statement_in(text: str, blocks: Sequence[Block], paragraphs: Sequence[Block]) -> dict[Span, Turn]:
    """The paragraphs of a statement that is headed by whose it is; where some are in quotation marks, those alone."""
    heads = [_STATEMENT.match(text, block.span.start, block.span.end) for block in blocks[:_HEADS]]
    head = next((match for match in heads if match is not None), None)
    if head is None:
        return {}
    speaker, mark = Span(*head.span("name")), Span(*head.span("kind"))
    spoken = [block for block in paragraphs if block.span.start >= head.end()]
    quoted = _in_one_quotation(text, spoken)
    return {block.span: Turn(speaker, mark, _without_marks(text, block.span), False) for block in quoted or spoken}


def _letter_in(text: str, blocks: Sequence[Block]) -> dict[Span, Turn]:
    """The paragraphs of a letter between "Dear …," and the name below it, which say what its writer does."""
    lines = [block for block in blocks if block.analysed]
    opened = [
        number for number, block in enumerate(lines[:_HEADS]) if _DEAR.match(text, block.span.start, block.span.end)
    ]
    if not opened:
        return {}
    last = range(max(opened[0] + 2, len(lines) - _HEADS), len(lines))
    ends = ((number, _SIGNED.match(text, lines[number].span.start, lines[number].span.end)) for number in last)
    number, signed = next(((number, match) for number, match in ends if match is not None), (0, None))
    if signed is None:
        return {}
    speaker = Span(*signed.span("name"))
    body = [block for block in lines[opened[0] + 1 : number] if not block.span.of(text).rstrip().endswith(",")]
    return {block.span: Turn(speaker, None, block.span, False) for block in body}


def _answers_in(text: str, blocks: Sequence[Block]) -> dict[Span, Turn]:
    """What stands under the questions of an interview that is headed by who answers, and labels neither."""
    heads = [_INTERVIEW.match(text, block.span.start, block.span.end) for block in blocks[:_HEADS]]
    head = next((match for match in heads if match is not None), None)
    if head is None:
        return {}
    following = [block for block in blocks if block.analysed and block.span.start >= head.end()]
    asked = [number for number, block in enumerate(following) if _is_asked(block.span.of(text))]
    answered = [number for number in asked if number + 1 < len(following) and number + 1 not in asked]
    if len(answered) < _FEWEST_ASKED or len(answered) < len(asked):
        return {}
    speaker, mark = Span(*head.span("name")), Span(*head.span("kind"))
    found = {}
    for number, block in enumerate(following[asked[0] :], asked[0]):
        found[block.span] = Turn(speaker, mark, block.span, number in asked)
    return found


def _is_asked(words: str) -> bool:
    """Whether a paragraph is but a question, perhaps with a sentence before it."""
    said = words.strip()
    return said.endswith("?") and len(said.split()) <= _LONGEST_QUESTION and said[:1] not in _OPENING


def _in_one_quotation(text: str, paragraphs: Sequence[Block]) -> list[Block]:
    """The paragraphs of a quotation that goes on over several of them, or ends where its only one does."""
    found: list[Block] = []
    for block in paragraphs:
        words = block.span.of(text).strip()
        if words[:1] in _OPENING:
            found.append(block)
            if words[-1:] in _CLOSING and len(found) > 1:
                return found
        elif found:
            found.append(block)
            if words[-1:] in _CLOSING:
                return found
    return []


def _without_marks(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if text[start] in _OPENING:
        start += 1
    if text[end - 1] in _CLOSING:
        end -= 1
    return Span(start, end)


def _are_speakers(times: Counter[str]) -> bool:
    """Whether the labels come again, as speakers do; those of a list each stand once."""
    return sum(count for count in times.values() if count > 1) >= 0.5 * times.total()


def _is_speech(text: str, labelled: Collection[Labelled]) -> bool:
    """Whether labels are followed by questions or by sentences; those of a table of figures are not."""
    if sum(one.words.of(text).rstrip(' \n”"').endswith("?") for one in labelled) >= _FEWEST_ASKED:
        return True
    return sum(len(one.words.of(text).split()) for one in labelled) >= _WORDS_OF_TURN * len(labelled)


def _asking(text: str, labelled: Sequence[Labelled], words: Turns) -> set[str]:
    """The names of those who ask: by their label, by what they say, or because whoever follows them answers."""
    by_name: dict[str, list[bool]] = {}
    called: dict[str, set[str]] = {}
    for one in labelled:
        by_name.setdefault(one.name, []).append(one.words.of(text).rstrip(' \n”"')[-1:] == "?")
        label = text[one.label.start : one.mark.start if one.mark is not None else one.words.start]
        called.setdefault(one.name, set()).update(_WORDS.findall(label.lower()))
    share = {name: sum(asked) / len(asked) for name, asked in by_name.items()}
    answering = {name for name, asked in share.items() if asked < _SHARE_ANSWERED}
    return {
        name
        for name, asked in share.items()
        if called[name] & words.asking
        or asked >= _SHARE_ASKED
        or (asked >= _SHARE_HALF_ASKED and _followers(name, labelled) <= answering)
    }


def _followers(name: str, labelled: Sequence[Labelled]) -> set[str]:
    return {after.name for one, after in itertools.pairwise(labelled) if one.name == name} - {name}


def _goes_on(labelled: Mapping[int, Labelled]) -> bool:
    """Whether turns of several paragraphs are found before the last one, so that it may have several, too."""
    return any(number not in labelled for number in range(min(labelled), max(labelled)))


def _named(text: str, labelled: Mapping[int, Labelled], asking: set[str], words: Turns) -> dict[str, Span]:
    """Where each speaker is named best: initials by the name that they stand for, "A" by the one who is introduced."""
    first: dict[str, Span] = {}
    for _, one in sorted(labelled.items()):
        if len(one.label) > len(first.get(one.name, Span(0, 0))):
            first[one.name] = one.label
    start = min(one.label.start for one in labelled.values())
    introduced = [Span(*match.span()) for match in _NAME.finditer(text, 0, start)]
    named: dict[str, Span] = {}
    for name, span in first.items():
        label = span.of(text)
        best = None
        if name in words.answering and not asking & {name}:
            best = _questioned(text, start)
            best = best or _introduced_most(text, [one for one in introduced if not _asks_by_trade(text, one)])
        elif label.isupper() and len(label) <= 4 and " " not in label:
            spans = [*(other for other in first.values() if " " in other.of(text)), *introduced]
            best = next((other for other in spans if _initials(other.of(text)) == label), None)
        elif name not in asking and name.removeprefix("the ") in _roles():
            best = _holder(text, start, name.removeprefix("the "))
        named[name] = best or span
    return named


def _questioned(text: str, start: int) -> Span | None:
    """The one who is said to be questioned: "Deposition of Karl Vost", "an interview with Ann Lee"."""
    found = _QUESTIONED.search(text, 0, start)
    return Span(*found.span("name")) if found is not None else None


def _holder(text: str, start: int, role: str) -> Span | None:
    """The one who is introduced with a role: "Ann Lee, spokeswoman for the council", "Chief Karl Vost"."""
    word = "spokes(?:man|woman|person)" if role in SPOKESPERSONS else re.escape(role)
    office = rf"(?i:\b{word}\b)"
    behind = re.compile(rf"(?P<name>{_NAME.pattern}),\s+(?:[\w’'-]+\s+){{0,4}}{office}")
    before = re.compile(rf"{office}(?:\s+(?:for|of|to)\s+(?:the\s+)?[^,.\n]{{2,40}})?,?\s+(?P<name>{_NAME.pattern})")
    found = behind.search(text, 0, start) or before.search(text, 0, start)
    return Span(*found.span("name")) if found is not None else None


@cache
def _roles() -> frozenset[str]:
    known = names()
    return frozenset(known.office) | frozenset(known.person_nouns) | SPOKESPERSONS


def _introduced_most(text: str, introduced: Sequence[Span]) -> Span | None:
    """The one of several names whose last word comes most often before the first turn, if no other comes as often."""
    before = text[: introduced[-1].end] if introduced else ""
    times = Counter({span.of(text).split()[-1]: before.count(span.of(text).split()[-1]) for span in introduced})
    most = times.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return next(span for span in introduced if span.of(text).split()[-1] == most[0][0])


def _asks_by_trade(text: str, name: Span) -> bool:
    """Whether a name before the first turn is that of who wrote it down, or an outlet's: "by Ann Lee", "The Ledger"."""
    return bool(_BEHIND_BY.search(text, 0, name.start)) or name.of(text).startswith(("The ", "By "))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())
