"""Find bodies whose names end in a small noun, or are cut short in brackets: "Kent police", "… Conference (CBC)"."""

from spacy.tokens import Doc

from briefing.analysis.names.mentions import NamedMention, NamesInDoc
from briefing.analysis.names.name_lexicon import is_acronym, plain, stripped
from briefing.analysis.syntax.word_classes import NAME_RELATIONS
from briefing.model import ActorKind

_LONGEST_NAME = 3
_LONGEST_FULL = 10
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "from", "&", "'s", "’s", "'", "’", "-"})
_OF_PLACES = frozenset({"police", "council", "government", "authorities"})
_FOLLOWING = frozenset({"NN", "NNS", "NNP", "NNPS"})


class DescribedBodies:
    """Adds such names to the names of one doc."""

    def __init__(self, board: NamesInDoc) -> None:
        self._board = board
        self._doc: Doc = board.doc
        self._names = board.names

    def add_local(self) -> None:
        """Find the bodies of places and movements: "Northamptonshire police", "the Houthi movement"."""
        movements = self._names.grammar["movements"]
        for token in self._doc:
            local = token.lower_ in _OF_PLACES
            if not (token.is_lower and (local or token.lower_ in movements)) or token.dep_ not in NAME_RELATIONS:
                continue
            start = token.i
            while start > 0 and token.i - start < _LONGEST_NAME and self._is_before(start - 1, token.i, local=local):
                start -= 1
            follows = self._doc[token.i + 1] if token.i + 1 < len(self._doc) else None
            part = follows is not None and follows.tag_ in _FOLLOWING and follows.head.i > token.i
            if start == token.i or part or not self._board.free(start, token.i + 1):
                continue
            form = stripped(self._board.text(start, token.i + 1))
            kind = ActorKind.GOVERNMENT if local else ActorKind.ORGANIZATION
            self._add(start, token.i + 1, kind, form, sure=True)

    def add_abbreviated(self) -> None:
        """Find a name by what stands for it in brackets: "Catholic Bishops' Conference of Peru (CBCP)".

        The letters are met from the last one on (Schwartz and Hearst 2003), each by the first of a word.
        """
        doc = self._doc
        for at in range(2, len(doc) - 2):
            short = doc[at + 1].text
            if doc[at].text != "(" or doc[at + 2].text != ")" or not (is_acronym(short) and short.isupper()):
                continue
            start = self._begin_of(at, short)
            if start is None or plain(short) in self._names.never or self._is_person(start, at):
                continue
            form = stripped(self._board.text(start, at))
            known = self._names.is_government(form)
            kind = ActorKind.GOVERNMENT if known else ActorKind.ORGANIZATION
            kind = ActorKind.MEDIA if self._names.is_outlet(form) else kind
            sure = known or self._names.is_organization(form) or kind is ActorKind.MEDIA
            if self._names.is_place(form) or not self._board.free(start, at):
                continue
            self._add(start, at, kind, form, sure=sure)
            for token in doc:
                if token.text == short and self._board.layout.block[token.i] >= 0:
                    self._add(token.i, token.i + 1, kind, form, sure=sure)

    def _begin_of(self, end: int, short: str) -> int | None:
        """First token of the words before `end` that begin with the letters; None if they do not."""
        doc, letters, at = self._doc, short.upper().replace(".", ""), end - 1
        left = len(letters)
        while left and at >= 0 and end - at <= _LONGEST_FULL and self._board.same_block(end, at):
            word = doc[at]
            met = word.text[:1].upper() == letters[left - 1]
            if word.text[:1].isupper() and not met:
                return None
            if not word.text[:1].isupper() and word.lower_ not in _SMALL:
                return None
            # A small word may have its letter, too: "Notes from Poland (NFP)".
            left -= met and (word.text[:1].isupper() or self._owes(at, left, end))
            at -= 1
        first = at + 1
        return first if not left and doc[first].text[:1].isupper() and end - first > 1 else None

    def _owes(self, at: int, left: int, end: int) -> bool:
        """Whether there are fewer capitals before a small word than letters left."""
        doc, capitals = self._doc, 0
        for index in range(at - 1, max(-1, end - _LONGEST_FULL), -1):
            if doc[index].text[:1].isupper() and doc[index].is_alpha:
                capitals += 1
            elif doc[index].lower_ not in _SMALL:
                break
        return capitals < left

    def _is_person(self, start: int, end: int) -> bool:
        return self._board.labels[start] == self._board.labels[end - 1] == "PERSON"

    def _is_before(self, index: int, last: int, *, local: bool) -> bool:
        token, labels = self._doc[index], self._board.labels
        if token.pos_ != "PROPN" and not (labels[index] in ("GPE", "ORG", "NORP") and token.pos_ == "NOUN"):
            return False
        if token.dep_ not in ("compound", "nmod", "amod") or not self._board.same_block(index, last):
            return False
        named = token.text[:1].isupper() and self._board.free(index, index + 1)
        text = token.text
        country = text in self._names.adjectives or text in self._names.countries
        if not named or country or self._names.is_title(text) or plain(text) in self._names.groups:
            return False
        if local:
            shire = labels[index] in ("PERSON", "") and self._doc[last].lower_ == "police" and last == index + 1
            body = labels[index] == "ORG" and plain(text) not in self._names.within
            return labels[index] in ("GPE", "LOC") or body or shire
        return labels[index] in ("ORG", "NORP", "GPE", "") and plain(text) not in self._names.within

    def _add(self, start: int, end: int, kind: ActorKind, name: str, *, sure: bool) -> None:
        alias = stripped(self._board.text(start, end))
        head = int(self._doc[start:end].root.i)
        self._board.add(NamedMention(start, end, kind, name, alias, head, sure=sure))
