"""The structure of a PDF, as a screen reader and a checker of PDF/UA see it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest
from briefs_for_trial import trial_brief

from briefing.export.pdf_writer import render
from briefing.export.template_sections import TEMPLATES
from briefing.model import Brief

NOTE = "1. *ask*\n2. wait\n\n- see [the register](https://x.example)\n\n> said"


def brief_of(template: str) -> Brief:
    return replace(trial_brief(note=NOTE), template=template, introduction="Read **this**.\n\n- first")


@pytest.fixture(params=TEMPLATES)
def document(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(render(brief_of(request.param)).data)) as opened:
        yield opened


def elements(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The elements of structure below one, in the order of reading."""
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def kids_of(element: pikepdf.Object) -> list[str]:
    kids = element.get("/K", [])
    listed = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [str(kid.S) for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def test_every_word_is_part_of_the_structure_or_an_artifact(document):
    for page in document.pages:
        open_marks: list[bool] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    named = len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
                    open_marks.append(named or str(operands[0]) == "/Artifact")
                case "EMC":
                    open_marks.pop()
                case "Tj" | "TJ" | "'" | '"':
                    assert any(open_marks)


def test_tables_have_heads_and_their_rows_cells(document):
    tables = [element for element in elements(document.Root.StructTreeRoot) if str(element.S) == "/Table"]
    assert tables
    for table in tables:
        assert kids_of(table)[0] == "/THead"
        inside = [str(element.S) for element in elements(table)]
        assert "/TH" in inside
        assert "/TD" in inside


def test_lists_have_items_with_labels_and_bodies(document):
    lists = [element for element in elements(document.Root.StructTreeRoot) if str(element.S) == "/L"]
    assert lists
    for one in lists:
        assert set(kids_of(one)) == {"/LI"}
        assert all({"/LBody"} <= set(kids_of(item)) for item in elements(one) if str(item.S) == "/LI")


def test_every_link_belongs_to_the_structure_and_says_where_it_leads(document):
    links = [note for page in document.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    for link in links:
        assert "/StructParent" in link
        assert str(link.get("/Contents", ""))
    assert any(str(link.get("/A", {}).get("/URI", "")) == "https://x.example" for link in links)


def test_the_reading_order_goes_from_the_title_to_the_legend(document):
    tags = [str(element.S) for element in elements(document.Root.StructTreeRoot)]
    assert tags.index("/Title" if "/Title" in tags else "/P") < tags.index("/H1")
    levels = [int(tag[2:]) for tag in tags if tag[:2] == "/H" and tag[2:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_page_has_its_tab_order_by_structure_where_it_has_links(document):
    for page in document.pages:
        if "/Annots" in page:
            assert str(page.get("/Tabs")) == "/S"


@pytest.mark.parametrize(("code", "told"), [("de", "de"), ("zh-Hant-TW", "zh-TW"), ("pt-BR", "pt-BR")])
def test_the_text_of_an_article_tells_its_language(code, told):
    brief = trial_brief()
    (entry,) = brief.articles
    origin = replace(entry.article.origin, language=code)
    foreign = replace(entry, article=replace(entry.article, origin=origin))
    with pikepdf.open(io.BytesIO(render(replace(brief, articles=(foreign,))).data)) as document:
        assert str(document.Root.Lang).startswith("en")
        said = {str(element.Lang) for element in elements(document.Root.StructTreeRoot) if "/Lang" in element}
    assert told in said


@pytest.mark.parametrize("code", ["", "x", "english", "EN", "de-", "12"])
def test_a_language_that_is_none_stops_nothing(code):
    brief = trial_brief()
    (entry,) = brief.articles
    odd = replace(entry, article=replace(entry.article, origin=replace(entry.article.origin, language=code)))
    assert render(replace(brief, articles=(odd,))).warnings == ()
