"""From an article and its analysis to what stories need of it: statements and their vectors."""

from briefing.analysis.analyser import Analyser
from briefing.analysis.encoder.sentence_encoder import SentenceEncoder, shipped_sentence_encoder
from briefing.analysis.stories.story_article import StoryArticle
from briefing.model import Analysis, Article, LinkKind
from briefing.model.failure import Failure
from briefing.model.message import Message


class NoSentenceEncoder(Failure):
    """The program came without the weights by which it finds sentences that mean the same."""

    def __init__(self) -> None:
        super().__init__(Message("analysis.no_encoder"))


class StoryReader:
    """Reads statements; keeps the sentence encoder in memory (some 60 MB)."""

    def __init__(self, analyser: Analyser, encoder: SentenceEncoder) -> None:
        self._analyser = analyser
        self._encoder = encoder

    @classmethod
    def open(cls, analyser: Analyser) -> "StoryReader":
        """Load the sentence encoder that the program ships.

        Raises:
            NoSentenceEncoder: if it came without.
            DamagedWeights: if it is not what was shipped.
        """
        encoder = shipped_sentence_encoder()
        if encoder is None:
            raise NoSentenceEncoder
        return cls(analyser, encoder)

    def read(self, key: str, article: Article, analysis: Analysis) -> StoryArticle:
        """What stories need of an article, under the name `key`."""
        statements = self._analyser.statements(article, analysis)
        return StoryArticle(
            key=key,
            text=article.text,
            title=article.title,
            outlet=article.origin.outlet,
            published=article.origin.published,
            statements=statements,
            vectors=self._encoder.vectors([statement.said for statement in statements]),
            denials=tuple(
                (claim.id, link.to) for claim in analysis.claims for link in claim.links if link.kind is LinkKind.DENIES
            ),
        )
