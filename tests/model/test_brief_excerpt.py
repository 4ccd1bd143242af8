"""A long brief has a beginning that is soon set; a short one needs none."""

from datetime import UTC, datetime

from briefing.model import Article, Block, BlockKind, Brief, BriefArticle, Origin, Span
from briefing.model.brief_excerpt import BLOCKS, beginning


def _brief(blocks: int) -> Brief:
    text = "Word " * blocks
    held = tuple(Block(BlockKind.PARAGRAPH, Span(5 * number, 5 * number + 4)) for number in range(blocks))
    article = Article(text, held, Origin("Words"))
    return Brief("Words", (BriefArticle(article), BriefArticle(article)), datetime(2026, 1, 1, tzinfo=UTC))


def test_a_short_brief_has_none() -> None:
    assert beginning(_brief(BLOCKS)) is None


def test_a_long_brief_begins_with_the_first_of_its_first_article() -> None:
    begun = beginning(_brief(3 * BLOCKS))
    assert begun
    (entry,) = begun.articles
    assert entry.article.blocks == _brief(3 * BLOCKS).articles[0].article.blocks[:BLOCKS]
