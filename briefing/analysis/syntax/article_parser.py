"""Parse an article block by block into one document whose offsets are those of the article's text."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.model import Article, Block, BlockKind, Span
from briefing.records import dataclass

_LONGEST_PIECE = 4_000
"""Code points: a longer block is parsed in pieces, so that memory stays bounded."""

_LONGEST_TOKEN = 300
"""Code points: a longer run without a space is no word, and is not parsed."""

_SAMPLE = 20_000
_TELLING = 300
_LEAST_VARIED = 0.03
"""Of the first words of a block, the least share that differ; even a list of names stays well above it."""

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]*[A-Z0-9])")
_HEADLINE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the article; `parsed` unless it is white space, boilerplate or no language at all."""

    span: Span
    parsed: bool
    block: Block | None = None


def blocks_of(article: Article) -> tuple[Block, ...]:
    """The article's blocks; if it has none, its lines as paragraphs."""
    if article.blocks or not article.text.strip():
        return article.blocks
    found, start = [], 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            end = start + len(line.rstrip())
            found.append(Block(BlockKind.PARAGRAPH, Span(start, end)))
        start += len(line)
    return tuple(found)


def parsed(
    model: LanguageModel, article: Article, groups: Sequence[int], known: frozenset[str] = frozenset()
) -> Iterator[Doc]:
    """The article parsed up to each of the blocks whose numbers are in `groups`, as one growing document.

    Args:
        model: the language model.
        article: what is read.
        groups: numbers of the blocks after which a document is given.
        known: common words, for headings whose capitals tell nothing (see `known_words`).

    Each document begins with the article's text and reads like it character for character.
    """
    blocks = blocks_of(article)
    common = _Common.of(article.text, blocks, known)
    docs: list[Doc] = []
    reached = 0
    begun = 0
    for last in groups:
        end = blocks[last].span.end if last + 1 < len(blocks) else len(article.text)
        pieces = list(_pieces(article.text, blocks[begun : last + 1], reached, end))
        docs.extend(_read(model, article.text, pieces, common))
        reached, begun = end, last + 1
        yield docs[0] if len(docs) == 1 else _joined(docs)


def _joined(docs: list[Doc]) -> Doc:
    # The stub of spaCy does not know `exclude`; tensors differ in width between parsed and unparsed pieces.
    return Doc.from_docs(docs, ensure_whitespace=False, exclude=("tensor", "user_data"))  # type: ignore[call-arg]


def _pieces(text: str, blocks: Iterable[Block], start: int, end: int) -> Iterator[_Piece]:
    at = start
    for block in blocks:
        if block.span.start > at:
            yield _Piece(Span(at, block.span.start), parsed=False)
        yield from _cut(text, block)
        at = block.span.end
    if end > at:
        yield _Piece(Span(at, end), parsed=False)


def _cut(text: str, block: Block) -> Iterator[_Piece]:
    if not block.analysed or is_no_language(block.span.of(text)):
        yield _Piece(block.span, parsed=False, block=block)
        return
    start = block.span.start
    while block.span.end - start > _LONGEST_PIECE:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start + 1, start + _LONGEST_PIECE)]
        space = text.rfind(" ", start + 1, start + _LONGEST_PIECE) + 1
        stop = ends[-1] if ends else space or start + _LONGEST_PIECE
        yield _Piece(Span(start, stop), parsed=True, block=block)
        start = stop
    if start < block.span.end:
        yield _Piece(Span(start, block.span.end), parsed=True, block=block)


def is_no_language(words: str) -> bool:
    """Whether a block holds no sentences that could be read: no words, words without end, or one word over and over."""
    sample = words[:_SAMPLE].split()
    if len(sample) > _TELLING and len(set(sample)) < _LEAST_VARIED * len(sample):
        return True
    return max((len(word) for word in words.split()), default=0) > _LONGEST_TOKEN or not _WORD.search(words)


def _read(model: LanguageModel, text: str, pieces: Sequence[_Piece], common: "_Common") -> Iterator[Doc]:
    wanted = [_shown(text, piece, common) for piece in pieces if piece.parsed]
    docs = model.read(wanted)
    for parsed, together in itertools.groupby(pieces, key=lambda piece: piece.parsed):
        words = [piece.span.of(text) for piece in together]
        if parsed:
            yield from (
                doc if doc.text == own else _with_words(doc, own) for own, doc in zip(words, docs, strict=False)
            )
        else:
            yield _unread(model.vocab, words)


def _unread(vocab: Vocab, stretches: Iterable[str]) -> Doc:
    """One document of what is not analysed, with a token a line of each stretch and a trivial parse."""
    pieces = [piece for words in stretches for piece in re.split(r"(\n+)", words) if piece]
    count = len(pieces)
    return Doc(
        vocab,
        words=pieces,
        spaces=[False] * count,
        tags=["_SP"] * count,
        pos=["SPACE"] * count,
        heads=list(range(count)),
        deps=["dep"] * count,
        lemmas=pieces,
        ents=["O"] * count,
    )


def _shown(text: str, piece: _Piece, common: "_Common") -> str:
    """What the parser gets to see: a title-case heading in the case of a sentence, of the same length."""
    words = piece.span.of(text)
    if piece.block is None or len(words) > 300 or not _is_title_case(words):
        return words
    return _in_sentence_case(words, common)


def _is_title_case(words: str) -> bool:
    found = [word for word in _WORD.findall(words) if len(word) > 3]
    return len(found) >= 3 and sum(word[0].isupper() for word in found) >= _HEADLINE_SHARE * len(found)


def _in_sentence_case(words: str, common: "_Common") -> str:
    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        known = word.lower() in common and not (len(word) > 1 and word.isupper() and not words.isupper())
        return word.lower() if known and match.start() > 0 and len(word.lower()) == len(word) else word

    return _WORD.sub(lowered, words)


@dataclass(frozen=True, slots=True)
class _Common:
    """Tells common words from names where capitals tell nothing.

    Attributes:
        small, raised: words that the article's sentences write small, or with a capital, more often than not.
        known: words of the lemmatiser's lists.
    """

    small: frozenset[str]
    raised: frozenset[str]
    known: frozenset[str]

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block], known: frozenset[str]) -> "_Common":
        counts: dict[str, int] = {}
        titles: set[str] = set()
        for block in blocks:
            words = block.span.of(text)
            if block.analysed and len(words) <= 300 and _is_title_case(words):
                titles.update(word.lower() for word in _WORD.findall(words))
            elif block.analysed:
                for match in _WORD.finditer(words):
                    begins = _sign_before(words, match.start()) in ".!?"
                    if not (begins and match.group().istitle()):
                        word = match.group().lower()
                        counts[word] = counts.get(word, 0) + (1 if match.group().islower() else -1)
        small = frozenset(word for word, count in counts.items() if count > 0)
        raised = frozenset(word for word, count in counts.items() if count < 0)
        return cls(small, raised, frozenset(word for word in titles if _is_listed(known, word)))

    def __contains__(self, word: str) -> bool:
        return word in self.small or (word in self.known and word not in self.raised)


def _sign_before(words: str, at: int) -> str:
    """The last sign before a place that is no white space; nothing if there is none."""
    while at and words[at - 1].isspace():
        at -= 1
    return words[at - 1 : at]


def known_words(nlp: Language) -> frozenset[str]:
    """The words that the pipeline's lemmatiser lists, if it has lists; some 90,000."""
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if not lookups.has_table("lemma_index"):
        return frozenset()
    tables = [*lookups.get_table("lemma_index").values(), *lookups.get_table("lemma_exc").values()]
    return frozenset(word for table in tables for word in table)


def _is_listed(known: frozenset[str], word: str) -> bool:
    """Whether the word or what may be its stem is known."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")}
    stems |= {word.removesuffix("ing"), word.removesuffix("ing") + "e", word.removesuffix("ies") + "y"}
    return not known.isdisjoint(stems)


def _with_words(doc: Doc, words: str) -> Doc:
    """The same parse over the words as they are printed."""
    return Doc(
        doc.vocab,
        words=[words[token.idx : token.idx + len(token.text)] for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )
