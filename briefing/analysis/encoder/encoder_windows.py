"""Cuts a text into words and windows for the role encoder: the same in training and at run time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from tokenizers import Tokenizer

from briefing.records import dataclass

WORD = re.compile(r"\w+(?:['’]\w+)*|''|``|’’|‘‘|[^\w\s]")
"""A word with its apostrophes, a doubled quotation mark, or a single other sign."""

LONGEST_WORD = 64
"""Characters of a word that the encoder sees; nothing readable is longer."""

MOST_PIECES = 16
"""Word pieces of a word that the encoder sees."""

WINDOW_PIECES = 192
"""Word pieces in a window, paragraph breaks included, the two outer marks not."""

TOGETHER_PIECES = 128
"""The same for a window of several paragraphs; chosen on the development articles. Training goes up to the former."""


class Quoted(IntEnum):
    """Where a word stands with regard to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


class Case(IntEnum):
    """How a word is written; the encoder's own vocabulary is in lower case."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with what the encoder is told about it besides its letters."""

    start: int
    end: int
    text: str
    quoted: Quoted
    case: Case


@dataclass(frozen=True, slots=True)
class Window:
    """Some successive paragraphs, or a part of a long one, as the encoder takes them.

    Attributes:
        words: the words, in text order.
        pieces: numbers of the word pieces, the outer marks and paragraph breaks included.
        first: for each word the index of its first piece.
        quoted, case: for each piece what `Word` says of its word; 0 for marks and breaks.
    """

    words: tuple[Word, ...]
    pieces: tuple[int, ...]
    first: tuple[int, ...]
    quoted: tuple[int, ...]
    case: tuple[int, ...]


_TWICE = {"’’": "”", "‘‘": "“"}
"""Two single marks that stand for a double one, of which the encoder has read many."""

_Part = list[tuple[Word, list[int]]]
"""Words of a paragraph, each with the numbers of its pieces."""


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of the paragraph `[start, end)` of `text`."""
    words: list[Word] = []
    inside = False
    for match in WORD.finditer(text, start, end):
        word = _TWICE.get(match.group(), match.group())
        mark, inside = _quotation(word, inside)
        quoted = Quoted.MARK if mark else Quoted.INSIDE if inside else Quoted.OUTSIDE
        words.append(Word(match.start(), match.end(), word[:LONGEST_WORD], quoted, _case(word)))
    return words


def windows_of(
    paragraphs: Iterable[Sequence[Word]],
    tokenizer: Tokenizer,
    most_pieces: int = WINDOW_PIECES,
    together: int = TOGETHER_PIECES,
) -> Iterator[Window]:
    """Windows of whole paragraphs; those longer than `most_pieces` are cut, at the end of a sentence if they can.

    A paragraph before a quotation, or one that announces the next ("He added:"), goes into its window, if both fit.

    Args:
        paragraphs: the words of each, in text order.
        tokenizer: a WordPiece tokenizer with `[CLS]` and `[SEP]`.
        most_pieces: word pieces in a window, without the two outer marks.
        together: word pieces in a window of several paragraphs.
    """
    edges = _Edges(_token(tokenizer, "[CLS]"), _token(tokenizer, "[SEP]"))
    waiting: list[_Part] = []
    for paragraph in paragraphs:
        for part in _parts(_pieces_of(paragraph, tokenizer), most_pieces):
            if waiting and sum(map(_size, waiting)) + _size(part) > together:
                announcing = _announcing(waiting, part, together)
                yield _window(waiting[: len(waiting) - len(announcing)], edges)
                waiting = announcing
            waiting.append(part)
    if waiting:
        yield _window(waiting, edges)


def _size(part: _Part) -> int:
    """Word pieces of a part, the break behind it included."""
    return sum(len(pieces) for _, pieces in part) + 1


def _announcing(waiting: list[_Part], following: _Part, together: int) -> list[_Part]:
    """The last of the parts that wait, if it announces the following one, or that is a quotation, and both fit."""
    *before, last = waiting
    fits = _size(last) + _size(following) <= together
    return [last] if before and fits and (last[-1][0].text == ":" or following[0][0].quoted is Quoted.MARK) else []


@dataclass(frozen=True, slots=True)
class _Edges:
    opening: int
    between: int


def _quotation(word: str, inside: bool) -> tuple[bool, bool]:
    if word in ("“", "«", "„", "``"):
        return True, True
    if word in ("”", "»", "''"):
        return True, False
    if word == '"':
        return True, not inside
    return False, inside


def _case(word: str) -> Case:
    if word.isupper() and len(word) > 1:
        return Case.UPPER
    if word[:1].isupper():
        return Case.TITLE
    return Case.LOWER if word.islower() else Case.OTHER


def _pieces_of(words: Sequence[Word], tokenizer: Tokenizer) -> _Part:
    if not words:
        return []
    encoding = tokenizer.encode([word.text for word in words], is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, number in zip(encoding.ids, encoding.word_ids, strict=True):
        if number is not None and len(pieces[number]) < MOST_PIECES:
            pieces[number].append(piece)
    # A word of signs that the vocabulary normalises away has no piece, and nothing to read.
    return [(word, found) for word, found in zip(words, pieces, strict=True) if found]


def _parts(words: _Part, most_pieces: int) -> Iterator[_Part]:
    part: _Part = []
    size = sentence_end = 0
    for entry in words:
        if part and size + len(entry[1]) + 1 > most_pieces:
            cut = sentence_end if sentence_end > len(part) // 3 else len(part)
            yield part[:cut]
            part = part[cut:]
            size, sentence_end = sum(len(pieces) for _, pieces in part), 0
        part.append(entry)
        size += len(entry[1])
        if entry[0].text in (".", "!", "?", "”"):
            sentence_end = len(part)
    if part:
        yield part


def _window(parts: list[_Part], edges: _Edges) -> Window:
    words: list[Word] = []
    pieces, first, quoted, case = [edges.opening], [], [0], [0]
    for part in parts:
        for word, found in part:
            words.append(word)
            first.append(len(pieces))
            pieces += found
            quoted += [int(word.quoted)] * len(found)
            case += [int(word.case)] * len(found)
        pieces.append(edges.between)
        quoted.append(0)
        case.append(0)
    return Window(tuple(words), tuple(pieces), tuple(first), tuple(quoted), tuple(case))


def _token(tokenizer: Tokenizer, name: str) -> int:
    number = tokenizer.token_to_id(name)
    if number is None:
        raise ValueError(f"the tokenizer has no {name}")
    return int(number)
