"""Highlights made elsewhere: an article of the excerpts for each work, with what was noted on them."""

import json

import pytest
from article_parts import lines_of

from briefing.intake import Feed, IntakeFailure, OffersArticles, Opened, read_bytes
from briefing.model.catalogue import in_english
from briefing.model.citation import place_label


def noted(opened: Opened) -> list[tuple[str, str, tuple[str, ...]]]:
    text = opened.article.text
    return [(one.anchor.span.of(text), one.note, one.tags) for one in opened.annotations]


def offered(data: str, name: str) -> Feed:
    with pytest.raises(OffersArticles) as caught:
        read_bytes(data.encode(), name)
    return caught.value.feed


KINDLE = """\ufeffThe Pier (Lange, Jeff)
- Your Highlight on page 12 | Location 180-182 | Added on Monday, June 3, 2024 10:00:00 AM

Nobody told us, said its chairwoman.
==========
The Pier (Lange, Jeff)
- Your Note on page 12 | Location 182 | Added on Monday, June 3, 2024 10:01:00 AM

check this
==========
The Pier (Lange, Jeff)
- Your Bookmark on page 13 | Location 190 | Added on Monday, June 3, 2024 10:02:00 AM


==========
"""
GERMAN = """Das Dock
- Ihre Markierung bei Position 7-8 | Hinzugefügt am Montag, 3. Juni 2024 10:00:00

Niemand wusste davon.
==========
Das Dock
- Ihre Notiz bei Position 99 | Hinzugefügt am Montag, 3. Juni 2024 10:05:00

nachsehen
==========
"""


def test_clippings_are_excerpts_with_their_notes() -> None:
    opened = read_bytes(KINDLE.replace("\n", "\r\n").encode(), "My Clippings.txt")
    assert lines_of(opened.article) == [
        ("heading", "The Pier"),
        ("remark", "Highlights from Kindle, without the text around them"),
        ("quotation", "Nobody told us, said its chairwoman."),
    ]
    assert noted(opened) == [("Nobody told us, said its chairwoman.", "check this", ())]
    assert opened.annotations[0].created.isoformat() == "2024-06-03T10:00:00+00:00"
    assert (opened.article.title, opened.article.origin.byline) == ("The Pier", "Jeff Lange")
    assert [place.name for place in opened.article.locators] == ["12"]


def test_the_clippings_of_each_book_are_offered() -> None:
    entries = offered(KINDLE + GERMAN, "My Clippings.txt").entries
    assert [(entry.title, entry.summary, entry.piece) for entry in entries] == [
        ("The Pier", "Jeff Lange", 0),
        ("Das Dock", "", 1),
    ]
    assert [in_english(entry.remark) for entry in entries] == ["One highlight", "2 highlights"]


def test_clippings_are_read_in_other_languages() -> None:
    opened = read_bytes(GERMAN.encode(), "Meine Clippings.txt")
    assert noted(opened) == [("Niemand wusste davon.", "", ()), ("Das Dock", "nachsehen", ())]


def test_a_book_without_pages_is_cited_by_its_locations_in_the_language_of_the_reader() -> None:
    article = read_bytes(GERMAN.encode(), "Meine Clippings.txt").article
    spans = [article.blocks[1].span]
    assert [place_label(article, spans, language) for language in ("en", "de")] == ["locations 7–8", "Position 7–8"]


def row(address: str, words: str, note: str = "", **more: object) -> dict[str, object]:
    selectors = [
        {"type": "RangeSelector"},
        {"type": "TextQuoteSelector", "exact": words, "prefix": "a ", "suffix": " b"},
    ]
    target = {"source": address, **({"selector": selectors} if words else {})}
    document = {"title": [f"Page {address[-1]}"]}
    made = "2024-06-03T10:00:00.123456+00:00"
    return {
        "id": words + note,
        "created": made,
        "uri": address,
        "text": note,
        "document": document,
        "target": [target],
        **more,
    }


def test_annotations_of_hypothesis_are_excerpts_with_notes_and_tags() -> None:
    rows = [
        row("https://news.example/a", "Nobody told us", "check this", tags=["pier"]),
        row("https://news.example/a", "", "on the whole page"),
    ]
    opened = read_bytes(json.dumps({"rows": rows, "total": 2}).encode(), "notes.json")
    assert lines_of(opened.article)[2:] == [("quotation", "Nobody told us")]
    assert noted(opened) == [("Nobody told us", "check this", ("pier",)), ("Page a", "on the whole page", ())]
    assert (opened.annotations[0].anchor.prefix, opened.article.origin.address) == ("a ", "https://news.example/a")


def test_the_annotations_of_each_page_are_offered() -> None:
    rows = [row("https://news.example/a", "One"), row("https://news.example/b", "Two")]
    entries = offered(json.dumps({"annotations": rows}), "notes.json").entries
    assert [(entry.title, entry.address) for entry in entries] == [
        ("Page a", "https://news.example/a"),
        ("Page b", "https://news.example/b"),
    ]


READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
    '"Nobody told us, said\nits ""chairwoman"".",Pier,Jeff Lange,,check this,yellow,"a, b",page,12,'
    "2024-06-03 10:00:00+00:00\n"
)


def test_highlights_of_readwise_are_excerpts_with_notes_and_tags() -> None:
    opened = read_bytes(READWISE.encode(), "readwise-data.csv")
    words = 'Nobody told us, said its "chairwoman".'
    assert noted(opened) == [(words, "check this", ("a", "b"))]
    assert (opened.article.title, opened.article.origin.byline) == ("Pier", "Jeff Lange")
    assert [place.name for place in opened.article.locators] == ["12"]


def test_a_highlight_is_known_again() -> None:
    first, second = (read_bytes(data.encode(), "a.txt") for data in (KINDLE, KINDLE))
    assert [one.id for one in first.annotations] == [one.id for one in second.annotations]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ('{"rows": [], "uri": 1, "target": 2}', "a.json"),
        ('{"rows": [{"uri": "x", "target": [', "a.json"),
        ("Highlight,Book Title\n,\n", "a.csv"),
    ],
)
def test_empty_and_damaged_files_are_told_of_in_a_sentence(data: str, name: str) -> None:
    with pytest.raises(IntakeFailure, match=rf"^“{name}” [^\n]+\.$"):
        read_bytes(data.encode(), name)
