"""A PDF document to an article: its words in reading order, without what nobody sees, and on which page they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.intake_errors import NotAnArticle, TooLarge, UnreadableFile, legible
from briefing.intake.line_hyphens import LineJoiner
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.pdf_columns import in_reading_order
from briefing.intake.pdf_line_numbers import without_line_numbers
from briefing.intake.pdf_lines import Line, Row, rows_of
from briefing.intake.pdf_margins import marked, parted, without_notes
from briefing.intake.pdf_overprints import without_overprints
from briefing.intake.pdf_paragraphs import joined_passage, passages
from briefing.intake.pdf_pictures import PlacedPicture, is_scan, places_on, shown_on, with_pictures, without_repeated
from briefing.intake.pdf_tables import tables_in
from briefing.intake.pdf_words import PageWords, page_of, words_of
from briefing.intake.text_decoder import collapsed
from briefing.model import Article, BlockKind, Locator, Origin
from briefing.model.message import Message
from briefing.records import dataclass

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2000
_DOTS = 200
"""To an inch, in which scanned pages are looked at."""
_LONGEST_SIDE = 4000
_FEWEST_WORDS = 20
"""Letters of a document below which its pages are taken for pictures."""
_UNMAPPED = 0.3
"""Share of a page's words whose letters the file does not tell from which on the page cannot be read."""


@dataclass(frozen=True, slots=True)
class _Document:
    """What is read of a document.

    Attributes:
        pages: the words of each page.
        pictured: numbers, from 1, of the pages that are pictures without text.
        labels: what the document calls its pages, "" where it does not say.
        facts: what it says of itself.
        pictures: on each page.
        unshown: numbers, from 1, of pages with pictures that are too many.
    """

    pages: list[PageWords]
    pictured: list[int]
    labels: list[str]
    facts: Origin
    pictures: Sequence[Sequence[PlacedPicture]] = ()
    unshown: Sequence[int] = ()


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a PDF document.

    Raises:
        UnreadableFile: if it is damaged or needs a password.
        TooLarge: if it has too many pages.
        NotAnArticle: if its pages are pictures (scanned), empty, or of letters that cannot be told.
    """
    document = _document(data, name)
    letters = [sum(len(word.text) for word in page.words) for page in document.pages]
    if sum(letters) < _FEWEST_WORDS:
        return _recognised(data, name, address, document)
    untold = [page.number + 1 for page in document.pages if page.unmapped > _UNMAPPED]
    if sum(letters[number - 1] for number in untold) > sum(letters) / 2:
        from briefing.intake import text_recognition

        if text_recognition.is_installed():
            return _recognised(data, name, address, document)
        raise NotAnArticle(
            name,
            Message.of("pdf.fonts", name=legible(name), how=text_recognition.HOW_TO_ADD),
        )
    found, pictured = _with_scans(data, name, document, frozenset(untold))
    found += _word_on(pictured, untold, document)
    return article_of_passages(found, name, address, MEDIA_TYPE, document.facts)


def _with_scans(data: bytes, name: str, document: _Document, untold: frozenset[int]) -> tuple[list[Passage], list[int]]:
    """The passages of a document with scanned pages recognised, if that can be, and the numbers of the rest."""
    from briefing.intake import text_recognition

    if not document.pictured or not text_recognition.is_installed():
        return list(_passages(document, untold)), document.pictured

    read: dict[int, PageWords] = {}

    def passages_of(found: list[PageWords], _labels: list[str]) -> Iterator[Passage]:
        read.update((page.number, page) for page in found if page.words)
        yield from _passages(replace(document, pages=[read.get(page.number, page) for page in document.pages]), untold)

    pictures = _pictures(data, name, document.pictured)
    recognised = text_recognition.recognised(pictures, document.labels, passages_of, document.pictured)
    if not read:
        return list(_passages(document, untold)), document.pictured
    return list(recognised.passages), [number for number in document.pictured if number - 1 not in read]


def passages_of_words(pages: list[PageWords], labels: list[str]) -> Iterator[Passage]:
    """The passages on pages of which the words and their places are known."""
    yield from _passages(_Document(pages, [], labels, Origin()), frozenset())


def _recognised(data: bytes, name: str, address: str, document: _Document) -> Article:
    """The article on pages that are pictures, if the words in them can be recognised."""
    from briefing.intake import text_recognition

    if not text_recognition.is_installed():
        raise NotAnArticle(
            name,
            Message.of("pdf.pictures", name=legible(name), how=text_recognition.HOW_TO_ADD),
        )
    found = text_recognition.recognised(_pictures(data, name), document.labels, passages_of_words)
    if not found.passages:
        raise NotAnArticle(name, Message.of("pdf.no_words", name=legible(name)))
    return article_of_passages(found.passages, name, address, MEDIA_TYPE, document.facts)


def _pictures(data: bytes, name: str, wanted: Sequence[int] = ()) -> Iterator[tuple[int, Any, float]]:
    """Each page as a picture, with its dots to a point; of those that are wanted, by their numbers, if any are."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            if wanted and number + 1 not in wanted:
                continue
            page = document[number]
            scale = min(_DOTS / 72, _LONGEST_SIDE / max(*page.get_size(), 1))
            picture = page.render(scale=scale).to_pil()
            page.close()
            yield number, picture, scale
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(name, Message.of("pdf.damaged_page", name=legible(name))) from fault
    finally:
        document.close()


def _word_on(pictured: list[int], untold: list[int], document: _Document) -> Iterator[Passage]:
    """Remarks that name the pages of which nothing could be read, so that nobody takes the text for the whole."""
    empty = [number for number in pictured if not document.pages[number - 1].words]
    little = [number for number in pictured if number not in empty]
    if empty:
        yield remark(Message.of("remark.no_text", pages=_told(empty)))
    if little:
        yield remark(Message.of("remark.little_text", pages=_told(little)))
    if document.unshown:
        yield remark(Message.of("remark.unshown_pages", pages=_told(document.unshown)))
    if untold:
        yield remark(Message.of("remark.fonts", pages=_told(untold)))


def _told(pages: Iterable[int]) -> str:
    """Numbers of pages, those of three or more in a row by the first and the last."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] + 1 == page:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _document(data: bytes, name: str) -> _Document:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = "assword" in str(fault)
        raise UnreadableFile(
            name,
            Message.of("intake.password", name=legible(name))
            if locked
            else Message.of("pdf.damaged", name=legible(name)),
        ) from fault
    try:
        if len(document) > MOST_PAGES:
            raise TooLarge(name, Message.of("pdf.too_long", name=legible(name), n=len(document), most=MOST_PAGES))
        pages: list[PageWords] = []
        pictured: list[int] = []
        places = []
        for number in range(len(document)):
            page = page_of(document, number)
            pages.append(words_of(page, number))
            if is_scan(page, pages[-1]):
                pictured.append(number + 1)
            places.append(places_on(page, pages[-1]) if number + 1 not in pictured else ())
            page.close()
        pictures, unshown = shown_on(document, pages, without_repeated(places))
        labels = [document.get_page_label(number) for number in range(len(document))]
        found = document.get_metadata_dict()
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(name, Message.of("pdf.damaged_page", name=legible(name))) from fault
    finally:
        document.close()
    # The date in the metadata is that of the file's making, not of the article: it is left alone.
    facts = Origin(title=collapsed(found.get("Title", "")), byline=collapsed(found.get("Author", "")))
    return _Document(pages, pictured, labels, facts, pictures, unshown)


def _passages(document: _Document, untold: frozenset[int]) -> Iterator[Passage]:
    """The passages of a document, without the signs on pages, by their numbers, whose letters cannot be told."""
    legible = [[] if page.number + 1 in untold else page.words for page in document.pages]
    bare = [
        without_overprints(rows_of(held, page.is_turned)) for held, page in zip(legible, document.pages, strict=True)
    ]
    numbered = without_line_numbers([rows for rows, _ in bare])
    printed = [_lines(rows, page) for rows, page in zip(numbered, document.pages, strict=True)]
    margins = parted(printed)
    pages = []
    # Heads and feet run across columns, and so are taken out before these are looked for.
    for rows, lines, within, page in zip(numbered, printed, margins.pages, document.pages, strict=True):
        inner = set(map(id, within))
        kept = [row for row, line in zip(rows, lines, strict=True) if id(line) in inner]
        ordered = in_reading_order(kept)
        read = within if _is_as_before(ordered, kept) else _lines(ordered, page)
        pages.append([line for line in _with_tables(ordered, read, page) if line.words])
    text, notes = without_notes(pages)
    joiner = LineJoiner(line.words for page in pages for line in page)

    def locator(page: int) -> Locator:
        label = collapsed(document.labels[page]) or margins.numbers.get(page, "")
        return Locator(0, page + 1, "" if label == str(page + 1) else label[:40])

    yield from (joined_passage(BlockKind.BOILERPLATE, [line], joiner, locator) for line in margins.heads)
    shown, behind = with_pictures(text, document.pictures, [page.is_turned for page in document.pages])
    yield from passages(shown, joiner, locator)
    if behind:
        yield Passage(BlockKind.PARAGRAPH, "", markup=PassageMarkup(pictures=behind))
    for note in notes:
        passage = joined_passage(BlockKind.PARAGRAPH, note, joiner, locator)
        yield Passage(passage.kind, marked(passage.words), locators=passage.locators)
    yield from (joined_passage(BlockKind.BOILERPLATE, [line], joiner, locator) for line in margins.feet)
    told: set[str] = set()
    for page, (_, across) in zip(document.pages, bare, strict=True):
        for words in map(collapsed, (*page.aside, *across)):
            if words and words not in told:
                told.add(words)
                yield Passage(BlockKind.BOILERPLATE, words, locators=(locator(page.number),))


def _lines(rows: list[Row], page: PageWords) -> list[Line]:
    return [row.line(page.number, page.height) for row in rows]


def _with_tables(rows: list[Row], lines: list[Line], page: PageWords) -> Iterator[Line]:
    """The lines of a page, those of the rows in a table joined to one for each row of the table."""
    at = 0
    if not page.turn and not page.is_turned:
        for number, table in enumerate(tables_in(rows, page.rules, page.number, page.height)):
            yield from lines[at : table.start]
            yield from (replace(line, table=number) for line in table.lines)
            at = table.end
    yield from lines[at:]


def _is_as_before(ordered: list[Row], rows: list[Row]) -> bool:
    """Whether the rows of a page stay in their order, and in one column."""
    return ordered is rows and not any(row.column for row in rows)
