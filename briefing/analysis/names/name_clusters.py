"""Join the names of an article that mean the same actor: surnames, titles, acronyms, countries in all their forms."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefing.analysis.names.mentions import NamedMention
from briefing.analysis.names.name_lexicon import Names, initials, is_acronym, plain, telling_words
from briefing.model import ActorKind

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MOST_COMPARED = 50
_PARTICLE = 3
"""Letters of the longest small word within a name: "bin", "van"."""
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.MEDIA, ActorKind.DOCUMENT})

_FIRMS = frozenset({ActorKind.ORGANIZATION, ActorKind.MEDIA})


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one actor, as they are collected.

    Attributes:
        kind: what it is.
        name: the fullest name so far.
        mentions: its names in the text.
        roles: offices told by titles, in comparing form.
        title_words: every word of its titles, lower case.
        called: nouns that it is called by beside its name, offices in comparing form.
        genders: what titles, given names and pronouns tell, counted.
    """

    kind: ActorKind
    name: str
    mentions: list[NamedMention] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    title_words: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    genders: Counter[str] = field(default_factory=Counter)

    @property
    def gender(self) -> str:
        """What is told of its gender: "male", "female", or "" if nothing or as much for both."""
        male, female = self.genders["male"], self.genders["female"]
        return "male" if male > female else "female" if female > male else ""

    @property
    def is_sure(self) -> bool:
        """Whether the lexicon, a title or a given name stands behind its kind."""
        return any(mention.sure for mention in self.mentions)

    def add(self, mention: NamedMention) -> None:
        """Take `mention` in."""
        self.mentions.append(mention)
        self.roles.update(mention.titles)
        self.title_words.update(mention.title_words)
        if mention.gender:
            self.genders[mention.gender] += 1


def tokens_of(clusters: Iterable[Cluster]) -> set[int]:
    """All tokens of the mentions of some actors."""
    return {index for cluster in clusters for m in cluster.mentions for index in range(m.start, m.end)}


def clusters(mentions: list[NamedMention], names: Names) -> list[Cluster]:
    """The actors behind `mentions`, in no order; nothing is left out."""
    sure = {plain(m.name): m.kind for m in mentions if m.sure and m.kind is not ActorKind.PERSON}
    mentions = [_as_known(mention, sure) for mention in mentions]
    first_words = _first_words(mentions)
    mentions = [_as_short_form(mention, first_words) for mention in mentions]
    persons = _Persons(names)
    persons.collect(mentions)
    bodies = _Bodies(names, persons)
    bodies.collect(mentions)
    return [*persons.clusters, *bodies.clusters]


def _as_known(mention: NamedMention, sure: Mapping[str, ActorKind]) -> NamedMention:
    """A mention that may be a person's as that of the body which is surely called so elsewhere in the article."""
    kind = sure.get(plain(mention.name), mention.kind)
    doubtful = mention.kind is ActorKind.PERSON and not mention.sure and not mention.title_words
    return replace(mention, kind=kind) if doubtful and kind is not mention.kind else mention


def _first_words(mentions: Iterable[NamedMention]) -> Mapping[str, ActorKind]:
    """The first words of the names of bodies, but for those that are names of persons in the article."""
    persons = {word for m in mentions if m.kind is ActorKind.PERSON and " " in m.name for word in plain(m.name).split()}
    longer = [(plain(m.name).split(), m.kind) for m in mentions if m.kind in _FIRMS and " " in m.name]
    return {words[0]: kind for words, kind in longer if words and words[0] not in persons}


def _as_short_form(mention: NamedMention, bodies: Mapping[str, ActorKind]) -> NamedMention:
    """A word that may be a person's name as that of the firm that begins with it: "Kestrel" of "Kestrel Devices"."""
    doubtful = mention.kind is ActorKind.PERSON and not mention.sure and not mention.title_words
    kind = bodies.get(plain(mention.name)) if doubtful and " " not in mention.name else None
    return replace(mention, kind=kind) if kind is not None else mention


class _Persons:
    """Persons by their names: full names first, then the mentions by one name alone."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.clusters: list[Cluster] = []
        self._by_last: dict[str, list[Cluster]] = {}
        self._by_first: dict[str, list[Cluster]] = {}
        self._by_middle: dict[str, list[Cluster]] = {}

    def collect(self, mentions: list[NamedMention]) -> None:
        persons = [mention for mention in mentions if mention.kind is ActorKind.PERSON]
        full = [mention for mention in persons if len(plain(mention.name).split()) > 1]
        for mention in full:
            self._add_full(mention)
        for mention in persons:
            if len(plain(mention.name).split()) <= 1:
                self._add_single(mention)

    def add_if_known(self, mention: NamedMention) -> bool:
        """Give a mention that the recogniser took for a body to the person of that name, if there is one."""
        key = plain(mention.name).split()
        if len(key) == 1 and key[0] not in self._by_last:
            # "Park Chan-ho … Park", "Wanda Vázquez Garced … Vázquez".
            found = self._by_first.get(key[0]) or self._by_middle.get(key[0], [])
            if len(found) == 1:
                found[0].add(mention)
            return len(found) == 1
        if not key or key[-1] not in self._by_last:
            return False
        if len(key) == 1:
            self._add_single(mention)
            return True
        found = [c for c in self._by_last[key[-1]] if set(key) <= set(plain(c.name).split())]
        if len(found) == 1:
            found[0].add(mention)
        return len(found) == 1

    def _add_full(self, mention: NamedMention) -> None:
        words = _name_words(mention.name)
        found = next(
            (
                c
                for c in self._by_last.get(words[-1], [])[:_MOST_COMPARED]
                if self._same(words, _name_words(c.name), mention, c)
            ),
            None,
        )
        if found is None:
            found = Cluster(ActorKind.PERSON, mention.name)
            self.clusters.append(found)
            self._by_last.setdefault(words[-1], []).append(found)
            self._by_first.setdefault(words[0], []).append(found)
            for word in words[1:-1]:
                # The first of two surnames: "Vázquez" of "Wanda Vázquez Garced".
                if word not in self._names.given and len(word) > _PARTICLE:
                    self._by_middle.setdefault(word, []).append(found)
        elif len(words) > len(_name_words(found.name)):
            found.name = mention.name
        found.add(mention)

    def _same(self, words: list[str], others: list[str], mention: NamedMention, cluster: Cluster) -> bool:
        """Whether two full names with one surname may mean one person."""
        if _suffix(plain(mention.name).split()) != _suffix(plain(cluster.name).split()):
            return False
        if words == others:
            return True
        first, other = words[0], others[0]
        genders = {self._names.given.get(first, ""), self._names.given.get(other, "")} - {""}
        if len(genders) > 1:
            return False
        if first == other or (min(len(first), len(other)) == 1 and first[0] == other[0]):
            return True
        if set(words) <= set(others) or set(others) <= set(words):
            return True
        return len(genders) == 1 and _nickname(first, other)

    def _add_single(self, mention: NamedMention) -> None:
        key = plain(mention.name)
        candidates = self._by_last.get(key, [])
        if not candidates:
            candidates = self._by_first.get(key, [])
            if len(candidates) > 1 or (candidates and mention.titles):
                candidates = []
        candidates = candidates or self._by_middle.get(key, [])
        if mention.gender:
            # "Mrs. Clinton" is not the only Clinton named so far when that one is Bill.
            candidates = [cluster for cluster in candidates if cluster.gender in ("", mention.gender)]
        if len(candidates) > 1:
            candidates = self._apart(mention, candidates)
        if candidates:
            candidates[0].add(mention)
            return
        cluster = Cluster(ActorKind.PERSON, mention.name)
        cluster.add(mention)
        if not mention.titles and not mention.gender and self._names.given.get(key):
            cluster.genders[self._names.given[key]] += 1
        self.clusters.append(cluster)
        self._by_last.setdefault(key, []).append(cluster)

    def _apart(self, mention: NamedMention, candidates: list[Cluster]) -> list[Cluster]:
        """The candidates that a surname alone may mean: by title and gender, else the one named last before it."""
        if mention.titles:
            fitting = [c for c in candidates if c.roles & set(mention.titles)]
            candidates = fitting or candidates
            if not fitting and {"president", "minister", "senator", "governor"} & set(mention.titles):
                # Who holds an office is named first, and his relatives after him.
                return [
                    min(candidates, key=lambda c: (-len(c.roles), -len(c.mentions), min(m.start for m in c.mentions)))
                ]
        if len(candidates) == 1:
            return candidates
        counts = sorted((len(c.mentions) for c in candidates), reverse=True)
        most = max(candidates, key=lambda c: len(c.mentions))
        if counts[0] >= 3 * counts[1]:
            return [most]
        before = [(m.start, c) for c in candidates for m in c.mentions if m.start < mention.start]
        if before:
            return [max(before, key=lambda entry: entry[0])[1]]
        return [min(candidates, key=lambda c: min(m.start for m in c.mentions))]


class _Bodies:
    """Countries, bodies, outlets, documents and groups by their names."""

    def __init__(self, names: Names, persons: _Persons) -> None:
        self._names = names
        self._persons = persons
        self.clusters: list[Cluster] = []
        self._by_key: dict[str, Cluster] = {}
        self._by_word: dict[str, list[Cluster]] = {}

    def collect(self, mentions: list[NamedMention]) -> None:
        bodies = [mention for mention in mentions if mention.kind is not ActorKind.PERSON]
        # The longest names first, so that a short form finds the full one.
        for mention in sorted(bodies, key=lambda m: (-len(telling_words(m.name)), m.start)):
            if not mention.sure and self._persons.add_if_known(mention):
                continue
            self._cluster(mention).add(mention)
        for cluster in self.clusters:
            cluster.mentions.sort(key=lambda mention: mention.start)

    def _cluster(self, mention: NamedMention) -> Cluster:
        key = self._key(mention)
        found = self._by_key.get(key) or (
            self._fuller(mention) if mention.kind in _BODIES and not mention.place else None
        )
        if found is None:
            found = Cluster(mention.kind, self._shown(mention))
            self.clusters.append(found)
            for word in telling_words(found.name) | {initials(found.name).lower()}:
                self._by_word.setdefault(word, []).append(found)
        self._by_key[key] = found
        return found

    def _key(self, mention: NamedMention) -> str:
        form = mention.name.replace("’", "'")
        if mention.kind is ActorKind.COUNTRY:
            country = self._names.countries.get(form) or self._names.seats.get(form) or self._names.adjectives.get(form)
            return country.name if country else form
        fullest = self._names.same.get(plain(form), form)
        return f"{mention.kind is ActorKind.GROUP} {plain(fullest)}"

    def _shown(self, mention: NamedMention) -> str:
        if mention.kind is ActorKind.COUNTRY:
            return self._key(mention)
        return mention.name

    def _fuller(self, mention: NamedMention) -> Cluster | None:
        """The one body whose longer name `mention` shortens: by acronym, by its first words or by its telling words."""
        words = sorted(telling_words(mention.name), key=lambda word: len(self._by_word.get(word, ())))
        sharing = self._by_word.get(words[0], [])[:_MOST_COMPARED] if words else []
        fitting = [c for c in sharing if c.kind in _BODIES and self._shortens(mention.name, c)]
        return fitting[0] if len(fitting) == 1 else None

    def _shortens(self, short: str, cluster: Cluster) -> bool:
        full = cluster.name
        if is_acronym(short) and " " not in short:
            return initials(full).upper() == short.replace(".", "").upper() and len(initials(full)) >= 2
        words, longer = telling_words(short), telling_words(full)
        if words == longer:
            return True
        if not words or not words < longer:
            return False
        starts = plain(full).startswith(plain(short) + " ")
        known = self._names.is_government(short) or plain(short) in self._names.outlet_words
        known = known and plain(short) not in self._names.governments
        ends = plain(full).endswith(" " + plain(short)) and known
        return (starts and plain(short) not in self._names.governments and not self._is_common(short)) or ends

    def _is_common(self, short: str) -> bool:
        """Whether the first word of a name says too little to stand for it: an adjective, a place, a given name."""
        return (
            short in self._names.adjectives
            or short in self._names.countries
            or plain(short) in self._names.within
            or plain(short) in self._names.organizations | self._names.outlets
        )


def _name_words(name: str) -> list[str]:
    words = plain(name).split()
    kept = [word for word in words if word not in _SUFFIXES]
    return kept or words


def _suffix(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words) & _SUFFIXES


def _nickname(first: str, other: str) -> bool:
    """Whether two given names may be forms of one: "Chris" and "Christopher"."""
    short, long = sorted((first, other), key=len)
    return len(short) >= 3 and long.startswith(short[:3])
