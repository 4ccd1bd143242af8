"""Find the names in a doc: what the recogniser found, repaired, and what only the lexicon knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.analysis.layout import Layout
from briefing.analysis.names import FEMALE, MALE, Names, plain, stripped
from briefing.model import ActorKind, Span

_LONGEST_TITLE = 9
_LONGEST_NAME = 6
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset("de la van der von den del di da bin al el ben ibn le du dos st".split())
_NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mr mrs ms i the but and he she they we it you".split()
)


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A name in the text.

    Attributes:
        start: first token, title included.
        end: behind the last token.
        name_start: first token of the name proper.
        kind: what it seems to be.
        name: the words of the name proper, without title and possessive.
        alias: the words of the whole, title included.
        head: token that stands for it in the sentence.
        titles: roles told by the title ("president", "secretary"), in comparing form.
        title_words: all words of the title in lower case ("former", "french").
        gender: "male", "female" or "" as told by title or given name.
        sure: whether the lexicon, a title or a given name stands behind the kind.
    """

    start: int
    end: int
    name_start: int
    kind: ActorKind
    name: str
    alias: str
    head: int
    titles: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    gender: str = ""
    sure: bool = False
    place: bool = False


class MentionFinder:
    """Finds the names of one doc; `find` gives them in text order, none inside another."""

    def __init__(self, doc: Doc, layout: Layout, names: Names) -> None:
        self._doc = doc
        self._layout = layout
        self._names = names
        self._taken = [False] * len(doc)
        self._found: list[NamedMention] = []
        self._labels = self._entity_labels()

    def find(self) -> list[NamedMention]:
        """All names outside headlines, and in headlines those of which the lexicon is sure."""
        self._titled_names()
        self._possessed_bodies()
        self._known_names()
        self._recognised()
        self._given_names()
        return sorted(self._found, key=lambda mention: mention.start)

    def free(self, start: int, end: int) -> bool:
        """Whether no mention found so far covers a token of `[start, end)`."""
        return not any(self._taken[start:end])

    # Names of persons ------------------------------------------------------------------------------------------

    def _titled_names(self) -> None:
        """ "Commerce Secretary Lutnick": a title before a capitalised name, whatever the recogniser says."""
        doc = self._doc
        for token in doc:
            if self._layout.block[token.i] < 0 or not self._names.is_title(token.text):
                continue
            start = token.i + 1
            if start < len(doc) and doc[start].text == "." and doc[token.i].text[0].isupper():
                start += 1
            if not self._starts_name(start) or self._taken[start]:
                continue
            address = plain(token.text) in self._names.address
            if not (
                token.text[0].isupper() or self._labels[start] == "PERSON" or self._names.is_given(doc[start].text)
            ):
                continue
            if self._layout.headline[token.i] and not self._names.is_given(doc[start].text) and not address:
                continue
            end = self._name_end(start)
            if end > start:
                self._add_person(start, end, sure=True)

    def _starts_name(self, index: int) -> bool:
        if index >= len(self._doc):
            return False
        token = self._doc[index]
        return (
            self._is_name_word(token)
            and not self._names.is_title(token.text)
            and self._layout.block[index] == self._layout.block[index - 1]
            and self._labels[index] not in ("DATE", "TIME", "NORP", "GPE")
            and token.text not in self._names.countries
            and token.text not in self._names.adjectives
            and plain(token.text) not in self._names.within
        )

    def _is_name_word(self, token: Token) -> bool:
        text = token.text
        return (
            text[:1].isupper()
            and text.lower() not in _NO_NAME
            and any(letter.isalpha() for letter in text)
            and not (
                token.tag_.startswith("VB") and self._labels[token.i] != "PERSON" and not self._names.is_given(text)
            )
        )

    def _name_end(self, start: int) -> int:
        """Behind the last token of the personal name that starts at `start`."""
        doc, end = self._doc, start
        headline = self._layout.headline[start]
        while end < len(doc) and end - start < _LONGEST_NAME:
            token = doc[end]
            if self._layout.block[end] != self._layout.block[start] or self._taken[end]:
                break
            particle = token.lower_ in _PARTICLES and end + 1 < len(doc) and doc[end + 1].text[:1].isupper()
            if not (self._is_name_word(token) or (particle and end > start)):
                break
            if end > start and (headline or self._labels[end] in ("DATE", "GPE")) and self._labels[end] != "PERSON":
                break
            if end > start and token.pos_ in ("VERB", "AUX", "ADV", "ADP", "SCONJ", "DET") and not particle:
                break
            if end > start and self._names.is_title(token.text) and token.lower_.rstrip(".") not in _SUFFIXES:
                break
            end += 1
        return end

    def _title_start(self, start: int) -> int:
        """First token of the title before the name at `start`; `start` itself if there is none."""
        doc, begin, best = self._doc, start, start
        while begin > 0 and start - begin < _LONGEST_TITLE:
            token = doc[begin - 1]
            if self._layout.block[begin - 1] != self._layout.block[start] or self._taken[begin - 1]:
                break
            key = token.lower_.rstrip(".")
            joins = token.text in (".", "-", "&", "and", "of", "for") or token.text in ("'s", "’s")
            capital = token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")
            within = self._names.within_title(token.text)
            if not (joins or within or (capital and best < start)):
                break
            begin -= 1
            if within and key not in ("and", "of"):
                best = begin
            elif capital and token.i > doc[token.i].sent.start:
                best = begin
        if not any(self._names.is_title(doc[i].text) for i in range(best, start)):
            return start
        return best

    def _add_person(self, start: int, end: int, *, sure: bool) -> None:
        begin = self._title_start(start)
        doc, names = self._doc, self._names
        title = [token.text for token in doc[begin:start] if any(letter.isalpha() for letter in token.text)]
        roles = tuple(names.role(word) for word in title if plain(word) in names.office)
        gender = self._gender(title, doc[start].text)
        self._add(
            NamedMention(
                start=begin,
                end=end,
                name_start=start,
                kind=ActorKind.PERSON,
                name=stripped(doc[start:end].text),
                alias=stripped(doc[begin:end].text),
                head=end - 1,
                titles=roles,
                title_words=tuple(plain(word) for word in title),
                gender=gender,
                sure=sure or bool(title),
            )
        )

    def _gender(self, title: list[str], first: str) -> str:
        for word in title:
            told = self._names.address.get(plain(word)) or self._names.office.get(plain(word))
            if told:
                return told
        return self._names.given.get(plain(first), "")

    # Bodies, countries, outlets --------------------------------------------------------------------------------

    def _possessed_bodies(self) -> None:
        """ "China’s Foreign Ministry", "the Russian defence ministry": the body of a country as one name."""
        doc, names = self._doc, self._names
        for token in doc:
            index = token.i
            if self._layout.block[index] < 0 or token.text not in names.countries | names.adjectives:
                continue
            follow = index + 1
            if follow < len(doc) and doc[follow].text in ("'s", "’s", "'", "’"):
                follow += 1
            end = self._government_end(follow, index)
            if end and self.free(index, end):
                name = stripped(doc[index:end].text)
                self._add(self._body(index, end, ActorKind.GOVERNMENT, name, sure=True))

    def _government_end(self, start: int, country: int) -> int:
        """Behind the noun of a ministry or the like that starts at `start`; 0 if there is none."""
        doc, at, end = self._doc, start, 0
        while at < len(doc) and at - start < 5 and self._layout.block[at] == self._layout.block[country]:
            token = doc[at]
            key = plain(token.text)
            if key in self._names.government_words and token.pos_ in ("NOUN", "PROPN"):
                end = at + 1
            elif not (
                token.text[:1].isupper() or token.pos_ in ("NOUN", "ADJ", "PROPN") or key in ("of", "and", "for")
            ):
                break
            if key in ("official", "officials"):
                return 0
            at += 1
            if end:
                break
        if (
            end
            and end < len(doc)
            and doc[end].lower_ == "of"
            and end + 1 < len(doc)
            and doc[end + 1].text[:1].isupper()
        ):
            end = self._capitals_end(end + 1)
        if (
            end
            and end < len(doc)
            and (self._names.is_title(doc[end].text) or doc[end].lower_ in ("officials", "sources"))
        ):
            return 0
        return end

    def _capitals_end(self, start: int) -> int:
        doc, at = self._doc, start
        while at < len(doc) and (doc[at].text[:1].isupper() or doc[at].lower_ == "and") and at - start < 5:
            if doc[at].lower_ == "and" and not (at + 1 < len(doc) and doc[at + 1].text[:1].isupper()):
                break
            at += 1
        return at

    def _known_names(self) -> None:
        """Names that the lexicon holds: countries, and in running text outlets and bodies."""
        doc, names = self._doc, self._names
        longest = 5
        index = 0
        while index < len(doc):
            found = 0
            if self._layout.block[index] >= 0 and doc[index].text[:1].isupper() or doc[index].text.startswith("al-"):
                for end in range(min(len(doc), index + longest), index, -1):
                    if not self.free(index, end):
                        continue
                    found = self._add_known(index, end)
                    if found:
                        break
            index = found or index + 1

    def _add_known(self, start: int, end: int) -> int:
        names = self._names
        form = self._doc[start:end].text.replace("’", "'")
        if form.isupper() and self._layout.headline[start] and len(form) > 4:
            form = form.title()
        country = names.countries.get(form)
        if country is not None:
            self._add(self._body(start, end, ActorKind.COUNTRY, form, sure=True))
            return end
        key = names.written.get(form)
        if key is None:
            return 0
        if start + 1 == end and not is_sure_word(form) and self._labels[start] not in ("ORG", "PERSON", "WORK_OF_ART"):
            return 0
        if self._labels[start] in ("ORG", "PERSON") and self._inside_longer(start, end):
            return 0
        self._add(self._body(start, end, self._kind(form), form, sure=True))
        return end

    def _inside_longer(self, start: int, end: int) -> bool:
        """Whether the recogniser saw a longer name here, or a name goes on behind."""
        entity = self._doc[start].ent_iob_ == "I" or (end < len(self._doc) and self._doc[end].ent_iob_ == "I")
        return entity and self._labels[start] in ("ORG", "PERSON", "WORK_OF_ART", "FAC", "EVENT", "PRODUCT")

    def _kind(self, name: str) -> ActorKind:
        if self._names.is_outlet(name):
            return ActorKind.MEDIA
        if self._names.is_government(name):
            return ActorKind.GOVERNMENT
        return ActorKind.GROUP if plain(name) in self._names.groups else ActorKind.ORGANIZATION

    def _body(
        self, start: int, end: int, kind: ActorKind, name: str, *, sure: bool, place: bool = False
    ) -> NamedMention:
        alias = stripped(self._doc[start:end].text)
        return NamedMention(start, end, start, kind, name, alias, self._head(start, end), sure=sure, place=place)

    def _head(self, start: int, end: int) -> int:
        return int(self._doc[start:end].root.i)

    # What the recogniser found ---------------------------------------------------------------------------------

    def _recognised(self) -> None:
        for start, end, label in self._entities():
            if self._layout.headline[start]:
                continue
            if label == "PERSON":
                self._recognised_person(start, end)
            elif label in ("ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "LAW", "PRODUCT", "LOC", "EVENT"):
                self._recognised_body(start, end, label)

    def _entities(self) -> Iterator[tuple[int, int, str]]:
        """Entities cut at line breaks and block ends, without article, possessive and marks at their edges."""
        doc = self._doc
        for entity in doc.ents:
            start = entity.start
            for index in range(entity.start, entity.end + 1):
                stop = index == entity.end or doc[index].is_space or "\n" in doc[index].whitespace_
                if stop or self._layout.block[index] != self._layout.block[start]:
                    begin, end = self._trim(start, index)
                    if begin < end and self._layout.block[begin] >= 0:
                        yield begin, end, entity.label_
                    start = index + 1 if stop else index

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        doc = self._doc
        while start < end and (doc[start].lower_ in ("the", "a", "an") or not any(map(str.isalnum, doc[start].text))):
            start += 1
        while end > start and (doc[end - 1].text in ("'s", "’s") or not any(map(str.isalnum, doc[end - 1].text))):
            if doc[end - 1].text == "." and end - 2 >= start and len(doc[end - 2].text) <= 2:
                break
            end -= 1
        return start, end

    def _recognised_person(self, start: int, end: int) -> None:
        names = self._names
        while start < end and (names.is_title(self._doc[start].text) or self._taken[start]):
            start += 1
        if start >= end or not self._is_name_word(self._doc[start]):
            return
        end = min(end, max(self._name_end(start), start + 1)) if self.free(start, end) else start
        if end <= start or plain(self._doc[start:end].text) in names.never:
            return
        form = stripped(self._doc[start:end].text)
        if plain(form) in names.groups or names.is_outlet(form) or plain(form) in names.organizations:
            self._add(self._body(start, end, self._kind(form), form, sure=True))
            return
        if form.isupper() and len(form) <= 4 and "." not in form:
            self._add(self._body(start, end, ActorKind.ORGANIZATION, form, sure=False))
            return
        self._add_person(start, end, sure=names.is_given(self._doc[start].text) and end - start > 1)

    def _recognised_body(self, start: int, end: int, label: str) -> None:
        names, form = self._names, stripped(self._doc[start:end].text)
        if not self.free(start, end) or not form or plain(form) in names.never or not form[:1].isupper():
            return
        if self._looks_like_person(start, end):
            self._add_person(start, end, sure=True)
            return
        if names.is_outlet(form):
            kind = ActorKind.MEDIA
        elif label == "NORP":
            if plain(form) in names.groups or (form in names.peoples and form not in names.adjectives):
                self._add(self._body(start, end, ActorKind.GROUP, form, sure=True))
            return
        elif label == "ORG":
            if names.is_place(form) and not names.is_government(form):
                return
            kind = self._kind(form)
        elif label == "GPE" or plain(form) in names.regions:
            self._add(self._body(start, end, ActorKind.GOVERNMENT, form, sure=False, place=True))
            return
        elif names.is_government(form):
            kind = ActorKind.GOVERNMENT
        elif names.is_organization(form):
            kind = ActorKind.ORGANIZATION
        elif label in ("WORK_OF_ART", "LAW"):
            kind = ActorKind.DOCUMENT
        else:
            return
        self._add(
            self._body(start, end, kind, form, sure=names.is_outlet(form) or plain(form) in names.written.values())
        )

    def _looks_like_person(self, start: int, end: int) -> bool:
        """Whether a given name and one or two more capitalised words stand here, and nothing of a body."""
        words = [token.text for token in self._doc[start:end]]
        if not 2 <= len(words) <= 4 or not self._names.is_given(words[0]):
            return False
        form = " ".join(words)
        known = self._names.is_government(form) or self._names.is_organization(form) or self._names.is_outlet(form)
        return (
            not known
            and not self._names.is_place(form)
            and all(
                self._is_name_word(token) or token.is_punct or token.lower_ in _PARTICLES
                for token in self._doc[start:end]
            )
        )

    def _given_names(self) -> None:
        """A given name before another capitalised word that nobody has claimed yet: a person."""
        doc = self._doc
        for index in range(len(doc) - 1):
            if self._taken[index] or self._layout.block[index] < 0 or not self._names.is_given(doc[index].text):
                continue
            if self._names.given.get(plain(doc[index].text)) not in (MALE, FEMALE) or self._taken[index + 1]:
                continue
            if not self._starts_name(index + 1) or doc[index + 1].pos_ not in ("PROPN", "NOUN", "X"):
                continue
            end = self._name_end(index)
            if end - index >= 2 and self._looks_like_person(index, end):
                self._add_person(index, end, sure=True)

    def _entity_labels(self) -> list[str]:
        return [token.ent_type_ for token in self._doc]

    def _add(self, mention: NamedMention) -> None:
        if mention.start >= mention.end or not self.free(mention.start, mention.end) or not mention.name:
            return
        for index in range(mention.start, mention.end):
            self._taken[index] = True
        self._found.append(mention)


def is_sure_word(form: str) -> bool:
    """Whether a single word of the lexicon is a name wherever it stands: acronyms and rare words."""
    return form.isupper() or any(letter.isupper() for letter in form[1:]) or form not in _COMMON


_COMMON = frozenset(
    "Time Nation Fortune Science Nature People Vice Salon Slate Reason Wired Variety Billboard Quartz Bild Dawn Punch "
    "Globo Atlantic Guardian Economist Observer Sputnik Esquire Congress House Senate Treasury Fed Parliament Shell "
    "Apple Amazon Meta Intel Ford Uber Gallup Labour Tory Target Globe Billboard Fox Independent".split()
)


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Tokens `[start, end)` in code points."""
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last.text))
