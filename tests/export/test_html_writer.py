import re
from dataclasses import replace

import pytest
from briefs_for_trial import HEADING, trial_brief
from jinja2 import UndefinedError
from lxml import html

from briefing.export.html_writer import render, templates
from briefing.export.template_sections import TEMPLATES
from briefing.model import Brief, BriefPart, BriefPiece, LineKind
from briefing.resources import resource


def page_of(brief: Brief) -> html.HtmlElement:
    return html.fromstring(render(brief).data.decode())


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("articles", [1, 3])
def test_every_link_within_the_page_leads_to_a_place_in_it(template, articles):
    brief = trial_brief()
    page = page_of(replace(brief, template=template, articles=brief.articles * articles))
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {target[1:] for target in page.xpath("//a/@href") if target.startswith("#")} <= set(names)


def test_the_ledger_is_a_table_with_a_head():
    page = page_of(replace(trial_brief(), template="ledger"))
    (table,) = page.xpath("//table[@class='ledger']")
    assert [head.text_content() for head in table.xpath("./thead//th")] == [
        "No.",
        "Status",
        "Source",
        "Claim",
        "Why, and the reader’s word",
    ]
    first, second = table.xpath("./tbody/tr")
    assert first.xpath("./td[4]")[0].text_content() == "the harbour would reopen in May"
    assert "Reader’s judgement" in second.xpath("./td[5]")[0].text_content()


def test_shares_are_told_in_numbers_beside_their_bars():
    (table,) = page_of(trial_brief()).xpath("//table[@class='shares']")
    rows = [[cell.text_content() for cell in row] for row in table.xpath("./tbody/tr")]
    assert rows == [["Disputed", "", "1", "50 %"], ["Unclear", "", "1", "50 %"]]


def test_an_audit_asks_each_question_once_and_names_its_claims():
    page = page_of(replace(trial_brief(), template="audit"))
    headings = [one.text_content() for one in page.xpath("//h2")]
    assert headings == [
        "How confirmed it is",
        "Independent origins",
        "What rests on a single source",
        "Still to ask",
        "Claims by their numbers",
        "Reader’s notes",
        "Legend",
    ]


def test_many_articles_have_contents_and_few_have_none():
    brief = trial_brief()
    three = page_of(replace(brief, articles=brief.articles * 3))
    assert three.xpath("//nav//a/@href") == ["#a1", "#a2", "#a3"]
    assert three.xpath("//nav//a/text()") == [HEADING] * 3
    assert not page_of(brief).xpath("//nav")


def test_a_composed_brief_has_contents_of_its_sections():
    parts = tuple(
        BriefPart(name, (BriefPiece(name, LineKind.TEXT, text="Words."),)) for name in ("A & b", "", "C", "D")
    )
    page = page_of(replace(trial_brief(), parts=parts))
    assert page.xpath("//nav//a/text()") == ["A & b", "C", "D"]
    assert all(page.xpath(f"//section[@id='{target[1:]}']/h2") for target in page.xpath("//nav//a/@href"))


def test_the_templates_escape_whatever_they_are_given_and_no_filter_says_otherwise():
    escaping = templates()
    assert escaping.autoescape is True
    assert escaping.from_string("{{ words }}").render(words="<b>\"&'") == "&lt;b&gt;&#34;&amp;&#39;"
    pages = resource("templates", "page").glob("*.html")
    assert [page.name for page in pages if re.search(r"\|\s*safe|autoescape", page.read_text("utf-8"))] == []


def test_a_name_that_a_template_misspells_is_a_fault():
    with pytest.raises(UndefinedError):
        templates().from_string("{{ brief.titel }}").render(brief={"title": "A harbour"})
