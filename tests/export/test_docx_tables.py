import io
from dataclasses import replace

import pytest
from briefs_for_trial import FIRST, article_brief, trial_brief
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from briefing.export.docx_writer import render
from briefing.model import Brief, BriefPart, BriefPiece, LineKind


def document_of(template: str) -> WordDocument:
    return Document(io.BytesIO(render(replace(trial_brief(), template=template)).data))


def headings(document: WordDocument) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name == "Heading 1"]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("annotated", ["How confirmed it is", "The article", "Claims", "Reader’s notes", "Legend"]),
        ("ledger", ["How confirmed it is", "Claims", "Reader’s notes", "Legend"]),
        ("who", ["How confirmed it is", "Ada Quill", "Port workers", "Reader’s notes", "Legend"]),
        (
            "timeline",
            ["How confirmed it is", "May 2026", "Without a date: what is so now", "Reader’s notes", "Legend"],
        ),
    ],
)
def test_each_template_has_its_own_parts(template, told):
    assert headings(document_of(template)) == told


def test_the_audit_tells_shares_origins_passages_questions_and_their_claims():
    document = document_of("audit")
    assert headings(document) == [
        "How confirmed it is",
        "Independent origins",
        "What rests on a single source",
        "Still to ask",
        "Claims by their numbers",
        "Reader’s notes",
        "Legend",
    ]
    shares, claims = document.tables
    assert [cell.text for cell in shares.rows[0].cells] == ["Status", "Claims", "Share"]
    assert [row.cells[2].text for row in claims.rows] == ["What", "any date had been set"]


def test_only_the_annotated_article_prints_its_text():
    assert any(FIRST in one.text for one in document_of("annotated").paragraphs)
    assert not any(FIRST in one.text for one in document_of("ledger").paragraphs)


def test_the_head_of_a_table_is_repeated_and_its_rows_stay_whole():
    table = document_of("ledger").tables[-1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])


def test_tables_have_hairlines_between_their_rows_and_no_grid():
    for table in (*document_of("ledger").tables, *document_of("audit").tables):
        lines = [line.tag.rpartition("}")[2] for line in table._tbl.tblPr.find(qn("w:tblBorders"))]
        assert lines == ["top", "bottom", "insideH"]
        assert table.style.name == "Normal Table"


def with_note(note: str) -> Brief:
    brief = trial_brief()
    (entry,) = brief.articles
    ((claim_id, word),) = entry.judgements
    return replace(brief, articles=(replace(entry, judgements=((claim_id, replace(word, note=note)),)),))


def test_notes_on_claims_stand_beside_them_also_where_comments_are_hidden():
    brief = replace(with_note("Ask for **both** letters."), template="ledger")
    table = Document(io.BytesIO(render(brief).data)).tables[-1]
    told = [one.text for one in table.rows[2].cells[3].paragraphs]
    assert told == [
        "Unclear",
        "The reader gave it this status.",
        "Briefing found “Claimed”: So far the word of Port workers alone.",
        "Denies claim 1, Ada Quill: “the harbour would reopen in May”",
        "Reader: Unclear, source C, information 3.",
        "Ask for both letters.",
    ]


def test_a_composed_brief_tells_them_below_the_claim():
    piece = BriefPiece("l1", LineKind.CLAIM, 0, "c2")
    brief = replace(with_note("Ask for both letters."), parts=(BriefPart("Port", (piece,)),))
    told = [one.text for one in Document(io.BytesIO(render(brief).data)).paragraphs]
    assert "Ask for both letters." in told
    assert "Reader: Unclear, source C, information 3." in told


def test_an_article_without_claims_has_nothing_to_audit():
    brief = replace(article_brief(FIRST), template="audit")
    document = Document(io.BytesIO(render(brief).data))
    assert "No claims were found, so there is nothing to audit." in [one.text for one in document.paragraphs]
