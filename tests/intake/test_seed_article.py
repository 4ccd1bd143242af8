"""The sample article is read as its answers say."""

from briefing.intake import read_file
from briefing.model import BlockKind
from briefing.resources import sample_article


def blocks_of(kind: BlockKind) -> list[str]:
    article = read_file(sample_article()).article
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


def test_its_title_is_the_headline() -> None:
    title = read_file(sample_article()).article.title
    assert title == "Trump Says Xi Agrees to Restart Rare Earth Exports as US-China Talks Set for June 9"


def test_its_three_section_headings_follow_the_title() -> None:
    assert blocks_of(BlockKind.HEADING)[1:] == [
        "Rare Earths Back on the Table",
        "Fragile Truce After Tensions Flare",
        "Mixed Signals for Markets",
    ]


def test_its_boilerplate_is_the_category_line_and_all_from_related_posts_on() -> None:
    article = read_file(sample_article()).article
    grey = [block.span for block in article.blocks if block.kind is BlockKind.BOILERPLATE]
    assert (grey[0].start, grey[0].end) == (0, 45)
    assert (grey[1].start, grey[-1].end) == (2854, 3034)
    assert all(block.span.end <= 2854 for block in article.blocks if block.kind is BlockKind.PARAGRAPH)


def test_all_of_its_characters_are_kept() -> None:
    opened = read_file(sample_article())
    assert opened.article.text == sample_article().read_text(encoding="utf-8").replace("\r\n", "\n")
    assert opened.original == sample_article().read_bytes()
