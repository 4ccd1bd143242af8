"""Tell whom a description means: "the ministry", "the senator", "both sides", "his campaign"."""

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.analysis.coreference.definite_descriptions import Description, says_whose
from briefing.analysis.coreference.discourse import SUBJECTS, Discourse
from briefing.analysis.coreference.discourse_entities import OF_MANY, Entity
from briefing.analysis.names.name_clusters import Cluster
from briefing.analysis.names.name_lexicon import means_people, plain
from briefing.model import ActorKind

_NAMED_BACK = 8
_INTRODUCED_BACK = 3
_DESCRIBED_BACK = 20
_WIDER_BACK = 6
_RETOLD_BACK = 3
_OF_THE_SPEAKER = frozenset({"this", "our", "my"})
_PARTIES = frozenset({"republican", "democratic", "democrat", "labour", "conservative", "liberal", "independent"})
_CANDIDACIES = frozenset({"candidate", "nominee", "front-runner", "contender", "hopeful", "challenger"})
"""What one may be called beside any office or trade."""

_AT_ANY_TIME = frozenset({"new", "current", "outgoing", "longtime", "three-term", "two-term", "three", "two", "term"})


class DescribedEntities:
    """Tells whom descriptions mean among those of whom a text has spoken so far."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._doc = discourse.doc
        self._names = discourse.names
        self._actors = discourse.actors
        self._order = discourse.order
        self._entities = discourse.entities
        self._recent = discourse.recent
        self._meant = discourse.meant
        self._at_head = discourse.at_head
        self._starting = discourse.starting

    def described(self, token: Token, description: Description) -> Entity | None:
        """Whom a definite description means, or None if that is open."""
        if description.two:
            return self._two(token, description)
        noun = token.lemma_.lower()
        if (token.tag_ == "NNS" and noun != "police") or self._is_the_speakers(token):
            return None
        unnamed = self._introduced(token, noun)
        if unnamed is not None:
            return unnamed
        if noun in self._names.office:
            return self._office(token, description)
        if noun in self._names.bodies:
            return self._body(token, description)
        if noun in self._names.person_nouns:
            return self._holder(token, noun)
        return self._namesake(token, description)

    def _is_the_speakers(self, token: Token) -> bool:
        """Whether a body is the one of who is quoted, whatever was named before: "“This court has found …”"."""
        quoted = self._discourse.layout.quoted[token.i] >= 0
        return quoted and any(child.lower_ in _OF_THE_SPEAKER for child in token.lefts)

    def retold(self, token: Token, description: Description) -> Entity | None:
        """Who has just spoken, told of by what else he is: "Reed shrugged, he said. The 64-year-old added".

        Nobody else was told of in between, and nobody else is called so anywhere.
        """
        discourse, chosen = self._discourse, self._discourse.speaker
        kind = self._besides(token)
        if not kind or chosen is None or token.tag_ == "NNS" or not discourse.speaks(token):
            return None
        if len(chosen.clusters) != 1 or chosen.kind is not ActorKind.PERSON or not chosen.traces:
            return None
        noun, cluster = token.lemma_.lower(), chosen.clusters[0]
        gender = self._names.person_nouns.get(noun) or self._names.office.get(noun, "")
        if discourse.distance(chosen, token) > _RETOLD_BACK or (gender and chosen.gender not in ("", gender)):
            return None
        known = cluster.called | cluster.roles
        if kind == "trades" and (not description.modifiers or (known and noun not in known)):
            return None
        others = [e for e in self._entities.values() if e is not chosen and e.kind is ActorKind.PERSON and e.clusters]
        named_so = any(_is_called(e, noun) or noun in e.clusters[0].title_words for e in others)
        return None if named_so or self._was_another_told_of(chosen) else chosen

    def _besides(self, token: Token) -> str:
        """In which list stands what a description calls somebody; "" if in none that tells of one named before."""
        noun, grammar = token.lemma_.lower(), self._names.grammar
        if token.lower_ == "old":
            return "beside_trades" if any(child.lower_ == "year" for child in token.children) else ""
        if noun in grammar["parents"]:
            following = [part for child in token.rights if child.lower_ == "of" for part in child.rights]
            return "beside_trades" if any(part.tag_ == "CD" for part in following) else ""
        if token.tag_ == "NNP" and token.text in self._names.adjectives and not means_people(token.text):
            return "beside_trades"
        return next((name for name in ("beside_trades", "trades") if noun in grammar[name]), "")

    def _was_another_told_of(self, chosen: Entity) -> bool:
        """Whether a person came in after somebody, outside quotation marks, and not only as the one who is told."""
        last = chosen.traces[-1]
        persons = (e for e in self._recent if e is not chosen and e.kind is ActorKind.PERSON and not e.plural)
        later = (trace for e in persons for trace in e.traces if trace.token > last.token and trace.quote < 0)
        return any(one.sentence > last.sentence or self._doc[one.token].dep_ in SUBJECTS for one in later)

    def led(self, token: Token) -> Entity | None:
        """The campaign or administration of the person whom "his" means ("his campaign")."""
        kind = self._names.led.get(token.lower_)
        owner = next((self._meant.get(child.i) for child in token.lefts if child.dep_ == "poss"), None)
        if kind is None or owner is None or owner.kind is not ActorKind.PERSON or len(owner.clusters) != 1:
            return None
        name = f"{owner.clusters[0].name.split()[-1]} {token.lower_}"
        known = next((c for c in self._actors if plain(c.name) == plain(name)), None)
        if known is None:
            if token.dep_ not in SUBJECTS:
                return None
            known = Cluster(ActorKind(kind), name)
            self._order[id(known)] = len(self._actors)
            self._actors.append(known)
        if id(known) not in self._entities:
            self._entities[id(known)] = Entity((known,), known.kind, False, "")
        return self._entities[id(known)]

    def named_behind(self, token: Token) -> Entity | None:
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

    def spoken_for(self, token: Token) -> Entity | None:
        """The body for which somebody without a name speaks: "an Interpol spokesperson … The spokesperson added"."""
        behind = (word for prep in token.rights if prep.lower_ == "for" for word in prep.rights)
        named = (self._at_head.get(word.i) for word in (*token.lefts, *behind))
        found = next((one[0] for one in named if one is not None and one[0].kind in OF_MANY), None)
        return self._entities.get(id(found)) if found is not None else None

    def is_owned(self, token: Token) -> bool:
        """Whether somebody is told of as somebody's: "her brother", "the firm's chairman", as what he does."""
        noun = token.lemma_.lower()
        person = noun in self._names.person_nouns or noun in self._names.office
        owned = any(child.dep_ == "poss" for child in token.lefts)
        return person and owned and token.dep_ in SUBJECTS and token.tag_ == "NN"

    def called(self, token: Token, noun: str) -> Entity | None:
        """The only person of the article who was called by a noun, if that was near by."""
        called = [e for e in self._entities.values() if e.kind is ActorKind.PERSON and e.traces and _is_called(e, noun)]
        return called[0] if len(called) == 1 and self._discourse.distance(called[0], token) <= _DESCRIBED_BACK else None

    def joined_before(self, token: Token) -> Entity | None:
        """The last two who were named in one breath, if that was near by: "Ruiz and Sato … Both said"."""
        for entity in reversed(self._recent):
            if len(entity.clusters) == 2 and self._discourse.distance(entity, token) <= _DESCRIBED_BACK:
                return entity
        return None

    def _body_behind(self, token: Token) -> Entity | None:
        """The body whose name is set off behind what it is: "the supermarket, Fairfield, said"."""
        if token.tag_ != "NN" or token.dep_ not in SUBJECTS or not any(c.lower_ == "the" for c in token.lefts):
            return None
        beside = [child.i for child in token.rights if child.dep_ == "appos"]
        found = [self._at_head[index][0] for index in beside if index in self._at_head]
        bodies = [c for c in found if c.kind in OF_MANY and id(c) in self._entities]
        set_off = token.i + 1 < len(self._doc) and self._doc[token.i + 1].text == ","
        return self._entities[id(bodies[0])] if bodies and set_off else None

    def _introduced(self, token: Token, noun: str) -> Entity | None:
        """The one without a name whom "a judge" has just brought in, when "the judge" follows."""
        for entity in reversed(self._recent):
            if (
                entity.noun == noun
                and not entity.plural
                and self._discourse.distance(entity, token) <= _INTRODUCED_BACK
            ):
                return entity.owner or entity
        return None

    def _office(self, token: Token, description: Description) -> Entity | None:
        """Tell who "the senator" is: who was called one, if only one of those is near."""
        role = self._names.role(token.lemma_)
        persons = [e for e in self._entities.values() if e.kind is ActorKind.PERSON and e.traces]
        holders = [e for e in persons if role in e.clusters[0].roles and _fits(description, e.clusters[0])]
        if len(holders) == 1 and self._discourse.distance(holders[0], token) <= 12 and not description.restricted:
            return holders[0]
        only = self._holder(token, role) if not holders and not description.restricted else None
        if only is not None and not self._differs(token, description, only.clusters[0]):
            return only
        scored = [(self._discourse.score(entity, token), entity) for entity in holders]
        if description.restricted:
            return None
        if "former" in description.modifiers:
            return None if holders else self._last_speaker(token, description)
        if scored:
            return self._discourse.clear(scored)
        wider = self._wider_holder(token, description, persons)
        return wider or self._only_person(token, description) or self._last_speaker(token, description)

    def _wider_holder(self, token: Token, description: Description, persons: Sequence[Entity]) -> Entity | None:
        """The only person near whose office a wider word may stand for: "the Russian leader" for its president."""
        offices = self._names.wider.get(plain(token.lemma_))
        if not offices or not self._discourse.speaks(token):
            return None
        holders = [e for e in persons if e.clusters[0].roles & offices]
        near = [e for e in holders if self._discourse.distance(e, token) <= _WIDER_BACK]
        if len(near) != 1 or self._differs(token, description, near[0].clusters[0]):
            return None
        return near[0]

    def _last_speaker(self, token: Token, description: Description) -> Entity | None:
        """Who led the sentence before, where nothing else was told of him: "Perez nodded. The former governor said"."""
        discourse = self._discourse
        chosen = discourse.subject
        political = self._names.role(token.lemma_) in self._names.grammar["elected"]
        if chosen is None or not chosen.clusters or chosen.plural or not discourse.speaks(token):
            return None
        if not political or not description.modifiers:
            # "The judge" is mostly somebody who comes with the case.
            return None
        gender = self._names.office.get(plain(token.lemma_), "")
        if discourse.distance(chosen, token) not in (1, 2) or (gender and chosen.gender not in ("", gender)):
            return None
        cluster = chosen.clusters[0]
        if not cluster.is_sure or (cluster.called | cluster.roles) - _CANDIDACIES:
            return None
        rivals = [e for e in self._recent if e.kind is ActorKind.PERSON and e is not chosen and not e.plural]
        here = [e for e in rivals if discourse.distance(e, token) <= discourse.distance(chosen, token)]
        led = all(discourse.score(e, token) < discourse.score(chosen, token) for e in here)
        return chosen if led and all(e.clusters for e in here) else None

    def _namesake(self, token: Token, description: Description) -> Entity | None:
        """The only body near whose name has the words of a description: "the fire service", "the academy"."""
        if description.restricted or token.tag_ != "NN" or not self._discourse.speaks(token):
            return None
        words = {token.lower_, *description.modifiers}
        named = [
            e
            for e in self._entities.values()
            if e.traces and e.kind in OF_MANY and words <= {*plain(e.clusters[0].name).split()}
        ]
        return named[0] if len(named) == 1 and self._discourse.distance(named[0], token) <= _NAMED_BACK else None

    def _holder(self, token: Token, noun: str) -> Entity | None:
        """The only person of the article who was called by a noun, where one who is described by it speaks."""
        if not self._discourse.speaks(token):
            return None
        return self.called(token, noun)

    def _differs(self, token: Token, description: Description, cluster: Cluster) -> bool:
        """Whether a description speaks of another one than who holds the office: a former one, of another field."""
        told = set(description.modifiers) - cluster.title_words
        places = {plain(word.text) for word in token.subtree if word.ent_type_ in ("NORP", "GPE", "DATE", "CARDINAL")}
        party = bool(_PARTIES & cluster.title_words) and bool(told & _PARTIES)
        return party or bool(told - places - _PARTIES - _AT_ANY_TIME)

    def _only_person(self, token: Token, description: Description) -> Entity | None:
        """The person whom a description that was never explained must mean, because hardly anybody else is there."""
        if token.dep_ not in SUBJECTS or token.head.lemma_ not in self._names.grammar["speaking"]:
            return None
        if self._names.role(token.lemma_) in self._names.grammar["of_cases"]:
            return None
        gender = self._names.office.get(plain(token.lemma_), "")
        candidates = [
            (self._discourse.score(entity, token), entity)
            for entity in self._recent
            if entity.kind is ActorKind.PERSON
            and not entity.plural
            and not (gender and entity.gender not in ("", gender))
        ]
        chosen = self._discourse.clear(candidates, ahead=2.5)
        if chosen is None or not chosen.clusters or self._discourse.distance(chosen, token) > 2:
            return None
        if description.modifiers and self._differs(token, description, chosen.clusters[0]):
            return None
        # One who was introduced as something else is somebody else.
        called = chosen.clusters[0].called | chosen.clusters[0].roles
        role = self._names.role(token.lemma_)
        if called and role not in called and not called & self._names.wider.get(role, frozenset()):
            return None
        # Only somebody whom the article is about is described in ever new words.
        named = len(chosen.clusters[0].mentions)
        rivals = (e for e in self._entities.values() if e.kind is ActorKind.PERSON and e is not chosen)
        fewer = all(len(e.clusters[0].mentions) <= named for e in rivals if not gender or e.gender in ("", gender))
        return chosen if fewer else None

    def _body(self, token: Token, description: Description) -> Entity | None:
        """Tell what "the ministry" is: the body whose name has the word, else the only one of the kind that is near."""
        if description.restricted or description.modifiers:
            return self._namesake(token, description)
        noun = token.lemma_.lower()
        bodies = [e for e in self._entities.values() if e.traces and e.kind is not ActorKind.PERSON and not e.plural]
        named = [
            e
            for e in bodies
            if noun in plain(e.clusters[0].name).split() and self._discourse.distance(e, token) <= _NAMED_BACK
        ]
        if len(named) == 1:
            return named[0]
        if named:
            return self._discourse.clear([(self._discourse.score(entity, token), entity) for entity in named])
        if noun == "police":
            return None
        kinds = self._names.bodies[noun].kinds
        fitting = [
            (self._discourse.score(e, token), e)
            for e in self._recent
            if not e.plural and (e.kind.value in kinds or ("organization" in kinds and not e.listed and not e.gender))
        ]
        return self._discourse.clear(fitting, ahead=2.0)

    def _two(self, token: Token, description: Description) -> Entity | None:
        """Tell who "both sides" or "the two leaders" are: the two of that sort that are clearly ahead of a third."""
        noun = token.lemma_.lower()
        person = noun in self._names.person_nouns or noun in self._names.office
        joined = self.joined_before(token) if person and not description.restricted else None
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
                return Entity(clusters, pair[0].kind, True, gender)
        return None

    def _foremost_two(self, token: Token, kind: ActorKind, *, whole: bool) -> tuple[Entity, Entity] | None:
        scored = []
        gender = self._names.person_nouns.get(token.lemma_.lower(), "")
        for entity in self._entities.values():
            if entity.kind is not kind or not entity.traces or (gender and entity.gender not in ("", gender)):
                continue
            near = self._discourse.score(entity, token)
            if near or whole:
                before = self._acting_before(entity.clusters[0], token.i) if whole else 0
                if kind is ActorKind.COUNTRY and not before:
                    continue
                scored.append((near + 2.0 * before, entity))
        scored.sort(key=lambda entry: -entry[0])
        if len(scored) < 2 or (len(scored) > 2 and scored[1][0] < 1.5 * scored[2][0]):
            return None
        first, second = sorted((scored[0][1], scored[1][1]), key=lambda e: self._order[id(e.clusters[0])])
        return first, second

    def _acting_before(self, cluster: Cluster, token: int) -> int:
        """How often a country was named before `token` other than as a place."""
        heads = (self._doc[mention.head] for mention in cluster.mentions if mention.head < token)
        return sum(not (h.dep_ == "pobj" and h.head.lower_ in self._names.grammar["placing"]) for h in heads)


def is_police(token: Token) -> bool:
    """Whether the police are spoken of without an article: "Police said"."""
    return token.lower_ == "police" and token.dep_ in SUBJECTS and not any(token.children)


def _is_called(entity: Entity, noun: str) -> bool:
    cluster = entity.clusters[0]
    return len(entity.clusters) == 1 and (noun in cluster.roles or noun in cluster.called)


def _fits(description: Description, cluster: Cluster) -> bool:
    """Whether what the description says besides its noun was said of the actor's title, too."""
    said = cluster.title_words
    former = "former" in description.modifiers or "ex" in description.modifiers
    if former != bool({"former", "ex"} & said):
        return not former and "president" in cluster.roles
    return all(word in said for word in description.modifiers)
