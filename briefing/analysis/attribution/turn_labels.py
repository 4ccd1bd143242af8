"""The labels at the heads of paragraphs that tell who speaks: "Q:", "MS. HALE:", "Ann Lee, Chief Executive"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.analysis.names.name_lexicon import names
from briefing.analysis.syntax.lexicon import Turns
from briefing.model import Block, BlockKind, Span
from briefing.model.markup import Turn as ShownTurn
from briefing.records import dataclass

_SET_OFF = r"(?:\(\(|\[\[|\[|\{|<|\*{1,3}|__)"
_SET_OFF_END = r"(?:\)\)|\]\]|\]|\}|>|\*{1,3}|__)"
LABEL = re.compile(
    rf"\s*(?:{_SET_OFF}\s*)?(?P<name>[^\W\d_a-z](?:[^:\n“”\"?!()\[\]{{}}<>*]{{0,48}}[^\s:()\[\]{{}}<>*])?)"
    rf"(?P<close>\s*{_SET_OFF_END})?(?:\s*[(\[][^)\]\n]{{1,40}}[)\]])?"
    rf"\s*(?P<mark>:|(?<=\)\))|(?<=\]\])|(?<=^Q)\.|(?<=^A)\.)(?:\s*{_SET_OFF_END})?\s+(?=\S)",
    re.MULTILINE,
)
"""A label, plain or set off by brackets or by the marks of Markdown: "((ANN))", "[ANN LEE]:", "**Ann:**"."""

_MOST_LABEL_WORDS = 6
_UNMARKED = re.compile(r"\s*(?P<name>Q)(?P<mark>\s+)(?=[^\W\d_a-z])")
"""A question in a transcript that sets no colon behind its label: "Q Lila, is that new money?"."""

_HEADED = re.compile(r"\s*(?P<name>[^\W\d_a-z][^:.?!“”\"\n,|–—]{0,48}?)(?P<mark>\s*[,|–—-]\s+[^:.?!“”\"\n]{2,70})?\s*$")
"""A line of its own with who speaks below it: "Ann Lee, Chief Executive Officer", "Operator"."""

_WORDS = re.compile(r"[^\W\d_]+?(?=$|[\W\d_]|(?<=[a-z])[A-Z])")
"""The words of a label, also where a line was run into the next one: "Ann | Lee | Image"."""

_TITLES = re.compile(r"^(?:(?:mr|mrs|ms|dr|sen|rep|hon|prof|gov|gen|lt|col|sir|dame|lord|lady)\.?\s+)+")
_OFTEN = 3
"""Turns from which on a label is so common that one like it that stands once is the same one, mistyped."""

_LONG = 5
"""Letters of a name from which on another letter makes no other name of it: "HOLMES", "HOLNES"; but "JAN", "DAN"."""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ENDINGS = frozenset("aes")
"""Letters behind a name that make another one of it: "Brown", "Browne"; "reporter", "reporters"."""

_FEWEST_HEADED = 3
_MOST_HEADED_WORDS = 4
_ENDS = frozenset('.?!…”"')


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with who speaks in it.

    Attributes:
        number: of the paragraph.
        name: whom its label names, in small letters, so that the same one is told again.
        label: where that is written.
        mark: the colon behind the label; None where brackets alone set it off.
        words: what is said.
    """

    number: int
    name: str
    label: Span
    mark: Span | None
    words: Span


def shown_labels(text: str, paragraphs: Sequence[Block], turns: Sequence[ShownTurn]) -> list[Labelled]:
    """The labels that the page shows, if they stand in the text."""
    return list(_shown(text, paragraphs, turns))


def labels_in(text: str, paragraphs: Sequence[Block], known: Turns) -> list[Labelled]:
    """What could be labels at the heads of paragraphs."""
    return list(_labelled(text, paragraphs, known))


def headed_turns(text: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Labelled]]:
    """The paragraphs below lines of their own that tell who speaks, as in the minutes of a call, with these labels.

    Both are empty unless the same ones come again and again.
    """
    lines = [block for block in blocks if block.analysed]
    heads = {number: match for number in range(len(lines) - 1) if (match := _heading_of_turn(text, lines, number))}
    names = Counter(_plain(match["name"]) for match in heads.values())
    again = sum(count for count in names.values() if count > 1)
    if len(heads) < _FEWEST_HEADED or len(names) < 2 or 2 * again < len(heads):
        return [], []
    paragraphs = [block for number, block in enumerate(lines) if number not in heads]
    paragraphs = [block for block in paragraphs if block.kind is not BlockKind.HEADING]
    at = {block.span: number for number, block in enumerate(paragraphs)}
    found = [
        Labelled(at[below.span], _plain(match["name"]), Span(*match.span("name")), None, below.span)
        for number, match in heads.items()
        if (below := lines[number + 1]).span in at
    ]
    return paragraphs, found


def _heading_of_turn(text: str, lines: Sequence[Block], number: int) -> re.Match[str] | None:
    """A line that only says who speaks, if sentences follow it."""
    span, below = lines[number].span, lines[number + 1].span
    match = _HEADED.match(text, span.start, span.end)
    if match is None or len(match["name"].split()) > _MOST_HEADED_WORDS or not _is_name(match["name"]):
        return None
    return match if text[below.end - 1] in _ENDS else None


def of_same_speakers(labelled: Iterable[Labelled], text: str) -> list[Labelled]:
    """The labels, each with one name for one speaker: "LIND" is "DAVID LIND, HOST" of before."""
    known = [replace(one, name=_plain(one.name), label=_without_office(one.label, text)) for one in labelled]
    full = {one.name for one in known if " " in one.name}
    meant = {one.name: [name for name in full if name.split()[-1] == one.name] for one in known if one.name not in full}
    known = [replace(one, name=found[0]) if len(found := meant.get(one.name, [])) == 1 else one for one in known]
    return _without_misprints(known, text)


def _without_misprints(labelled: Sequence[Labelled], text: str) -> list[Labelled]:
    """The labels, and for one that stands once and is like a common one but for a slip, that one: "AN" for "ANN"."""
    times = Counter(one.name for one in labelled)
    common = {one.name: one for one in labelled if times[one.name] >= _OFTEN}
    found = []
    for one in labelled:
        alike = [name for name in common if times[one.name] == 1 and _is_slip(one.name, name)]
        if len(alike) == 1 and not _is_told_of(one.label.of(text), text):
            one = replace(one, name=alike[0], label=common[alike[0]].label)
        found.append(one)
    return found


def _is_slip(name: str, meant: str) -> bool:
    """Whether a name is another with one letter lost, added or changed for one beside it on the keys, by mistake.

    A first name that people bear, and one letter that makes another name of it ("Martin", "Martina"), is no mistake.
    """
    left, right = name.split(), meant.split()
    apart = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    if len(left) != len(right) or len(apart) != 1:
        return False
    one, other = apart[0]
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < 2 or one in names().given:
        return False
    if len(one) == len(other):
        at = [i for i in range(len(one)) if one[i] != other[i]]
        if len(at) == 2:
            return at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
        return len(at) == 1 and len(one) >= _LONG and _are_beside(one[at[0]], other[at[0]])
    short, long = sorted((one, other), key=len)
    if long[:-1] == short and long[-1] in _ENDINGS:
        return False
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _are_beside(one: str, other: str) -> bool:
    """Whether two letters stand side by side in a row of the keys."""
    return any(one + other in row or other + one in row for row in _KEYS)


def _is_told_of(label: str, text: str) -> bool:
    """Whether there is somebody of that name elsewhere in the text: "my brother Al and I"."""
    name = rf"(?:{re.escape(label)}|{re.escape(label.title())})"
    return re.search(rf"(?<=[a-z,;] ){name}\b", text) is not None


def _plain(name: str) -> str:
    """A name without what stands before and behind it: "Sen. Ann Lee, chair"."""
    words = " ".join(name.lower().split(",")[0].rstrip(".").split())
    return _TITLES.sub("", words) or words


def _without_office(label: Span, text: str) -> Span:
    comma = text.find(",", label.start, label.end)
    return Span(label.start, comma) if comma > 0 else label


def _shown(text: str, paragraphs: Iterable[Block], turns: Sequence[ShownTurn]) -> Iterator[Labelled]:
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
        yield Labelled(number, name, label, Span(turn.label.end - 1, turn.label.end), said)


def _stands_in(turn: ShownTurn, block: Block, text: str) -> bool:
    """Whether a block begins with the label of a turn, with a mark behind it, and goes on."""
    within = block.span.start <= turn.label.start and turn.label.end < block.span.end
    return within and 0 < len(turn.speaker) < len(turn.label) and text.startswith(turn.speaker, turn.label.start)


def _labelled(text: str, paragraphs: Iterable[Block], known: Turns) -> Iterator[Labelled]:
    for number, block in enumerate(paragraphs):
        match = LABEL.match(text, block.span.start, block.span.end)
        match = match or _UNMARKED.match(text, block.span.start, block.span.end)
        if match is None or len(match["name"].split()) > _MOST_LABEL_WORDS or match.end() >= block.span.end:
            continue
        words = match["name"].lower().rstrip(".").split()
        if known.no_speakers & {word.lower() for word in _WORDS.findall(match["name"])} or not _is_name(match["name"]):
            continue
        mark = Span(*match.span("mark")) if match["mark"] else None
        name = " ".join(words)
        yield Labelled(number, name, Span(*match.span("name")), mark, Span(match.end(), block.span.end))


def _is_name(label: str) -> bool:
    """Whether most words of a label stand in capitals, as those of a name or a role in a transcript do."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", label) if len(word) > 3 or word[0].isupper()]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.7 * len(words)
