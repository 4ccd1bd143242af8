"""Title, byline and day of an article stand once in a brief: at its head, with the marks that lie on them."""

import io
import re
from dataclasses import replace
from itertools import pairwise

import docx
import pikepdf
import pypdfium2
import pytest
from briefs_for_trial import HEADING, MADE, trial_brief

from briefing.export import docx_writer, html_writer, markdown_writer, pdf_writer
from briefing.export.told_blocks import told_blocks
from briefing.model import Annotation, Article, Block, BlockKind, Brief, Origin, Span, anchor

LINES = (
    (BlockKind.BOILERPLATE, "Home News"),
    (BlockKind.HEADING, "Bridge to close"),
    (BlockKind.BOILERPLATE, "By Ana Ruiz"),
    (BlockKind.BOILERPLATE, "Published 12 May 2026"),
    (BlockKind.PARAGRAPH, "Ana Ruiz saw it close."),
    (BlockKind.HEADING, "Bridge to close"),
    (BlockKind.BOILERPLATE, "By Ana Ruiz"),
)
TEXT = "\n".join(words for _, words in LINES)


def article(byline: str = "Ana Ruiz", published: str = "2026-05-12T08:00:00Z") -> Article:
    blocks, at = [], 0
    for kind, words in LINES:
        blocks.append(Block(kind, Span(at, at + len(words)), 1 if kind is BlockKind.HEADING else 0))
        at += len(words) + 1
    return Article(TEXT, tuple(blocks), Origin("Bridge to close", byline, "Herald", published, "en"))


def brief(*annotations: Annotation) -> Brief:
    entry = replace(trial_brief().articles[0], article=article(), analysis=None, judgements=(), annotations=annotations)
    return Brief("Bridge to close", (entry,), MADE)


def words_of_pdf(of: Brief) -> str:
    document = pypdfium2.PdfDocument(pdf_writer.render(of).data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", "\n")


def words_of_docx(of: Brief) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(docx_writer.render(of).data)).paragraphs)


def words_of_html(of: Brief) -> str:
    page = html_writer.render(of).data.decode()
    return re.sub("<[^>]+>", "", page[page.index("<body>") :])


def words_of_markdown(of: Brief) -> str:
    return markdown_writer.render(of).data.decode()


FORMATS = pytest.mark.parametrize("words_of", [words_of_pdf, words_of_docx, words_of_html, words_of_markdown])


def test_only_what_stands_before_the_text_is_taken_for_title_byline_and_day():
    assert told_blocks(article()) == {1: "title", 2: "byline", 3: "byline"}


def test_another_byline_and_another_day_are_said_again():
    assert told_blocks(article(byline="Per Lund", published="2026-05-13")) == {1: "title"}


@FORMATS
def test_title_and_byline_stand_once_at_the_head_and_what_comes_later_stays(words_of):
    words = words_of(brief())
    # Once at the head, and once further down where the article itself says it again.
    assert len(re.findall(r"(?m)^\W*Bridge to close$", words)) == 2
    assert words.count("Ana Ruiz") == 3
    assert words.count("12 May 2026") == 1
    assert "Home News" in words


@FORMATS
def test_a_byline_that_the_reader_marked_is_shown_where_it_stands(words_of):
    start = TEXT.index("By Ana Ruiz")
    note = Annotation("n", anchor(TEXT, Span(start, start + 11)), MADE, MADE, 1, "Who is she?")
    assert re.search(r"(?m)^By Ana Ruiz.{0,3}$", words_of(brief(note)))


@FORMATS
def test_marks_on_the_title_are_kept_at_the_head(words_of):
    given = trial_brief()
    note = Annotation("n", anchor(given.articles[0].article.text, Span(0, 7)), MADE, MADE, 1, "Which one?")
    marked = replace(given, articles=(replace(given.articles[0], annotations=(note,)),))
    assert "Which one?" in words_of(marked)
    assert re.search(r"Harbour(?:n?1)? will reopen", words_of(marked))


@FORMATS
def test_classification_shares_and_legend_are_told_in_each_format(words_of):
    words = words_of(replace(trial_brief(), classification="For internal use"))
    for told in ("How confirmed it is", "Legend", "Another source denies or contradicts it"):
        assert told in words


def test_a_word_document_says_on_each_page_who_may_read_it():
    document = docx.Document(io.BytesIO(docx_writer.render(replace(brief(), classification="Internal")).data))
    assert document.sections[0].header.paragraphs[0].text == "Internal"


@pytest.mark.parametrize("template", ["annotated", "audit"])
def test_no_level_of_headings_is_left_out(template):
    given = replace(trial_brief(), template=template)
    page = html_writer.render(given).data.decode()
    marks = re.findall(r"(?m)^(#+) ", markdown_writer.render(given).data.decode())
    styles = (one.style.name for one in docx.Document(io.BytesIO(docx_writer.render(given).data)).paragraphs)
    for levels in (
        [int(level) for level in re.findall(r"<h(\d)", page)],
        [len(mark) for mark in marks],
        [0, *(int(style[-1]) for style in styles if style.startswith("Heading"))],
    ):
        assert all(below <= above + 1 for above, below in pairwise(levels))


@FORMATS
def test_how_a_brief_was_made_stands_at_its_end(words_of):
    words = words_of(trial_brief())
    assert words.index("Legend") < words.index("trial 1")
    assert words.count("trial 1") == 1


@pytest.mark.parametrize(("words_of", "told"), [(words_of_pdf, 6), (words_of_docx, 4), (words_of_html, 6)])
def test_the_title_of_each_of_several_articles_stands_once_with_its_marks(words_of, told):
    given = trial_brief()
    (entry,) = given.articles
    claim = replace(entry.analysis.claims[0], id="c0", content=(Span(0, len(HEADING)),), evidence=(), links=())
    analysis = replace(entry.analysis, claims=(claim, *entry.analysis.claims))
    marked = replace(entry, analysis=analysis, judgements=(), annotations=())
    words = words_of(replace(given, title="Two ports", articles=(marked, marked)))
    # Each is told as a heading, as a claim, which Word has in a table, and with how the brief was made.
    assert words.count(HEADING) == told


def test_contents_and_bookmarks_have_the_words_of_a_marked_title_alone():
    given = trial_brief()
    (entry,) = given.articles
    claim = replace(entry.analysis.claims[0], id="c0", content=(Span(0, 7),), evidence=(), links=())
    marked = replace(entry, analysis=replace(entry.analysis, claims=(claim, *entry.analysis.claims)))
    data = pdf_writer.render(replace(given, title="Many ports", articles=(marked,) * 9)).data
    with pikepdf.open(io.BytesIO(data)) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root if item.title != "Legend"] == [HEADING] * 9
    first = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert len(re.findall(rf"(?m)^{HEADING}\W*\d+\W*$", first)) == 9
