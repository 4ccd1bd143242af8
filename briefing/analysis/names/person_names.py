"""Find the names of persons: behind titles, by the recogniser, and by given names."""

from spacy.tokens import Token

from briefing.analysis.coreference.definite_descriptions import says_whose
from briefing.analysis.names.mentions import NamedMention, NamesInDoc
from briefing.analysis.names.name_lexicon import plain, stripped
from briefing.analysis.syntax.word_classes import NAME_RELATIONS
from briefing.model import ActorKind

_LONGEST_TITLE = 9
_LONGEST_NAME = 6
_LONGEST_PLACE = 3
_OF_PLACES = frozenset({"ambassador", "envoy", "senator", "representative", "delegate", "minister", "secretary"})
"""Offices that are held "to" or "from" a place."""

_LEADING = frozenset({"of", "to", "from", "for"})
_OF_ONE_PLACE = frozenset({"governor", "mayor", "senator", "ambassador", "representative", "premier"})
_LEADING_TO_PLATFORMS = frozenset({"on", "via", "through", "by", "to"})
_PLACE_AND_NAME = 3
"""Words of a place and a name behind such an office: "Kano Abba Yusuf"."""

_JOINING = frozenset({".", "-", "&", "and", "of", "'s", "’s"})


class PersonFinder:
    """Adds names of persons to the names of one doc."""

    def __init__(self, board: NamesInDoc) -> None:
        self._board = board
        self._doc = board.doc
        self._names = board.names

    def add_titled(self) -> None:
        """Find a title before a capitalised name, whatever the recogniser says: "Commerce Secretary Lutnick"."""
        for token in self._doc:
            start = self._behind_title(token)
            if start and self._board.free(start, start + 1):
                end = self._name_end(start)
                known = self._board.text(token.i, end) in self._names.written
                if end > start and not known and not self._names.is_body(self._board.text(start, end)):
                    self.add(start, end, sure=True)

    def add_placed(self) -> None:
        """Find a name behind an office with its place: "Mayor of London Ann Kerr", "Ambassador to Chad Ann Kerr"."""
        for token in self._doc:
            follows = token.i + 1 < len(self._doc) and self._doc[token.i + 1].lower_ in _LEADING
            if not follows or not self._names.is_title(token.text):
                continue
            start = self._behind_office_of(token)
            end = self._name_end(start) if start else 0
            if end > start + 1 or (end > start and self._names.is_given(self._doc[start].text)):
                self.add(start, end, sure=True, begin=self._title_start(token.i + 1))

    def _behind_office_of(self, token: Token) -> int:
        """First token of a recognised name behind "mayor of London"; 0 if there is none."""
        doc, labels = self._doc, self._board.labels
        leads = doc[token.i + 1].lower_
        if leads != "of" and not (leads in ("to", "from", "for") and plain(token.text) in _OF_PLACES):
            return 0
        at = token.i + 2
        at += at < len(doc) and doc[at].lower_ == "the"
        end = at
        while end - at <= _LONGEST_PLACE + 3 and self._board.same_block(token.i, end) and self._is_of_title(end):
            end += 1
        placed = at < end and (labels[at] == "GPE" or doc[at].text in self._names.countries)
        # The recogniser takes "Kano Abba Yusuf" for one body.
        alone = plain(token.text) in _OF_ONE_PLACE and not any(child.dep_ == "det" for child in token.children)
        placed = placed or (alone and end - at == _PLACE_AND_NAME and labels[at] == "ORG")
        return next((i for i in range(at + 1, end) if self._begins_person(i, end, placed=placed)), 0)

    def _is_of_title(self, index: int) -> bool:
        token = self._doc[index]
        capital = token.text[:1].isupper() and self._board.free(index, index + 1)
        return capital and self._board.labels[index] != "NORP" and not self._names.is_title(token.text)

    def _begins_person(self, index: int, end: int, *, placed: bool) -> bool:
        """Whether the name of a person begins here, within the capitalised words behind an office."""
        token, labels = self._doc[index], self._board.labels
        if not self._board.is_name_word(token) or self._names.is_body(self._board.text(index, end)):
            return False
        if labels[index] == "PERSON":
            return token.ent_iob_ == "B"
        given = self._names.is_given(token.text)
        return end - index > 1 and (given or (placed and labels[index] != "GPE" and end - index == 2))

    def add_recognised(self, start: int, end: int) -> None:
        """Take what the recogniser calls a person: without title, cut where the name ends."""
        start = self._behind_platform(self._behind_position(start, end), end)
        while start < end and (self._names.is_title(self._doc[start].text) or not self._board.free(start, start + 1)):
            start += 1
        named = start < end and (self._board.is_name_word(self._doc[start]) or self._is_particle(start))
        if not named or self._says_where(start) or not self._board.free(start, end):
            return
        end = min(end, max(self._name_end(start), start + 1))
        start -= 2 if self._is_halved(start) else self._is_cut(start, end)
        if plain(self._board.text(start, end)) not in self._names.never:
            self.add(start, end, sure=self._names.is_given(self._doc[start].text) and end - start > 1)

    def _says_where(self, start: int) -> bool:
        """Whether a name only says where an office is held: "the mayor of Holm"."""
        doc = self._doc
        return start > 1 and doc[start - 1].lower_ == "of" and plain(doc[start - 2].text) in _OF_ONE_PLACE

    def _behind_position(self, start: int, end: int) -> int:
        """Where the given name begins that the recogniser took with a team and position: "Browns DL Al Roe"."""
        for index in range(start + 1, end - 2):
            short = self._doc[index].text
            position = len(short) in (2, 3) and short.isupper() and short.isalpha()
            if position and self._names.is_given(self._doc[index + 1].text):
                return index + 1
        return start

    def _behind_platform(self, start: int, end: int) -> int:
        """Where the name begins that the recogniser took with where somebody posted: "On Twitter | West | accused"."""
        doc = self._doc
        led = start > 0 and doc[start - 1].lower_ in _LEADING_TO_PLATFORMS
        posted = led and end - start > 1 and plain(doc[start].text) in self._names.platforms
        return start + 1 if posted else start

    def _is_particle(self, index: int) -> bool:
        """Whether a name begins with a small word that a hyphen ties to it: "al-Eryani"."""
        doc = self._doc
        if doc[index].lower_ not in self._names.grammar["particles"] or index + 2 >= len(doc):
            return False
        return doc[index + 1].text == "-" and not doc[index].whitespace_ and doc[index + 2].text[:1].isupper()

    def _is_halved(self, start: int) -> bool:
        """Whether the recogniser left out the first half of a double given name: "Ana-Maria"."""
        doc, first = self._doc, start - 2
        if first < 0 or doc[start - 1].text != "-" or not self._board.free(first, start):
            return False
        joined = not doc[first].whitespace_ and not doc[start - 1].whitespace_
        return joined and doc[first].text[:1].isupper() and self._board.same_block(start, first)

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether the recogniser left out the given name before a surname: "Per" is a preposition to it."""
        before = start - 1
        if end - start > 2 or not self._board.same_block(start, before) or not self._board.free(before, start):
            return False
        given = self._names.is_given(self._doc[before].text)
        return given and not self._board.labels[before] and not self._names.is_given(self._doc[start].text)

    def add_given(self) -> None:
        """Find a given name before another capitalised word that nobody has claimed yet."""
        for index in range(len(self._doc) - 1):
            gendered = self._names.given.get(plain(self._doc[index].text))
            if (
                not gendered
                or not self._names.is_given(self._doc[index].text)
                or not self._board.free(index, index + 2)
            ):
                continue
            surname = self._starts_name(self._doc[index + 1]) or self._is_dated(index)
            if not self._board.same_block(index, index + 1) or not surname:
                continue
            end = self._name_end(index)
            if self._doc[index + 1].pos_ in ("PROPN", "NOUN", "X") and self.looks_like_person(index, end):
                self.add(index, end, sure=True)

    def _is_dated(self, given: int) -> bool:
        """Whether the recogniser took a surname for a date, and nothing is dated by it: "Theresa May", "Elena Day"."""
        doc, at = self._doc, given + 1
        dated = self._board.labels[at] == "DATE" and doc[given].pos_ == "PROPN" and self._board.is_name_word(doc[at])
        ends = at + 1 == len(doc) or self._board.labels[at + 1] != "DATE" or doc[at + 1].ent_iob_ == "B"
        return dated and ends and doc[at].pos_ == "PROPN" and doc[at].dep_ in NAME_RELATIONS

    def add_set_off(self) -> None:
        """Find a name between commas behind an office, before what its holder does: "the mayor, Per Lund, said"."""
        for token in self._doc:
            if not self._is_office(token):
                continue
            start = self._behind_place(token) + 2
            if (
                not self._board.same_block(token.i, start)
                or self._doc[start - 1].text != ","
                or not self._board.free(start, start + 1)
            ):
                continue
            end = self._name_end(start) if self._starts_name(self._doc[start]) else start
            body = self._names.is_body(self._board.text(start, end))
            if 2 <= end - start <= 4 and not body and self._acts_behind(end):
                self.add(start, end, sure=True, office=self._names.role(token.lemma_))

    def _behind_place(self, token: Token) -> int:
        """The last token of "mayor of Lagos"; the office itself if no place follows it."""
        at = token.i + 1
        if at >= len(self._doc) or self._doc[at].lower_ != "of":
            return token.i
        end = at + 1
        while end < len(self._doc) and end - at <= _LONGEST_PLACE and self._doc[end].text[:1].isupper():
            end += 1
        return end - 1 if end > at + 1 else token.i

    def _is_office(self, token: Token) -> bool:
        """Whether this names the office of one person, and not of whom another one is something."""
        return (
            plain(token.lemma_) in self._names.office
            and token.tag_ not in ("NNS", "NNPS")
            and not says_whose(token, self._names)
        )

    def _acts_behind(self, comma: int) -> bool:
        """Whether a comma stands here, and a verb follows."""
        return (
            self._board.same_block(comma - 1, comma + 1)
            and self._doc[comma].text == ","
            and self._doc[comma + 1].pos_ in ("VERB", "AUX")
        )

    def looks_like_person(self, start: int, end: int) -> bool:
        """Whether a given name and one to three more capitalised words stand here, and nothing of a body."""
        tokens = list(self._doc[start:end])
        if not 2 <= len(tokens) <= 4 or not self._names.is_given(tokens[0].text):
            return False
        name, labels = self._board.text(start, end), self._board.labels
        both = labels[start] == labels[end - 1] and labels[start] in ("PERSON", "DATE")
        if self._names.is_body(name) and not (both and self._names.is_place_or_person(name)):
            return False
        particles = self._names.grammar["particles"]
        return all(self._board.is_name_word(t) or t.text == "." or t.lower_ in particles for t in tokens)

    def add(self, start: int, end: int, *, sure: bool, office: str = "", begin: int | None = None) -> None:
        """Add the name at `[start, end)` together with the title before it, and an office that is told elsewhere."""
        begin = self._title_start(start) if begin is None else begin
        title = [token.text for token in self._doc[begin:start] if any(map(str.isalpha, token.text))]
        roles = tuple(self._names.role(word) for word in title if plain(word) in self._names.office)
        self._board.add(
            NamedMention(
                start=begin,
                end=end,
                kind=ActorKind.PERSON,
                name=stripped(self._board.text(start, end)),
                alias=stripped(self._board.text(begin, end)),
                head=int(self._doc[begin:end].root.i),
                titles=(*roles, office) if office else roles,
                title_words=tuple(plain(word) for word in title),
                gender=self._gender(title, self._doc[start].text if end - start > 1 else ""),
                sure=sure or bool(title),
            )
        )

    def _behind_title(self, token: Token) -> int:
        """First token of a name that follows the title that ends with `token`; 0 if there is none."""
        board, names, doc = self._board, self._names, self._doc
        if board.layout.block[token.i] < 0 or not names.is_title(token.text):
            return 0
        start = token.i + 1
        if start < len(doc) and doc[start].text == ".":
            start += 1
        if not board.same_block(token.i, start):
            return 0
        if plain(token.text) in names.address and token.text[0].isupper() and doc[start].pos_ == "PROPN":
            # Behind "Ms." even a word that is a place elsewhere is a name.
            return start if board.is_name_word(doc[start]) and not names.is_title(doc[start].text) else 0
        if not self._starts_name(doc[start]):
            return 0
        given = names.is_given(doc[start].text)
        if board.layout.headline[token.i]:
            return start if given or plain(token.text) in names.address else 0
        if token.text[0].isupper():
            return start
        # "billionaire Ruiz", but not "a major Ruiz speech".
        named = given or board.labels[start] == "PERSON" or self._is_behind_trade(token, start)
        return start if token.pos_ in ("NOUN", "PROPN") and named else 0

    def _is_behind_trade(self, token: Token, start: int) -> bool:
        """Whether two names behind a trade that no body has are a person's: "archbishop Wojciech Polak"."""
        doc, key = self._doc, plain(token.text)
        if key in self._names.of_bodies or start + 1 >= len(doc) or self._board.labels[start] not in ("", "ORG"):
            return False
        follows = doc[start + 1]
        single = start + 2 >= len(doc) or not doc[start + 2].text[:1].isupper()
        return single and doc[start].pos_ == follows.pos_ == "PROPN" and self._board.is_name_word(follows)

    def _starts_name(self, token: Token) -> bool:
        names, text = self._names, token.text
        if not self._board.is_name_word(token) or names.is_title(text) or plain(text) in names.within:
            return False
        if self._board.labels[token.i] in ("DATE", "TIME", "NORP", "GPE") or text in names.countries:
            return False
        return text not in names.adjectives and not names.is_government(text)

    def _name_end(self, start: int) -> int:
        """Behind the last token of the personal name that starts at `start`."""
        end = start
        while end - start < _LONGEST_NAME and self._board.same_block(start, end) and self._board.free(end, end + 1):
            if not self._continues(start, end):
                break
            end += 1
        return end

    def _continues(self, start: int, index: int) -> bool:
        doc, names = self._doc, self._names
        token = doc[index]
        if self._is_particle(index):
            return True
        if index == start:
            return self._board.is_name_word(token)
        if token.text == "-":
            # "Anna Ruiz-Sato" comes in three tokens.
            joined = not doc[index - 1].whitespace_ and not token.whitespace_ and index + 1 < len(doc)
            return joined and (doc[index + 1].text[:1].isupper() or self._is_second_half(index + 1))
        if self._is_second_half(index):
            return True
        if token.lower_ in names.grammar["particles"]:
            return index + 1 < len(doc) and doc[index + 1].text[:1].isupper()
        small = token.pos_ in ("VERB", "AUX", "ADV", "ADP", "SCONJ", "DET")
        if not self._board.is_name_word(token) or (small and not self._is_surname(start, index)):
            return False
        label = self._board.labels[index]
        if (
            (label == "DATE" and not self._is_dated(start))
            or label == "NORP"
            or (label == "GPE" and not self._is_addressed(start))
            or (self._board.layout.headline[start] and label != "PERSON")
        ):
            return False
        if not names.is_title(token.text) or plain(token.text) in names.grammar["suffixes"]:
            return True
        # "Stephen King" is no king, unless another name follows.
        follows = index + 1 < len(doc) and self._board.labels[index + 1] == "PERSON"
        return index == start + 1 and label == "PERSON" and names.is_given(doc[start].text) and not follows

    def _is_surname(self, start: int, index: int) -> bool:
        """Whether a word that is small elsewhere is a surname here: "Martin How", "Peter Best"."""
        whole = self._board.labels[start] == self._board.labels[index] == "PERSON"
        return whole and index == start + 1 and self._names.is_given(self._doc[start].text)

    def _is_second_half(self, index: int) -> bool:
        """Whether a small word ends a name of two halves: "Kim Sang-woo", but not "Kim-led"."""
        doc, labels = self._doc, self._board.labels
        return (
            index > 1
            and doc[index].text.islower()
            and doc[index - 1].text == "-"
            and labels[index - 2] == labels[index - 1] == labels[index] == "PERSON"
        )

    def _is_addressed(self, start: int) -> bool:
        before = self._doc[start - 1] if start else None
        return before is not None and plain(before.text) in self._names.address

    def _title_start(self, start: int) -> int:
        """First token of the title before the name at `start`; `start` itself if there is none."""
        doc, begin, best = self._doc, start, start
        while begin > 0 and start - begin < _LONGEST_TITLE and not self._begins_sentence(begin):
            token = doc[begin - 1]
            if not self._board.same_block(start, begin - 1) or not self._board.free(begin - 1, begin):
                break
            within = self._names.within_title(token.text) and token.lower_ not in _JOINING
            if self._is_article_in_title(begin - 1):
                begin -= 2
                continue
            capital = token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")
            capital = capital and self._board.labels[token.i] != "PERSON" and best < start
            if not (within or capital or self._joins_title(begin - 1)):
                break
            begin -= 1
            if within or (capital and not token.is_sent_start):
                best = begin
            if plain(token.text) in self._names.address:
                break
        has_noun = any(self._names.is_title(doc[index].text) for index in range(best, start))
        return best if has_noun else start

    def _is_article_in_title(self, index: int) -> bool:
        """Whether "the" stands within an office: "Speaker of the House Rep. Ann Kerr"."""
        doc = self._doc
        office = index > 1 and doc[index].lower_ == "the" and doc[index - 1].lower_ == "of"
        return office and doc[index - 2].text[:1].isupper() and self._names.is_title(doc[index - 2].text)

    def _begins_sentence(self, index: int) -> bool:
        """Whether a sentence begins here, and not only the parser thinks so in the middle of a title."""
        before = self._doc[index - 1]
        return bool(self._doc[index].is_sent_start) and before.is_punct and not self._names.is_title(before.text)

    def _joins_title(self, index: int) -> bool:
        """Whether a small word or mark holds a title together ("Secretary of State", "Vice-President")."""
        token = self._doc[index]
        if token.lower_ in ("and", "&", "."):
            # "Minister of Energy and Climate", but not "Sato and Minister Ruiz".
            return index > 0 and self._names.within_title(self._doc[index - 1].text)
        return token.text in _JOINING

    def _gender(self, title: list[str], first: str) -> str:
        for word in title:
            told = self._names.address.get(plain(word)) or self._names.office.get(plain(word))
            if told:
                return told
        return self._names.given.get(plain(first), "")
