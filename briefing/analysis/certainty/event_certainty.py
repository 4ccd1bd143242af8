"""How certain a text says that an event is, from the author's view: rules, parse and encoder joined."""

import itertools
from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from briefing.analysis.certainty.certainty_model import CertaintyModel, shipped_model
from briefing.analysis.certainty.certainty_rules import CertaintyRules
from briefing.analysis.encoder.role_encoder import RoleEncoder, shipped_encoder
from briefing.analysis.syntax.dependencies import root_of
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.records import dataclass

SCALE = "UW"
"""The scale of Lee et al. (2015): from -3, certainly not, to +3, certainly so."""

_PARSE_SHARES: Mapping[str, float] = {"UW": 0.6, "UDS_IH2": 0.3}
"""How much the parse counts beside the encoder; chosen on the development set."""

_SETTLED = 2.5
_READINGS = "briefing.certainty"

Sentence = tuple[list[str], list[int], str]
"""The words of a sentence, the indices of its events, and the scale that they are judged on."""


@dataclass(frozen=True)
class CertaintyReader:
    """Reads the certainty of events in parsed text; without weights the rules alone speak.

    Attributes:
        rules: by the words of the lexicon.
        model: the linear model over the parse.
        encoder: the trained encoder.
    """

    rules: CertaintyRules
    model: CertaintyModel | None = None
    encoder: RoleEncoder | None = None

    @classmethod
    def shipped(cls, encoder: RoleEncoder | None = None) -> "CertaintyReader":
        """With all the weights that the program came with, and with `encoder` if it is open already."""
        return cls(CertaintyRules(Lexicon.load()), shipped_model(), encoder or shipped_encoder())

    def value(self, doc: Doc, index: int) -> float:
        """The certainty of the event at token `index`, -3 to +3."""
        return self._joined(doc, index, None if self.encoder is None else self._encoded(self.encoder, doc, index))

    def values(self, nlp: Language, sentences: Sequence[Sentence]) -> list[list[float]]:
        """The certainty of each event of sentences that are split into words already, -3 to +3."""
        docs = nlp.pipe(Doc(nlp.vocab, words=words) for words, _, _ in sentences)
        read = self.encoder.certainties(sentences) if self.encoder is not None else [[] for _ in sentences]
        return [
            [
                self._joined(doc, event, encoded, scale)
                for event, encoded in itertools.zip_longest(events, row, fillvalue=None)
                if event is not None
            ]
            for doc, (_, events, scale), row in zip(docs, sentences, read, strict=True)
        ]

    def _joined(self, doc: Doc, index: int, encoded: float | None, scale: str = SCALE) -> float:
        ruled = self.rules.value(doc, index)
        if self.model is None:
            return ruled
        found = self.model.value(doc, index, ruled, scale)
        if encoded is not None:
            share = _PARSE_SHARES.get(scale, 0.5)
            found = share * found + (1 - share) * encoded
        if scale != SCALE:
            return found
        # What is learned of a rare "never" is thin; where the word itself is denied, asked or supposed, rules are sure.
        if self.rules.is_marked(doc, index):
            return (found + ruled) / 2
        return 3.0 if found > _SETTLED else found

    def _encoded(self, encoder: RoleEncoder, doc: Doc, index: int) -> float:
        root = root_of(doc[index])
        start, end = root.left_edge.i, root.right_edge.i + 1
        known: dict[int, list[float]] = doc.user_data.setdefault(_READINGS, {})
        if start not in known:
            words = [token.text for token in doc[start:end]]
            known[start] = encoder.certainty(words, list(range(len(words))))
        return known[start][index - start]


def certainty(doc: Doc, i: int) -> float:
    """How certain `doc` says that the event at token `i` is, -3 to +3, from the author's view.

    Raises:
        IndexError: if there is no such token.
    """
    return _reader().value(doc, doc[i].i)


@Language.component("briefing_certainty", requires=["token.dep"], assigns=["token._.certainty"])
def briefing_certainty(doc: Doc) -> Doc:
    """SpaCy component: `token._.certainty` is the certainty of any event word, -3 to +3."""
    if not Token.has_extension("certainty"):
        Token.set_extension("certainty", getter=lambda token: certainty(token.doc, token.i))
    return doc


@lru_cache(maxsize=1)
def _reader() -> CertaintyReader:
    return CertaintyReader.shipped()
