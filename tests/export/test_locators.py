"""A brief says on which page each claim and each note stands, in every format."""

import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from briefs_for_trial import trial_brief

from briefing.export import bibliography, csl, csv_writer, docx_writer, html_writer, linked_data, markdown_writer
from briefing.model import Brief, Locator


@pytest.fixture
def brief() -> Brief:
    """The brief of these tests, whose article stands on the pages 12 and 13."""
    found = trial_brief()
    middle = found.articles[0].analysis.claims[-1].start
    paged = [
        replace(entry, article=replace(entry.article, locators=(Locator(0, 1, "12"), Locator(middle, 2, "13"))))
        for entry in found.articles
    ]
    return replace(found, articles=tuple(paged))


@pytest.mark.parametrize("writer", [html_writer, markdown_writer, csv_writer], ids=["html", "markdown", "csv"])
def test_claims_tell_their_page(writer, brief: Brief) -> None:
    assert ", p. 12" in writer.render(brief).data.decode()
    assert ", p. 12" not in writer.render(trial_brief()).data.decode()


def test_notes_tell_their_page_in_word(brief: Brief) -> None:
    with zipfile.ZipFile(BytesIO(docx_writer.render(brief).data)) as packed:
        assert "(p. 1" in packed.read("word/document.xml").decode()


def test_sources_tell_the_pages_that_are_cited(brief: Brief) -> None:
    assert "  pages = {12--13}" in bibliography.render(brief).data.decode()
    (item,) = json.loads(csl.render(brief).data)
    assert (item["locator"], item["label"]) == ("12–13", "page")
    assert "locator" not in json.loads(csl.render(trial_brief()).data)[0]


def test_linked_data_names_the_page(brief: Brief) -> None:
    items = json.loads(linked_data.render(brief).data)["first"]["items"]
    selectors = [one for item in items for one in item["target"]["selector"] if one["type"] == "FragmentSelector"]
    assert {one["value"] for one in selectors} <= {"page=1", "page=2"}
    assert selectors
    graph = json.loads(linked_data.render_claims(brief).data)["@graph"]
    assert [node["position"] for node in graph if "position" in node] == ["p. 12", "p. 13"]
