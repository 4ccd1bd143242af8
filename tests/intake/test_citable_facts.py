"""Bylines name somebody, days can be, titles are titles: what is missing is better than what is wrong."""

import time
from datetime import date

import pytest

from briefing.intake import read_bytes
from briefing.intake.citable_facts import byline_of, day_of, is_closing, is_page_footer, title_of
from briefing.model import BlockKind, Origin

STORY = (
    "The harbour board said on Monday that it had never been told of the rotten piles below the pier, now closed. " * 2
)


@pytest.mark.parametrize(
    ("found", "names"),
    [
        ("Laura Jung", "Laura Jung"),
        ("By Laura Jung July 7, 2024", "Laura Jung"),
        ("Laura Jung July 7", "Laura Jung"),
        ("July 7, 2024 By Laura Jung", "Laura Jung"),
        ("Laura Jung, 7 July 2024, 10:15", "Laura Jung"),
        ("Laura Jung | Updated 2024-07-07T10:00:00Z", "Laura Jung"),
        ("Laura Jung, 2 hours ago", "Laura Jung"),
        ("by By Laura Jung", "Laura Jung"),
        ("Written by: Laura Jung and Bo Chan", "Laura Jung and Bo Chan"),
        ("Interview by Laura Jung", "Laura Jung"),
        ("Analysis by Laura Jung and Bo Chan", "Laura Jung and Bo Chan"),
        ("Laura Jung, Staff Writer, Staff Writer", "Laura Jung"),
        ("Staff Writer Laura Jung", "Laura Jung"),
        ("Laura Jung Laura Jung", "Laura Jung"),
        ("Laura Jung, Laura Jung", "Laura Jung"),
        ("Laura Jung <l.jung@coast.example>", "Laura Jung"),
        ("Laura Jung (@ljung)", "Laura Jung"),
        ("von Anna Müller", "Anna Müller"),
        ("Von Neumann", "Von Neumann"),
        ("Ann Lee, Bo Chan and Cy Dahl", "Ann Lee, Bo Chan and Cy Dahl"),
        ("Ministry of Trade, Industry and Energy", "Ministry of Trade, Industry and Energy"),
        ("Johnson & Johnson", "Johnson & Johnson"),
        ("Reuters Staff", "Reuters"),
        ("AFP", "AFP"),
        ("Channel 4 News", "Channel 4 News"),
        ("May Walker", "May Walker"),
        ("April Reed and June Smith", "April Reed and June Smith"),
        ("McKinsey", "McKinsey"),
        ("王小明", "王小明"),
        ("محمد علي", "محمد علي"),
    ],
)
def test_a_byline_is_the_names_in_it(found: str, names: str) -> None:
    assert byline_of(found) == names


@pytest.mark.parametrize(
    "found",
    [
        *("Username", "username", "admin", "Microsoft Office User", "Windows User", "jsmith", "JSmith", "lmueller2"),
        *(
            "CORP\\jsmith",
            "j.smith",
            "j.smith@corp.example",
            "{{author}}",
            "Acrobat Distiller 9.0",
            "Staff Writer",
            "By",
        ),
        *("July 7, 2024", "Monday", "https://coast.example/ann", "null", "", "Unknown", "python-docx", "12345", "by"),
    ],
)
def test_what_names_nobody_is_no_byline(found: str) -> None:
    assert byline_of(found) == ""


def test_a_message_may_be_of_an_address() -> None:
    assert byline_of("press@ministry.example", addresses=True) == "press@ministry.example"


@pytest.mark.parametrize(
    "found", ["2024-07-07", "2024-07-07T10:00:00+02:00", "1605-05-01", "2024", "2024-07", "2026-12-02"]
)
def test_a_day_that_can_be_stays_as_it_is(found: str) -> None:
    assert day_of(found, date(2026, 12, 1)) == found


@pytest.mark.parametrize(
    "found",
    [
        "0001-01-01",
        "0001-01-01T00:00:00Z",
        "1600-12-31",
        "2026-12-03",
        "9999-12-31",
        "2024-13-01",
        "2024-02-30",
        "1970-01-01",
    ],
)
def test_a_day_that_cannot_be_is_none(found: str) -> None:
    assert day_of(found, date(2026, 12, 1)) == ""


@pytest.mark.parametrize(
    "found",
    [
        *(
            "Microsoft Word - memo.doc",
            "Microsoft Word - Quarterly report",
            "untitled",
            "Untitled-1",
            "memo_final_v3.docx",
        ),
        *("report_final_v3", "PII0140673620", "Page 1", "Page 1 of 3", "(no subject)", "Best regards,", "{{title}}"),
    ],
)
def test_what_a_file_says_of_itself_may_be_no_title(found: str) -> None:
    assert title_of(found, of_file=True) == ""


@pytest.mark.parametrize(
    "found", ["1984", "COVID-19", "Who wrote README.md?", "Page one: how it began", "Regards from Kyiv"]
)
def test_a_title_stays_as_it_is(found: str) -> None:
    assert title_of(found, of_file=True) == found


@pytest.mark.parametrize("line", ["Page 1", "page 12 of 40", "Seite 3 von 9", "- 4 -", "3/12", "p. 7"])
def test_the_foot_of_a_page_is_told(line: str) -> None:
    assert is_page_footer(line)


@pytest.mark.parametrize("line", ["2024", "Page one", "Page 1 of the report says more", "24 hours"])
def test_words_are_no_foot_of_a_page(line: str) -> None:
    assert not is_page_footer(line)


def test_the_end_of_a_letter_is_told() -> None:
    assert is_closing("Best regards,")
    assert not is_closing("Best regards to all who came, she said.")


# In articles of all kinds


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_greetings_signatures_and_page_feet_are_no_headings_and_no_title(suffix: str) -> None:
    lines = [
        "Page 1",
        "Harbour letter",
        "Dear Ms Quill,",
        STORY,
        "Best regards",
        "Ann Lee",
        "Head of the Harbour Office",
        "Page 2",
    ]
    heads = {"Page 1", "Harbour letter", "Best regards", "Ann Lee", "Head of the Harbour Office", "Page 2"}
    shapes = {"txt": "{}\n\n", "md": "## {}\n\n", "html": "<h2>{}</h2>"}
    bodies = {"txt": "{}\n\n", "md": "{}\n\n", "html": "<p>{}</p>"}
    text = "".join((shapes if line in heads else bodies)[suffix].format(line) for line in lines)
    whole = f"<html><body><article>{text}</article></body></html>" if suffix == "html" else text
    article = read_bytes(whole.encode(), name=f"letter.{suffix}").article
    kinds = {block.span.of(article.text): block.kind for block in article.blocks}
    headings = [words for words, kind in kinds.items() if kind is BlockKind.HEADING]
    assert headings == ["Harbour letter"]
    assert article.title == "Harbour letter"
    assert {kinds.get(words, BlockKind.BOILERPLATE) for words in ("Page 1", "Page 2")} == {BlockKind.BOILERPLATE}


PAGE = """<html lang="en"><head><title>Board denies that it knew</title>{head}</head>
<body><article><h1>Board denies that it knew</h1>{body}</article></body></html>"""


def _page(head: str = "", body: str = "") -> Origin:
    page = PAGE.format(head=head, body=f"{body}<p>{STORY}</p><p>{STORY}</p>")
    return read_bytes(page.encode(), name="page.html").article.origin


def test_a_byline_of_a_page_has_no_date_in_it() -> None:
    assert _page(body='<p class="author">By Laura Jung July 7, 2024</p>').byline == "Laura Jung"


def test_a_placeholder_does_not_hide_who_wrote_it() -> None:
    found = _page(head='<meta name="author" content="Username">', body="<p>By Erin Cunning</p>")
    assert found.byline == "Erin Cunning"


def test_an_impossible_date_of_the_markup_does_not_hide_the_right_one() -> None:
    head = '<meta property="article:published_time" content="0001-01-01T00:00:00Z">'
    assert _page(head).published == ""
    right = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2024-07-07"}</script>'
    assert _page(head + right).published == "2024-07-07"


@pytest.mark.parametrize(
    "dated", ["— Ada Brandt (@adabrandt) June 3, 2024", '<a href="#"><time datetime="2024-06-03">June 3</time></a>']
)
def test_the_date_of_a_post_within_is_not_that_of_the_article(dated: str) -> None:
    post = f'<blockquote class="twitter-tweet"><p>We were never told.</p>{dated}</blockquote>'
    assert _page(body=f"<p>{STORY}</p>{post}").published == ""


def test_endless_facts_are_looked_at_in_time() -> None:
    endless = "9" * 300_000
    begun = time.process_time()
    page = f"<html><head><title>{endless}</title><meta name=author content='{endless}'></head><body><h1>{endless}</h1>"
    read_bytes(f"{page}<article><p>{STORY}</p></article></body></html>".encode(), "a.html")
    assert title_of(endless + "x") == title_of(endless + "y")
    # Looked at whole, they took minutes.
    assert time.process_time() - begun < 10
