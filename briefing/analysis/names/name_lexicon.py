"""What the lexicon knows about names: of people, countries, bodies and outlets, and how their forms compare."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from briefing.analysis.syntax.lexicon import lexicon_table
from briefing.records import dataclass

POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")
_LEADING_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NO_LETTER = re.compile(r"[^\w\s&]|_")
_LEGAL_FORM = re.compile(r"inc|corp|corporation|co|company|ltd|plc|llc|llp|ag|sa|gmbh|limited")
_SMALL_WORD = re.compile(r"of|the|and|for|in|on|at|to|an?|de|la|&|s")

_PREFIXED = re.compile(r"\b([OD])['’](?=[A-Z])")
"""The beginning of a surname that is one word: "O'Donnell", "D’Angelo"."""

MALE, FEMALE = "male", "female"


@lru_cache(maxsize=4096)
def means_people(adjective: str) -> bool:
    """Whether a word for what is of a country names all its people with "the": "the Chinese", but not "the Dane"."""
    return adjective.endswith(("ese", "ch", "sh", "ss"))


@lru_cache(maxsize=8192)
def plain(form: str) -> str:
    """`form` for comparing: lower case, no article, no possessive, no full stops, single spaces."""
    bare = POSSESSIVE.sub("", " ".join(form.split()))
    bare = _PREFIXED.sub(r"\1", _LEADING_ARTICLE.sub("", bare))
    return " ".join(_NO_LETTER.sub(" ", bare.replace(".", "").replace("’", "'")).lower().split())


def stripped(form: str) -> str:
    """`form` as it is shown: white space made single, no possessive at its end, no stray quotation marks."""
    return POSSESSIVE.sub("", " ".join(form.split())).strip(' "“”‘,;:()[]')


def telling_words(form: str) -> frozenset[str]:
    """The words that tell two names of bodies apart: neither small words nor legal forms."""
    words = [word for word in plain(form).split() if not _SMALL_WORD.fullmatch(word)]
    return frozenset(word for word in words if not _LEGAL_FORM.fullmatch(word)) or frozenset(words)


def initials(form: str) -> str:
    """The first letters of the capitalised words of `form`: "European Central Bank" gives "ECB"."""
    return "".join(word[0] for word in re.split(r"[\s\-]+", form) if word[:1].isupper())


def is_acronym(form: str) -> bool:
    """Whether `form` is written like an acronym: "ECB", "U.N.", "AfD"."""
    letters = form.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and sum(letter.isupper() for letter in letters) >= 2


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the words that stand for it or for its people."""

    name: str
    also: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """What a noun such as "company" may describe: kinds of actors, by the value of `ActorKind`."""

    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """The lexicon of names. Every key is in the form that `plain` gives, unless said otherwise.

    Attributes:
        given: given name -> "male", "female" or "" (serves both).
        address: form of address -> gender or "".
        office: nouns of office, rank and trade -> gender or "".
        short: short or gendered noun of office -> the noun it is compared as.
        wider: noun -> the offices and trades whose holder it may describe: "leader" -> president, minister.
        stopped: short forms that are titles only with a full stop.
        of_bodies: nouns of office that bodies may have, too.
        within: words that may stand within a title.
        countries: every name of a country, as written -> country.
        adjectives: adjective as written -> country.
        peoples: word for inhabitants as written -> country.
        seats: seat of government as written -> country.
        outlets, governments, organizations, groups: names known.
        agencies: the words by which names of news agencies end.
        broadcasters: the words by which names of branches of broadcasters begin: "CNN Philippines".
        outlet_words, not_outlets, government_words, organization_words, place_words: how names end.
        place_surnames: words of places that are surnames, too: "Nick Park".
        firms: kinds of firms that are left out once the name is known: "Salling" of "Salling Group".
        same: name -> the fullest name of the same body, as written.
        never: names that are never actors.
        regions: places without a government of their own.
        person_nouns: nouns for one unnamed person -> gender or "".
        written: known names of bodies and outlets as written -> key.
        platforms: names of places to publish, which act only where they speak.
        led: noun for what a person leads -> kind of actor.
        grammar: lists of small words by their name in `grammar.toml`.
        pairs: noun in the singular -> kind of actors of which two are meant ("any" for sides).
        bodies: noun -> what it may describe.
    """

    given: dict[str, str]
    address: dict[str, str]
    office: dict[str, str]
    short: dict[str, str]
    wider: dict[str, frozenset[str]]
    within: frozenset[str]
    stopped: frozenset[str]
    of_bodies: frozenset[str]
    countries: dict[str, Country]
    adjectives: dict[str, Country]
    peoples: dict[str, Country]
    seats: dict[str, Country]
    outlets: frozenset[str]
    governments: frozenset[str]
    organizations: frozenset[str]
    groups: frozenset[str]
    agencies: tuple[str, ...]
    broadcasters: frozenset[str]
    outlet_words: frozenset[str]
    not_outlets: frozenset[str]
    government_words: frozenset[str]
    organization_words: frozenset[str]
    place_words: frozenset[str]
    place_surnames: frozenset[str]
    firms: frozenset[str]
    same: dict[str, str]
    never: frozenset[str]
    regions: frozenset[str]
    person_nouns: dict[str, str]
    pairs: dict[str, str]
    bodies: dict[str, BodyNoun]
    written: dict[str, str]
    platforms: frozenset[str]
    led: dict[str, str]
    grammar: dict[str, frozenset[str]]

    def is_given(self, word: str) -> bool:
        """Whether `word` is a given name, as written in a text ("Xi", not "xi")."""
        return word[:1].isupper() and plain(word) in self.given

    def role(self, noun: str) -> str:
        """The noun as which an office is compared: "Sen." and "senator" give "senator"."""
        key = plain(noun)
        return self.short.get(key, key)

    def is_title(self, word: str) -> bool:
        """Whether `word` may be the noun of a title or a form of address."""
        key = plain(word)
        if key in self.stopped:
            return word.endswith(".")
        return key in self.office or key in self.address

    def within_title(self, word: str) -> bool:
        """Whether `word` may stand within a title, before or after its noun."""
        return plain(word) in self.within or self.is_title(word) or word in self.adjectives or word in self.countries

    def is_outlet(self, name: str) -> bool:
        """Whether `name` is an outlet by lexicon, by its last words, or as a branch of one that it begins with."""
        key = plain(name)
        if key in self.outlets or key.endswith(self.agencies):
            return True
        words = key.split()
        if len(words) < 2 or key in self.not_outlets:
            return False
        return words[-1] in self.outlet_words or words[0] in self.broadcasters

    def is_government(self, name: str) -> bool:
        """Whether `name` is a body of the state by lexicon or by one of its words."""
        key = plain(name)
        if key in self.governments:
            return True
        return key not in self.organizations and any(word in self.government_words for word in key.split())

    def is_organization(self, name: str) -> bool:
        """Whether `name` is some other body by lexicon or by one of its words."""
        key = plain(name)
        return key in self.organizations or any(word in self.organization_words for word in key.split()[1:])

    def is_abstract(self, name: str) -> bool:
        """Whether `name` is one word for a belief or a condition ("Federalism")."""
        return " " not in name and name.lower().endswith(tuple(self.grammar["abstract"]))

    def is_body(self, name: str) -> bool:
        """Whether `name` is that of an outlet or a body by lexicon or by its words, and hence of no person."""
        if plain(name) in self.organization_words | self.government_words | self.place_words:
            return True
        return self.is_outlet(name) or self.is_government(name) or self.is_organization(name) or self.is_place(name)

    def is_place_or_person(self, name: str) -> bool:
        """Whether `name` may be a place or a person as well: "Nick Park", but not "Hyde Park"."""
        words = plain(name).split()
        return len(words) == 2 and words[1] in self.place_surnames and bool(self.given.get(words[0]))

    def is_place(self, name: str) -> bool:
        """Whether `name` is a place or a thing by its last word, or a region without government."""
        key = plain(name)
        return key in self.regions or (" " in key and key.rsplit(" ", 1)[-1] in self.place_words)


@cache
def names() -> Names:
    """The lexicon as shipped, read once a process.

    Raises:
        FileNotFoundError: if the program was installed without it.
    """
    titles, countries = lexicon_table("titles"), [_country(entry) for entry in lexicon_table("countries")["country"]]
    outlets, bodies, places = lexicon_table("outlets"), lexicon_table("organizations"), lexicon_table("places")
    groups, given = lexicon_table("groups"), lexicon_table("first_names")
    return Names(
        given=_given(given),
        address=_gendered(titles["address"]["either"], titles["address"]),
        office=_gendered(titles["office"]["words"], titles["office"]),
        short={plain(word): plain(full) for word, full in titles["short"].items()},
        wider={plain(noun): _keys(words) for noun, words in titles["wider"].items()},
        within=_keys(titles["within"]["words"]),
        stopped=_keys(titles["stopped"]["words"]),
        of_bodies=_keys(titles["of_bodies"]["words"]),
        countries={form: country for country in countries for form in (country.name, *country.also)},
        adjectives={form: country for country in countries for form in country.adjective},
        peoples={form: country for country in countries for form in country.people},
        seats={form: country for country in countries for form in country.seat},
        outlets=_keys(outlets["names"]),
        governments=_keys(bodies["government"]["names"]),
        organizations=_keys(bodies["organization"]["names"]),
        groups=_keys(groups["names"]),
        agencies=tuple(sorted(_keys(outlets["agencies"]))),
        broadcasters=_keys(outlets["broadcasters"]),
        outlet_words=_keys(outlets["words"]),
        not_outlets=_keys(outlets["not"]),
        government_words=_keys(bodies["government"]["words"]),
        organization_words=_keys(bodies["organization"]["words"]),
        place_words=_keys(places["words"]),
        place_surnames=_keys(places["surnames"]),
        firms=_keys(bodies["organization"]["firms"]),
        same={plain(form): full[0] for full in bodies["organization"]["same"] for form in full},
        never=_keys(places["never"]),
        regions=_keys(places["regions"]),
        person_nouns=_gendered(groups["one"], groups),
        pairs={noun: kind for kind, nouns in groups["pair"].items() for noun in nouns},
        bodies=_bodies(groups["body"]),
        written=_written(
            outlets["names"],
            bodies["government"]["names"],
            bodies["organization"]["names"],
            bodies["platform"]["names"],
        ),
        platforms=_keys(bodies["platform"]["names"]),
        led={noun: kind for kind, nouns in bodies["led"].items() for noun in nouns},
        grammar={key: frozenset(words) for key, words in lexicon_table("grammar").items()},
    )


def _keys(forms: Iterable[str]) -> frozenset[str]:
    # A name such as "McDonald's" must not be found under the name that its possessive would have.
    return frozenset(plain(form.replace("'s", "s")) for form in forms)


def _written(*lists: list[str]) -> dict[str, str]:
    """Each name as written, without article -> its key; how a name is looked up with its case."""
    forms = (_LEADING_ARTICLE.sub("", form).replace("’", "'") for names_ in lists for form in names_)
    return {form: plain(form.replace("'s", "s")) for form in forms}


def _country(entry: dict[str, Any]) -> Country:
    lists = {key: tuple(value) for key, value in entry.items() if key != "name"}
    return Country(entry["name"], **lists)


def _given(table: dict[str, str]) -> dict[str, str]:
    genders = {"male": MALE, "female": FEMALE, "either": ""}
    return {plain(word): gender for key, gender in genders.items() for word in table[key].split()}


def _gendered(words: list[str], table: dict[str, Any]) -> dict[str, str]:
    found = {plain(word): "" for word in words}
    found.update({plain(word): MALE for word in table.get("male", [])})
    found.update({plain(word): FEMALE for word in table.get("female", [])})
    return found


def _bodies(table: dict[str, list[str]]) -> dict[str, BodyNoun]:
    kinds: dict[str, set[str]] = {}
    for kind, nouns in table.items():
        for noun in nouns:
            kinds.setdefault(noun, set()).add(kind)
    return {noun: BodyNoun(frozenset(found)) for noun, found in kinds.items()}
