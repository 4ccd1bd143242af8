"""Resolve pronouns and descriptions to actors, and leave them open where that is unsure.

Every name, pronoun and noun of a person adds to the salience of what it refers to: subjects most, and less with each
sentence since (Lappin and Leass 1994). A pronoun means the most salient referent that agrees with it in gender and
number and is no other argument of the same verb, if that one is clearly ahead of the next.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from briefing.analysis.coreference.antecedent_features import Place, Pronoun, Rows, Scene, is_owned, rows
from briefing.analysis.coreference.antecedent_ranker import AntecedentRanker, shipped_ranker
from briefing.analysis.coreference.definite_descriptions import Description, description_at, says_whose
from briefing.analysis.coreference.discourse_entities import Entity as _Entity
from briefing.analysis.coreference.discourse_entities import Form, Trace
from briefing.analysis.names.mentions import NamedMention
from briefing.analysis.names.name_clusters import Cluster, tokens_of
from briefing.analysis.names.name_lexicon import FEMALE, MALE, Names, plain
from briefing.analysis.syntax.conjuncts import all_joined, first_joined
from briefing.analysis.syntax.dependencies import subtree
from briefing.analysis.syntax.token_layout import Layout
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
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_ACTING = _SUBJECTS | {"poss"}
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
_BESIDE = frozenset({"conj", "parataxis"})
"""What is joined to a clause stands beside what is said in it, and not below."""

_SPEAKER_WEIGHT, _SUBJECT_WEIGHT, _OBJECT_WEIGHT, _OTHER_WEIGHT, _HEADLINE_WEIGHT = 12.0, 8.0, 4.0, 2.5, 2.0
_POSSESSIVE_WEIGHT = 1.0
_DECAY = 0.45
_SENTENCES_BACK = 5
_NAMED_BACK = 8
_PARTIES = frozenset({"republican", "democratic", "democrat", "labour", "conservative", "liberal", "independent"})
_AT_ANY_TIME = frozenset({"new", "current", "outgoing", "longtime", "three-term", "two-term", "three", "two", "term"})
_INTRODUCED_BACK = 3
_DESCRIBED_BACK = 20
_LEAST = 1.0
_AHEAD = 1.5
_QUOTE_WALL = 0.35
_SAME_SENTENCE = 1.8
_REMEMBERED = 48
_SENTENCES_SEEN = 9
_MOST_CANDIDATES = 16
_FAR_AHEAD = 6.0
_SURE_OF_GENDER = 0.6
_LONGEST_OFFICE = 4
"""Words of an office with capitals and its article: "the Deputy Prime Minister"."""

_PRESS = frozenset({"reporter", "journalist", "interviewer", "questioner"})
_UTTERED = frozenset({"statement", "release", "tweet", "communique", "communiqué"})
_OF_MANY = frozenset({ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.MEDIA, ActorKind.GROUP})


@dataclass(frozen=True, slots=True)
class Referent:
    """Tokens `[start, end)`, with the head `head`, that refer to `clusters`, or to who came in as `noun`."""

    start: int
    end: int
    head: int
    clusters: tuple[Cluster, ...]
    noun: int = -1


Watch = Callable[[Token, Pronoun, list[_Entity], Rows], None]
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
    first = _Reader(doc, layout, actors, names, unlisted, ranker, sentence, places)
    first.read(genders_alone=True)
    for cluster, votes in first.votes:
        if not cluster.gender:
            cluster.genders.update(votes)
        if not cluster.is_sure:
            # Who is called "he" is no company.
            cluster.kind = ActorKind.PERSON
    second = _Reader(doc, layout, actors, names, unlisted, ranker, sentence, places, watch)
    second.read()
    meant = {id(cluster) for entry in second.found for cluster in entry.clusters}
    actors += [cluster for cluster in unlisted if id(cluster) in meant]
    return second.found


_SOMEBODY = frozenset({"another", "one", "somebody", "someone", "other"})
"""Words for one who speaks, and of whom no name is told."""


class _Reader:
    """Reads a doc once from the first token to the last and keeps who was spoken of."""

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        actors: list[Cluster],
        names: Names,
        unlisted: Sequence[Cluster],
        ranker: AntecedentRanker,
        sentence: Sequence[int],
        places: dict[int, Place],
        watch: Watch | None = None,
    ) -> None:
        self._doc = doc
        self._layout = layout
        self._actors = actors
        self._names = names
        self._ranker = ranker
        self._watch = watch
        self.found: list[Referent] = []
        self._votes: dict[int, tuple[Cluster, Counter[str]]] = {}
        self._sentence = sentence
        self._places = places
        self._genders_alone = False
        self._number = {id(cluster): number for number, cluster in enumerate(actors)}
        self._entities = {id(c): _Entity((c,), c.kind, c.kind is ActorKind.GROUP, c.gender) for c in actors}
        self._unlisted = {
            id(c): _Entity((c,), c.kind, c.kind is ActorKind.GROUP, c.gender, listed=False) for c in unlisted
        }
        self._recent: deque[_Entity] = deque(maxlen=_REMEMBERED)
        self._at_head: dict[int, tuple[Cluster, NamedMention]] = {
            m.head: (c, m) for c in (*unlisted, *actors) for m in c.mentions
        }
        self._starting: dict[int, list[tuple[Cluster, NamedMention]]] = {}
        for cluster, mention in self._at_head.values():
            self._starting.setdefault(mention.start, []).append((cluster, mention))
        self._inside = tokens_of(actors)
        self._meant: dict[int, _Entity] = {}
        self._speaker: _Entity | None = None
        self._subject: _Entity | None = None
        self._last: dict[str, _Entity | None] = {}
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
            elif named is not None:
                self._trace(self._unlisted[id(named[0])], token, Form.NAME, 0.5)
            elif token.i not in self._inside:
                self._other(token)

    # What each token is ----------------------------------------------------------------------------------------

    def _name(self, token: Token, cluster: Cluster) -> None:
        entity = self._entities[id(cluster)]
        self._trace(entity, token, Form.NAME)
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
            elif word in _RELATIVE and token.tag_ in ("WP", "WDT"):
                self._relative(token)
        elif token.pos_ == "NOUN" or (token.pos_ == "PROPN" and self._is_raised(token)):
            self._noun(token)

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
            self._speaker,
            self._subject,
            self._last.get(pronoun.name + gender),
            self._speaks,
            self._score,
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

    def _is_one_of_two(self, best: int, candidates: Sequence[_Entity], shares: NDArray[np.float32]) -> bool:
        """Whether another one who was named in one breath is meant as likely: "Ruiz and Sato met. He said"."""
        first = first_joined(self._doc[candidates[best].traces[-1].token])
        return any(
            number != best
            and share * _FAR_AHEAD > shares[best]
            and first_joined(self._doc[entity.traces[-1].token]) == first
            for number, (entity, share) in enumerate(zip(candidates, shares, strict=False))
        )

    def _candidates(self, token: Token, pronoun: Pronoun, gender: str) -> list[_Entity]:
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
        if token.dep_ not in _SUBJECTS:
            return frozenset()
        children = [child for child in token.head.children if child.i > token.i]
        beside = [child.i for child in children if child.dep_ in _BESIDE]
        clauses = {i for child in children if child.dep_ == "ccomp" for i in subtree(child)}
        reached = subtree(token.head, beside) - set(beside)
        # Behind other words a relative of the same surname may be named: "He was the son of Ola Ruiz".
        below = (self._at_head.get(i) for i in reached if i in clauses or (i > token.i and self._doc[i].dep_ == "poss"))
        return frozenset(id(one[0]) for one in below if one is not None)

    def _may_mean(self, entity: _Entity, pronoun: Pronoun, gender: str) -> bool:
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
            return entity.plural or (body and bool(entity.clusters)) or entity.kind in _OF_MANY
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

    def _all_joined(self, noun: Token) -> _Entity | None:
        """Everybody in "Ruiz and Sato", if all of them are known; or whom the one noun means."""
        members = all_joined(noun)
        entities = [self._meant.get(member.i) for member in members]
        known = [entity for entity in entities if entity is not None and entity.clusters]
        if len(members) == 1:
            return entities[0]
        if len(known) < len(members):
            return None
        clusters = tuple(dict.fromkeys(cluster for entity in known for cluster in entity.clusters))
        return _Entity(clusters, known[0].kind, True, "")

    def _noun(self, token: Token) -> None:
        joined = self._joined_before(token) if token.lower_ == "both" and token.dep_ in _SUBJECTS else None
        if joined is not None:
            self._refer(token, token.i, token.i + 1, joined, Form.NOUN)
            return
        led = self._led(token)
        if led is not None:
            self._refer(token, token.left_edge.i, token.i + 1, led, Form.NOUN)
            return
        description = description_at(token)
        named = self._named_behind(token) if description is not None else None
        if description is not None and named is not None:
            named.clusters[0].called.add(self._names.role(token.lemma_))
            self._refer(token, description.start, description.end, named, Form.NOUN, weigh=False)
            return
        if description is not None and not description.definite and self._is_owned(token):
            relative = self._called(token, token.lemma_.lower())
            if relative is not None:
                self._refer(token, description.start, description.end, relative, Form.NOUN)
                return
        if description is not None and description.definite:
            chosen = self._described(token, description)
            if chosen is not None:
                if token.lemma_.lower() in self._names.bodies:
                    _be_body(chosen)
                self._refer(token, description.start, description.end, chosen, Form.NOUN)
                return
        if token.dep_ == "appos" and token.head.i in self._meant:
            return
        self._unnamed(token, description)

    def _is_owned(self, token: Token) -> bool:
        """Whether somebody is told of as somebody's: "her brother", "the firm's chairman", as what he does."""
        noun = token.lemma_.lower()
        person = noun in self._names.person_nouns or noun in self._names.office
        owned = any(child.dep_ == "poss" for child in token.lefts)
        return person and owned and token.dep_ in _SUBJECTS and token.tag_ == "NN"

    def _named_behind(self, token: Token) -> _Entity | None:
        """The person whose name is set off behind a description: "the mayor, Per Lund, said"."""
        noun = token.lemma_.lower()
        if noun not in self._names.office and noun not in self._names.person_nouns:
            return self._body_behind(token)
        if token.tag_ == "NNS" or says_whose(token, self._names):
            return None
        # "The chair of the board, Ruiz," may hang on the chair or on the board.
        nouns = [token, *(noun for prep in token.rights if prep.dep_ == "prep" for noun in prep.rights)]
        beside = [child.i for noun in nouns for child in noun.rights if child.dep_ == "appos"]
        found = [self._at_head[index] for index in beside if index in self._at_head]
        comma = token.i + 1
        if not found and comma < len(self._doc) and self._doc[comma].text == ",":
            # The parser does not know every name: "Per" is a preposition to it.
            found = [
                (cluster, mention)
                for cluster, mention in self._starting.get(comma + 1, ())
                if mention.end < len(self._doc) and self._doc[mention.end].text in (",", ".", ";")
            ]
        persons = [c for c, _ in found if c.kind is ActorKind.PERSON and id(c) in self._entities]
        return self._entities[id(persons[0])] if persons else None

    def _body_behind(self, token: Token) -> _Entity | None:
        """The body whose name is set off behind what it is: "the supermarket, Fairfield, said"."""
        if token.tag_ != "NN" or token.dep_ not in _SUBJECTS or not any(c.lower_ == "the" for c in token.lefts):
            return None
        beside = [child.i for child in token.rights if child.dep_ == "appos"]
        found = [self._at_head[index][0] for index in beside if index in self._at_head]
        bodies = [c for c in found if c.kind in _OF_MANY and id(c) in self._entities]
        set_off = token.i + 1 < len(self._doc) and self._doc[token.i + 1].text == ","
        return self._entities[id(bodies[0])] if bodies and set_off else None

    def _led(self, token: Token) -> _Entity | None:
        """The campaign or administration of the person whom "his" means ("his campaign")."""
        kind = self._names.led.get(token.lower_)
        owner = next((self._meant.get(child.i) for child in token.lefts if child.dep_ == "poss"), None)
        if kind is None or owner is None or owner.kind is not ActorKind.PERSON or len(owner.clusters) != 1:
            return None
        name = f"{owner.clusters[0].name.split()[-1]} {token.lower_}"
        known = next((c for c in self._actors if plain(c.name) == plain(name)), None)
        if known is None:
            if token.dep_ not in _SUBJECTS:
                return None
            known = Cluster(ActorKind(kind), name)
            self._number[id(known)] = len(self._actors)
            self._actors.append(known)
        if id(known) not in self._entities:
            self._entities[id(known)] = _Entity((known,), known.kind, False, "")
        return self._entities[id(known)]

    def _unnamed(self, token: Token, description: Description | None) -> None:
        """Somebody without a name: competes with the named, and keeps a pronoun from being given to them."""
        noun = token.lemma_.lower()
        plural = token.tag_ == "NNS"
        body = noun in self._names.bodies
        person = noun in self._names.person_nouns or noun in self._names.office or (not body and _is_somebody(token))
        thing = token.dep_ in ("nsubj", "nsubjpass", "dobj")
        if not (person or body or plural or thing):
            return
        if noun in _PRESS and token.dep_ in _SUBJECTS and token.head.lemma_ in ("ask", "wonder"):
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
        entity = _Entity((), kind, plural, gender, introduced, noun if person or body or document else "")
        if introduced in _UTTERED:
            entity.owner = self._owner(token)
        self._trace(entity, token, Form.NOUN, 0.8 if person or body or plural else 0.5)
        self._meant[token.i] = entity

    def _owner(self, token: Token) -> _Entity | None:
        """Whose words a statement is: "the army said in a statement", "Ruiz issued a statement", "one by Ruiz"."""
        by = (word for prep in token.rights if prep.lower_ in ("by", "from") for word in prep.rights)
        teller = next(by, None)
        if teller is None:
            verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "in" else token.head
            if token.dep_ not in ("pobj", "dobj") or verb.pos_ != "VERB":
                return None
            teller = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if teller is None:
            return None
        # A name behind the statement is still to be read.
        named = self._at_head.get(teller.i)
        entity = self._entities.get(id(named[0])) if named is not None else self._meant.get(teller.i)
        return entity if entity is not None and entity.clusters else None

    # Descriptions ----------------------------------------------------------------------------------------------

    def _described(self, token: Token, description: Description) -> _Entity | None:
        if description.two:
            return self._two(token, description)
        if token.tag_ == "NNS":
            return None
        noun = token.lemma_.lower()
        unnamed = self._introduced(token, noun)
        if unnamed is not None:
            return unnamed
        if noun in self._names.office:
            return self._office(token, description)
        if noun in self._names.bodies:
            return self._body(token, description)
        return self._holder(token, noun) if noun in self._names.person_nouns else None

    def _introduced(self, token: Token, noun: str) -> _Entity | None:
        """The one without a name whom "a judge" has just brought in, when "the judge" follows."""
        for entity in reversed(self._recent):
            if entity.noun == noun and not entity.plural and self._distance(entity, token) <= _INTRODUCED_BACK:
                return entity.owner or entity
        return None

    def _office(self, token: Token, description: Description) -> _Entity | None:
        """Tell who "the senator" is: who was called one, if only one of those is near."""
        role = self._names.role(token.lemma_)
        persons = [e for e in self._entities.values() if e.kind is ActorKind.PERSON and e.traces]
        holders = [e for e in persons if role in e.clusters[0].roles and _fits(description, e.clusters[0])]
        if len(holders) == 1 and self._distance(holders[0], token) <= 12 and not description.restricted:
            return holders[0]
        only = self._holder(token, role) if not holders and not description.restricted else None
        if only is not None and not self._differs(token, description, only.clusters[0]):
            return only
        scored = [(self._score(entity, token), entity) for entity in holders]
        if description.restricted or "former" in description.modifiers:
            return None
        if scored:
            return self._clear(scored)
        return self._only_person(token, description)

    def _holder(self, token: Token, noun: str) -> _Entity | None:
        """The only person of the article who was called by a noun, where one who is described by it speaks."""
        if not self._speaks(token):
            return None
        return self._called(token, noun)

    def _called(self, token: Token, noun: str) -> _Entity | None:
        called = [e for e in self._entities.values() if e.kind is ActorKind.PERSON and e.traces and _is_called(e, noun)]
        return called[0] if len(called) == 1 and self._distance(called[0], token) <= _DESCRIBED_BACK else None

    def _differs(self, token: Token, description: Description, cluster: Cluster) -> bool:
        """Whether a description speaks of another one than who holds the office: a former one, of another field."""
        told = set(description.modifiers) - cluster.title_words
        places = {plain(word.text) for word in token.subtree if word.ent_type_ in ("NORP", "GPE", "DATE", "CARDINAL")}
        party = bool(_PARTIES & cluster.title_words) and bool(told & _PARTIES)
        return party or bool(told - places - _PARTIES - _AT_ANY_TIME)

    def _only_person(self, token: Token, description: Description) -> _Entity | None:
        """The person whom a description that was never explained must mean, because hardly anybody else is there."""
        if token.dep_ not in _SUBJECTS or token.head.lemma_ not in self._names.grammar["speaking"]:
            return None
        gender = self._names.office.get(plain(token.lemma_), "")
        candidates = [
            (self._score(entity, token), entity)
            for entity in self._recent
            if entity.kind is ActorKind.PERSON
            and not entity.plural
            and not (gender and entity.gender not in ("", gender))
        ]
        chosen = self._clear(candidates, ahead=2.5)
        if chosen is None or not chosen.clusters or self._distance(chosen, token) > 2:
            return None
        if description.modifiers and self._differs(token, description, chosen.clusters[0]):
            return None
        # One who was introduced as something else is somebody else.
        called = chosen.clusters[0].called | chosen.clusters[0].roles
        if called and self._names.role(token.lemma_) not in called:
            return None
        # Only somebody whom the article is about is described in ever new words.
        named = len(chosen.clusters[0].mentions)
        rivals = (e for e in self._entities.values() if e.kind is ActorKind.PERSON and e is not chosen)
        fewer = all(len(e.clusters[0].mentions) <= named for e in rivals if not gender or e.gender in ("", gender))
        return chosen if fewer else None

    def _body(self, token: Token, description: Description) -> _Entity | None:
        """Tell what "the ministry" is: the body whose name has the word, else the only one of the kind that is near."""
        if description.restricted or description.modifiers:
            return None
        noun = token.lemma_.lower()
        bodies = [e for e in self._entities.values() if e.traces and e.kind is not ActorKind.PERSON and not e.plural]
        named = [
            e for e in bodies if noun in plain(e.clusters[0].name).split() and self._distance(e, token) <= _NAMED_BACK
        ]
        if len(named) == 1:
            return named[0]
        if named:
            return self._clear([(self._score(entity, token), entity) for entity in named])
        kinds = self._names.bodies[noun].kinds
        fitting = [
            (self._score(e, token), e)
            for e in self._recent
            if not e.plural and (e.kind.value in kinds or ("organization" in kinds and not e.listed and not e.gender))
        ]
        return self._clear(fitting, ahead=2.0)

    def _two(self, token: Token, description: Description) -> _Entity | None:
        """Tell who "both sides" or "the two leaders" are: the two of that sort that are clearly ahead of a third."""
        noun = token.lemma_.lower()
        person = noun in self._names.person_nouns or noun in self._names.office
        joined = self._joined_before(token) if person and not description.restricted else None
        if joined is not None and joined.kind is ActorKind.PERSON:
            return joined
        sort = self._names.pairs.get(noun, "person" if person else "")
        if not sort or description.restricted:
            return None
        for kind in ("country", "person", "organization") if sort == "any" else (sort,):
            pair = self._foremost_two(token, ActorKind(kind), whole=sort in ("any", "country"))
            if pair is not None:
                gender = pair[0].gender if pair[0].gender == pair[1].gender else ""
                clusters = pair[0].clusters + pair[1].clusters
                return _Entity(clusters, pair[0].kind, True, gender)
        return None

    def _joined_before(self, token: Token) -> _Entity | None:
        """The last two who were named in one breath, if that was near by: "Ruiz and Sato … Both said"."""
        for entity in reversed(self._recent):
            if len(entity.clusters) == 2 and self._distance(entity, token) <= _DESCRIBED_BACK:
                return entity
        return None

    def _foremost_two(self, token: Token, kind: ActorKind, *, whole: bool) -> tuple[_Entity, _Entity] | None:
        scored = []
        gender = self._names.person_nouns.get(token.lemma_.lower(), "")
        for entity in self._entities.values():
            if entity.kind is not kind or not entity.traces or (gender and entity.gender not in ("", gender)):
                continue
            near = self._score(entity, token)
            if near or whole:
                before = self._acting_before(entity.clusters[0], token.i) if whole else 0
                if kind is ActorKind.COUNTRY and not before:
                    continue
                scored.append((near + 2.0 * before, entity))
        scored.sort(key=lambda entry: -entry[0])
        if len(scored) < 2 or (len(scored) > 2 and scored[1][0] < 1.5 * scored[2][0]):
            return None
        first, second = sorted((scored[0][1], scored[1][1]), key=lambda e: self._number[id(e.clusters[0])])
        return first, second

    def _acting_before(self, cluster: Cluster, token: int) -> int:
        """How often a country was named before `token` other than as a place."""
        heads = (self._doc[mention.head] for mention in cluster.mentions if mention.head < token)
        return sum(not (h.dep_ == "pobj" and h.head.lower_ in self._names.grammar["placing"]) for h in heads)

    # Salience --------------------------------------------------------------------------------------------------

    def _trace(self, entity: _Entity, token: Token, form: Form, share: float = 1.0) -> None:
        weight = share * self._weight(token)
        entity.add(Trace(token.i, self._sentence[token.i], weight, self._layout.quoted[token.i], form))
        if entity.kind is ActorKind.PERSON and self._leads(token):
            self._subject = entity
        if self._speaks(token):
            self._speaker = entity
        elif entity is not self._speaker and self._leads(token) and entity.kind is ActorKind.PERSON:
            self._speaker = None
        if entity in self._recent:
            self._recent.remove(entity)
        self._recent.append(entity)

    def _weight(self, token: Token) -> float:
        if self._layout.headline[token.i]:
            return _HEADLINE_WEIGHT
        head = _apposed_to(first_joined(token))
        if self._is_relayed(head):
            return _SPEAKER_WEIGHT
        if head.dep_ in _SUBJECTS or (head.dep_ == "pobj" and head.head.dep_ == "agent"):
            return _SPEAKER_WEIGHT if self._speaks(head) else _SUBJECT_WEIGHT
        if token.dep_ == "poss" and token.pos_ == "PRON":
            return _POSSESSIVE_WEIGHT
        return _OBJECT_WEIGHT if head.dep_ in _OBJECTS else _OTHER_WEIGHT

    def _speaks(self, token: Token) -> bool:
        """Whether `token` is the subject of a verb of speaking, outside quotations."""
        token = _apposed_to(token)
        agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
        above = token.head.head if agent else token.head
        verb = above.lemma_ in self._names.grammar["speaking"] and (agent or token.dep_ in _SUBJECTS)
        return (verb or self._is_relayed(token)) and self._layout.quoted[token.i] < 0

    def _is_speaker_of_its_clause(self, token: Token) -> bool:
        """Whether "he" is most likely who says the clause, and it is open who that is: "another said he doubted it"."""
        verb = token.head
        if token.dep_ not in _SUBJECTS or verb.dep_ != "ccomp" or self._layout.quoted[token.i] >= 0:
            return False
        saying = verb.head.lemma_ in self._names.grammar["speaking"]
        who = next((child for child in verb.head.children if child.dep_ in _SUBJECTS), None)
        return saying and who is not None and who.lower_ in _SOMEBODY and who.i not in self._meant

    def _is_relayed(self, token: Token) -> bool:
        """Whether `token` is the source in "according to Ruiz"."""
        if token.dep_ != "pobj":
            return False
        return f"{token.head.head.lower_} {token.head.lower_}" in self._names.grammar["relaying"]

    def _leads(self, token: Token) -> bool:
        """Whether `token` is the subject of a whole sentence outside quotations."""
        return token.dep_ in _SUBJECTS and token.head.dep_ == "ROOT" and self._layout.quoted[token.i] < 0

    def _score(self, entity: _Entity, token: Token) -> float:
        """How present `entity` is at `token`; 0 if grammar forbids that the token means it."""
        here, quote = self._sentence[token.i], self._layout.quoted[token.i]
        total = 0.0
        for trace in entity.traces:
            apart = here - trace.sentence
            if apart > _SENTENCES_BACK:
                continue
            if apart == 0 and _arguments_of_one_verb(self._doc[trace.token], token):
                return 0.0
            wall = _QUOTE_WALL if trace.quote != quote and (trace.quote >= 0 or quote >= 0) else 1.0
            near = _SAME_SENTENCE if apart == 0 and token.dep_ == "poss" else 1.0
            total += trace.weight * _DECAY**apart * wall * near
        return total

    def _distance(self, entity: _Entity, token: Token) -> int:
        return self._sentence[token.i] - entity.traces[-1].sentence

    def _clear(self, scored: list[tuple[float, _Entity]], ahead: float = _AHEAD) -> _Entity | None:
        """The entity with the highest score, if it is high and clearly ahead of the next; None leaves it open."""
        scored.sort(key=lambda entry: -entry[0])
        if not scored or scored[0][0] < _LEAST:
            return None
        if len(scored) > 1 and scored[0][0] < ahead * scored[1][0]:
            return None
        return scored[0][1]

    def _refer(self, token: Token, start: int, end: int, entity: _Entity, form: Form, *, weigh: bool = True) -> None:
        self._meant[token.i] = entity
        if weigh:
            self._trace(entity, token, form)
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
            both = _Entity(clusters, kinds.pop() if len(kinds) == 1 else ActorKind.GROUP, True, "")
            self._trace(both, first, Form.JOINED)


def _be_body(entity: _Entity) -> None:
    """Take a name that nobody knows for that of a body."""
    if not entity.listed and entity.kind is ActorKind.PERSON:
        entity.kind = entity.clusters[0].kind = ActorKind.ORGANIZATION


def _is_called(entity: _Entity, noun: str) -> bool:
    cluster = entity.clusters[0]
    return len(entity.clusters) == 1 and (noun in cluster.roles or noun in cluster.called)


def _fits(description: Description, cluster: Cluster) -> bool:
    """Whether what the description says besides its noun was said of the actor's title, too."""
    said = cluster.title_words
    former = "former" in description.modifiers or "ex" in description.modifiers
    if former != bool({"former", "ex"} & said):
        return not former and "president" in cluster.roles
    return all(word in said for word in description.modifiers)


def _arguments_of_one_verb(other: Token, token: Token) -> bool:
    """Whether both are arguments of one verb ("Ruiz criticised him"), so that they cannot be the same."""
    if token.dep_ == "poss" or other.dep_ == "poss":
        return False
    mine, theirs = _verb_of(token), _verb_of(other)
    return mine is not None and theirs is not None and mine == theirs and not token.lower_.endswith("self")


def _verb_of(token: Token) -> int | None:
    head = token
    if head.dep_ == "conj":
        return None
    if head.dep_ == "pobj":
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "prep", "agent") and head.head.pos_ in ("VERB", "AUX"):
        return int(head.head.i)
    return None


def _is_somebody(token: Token) -> bool:
    """Whether a noun in the singular is followed by "who", and hence of a person: "a glazier, who was there,"."""
    return token.tag_ == "NN" and any(
        word.lower_ in ("who", "whose", "whom") and word.dep_ in (*_SUBJECTS, "poss", "dobj", "pobj")
        for clause in token.rights
        if clause.dep_ == "relcl"
        for word in (*clause.lefts, *(below for left in clause.lefts for below in left.lefts))
    )


def _apposed_to(token: Token) -> Token:
    """What a name beside a noun stands for: in "Kovac's deputy, Eva Sand, said" the deputy is the subject."""
    named = token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.pos_ == "NOUN"
    return token.head if named else token


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
