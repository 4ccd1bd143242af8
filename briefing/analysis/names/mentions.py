"""Hold the names found in a doc, none inside another, and find them all."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.analysis.names.name_lexicon import Names, plain
from briefing.analysis.syntax.token_layout import Layout
from briefing.model import ActorKind, Span
from briefing.records import dataclass

_MONTHS = frozenset({"March", "April", "May", "June", "August"})
"""Months that are names of persons, too."""


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A name in the text.

    Attributes:
        start: first token, title included.
        end: behind the last token.
        kind: what it seems to be.
        name: the words of the name proper, without title and possessive.
        alias: the words of the whole, title included.
        head: token that stands for it in the sentence.
        titles: roles told by the title ("president", "secretary"), in comparing form.
        title_words: all words of the title in lower case ("former", "french").
        gender: "male", "female" or "" as told by title or given name.
        sure: whether the lexicon, a title or a given name stands behind the kind.
        place: whether it is a place that acts only where it speaks.
    """

    start: int
    end: int
    kind: ActorKind
    name: str
    alias: str
    head: int
    titles: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    gender: str = ""
    sure: bool = False
    place: bool = False


class NamesInDoc:
    """The names found so far in one doc, with what the finders need to look at."""

    def __init__(self, doc: Doc, layout: Layout, names: Names) -> None:
        self.doc = doc
        self.layout = layout
        self.names = names
        self.labels = [token.ent_type_ for token in doc]
        self._taken = [False] * len(doc)
        self._found: list[NamedMention] = []

    @property
    def found(self) -> list[NamedMention]:
        """All mentions in text order."""
        return sorted(self._found, key=lambda mention: mention.start)

    def free(self, start: int, end: int) -> bool:
        """Whether no mention found so far covers a token of `[start, end)`."""
        return not any(self._taken[start:end])

    def add(self, mention: NamedMention) -> bool:
        """Keep `mention` unless another one stands in its place already."""
        if mention.start >= mention.end or not mention.name or not self.free(mention.start, mention.end):
            return False
        for index in range(mention.start, mention.end):
            self._taken[index] = True
        self._found.append(mention)
        return True

    def same_block(self, first: int, other: int) -> bool:
        """Whether both tokens stand in the same analysed block."""
        block = self.layout.block
        return 0 <= other < len(block) and block[first] >= 0 and block[first] == block[other]

    def text(self, start: int, end: int) -> str:
        """The words of tokens `[start, end)`."""
        return str(self.doc[start:end].text)

    def is_name_word(self, token: Token) -> bool:
        """Whether `token` may be a part of a personal name: capitalised, and no verb, day or pronoun."""
        text = token.text
        if not text[:1].isupper():
            return False
        if text.lower() in self.names.grammar["no_name"]:
            given = token.i > 0 and self.names.is_given(self.doc[token.i - 1].text)
            return text in _MONTHS and (given or self.labels[token.i] == "PERSON")
        if token.tag_.startswith("VB"):
            return self.labels[token.i] == "PERSON" or self.names.is_given(text)
        return True

    def entities(self) -> Iterator[tuple[int, int, str]]:
        """The recogniser's names outside headlines, cut at line breaks, commas and the ends of blocks, and trimmed."""
        for entity in self.doc.ents:
            start = entity.start
            for index in range(entity.start, entity.end + 1):
                stops = index == entity.end or self._parts(index)
                if not stops and self.same_block(start, index):
                    continue
                begin, end = self._trimmed(start, index)
                if begin < end and self.layout.block[begin] >= 0 and not self.layout.headline[begin]:
                    yield begin, end, entity.label_
                start = index + 1 if stops else index

    def _parts(self, index: int) -> bool:
        token = self.doc[index]
        following = self.doc[index + 1].text if index + 1 < len(self.doc) else ""
        if token.text == ",":
            # "Sato, Inc." is one name.
            return plain(following) not in ("inc", "jr", "sr", "llc", "ltd")
        if token.text in ("'s", "’s"):
            # "The Greens’ Ana Ruiz" are two.
            return self.names.is_given(following)
        return bool(token.is_space)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        doc = self.doc
        while start < end and (doc[start].lower_ in ("the", "a", "an") or not any(map(str.isalnum, doc[start].text))):
            start += 1
        while end > start and (doc[end - 1].text in ("'s", "’s") or not any(map(str.isalnum, doc[end - 1].text))):
            if doc[end - 1].text == "." and end - 2 >= start and len(doc[end - 2].text) <= 2:
                break
            end -= 1
        return start, end


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Tokens `[start, end)` in code points."""
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last.text))
