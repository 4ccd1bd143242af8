"""Paragraphs, headings and boilerplate of plain text, by how its lines stand."""

import pytest
from article_parts import lines_of

from briefing.intake import read_bytes
from briefing.model import BlockKind

LONG = (
    "The council voted on Tuesday to close the old bridge for a year, and the engineer who had warned of it for a "
    "decade said that nobody should be surprised by a decision so late and so dear."
)


def blocks_of(text: str) -> list[tuple[str, str]]:
    return lines_of(read_bytes(text.encode(), "a.txt").article)


def test_blank_lines_part_paragraphs() -> None:
    assert blocks_of(f"{LONG}\n\n{LONG}") == [("paragraph", LONG), ("paragraph", LONG)]


def test_each_long_line_is_a_paragraph_of_its_own() -> None:
    assert blocks_of(f"{LONG}\n{LONG}\n{LONG}") == [("paragraph", LONG)] * 3


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The council voted on Tuesday to close the old bridge for a year, and\n"
        "the engineer who had warned of it for a decade said that nobody\n"
        "should be surprised.\n\nA second paragraph stands below the first one and is wrapped by\nhand too."
    )
    assert [kind for kind, _ in blocks_of(wrapped)] == ["paragraph", "paragraph"]
    assert "\n" not in blocks_of(wrapped)[0][1]


def test_the_first_short_line_is_the_title_and_later_ones_are_sections() -> None:
    article = read_bytes(f"Bridge to Close\n\n{LONG}\n\nWhat It Costs\n\n{LONG}".encode(), "a.txt").article
    assert [block.level for block in article.blocks] == [1, 0, 2, 0]
    assert article.title == "Bridge to Close"


@pytest.mark.parametrize("title", ["Who pays for the bridge?", "Close it!", "Bridge to Close"])
def test_a_title_may_ask_or_call_and_a_date_below_it_is_none(title: str) -> None:
    article = read_bytes(f"{title}\n\nWednesday, 8 May 2024\n\n{LONG}\n\n{LONG}".encode(), "a.txt").article
    assert (article.title, article.origin.published) == (title, "2024-05-08")
    assert [block.kind for block in article.blocks if block.level == 1] == [BlockKind.HEADING]


def test_a_date_above_all_else_is_not_the_title() -> None:
    article = read_bytes(f"Wednesday, 8 May 2024\n\nBridge to Close\n\n{LONG}".encode(), "a.txt").article
    assert article.title == "Bridge to Close"


@pytest.mark.parametrize(
    "line",
    ["LEEDS, March 4 (Reuters)", "PARIS (AP)", "NEW YORK, Nov. 12, 2030", "BRUSSELS, 12 May (Nordwire) —"],
)
def test_a_dateline_on_a_line_of_its_own_heads_nothing(line: str) -> None:
    assert blocks_of(f"Bridge to Close\n\n{line}\n\n{LONG}")[1] == ("paragraph", line)


@pytest.mark.parametrize("line", ["WHAT IT COSTS", "THE BILL, AND WHO PAYS", "Leeds (Yorkshire)", "PART 2"])
def test_a_section_in_capitals_is_no_dateline(line: str) -> None:
    assert blocks_of(f"Bridge to Close\n\n{LONG}\n\n{line}\n\n{LONG}")[2] == ("heading", line)


def test_lines_with_dashes_or_numbers_are_items() -> None:
    assert [kind for kind, _ in blocks_of(f"{LONG}\n\n- the bridge\n- the road\n\n{LONG}")] == [
        "paragraph", "item", "item", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Advertisement", "Share this article", "Read more: The road that was never built"])
def test_a_line_between_paragraphs_that_sells_or_links_is_boilerplate(line: str) -> None:
    assert blocks_of(f"{LONG}\n\n{line}\n\n{LONG}")[1] == ("boilerplate", line)


def test_a_real_paragraph_that_speaks_of_cookies_or_tags_stays() -> None:
    paragraph = (
        "Tags on cattle were found in the river, the vet said, and nobody had reported a missing herd that year."
    )
    assert blocks_of(f"{LONG}\n\n{paragraph}\n\n{LONG}")[1] == ("paragraph", paragraph)


def test_related_articles_above_more_of_the_article_do_not_end_it() -> None:
    kinds = [kind for kind, _ in blocks_of(f"{LONG}\n\nRelated articles\n\nA road too far\n\n{LONG}")]
    assert kinds[-1] == BlockKind.PARAGRAPH.value


def test_byline_and_date_are_found_on_top() -> None:
    article = read_bytes(
        f"Bridge to Close\n\nBy Ann Lee and Bo Chan\n\nMarch 4, 2025\n\nNORSUND (Example Wire) - {LONG}".encode(),
        "a.txt",
    ).article
    origin = article.origin
    assert (origin.byline, origin.published, origin.outlet) == ("Ann Lee and Bo Chan", "2025-03-04", "Example Wire")


def test_a_title_that_begins_like_a_byline_stays_the_title() -> None:
    text = (
        "By Monday Morning Everything Had Changed\n\nThe council met again, the mayor said, and nobody had been told."
    )
    article = read_bytes(text.encode(), "a.txt").article
    assert (article.title, article.origin.byline) == ("By Monday Morning Everything Had Changed", "")


def test_a_text_that_is_nothing_but_a_line_like_a_copyright_is_read() -> None:
    words = "© and so the council said on Monday in a letter to the mayor of the town, which was read aloud."
    article = read_bytes(words.encode(), "a.txt").article
    assert [block.analysed for block in article.blocks] == [True]


@pytest.mark.parametrize("phrase", ["Comments", "Topics", "Related", "See also", "Recommended"])
def test_a_phrase_that_ends_articles_does_not_grey_half_of_one(phrase: str) -> None:
    above = "The consultation ran from 3 March to 2 May. 212 replies were received."
    below = "The fishermen's union said that the draft would cost a fifth.\n\nThe port authority denied this."
    assert [words for kind, words in blocks_of(f"{above}\n\n{phrase}\n\n{below}") if kind == "boilerplate"] == [phrase]
    teasers = "Pier closes\n\nPier opens again, as some say."
    kinds = [kind for kind, _ in blocks_of(f"{LONG} {LONG}\n\n{phrase}\n\n{teasers}")]
    assert kinds == ["paragraph", "boilerplate", "boilerplate", "boilerplate"]
