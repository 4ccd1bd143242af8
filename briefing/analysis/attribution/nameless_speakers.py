"""Who speaks by a pronoun and has no name gets the words that brought him in: "a source said … He added …"."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import Attributed
from briefing.analysis.attribution.source_kinds import is_people
from briefing.analysis.syntax.dependencies import phrase, spans_of, text_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.model import Span, Spans, words_of

_SOMEBODY = frozenset({"another", "one", "somebody", "someone", "spokesman", "spokeswoman", "spokesperson"})
_NEAR = 500
"""Characters within which "he" may mean a nameless one who spoke before."""

_PRONOUNS = {"he": "one", "she": "one", "they": "many", "it": "body"}
_RIVALS = {"one": frozenset({"PERSON"}), "many": frozenset({"ORG", "NORP"}), "body": frozenset({"ORG"})}
"""Of which kind somebody is whom a pronoun could mean as well."""

_MANY = frozenset({"several", "many", "some", "few", "both", "others", "they", "we", "most"})


class NamelessSpeakers:
    """Remembers who without a name spoke last, from the first hop of an article to the last.

    Args:
        doc: the parsed article.
        lexicon: the words.
        brought_in: the noun that brought in who has no name and is meant by a pronoun, if coreference knows.
    """

    def __init__(self, doc: Doc, lexicon: Lexicon, brought_in: Callable[[Span], Token | None]) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._brought_in = brought_in
        self._last: Spans = ()

    def told(self, hop: Attributed, *, named: bool) -> Attributed:
        """The outermost hop, with its source in the words that brought it in if it is a pronoun for a nameless one.

        Args:
            hop: the next hop in the text that no other one passes on.
            named: whether its source is known by name.
        """
        if named or not hop.source:
            self._last = () if hop.source else self._last
            return hop
        number = _PRONOUNS.get(words_of(hop.source, text_of(self._doc), " ").lower(), "")
        noun = self._brought_in(hop.source[0]) if number else None
        if noun is not None and is_people(noun, self._lexicon.sources):
            source = spans_of(self._doc, phrase(noun))
            if number != "one" or self._is_alone(source, hop.source[0], number):
                return replace(hop, source=source)
        if number and number in self._numbers(self._last) and self._spoke_near(hop.source[0], number):
            return replace(hop, source=self._last)
        self._last = hop.source if self._numbers(hop.source) else ()
        return hop

    def _numbers(self, source: Spans) -> frozenset[str]:
        """Whether words without a name stand for one person ("another"), for many ("nurses"), or for a body."""
        root = root_of(self._doc, source) if source else None
        if root is None or root.pos_ == "PRON":
            return frozenset({"one"}) if root is not None and root.lower_ in _SOMEBODY else frozenset()
        known, lemma = self._lexicon.sources, root.lemma_.lower()
        if is_many(root):
            return frozenset({"many"})
        if lemma in known.grouped | known.state:
            return frozenset({"many", "body"})
        if lemma in known.folk:
            return frozenset({"many"})
        if lemma in known.media | known.documents:
            return frozenset({"body"})
        return frozenset({"one"}) if lemma in known.unnamed | known.offices | _SOMEBODY else frozenset()

    def _spoke_near(self, pronoun: Span, number: str) -> bool:
        """Whether the nameless one who spoke last did so near by, and nobody else was named since."""
        near = 0 < pronoun.start - self._last[-1].end < _NEAR
        return near and self._is_alone(self._last, pronoun, number)

    def _is_alone(self, source: Spans, pronoun: Span, number: str) -> bool:
        """Whether nobody else was named between."""
        between = self._doc.char_span(source[-1].end, pronoun.start, alignment_mode="contract")
        rivals = _RIVALS[number]
        return between is None or not any(token.ent_type_ in rivals for token in between)


def root_of(doc: Doc, source: Spans) -> Token | None:
    """The word that stands for a whole source."""
    words = doc.char_span(source[0].start, source[-1].end, alignment_mode="expand")
    return words.root if words is not None else None


def is_many(root: Token | None) -> bool:
    """Whether a source is several by its noun or pronoun."""
    return root is not None and (root.tag_ in {"NNS", "NNPS"} or root.lower_ in _MANY)
