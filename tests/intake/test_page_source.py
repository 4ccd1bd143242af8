"""What a browser shows and a cleaned page would lose: raised figures, quotation marks, buttons, streamed parts."""

import pytest

from briefing.intake import NotAnArticle, read_bytes, read_clipboard

FIRST = "The harbour board said on Monday that it had never been told of the rotten piles below the east pier, ever."
SECOND = "Tom Veil, whose company owns the pier, denied this and said that the board had been given the survey in May."


def text_of(words: str, language: str = "en") -> str:
    page = f"<html lang={language}><body><article><h1>Board denies that it knew</h1><p>{FIRST}</p><p>{words}</p>"
    return read_bytes(f"<!DOCTYPE html>{page}<p>{SECOND}</p></article></body></html>".encode(), "a.html").article.text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            'It lost euros<sup><a href="#n1">1</a></sup> in May, and 10<sup>6</sup> shares',
            "euros¹ in May, and 10⁶ shares",
        ),
        ("It was sold by Ann Keller<sup>2,3</sup> in 2019<sup>4</sup>.", "Keller²,³ in 2019⁴."),
        ("It closed on the 4<sup>th</sup> of May.", "on the 4th of May"),
        ("It said that it was <q>never told, <q>never</q></q> at all.", "was “never told, ‘never’” at all"),
        ("It said that it was <q>“never told”</q> at all.", "was “never told” at all"),
        (
            "The <button>Harbour Act</button> did <button>not</button> bind it.",
            "The Harbour Act did not bind",
        ),
        (
            "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of <math><msup><mi>x</mi><mn>2</mn></msup></math> fell.",
            "1/2 of x² fell.",
        ),
        (
            '<span class="mwe-math-mathml-inline" style="display: none;"><math><semantics><mrow><mi>E</mi><mo>=</mo>'
            "<mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation>{E}</annotation></semantics></math></span>.",
            "E=mc².",
        ),
        (
            "<math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msqrt><mi>a</mi><mo>&lt;</mo><mi>b</mi>"
            "</msqrt></math> was right.",
            "∑_i^n √(a<b) was right.",
        ),
        ("The <ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby> were left out.", "The 漢字(かんじ) were"),
    ],
)
def test_what_a_browser_shows_is_read(source: str, shown: str) -> None:
    assert shown in text_of(source)


def test_so_it_is_in_whatever_holds_html() -> None:
    source = "It was <q>never told</q> of 10<sup>6</sup> euros, a <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>."
    shown = "It was “never told” of 10⁶ euros, a 1/2."
    assert read_clipboard("", f"<p>{source}</p>").article.text == shown
    assert read_bytes(f"# Board\n\n{source}".encode(), "a.md").article.text.endswith(shown)
    message = f"From: a@b.example\nSubject: Board\nContent-Type: text/html\n\n<p>{source}</p>".encode()
    assert shown in read_bytes(message, "a.eml").article.text


def test_quotation_marks_are_those_of_the_language() -> None:
    assert "hat „nie“ davon" in text_of("Der Vorstand hat <q>nie</q> davon gehört.", "de")


def test_a_button_that_only_acts_is_not_read() -> None:
    assert "Share" not in text_of("</p><div><button>Share</button></div><p>")


def test_a_streamed_page_is_read_as_it_ends_up() -> None:
    page = (
        "<!DOCTYPE html><html><body><!--$?--><template id='B:0'></template><p>Save up to 20% with our offer for new "
        "readers, which ends on Friday and comes with a bag.</p><!--/$--><div hidden id='S:0'><main><article>"
        f"<h1>Board denies that it knew</h1><p>{FIRST}</p><p>{SECOND}</p></article></main></div></body></html>"
    )
    text = read_bytes(page.encode(), "a.html").article.text
    assert FIRST in text
    assert SECOND in text
    assert "Save up" not in text


@pytest.mark.parametrize(
    "body",
    [
        f"<div id=app></div><noscript><article><h1>Board denies</h1><p>{FIRST}</p><p>{SECOND}</p></article></noscript>",
        f"<x-a><template shadowrootmode=open><article><p>{FIRST}</p><p>{SECOND}</p></article></template></x-a>",
        '<div id=app></div><script type="application/ld+json">{"@type":"NewsArticle","headline":"Board denies",'
        f'"articleBody":"{FIRST}\\n\\n{SECOND}"}}</script>',
    ],
)
def test_a_page_without_an_article_is_read_from_what_it_gives_to_others(body: str) -> None:
    page = f"<!DOCTYPE html><html lang=en><head><title>Board denies</title></head><body>{body}</body></html>"
    article = read_bytes(page.encode(), "a.html").article
    assert [block.span.of(article.text) for block in article.blocks][-2:] == [FIRST, SECOND]
    assert article.blocks[-1].analysed


def test_what_is_given_to_those_without_scripts_is_not_read_beside_an_article() -> None:
    assert "Switch on" not in text_of(f"{SECOND}</p><noscript><p>Switch on scripts, please.</p></noscript><p>")


def test_a_request_to_switch_scripts_on_is_no_article() -> None:
    page = (
        "<!DOCTYPE html><html><body><noscript>You need to enable JavaScript to run this app, please.</noscript></body>"
    )
    with pytest.raises(NotAnArticle, match=r"a\.html"):
        read_bytes(page.encode(), "a.html")


def test_words_in_elements_of_a_page_s_own_are_read() -> None:
    assert "The Harbour Act did not bind it." in text_of(
        "The <x-term>Harbour Act</x-term> did <x-tip>not</x-tip> bind it."
    )
