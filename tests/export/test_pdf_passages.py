"""A passage is found on the pages of a PDF where it surely stands, over several pages too; in doubt nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import typst

from briefing.export.pdf_passages import Passages
from briefing.export.pdf_text_map import PrintedLetters
from briefing.model import Span

FOOT = "Brackwater Courier, printed in the old customs house on the quay"


@contextmanager
def passages_in(source: str, text: str) -> Iterator[Passages]:
    """The passages of a text on the pages that Typst sets of a source."""
    document = pypdfium2.PdfDocument(typst.compile(source.encode(), format="pdf"))
    try:
        yield Passages(text, PrintedLetters(document))
    finally:
        document.close()


def pages_of(source: str, text: str, words: str) -> list[int]:
    """The pages, from 0, on which lines of the words are found."""
    start = text.index(words)
    with passages_in(source, text) as passages:
        return [page for page, _ in passages.lines(Span(start, start + len(words)))]


def on_pages(*parts: str) -> str:
    """Each part on a page of its own, above the same foot."""
    return "#pagebreak()\n".join(f"{part}\n\n#v(1fr)\n{FOOT}\n\n" for part in parts)


def test_a_short_word_that_stands_twice_in_the_same_words_is_drawn_nowhere() -> None:
    line = "The board met. "
    assert pages_of(line * 2, line, "met") == []


def test_a_short_word_that_stands_twice_is_found_by_what_is_around_it() -> None:
    text = "The island board met on Monday. The harbour board met on Friday."
    assert pages_of(f"{text}\n", text, "met on Friday") == [0]


def test_the_whole_of_a_short_text_is_found_though_hardly_anything_is_around_it() -> None:
    assert pages_of("Ferry ends", "Ferry ends", "ends") == [0]


def test_a_passage_over_three_pages_is_found_on_each_of_them_without_their_feet() -> None:
    parts = (
        "The council said that the ferry would sail again in the spring of the coming year,",
        "that the quay would be paid for by the county and by nobody else on the island,",
        "and that the harbour master had been told of all of it in a letter of the mayor.",
    )
    assert pages_of(on_pages(*parts), " ".join(parts), " ".join(parts)) == [0, 1, 2]


def test_a_passage_whose_rest_stands_twice_on_the_next_page_is_drawn_nowhere() -> None:
    begin, rest = "The council said that the ferry would sail again in the spring", "of the year."
    source = on_pages(begin, f"{rest} Nothing came {rest}")
    assert pages_of(source, f"{begin} {rest}", f"{begin} {rest}") == []


def test_a_passage_of_which_only_the_begin_is_printed_is_drawn_nowhere() -> None:
    begin = "The council said that the ferry would sail again in the spring"
    text = f"{begin} and that the fares would double."
    assert pages_of(on_pages(begin, "Other words altogether."), text, text) == []


def test_a_passage_without_letters_is_nowhere() -> None:
    assert pages_of("One \\u{2013} two", "One – two", "–") == []
