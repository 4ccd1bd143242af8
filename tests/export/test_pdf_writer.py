import io
import re
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from briefs_for_trial import FIRST, HEADING, MADE, article_brief, trial_brief
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export import linked_data
from briefing.export.labels import Labels
from briefing.export.pdf_writer import render
from briefing.model import BriefPart, BriefPiece, LineKind, Status
from briefing.model.catalogue import in_english

SYNTAX = (
    "#panic(1) #set page(width: 1pt)",
    "*strong* _emphasis_ `raw` $x^2$",
    "= Heading",
    '#{import "/etc/passwd"} #read("/etc/passwd")',
    "<script>alert(1)</script> &amp; <!-- gone -->",
    "\\textbf{x} \\u{41} // comment",
    "@label <label> --- ~ ...",
    "[link](http://x.example)",
)


def words_in(pdf: bytes) -> str:
    """All words of the pages, in the order of extraction."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())


@pytest.fixture(scope="module")
def printed() -> bytes:
    rendered = render(trial_brief())
    assert rendered.warnings == ()
    return rendered.data


def test_the_same_brief_gives_the_same_bytes(printed):
    assert render(trial_brief()).data == printed


def test_text_comes_out_in_reading_order(printed):
    words = words_in(printed)
    order = [
        "Coast Daily",
        "How confirmed it is",
        "The article",
        "More from the coast",
        "Port workers deny it.",
        "Legend",
    ]
    places = [words.index(part) for part in order]
    assert places == sorted(places)


def test_the_readers_judgement_and_note_stand_beside_the_machines_status(printed):
    words = words_in(printed)
    assert "Claimed" in words
    assert "Reader’s judgement: Unclear" in words
    assert "source C, information 3" in words
    assert "Ask for the minutes." in words


def test_the_legend_of_a_short_brief_explains_the_statuses_that_it_shows(printed):
    before, _, legend = words_in(printed).rpartition("Legend")
    explained = {label for label in map(Labels("en").status, Status) if label in legend}
    # One was found, and the reader gave another in its place.
    assert explained == {"Disputed", "Unclear"}
    assert all(label in before for label in explained)


def test_what_tells_how_it_was_made_stands_at_the_end(printed):
    before, _, after = words_in(printed).rpartition("Legend")
    assert "Engine: trial 1" in after
    assert "trial 1" not in before


def test_it_claims_pdf_ua_and_has_language_title_tags_and_bookmarks(printed):
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert str(document.Root.Lang).startswith("en")
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == HEADING
            assert metadata["pdfuaid:part"] == "1"
        with document.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles == ["How confirmed it is", "The article", "Claims", "Reader’s notes", "Legend"]


def test_headings_never_skip_a_level(printed):
    with pikepdf.open(io.BytesIO(printed)) as document:
        levels = [int(tag[2:]) for tag in _tags(document.Root.StructTreeRoot) if tag[:2] == "/H" and tag[2:].isdigit()]
    assert levels
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))


def test_letter_paper_on_wish():
    document = pypdfium2.PdfDocument(render(replace(trial_brief(), paper="letter")).data)
    assert document[0].get_size() == pytest.approx((612, 792))
    document.close()


def test_several_articles_stand_one_after_another():
    brief = trial_brief()
    both = replace(brief, title="Two", articles=brief.articles * 2)
    told = words_in(render(both).data)
    assert told.count("How confirmed it is") == 2
    # Of so few pages nobody needs a list.
    assert "Contents" not in told


@pytest.mark.parametrize("syntax", SYNTAX)
def test_syntax_is_printed_as_it_is(syntax):
    words = words_in(render(trial_brief(note=syntax, title=syntax)).data)
    assert syntax in words


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*SYNTAX, "plain", "\n", "\x00", "\ud800", "#", "]", "{", '"', "\\"]), min_size=1))
def test_no_mixture_of_syntax_stops_it(parts):
    assert render(article_brief(" ".join(parts))).data.startswith(b"%PDF")


MARKDOWN = [
    "- ",
    "1. ",
    "999999999. ",
    "  ",
    "# ",
    "> ",
    "**",
    "_",
    "`",
    "```\n",
    "[a](",
    "http://x.example/?q=%20",
    "<http://y",
    ">",
]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([*MARKDOWN, *SYNTAX, "word", " ", "\n", "\n\n", ")", "![", "](", "mailto:"]), max_size=30)
)
def test_no_mixture_of_markdown_in_a_note_stops_it(parts):
    written = "".join(parts)
    brief = trial_brief(note=written)
    text = BriefPart("Own", (BriefPiece("t", LineKind.TEXT, text=written),))
    for made in (brief, replace(brief, introduction=written, parts=(text,))):
        assert render(made).data.startswith(b"%PDF")


def test_what_no_font_shows_is_told():
    rendered = render(article_brief(f"{FIRST} \U0010fff0\U0010fff1 ."))
    (warning,) = rendered.warnings
    assert "U+10FFF0 and U+10FFF1" in in_english(warning)
    assert f"{FIRST} [U+10FFF0 U+10FFF1] ." in words_in(rendered.data)
    with pikepdf.open(io.BytesIO(rendered.data)) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


@pytest.mark.parametrize(
    "words",
    [
        "Όχι, είπε",
        "Нет, сказала",
        "لا، قالت العمدة",
        "לא, אמרה",
        "市长表示不会",
        "市長は否定した",
        "시장은 반대",
        "🚢 ⚓",
    ],
)
def test_each_script_is_shown_or_its_characters_are_named(words):
    rendered = render(article_brief(f"{FIRST} {words}"))
    missing = "".join(map(in_english, rendered.warnings))
    text = words_in(rendered.data)
    points = {character: f"U+{ord(character):04X}" for character in set(words) - {" "}}
    named = {character for character, point in points.items() if point in text}
    told = {character for character, point in points.items() if point in missing}
    # The sentence names the first few and counts the rest.
    more = re.search(r"and (\d+) more", missing)
    assert told <= named
    assert len(told) + int(more[1] if more else 0) == len(named)
    assert all((character in text) != (character in named) for character in points)


def _tags(element: pikepdf.Object) -> list[str]:
    """The structure types below `element`, in document order."""
    found = []
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [str(kid.S), *_tags(kid)]
    return found


@pytest.mark.parametrize(
    ("template", "words", "left_out"),
    [
        ("annotated", "The article", "Still to ask"),
        ("ledger", "Claims", "The article"),
        ("who", "Ada Quill", "The article"),
        ("audit", "Still to ask", "The article"),
        ("timeline", "Without a date: what is so now", "The article"),
    ],
)
def test_each_template_prints_its_own_part_of_the_brief(template, words, left_out):
    rendered = render(replace(trial_brief(), template=template, classification="For the desk only"))
    assert rendered.warnings == ()
    document = pypdfium2.PdfDocument(rendered.data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    lines = [line.strip() for line in text.splitlines()]
    assert words in lines
    assert left_out not in lines
    assert "For the desk only" in text
    assert "Legend" in lines


def test_each_source_is_told_with_address_date_read_and_digest():
    brief = trial_brief()
    (entry,) = brief.articles
    origin = replace(entry.article.origin, address="https://coast.example/harbour", digest="ab" * 32)
    read = replace(entry, article=replace(entry.article, origin=origin), read=MADE)
    words = words_in(render(replace(brief, articles=(read,))).data)
    for told in ("Coast Daily", "https://coast.example/harbour", "Read 2 January 2026", f"SHA-256 {'ab' * 32}"):
        assert told in words


def test_a_line_of_a_composed_brief_has_its_source_at_the_foot_of_the_page_once():
    brief = trial_brief()
    (entry,) = brief.articles
    origin = replace(entry.article.origin, address="https://coast.example/harbour", digest="ab" * 32)
    read = replace(entry, article=replace(entry.article, origin=origin), read=MADE)
    pieces = tuple(BriefPiece(claim_id, LineKind.CLAIM, 0, claim_id) for claim_id in ("c1", "c2"))
    made = replace(brief, articles=(read,), parts=(BriefPart("Said", pieces),))
    words = words_in(render(made).data).rpartition("Sources")[0]
    pdf = render(made).data
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert _tags(document.Root.StructTreeRoot).count("/Note") == 1
    assert "R. Penn, “Harbour will reopen”, Coast Daily, 1 January 2026, https://coast.example/harbour" in words_in(pdf)
    assert words.count("From: Harbour will reopen") == 2


def test_a_dismissed_claim_is_left_out_of_the_timeline():
    brief = trial_brief()
    (entry,) = brief.articles
    word = replace(entry.judgements[0][1], dismissed=True)
    judged = replace(entry, judgements=(("c2", word),))
    text = words_in(render(replace(brief, template="timeline", articles=(judged,))).data)
    assert "the harbour would reopen in May" in text
    assert "any date had been set" not in text


@pytest.mark.parametrize("template", ["annotated", "ledger", "who", "audit", "timeline"])
def test_a_brief_whose_claims_are_all_dismissed_is_printed(template):
    brief = trial_brief()
    (entry,) = brief.articles
    word = replace(entry.judgements[0][1], dismissed=True)
    judged = replace(entry, judgements=(("c1", word), ("c2", word)))
    rendered = render(replace(brief, template=template, articles=(judged,)))
    assert rendered.warnings == ()
    told = "nothing to audit" if template == "audit" else "The reader dismissed every claim."
    assert told in words_in(rendered.data)


def test_it_says_that_it_keeps_to_pdf_a_and_pdf_ua(printed):
    with pikepdf.open(io.BytesIO(printed)) as document, document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert bool(document.Root.MarkInfo.Marked)
        assert "/OutputIntents" in document.Root
        assert "/Encrypt" not in document.trailer


def test_the_linked_data_lies_in_the_file(printed):
    brief = trial_brief()
    with pikepdf.open(io.BytesIO(printed)) as document:
        files = {name: held.get_file().read_bytes() for name, held in document.attachments.items()}
        assert {str(one.AFRelationship) for one in document.Root.AF} == {"/Data"}
    assert files["annotations.jsonld"] == linked_data.render(brief).data
    assert files["claims.jsonld"] == linked_data.render_claims(brief).data
