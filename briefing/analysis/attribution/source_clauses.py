"""Clauses beside a source: how it knows ("who was at the meeting"), why it has no name ("asking not to be named")."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.quotations import MARKS
from briefing.analysis.syntax.dependencies import text_of, words_in
from briefing.analysis.syntax.lexicon import Anonymity, Knowledge, Lexicon
from briefing.analysis.syntax.word_classes import FINITE_TAGS
from briefing.model import Span, Spans, overlap_length
from briefing.records import dataclass

_RELATIVE = frozenset({"who", "whose", "whom"})
_JOINING = frozenset({"and", "but", "or"})
_BELOW_NOUNS = frozenset({"relcl", "acl"})
_TRAILING = frozenset({",", ";", ":", ".", "—", "–", "-", "--", "and", "but", "or", "(", ")"})
_CLOSING = frozenset({",", ";", ":", "—", "–", "--", ")"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NOT = frozenset({"not", "n't", "n’t", "never"})

WINDOW = 6
"""Words within which the parts of a phrase stand together."""

_LONGEST = 40
"""Words of the longest clause about a source."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found of one source."""

    knowledge: Spans = ()
    anonymity: Spans = ()


class SourceClauses:
    """Reads what stands beside the sources of one block."""

    def __init__(self, doc: Doc, lexicon: Lexicon, hops: Sequence[Attributed]) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._cues = sorted(span.start for hop in hops for span in hop.cue)

    def parts(self, hop: Attributed) -> Parts:
        """What is told beside the source of a hop and behind its cue."""
        source = words_in(self._doc, hop.source)
        if not source:
            return Parts()
        knowledge: list[Span] = []
        anonymity: list[Span] = []
        for kind, words in self._beside(hop, source):
            (knowledge if kind == "knowledge" else anonymity).append(span_of_words(words))
        anonymity += [span for span in self._behind(hop) if not overlap_length((span,), (*anonymity, *knowledge))]
        text = text_of(self._doc)
        return Parts(_joined(text, knowledge), _joined(text, anonymity))

    # Beside the source -------------------------------------------------------------------------------------------

    def _beside(self, hop: Attributed, source: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
        region = self._region(hop, source)
        named = source[0].pos_ == "PROPN" or any(token.pos_ == "PROPN" for token in noun_phrase(region))
        previous = ""
        for words in self._segments(region):
            for part in self._split(words, named):
                kind = self._kind(part, named, previous)
                trimmed = trimmed_words(part)
                if kind and trimmed:
                    yield kind, trimmed
                previous = kind

    def _region(self, hop: Attributed, source: Sequence[Token]) -> list[Token]:
        """The words from the source on that are neither its cue nor said by it."""
        cue = {token.i for token in words_in(self._doc, hop.cue)}
        said = {token.i for token in words_in(self._doc, hop.content)}
        found: list[Token] = []
        for token in self._doc[source[0].i : source[0].i + _LONGEST + len(source)]:
            if found and (token.is_sent_start or token.i in cue or "\n" in token.text):
                break
            # "asked | not to be named" is no content, where it was taken for one.
            if found and found[-1].is_punct and token.i in said and found[-1].i not in said:
                break
            found.append(token)
        return found

    def _segments(self, region: Sequence[Token]) -> Iterator[list[Token]]:
        """The modifiers among the words, each from the word that opens it to where it ends."""
        current: list[Token] = []
        for number, token in enumerate(region[1:], 1):
            if self._opens(region, number, current):
                if current:
                    yield current
                current = [token]
            elif current and self._ends(region, number, current):
                yield current
                current = []
            elif current:
                current.append(token)
            elif token.tag_ in FINITE_TAGS and token.dep_ not in _BELOW_NOUNS:
                # "He defended the mayor, who was briefed, saying …": behind the verb of the source another is told of.
                return
        if current:
            yield current

    def _opens(self, region: Sequence[Token], number: int, current: Sequence[Token]) -> bool:
        token, before = region[number], region[number - 1]
        word, anonymity, knowledge = token.lower_, self._lexicon.anonymity, self._lexicon.knowledge
        if word in _RELATIVE:
            return True
        fresh = before.text in _CLOSING or not current
        if word in anonymity.shielding and (fresh or before.pos_ in _NOMINAL):
            return True
        following = [other.lower_ for other in region[number + 1 : number + 1 + WINDOW]]
        if word == "on" and "anonymity" in following[:4]:
            return not current or current[0].lower_ not in anonymity.shielding | _RELATIVE | knowledge.participles
        if not fresh:
            return False
        behind = before.pos_ in _NOMINAL or before.text in _CLOSING or before.pos_ == "ADV"
        if not behind:
            return False
        if word in knowledge.adjectives | knowledge.participles and token.tag_ not in {"NNP", "NNS"}:
            return word in {"present", "attending"} or bool(knowledge.leading.intersection(following[:2]))
        if word == "with":
            return not knowledge.nouns.isdisjoint(following[:4])
        rest = " ".join([word, *following])
        return rest.startswith(knowledge.scenes) or (word in {"because", "as"} and self.is_kept_back(region[number:]))

    def _ends(self, region: Sequence[Token], number: int, current: Sequence[Token]) -> bool:
        """Whether a clause ends with the comma at a place: what follows is neither below it nor its reason."""
        token = region[number]
        if token.text not in _CLOSING or number + 1 >= len(region):
            return False
        following = region[number + 1]
        if following.lower_ in self._lexicon.anonymity.reasons and self.is_kept_back(current):
            return False
        return not any(following.i == below.i for below in current[0].head.subtree) or following.lower_ in {"adding"}

    def _split(self, words: list[Token], named: bool) -> Iterator[list[Token]]:
        """A clause, in two where it says first how a source knows and then that it has no name."""
        for number, token in enumerate(words):
            joins = token.lower_ in _JOINING and number > 1
            if joins and self.is_kept_back(words[number:]) and self._kind(words[:number], named, "") == "knowledge":
                yield words[:number]
                yield words[number:]
                return
        yield words

    def _kind(self, words: Sequence[Token], named: bool, previous: str) -> str:
        if self.is_kept_back(words):
            return "anonymity"
        if previous == "anonymity" and words[0].lower_ in self._lexicon.anonymity.reasons:
            return "anonymity"
        return "knowledge" if self._is_knowing(words, named) else ""

    # Behind the cue ----------------------------------------------------------------------------------------------

    def _behind(self, hop: Attributed) -> Iterator[Span]:
        """What is told of a missing name behind the cue, before what was said or after it."""
        cue = words_in(self._doc, hop.cue)
        if not cue:
            return
        words: list[Token] = []
        for token in self._doc[cue[0].i : cue[0].i + 3 * _LONGEST]:
            if words and (token.is_sent_start or "\n" in token.text):
                break
            words.append(token)
        starts = {min(span.start for span in hop.content)}
        number = 0
        while number < len(words):
            size = self._aside(words, number, starts)
            if size and not self._is_another_s(hop, words[number]) and not _is_quoted(words, number):
                trimmed = trimmed_words(words[number : number + size])
                yield span_of_words(trimmed)
                number += size
            number += 1

    def _aside(self, words: Sequence[Token], number: int, starts: Collection[int]) -> int:
        """How many words from here on say that the source has no name; 0 if they do not."""
        token = words[number]
        anonymity = self._lexicon.anonymity
        following = [other.lower_ for other in words[number + 1 : number + 5]]
        condition = token.lower_ == "on" and "anonymity" in following
        leads = token.lower_ in anonymity.shielding and (number == 0 or words[number - 1].text in _CLOSING)
        barred = token.lower_ in {"because", "as"}
        alone = token.lower_ == "anonymously"
        if not (condition or leads or barred or alone):
            return 0
        size = self._reach(words, number, starts)
        return size if self.is_kept_back(words[number : number + size]) else 0

    def _reach(self, words: Sequence[Token], number: int, starts: Collection[int]) -> int:
        """How many words the aside has: up to a comma that ends it, or to where begins what was said."""
        size = 1
        while number + size < len(words):
            if words[number + size].idx in starts:
                break
            token = words[number + size]
            following = words[number + size + 1] if number + size + 1 < len(words) else None
            reason = following is not None and following.lower_ in self._lexicon.anonymity.reasons
            if token.text in _CLOSING and not reason:
                break
            size += 1
        return size

    def _is_another_s(self, hop: Attributed, word: Token) -> bool:
        """Whether somebody else spoke between the cue and a word behind it."""
        own = hop.cue[-1].end
        return any(own <= cue < word.idx for cue in self._cues)

    # What the words say ------------------------------------------------------------------------------------------

    def is_kept_back(self, words: Sequence[Token]) -> bool:
        """Whether words say that somebody has no name, or may not speak."""
        known: Anonymity = self._lexicon.anonymity
        lowered = [token.lower_ for token in words]
        text = " ".join(lowered)
        if known.phrase.search(text):
            return True
        pairs = ((known.refusing, known.naming), (known.keeping, known.names), (_NOT, known.barred))
        for first, second in pairs:
            for number, word in enumerate(lowered):
                near = lowered[max(0, number - WINDOW) : number + 4]
                if word not in second or first.isdisjoint(near):
                    continue
                if second is not known.barred or _leads_to(lowered[number + 1 :], known.speaking):
                    return True
        return False

    def _is_knowing(self, words: Sequence[Token], named: bool) -> bool:
        """Whether a clause says how somebody knows."""
        known: Knowledge = self._lexicon.knowledge
        first = words[0].lower_
        if first not in _RELATIVE:
            return first != "on" and first not in {"because", "as"} and self._is_bare(words)
        if first != "who" or any(token.lower_ in _NOT for token in words[:4]):
            return False
        verb = next((t for t in words[1:] if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"}), None)
        said = [token.lower_ for token in words]
        if not known.adjectives.isdisjoint(said[2:5]) or not {"briefed", "involved", "consulted"}.isdisjoint(said[2:5]):
            return True
        if verb is None:
            return False
        lemma = verb.lemma_.lower()
        if lemma in known.verbs or (not named and lemma in known.unnamed_verbs):
            return True
        lemmas = [token.lemma_.lower() for token in words if token.i > verb.i]
        if lemma == "have" and not known.nouns.isdisjoint(lemmas[:4]):
            return True
        if lemma == "take" and lemmas[:1] == ["part"]:
            return True
        there = not known.among.isdisjoint(lemmas) and not known.places.isdisjoint(lemmas)
        if not named and verb.tag_ == "VBD" and lemma == "be":
            there = there or (not known.among.isdisjoint(lemmas[:1]) and known.posts.isdisjoint(lemmas[:4]))
        return lemma in known.working and (there or not known.beside.isdisjoint(lemmas[:2]))

    def _is_bare(self, words: Sequence[Token]) -> bool:
        known = self._lexicon.knowledge
        text = " ".join(token.lower_ for token in words)
        opens = words[0].lower_ in known.adjectives | known.participles
        with_it = words[0].lower_ == "with" and not known.nouns.isdisjoint(token.lower_ for token in words[1:5])
        return opens or with_it or text.startswith(known.scenes)


def _joined(text: str, spans: Iterable[Span]) -> Spans:
    """The spans in text order, those as one between which stands a comma at most."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and text[found[-1].end : span.start].strip() in ("", ",", "and", ", and"):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _leads_to(words: Sequence[str], speaking: Iterable[str]) -> bool:
    behind = list(words[:4])
    return "to" in behind[:2] and not set(speaking).isdisjoint(behind)


def noun_phrase(region: Sequence[Token]) -> Iterator[Token]:
    """The words of the noun phrase itself, up to the first word that could open a clause about it."""
    for token in region:
        if token.text in _CLOSING or token.lower_ in _RELATIVE or token.pos_ in {"ADP", "VERB", "AUX"}:
            return
        yield token


def _is_quoted(words: Sequence[Token], number: int) -> bool:
    """Whether a quotation that was opened before a word is not closed yet."""
    opened = sum(token.text in MARKS for token in words[:number])
    return opened % 2 == 1 and any(token.text in MARKS for token in words[number:])


def trimmed_words(words: Sequence[Token]) -> list[Token]:
    """The words without commas and the like at both ends."""
    found = [token for token in words if not token.is_space]
    while found and found[-1].lower_ in _TRAILING:
        found.pop()
    while found and found[0].lower_ in _TRAILING:
        found.pop(0)
    return found


def span_of_words(words: Sequence[Token]) -> Span:
    """From the first to the last of some words."""
    return Span(words[0].idx, words[-1].idx + len(words[-1].text))
