"""A brief that the reader composed: chosen lines in the reader's order, in every format."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from briefs_for_trial import trial_brief
from docx import Document
from lxml import html

from briefing.export import FORMATS, export_brief
from briefing.export.brief_view import sheet
from briefing.export.template_sections import TEMPLATES
from briefing.model import Brief, BriefPart, BriefPiece, LineKind
from briefing.model.catalogue import in_english


@pytest.fixture
def brief() -> Brief:
    """Two claims in the order that their article does not have, a note, own words, and a line without a source."""
    stake = (
        BriefPiece("t", LineKind.TEXT, text="Nobody named a **date**."),
        BriefPiece("l1", LineKind.CLAIM, 0, claim_id="c2", text="Ask the union."),
        BriefPiece("l2", LineKind.CLAIM, 0, claim_id="c1"),
    )
    rest = (BriefPiece("l3", LineKind.ANNOTATION, 0, annotation_id="n"), BriefPiece("g", LineKind.CLAIM))
    return replace(
        trial_brief(),
        title="The harbour",
        parts=(BriefPart("At stake", stake), BriefPart("Notes", rest)),
        date="2026-03-01",
    )


def _in_order(text: str, *words: str) -> bool:
    """Whether each stands behind the one before; a claim may be quoted earlier, where another denies it."""
    at = 0
    for word in words:
        at = text.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


ORDER = (
    "At stake",
    "Nobody named a",
    "any date had been set",
    "Ask the union",
    "the harbour would reopen in May",
    "Notes",
    "Ask for the minutes",
    "Sources",
)


def test_claims_keep_the_numbers_of_their_article_and_links_follow(brief: Brief) -> None:
    lines = [line for part in sheet(brief)["parts"] for line in part["lines"]]
    claims = [line["claim"] for line in lines if "claim" in line]
    assert [claim["number"] for claim in claims] == [2, 1]
    assert [[link["number"] for link in claim["links"]] for claim in claims] == [[1], [2]]


def test_what_is_not_in_the_brief_takes_no_number_of_what_is(brief: Brief) -> None:
    (entry,) = brief.articles
    assert entry.analysis
    whole = entry.numbered()
    only = replace(whole, analysis=replace(entry.analysis, claims=entry.analysis.claims[1:]))
    lone = replace(
        brief, articles=(only,), parts=(BriefPart("", (BriefPiece("l1", LineKind.CLAIM, 0, claim_id="c2"),)),)
    )
    assert [claim["number"] for claim in sheet(lone)["articles"][0]["claims"]] == [2]
    assert sheet(lone)["parts"][0]["lines"][0]["claim"]["number"] == 2


TWICE = (
    BriefPiece("l1", LineKind.CLAIM, 0, claim_id="c2"),
    BriefPiece("l2", LineKind.ARTICLE, 0),
    BriefPiece("l3", LineKind.CLAIM, 0, claim_id="c2", text="Once more."),
    BriefPiece("l4", LineKind.ANNOTATION, 0, annotation_id="n"),
    BriefPiece("l5", LineKind.ARTICLE, 0),
    BriefPiece("l6", LineKind.ANNOTATION, 0, annotation_id="n"),
)
"""An article, a claim of it and a note on it, each of them twice."""


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("format_name", sorted(FORMATS))
def test_the_same_article_claim_and_note_stand_in_a_brief_twice(
    brief: Brief, tmp_path: Path, format_name: str, template: str
) -> None:
    composed = replace(brief, parts=(BriefPart("First", TWICE[:3]), BriefPart("Then", TWICE[3:])), template=template)
    assert export_brief(composed, tmp_path / "b", format_name) == []
    if format_name == "html":
        names = html.fromstring((tmp_path / "b").read_bytes()).xpath("//@id")
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("format_name", sorted(FORMATS))
def test_a_brief_of_the_same_article_twice_is_written(tmp_path: Path, format_name: str) -> None:
    one = trial_brief()
    assert export_brief(replace(one, articles=one.articles * 2), tmp_path / "b", format_name) == []


@pytest.mark.parametrize("format_name", ["bib", "csl", "jsonld", "schema"])
def test_a_source_is_cited_once_however_often_it_is_shown(format_name: str) -> None:
    one = trial_brief()
    assert FORMATS[format_name].render(replace(one, articles=one.articles * 2)) == FORMATS[format_name].render(one)


def test_links_of_claims_lead_to_where_the_other_claim_stands_first(brief: Brief) -> None:
    lines = (BriefPiece("l1", LineKind.ARTICLE, 0), *(replace(one, line_id=f"m{one.line_id}") for one in TWICE[:2]))
    page = html.fromstring(FORMATS["html"].render(replace(brief, parts=(BriefPart("", lines),))).data)
    links = [link[1:] for link in page.xpath("//a[starts-with(@href, '#')]/@href")]
    assert links
    assert set(links) <= set(page.xpath("//@id"))


def test_a_line_without_a_source_is_left_out_and_told(brief: Brief, tmp_path: Path) -> None:
    assert sum(len(part["lines"]) for part in sheet(brief)["parts"]) == 4
    warnings = export_brief(brief, tmp_path / "b.md", "md")
    assert list(map(in_english, warnings)) == ["A line is left out: its source is not in the library any more."]


def test_the_pdf_reads_in_the_readers_order_with_sections_as_bookmarks(brief: Brief) -> None:
    with pypdfium2.PdfDocument(FORMATS["pdf"].render(brief).data) as pages:
        text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
        bookmarks = [entry.get_title() for entry in pages.get_toc()]
    assert _in_order(text, *ORDER)
    assert "1 March 2026" in text
    assert {"At stake", "Notes", "Sources"} <= set(bookmarks)


def test_the_web_page_and_markdown_read_in_the_readers_order(brief: Brief) -> None:
    page = html.fromstring(FORMATS["html"].render(brief).data)
    assert _in_order(page.text_content(), *ORDER)
    assert page.xpath("//strong")[0].text == "date"
    assert _in_order(FORMATS["md"].render(brief).data.decode(), *ORDER)


def test_word_holds_the_chosen_claims_with_comments(brief: Brief) -> None:
    document = Document(io.BytesIO(FORMATS["docx"].render(brief).data))
    assert _in_order("\n".join(paragraph.text for paragraph in document.paragraphs), *ORDER)
    assert len(list(document.comments)) == 2


def test_tables_hold_what_was_chosen(brief: Brief) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].render(brief).data.decode("utf-8-sig"))))
    assert len(rows) == 3
