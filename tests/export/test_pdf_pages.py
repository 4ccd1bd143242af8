"""Long briefs break well: no heading alone at the foot of a page, no words cut off, heads of tables on each page."""

import io
from dataclasses import replace

import pikepdf
import psutil
import pypdfium2
import pytest
from briefs_for_trial import MADE
from pypdfium2 import PdfDocument

from briefing.export.pdf_writer import render
from briefing.export.template_sections import TEMPLATES
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Brief,
    BriefArticle,
    BriefPart,
    BriefPiece,
    Certainty,
    Claim,
    Evidence,
    LineKind,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)

MILLIMETRE = 72 / 25.4
SPEAKERS = ("Ada Quill", "Per Lund", "Ruth Okafor", "Ivo Marin")
SAID = "{name} said that the pier number {number} would be mended {when}."
WHEN = ("in May", "before the winter storms come in from the north and close the mouth of the harbour again", "soon")
SECTION = "What was said at meeting {number}"


def long_article(paragraphs: int) -> BriefArticle:
    """An article of sections and paragraphs; every sentence holds a claim, and every third claim a note."""
    text, blocks, claims, notes = "", [], [], []
    spoken: dict[str, list[Span]] = {name: [] for name in SPEAKERS}
    for number in range(paragraphs):
        if number % 4 == 0:
            heading = SECTION.format(number=number)
            blocks.append(Block(BlockKind.HEADING, Span(len(text), len(text) + len(heading)), 2))
            text += f"{heading}\n"
        start = len(text)
        for at, name in enumerate(SPEAKERS[: 1 + number % 4]):
            sentence = SAID.format(name=name, number=number * 10 + at, when=WHEN[(number + at) % 3])
            begun = len(text)
            text += f"{sentence} "
            spoken[name].append(Span(begun, begun + len(name)))
            claims.append((name, begun, Span(begun + sentence.index("the pier"), begun + len(sentence) - 1)))
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text) - 1)))
        text += "\n"
    actors = tuple(
        Actor(f"a{at}", name, ActorKind.PERSON, (name,), tuple(spoken[name])) for at, name in enumerate(SPEAKERS)
    )
    for at, (_, _, content) in enumerate(claims):
        if at % 3 == 0:
            notes.append(Annotation(f"n{at}", anchor(text, content), MADE, MADE, at % 8 + 1, "Ask *again*.\n\n- now"))
    found = tuple(_claim(at, *one) for at, one in enumerate(claims))
    article = Article(text, tuple(blocks), Origin("Piers", "R. Penn", "Coast Daily", "2026-01-01", "en"))
    return BriefArticle(article, Analysis("trial 1", "en", actors, found), tuple(notes), read=MADE)


def _claim(at: int, name: str, begun: int, content: Span) -> Claim:
    source = Span(begun, begun + len(name))
    said = Attribution(
        (source,), (Span(source.end + 1, source.end + 5),), (f"a{SPEAKERS.index(name)}",), SourceKind.PERSON
    )
    why = Evidence((source,), "claimed", f"So far this is the word of {name} alone.")
    return Claim(
        f"c{at}",
        (content,),
        (said,),
        Voice.INDIRECT,
        Certainty.CERTAIN,
        Polarity.POSITIVE,
        list(Status)[at % len(Status)],
        (why,) * (1 + at % 3),
    )


@pytest.fixture(scope="module", params=[(name, paper) for name in TEMPLATES for paper in ("a4", "letter")], ids=str)
def printed(request: pytest.FixtureRequest) -> tuple[str, PdfDocument]:
    template, paper = request.param
    brief = Brief("Piers", (long_article(36),), MADE, "Ann Reader", template=template, paper=paper)
    return template, PdfDocument(render(brief).data)


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed):
    _, document = printed
    for item in document.get_toc():
        destination = item.get_dest()
        _, (_, top, *_) = destination.get_view()
        page = document[destination.get_index()]
        foot = 22 * MILLIMETRE
        assert top - 20 > foot
        below = page.get_textpage().get_text_bounded(bottom=foot, top=top - 20).strip()
        assert below, f"{item.get_title()} is the last on page {destination.get_index() + 1}"


def test_all_words_stand_on_the_paper(printed):
    _, document = printed
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            assert 0 < left <= right < width
            assert 0 < bottom <= top < height


def test_every_page_has_its_number_and_the_brief_its_running_head(printed):
    _, document = printed
    pages = [page.get_textpage().get_text_range() for page in document]
    assert all(f"{number} of {len(pages)}" in words for number, words in enumerate(pages, start=1))
    assert all(words.count("Piers") >= 1 for words in pages[1:])


def test_no_page_but_the_last_is_nearly_empty(printed):
    _, document = printed
    for page in list(document)[1:-1]:
        _, height = page.get_size()
        rects = page.get_textpage()
        lowest = min(
            rects.get_rect(number)[1]
            for number in range(rects.count_rects())
            if rects.get_rect(number)[1] > 22 * MILLIMETRE
        )
        assert lowest < height * 0.6


def test_the_head_of_the_ledger_comes_again_on_each_page_and_no_row_is_parted():
    brief = Brief("Piers", (long_article(36),), MADE, template="ledger")
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(render(brief).data)]
    tables = [words for words in pages if "the word of" in words]
    assert len(tables) > 3
    assert all("No. Status Source Claim Why" in " ".join(words.split()) for words in tables)
    claims = brief.articles[0].analysis.claims
    text = brief.articles[0].article.text
    flat = [" ".join(words.split()) for words in tables]
    assert all(any(one.content[0].of(text) in words for words in flat) for one in claims)


def test_a_long_brief_has_contents_whose_lines_lead_to_their_pages():
    pdf = render(Brief("Piers", (long_article(36),), MADE, template="annotated")).data
    document = PdfDocument(pdf)
    words = " ".join(document[0].get_textpage().get_text_range().split())
    assert "Contents How confirmed it is" in words
    with pikepdf.open(io.BytesIO(pdf)) as file:
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        wide = [note for note in file.pages[0].Annots if note.Rect[2] - note.Rect[0] > 100 * MILLIMETRE]
        led = [numbers[_target(note).objgen] for note in wide]
    told = [item.get_dest().get_index() for item in document.get_toc() if item.level == 0]
    assert led == told
    titles = [item.get_title() for item in document.get_toc() if item.level == 0]
    assert titles == ["How confirmed it is", "The article", "Claims", "Reader’s notes", "Legend"]
    within = [item.get_title() for item in document.get_toc() if item.level == 1]
    assert within == [SECTION.format(number=number) for number in range(0, 36, 4)]


def _target(note: pikepdf.Object) -> pikepdf.Object:
    """The page to which a link leads."""
    return (note.Dest if "/Dest" in note else note.A.D)[0]


def test_several_articles_have_contents_and_bookmarks_by_article():
    entry = long_article(3)
    other = replace(entry, article=replace(entry.article, origin=replace(entry.article.origin, title="Other piers")))
    document = PdfDocument(render(Brief("Both", (entry, other), MADE)).data)
    assert [item.get_title() for item in document.get_toc() if item.level == 0] == ["Piers", "Other piers", "Legend"]
    contents = " ".join(document[0].get_textpage().get_text_range().split())
    assert contents.index("Contents") < contents.index("Piers .") < contents.index("Other piers")


def test_a_short_brief_has_no_contents():
    document = pypdfium2.PdfDocument(render(Brief("Piers", (long_article(2),), MADE)).data)
    assert "Contents" not in document[0].get_textpage().get_text_range()


def test_setting_a_brief_again_and_again_takes_no_more_memory():
    brief = Brief("Piers", (long_article(36),), MADE)
    for number in range(3):
        render(replace(brief, title=f"Warm {number}"))
    before = psutil.Process().memory_info().rss
    for number in range(6):
        render(replace(brief, title=f"Again {number}"))
    assert psutil.Process().memory_info().rss - before < 60 * 2**20


def test_a_source_is_told_at_the_foot_of_the_page_that_cites_it_first():
    entry = long_article(9)
    entries = [
        replace(entry, article=replace(entry.article, origin=replace(entry.article.origin, title=f"Piers {name}")))
        for name in "ABCDEFGH"
    ]
    pieces = tuple(
        BriefPiece(f"{place}{claim.id}", LineKind.CLAIM, place, claim.id, text="So they say." * (at % 2))
        for place in range(len(entries))
        for at, claim in enumerate(entry.analysis.claims[: 3 + place])
    )
    brief = Brief("All", tuple(entries), MADE, parts=(BriefPart("Said", pieces),))
    document = PdfDocument(render(brief).data)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    for name in "ABCDEFGH":
        cited = next(number for number, words in enumerate(pages) if f"From: Piers {name}" in words)
        assert f"R. Penn, “Piers {name}”, Coast Daily" in pages[cited]


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_no_item_of_a_list_stands_alone_on_a_page(lines: int) -> None:
    text, blocks = "", []
    said = [(BlockKind.PARAGRAPH, f"Line {number} of the text.") for number in range(lines)]
    for kind, words in (*said, *((BlockKind.ITEM, f"Item {letter}") for letter in "ABC")):
        blocks.append(Block(kind, Span(len(text), len(text) + len(words)), 1 if kind is BlockKind.ITEM else 0))
        text += f"{words}\n"
    article = Article(text, tuple(blocks), Origin("A list", language="en"))
    document = pypdfium2.PdfDocument(render(Brief("A list", (BriefArticle(article),), MADE)).data)
    held = [page.get_textpage().get_text_bounded().count("Item ") for page in document]
    assert 1 not in held
