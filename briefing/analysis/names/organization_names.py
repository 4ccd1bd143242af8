"""Find the names of countries, bodies, outlets, documents and groups: by lexicon, by their words, by the recogniser."""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from briefing.analysis.names.datelines import dateline
from briefing.analysis.names.mentions import NamedMention, NamesInDoc
from briefing.analysis.names.name_lexicon import Country, is_acronym, names, plain, stripped
from briefing.analysis.names.person_names import PersonFinder
from briefing.model import ActorKind

_LONGEST_KNOWN = 5
_LONGEST_BODY = 6
_LONGEST_COUNTRY = 4
_LONGEST_ACRONYM = 4
_LONGEST_AGENCY = 3
_LONGEST_PHRASE = 4
_PHRASED = frozenset({"Without", "Against", "For", "Beyond"})
_GOVERNING = frozenset({"government", "administration", "authorities"})
_POSSESSIVE = ("'s", "’s", "'", "’")


@cache
def _first_words() -> frozenset[str]:
    """The words by which names of countries begin that have several."""
    return frozenset(form.split()[0] for form in names().countries if " " in form)


class BodyFinder:
    """Adds names of all but persons to the names of one doc."""

    def __init__(self, board: NamesInDoc, persons: PersonFinder) -> None:
        self._board = board
        self._doc = board.doc
        self._names = board.names
        self._persons = persons
        self._surnames = {entity[-1].text for entity in self._doc.ents if entity.label_ == "PERSON" and len(entity) > 1}

    def add_led(self) -> None:
        """Find what is led by a person: "the Ruiz campaign", "Ruiz’s administration"."""
        for token in self._doc:
            kind = self._names.led.get(token.lower_)
            if kind is None or token.i == 0 or not token.is_lower or not self._board.same_block(token.i, token.i - 1):
                continue
            last = token.i - 1 if self._doc[token.i - 1].text not in _POSSESSIVE else token.i - 2
            start = last
            while start > 0 and self._board.same_block(last, start - 1) and self._board.labels[start - 1] == "PERSON":
                start -= 1
            if (
                last >= 0
                and self._doc[last].text[:1].isupper()
                and self._board.labels[last] in ("PERSON", "ORG")
                and self._is_leader(start, last + 1)
            ):
                leader = stripped(self._board.text(last, last + 1))
                self._add(start, token.i + 1, ActorKind(kind), f"{leader} {token.lower_}", sure=True)

    def add_governments(self) -> None:
        """Find countries where their governments act, named behind them: "the government of Oman"."""
        for token in self._doc:
            follows = token.i + 2 < len(self._doc) and self._doc[token.i + 1].lower_ == "of"
            if token.lower_ not in _GOVERNING or not follows or self._board.layout.block[token.i] < 0:
                continue
            at = token.i + 2 + (self._doc[token.i + 2].lower_ == "the")
            country, end = self._country_at(self._doc[at]) if at < len(self._doc) else (None, 0)
            adjective = country is not None and self._doc[at].text in self._names.adjectives
            if country is None or adjective or not self._board.same_block(token.i, end - 1):
                continue
            if not self._doc[end - 1].whitespace_ or not self._doc[min(end, len(self._doc) - 1)].text[:1].isupper():
                self._add(token.i, end, ActorKind.COUNTRY, country.name, sure=True)

    def add_possessed(self) -> None:
        """Find the bodies of countries as one name: "China’s Foreign Ministry", "the Russian defence ministry"."""
        for token in self._doc:
            if self._board.layout.block[token.i] < 0:
                continue
            country, follow = self._country_at(token)
            if country is None:
                continue
            if follow < len(self._doc) and self._doc[follow].text in _POSSESSIVE:
                follow += 1
            end = self._government_end(follow, token.i)
            if not end:
                continue
            if end == follow + 1 and self._doc[follow].lower_ in _GOVERNING:
                self._add(token.i, end, ActorKind.COUNTRY, country.name, sure=True)
            else:
                form = stripped(self._board.text(token.i, end))
                kind = ActorKind.MEDIA if self._names.is_outlet(form) else ActorKind.GOVERNMENT
                self._add(token.i, end, kind, form, sure=True)

    def _country_at(self, token: Token) -> tuple[Country | None, int]:
        """The country that is named from a token on, in up to three words, and the token behind its name."""
        text = token.text
        if text in _first_words():
            for end in range(min(len(self._doc), token.i + _LONGEST_COUNTRY), token.i + 1, -1):
                country = self._names.countries.get(self._board.text(token.i, end))
                if country is not None and self._board.same_block(token.i, end - 1):
                    return country, end
        return self._names.countries.get(text) or self._names.adjectives.get(text), token.i + 1

    def add_unrecognised(self) -> None:
        """Find names of bodies that the recogniser missed, by their last words: "the Emergency Situations Ministry"."""
        names, doc = self._names, self._doc
        kinds = names.government_words | names.organization_words
        for token in doc:
            if token.pos_ != "PROPN" or not token.text[:1].isupper() or plain(token.text) not in kinds:
                continue
            if self._board.labels[token.i] not in ("", "GPE"):
                continue
            start = token.i
            while start > 0 and self._is_before_body(start - 1, token.i):
                start -= 1
            end = self._behind_field(token.i + 1)
            follows = doc[end].text if end < len(doc) else ""
            whole = start < token.i and not follows[:1].isupper() and not self._board.layout.headline[token.i]
            if whole and self._board.same_block(start, end - 1) and self._board.free(start, end):
                form = stripped(self._board.text(start, end))
                self._add(start, end, self._kind(form, start), form, sure=True)

    def _behind_field(self, end: int) -> int:
        """`end`, or behind what a body is for: "on International Religious Freedom", "of Health and Labour"."""
        doc, last = self._doc, end
        if end >= len(doc) or doc[end].lower_ not in ("of", "on", "for"):
            return end
        for index in range(end + 1, min(len(doc), end + _LONGEST_BODY)):
            named = doc[index].text[:1].isupper() and self._board.labels[index] not in ("DATE", "GPE", "PERSON")
            if named:
                last = index + 1
            elif doc[index].lower_ not in ("and", "the"):
                break
        return last

    def _is_before_body(self, index: int, last: int) -> bool:
        token = self._doc[index]
        capital = token.pos_ == "PROPN" and token.text[:1].isupper() and not self._names.is_title(token.text)
        return capital and last - index < _LONGEST_BODY and self._board.free(index, index + 1)

    def add_known(self) -> None:
        """Find the names that the lexicon holds."""
        index = 0
        while index < len(self._doc):
            text = self._doc[index].text
            end = 0
            if self._board.layout.block[index] >= 0 and (text[:1].isupper() or text.startswith("al-")):
                tries = range(min(len(self._doc), index + _LONGEST_KNOWN), index, -1)
                end = self._add_branch(index) or next((stop for stop in tries if self._add_known(index, stop)), 0)
            index = end or index + 1

    def add_phrases(self) -> None:
        """Find names that are phrases, as their capitals tell: "Doctors Without Borders", "Mothers Against Guns"."""
        for token in self._doc:
            if token.text not in _PHRASED or token.is_sent_start or self._board.layout.block[token.i] < 0:
                continue
            start, end = token.i, self._while(token.i + 1, lambda text: text[:1].isupper())
            while start > 0 and token.i - start < _LONGEST_PHRASE and self._doc[start - 1].text[:1].isupper():
                start -= 1
            whole = start < token.i < end - 1 and end - token.i <= _LONGEST_PHRASE
            plural = whole and self._doc[token.i - 1].tag_ in ("NNS", "NNPS")
            if plural and not self._board.layout.headline[token.i] and self._board.same_block(start, end - 1):
                form = stripped(self._board.text(start, end))
                if self._board.free(start, end):
                    self._add(start, end, ActorKind.ORGANIZATION, form, sure=True)

    def _add_branch(self, index: int) -> int:
        """Find the branch of a broadcaster in a country: "CNN Philippines"; returns where it ends, else 0."""
        end = index + 2
        if end > len(self._doc) or plain(self._doc[index].text) not in self._names.broadcasters:
            return 0
        if self._doc[index + 1].text not in self._names.countries or not self._board.free(index, end):
            return 0
        self._add(index, end, ActorKind.MEDIA, stripped(self._board.text(index, end)), sure=True)
        return end

    def add_apposed(self) -> None:
        """Find names that a noun beside them calls bodies: "the association, AEVA", "Mines d'Europe, a lobby group"."""
        for token in self._doc:
            if token.text.islower() or token.pos_ != "PROPN":
                continue
            start = token.i
            while start > 0 and self._doc[start - 1].text[:1].isupper() and self._doc[start - 1].head == token:
                start -= 1
            whole = self._board.same_block(token.i, start) and self._board.free(start, token.i + 1)
            called = whole and self._doc[start].text[:1].isupper() and self._is_called_body(token, start)
            person = called and self._persons.looks_like_person(start, token.i + 1)
            if called and not person and not self._names.is_title(self._doc[start].text):
                form = stripped(self._board.text(start, token.i + 1))
                self._add(start, token.i + 1, self._kind(form, start), form, sure=True)

    def add_datelined(self) -> None:
        """Find the agency that a report comes from, behind its place and date: "BRUSSELS, Nov 12 (Nordwire) -"."""
        block, text = self._board.layout.block, self._doc.text
        for first in [at for at, own in enumerate(block) if own >= 0 and (at == 0 or block[at - 1] != own)]:
            line = dateline(text, self._doc[first].idx, len(text))
            agency = self._doc.char_span(*line.span("agency")) if line and line["agency"] else None
            if agency is not None and len(agency) <= _LONGEST_AGENCY and self._board.free(agency.start, agency.end):
                self._add(agency.start, agency.end, ActorKind.MEDIA, stripped(agency.text), sure=True)

    def add_recognised(self, start: int, end: int, label: str) -> None:
        """Take a name from the recogniser, as what its words say rather than its label."""
        form = stripped(self._board.text(start, end))
        if not self._board.free(start, end) or plain(form) in self._names.never or not form[:1].isupper():
            return
        if label == "PERSON" and not self._is_no_person(form) and not self._is_short_outlet(form, start):
            self._persons.add_recognised(start, end)
        elif label != "PERSON" and self._persons.looks_like_person(start, end):
            self._persons.add(start, end, sure=True)
        else:
            self._add_body(start, end, form, label)

    def _add_body(self, start: int, end: int, form: str, label: str) -> None:
        names = self._names
        end = self._longer_end(start, end)
        form = stripped(self._board.text(start, end))
        if names.is_outlet(form):
            self._add(start, end, ActorKind.MEDIA, form, sure=True)
        elif label == "NORP":
            if plain(form) in names.groups or (form in names.peoples and form not in names.adjectives):
                self._add(start, end, ActorKind.GROUP, form, sure=True)
        elif label == "GPE" and not names.is_organization(form):
            if form.isupper() and len(form) > _LONGEST_ACRONYM:
                # The place in capitals before a report's first sentence.
                return
            self._add(start, end, ActorKind.GOVERNMENT, form, sure=False, place=True)
        elif names.is_place(form) and not names.is_government(form):
            return
        elif label in ("ORG", "PERSON", "GPE") or names.is_government(form) or names.is_organization(form):
            known = plain(form) in names.written.values()
            self._add(start, end, self._kind(form, start), form, sure=known or self._is_surely_body(form, label))
        elif label in ("WORK_OF_ART", "LAW"):
            self._add(start, end, ActorKind.DOCUMENT, form, sure=False)

    def _is_surely_body(self, form: str, label: str) -> bool:
        """Whether recogniser and words agree on a body: "Leeds Crown Court" is nobody who is called "she"."""
        names = self._names
        told = names.is_government(form) or names.is_organization(form)
        return told and label == "ORG" and " " in form and not names.is_given(form.split()[0])

    def _is_no_person(self, form: str) -> bool:
        """Whether a name said to be a person's is that of a body: "SVP", "Services Administration", "Swiss People"."""
        names = self._names
        words = form.split()
        if names.is_place_or_person(form):
            return False
        if names.is_body(form) or plain(form) in names.groups or words[0] in names.adjectives:
            return True
        return any(is_acronym(word) and word.isupper() and "." not in word and len(word) > 2 for word in words)

    def _is_called_body(self, token: Token, start: int) -> bool:
        """Whether a noun that says what the name from `start` to the token is calls it a body."""
        nouns = self._names.grammar["called_bodies"]
        beside = [child for child in token.children if child.dep_ == "appos"]
        beside += [token.head] if token.dep_ == "appos" else []
        before = [child for child in token.children if child.dep_ == "compound" and child.i == start - 1]
        return any(word.pos_ == "NOUN" and word.lemma_.lower() in nouns for word in (*beside, *before))

    def _is_short_outlet(self, form: str, start: int) -> bool:
        """Whether this is what an outlet is called for short: "the Herald"."""
        return start > 0 and self._doc[start - 1].lower_ == "the" and plain(form) in self._names.outlet_words

    def _is_leader(self, start: int, end: int) -> bool:
        return self._board.free(start, end) and not self._names.is_body(self._board.text(start, end))

    def _longer_end(self, start: int, end: int) -> int:
        """Behind the name where the recogniser cut it at a possessive: "People" of "People’s Front"."""
        doc = self._doc
        at = end
        follows = doc[at + 1].text if at + 1 < len(doc) else ""
        if follows[:1].isupper() and doc[at].text in _POSSESSIVE[:2] and not self._names.is_given(follows):
            stop = self._while(at + 1, lambda text: text[:1].isupper())
            if self._names.is_organization(self._board.text(start, stop)) and self._board.free(start, stop):
                return stop
        return end

    def _government_end(self, start: int, country: int) -> int:
        """Behind the noun of a ministry or the like that starts at `start`; 0 if there is none."""
        doc, names = self._doc, self._names
        at = start
        while at - start < _LONGEST_BODY and self._board.same_block(country, at):
            token = doc[at]
            key = plain(token.text)
            if key in names.government_words and token.pos_ in ("NOUN", "PROPN"):
                return self._with_complement(self._longest_body(at + 1))
            if token.pos_ not in ("NOUN", "ADJ", "PROPN") and key not in ("of", "and", "for"):
                return 0
            if names.is_title(token.text):
                return 0
            at += 1
        return 0

    def _longest_body(self, end: int) -> int:
        """`end`, or behind a further word for a body: "Agency" of "South Korea's National Police Agency"."""
        doc, names, longest = self._doc, self._names, end
        for at in range(end, min(len(doc), end + _LONGEST_BODY)):
            if not (doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper()):
                break
            if plain(doc[at].text) in names.government_words | names.organization_words:
                longest = at + 1
        return longest

    def _with_complement(self, end: int) -> int:
        """`end`, or behind "of Foreign Affairs" where it follows; 0 if the body is only part of a title."""
        doc = self._doc
        end = self._behind_field(end)
        follows = doc[end] if end < len(doc) and self._board.same_block(end - 1, end) else None
        if follows is not None and (self._names.is_title(follows.text) or follows.tag_ in ("NNS", "NN")):
            return 0
        return end

    def _while(self, start: int, holds: Callable[[str], bool]) -> int:
        at = start
        while at - start < _LONGEST_BODY and self._board.same_block(start, at) and holds(self._doc[at].text):
            at += 1
        return at

    def _add_known(self, start: int, end: int) -> bool:
        if not self._board.free(start, end) or not self._board.same_block(start, end - 1):
            return False
        names = self._names
        form = self._board.text(start, end).replace("’", "'")
        country = names.countries.get(form)
        if country is None and form.isupper() and len(form) > 4:
            country = names.countries.get(form.title())
        if country is not None:
            if self._is_part_of_name(start, end):
                return False
            return self._add(start, end, ActorKind.COUNTRY, country.name, sure=True)
        if form not in names.written or self._inside_longer(start, end):
            return False
        if form in self._surnames and self._board.labels[start] != "ORG" and self._doc[start - 1].lower_ != "the":
            return False
        if form in names.grammar["ambiguous"] and self._board.labels[start] not in ("ORG", "PERSON", "WORK_OF_ART"):
            return False
        return self._add(start, end, self._kind(form), form, sure=True)

    def _is_part_of_name(self, start: int, end: int) -> bool:
        """Whether a country's name only belongs to another: "the United States Navy", "Nikki Holland", "Chad Roe"."""
        doc, label = self._doc, self._board.labels[start]
        if self._is_of_body(start, end):
            return True
        begun = doc[start].ent_iob_ == "I" and doc[start - 1].text[:1].isupper() and doc[start - 1].lower_ != "the"
        goes_on = end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text[:1].isupper()
        if begun or label == "PERSON":
            return begun or (goes_on and len(self._entity_text(start).split()) == 2)
        return label in ("ORG", "FAC") and goes_on and self._names.is_body(self._entity_text(start))

    def _is_of_body(self, start: int, end: int) -> bool:
        """Whether a country ends the name of a body: "the Foreign Ministry of Iraq", "the College of the Bahamas"."""
        doc, at = self._doc, start - 1
        at -= at > 0 and doc[at].lower_ == "the"
        inside = at > 0 and doc[at].lower_ == "of" and doc[at].ent_iob_ == doc[start].ent_iob_ == "I"
        if not inside or self._board.labels[start] != "ORG" or (end < len(doc) and doc[end].ent_iob_ == "I"):
            return False
        first = at
        while first > 0 and doc[first].ent_iob_ == "I":
            first -= 1
        before = self._board.text(first, at)
        return " " in stripped(before) and self._names.is_body(before)

    def _entity_text(self, start: int) -> str:
        end = start + 1
        while end < len(self._doc) and self._doc[end].ent_iob_ == "I":
            end += 1
        return self._board.text(start, end)

    def _inside_longer(self, start: int, end: int) -> bool:
        """Whether the recogniser saw a longer name here."""
        doc = self._doc
        if self._board.labels[start] not in ("ORG", "PERSON", "WORK_OF_ART", "FAC", "EVENT", "PRODUCT"):
            return False
        before = doc[start].ent_iob_ == "I" and doc[start - 1].lower_ not in ("the", ",", "and")
        after = end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text[:1].isupper()
        return before or after

    def _kind(self, form: str, start: int = 0) -> ActorKind:
        names = self._names
        if names.is_outlet(form) or self._is_short_outlet(form, start):
            return ActorKind.MEDIA
        if names.is_government(form):
            return ActorKind.GOVERNMENT
        return ActorKind.GROUP if plain(form) in names.groups else ActorKind.ORGANIZATION

    def _add(self, start: int, end: int, kind: ActorKind, name: str, *, sure: bool, place: bool = False) -> bool:
        alias = stripped(self._board.text(start, end))
        head = int(self._doc[start:end].root.i)
        return self._board.add(NamedMention(start, end, kind, name, alias, head, sure=sure, place=place))
