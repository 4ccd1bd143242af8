"""Resolve pronouns and descriptions to actors, and leave them open where that is unsure.

A pronoun means the most salient referent (`discourse.py`) that agrees with it in gender and number and is no other
argument of the same verb, if that one is clearly ahead of the next. `described_entities.py` tells whom a description
means.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from briefing.analysis.coreference.antecedent_features import Place, Pronoun, Rows, Scene, is_owned, rows
from briefing.analysis.coreference.antecedent_ranker import AntecedentRanker, shipped_ranker
from briefing.analysis.coreference.definite_descriptions import Description, description_at
from briefing.analysis.coreference.described_entities import DescribedEntities, is_police
from briefing.analysis.coreference.discourse import SUBJECTS, Discourse
from briefing.analysis.coreference.discourse_entities import OF_MANY, Entity, Form
from briefing.analysis.names.name_clusters import Cluster, tokens_of
from briefing.analysis.names.name_lexicon import FEMALE, MALE, Names
from briefing.analysis.syntax.conjuncts import all_joined, first_joined
from briefing.analysis.syntax.dependencies import subtree
from briefing.analysis.syntax.token_layout import Layout
from briefing.analysis.syntax.word_classes import COORDINATED, RELATIVES, SPOKESPERSONS
from briefing.model import ActorKind
from briefing.records import dataclass

_HE = {
    "he": MALE,
    "him": MALE,
    "his": MALE,
    "himself": MALE,
    "she": FEMALE,
    "her": FEMALE,
    "hers": FEMALE,
    "herself": FEMALE,
}
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_ACTING = SUBJECTS | {"poss"}

_SENTENCES_SEEN = 9
_MOST_CANDIDATES = 16
_FAR_AHEAD = 6.0
_SURE_OF_GENDER = 0.6
_LONGEST_OFFICE = 4
"""Words of an office with capitals and its article: "the Deputy Prime Minister"."""

_PRESS = frozenset({"reporter", "journalist", "interviewer", "questioner"})
_UTTERED = frozenset({"statement", "release", "tweet", "communique", "communiqué"})


@dataclass(frozen=True, slots=True)
class Referent:
    """Tokens `[start, end)`, with the head `head`, that refer to `clusters`, or to who came in as `noun`."""

    start: int
    end: int
    head: int
    clusters: tuple[Cluster, ...]
    noun: int = -1


Watch = Callable[[Token, Pronoun, list[Entity], Rows], None]
"""What is told of each pronoun before it is resolved, for training."""


def resolve(
    doc: Doc,
    layout: Layout,
    actors: list[Cluster],
    names: Names,
    unlisted: Sequence[Cluster] = (),
    ranker: AntecedentRanker | None = None,
    watch: Watch | None = None,
) -> list[Referent]:
    """The pronouns and descriptions of `doc` of which it is clear whom they mean, in text order.

    What only a description names ("his campaign") is added to `actors`, and those of `unlisted` that a pronoun means.
    """
    ranker = ranker or shipped_ranker()
    # The first reading tells the gender of persons whose names do not; the second one uses it.
    sentence, places = _sentence_numbers(doc, layout), dict[int, Place]()
    first = _Reader(Discourse(doc, layout, actors, names, unlisted, sentence), ranker, places)
    first.read(genders_alone=True)
    for cluster, votes in first.votes:
        if not cluster.gender:
            cluster.genders.update(votes)
        if not cluster.is_sure:
            # Who is called "he" is no company.
            cluster.kind = ActorKind.PERSON
    second = _Reader(Discourse(doc, layout, actors, names, unlisted, sentence), ranker, places, watch)
    second.read()
    meant = {id(cluster) for entry in second.found for cluster in entry.clusters}
    actors += [cluster for cluster in unlisted if id(cluster) in meant]
    return second.found


_SOMEBODY = frozenset({"another", "one", "somebody", "someone", "other"})
"""Words for one who speaks, and of whom no name is told."""


class _Reader:
    """Reads a doc once from the first token to the last and tells whom its pronouns and descriptions mean."""

    def __init__(
        self,
        discourse: Discourse,
        ranker: AntecedentRanker,
        places: dict[int, Place],
        watch: Watch | None = None,
    ) -> None:
        self._discourse = discourse
        self._descriptions = DescribedEntities(discourse)
        self._doc = discourse.doc
        self._layout = discourse.layout
        self._names = discourse.names
        self._sentence = discourse.sentence
        self._entities = discourse.entities
        self._recent = discourse.recent
        self._at_head = discourse.at_head
        self._meant = discourse.meant
        self._ranker = ranker
        self._watch = watch
        self.found: list[Referent] = []
        self._votes: dict[int, tuple[Cluster, Counter[str]]] = {}
        self._places = places
        self._genders_alone = False
        self._inside = tokens_of(discourse.actors)
        self._last: dict[str, Entity | None] = {}
        self._gender_shown: dict[int, str] = {}

    @property
    def votes(self) -> Iterable[tuple[Cluster, Counter[str]]]:
        """What pronouns told of the gender of those whose names tell none."""
        return self._votes.values()

    def read(self, *, genders_alone: bool = False) -> None:
        """Fill `found` and `votes`; if it is for the genders alone, only "he" and "she" are resolved."""
        self._genders_alone = genders_alone
        for token in self._doc:
            if self._layout.block[token.i] < 0:
                continue
            named = self._at_head.get(token.i)
            if named is not None and id(named[0]) in self._entities:
                self._name(token, named[0])
            elif named is not None and not self._retold(token):
                self._discourse.trace(self._discourse.unlisted[id(named[0])], token, Form.NAME, 0.5)
            elif named is None and token.i not in self._inside:
                self._other(token)

    def _name(self, token: Token, cluster: Cluster) -> None:
        entity = self._entities[id(cluster)]
        self._discourse.trace(entity, token, Form.NAME)
        self._meant[token.i] = entity
        self._joined(token)

    def _other(self, token: Token) -> None:
        word = token.lower_
        if word == "both":
            self._noun(token)
        elif token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT"):
            if word in _HE:
                self._pronoun(token, Pronoun.HE, _HE[word])
            elif word in _THEY and not self._genders_alone:
                self._pronoun(token, Pronoun.THEY)
            elif word in _IT and not self._genders_alone:
                self._pronoun(token, Pronoun.IT)
            elif word in RELATIVES and token.tag_ in ("WP", "WDT"):
                self._relative(token)
        elif token.pos_ == "NOUN" or (token.pos_ == "PROPN" and self._is_raised(token)):
            self._noun(token)
        elif token.dep_ in SUBJECTS and (word == "old" or token.tag_ == "NNP"):
            self._retold(token)

    def _is_raised(self, token: Token) -> bool:
        """Whether a word is an office or a body with a capital and no name: "the Minister", "the First Lady"."""
        noun, doc = token.lower_, self._doc
        if noun not in self._names.office and noun not in self._names.person_nouns:
            return False
        before = token.i - 1
        while before > 0 and token.i - before < _LONGEST_OFFICE and doc[before].pos_ in ("PROPN", "ADJ"):
            before -= 1
        return before >= 0 and doc[before].lower_ == "the" and token.dep_ != "compound"

    def _pronoun(self, token: Token, pronoun: Pronoun, gender: str = "") -> None:
        if self._is_speaker_of_its_clause(token) or (pronoun is Pronoun.IT and token.dep_ not in _ACTING):
            return
        candidates = self._candidates(token, pronoun, gender)
        if not candidates and self._watch is None:
            return
        scene = Scene(
            self._doc,
            self._layout,
            self._sentence,
            self._discourse.speaker,
            self._discourse.subject,
            self._last.get(pronoun.name + gender),
            self._discourse.speaks,
            self._discourse.score,
            self._places,
        )
        table = rows(scene, token, pronoun, gender, candidates)
        if self._watch is not None:
            self._watch(token, pronoun, candidates, table)
        shares = self._ranker.shares(table)
        best = int(shares.argmax())
        if best == len(candidates) or shares[best] < self._ranker.least[pronoun]:
            return
        if self._is_one_of_two(best, candidates, shares):
            return
        chosen = candidates[best].owner or candidates[best]
        self._last[pronoun.name + gender] = chosen
        if pronoun is not Pronoun.HE:
            _be_body(chosen)
        self._refer(token, token.i, token.i + 1, chosen, Form.PRONOUN)
        if gender and chosen.clusters and not chosen.gender and shares[best] >= _SURE_OF_GENDER:
            cluster = chosen.clusters[0]
            # Who was "he" a moment ago is not "she" now.
            self._gender_shown[id(cluster)] = gender
            self._votes.setdefault(id(cluster), (cluster, Counter()))[1][gender] += 1

    def _is_one_of_two(self, best: int, candidates: Sequence[Entity], shares: NDArray[np.float32]) -> bool:
        """Whether another one who was named in one breath is meant as likely: "Ruiz and Sato met. He said"."""
        first = first_joined(self._doc[candidates[best].traces[-1].token])
        return any(
            number != best
            and share * _FAR_AHEAD > shares[best]
            and first_joined(self._doc[entity.traces[-1].token]) == first
            for number, (entity, share) in enumerate(zip(candidates, shares, strict=False))
        )

    def _candidates(self, token: Token, pronoun: Pronoun, gender: str) -> list[Entity]:
        """Whom the pronoun may mean by its number and gender, the latest first."""
        found = []
        named = self._named_below(token) if pronoun is Pronoun.HE else frozenset()
        for entity in reversed(self._recent):
            if named and any(id(cluster) in named for cluster in entity.clusters):
                continue
            if self._sentence[token.i] - entity.traces[-1].sentence > _SENTENCES_SEEN:
                continue
            owned = is_owned(self._doc[entity.traces[-1].token], token)
            if not owned and self._may_mean(entity, pronoun, gender):
                found.append(entity)
                if len(found) == _MOST_CANDIDATES:
                    break
        return found

    def _named_below(self, token: Token) -> frozenset[int]:
        """Who is named in what is said of the pronoun: "he" is not Ruiz in "He spoke of Ruiz's past".

        A name does not stand for whom a pronoun above it means (Condition C of binding, Chomsky 1981).
        """
        if token.dep_ not in SUBJECTS:
            return frozenset()
        children = [child for child in token.head.children if child.i > token.i]
        beside = [child.i for child in children if child.dep_ in COORDINATED]
        clauses = {i for child in children if child.dep_ == "ccomp" for i in subtree(child)}
        reached = subtree(token.head, beside) - set(beside)
        # Behind other words a relative of the same surname may be named: "He was the son of Ola Ruiz".
        below = (self._at_head.get(i) for i in reached if i in clauses or (i > token.i and self._doc[i].dep_ == "poss"))
        return frozenset(id(one[0]) for one in below if one is not None)

    def _may_mean(self, entity: Entity, pronoun: Pronoun, gender: str) -> bool:
        person = entity.kind is ActorKind.PERSON
        if pronoun is Pronoun.HE:
            if entity.plural or len(entity.clusters) > 1 or entity.gender not in ("", gender):
                return False
            if entity.clusters and self._gender_shown.get(id(entity.clusters[0]), gender) != gender:
                return False
            if not entity.clusters or entity.clusters[0].is_sure:
                return person
            # "The Volvo" is nobody.
            return not any(self._doc[m.start - 1].lower_ == "the" for m in entity.clusters[0].mentions if m.start)
        # A name that nobody knows may be a body's as well.
        body = not person or (not entity.listed and not entity.gender)
        if pronoun is Pronoun.THEY:
            return entity.plural or (body and bool(entity.clusters)) or entity.kind in OF_MANY
        return not entity.plural and body

    def _relative(self, token: Token) -> None:
        """Give "who" in "Ruiz, who said" to the noun that the clause belongs to."""
        verb = token.head
        while verb.dep_ not in ("relcl", "ROOT") and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ != "relcl":
            return
        entity = self._all_joined(verb.head) if _is_plural_verb(verb) else self._meant.get(verb.head.i)
        if entity is None:
            return
        person = entity.kind is ActorKind.PERSON
        if (token.lower_ in ("who", "whom")) == (person or entity.plural or entity.kind is ActorKind.GROUP):
            self._refer(token, token.i, token.i + 1, entity, Form.PRONOUN, weigh=False)

    def _all_joined(self, noun: Token) -> Entity | None:
        """Everybody in "Ruiz and Sato", if all of them are known; or whom the one noun means."""
        members = all_joined(noun)
        entities = [self._meant.get(member.i) for member in members]
        known = [entity for entity in entities if entity is not None and entity.clusters]
        if len(members) == 1:
            return entities[0]
        if len(known) < len(members):
            return None
        clusters = tuple(dict.fromkeys(cluster for entity in known for cluster in entity.clusters))
        return Entity(clusters, known[0].kind, True, "")

    def _noun(self, token: Token) -> None:
        joined = self._descriptions.joined_before(token) if token.lower_ == "both" and token.dep_ in SUBJECTS else None
        if joined is not None:
            self._refer(token, token.i, token.i + 1, joined, Form.NOUN)
            return
        led = self._descriptions.led(token)
        if led is not None:
            self._refer(token, token.left_edge.i, token.i + 1, led, Form.NOUN)
            return
        description = description_at(token)
        named = self._descriptions.named_behind(token) if description is not None else None
        if description is not None and named is not None:
            named.clusters[0].called.add(self._names.role(token.lemma_))
            self._refer(token, description.start, description.end, named, Form.NOUN, weigh=False)
            return
        if description is not None and not description.definite and self._descriptions.is_owned(token):
            relative = self._descriptions.called(token, token.lemma_.lower())
            if relative is not None:
                self._refer(token, description.start, description.end, relative, Form.NOUN)
                return
        if description is not None and (description.definite or is_police(token)):
            chosen = self._descriptions.described(token, description)
            chosen = chosen or self._descriptions.retold(token, description)
            if chosen is not None:
                if token.lemma_.lower() in self._names.bodies:
                    _be_body(chosen)
                self._refer(token, description.start, description.end, chosen, Form.NOUN)
                return
        if token.dep_ == "appos" and token.head.i in self._meant:
            return
        self._unnamed(token, description)

    def _retold(self, token: Token) -> bool:
        """Read whom an age or an origin means, of who has just spoken: "the 64-year-old", "the Texan"."""
        if self._genders_alone or token.dep_ not in SUBJECTS:
            return False
        description = description_at(token) if any(child.lower_ == "the" for child in token.lefts) else None
        chosen = self._descriptions.retold(token, description) if description is not None else None
        if description is None or chosen is None:
            return False
        self._refer(token, description.start, description.end, chosen, Form.NOUN)
        return True

    def _unnamed(self, token: Token, description: Description | None) -> None:
        """Somebody without a name: competes with the named, and keeps a pronoun from being given to them."""
        noun = token.lemma_.lower()
        plural = token.tag_ == "NNS"
        body = noun in self._names.bodies
        person = noun in self._names.person_nouns or noun in self._names.office or (not body and _is_somebody(token))
        thing = token.dep_ in ("nsubj", "nsubjpass", "dobj")
        if not (person or body or plural or thing):
            return
        if noun in _PRESS and token.dep_ in SUBJECTS and token.head.lemma_ in ("ask", "wonder"):
            # Whoever answers is another one: "A reporter asked … “No,” he replied."
            return
        if token.dep_ in ("compound", "attr", "appos", "npadvmod"):
            return
        kind = (
            ActorKind.PERSON
            if person
            else ActorKind.ORGANIZATION
            if body
            else ActorKind.GROUP
            if plural
            else ActorKind.DOCUMENT
        )
        gender = self._names.person_nouns.get(noun) or self._names.office.get(noun, "")
        introduced = noun if description and description.introducing else ""
        document = noun in self._names.bodies and "document" in self._names.bodies[noun].kinds
        if document:
            kind = ActorKind.DOCUMENT
        entity = Entity((), kind, plural, gender, introduced, noun if person or body or document else "")
        if introduced in _UTTERED:
            entity.owner = self._owner(token)
        elif introduced in SPOKESPERSONS:
            entity.owner = self._descriptions.spoken_for(token)
        self._discourse.trace(entity, token, Form.NOUN, 0.8 if person or body or plural else 0.5)
        self._meant[token.i] = entity

    def _owner(self, token: Token) -> Entity | None:
        """Whose words a statement is: "the army said in a statement", "Ruiz issued a statement", "one by Ruiz"."""
        by = (word for prep in token.rights if prep.lower_ in ("by", "from") for word in prep.rights)
        teller = next(by, None)
        if teller is None:
            verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "in" else token.head
            if token.dep_ not in ("pobj", "dobj") or verb.pos_ != "VERB":
                return None
            teller = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if teller is None:
            return None
        # A name behind the statement is still to be read.
        named = self._at_head.get(teller.i)
        entity = self._entities.get(id(named[0])) if named is not None else self._meant.get(teller.i)
        return entity if entity is not None and entity.clusters else None

    def _is_speaker_of_its_clause(self, token: Token) -> bool:
        """Whether "he" is most likely who says the clause, and it is open who that is: "another said he doubted it"."""
        verb = token.head
        if token.dep_ not in SUBJECTS or verb.dep_ != "ccomp" or self._layout.quoted[token.i] >= 0:
            return False
        saying = verb.head.lemma_ in self._names.grammar["speaking"]
        who = next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)
        return saying and who is not None and who.lower_ in _SOMEBODY and who.i not in self._meant

    def _refer(self, token: Token, start: int, end: int, entity: Entity, form: Form, *, weigh: bool = True) -> None:
        self._meant[token.i] = entity
        if weigh:
            self._discourse.trace(entity, token, form)
        if entity.clusters:
            self.found.append(Referent(start, end, token.i, entity.clusters))
        elif form is Form.PRONOUN and entity.named and not self._genders_alone:
            self.found.append(Referent(start, end, token.i, (), entity.named[-1]))

    def _joined(self, token: Token) -> None:
        """Join "Ruiz and Sato": once the last of them is read, the two together may be meant by "they"."""
        first = first_joined(token)
        if first == token or first.i not in self._meant:
            return
        members = all_joined(token)
        entities = [self._meant.get(member.i) for member in members if member.i <= token.i]
        known = [entity for entity in entities if entity is not None and entity.clusters]
        if len(known) == len(entities) and len(known) > 1:
            clusters = tuple(dict.fromkeys(c for entity in known for c in entity.clusters))
            kinds = {entity.kind for entity in known}
            both = Entity(clusters, kinds.pop() if len(kinds) == 1 else ActorKind.GROUP, True, "")
            self._discourse.trace(both, first, Form.JOINED)


def _be_body(entity: Entity) -> None:
    """Take a name that nobody knows for that of a body."""
    if not entity.listed and entity.kind is ActorKind.PERSON:
        entity.kind = entity.clusters[0].kind = ActorKind.ORGANIZATION


def _is_somebody(token: Token) -> bool:
    """Whether a noun in the singular is followed by "who", and hence of a person: "a glazier, who was there,"."""
    return token.tag_ == "NN" and any(
        word.lower_ in ("who", "whose", "whom") and word.dep_ in (*SUBJECTS, "poss", "dobj", "pobj")
        for clause in token.rights
        if clause.dep_ == "relcl"
        for word in (*clause.lefts, *(below for left in clause.lefts for below in left.lefts))
    )


def _sentence_numbers(doc: Doc, layout: Layout) -> list[int]:
    """The number of the sentence of each token; sentences within one quotation count as one."""
    number, numbers, before = -1, [], -1
    for token in doc:
        block, quote = layout.block[token.i], layout.quoted[token.i]
        if block >= 0 and not token.is_space:
            within = quote >= 0 and token.i > 0 and quote == layout.quoted[token.i - 1]
            if block != before or (token.is_sent_start and not within):
                number += 1
            before = block
        numbers.append(max(number, 0))
    return numbers


def _is_plural_verb(verb: Token) -> bool:
    """Whether a clause says that its subject is several ("who have", "who both")."""
    words = [verb, *verb.children]
    return any(word.lower_ == "both" or word.tag_ == "VBP" for word in words)
