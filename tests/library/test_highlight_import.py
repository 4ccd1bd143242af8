"""Highlights made elsewhere go to the work that they are from, or are kept as excerpts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.intake import Opened, read_bytes
from briefing.library import Library, open_library, queries
from briefing.library.highlight_import import kept_with_notes
from briefing.library.written_remarks import with_remarks_in_text
from briefing.model import Markup

TEXT = "The Pier\n\nThe board denies it. Nobody told us, said its chairwoman. It was closed in May, all the same."
CLIPPINGS = """The Pier! (Jeff Lange)
- Your Highlight on page 12 | Location 180-182 | Added on Monday, June 3, 2024 10:00:00 AM

Nobody told us, said its chairwoman.
==========
The Pier! (Jeff Lange)
- Your Note on page 12 | Location 182 | Added on Monday, June 3, 2024 10:01:00 AM

check this
==========
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "library")


def keep(library: Library, opened: Opened) -> tuple[int, bool]:
    kept, new = kept_with_notes(library, opened.article, opened.original, opened.annotations)
    return kept.id, new


def test_excerpts_are_kept_with_their_notes(library: Library) -> None:
    number, new = keep(library, read_bytes(CLIPPINGS.encode(), "My Clippings.txt"))
    assert new
    (note,) = library.ask(queries.AnnotationsOn(number))
    text = library.ask(queries.WholeArticle(number)).text
    assert (note.anchor.span.of(text), note.note) == ("Nobody told us, said its chairwoman.", "check this")
    assert library.ask(queries.ListedArticle(number)).annotations == 1
    library.close()


def test_new_highlights_find_their_words_in_excerpts_that_an_earlier_version_kept(library: Library) -> None:
    opened = read_bytes(CLIPPINGS.encode(), "My Clippings.txt")
    earlier = replace(with_remarks_in_text(opened.article), markup=Markup())
    number, _ = keep(library, replace(opened, article=earlier, annotations=()))
    assert keep(library, opened) == (number, False)
    (note,) = library.ask(queries.AnnotationsOn(number))
    text = library.ask(queries.WholeArticle(number)).text
    assert "[Highlights from Kindle" in text
    assert (note.anchor.span.of(text), note.note) == ("Nobody told us, said its chairwoman.", "check this")
    library.close()


def test_highlights_go_to_the_work_with_their_title(library: Library) -> None:
    work, _ = keep(library, read_bytes(TEXT.encode(), "pier.txt"))
    for _ in range(2):
        assert keep(library, read_bytes(CLIPPINGS.encode(), "My Clippings.txt")) == (work, False)
    (note,) = library.ask(queries.AnnotationsOn(work))
    text = library.ask(queries.WholeArticle(work)).text
    assert (note.anchor.span.of(text), note.note) == ("Nobody told us, said its chairwoman.", "check this")
    assert library.ask(queries.ArticleCount()) == 1
    library.close()


def test_a_work_of_the_same_title_without_the_words_is_another(library: Library) -> None:
    work, _ = keep(library, read_bytes(b"The Pier\n\nSomething else was said of it, by somebody.", "pier.txt"))
    number, new = keep(library, read_bytes(CLIPPINGS.encode(), "My Clippings.txt"))
    assert new
    assert number != work
    library.close()


def test_annotations_go_to_the_page_with_their_address(library: Library) -> None:
    work, _ = keep(library, read_bytes(TEXT.encode(), "", "https://www.news.example/pier/"))
    address = "https://news.example/pier"
    quote = {"type": "TextQuoteSelector", "exact": "denies", "prefix": "The board ", "suffix": " it."}
    marked = {"id": "a", "uri": address, "text": "why", "target": [{"source": address, "selector": [quote]}]}
    whole = {"id": "b", "uri": address, "text": "all of it", "target": [{"source": address}]}
    rows = json.dumps({"rows": [marked, whole]})
    assert keep(library, read_bytes(rows.encode(), "notes.json")) == (work, False)
    text = library.ask(queries.WholeArticle(work)).text
    found = {(note.anchor.span.of(text), note.note) for note in library.ask(queries.AnnotationsOn(work))}
    assert found == {("denies", "why"), ("The Pier", "all of it")}
    library.close()
