"""Tell whom the words of a source mean where their head is no name: a titled name, a spokesman, a kind of body."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from briefing.analysis.names.name_lexicon import Names, plain
from briefing.model import Actor, ActorKind

_SPEAKING_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "spokespeople"})
_FOR = frozenset({"for", "of", "from", "with"})
_POSSESSIVE = ("'s", "’s", "'", "’")
_SPEAKING_BODIES = frozenset(
    {ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.MEDIA, ActorKind.COUNTRY, ActorKind.GROUP}
)
_RENAMED = frozenset({ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.MEDIA})

Named = Mapping[int, tuple[int, int, tuple[str, ...]]]
"""Which tokens `[start, end)` name whom, by each of them."""


class SourceActors:
    """Reads the words of sources of one doc."""

    def __init__(self, doc: Doc, named: Named, actors: tuple[Actor, ...], names: Names) -> None:
        self._doc = doc
        self._named = named
        self._kinds: Mapping[str, ActorKind] = {actor.id: actor.kind for actor in actors}
        self._names = names

    def told_at_end(self, start: int, end: int, found: tuple[str, ...]) -> tuple[str, ...]:
        """The person whose name ends the words, behind what he is: "San Diego's chancellor, Pradeep Khosla".

        Args:
            start: first token of the words.
            end: behind their last token.
            found: whom their head means; empty if that is open.
        """
        end = self._trimmed(start, end)
        name = self._named.get(end - 1) if end > start else None
        if name is None or name[1] != end or name[0] <= start or not self._is_one_person(name[2]):
            return ()
        if set(name[2]) <= set(found):
            return ()
        before = self._doc[name[0] - 1]
        if before.text == "," and name[0] - 2 >= start:
            return name[2] if self._is_set_off(self._doc[name[0] - 2], self._root(start, end), found) else ()
        return name[2] if found and self._is_trade(before) and not self._is_governed(before, start) else ()

    def unnamed_mouth(self, start: int, end: int) -> tuple[str, ...]:
        """The body that speaks where the head names nobody: through a mouth, or with its kind behind it."""
        if not any(index in self._named for index in range(start, end)):
            return ()
        return self.mouth_of(start, end) or self.renamed(start, end)

    def mouth_of(self, start: int, end: int) -> tuple[str, ...]:
        """The body for which a spokesman without a name speaks: "an Interpol spokesperson", "a spokesman for Acme"."""
        root = self._root(start, end)
        if root.lemma_.lower() not in _SPEAKING_FOR:
            return ()
        before = self._named.get(root.i - 1) if root.i > start else None
        if before is None and root.i - 1 > start and self._doc[root.i - 1].text in _POSSESSIVE:
            before = self._named.get(root.i - 2)
        if before is not None and before[0] >= start:
            return before[2] if self._are_bodies(before[2]) else ()
        if root.i + 1 >= end or self._doc[root.i + 1].lower_ not in _FOR:
            return ()
        at = root.i + 2
        at += at < end and self._doc[at].lower_ in ("the", "both")
        behind = self._named.get(at) if at < end else None
        whole = behind is not None and behind[0] in (at, at - 1) and self._ends(behind[1], end)
        return behind[2] if behind is not None and whole and self._are_bodies(behind[2]) else ()

    def renamed(self, start: int, end: int) -> tuple[str, ...]:
        """The body whose name stands before what it is: "the Associated Press news agency"."""
        root = self._root(start, end)
        if root.lemma_.lower() not in self._names.grammar["renaming"] or root.tag_ != "NN":
            return ()
        at = root.i - 1
        while at > start and self._doc[at].is_lower and self._doc[at].dep_ in ("compound", "amod"):
            at -= 1
        name = self._named.get(at) if at >= start else None
        first = start + (self._doc[start].lower_ == "the")
        if name is None or name[0] != first or name[1] != at + 1:
            return ()
        return name[2] if all(self._kinds.get(one) in _RENAMED for one in name[2]) else ()

    def _root(self, start: int, end: int) -> Token:
        return self._doc[start:end].root

    def _trimmed(self, start: int, end: int) -> int:
        """Without marks, and without what stands in brackets, at the end: "Paul Ryan (R-WI),"."""
        doc = self._doc
        while end > start and doc[end - 1].is_punct:
            if doc[end - 1].text == ")":
                opening = next((at for at in range(end - 1, start, -1) if doc[at].text == "("), 0)
                if not opening:
                    break
                end = opening
            else:
                end -= 1
        return end

    def _is_set_off(self, noun: Token, root: Token, found: tuple[str, ...]) -> bool:
        """Whether a noun before a comma, or the head of all words, says what the one is who is named behind it."""
        if self._is_trade(noun):
            return bool(found) or noun.i == root.i or not self._is_trade(root)
        return not found and self._is_trade(root)

    def _is_trade(self, noun: Token) -> bool:
        key = plain(noun.lemma_)
        known = key in self._names.office or key in self._names.person_nouns
        return known and noun.tag_ not in ("NNS", "NNPS") and noun.is_lower

    def _is_governed(self, noun: Token, start: int) -> bool:
        """Whether a trade only says whose or of whom somebody else is: "the mother of victim Ann Roe"."""
        at = noun.i
        while at > start and (self._doc[at - 1].pos_ in ("ADJ", "NOUN", "PROPN", "CCONJ", "DET")):
            at -= 1
        return at > start and self._doc[at - 1].lower_ in _FOR

    def _is_one_person(self, ids: tuple[str, ...]) -> bool:
        return len(ids) == 1 and self._kinds.get(ids[0]) is ActorKind.PERSON

    def _are_bodies(self, ids: tuple[str, ...]) -> bool:
        return all(self._kinds.get(one) in _SPEAKING_BODIES for one in ids)

    def _ends(self, at: int, end: int) -> bool:
        """Whether nothing follows but what is told besides: "a spokesman for Acme, which owns the mine,"."""
        return at >= end or self._doc[at].text in (",", ".", "(", "-", "–", "—", "who", "which", "in")
