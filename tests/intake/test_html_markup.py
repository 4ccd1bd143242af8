"""What a web page shows beside its words: links, emphasis, struck-out words, numbers of lists, tables, pictures."""

import base64
import io

import pytest
from article_parts import inlines_of
from PIL import Image

from briefing.intake import read_bytes
from briefing.model import Article, BlockKind

TITLE = "Harbour board denies that it knew of the piles"
FIRST = "<p>The harbour board said on Monday that it had never been told of the rotten piles below the east pier.</p>"
LAST = "<p>Tom Veil, whose company owns the pier, denied this and said that the board had the survey since January.</p>"


def page(body: str, head: str = "") -> Article:
    whole = (
        f"<html lang='en'><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{FIRST}{body}{LAST}"
    )
    return read_bytes(f"{whole}</article></body></html>".encode(), "page.html", "https://paper.example/a/pier").article


def png(width: int = 120, height: int = 80, colour: str = "navy") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return target.getvalue()


def data_uri(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def test_emphasis_and_struck_out_words_are_told_where_they_stand() -> None:
    found = page(
        "<p>The company <s>lost</s> <ins>made</ins> 4 million euros, and its chief <del>resigned</del> "
        "<em>stayed</em> in <b>office <i>for now</i></b>, the bank said on Friday <strike>night</strike> "
        "<span style='text-decoration: line-through red'>morning</span> in front of the whole town hall.</p>"
    )
    assert inlines_of(found) == [
        ("struck", "lost", ""),
        ("struck", "resigned", ""),
        ("emphasis", "stayed", ""),
        ("strong", "office for now", ""),
        ("emphasis", "for now", ""),
        ("struck", "night morning", ""),
    ]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://bank.example/report", "https://bank.example/report"),
        ("/b/report?x=1&amp;y=2", "https://paper.example/b/report?x=1&y=2"),
        ("mailto:ada@board.example", "mailto:ada@board.example"),
        ("#note-1", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://" + "x" * 3000, ""),
        ("http://[", ""),
    ],
)
def test_a_link_leads_where_the_page_says_if_that_can_be_opened(link: str, address: str) -> None:
    found = page(f"<p>The board had been told of the piles by the bank in <a href='{link}'>a report</a> of May.</p>")
    assert [entry for entry in inlines_of(found) if entry[0] == "link"] == (
        [("link", "a report", address)] if address else []
    )


def test_links_are_meant_against_the_address_that_the_page_names() -> None:
    found = page(
        "<p>The board had been told of the piles by the bank in <a href='report'>a report</a> of last May.</p>",
        "<base href='https://other.example/x/'>",
    )
    assert inlines_of(found) == [("link", "a report", "https://other.example/x/report")]


def test_white_space_at_the_edges_of_marked_words_is_theirs_no_more_than_in_a_browser() -> None:
    found = page(
        "<p>The board <em> never </em>\n  <strong>\nknew </strong>of the rotten piles, it says, or so it says.</p>"
    )
    assert "The board never knew of the rotten piles" in found.text
    assert inlines_of(found) == [("emphasis", "never", ""), ("strong", "knew", "")]


def test_raised_letters_are_told_and_raised_figures_stay_signs() -> None:
    found = page(
        "<p>On the 4<sup>th</sup> the board sold 10<sup>6</sup> shares of H<sub>2</sub>O Ltd, the bank said.</p>"
    )
    assert "10⁶ shares" in found.text
    assert inlines_of(found) == [("superscript", "th", ""), ("subscript", "2", "")]


def test_items_have_the_numbers_that_the_page_shows() -> None:
    found = page(
        "<ol><li>It was never told of the piles;</li><li>it asked for the survey:<ul><li>in May;</li></ul></li></ol>"
        "<ol type='a' start='3'><li>first it said so;</li><li value='9'>then it did not;</li><li>last it did.</li></ol>"
        "<ol reversed type='I'><li>The board asked.</li><li>Nobody answered.</li></ol>"
        "<ul style='list-style: none'><li>Nothing stands before this item.</li></ul>"
    )
    items = [block for block in found.blocks if block.kind is BlockKind.ITEM]
    marks = [found.markup.marker_at(block.span.start) for block in items]
    assert [mark.text if mark else None for mark in marks] == [
        "1.", "2.", "", "c.", "i.", "j.", "II.", "I.", None,
    ]  # fmt: skip
    assert [block.level for block in items][:3] == [1, 1, 2]


def test_the_second_paragraph_of_an_item_has_no_number_of_its_own() -> None:
    found = page("<ol><li><p>The board was never told.</p><p>It says so still.</p></li><li><p>It asked.</p></li></ol>")
    items = [block for block in found.blocks if block.kind is BlockKind.ITEM]
    assert [bool(found.markup.marker_at(block.span.start)) for block in items] == [True, False, True]


def test_a_table_has_its_cells_and_the_text_keeps_their_words_in_order() -> None:
    found = page(
        "<table><caption>Votes of the board</caption><tr><th>Member</th><th colspan=2>Votes</th></tr>"
        "<tr><td rowspan=2>Brandt</td><td>Yes</td><td>No</td></tr><tr><td></td><td>No, <em>twice</em></td></tr></table>"
    )
    (table,) = found.markup.tables
    cells = [(cell.span.of(found.text), cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]
    assert cells == [
        ("Member", 0, 0, 1, 1),
        ("Votes", 0, 1, 1, 2),
        ("Brandt", 1, 0, 2, 1),
        ("Yes", 1, 1, 1, 1),
        ("No", 1, 2, 1, 1),
        ("No, twice", 2, 2, 1, 1),
    ]
    assert [cell.header for cell in table.cells] == [True, True, False, False, False, False]
    assert "Member | Votes\n\nBrandt | Yes | No" in found.text
    assert ("emphasis", "twice", "") in inlines_of(found)


def test_a_cell_may_have_several_paragraphs() -> None:
    found = page(
        "<table><tr><th>Board</th><th>Company</th></tr>"
        "<tr><td><p>We never knew.</p><p>Nobody told us.</p></td><td>It knew.</td></tr></table>"
    )
    (table,) = found.markup.tables
    assert [cell.span.of(found.text) for cell in table.cells][2:] == ["We never knew.\n\nNobody told us.", "It knew."]


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td><h2>The board</h2>{FIRST}</td><td>{LAST}</td></tr><tr><td>{FIRST}</td><td>x</td></tr></table>",
        "<table role='presentation'><tr><td>The board was told.</td><td>So it says.</td></tr>"
        "<tr><td>The company knew.</td><td>So it says.</td></tr></table>",
        "<table><tr><td>The board was never told of the piles, it says.</td></tr><tr><td>It asked.</td></tr></table>",
    ],
    ids=["columns of text", "said to be none", "one column"],
)
def test_what_only_arranges_the_page_is_no_table(table: str) -> None:
    assert page(table).markup.tables == ()


def test_a_picture_that_the_page_holds_stands_above_its_caption() -> None:
    found = page(
        f"<figure><img src='{data_uri(png())}' alt='The east pier'><figcaption>The pier in May. Photo: Bo Dahl"
        "</figcaption></figure>"
    )
    (figure,) = found.markup.figures
    assert figure.caption is not None
    assert figure.caption.of(found.text) == "The pier in May. Photo: Bo Dahl"
    assert (figure.at, figure.width, figure.height) == (figure.caption.start, 120, 80)
    assert figure.description == "The east pier"
    assert Image.open(io.BytesIO(found.pictures[0])).size == (120, 80)


def test_a_picture_without_a_caption_stands_where_the_page_shows_it() -> None:
    found = page(
        f"<p><img src='{data_uri(png())}'></p><p>The survey was paid for by the court, a spokeswoman said.</p>"
    )
    (figure,) = found.markup.figures
    assert found.text[figure.at :].startswith("The survey was paid")


def test_a_picture_below_all_words_stands_at_the_end() -> None:
    data = f"<html><body><article><h1>{TITLE}</h1>{FIRST}{LAST}<img src='{data_uri(png())}'></article></body></html>"
    found = read_bytes(data.encode(), "page.html").article
    (figure,) = found.markup.figures
    assert figure.at == len(found.text)


@pytest.mark.parametrize(
    "source",
    [
        "https://paper.example/pier.png",
        "pier.png",
        "file:///tmp/pier.png",
        "held:0",
        data_uri(b"no picture at all"),
        data_uri(png(8, 8)),
        "data:image/svg+xml;base64," + base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode(),
    ],
)
def test_what_the_page_does_not_hold_or_is_no_picture_is_not_shown(source: str) -> None:
    found = page(f"<p><img src='{source}'></p>")
    assert found.markup.figures == ()
    assert found.pictures == ()


def test_pictures_of_other_articles_are_not_shown() -> None:
    teaser = f"<aside><img src='{data_uri(png())}'><a href='/x'>Another pier</a></aside>"
    data = f"<html><body><article><h1>{TITLE}</h1>{FIRST}{LAST}</article>{teaser}</body></html>"
    assert read_bytes(data.encode(), "page.html").article.markup.figures == ()


def test_the_same_picture_twice_is_kept_once() -> None:
    twice = f"<p><img src='{data_uri(png())}'></p>" * 2
    found = page(twice)
    assert len(found.markup.figures) == 2
    assert len(found.pictures) == 1


def test_a_page_of_megabytes_of_pictures_is_read_quickly_and_whole() -> None:
    noise = io.BytesIO()
    Image.effect_noise((1200, 1200), 90).save(noise, "PNG")
    found = page(f"<figure><img src='{data_uri(noise.getvalue())}'></figure>" * 8)
    assert len(found.markup.figures) == 8
    assert found.text.endswith("since January.")


def test_lines_that_different_speakers_say_are_turns() -> None:
    found = page(
        "<p>ADA BRANDT: Nobody told us.<br>TOM VEIL: That is not true.<br>ADA BRANDT: Show me the receipt.<br>"
        "TOM VEIL: The court will see it.</p>"
    )
    speakers = [(turn.speaker, turn.label.of(found.text)) for turn in found.markup.turns]
    assert speakers == [("ADA BRANDT", "ADA BRANDT:"), ("TOM VEIL", "TOM VEIL:")] * 2
    assert "Nobody told us.\n\nTOM VEIL: That is not true." in found.text


def test_lines_that_are_said_by_nobody_stay_one_paragraph() -> None:
    found = page("<p>The board of the harbour<br>met on Friday: it was<br>told nothing by the company at all.</p>")
    assert "The board of the harbour met on Friday: it was told nothing" in found.text
    assert found.markup.turns == ()


def test_marks_lie_within_their_blocks() -> None:
    found = page("<p><em>One paragraph<p>and another <b>that never ends<p>of the page</em> that goes on and on.</p>")
    blocks = [block.span for block in found.blocks]
    assert found.markup.inlines
    assert all(any(block.contains(one.span) for block in blocks) for one in found.markup.inlines)
