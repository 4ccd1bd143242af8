"""Every format tells the same brief, is whole, stays the same, and shows any text as the text that it is."""

import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import openpyxl
import pypdfium2
import pytest
from briefs_for_trial import MADE, TEXT, article_brief, place, trial_brief
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export import (
    FORMATS,
    bibliography,
    csl,
    docx_writer,
    html_writer,
    linked_data,
    markdown_writer,
    schema_claims,
    xlsx_writer,
)
from briefing.export.brief_view import sheet
from briefing.export.markdown_html import as_html, as_words
from briefing.model import Brief, Dispute, Span, Spans, Status
from briefing.model.web_annotation import annotation_from, is_judgement, judgement_from, objects_in

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://x")',
    '#set page(fill: red) #eval("1")',
    "\\input{/etc/passwd} $x^2$ %",
    '{ HYPERLINK "http://x" } <w:t>',
    "![x](http://x/y.png) <b>",
    "]]> &amp; &#x41;",
)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60) | st.sampled_from(HOSTILE)


class Reading(HTMLParser):
    """The words and the tags of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_brief_gives_the_same_bytes(name):
    assert FORMATS[name].render(trial_brief()).data == FORMATS[name].render(trial_brief()).data


def test_the_page_stands_alone_and_runs_nothing():
    reading = Reading(
        html_writer.render(trial_brief(note="See [this](javascript:alert(1)) and ![it](http://x/y.png)")).data.decode()
    )
    assert not [tag for tag, _ in reading.tags if tag in {"script", "img", "iframe", "link", "object"}]
    assert not [attrs for _, attrs in reading.tags if any(name.startswith("on") for name in attrs)]
    hrefs = [attrs["href"] for tag, attrs in reading.tags if tag == "a" and attrs.get("href")]
    assert all(str(href).startswith(("#", "http://", "https://")) for href in hrefs)


def test_every_link_within_the_page_leads_somewhere():
    reading = Reading(html_writer.render(trial_brief()).data.decode())
    places = {attrs["id"] for _, attrs in reading.tags if "id" in attrs}
    within = {str(attrs["href"])[1:] for _, attrs in reading.tags if str(attrs.get("href", "")).startswith("#")}
    assert within
    assert within <= places


def test_the_page_tells_the_whole_article_and_every_claim():
    words = " ".join(Reading(html_writer.render(trial_brief()).data.decode()).words.split())
    for line in TEXT.split("\n"):
        assert line in re.sub(r"(?<=\s)\d(?=\w)|(?<=\w)\d(?=\s|\.)", "", words)
    assert "Ask for the minutes." in words
    assert "Reader’s judgement: Unclear, source C, information 3" in words


def test_word_has_a_comment_on_each_claim_and_each_note():
    document = Document(io.BytesIO(docx_writer.render(trial_brief()).data))
    comments = list(document.comments)
    assert [comment.author for comment in comments] == ["Briefing", "Briefing", "Reader"]
    assert "Ada Quill: Disputed" in comments[0].text
    assert "Ask for the minutes." in comments[2].text
    assert "Mayor Ada Quill said the harbour would reopen in May." in [one.text for one in document.paragraphs]
    assert document.core_properties.created.replace(tzinfo=None) == MADE.replace(tzinfo=None)


def test_the_workbook_holds_text_and_no_formulas():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_writer.render(trial_brief(title="=1+1")).data))
    rows = list(book["Claims"].iter_rows(values_only=True))
    assert rows[0][:3] == ("article", "number", "source")
    assert rows[1][0] == "=1+1"
    assert all(
        cell.data_type in {"s", "n"} for row in book["Claims"].iter_rows() for cell in row if cell.value is not None
    )


def test_the_annotations_come_in_again_as_they_went_out():
    brief = trial_brief()
    found = objects_in(json.loads(linked_data.render(brief).data))
    (entry,) = brief.articles
    assert [annotation_from(one) for one in found if not is_judgement(one)] == list(entry.annotations)
    assert [judgement_from(one) for one in found if is_judgement(one)] == [word for _, word in entry.judgements]


def test_claims_are_told_as_schema_org_knows_them():
    found = json.loads(schema_claims.render(trial_brief()).data)
    article, first, second = found["@graph"]
    assert article["@type"] == "NewsArticle"
    assert first["text"] == "the harbour would reopen in May"
    assert first["claimInterpreter"]["name"] == "Ada Quill"
    assert first["appearance"] == {"@id": article["@id"]}
    assert second["creativeWorkStatus"] == "Unclear"


def test_how_a_source_knows_is_told_with_its_place_in_terms_of_our_own():
    brief = trial_brief()
    (entry,) = brief.articles
    said, told = entry.analysis.claims[0], Span(0, 4)
    hops = (replace(said.attributions[0], knowledge=(told,)),)
    analysis = replace(entry.analysis, claims=(replace(said, attributions=hops), *entry.analysis.claims[1:]))
    brief = replace(brief, articles=(replace(entry, analysis=analysis),))
    found = json.loads(schema_claims.render(brief).data)
    assert found["@context"] == ["https://schema.org", {"briefing": "urn:briefing:"}]
    exact = told.of(entry.article.text)
    assert found["@graph"][1]["briefing:knowledge"] == [{"exact": exact, "start": 0, "end": 4}]
    assert "briefing:anonymity" not in found["@graph"][1]


def test_sources_can_be_cited():
    entry = bibliography.render(trial_brief(title="Tax & fees: 5% up_{now}")).data.decode()
    assert entry.startswith("@article{penn2026fees,")
    assert r"title = {{Tax \& fees: 5\% up\_\{now\}}}" in entry
    assert "month = jan" in entry
    (item,) = json.loads(csl.render(trial_brief()).data)
    assert item["issued"] == {"date-parts": [[2026, 1, 1]]}
    assert item["container-title"] == "Coast Daily"


def test_keys_to_cite_by_differ():
    article = trial_brief().articles[0].article
    taken: set[str] = set()
    assert [bibliography.key_of(article, taken) for _ in range(3)] == [
        "penn2026harbour",
        "penn2026harbour2",
        "penn2026harbour3",
    ]


@settings(deadline=None, max_examples=40)
@given(texts)
def test_any_text_reads_in_the_page_as_it_is(text):
    reading = Reading(html_writer.render(article_brief(text)).data.decode())
    assert " ".join(text.split()) in " ".join(reading.words.split())
    assert {tag for tag, _ in reading.tags} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "dl", "dt", "dd"),
        *("article", "section", "span", "small", "a", "sup", "b", "i", "ol", "ul", "li", "blockquote", "div", "h4"),
        "figcaption",
    }


@settings(deadline=None, max_examples=25)
@given(texts)
def test_any_text_reads_in_word_as_it_is(text):
    data = docx_writer.render(article_brief(text)).data
    document = Document(io.BytesIO(data))
    assert text in [one.text for one in document.paragraphs]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"w:fldSimple" not in package.read("word/document.xml")
        assert b"w:instrText" not in package.read("word/document.xml")


@settings(deadline=None, max_examples=40)
@given(texts)
def test_any_text_is_whole_in_linked_data_and_bibliographies(text):
    brief = article_brief(text)
    assert json.loads(schema_claims.render(brief).data)["@graph"][0]["headline"] == brief.articles[0].article.title
    (item,) = json.loads(csl.render(brief).data)
    assert item["title"] == brief.articles[0].article.title
    entry = bibliography.render(brief).data.decode()
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


@given(st.text(max_size=200))
def test_no_note_can_run_anything(note):
    html = as_html(note)
    assert (
        not re.search(r"<(script|img|iframe|object|style)|javascript:|\son\w+=", html, re.IGNORECASE) or "&lt;" in html
    )


def test_markdown_as_words_is_what_it_says():
    assert as_words("# Why\n\n> *Ask* **him** `now` [here](https://x.org)") == "Why\n\nAsk him now here (https://x.org)"
    assert as_words("2 * 3 * 4 and a_b_c") == "2 * 3 * 4 and a_b_c"


@pytest.mark.parametrize(
    ("template", "there", "not_there"),
    [
        ("ledger", "Claims", "The article"),
        ("who", "Port workers", "The article"),
        ("audit", "Still to ask", "The article"),
        ("timeline", "Without a date: what is so now", "The article"),
        ("annotated", "The article", "Still to ask"),
    ],
)
def test_page_and_markdown_follow_the_template(template, there, not_there):
    brief = replace(trial_brief(), template=template)
    headings = re.findall(r"<h2>(.*?)</h2>", html_writer.render(brief).data.decode())
    assert there in headings
    assert not_there not in headings
    if template != "annotated":
        assert f"## {there}" in markdown_writer.render(brief).data.decode()


@pytest.mark.parametrize("name", ["pdf", "html", "md", "docx", "csv", "xlsx"])
def test_the_readers_word_wins_in_every_format_and_what_was_found_stands_beside_it(name):
    brief = trial_brief()
    (entry,) = brief.articles
    word = replace(entry.judgements[0][1], status=Status.CONFIRMED, source="The harbour master")
    data = sheet(replace(brief, articles=(replace(entry, judgements=(("c1", word),)),)))
    first, _ = data["articles"][0]["claims"]
    assert (first["label"], first["chain"][0], first["found"]) == (
        "Confirmed",
        "The harbour master",
        "Ada Quill, Disputed",
    )
    told = FORMATS[name].render(replace(brief, articles=(replace(entry, judgements=(("c1", word),)),))).data
    assert "The harbour master" in words_of_file(name, told)


@pytest.mark.parametrize("name", ["pdf", "html", "md", "docx", "csv", "xlsx"])
def test_every_format_tells_how_a_source_knows_and_why_it_has_no_name(name):
    knowledge, anonymity = "harbour would reopen", "More from the coast"
    brief = with_told_of_source(trial_brief(), (place(knowledge),), (place(anonymity),))
    told = " ".join(words_of_file(name, FORMATS[name].render(brief).data).split())
    for head, words in (("how the source knows", knowledge), ("why it has no name", anonymity)):
        if name in ("csv", "xlsx"):
            assert head.replace("the source", "it") in told
        else:
            assert f"{head}: “{words}”" in told.replace(head.capitalize(), head)


def test_what_is_told_of_a_source_is_not_told_of_the_one_that_the_reader_gave():
    brief = with_told_of_source(trial_brief(), (place("harbour would reopen"),), (place("said"),))
    (entry,) = brief.articles
    word = replace(entry.judgements[0][1], source="The harbour master")
    data = sheet(replace(brief, articles=(replace(entry, judgements=(("c1", word),)),)))
    first, _ = data["articles"][0]["claims"]
    assert (first["knowledge"], first["anonymity"]) == ([], [])


def with_told_of_source(brief: Brief, knowledge: Spans, anonymity: Spans) -> Brief:
    """The brief, with this told of the source of its first claim."""
    (entry,) = brief.articles
    first, *others = entry.analysis.claims
    hop = replace(first.attributions[0], knowledge=knowledge, anonymity=anonymity)
    claims = (replace(first, attributions=(hop,)), *others)
    return replace(brief, articles=(replace(entry, analysis=replace(entry.analysis, claims=claims)),))


@pytest.mark.parametrize("name", ["pdf", "html", "md", "docx", "csv", "xlsx"])
def test_every_format_tells_who_disputes_a_claim_in_the_readers_word(name):
    brief = trial_brief()
    (entry,) = brief.articles
    second = entry.judgements[0][1]
    word = replace(second, status=None, disputed_by=(Dispute("Oda Fenwick"), Dispute("Ada Quill", second.claim)))
    brief = replace(brief, articles=(replace(entry, judgements=(("c2", word),)),))
    told = " ".join(words_of_file(name, FORMATS[name].render(brief).data).split())
    assert "Disputed by Oda Fenwick, in the reader’s word." in told
    assert "Disputed by Oda Fenwick and Ada Quill" in told


def test_a_note_on_words_of_a_claim_is_told_on_its_card():
    first, second = sheet(trial_brief())["articles"][0]["claims"]
    assert (first["notes"], second["notes"]) == ([1], [])
    assert "Reader’s note n1" in " ".join(words_of_file("pdf", FORMATS["pdf"].render(trial_brief()).data).split())


def test_notes_in_markdown_are_printed_as_words():
    brief = trial_brief(note="**Ask** for the [minutes](https://x.org).")
    assert "Ask for the minutes (https://x.org)." in " ".join(
        words_of_file("pdf", FORMATS["pdf"].render(brief).data).split()
    )


def test_a_dismissed_claim_counts_for_nothing():
    brief = trial_brief()
    (entry,) = brief.articles
    word = replace(entry.judgements[0][1], dismissed=True)
    data = sheet(replace(brief, articles=(replace(entry, judgements=(("c2", word),)),)))
    assert sum(row["count"] for row in data["articles"][0]["summary"]) == 1


def words_of_file(name: str, data: bytes) -> str:
    """All words of a file of a format."""
    if name == "pdf":
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    if name == "docx":
        document = Document(io.BytesIO(data))
        return " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    if name == "xlsx":
        rows = openpyxl.load_workbook(io.BytesIO(data))["Claims"].iter_rows(values_only=True)
        return " ".join(str(cell) for row in rows for cell in row)
    return data.decode("utf-8-sig")
