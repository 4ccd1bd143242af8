import io

import pytest
from briefs_for_trial import trial_brief
from docx import Document
from docx.document import Document as WordDocument

from briefing.export.docx_writer import render

NOTE = """**Ask** *him* for `ref 12`:

1. who was there
2. when
   - the day

> as they put it

See [the register](https://x.example/?a=1&b=2), <b>not</b> [there](javascript:x)."""


@pytest.fixture(scope="module")
def document() -> WordDocument:
    return Document(io.BytesIO(render(trial_brief(note=NOTE)).data))


def paragraph(document: WordDocument, words: str):
    return next(one for one in document.paragraphs if words in one.text and one.style.name != "CommentText")


def test_emphasis_and_code_are_words_own(document):
    runs = {run.text: run for run in paragraph(document, "for ref 12").runs}
    assert runs["Ask"].bold
    assert runs["him"].italic
    assert runs["ref 12"].font.name == "Courier New"
    assert not runs[" for "].bold


def test_lists_have_the_styles_of_lists_and_their_numbers(document):
    assert [(paragraph(document, words).style.name, paragraph(document, words).text) for words in ("who", "when")] == [
        ("List", "1.\twho was there"),
        ("List", "2.\twhen"),
    ]
    assert paragraph(document, "the day").style.name == "List Bullet 2"


def test_a_quotation_has_the_style_of_one(document):
    assert paragraph(document, "as they put it").style.name == "Quote"


def test_a_link_leads_to_its_address_and_nowhere_else(document):
    (link,) = paragraph(document, "See").hyperlinks
    assert (link.text, link.address) == ("the register", "https://x.example/?a=1&b=2")
    assert paragraph(document, "See").text == "See the register, <b>not</b> there (javascript:x)."
