"""Read what a claim says of what: each predicate with its subject and object, and whether it is denied."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from spacy.tokens import Doc, Token

from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.comparison.claim_similarity import stem
from briefing.analysis.comparison.opposites import Opposites
from briefing.analysis.syntax.dependencies import SUBJECTS, antecedent, own_subject
from briefing.analysis.syntax.word_classes import COMPLEMENTS, COORDINATED, NOMINAL, SUBJECT_PRONOUNS, VERBAL
from briefing.records import dataclass

Role = Literal["sole", "agent", "patient"]
"""What something is to a predicate: the one it is said of, or who does it and to what."""

_STEPS = 4
_OBJECTS = frozenset({"dobj", "obj"})
_RESTS = frozenset({"xcomp", "ccomp", "dobj", "advcl", "prep", "acomp", "attr", "oprd", "npadvmod", "prt"})
_SUPPOSED = frozenset({"if", "unless", "whether", "until", "once", "when"})
_DESCRIBING = frozenset({"JJ", "VBN", "RB"})
_COMPARED = frozenset({"JJR", "RBR"})
_SHORTEST = 3
_NOBODY = frozenset({"nobody", "none", "no-one"})
_NOTHING = frozenset({"nothing", "nobody", "none"})
_EMPTY = frozenset({"be", "have", "do", "say", "get", "go"})


@dataclass(frozen=True, slots=True)
class Predication:
    """What is said of something.

    Attributes:
        word: says it: a verb, or what stands behind "is"; an auxiliary alone where the rest is left out ("it was not").
        negated: whether it is denied.
        mood: "ought", "future", "able" or "open" by its auxiliary, else empty.
        roles: what it is said of.
        axes: names of the axes on which the word stands, each with its side.
        key: what all words share that say the same as this one; empty if the word says nothing by itself.
        event: whether it only says that there was something of the kind of the one it is said of.
        traces: of what there is evidence, or none.
        elliptic: the lemma of the auxiliary, where the rest is left out; else empty.
        beside: words by the preposition that leads to them.
        complement: key of the clause that completes it ("wrong | to compare").
        updating: whether a word tells that something was so before, or is so now.
        compared: whether it is said to be so more than before, or than something else.
    """

    word: Token
    negated: bool
    mood: str
    roles: Mapping[Role, Token]
    axes: frozenset[tuple[str, int]] = frozenset()
    key: str = ""
    event: bool = False
    traces: tuple[Token, ...] = ()
    elliptic: str = ""
    beside: Mapping[str, Token] | None = None
    complement: str = ""
    updating: bool = False
    compared: bool = False


class PredicationReader:
    """Reads predications out of the claims of one article.

    Args:
        words: the words that say the opposite of one another.
        negators: words that deny.
    """

    def __init__(self, doc: Doc, words: Opposites, negators: frozenset[str]) -> None:
        self._doc = doc
        self._words = words
        self._negators = negators

    def of(self, draft: Draft) -> list[Predication]:
        """All that a claim says for itself: not its conditions, its questions or what others would say."""
        inside = draft.tokens
        heads = [self._doc[i] for i in sorted(inside)]
        tops = [word for word in heads if word.pos_ in VERBAL and (word.head.i not in inside or word.head.i == word.i)]
        return [one for top in tops for one in self._said(top, inside, False, 0)] or self._bare(inside)

    def axes_of(self, token: Token) -> frozenset[tuple[str, int]]:
        """The axes on which a word stands, each with its side."""
        return self._words.axes.get(token.lower_) or self._words.axes.get(token.lemma_.lower()) or frozenset()

    def _places(self, word: Token) -> frozenset[tuple[str, int]]:
        """The same, with the axis between a word and its opposite by a prefix: "published", "unpublished"."""
        found = self.axes_of(word)
        if word.tag_ not in _DESCRIBING:
            return found
        lower = word.lower_
        for prefix in self._words.prefixes if lower not in self._words.seeming else ():
            rest = lower.removeprefix(prefix)
            if lower != rest and len(rest) > _SHORTEST:
                return found | {(f"not {stem(rest)}", 1)}
        return found | {(f"not {stem(lower)}", 0)}

    def _said(self, head: Token, inside: Collection[int], flipped: bool, depth: int) -> Iterator[Predication]:
        """What a clause says, and the clauses joined to it; `flipped` where something above it denies it."""
        if depth > _STEPS or head.i not in inside or head.pos_ not in VERBAL:
            return
        # The children of a token are read anew each time they are asked for, which is most of the work.
        children = list(head.children)
        if _is_supposed(head, children):
            return
        for child in children:
            before = child.dep_ == "ccomp" and child.i < head.i and own_subject(child) is not None
            if (child.dep_ in COORDINATED or before) and child.pos_ in VERBAL:
                yield from self._said(child, inside, flipped, depth + 1)
        denied = self._is_denied(children) or self._is_denied_above(head)
        framed = self._framed(head, children, denied)
        if framed is not None:
            yield from self._said(framed[0], inside, flipped != framed[1], depth + 1)
            return
        told = next((child for child in children if child.dep_ in COMPLEMENTS and child.i in inside), None)
        if denied and self._is_partial(children, told):
            return
        one = self._read(head, children, told, denied != flipped)
        if one is not None:
            yield one

    def _framed(self, head: Token, children: Sequence[Token], denied: bool) -> tuple[Token, bool] | None:
        """The clause that is claimed below "I think that …" or "there is no evidence that …", and if it is denied."""
        words, lemma = self._words, head.lemma_.lower()
        clause = next((c for c in children if c.dep_ == "ccomp" and c.i > head.i and c.pos_ in VERBAL), None)
        if lemma in words.failing:
            below = next((c for c in children if c.dep_ == "xcomp" and c.pos_ in VERBAL), None)
            return (below, not denied) if below is not None else None
        if clause is not None and lemma in words.thinking:
            own = next((child for child in children if child.dep_ in SUBJECTS), None)
            return (clause, denied) if own is not None and own.lower_ in SUBJECT_PRONOUNS else None
        told = next((c for c in children if c.dep_ in COMPLEMENTS), None) if lemma == "be" else None
        return self._framed_by(told, clause, denied) if told is not None else None

    def _framed_by(self, told: Token, clause: Token | None, denied: bool) -> tuple[Token, bool] | None:
        """The same behind "it is true that", "there is no doubt that", "this is a country that"."""
        words, named = self._words, told.lemma_.lower()
        below = clause or next(
            (c for c in told.children if c.dep_ in {"ccomp", "acl", "relcl"} and _is_clause(c)), None
        )
        if below is None:
            return None
        if named in words.whole:
            return (below, denied) if below.dep_ == "relcl" else None
        if named in words.certain or (named in words.evidence and denied):
            return below, denied
        return (below, False) if named in words.doubt and denied else None

    def _is_denied(self, children: Sequence[Token]) -> bool:
        """Whether a clause is denied by a word of its own."""
        for child in children:
            if child.dep_ == "neg" or (child.lower_ in self._negators and child.dep_ != "conj"):
                return True
            if child.dep_ == "prep" and any(part.lower_ in _NOTHING for part in child.children):
                return True
            told_of = child.dep_ in SUBJECTS or child.dep_ in _OBJECTS or child.dep_ in COMPLEMENTS
            if (told_of or child.dep_ == "advmod") and any(part.lower_ in {"no", "neither"} for part in child.lefts):
                return True
        return False

    def _is_denied_above(self, head: Token) -> bool:
        """Whether what denies the clause that this one is joined to denies both: "neither sent nor received"."""
        if head.dep_ != "conj" or own_subject(head) is not None:
            return False
        above = [child for child in head.head.children if child.i < head.i]
        words = {child.lower_ for child in above if child.dep_ in {"cc", "preconj"}}
        return "nor" in words or ("or" in words and any(child.dep_ == "neg" for child in above))

    def _is_partial(self, children: Sequence[Token], told: Token | None) -> bool:
        """Whether what denies the clause denies only a part of it: "not only", "not all"."""
        parts = [*children, *(told.children if told is not None else ())]
        parts += [part for child in children if child.dep_ in SUBJECTS for part in child.children]
        return any(part.lower_ in self._words.partial and part.dep_ != "mark" for part in parts)

    def _read(self, head: Token, children: Sequence[Token], told: Token | None, denied: bool) -> Predication | None:
        own = _subject(head)
        lemma = head.lemma_.lower()
        moods = self._words.moods
        mood = next((moods[c.lower_] for c in children if c.dep_ == "aux" and c.lower_ in moods), "")
        if own is not None and any(word.lower_ == "not" for word in own.lefts):
            return None
        none = self._none_given(lemma, children)
        if none is not None:
            return self._event(children, told, none, denied, mood)
        if own is None or any(child.dep_ == "expl" for child in children) or self._only_tells(lemma, own, children):
            return self._event(children, told, own, denied, mood)
        if lemma in self._words.copulas:
            told = told or next((c for c in children if c.dep_ in _OBJECTS), None) or self._standing(children)
            if told is not None and (_is_predicate(told) or _far_from(told) is not None):
                return self._copular(children, told, own, denied, mood)
        if head.pos_ == "AUX" or lemma in {"do", "have"}:
            if not any(child.dep_ in _RESTS or (child.dep_ == "advmod" and child.i > head.i) for child in children):
                elliptic = mood or moods.get(head.lower_, lemma)
                return Predication(head, denied, mood, {"sole": own}, elliptic=elliptic)
            if head.pos_ == "AUX":
                return None
        phrase = self._phrase(lemma, children)
        return Predication(
            head, denied, mood, {"sole": own} if phrase else _roles(children, own),
            phrase or self._axes_of_verb(head, children), self._key(head), beside=_beside(children),
            complement=_complement(children), updating=self._is_updating(children),
        )  # fmt: skip

    def _phrase(self, lemma: str, children: Sequence[Token]) -> frozenset[tuple[str, int]]:
        """The axes of a verb with its particle or its object: "picked up", "told the truth"."""
        with_verb = (child for child in children if child.dep_ == "prt" or child.dep_ in _OBJECTS)
        found = (self._words.axes.get(f"{lemma} {child.lemma_.lower()}") for child in with_verb)
        return next((axes for axes in found if axes), frozenset())

    def _standing(self, children: Sequence[Token]) -> Token | None:
        """What stands behind "is" without being an adjective: "over", "in force"."""
        adverb = (c for c in children if c.dep_ in {"advmod", "prep", "prt"} and c.lower_ in self._words.standing)
        far = (c for c in children if c.dep_ == "advmod" and _far_from(c) is not None)
        return _behind_preposition(children) or next(adverb, None) or next(far, None)

    def _only_tells(self, lemma: str, own: Token, children: Sequence[Token]) -> bool:
        """Whether a verb only tells that there was something: "happened", "took place"."""
        if lemma == "take":
            return any(child.lower_ == "place" and child.dep_ in _OBJECTS for child in children)
        found = lemma in self._words.found and own.lemma_.lower() in self._words.evidence
        return found or lemma in self._words.happening

    def _none_given(self, lemma: str, children: Sequence[Token]) -> Token | None:
        """The noun of which a verb says that there was none: "no such | warning | was given", "made no | threats"."""
        if lemma not in self._words.lending:
            return None
        things = [child for child in children if child.dep_ in {"nsubjpass", "dobj"} and child.pos_ == "NOUN"]
        # "Nobody was conducting an inquiry": there was none.
        nobody = any(child.lower_ in _NOBODY and child.dep_ in SUBJECTS for child in children)
        return next((one for one in things if nobody or any(word.lower_ == "no" for word in one.lefts)), None)

    def _event(
        self, children: Sequence[Token], told: Token | None, own: Token | None, denied: bool, mood: str
    ) -> Predication | None:
        """What says that there was something, or no trace of it."""
        thing = own if own is not None and own.dep_ != "expl" else told
        nothing = self._nothing_about(thing, mood) if thing is not None else None
        if nothing is not None:
            return nothing
        if thing is None or thing.pos_ not in NOMINAL:
            return None
        traces: tuple[Token, ...] = ()
        if thing.lemma_.lower() in self._words.evidence:
            traces = tuple(word for word in thing.subtree if word.i > thing.i and word.pos_ == "NOUN")
        return Predication(
            thing, denied, mood, {"sole": thing}, event=True, traces=traces,
            beside=_beside(list(thing.children)) | _beside(children),
            updating=any(child.lower_ in self._words.updates for child in children),
        )  # fmt: skip

    def _nothing_about(self, thing: Token, mood: str) -> Predication | None:
        """What is not so of which there is nothing of the kind: "nothing fair about | the tax"."""
        if thing.lower_ != "nothing":
            return None
        quality = next((child for child in thing.children if child.pos_ == "ADJ"), None)
        abouts = (word for word in thing.subtree if word.lower_ == "about")
        of = next((part for about in abouts for part in about.children if part.dep_ == "pobj"), None)
        if quality is None or of is None:
            return None
        return Predication(quality, True, mood, {"sole": of}, self._places(quality), self._key(quality))

    def _copular(self, children: Sequence[Token], told: Token, own: Token, denied: bool, mood: str) -> Predication:
        far = _far_from(told)
        if far is not None:
            told, denied = far, not denied
        word, below = told, list(told.children)
        if told.lemma_.lower() in self._words.whole and not self.axes_of(told):
            word = next((c for c in told.children if c.dep_ == "amod" and self.axes_of(c)), told)
        less = any(child.lower_ == "less" for child in word.children)
        inside = word is not told and any(child.dep_ == "neg" for child in word.children)
        key = self._key(word) if told.dep_ != "pobj" or self.axes_of(word) else f"{told.head.lower_} {self._key(word)}"
        return Predication(
            word, denied != (less != inside), mood, {"sole": own}, self._places(word), key,
            beside=_beside(below) | _beside(children),
            complement=_complement(below), updating=self._is_updating(children),
            compared=word.tag_ in _COMPARED or any(child.tag_ in _COMPARED for child in word.children),
        )  # fmt: skip

    def _axes_of_verb(self, head: Token, children: Sequence[Token]) -> frozenset[tuple[str, int]]:
        """The axes of a verb, or of how it is done: "treated humanely", "fired on purpose"."""
        found = self._places(head)
        manners = [c for c in children if c.dep_ == "advmod"]
        return found.union(*(self.axes_of(manner) for manner in manners)) if manners else found

    def _is_updating(self, children: Sequence[Token]) -> bool:
        words = self._words
        return any(
            child.lower_ in words.updates or (child.dep_ in {"prep", "advcl"} and _leading(child) in words.before)
            for child in children
        )

    def _bare(self, inside: Collection[int]) -> list[Predication]:
        """What contents without a verb say: "the ban | lawful", "the vote as | a failure"; or that there is "fraud"."""
        words = [self._doc[i] for i in sorted(inside) if not self._doc[i].is_space]
        for telling in reversed(words):
            tells = self.axes_of(telling) and not _is_attribute(telling) and _is_predicate(telling)
            thing = self._before(telling, words) if tells else None
            if thing is not None:
                denied = any(word.lower_ in self._negators for word in words if thing.i < word.i < telling.i)
                return [Predication(telling, denied, "", {"sole": thing}, self.axes_of(telling), self._key(telling))]
        return self._named(words)

    def _before(self, telling: Token, words: Sequence[Token]) -> Token | None:
        """What a word of an axis is said of: what stands before it, with nothing between but what belongs to it."""
        for word in reversed([word for word in words if word.i < telling.i]):
            if word.pos_ in NOMINAL and (telling.pos_ == "ADJ" or word.dep_ != "compound" or word.head.i != telling.i):
                return word
            if word.pos_ in VERBAL or (word.pos_ in {"ADP", "SCONJ"} and word.lower_ != "as"):
                return None
        return None

    def _named(self, words: Sequence[Token]) -> list[Predication]:
        """The noun that a content without a verb names, as what there is."""
        inside = {word.i for word in words}
        top = next((word for word in words if word.pos_ == "NOUN" and word.head.i not in inside), None)
        return (
            [Predication(top, False, "", {"sole": top}, event=True, beside=_beside(list(top.children)))]
            if top is not None
            else []
        )

    def _key(self, word: Token) -> str:
        lemma = word.lemma_.lower()
        return "" if lemma in _EMPTY or word.pos_ == "PRON" else stem(lemma)


def _far_from(told: Token) -> Token | None:
    """What something is not that is "far from over", "anything but safe"."""
    if told.lower_ not in {"far", "anything"}:
        return None
    if told.lower_ == "anything":
        following = told.doc[told.i + 1 : told.i + 5]
        words = [word for word in following if word.pos_ != "DET"]
        return words[1] if len(words) > 1 and words[0].lower_ == "but" else None
    for child in told.children:
        if child.lower_ == "from":
            return next(iter(child.children), None)
    return None


def _is_predicate(told: Token) -> bool:
    """Whether a word behind "is" says something by itself: an adjective, a noun or a participle."""
    return told.pos_ not in VERBAL | {"PRON"} or told.tag_ in {"VBN", "VBG"}


def _is_supposed(head: Token, children: Sequence[Token]) -> bool:
    """Whether the clause is a condition or a question."""
    if any(child.text == "?" or (child.dep_ == "mark" and child.lower_ in _SUPPOSED) for child in children):
        return True
    top = head
    while top.head.i != top.i and top.dep_ in {"conj", "ccomp"}:
        top = top.head
    return top.i != head.i and any(child.text == "?" for child in top.rights)


def _is_attribute(word: Token) -> bool:
    """Whether a word only tells of which kind what follows it is: "the safe | road"."""
    return word.dep_ in {"amod", "compound"} and word.head.i > word.i


def _is_clause(token: Token) -> bool:
    return token.pos_ in VERBAL and (own_subject(token) is not None or token.dep_ == "relcl")


def _subject(verb: Token) -> Token | None:
    """The subject of a clause, or of the one that it is joined to."""
    for _ in range(_STEPS):
        own = own_subject(verb)
        if own is not None:
            return antecedent(own)
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ not in {"conj", "xcomp"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _behind_preposition(children: Sequence[Token]) -> Token | None:
    """What stands behind the preposition of "is in force", "is under control"."""
    objects = (part for c in children if c.dep_ == "prep" for part in c.children if part.dep_ == "pobj")
    return next(objects, None)


def _roles(children: Sequence[Token], own: Token) -> dict[Role, Token]:
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in children):
        by = [c for part in children if part.dep_ == "agent" for c in part.children if c.dep_ == "pobj"]
        return {"patient": own, "agent": by[0]} if by else {"patient": own}
    thing = next((child for child in children if child.dep_ in _OBJECTS), None)
    return {"agent": own, "patient": thing} if thing is not None else {"sole": own}


def _beside(children: Sequence[Token]) -> dict[str, Token]:
    found: dict[str, Token] = {}
    for child in children:
        if child.dep_ == "prep":
            for part in child.children:
                if part.dep_ == "pobj":
                    found.setdefault(child.lower_, part)
    return found


def _complement(children: Sequence[Token]) -> str:
    """What completes a predicate: "wrong to compare the two"."""
    below = next((c for c in children if c.dep_ in {"xcomp", "ccomp", "acl"} and c.pos_ in VERBAL), None)
    if below is None:
        return ""
    things = (stem(c.lemma_.lower()) for c in below.children if c.dep_ in _OBJECTS)
    return " ".join((stem(below.lemma_.lower()), *things))


def _leading(token: Token) -> str:
    """The preposition itself, or the word that opens a clause."""
    mark = next((child for child in token.children if child.dep_ == "mark"), None)
    return token.lower_ if token.dep_ == "prep" else mark.lower_ if mark is not None else ""
