"""Turns of speech: in interviews, hearings and transcripts a label at the head of a paragraph tells who speaks."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.syntax.dependencies import text_of
from briefing.analysis.syntax.lexicon import Turns
from briefing.model import Block, BlockKind, Span, Stance
from briefing.model.markup import Turn as ShownTurn
from briefing.records import dataclass

TURN = "turn"
"""The rule that reads a paragraph of a turn as what its speaker says."""

_LABEL = re.compile(
    r"\s*(?:\(\(\s*)?(?P<name>[^\W\d_a-z](?:[^:\n“”\"?!()]{0,48}[^\s:()])?)(?:\s*\)\))?(?:\s*\([^)\n]{1,40}\))?"
    r"\s*(?P<mark>:|(?<=\)\))|(?<=^Q)\.|(?<=^A)\.)\s+(?=\S)"
)
_MOST_LABEL_WORDS = 6
_FEWEST_LABELLED = 3
_WORDS_OF_TURN = 6
"""Words that the labelled paragraphs hold at least, on average."""

_SHARE_ASKED = 0.6
"""Share of the turns of one label that end in a question, from which it is the label of who asks."""

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
_IN_TENSE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_OTHER = frozenset({"you", "your", "you've"})
_WORD = r"(?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w’'-]{1,2}\.|[^\W\d_a-z][\w’'-]*)"
_NAME = re.compile(rf"{_WORD}(?:[^\S\n]+{_WORD}){{1,3}}")
"""Some words with capitals in a line; a full stop within them stands behind initials and short titles alone."""

_BEHIND_BY = re.compile(rf"\b[Bb]y:?\s+(?:{_NAME.pattern}(?:,| and| &)\s+)*\Z")
"""What stands before a name in a byline, with the names before it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of what somebody says in turn.

    Attributes:
        speaker: where he is named.
        mark: the colon behind his label.
        words: what he says in this paragraph.
        asks: whether he is the one who asks.
        addressed: where the one is named whom he asks; none where several answer.
    """

    speaker: Span
    mark: Span
    words: Span
    asks: bool
    addressed: Span | None = None


@dataclass(frozen=True, slots=True)
class _Labelled:
    number: int
    name: str
    label: Span
    mark: Span
    words: Span


def turns_in(text: str, blocks: Sequence[Block], words: Turns, shown: Sequence[ShownTurn] = ()) -> dict[Span, Turn]:
    """The paragraphs of a text that is spoken in turns, by their spans; none where it is not spoken in turns.

    Where the page shows who speaks, in `shown`, that is so. Else a text is spoken in turns if one label comes again and
    most of those at the heads of its paragraphs could name somebody. A paragraph without a label goes on with the turn
    before it.
    """
    paragraphs = [block for block in blocks if block.analysed and block.kind is not BlockKind.HEADING]
    told = list(_shown(text, paragraphs, shown))
    labelled = {one.number: one for one in told or _labelled(text, paragraphs, words)}
    times = Counter(one.name for one in labelled.values())
    asking = _asking(text, labelled.values(), words)
    if not labelled:
        return _statement_in(text, blocks, paragraphs)
    is_dialogue = bool(told) or (len(labelled) >= _FEWEST_LABELLED and _are_speakers(times))
    if not is_dialogue or not _is_speech(text, labelled.values()):
        return {}
    named = _named(text, labelled, asking, words)
    answering = {named[name] for name in times if name not in asking}
    addressed = answering.pop() if len(answering) == 1 else None
    found: dict[Span, Turn] = {}
    current: _Labelled | None = None
    goes_on = _goes_on(labelled)
    for number, block in enumerate(paragraphs):
        one = labelled.get(number)
        current = one or (current if goes_on or number < max(labelled) else None)
        if current is not None:
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
    if turn.asks or _is_one_question(turn.words.of(text)):
        return others
    whole = Attributed((turn.speaker,), (turn.mark,), (turn.words,), Stance.SAYS, TURN, learned=True)
    return [whole, *others]


def names_speaker(label: str, words: Turns) -> bool:
    """Whether a label names somebody, and does not only stand for who asks or answers."""
    return not set(label.lower().rstrip(".").split()) & (words.asking | words.answering)


def _is_one_question(words: str) -> bool:
    said = words.strip()
    return said.endswith("?") and not any(mark in said[:-1] for mark in ".!?")


def without_labels(hops: Sequence[Attributed], block: Block, doc: Doc) -> list[Attributed]:
    """The hops that are more than a label and what is put under it: "Peter Lane: possession of a stolen boat"."""
    text = text_of(doc)
    label = _LABEL.match(text, block.span.start, block.span.end)
    if label is None:
        return list(hops)
    return [hop for hop in hops if not (_is_labelled(hop, label.end("name"), text) and not _is_clause(hop, doc))]


def _is_labelled(hop: Attributed, end: int, text: str) -> bool:
    cue = "".join(span.of(text) for span in hop.cue).strip()
    return cue in {"", ":"} and any(span.end == end for span in hop.source)


def _is_clause(hop: Attributed, doc: Doc) -> bool:
    """Whether something is told of somebody: there is a verb in a tense, or a quotation."""
    words = doc.char_span(hop.reach.start, hop.reach.end, alignment_mode="expand")
    return words is None or any(word.tag_ in _IN_TENSE or word.text in {"“", '"'} for word in words)


def _spoken_by(hop: Attributed, turn: Turn, text: str) -> Attributed:
    """The hop with the one whom "I" or "you" means here; the label before the words is the speaker's own."""
    named = tuple(
        Span(max(span.start, turn.words.start), span.end) for span in hop.source if span.end > turn.words.start
    )
    words = set(" ".join(span.of(text) for span in named).lower().split())
    if hop.source and (not named or words <= _SELF):
        return replace(hop, source=(turn.speaker,))
    if words and words <= _OTHER and turn.addressed is not None:
        return replace(hop, source=(turn.addressed,))
    return replace(hop, source=named)


def _is_question(hop: Attributed, turn: Turn, text: str) -> bool:
    """Whether it is what somebody is asked about, not what he said: "in your opinion, how long …?"."""
    return (
        turn.asks and text[hop.reach.end - 1 : hop.reach.end + 1].strip().endswith("?") and hop.rule.startswith("noun")
    )


def _shown(text: str, paragraphs: Iterable[Block], turns: Sequence[ShownTurn]) -> Iterator[_Labelled]:
    """The labels that the page shows, if they stand in the text."""
    by_start = {turn.start: turn for turn in turns}
    for number, block in enumerate(paragraphs):
        turn = by_start.get(block.span.start)
        if turn is None or not _stands_in(turn, block, text):
            continue
        label = Span(turn.label.start, turn.label.start + len(turn.speaker))
        words = text[turn.label.end : block.span.end].lstrip()
        said = Span(block.span.end - len(words), block.span.end)
        name = " ".join(turn.speaker.lower().rstrip(".").split())
        yield _Labelled(number, name, label, Span(turn.label.end - 1, turn.label.end), said)


def _stands_in(turn: ShownTurn, block: Block, text: str) -> bool:
    """Whether a block begins with the label of a turn, with a mark behind it, and goes on."""
    within = block.span.start <= turn.label.start and turn.label.end < block.span.end
    return within and 0 < len(turn.speaker) < len(turn.label) and text.startswith(turn.speaker, turn.label.start)


def _labelled(text: str, paragraphs: Iterable[Block], known: Turns) -> Iterator[_Labelled]:
    for number, block in enumerate(paragraphs):
        match = _LABEL.match(text, block.span.start, block.span.end)
        if match is None or len(match["name"].split()) > _MOST_LABEL_WORDS or match.end() >= block.span.end:
            continue
        words = match["name"].lower().rstrip(".").split()
        if known.no_speakers & set(words) or not _is_name(match["name"]):
            continue
        start, end = match.span("mark")
        mark = Span(start, end) if end > start else Span(match.end("name"), match.end("name") + 2)
        name = " ".join(words)
        yield _Labelled(number, name, Span(*match.span("name")), mark, Span(match.end(), block.span.end))


def _is_name(label: str) -> bool:
    """Whether most words of a label stand in capitals, as those of a name or a role in a transcript do."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", label) if len(word) > 3 or word[0].isupper()]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.7 * len(words)


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


def _is_speech(text: str, labelled: Collection[_Labelled]) -> bool:
    """Whether labels are followed by sentences; those of a table of figures are not."""
    return sum(len(one.words.of(text).split()) for one in labelled) >= _WORDS_OF_TURN * len(labelled)


def _asking(text: str, labelled: Iterable[_Labelled], words: Turns) -> set[str]:
    by_name: dict[str, list[bool]] = {}
    for one in labelled:
        by_name.setdefault(one.name, []).append(one.words.of(text).rstrip(' \n”"')[-1:] == "?")
    return {
        name
        for name, asked in by_name.items()
        if set(name.split()) & words.asking or sum(asked) >= _SHARE_ASKED * len(asked)
    }


def _goes_on(labelled: Mapping[int, _Labelled]) -> bool:
    """Whether turns of several paragraphs are found before the last one, so that it may have several, too."""
    return any(number not in labelled for number in range(min(labelled), max(labelled)))


def _named(text: str, labelled: Mapping[int, _Labelled], asking: set[str], words: Turns) -> dict[str, Span]:
    """Where each speaker is named best: initials by the name that they stand for, "A" by the one who is introduced."""
    first: dict[str, Span] = {}
    for _, one in sorted(labelled.items()):
        first.setdefault(one.name, one.label)
    start = min(span.start for span in first.values())
    introduced = [Span(*match.span()) for match in _NAME.finditer(text, 0, start)]
    named: dict[str, Span] = {}
    for name, span in first.items():
        label = span.of(text)
        best = None
        if name in words.answering and not asking & {name}:
            best = _introduced_most(text, [one for one in introduced if not _asks_by_trade(text, one)])
        elif label.isupper() and len(label) <= 4 and " " not in label:
            spans = [*(other for other in first.values() if " " in other.of(text)), *introduced]
            best = next((other for other in spans if _initials(other.of(text)) == label), None)
        named[name] = best or span
    return named


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
