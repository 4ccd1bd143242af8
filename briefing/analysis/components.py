"""The whole analysis as a spaCy component: `nlp.add_pipe("briefing_attributions")`, then `doc._.analysis`."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.analysis.analyser import ENGINE, NOT_ENGLISH
from briefing.analysis.certainty.event_certainty import briefing_certainty
from briefing.analysis.claims.claim_heads import shipped_heads
from briefing.analysis.coreference.actors import briefing_actors
from briefing.analysis.encoder.role_encoder import shipped_encoder
from briefing.analysis.pipeline import Pipeline
from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.language_id import ENGLISH, UNDECIDED, language_of
from briefing.model import Analysis, Article, Claim, Spans
from briefing.records import dataclass

__all__ = ["AttributionsComponent", "Said", "briefing_actors", "briefing_attributions", "briefing_certainty"]


@dataclass(frozen=True)
class Said:
    """Who said what, in words of the document; each role in text order, the source empty if nobody is named."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class AttributionsComponent:
    """Sets `doc._.analysis` to the findings in the document; each line of its text counts as a paragraph."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        for name, getter in (("attributions", said), ("claims", _claims)):
            if not Doc.has_extension(name):
                Doc.set_extension(name, getter=getter)
        if not Doc.has_extension("analysis"):
            Doc.set_extension("analysis", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Analyse a document that is tagged and parsed, with entities."""
        language = language_of(doc.text)
        if language in (ENGLISH, UNDECIDED):
            doc._.analysis = self._pipeline.analysis_of(doc, Article(doc.text, ()), language)
        else:
            doc._.analysis = Analysis(ENGINE, language, (), (), note=NOT_ENGLISH)
        return doc


@Language.factory(
    "briefing_attributions",
    assigns=["doc._.analysis", "doc._.attributions", "doc._.claims"],
    requires=["token.tag", "token.dep", "token.lemma", "doc.ents"],
)
def briefing_attributions(nlp: Language, name: str) -> AttributionsComponent:
    """The factory of the component; loads lexicon and weights.

    `doc._.analysis` holds the findings with offsets in code points, `doc._.claims` its claims, `doc._.attributions`
    the same as spans of the document (`Said`).
    """
    heads = shipped_heads()
    encoder = shipped_encoder(heads.projection if heads is not None else None)
    return AttributionsComponent(Pipeline(LanguageModel(nlp), Lexicon.load(), ENGINE, encoder, heads))


def said(doc: Doc) -> tuple[Said, ...]:
    """Each hop of each claim of an analysed document as spans of its tokens."""
    return tuple(
        Said(_words(doc, hop.source), _words(doc, hop.cue), _words(doc, claim.content))
        for claim in _claims(doc)
        for hop in claim.attributions
    )


def _claims(doc: Doc) -> tuple[Claim, ...]:
    analysis: Analysis | None = doc._.analysis
    return analysis.claims if analysis is not None else ()


def _words(doc: Doc, spans: Spans) -> tuple[Span, ...]:
    found = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
    return tuple(words for words in found if words is not None)
