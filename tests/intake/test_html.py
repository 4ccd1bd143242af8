"""A saved page gives its article; menus, share lines and notices stay, marked as boilerplate."""

from briefing.intake import read_bytes
from briefing.model import Article, BlockKind

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ministers agree a fishing deal | The Harbour Post</title>
<meta property="og:title" content="Ministers agree a fishing deal">
<meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2025-03-04T08:15:00Z">
<link rel="canonical" href="https://harbour.example/news/deal"><script>alert("script words")</script></head>
<body><header><a href="/">The Harbour Post</a></header>
<nav><ul><li><a href="/w">World</a></li><li><a href="/p">Politics</a></li></ul></nav>
<main><article><h1>Ministers agree a fishing deal</h1><p class="byline">By Ann Lee, 4 March 2025</p>
<p>Ministers of both coastal states agreed on Monday to divide the catch in the northern strait, said the fisheries
office in a statement.</p>
<p>“It was a long night,” said the minister, “and nobody went home with all that was wanted.” Observers doubted that
the deal would last.</p>
<figure><img src="http://tracker.example/x.png"><figcaption>Boats in the harbour on Monday.</figcaption></figure>
<h2>What happens next</h2>
<p>The parliaments have until June to vote. Officials said that a vote in May was likely, but not certain.</p>
<ul><li>A joint patrol begins in July.</li><li>The quotas are reviewed each year.</li></ul>
<blockquote><p>We shall fish where our fathers fished, and no paper will stop us.</p></blockquote>
<p>So it ends.</p>
<p style="display:none">Hidden words</p>
<div class="share-bar"><a href="#">Share on Facebook</a></div></article>
<aside class="related"><h3>Related posts</h3><ul><li><a href="/a">Lighthouse to be sold</a></li></ul></aside></main>
<div id="cookie-banner"><p>We use cookies to improve your visit. By clicking accept you agree to them all.</p></div>
<footer><p>© 2025 The Harbour Post. All rights reserved.</p></footer></body></html>"""


def page() -> Article:
    return read_bytes(PAGE.encode(), "deal.html").article


def words_of(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


def test_headings_keep_their_level() -> None:
    assert [block.level for block in page().blocks if block.kind is BlockKind.HEADING] == [1, 2]


def test_every_paragraph_is_kept_even_the_shortest() -> None:
    paragraphs = words_of(page(), BlockKind.PARAGRAPH)
    assert len(paragraphs) == 4
    assert paragraphs[-1] == "So it ends."


def test_items_quotations_and_captions_are_told_apart() -> None:
    assert len(words_of(page(), BlockKind.ITEM)) == 2
    assert words_of(page(), BlockKind.QUOTATION) == [
        "We shall fish where our fathers fished, and no paper will stop us."
    ]
    assert words_of(page(), BlockKind.CAPTION) == ["Boats in the harbour on Monday."]


def test_what_stands_around_the_article_is_marked_not_lost() -> None:
    grey = words_of(page(), BlockKind.BOILERPLATE)
    assert {"World · Politics", "Share on Facebook", "Related posts", "Lighthouse to be sold"} <= set(grey)
    assert any(words.startswith("We use cookies") for words in grey)


def test_scripts_and_hidden_words_are_gone() -> None:
    assert "script words" not in page().text
    assert "Hidden" not in page().text


def test_the_head_says_who_wrote_it_when_and_where() -> None:
    origin = page().origin
    assert (origin.title, origin.byline, origin.outlet) == (
        "Ministers agree a fishing deal", "Ann Lee", "The Harbour Post",
    )  # fmt: skip
    assert origin.published == "2025-03-04T08:15:00Z"
    assert origin.address == "https://harbour.example/news/deal"
    assert origin.language == "en"


def test_a_page_names_its_encoding() -> None:
    data = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
    assert "“It was a long night,”" in read_bytes(data, "deal.html").article.text


def test_ten_thousand_nested_elements_do_not_harm() -> None:
    nested = "<div>" * 10_000 + "The words in the depth." + "</div>" * 10_000
    data = PAGE.replace("<p>So it ends.</p>", nested).encode()
    assert "Ministers of both coastal states" in read_bytes(data, "deep.html").article.text


def test_sentences_that_only_sound_like_prompts_stay_in_the_article() -> None:
    sentences = [
        "He shared the letter on Facebook and deleted it an hour later, the mayor's office said.",
        "You can reach the village only by boat, and the last one leaves at four in the afternoon.",
        "Readers complained that they could not unsubscribe from the list that the party keeps.",
        "The editor said that letters to the editor had doubled since the council closed the bridge.",
        "A court will decide in May, and until then nobody may say who wrote the list.",
        "The party declined to comment on Monday, and its lawyer did not answer the telephone.",
        "Nobody else was asked about it, a clerk of the council said when the meeting was over.",
        "The next meeting of the council is planned for June, if the bridge is open by then.",
    ]
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    page = f"<html><body><article><h1>The letter and the list</h1>{body}</article></body></html>"
    article = read_bytes(page.encode(), "page.html").article
    shown = [block.span.of(article.text) for block in article.blocks if block.analysed]
    assert shown[1:] == sentences


def test_a_page_with_a_drawing_for_its_root_is_read() -> None:
    words = "The mayor said on Monday that the bridge would be closed until the spring, for repairs to its piers. " * 4
    page = f"<!doctype html</script><svg><p>{words}</p>"
    assert words.strip() in read_bytes(page.encode(), "bridge.html").article.text
