"""Claims of two sources that say the opposite of the same thing, without a word of denial: "safe" and "dangerous"."""

from collections.abc import Callable, Collection, Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.claims.claim_drafts import Draft, DraftLink
from briefing.analysis.comparison.claim_similarity import key_of, stem
from briefing.analysis.comparison.counted_quantities import CountWords
from briefing.analysis.comparison.independence import independent
from briefing.analysis.comparison.opposites import opposites
from briefing.analysis.comparison.predications import Predication, PredicationReader, Role
from briefing.analysis.comparison.told_measures import measure_of
from briefing.analysis.syntax.dependencies import root_of, text_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import DEMONSTRATIVES, PLURAL_TAGS
from briefing.model import Actor, Certainty, LinkKind, Polarity, Span, Stance, Time, words_of

_NEAR = 16
"""Claims back within which what is said of a thing by its name is compared."""

_NEXT = 2
"""The same where it is only pointed at ("it was not"), or told by the rest that is left out."""

_NEARBY = 4
"""The same for what is called by another word ("the accord", "the deal")."""

_LONGEST = 400
"""Characters of a claim in which a pronoun is taken for what another spoke of before it."""

_FAR = 600
"""Characters between a pronoun and what it stands for."""

_OPEN = frozenset({Stance.ASKS, Stance.PLANS, Stance.HOPES, Stance.PROMISES, Stance.DEMANDS, Stance.FEARS})
"""Stances of claims that say nothing of how things are."""

_SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
_ONE = frozenset({"it", "this", "that"})
_MANY = frozenset({"they", "them", "these", "those"})
_POINTING = _ONE | _MANY
_PERSONS = frozenset({"he", "she", "him", "her", "i", "we", "you", "us", "me", "who"})
_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_HAVING = frozenset({"have", "receive", "get"})
_OVER = frozenset({"over", "against"})
_NOBODY = frozenset({"nobody", "nothing", "none", "no-one"})
_OWNING = frozenset({"his", "her"})
_SELF = frozenset({"i", "me", "we", "us"})
_RESTRICTING = frozenset({"amod", "compound", "nummod", "poss", "nmod"})
_SINCE = {"before": "after", "after": "before"}


def link_opposed(
    doc: Doc,
    drafts: Sequence[Draft],
    actors: Mapping[str, Actor],
    actor_at: Callable[[Span], tuple[str, ...]],
    lexicon: Lexicon,
    counts: CountWords,
) -> None:
    """Let a claim deny what another said before it, if it says the opposite of the same; `drafts` in text order."""
    comparison = _Comparison(doc, lexicon, counts, actor_at)
    told = [draft for draft in drafts if _tells(draft)]
    for number, draft in enumerate(told):
        for back, other in enumerate(reversed(told[max(0, number - _NEAR) : number]), 1):
            if (
                not draft.reach.overlaps(other.reach)
                and comparison.are_opposed(draft, other, back)
                and independent(draft, other, actors)
                and not comparison.is_one_mouth(draft, other)
            ):
                _deny(draft, other)


def _tells(draft: Draft) -> bool:
    """Whether somebody says of something how it is."""
    answering = (
        (draft.answer is Stance.DENIES and (draft.pointing or draft.stance is Stance.DENIES))
        or (draft.pointing and draft.answer is not None)
        or (bool(draft.chain) and draft.chain[-1].negated)
    )
    return bool(draft.chain) and not answering and draft.stance not in _OPEN and draft.certainty in _SURE


def _deny(draft: Draft, other: Draft) -> None:
    """Link two claims, and take back that one confirms the other."""
    for one, two in ((draft, other), (other, draft)):
        one.links[:] = [entry for entry in one.links if entry.to is not two or entry.kind is LinkKind.DENIES]
    if not any(entry.to is other for entry in draft.links) and not any(entry.to is draft for entry in other.links):
        draft.links.append(DraftLink(LinkKind.DENIES, other))


class _Comparison:
    """Compares claims of one article, each of which is read once."""

    def __init__(
        self, doc: Doc, lexicon: Lexicon, counts: CountWords, actor_at: Callable[[Span], tuple[str, ...]]
    ) -> None:
        self._text = text_of(doc)
        self._counts = counts
        self._words = opposites()
        self._reader = PredicationReader(doc, self._words, lexicon.hedges.negators)
        self._families = lexicon.families
        self._actor_at = actor_at
        self._read: dict[int, list[Predication]] = {}
        self._told: dict[int, dict[int, str]] = {}
        self._claim_at: dict[int, Draft] = {}

    def are_opposed(self, draft: Draft, other: Draft, back: int) -> bool:
        """Whether two claims say the opposite, of which the second stands `back` claims before the first."""
        mine, theirs = self._predications(draft), self._predications(other)
        if back <= _NEXT and any(self._there_was_none(one, draft, other) for one in mine if one.negated):
            return True
        return any(self._opposed(one, two, back) for one in mine for two in theirs)

    def _there_was_none(self, one: Predication, draft: Draft, other: Draft) -> bool:
        """Whether there was nothing of the kind that another tells of there: "no aircraft had flown over Derra"."""
        thing = next((thing for thing in one.roles.values() if any(part.lower_ == "no" for part in thing.lefts)), None)
        untold = one.mood or other.polarity is Polarity.NEGATIVE or other.time is Time.PLANNED
        if thing is None or thing.pos_ != "NOUN" or untold:
            return False
        key = key_of(thing.lemma_.lower(), self._families)
        if key not in other.keys or not draft.keys.keys() & other.keys.keys() - {key}:
            return False
        kind = self._narrowing(thing)
        return any(
            word.pos_ == "NOUN"
            and self._key(word) == self._key(thing)
            and not any(child.lower_ in DEMONSTRATIVES or child.dep_ == "poss" for child in word.children)
            and (not kind or bool(kind & self._narrowing(word)))
            for word in map(draft.head.doc.__getitem__, other.tokens)
        )

    def is_one_mouth(self, draft: Draft, other: Draft) -> bool:
        """Whether two nameless sources may be the same: "a source", "another source"."""
        heads = [self._mouth(side) for side in (draft, other)]
        nameless = not draft.origin and not other.origin
        return nameless and bool(heads[0] & heads[1] or not heads[0] or not heads[1])

    def _mouth(self, draft: Draft) -> set[str]:
        return {words_of((span,), self._text, " ").lower().split()[-1] for span in draft.chain[-1].source}

    def _predications(self, draft: Draft) -> list[Predication]:
        if id(draft) not in self._read:
            self._read[id(draft)] = self._reader.of(draft)
            for index in draft.tokens:
                self._claim_at.setdefault(index, draft)
        return self._read[id(draft)]

    def _opposed(self, one: Predication, two: Predication, back: int) -> bool:
        if one.elliptic or two.elliptic:
            return bool(one.elliptic) and back <= _NEXT and self._completes(one, two)
        if one.mood == "open" or two.mood == "open" or not _same_mood(one, two):
            return False
        if one.updating != two.updating and not self._measured_otherwise(one, two, back):
            return False
        if one.event or two.event:
            opposed = self._tells_of_event(one, two)
        else:
            opposed = (
                self._excludes(one, two, back)
                or self._consented(one, two)
                or self._lacks(one, two, back)
                or self._measured_otherwise(one, two, back)
                or (self._words_opposed(one, two) and self._same_roles(one, two, back))
            )
        return opposed and self._compatible(one, two) and not self._at_other_times(one, two)

    def _words_opposed(self, one: Predication, two: Predication) -> bool:
        if one.compared != two.compared or (one.complement and two.complement and one.complement != two.complement):
            return False
        if one.negated != two.negated:
            same = (bool(one.key) and one.key == two.key) or self._is_other_verb_for(one.word, two.word)
            return not self._is_where(one, two) if same else bool(one.axes & two.axes)
        if one.key and one.key == two.key and not one.negated and self._is_turned(one, two):
            return True
        apart = {name for name, side in one.axes for axis, at in two.axes if axis == name and side != at}
        return bool(apart - self._words.middle if one.negated else apart)

    def _is_other_verb_for(self, one: Token, two: Token) -> bool:
        """Whether two verbs say the same: "had not approved the plan", "had agreed to the plan"."""
        if one.pos_ != "VERB" or two.pos_ != "VERB":
            return False
        family = self._families.get(one.lemma_.lower())
        return family is not None and family == self._families.get(two.lemma_.lower())

    def _is_where(self, one: Predication, two: Predication) -> bool:
        """Whether only where or how is denied, and the other tells another: "not made in posts", "made on a phone"."""
        left, right = one.beside or {}, two.beside or {}
        mine = {self._key(left[word]) for word in left.keys() - right.keys()}
        theirs = {self._key(right[word]) for word in right.keys() - left.keys()}
        return bool(mine and theirs and not mine & theirs)

    def _is_turned(self, one: Predication, two: Predication) -> bool:
        """Whether one is for what the other is against."""
        left, right = one.beside or {}, two.beside or {}
        turns = ((word, self._words.turned_by[word]) for word in left if word in self._words.turned_by)
        return any(turn in right and self._may_be_same(left[word], right[turn]) for word, turn in turns)

    def _lacks(self, one: Predication, two: Predication, back: int) -> bool:
        """Whether one had none of what the other tells was done to it: "had no warning", "was warned"."""
        if one.negated == two.negated:
            return False
        for lacking, done in ((one, two), (two, one)):
            thing = lacking.roles.get("patient") if lacking.word.lemma_.lower() in _HAVING else None
            theirs = done.roles.get("patient") or done.roles.get("sole")
            if thing is None or theirs is None or not lacking.negated or done.negated:
                continue
            if self._is_same_word(thing, done.word) and "agent" in lacking.roles:
                mine, first = lacking.roles["agent"], lacking is one
                # Who warns a hospital's managers warns the hospital.
                owner = next((child for child in theirs.children if child.dep_ == "poss"), None)
                if owner is not None and self._key(owner) == self._key(mine):
                    return True
                return self._same(mine, theirs, back) if first else self._same(theirs, mine, back)
        return False

    def _excludes(self, one: Predication, two: Predication, back: int) -> bool:
        """Whether both tell of what only one can do or have: "retook the city", "his men still hold it"."""
        if one.negated or two.negated or "agent" not in one.roles or "agent" not in two.roles:
            return False
        words, verbs = self._words, (one.word.lemma_.lower(), two.word.lemma_.lower())
        mine, theirs = one.roles["patient"], two.roles["patient"]
        for held, taken, holding in ((verbs[0], verbs[1], one), (verbs[1], verbs[0], two)):
            if held in words.having and taken in words.taking:
                still = any(child.lower_ == "still" for child in holding.word.children)
                return still and self._same(mine, theirs, back)
        if not set(verbs) <= words.winning | words.beating:
            return False
        left, right = self._actors(one.roles["agent"]), self._actors(two.roles["agent"])
        if not left or not right or set(left) & set(right):
            return False
        beaten = {actor for one in self._beaten(one) for actor in self._actors(one)}
        beaten |= {actor for one in self._beaten(two) for actor in self._actors(one)}
        won = {mine.lemma_.lower(), theirs.lemma_.lower()} <= words.prizes and self._same(mine, theirs, back)
        return won or bool(beaten & {*left, *right})

    def _measured_otherwise(self, one: Predication, two: Predication, back: int) -> bool:
        """Whether the same is told with another measure: "slept nine hours", "slept three hours"."""
        if back > _NEARBY or one.negated or two.negated or not one.key or one.key != two.key:
            return False
        mine, theirs = measure_of(one.word, self._counts), measure_of(two.word, self._counts)
        if mine is None or theirs is None or not mine.conflicts(theirs):
            return False
        if self._times(one.word, False) != self._times(two.word, False):
            return False
        left, right = (next(iter(side.roles.values()), None) for side in (one, two))
        if left is None or right is None or any(child.tag_ == "PRP$" for child in left.children):
            # "Its striker" is that of who says so.
            return False
        return self._same(left, right, back)

    def _beaten(self, one: Predication) -> list[Token]:
        """Whom somebody won over."""
        led = [part for part in one.roles["patient"].children if part.dep_ == "prep" and part.lower_ in _OVER]
        over = [thing for part in led for thing in part.children]
        over += [thing for word, thing in (one.beside or {}).items() if word in _OVER]
        return over + ([one.roles["patient"]] if one.word.lemma_.lower() in self._words.beating else [])

    def _consented(self, one: Predication, two: Predication) -> bool:
        """Whether the one tells of consent to what the other tells of as done by force."""
        agreed, forced = (one, two) if ("consent", 0) in one.axes else (two, one)
        if agreed.negated or forced.negated or ("consent", 0) not in agreed.axes or ("consent", 0) in forced.axes:
            return False
        named = agreed.roles.get("sole")
        act = named is not None and (named.lemma_.lower() in self._words.acts or named.lower_ in _ONE)
        done = {forced.word.lower_, forced.word.lemma_.lower()}
        return act and (bool(done & self._words.force) or ("consent", 1) in forced.axes)

    def _completes(self, one: Predication, two: Predication) -> bool:
        """Whether "it was not" leaves out what the other claim says."""
        if two.elliptic or two.event or one.negated == two.negated or not _fits(one.elliptic, two):
            return False
        named = two.roles.get("patient") if "agent" not in two.roles else two.roles["agent"]
        theirs = two.roles.get("sole") or named
        return theirs is not None and self._same(one.roles["sole"], theirs, 1)

    def _tells_of_event(self, one: Predication, two: Predication) -> bool:
        """Whether one says that there was no such thing as the other tells of."""
        if one.negated == two.negated:
            return False
        event, told = (one, two) if one.event and (one.negated or not two.event) else (two, one)
        thing = event.roles["sole"]
        if thing.pos_ == "PRON":
            return False
        if told.event:
            other = told.roles["sole"]
            told_of = any(self._key(trace) == self._key(other) for trace in event.traces) and event.negated
            return told_of or (self._key(thing) == self._key(other) and self._same_kind(thing, other))
        return event.negated and any(self._is_same_word(one, told.word) for one in (thing, *event.traces))

    def _is_same_word(self, noun: Token, word: Token) -> bool:
        """Whether a noun tells of what a word tells: "agreement", "agreed"."""
        family = self._families.get(noun.lemma_.lower())
        same = family is not None and family == self._families.get(word.lemma_.lower())
        return same or self._key(noun) == self._key(word) or stem(noun.lower_) == stem(word.lower_)

    def _same_roles(self, one: Predication, two: Predication, back: int) -> bool:
        """Whether the same is said of the same: whoever both name is the same, and one at least is."""
        left, right = self._aligned(one, two)
        aimed = {name for name, _ in one.axes} & {name for name, _ in two.axes} & self._words.aimed
        if aimed and not ("patient" in one.roles and "patient" in two.roles):
            return False
        if one.complement and one.complement == two.complement and _is_empty(left) and _is_empty(right):
            return True
        for mine, theirs, side in ((left, right, two), (right, left, one)):
            if "agent" in mine and "patient" in mine and "patient" not in theirs and (side.beside or side.complement):
                return False
        shared = [role for role in left if role in right]
        return bool(shared) and all(self._same(left[role], right[role], back) for role in shared)

    def _aligned(self, one: Predication, two: Predication) -> tuple[dict[Role, Token], dict[Role, Token]]:
        """The roles of both, so that what one has alone stands for what it is in the other."""
        left, right = dict(one.roles), dict(two.roles)
        for mine, theirs, side in ((left, right, two), (right, left, one)):
            if "sole" in mine and "sole" not in theirs:
                caused = "patient" in theirs and any(name in self._words.caused for name, _ in side.axes)
                role: Role = "patient" if caused or "agent" not in theirs else "agent"
                mine[role] = mine.pop("sole")
        return left, right

    def _same(self, one: Token, two: Token, back: int) -> bool:
        """Whether two words stand for the same thing, of which the second was said `back` claims before."""
        if one.lower_ in _NOBODY or two.lower_ in _NOBODY:
            return back <= _NEXT and not self._is_long(one) and not self._is_long(two)
        mine, theirs = self._actors(one), self._actors(two)
        if one.lower_ in _HE | _SHE and not theirs and self._speaks_for(one, two):
            return back <= _NEXT and not self._is_long(one)
        if {one.lower_, two.lower_} & _HE and {one.lower_, two.lower_} & _SHE:
            return False
        if mine and theirs:
            return mine == theirs
        if two.lower_ in _POINTING | _PERSONS:
            return False
        if one.lower_ in _POINTING | _PERSONS:
            return not mine and back <= _NEXT and self._points_at(one, two)
        if bool(mine) != bool(theirs) and "PROPN" in (one.pos_, two.pos_):
            return False
        alike = self._key(one) == self._key(two) or (back <= _NEARBY and self._is_other_word_for(one, two))
        return alike and self._same_kind(one, two)

    def _is_other_word_for(self, one: Token, two: Token) -> bool:
        """Whether two nouns with their articles say the same: "the deal", "the accord"."""
        families = [self._families.get(noun.lemma_.lower()) for noun in (one, two)]
        determined = all(any(child.lower_ in DEMONSTRATIVES for child in noun.children) for noun in (one, two))
        return determined and families[0] is not None and families[0] == families[1]

    def _points_at(self, pronoun: Token, thing: Token) -> bool:
        """Whether a pronoun that stands for nobody known may stand for the thing that was told of before it."""
        if self._has_own_antecedent(pronoun) or self._is_long(pronoun) or self._is_long(thing):
            return False
        many = thing.tag_ in PLURAL_TAGS or any(child.dep_ == "conj" for child in thing.children)
        if pronoun.lower_ in _HE | _SHE:
            return not many and thing.pos_ == "NOUN" and not self._owners(pronoun)
        return pronoun.lower_ in (_MANY if many else _ONE) and pronoun.idx - thing.idx <= _FAR

    def _speaks_for(self, pronoun: Token, thing: Token) -> bool:
        """Whether the pronoun stands in what one says who belongs to the other: "the striker's agent", "his father"."""
        if thing.pos_ != "NOUN" or thing.tag_ in PLURAL_TAGS:
            return False
        return any(word.lower_ in _OWNING or self._key(word) == self._key(thing) for word in self._owners(pronoun))

    def _owners(self, pronoun: Token) -> list[Token]:
        """Whose agent, father or lawyer says what the pronoun stands in."""
        said = self._claim_at.get(pronoun.i)
        source = words_in(pronoun.doc, said.chain[-1].source) if said is not None else []
        return [word for word in source if word.dep_ == "poss"]

    def _is_long(self, word: Token) -> bool:
        """Whether a word stands in a speech, in which words that only point are said of many things."""
        said = self._claim_at.get(word.i)
        return said is not None and len(said.reach) > _LONGEST

    def _has_own_antecedent(self, pronoun: Token) -> bool:
        """Whether the claim of the pronoun tells of another thing before it: "the fans are loud, they are not safe"."""
        said = self._claim_at.get(pronoun.i)
        first = min(said.tokens) if said is not None else pronoun.i
        many = pronoun.lower_ in _MANY
        before = pronoun.doc[first : pronoun.i]
        return any(token.pos_ in {"NOUN", "PROPN"} and (token.tag_ in PLURAL_TAGS) == many for token in before)

    def _same_kind(self, one: Token, two: Token) -> bool:
        """Whether two nouns may mean the same of their kind: no other part, place or number of it."""
        if any(child.lower_ in self._words.quantities for noun in (one, two) for child in noun.children):
            return False
        mine, theirs = self._narrowing(one), self._narrowing(two)
        if mine and theirs:
            return bool(mine & theirs)
        if not mine and not theirs:
            return True
        return any(child.lower_ in DEMONSTRATIVES for child in (two if mine else one).children)

    def _narrowing(self, noun: Token) -> set[str]:
        """What tells which of its kind a noun means."""
        found: set[str] = set()
        for child in noun.children:
            if child.dep_ in _RESTRICTING and child.i < noun.i:
                found |= set(self._actors(child)) or ({self._key(child)} if child.pos_ != "PRON" else set())
            elif child.dep_ == "prep":
                found |= {self._key(part) for part in child.children if part.dep_ == "pobj"}
        return found

    def _compatible(self, one: Predication, two: Predication) -> bool:
        """Whether what stands behind the same preposition is the same: "in Oslo" and "in Rome" are two places."""
        left, right = one.beside or {}, two.beside or {}
        if any(word in left and _SINCE[word] in right for word in _SINCE):
            return False
        return all(self._may_be_same(left[word], right[word]) for word in left.keys() & right.keys())

    def _may_be_same(self, one: Token, two: Token) -> bool:
        if one.lower_ in _POINTING:
            return True
        if self._key(one) == self._key(two):
            mine, theirs = self._narrowing(one), self._narrowing(two)
            return not mine or not theirs or bool(mine & theirs)
        named = self._actors(one)
        return bool(named) and named == self._actors(two)

    def _at_other_times(self, one: Predication, two: Predication) -> bool:
        """Whether both tell when, and not of the same time; of what may change, also where the sentence tells it."""
        changing = any(name in self._words.changing for name, _ in one.axes | two.axes)
        mine, theirs = self._times(one.word, changing), self._times(two.word, changing)
        return bool(mine and theirs and not mine & theirs)

    def _times(self, word: Token, in_sentence: bool) -> set[str]:
        """Words that tell when, of the claim or of its whole sentence."""
        top = root_of(word)
        if top.i not in self._told:
            self._told[top.i] = {token.i: found for token in top.subtree for found in self._time_at(token)}
        told = self._told[top.i]
        said = self._claim_at.get(word.i)
        return {found for i, found in told.items() if in_sentence or (said is not None and i in said.tokens)}

    def _time_at(self, token: Token) -> Collection[str]:
        lower = token.lower_
        if token.dep_ in _RESTRICTING and lower not in self._words.turned:
            return ()
        if (lower in self._words.times and token.pos_ != "AUX") or (lower.isdigit() and len(lower) == 4):
            return (lower,)
        if lower in self._words.turned and token.head.lemma_ in {"year", "month", "week", "quarter", "decade"}:
            return (f"{lower} {token.head.lemma_}",)
        return ()

    def _actors(self, token: Token) -> tuple[str, ...]:
        if token.pos_ not in {"PROPN", "PRON", "NOUN"}:
            return ()
        if token.lower_ in _SELF:
            said = self._claim_at.get(token.i)
            return tuple(sorted(said.origin)) if said is not None else ()
        return self._actor_at(Span(token.idx, token.idx + len(token.text)))

    def _key(self, token: Token) -> str:
        return stem(token.lower_ if token.pos_ == "PROPN" else token.lemma_.lower())


def _is_empty(roles: Mapping[Role, Token]) -> bool:
    """Whether "it" only holds the place of the clause that follows: "it is wrong to wait"."""
    return roles.keys() == {"sole"} and roles["sole"].lower_ == "it"


def _same_mood(one: Predication, two: Predication) -> bool:
    if {one.mood, two.mood} == {"", "able"}:
        return one.negated if one.mood else two.negated
    return one.mood == two.mood


def _fits(auxiliary: str, two: Predication) -> bool:
    """Whether an auxiliary stands for a predicate: "it was not" for "is safe", "it did not" for "hit a house"."""
    if auxiliary in {"ought", "future", "able"} or two.mood:
        return two.mood == auxiliary
    verbal = two.word.pos_ == "VERB" and two.word.tag_ not in {"VBG", "VBN"}
    return verbal == (auxiliary == "do") or auxiliary == "have"
