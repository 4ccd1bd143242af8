"""What a page shows that was fetched again, beside the article that was kept of it."""

import pytest

from briefing.model import Article, Block, BlockKind, Span
from briefing.service.page_comparison import Seen, leads_elsewhere, seen_of

STORY = (
    "The council of Marl said on Monday that the old bridge will be closed for two years, because rust has eaten into "
    "its southern arch and nobody can tell how long it will hold. Engineers found the damage in spring."
)
MORE = "Shopkeepers told the council that half of them would not live through a second summer without customers."


def _article(*lines: str, around: tuple[str, ...] = ()) -> Article:
    text, blocks = "", []
    for kind, line in [(BlockKind.PARAGRAPH, one) for one in lines] + [(BlockKind.BOILERPLATE, one) for one in around]:
        blocks.append(Block(kind, Span(len(text), len(text) + len(line))))
        text += line + "\n"
    return Article(text, tuple(blocks))


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        (_article(STORY, around=("3 comments",)), _article(STORY, around=("9 comments", "A choir sang")), Seen.SAME),
        (_article(STORY, MORE), _article(STORY.replace("two years", "four years"), MORE), Seen.CHANGED),
        (_article(STORY), _article(STORY, MORE), Seen.CHANGED),
        (_article(STORY, MORE), _article(STORY), Seen.CHANGED),
        (_article(STORY, MORE), _article(STORY[:110], "Subscribe to continue reading."), Seen.WALLED),
        (_article(STORY, MORE), _article("Snow fell on the hills, and a choir sang in the old theatre."), Seen.ANOTHER),
    ],
)
def test_what_is_seen(before: Article, after: Article, seen: Seen) -> None:
    assert seen_of(before, after) is seen


@pytest.mark.parametrize(
    ("asked", "found", "elsewhere"),
    [
        ("http://news.example/a", "https://www.news.example/a/", False),
        ("https://news.example/a", "https://m.news.example/a", False),
        ("https://news.example/a", "https://news.example/", True),
        ("https://news.example/a", "https://news.example/b", True),
        ("https://news.example/a?id=1", "https://news.example/a?id=2", True),
        ("https://news.example/a", "https://other.example/a", True),
    ],
)
def test_an_address_leads_elsewhere_unless_it_is_but_written_otherwise(asked: str, found: str, elsewhere: bool) -> None:
    assert leads_elsewhere(asked, found) is elsewhere
