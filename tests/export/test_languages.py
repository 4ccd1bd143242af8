"""A brief says what it says itself in its own language, in every format."""

import csv
import io
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from briefs_for_trial import trial_brief
from docx import Document

from briefing.export import FORMATS
from briefing.export.template_sections import TEMPLATES
from briefing.model import Brief, Evidence, Figure, Markup
from briefing.model.catalogue import languages
from briefing.model.markup import Remark
from briefing.model.message import Message

GERMAN = replace(trial_brief(), language="de", title="")


def _text_of(name: str, template: str) -> str:
    return _told(name, replace(GERMAN, template=template))


def _told(name: str, brief: Brief) -> str:
    data = FORMATS[name].render(brief).data
    match name:
        case "pdf":
            with pypdfium2.PdfDocument(data) as pages:
                return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
        case "docx":
            paragraphs = Document(io.BytesIO(data)).paragraphs
            return "\n".join(one.text for one in (*paragraphs, *_cells(data)))
    return data.decode()


def _cells(data: bytes) -> list[Any]:
    return [cell for table in Document(io.BytesIO(data)).tables for row in table.rows for cell in row.cells]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", ["pdf", "html", "md", "docx"])
def test_headings_and_labels_are_german(name: str, template: str) -> None:
    told = " ".join(_text_of(name, template).split())
    assert "Umstritten" in told
    english = ("How confirmed", "Reader’s", "Briefing found", " through ", "Claims", "Made with", "made ")
    assert [words for words in english if words in told] == []


@pytest.mark.parametrize("name", ["pdf", "html", "md", "docx"])
def test_in_the_place_of_a_picture_that_is_gone_stands_what_it_shows_in_the_language_of_the_brief(name: str) -> None:
    (entry,) = trial_brief().articles
    figure = Figure(0, "ab" * 32, 300, 200, "A pier")
    article = replace(entry.article, markup=Markup(figures=(figure,)))
    brief = replace(GERMAN, articles=(replace(entry, article=article),))
    assert "[Bild: A pier" in _told(name, replace(brief, template="annotated")).replace("\\", "")


@pytest.mark.parametrize("name", ["pdf", "html", "md", "docx"])
def test_what_was_not_read_of_a_document_is_told_in_the_language_of_the_brief(name: str) -> None:
    (entry,) = trial_brief().articles
    remarks = (Remark(0, Message("remark.speaker_notes")), Remark(len(entry.article.text), Message("remark.tracked")))
    article = replace(entry.article, markup=Markup(remarks=remarks))
    brief = replace(GERMAN, articles=(replace(entry, article=article),), template="annotated")
    told = " ".join(_told(name, brief).replace("\\", "").split())
    assert "[Notizen zum Vortrag]" in told
    assert "[Dieses Dokument enthält nachverfolgte Änderungen" in told


@pytest.mark.parametrize("name", ["pdf", "html", "md", "docx", "csv"])
def test_a_reason_is_told_in_the_language_of_the_brief(name: str) -> None:
    (entry,) = GERMAN.articles
    assert entry.analysis
    claim = entry.analysis.claims[0]
    arguments = (("source", Message("source.nobody")), ("words", "it may be"))
    reasoned = replace(claim, evidence=(Evidence(claim.content, "claimed.alone", arguments=arguments),))
    analysis = replace(entry.analysis, claims=(reasoned, *entry.analysis.claims[1:]))
    brief = replace(GERMAN, articles=(replace(entry, analysis=analysis, judgements=()),), template="ledger")
    data = FORMATS[name].render(brief).data
    if name == "pdf":
        with pypdfium2.PdfDocument(data) as pages:
            told = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    elif name == "docx":
        told = "\n".join(cell.text for row in Document(io.BytesIO(data)).tables[-1].rows for cell in row.cells)
    else:
        told = data.decode()
    assert "das Wort von einer ungenannten Quelle" in " ".join(told.split())


def test_the_columns_of_a_table_have_german_heads() -> None:
    (head, *_) = csv.reader(io.StringIO(FORMATS["csv"].render(GERMAN).data.decode("utf-8-sig")))
    assert head[:3] == ["Artikel", "Nummer", "Quelle"]


def test_what_is_written_for_programs_is_the_same_in_every_language() -> None:
    for name in ("jsonld", "schema"):
        made = {FORMATS[name].render(replace(trial_brief(), language=language)).data for language in languages()}
        assert len(made) == 1


@pytest.mark.parametrize("name", ["html", "md", "docx"])
def test_another_language_takes_a_catalogue_and_nothing_else(name: str) -> None:
    data = FORMATS[name].render(replace(GERMAN, language="es", template="ledger")).data
    told = data.decode() if name != "docx" else "".join(cell.text for cell in _cells(data))
    assert "Discutido" in told
    assert "Umstritten" not in told
