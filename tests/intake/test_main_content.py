"""Of a page the article is read, whole, and nothing else: corrections stay, lists of other articles go."""

import json

import pytest

from briefing.intake import read_bytes
from briefing.intake.byline_lines import is_correction
from briefing.model import Article, BlockKind

TITLE = "Harbour board denies that it knew of the piles"
FIRST = "<p>The harbour board said on Monday that it had never been told of the rotten piles below the east pier.</p>"
LAST = "<p>Tom Veil, whose company owns the pier, denied this and said that the board had the survey since January.</p>"


def page(body: str, below: str = "") -> Article:
    head = f"<html lang='en'><head><title>{TITLE}</title></head>"
    inner = f"<article><h1>{TITLE}</h1>{FIRST}{body}{LAST}{below}</article>"
    return read_bytes(f"{head}<body>{inner}</body></html>".encode(), "page.html").article


def read(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.analysed]


def grey(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if not block.analysed]


@pytest.mark.parametrize(
    "words",
    [
        "This article was amended on 4 June 2024 because the name of Ms Brandt was wrong.",
        "Correction: An earlier version of this article said that the board had admitted it.",
        "Clarification, June 5: The board met twice.",
        "An earlier version of this story misstated the age of the pier.",
        "Dieser Artikel wurde am 4. Juni korrigiert.",
    ],
)
def test_what_was_wrong_stays_told_wherever_it_stands(words: str) -> None:
    assert is_correction(words)
    for below in (f"<footer><p>{words}</p></footer>", f"<div class='correction'>{words}</div>", f"<p>{words}</p>"):
        found = page("", below)
        assert words in read(found)
        assert found.origin.published == ""


@pytest.mark.parametrize("words", ["The board corrected its course on Friday.", "Correction fluid is sold here."])
def test_other_sentences_are_no_corrections(words: str) -> None:
    assert not is_correction(words)


def test_a_live_report_keeps_the_times_of_its_entries() -> None:
    entries = "".join(
        f"<article><time>{hour}:00</time><h2>Entry {hour}</h2><p>The board met for the {hour}th time.</p></article>"
        for hour in (12, 11, 10)
    )
    data = f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>{entries}</main></body></html>"
    assert [line for line in read(read_bytes(data.encode(), "live.html").article) if line.endswith(":00")] == [
        "12:00",
        "11:00",
        "10:00",
    ]


def test_the_same_caption_below_each_picture_is_read_once() -> None:
    caption = "<figure><figcaption>Ada Brandt speaks in front of the town hall on Monday.</figcaption></figure>"
    found = page(caption * 3)
    assert read(found).count("Ada Brandt speaks in front of the town hall on Monday.") == 1


def test_other_articles_below_a_line_that_says_so_are_grey_with_all_their_words() -> None:
    teaser = (
        "In this post we look at a pier which was built long ago and has had a long and varied life since then, {}."
    )
    posts = "".join(
        f"<div><h4><a href='/{number}'>Another pier, number {number}</a></h4><p>{teaser.format(number) * 2}</p></div>"
        for number in range(6)
    )
    found = page("", f"<h3>Related posts</h3>{posts}")
    assert read(found)[-1].endswith("since January.")
    assert len(grey(found)) == 13


def test_headings_that_are_links_do_not_end_an_article_by_themselves() -> None:
    parts = "".join(
        f"<h2><a href='/p/{number}'>Part {number}</a></h2><p>{'The board met again on the pier. ' * 8}</p>"
        for number in range(4)
    )
    assert len(read(page(parts))) == 11


def state(**fields: object) -> Article:
    data = (
        f"<html><head><title>{TITLE}</title></head><body><div id='root'></div><script>window.__S__={json.dumps(fields)}"
    )
    return read_bytes(f"{data}</script></body></html>".encode(), "page.html").article


def test_a_page_that_its_script_has_yet_to_write_is_read_from_what_the_script_is_given() -> None:
    found = state(
        menu="Home", body="The harbour board said that it had never been told.\n\nTom Veil denied this again."
    )
    assert read(found) == [TITLE, "The harbour board said that it had never been told.", "Tom Veil denied this again."]


def test_markup_in_such_data_is_markup() -> None:
    found = state(
        page={"bodyHtml": "<h2>Piles</h2><p>The harbour board said that it had <em>never</em> been told.</p>"}
    )
    assert [one.span.of(found.text) for one in found.markup.inlines] == ["never"]
    assert [block.kind for block in found.blocks] == [BlockKind.HEADING, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_list_of_links_amid_an_article_ends_where_that_goes_on() -> None:
    links = "".join(f"<li><a href='/{number}'>Another story, number {number}</a></li>" for number in (1, 2, 3))
    found = page(f"<p><strong>MORE FROM NEWS</strong></p><ul>{links}</ul>")
    assert [line for line in read(found) if "Tom Veil" in line]
    assert not [line for line in read(found) if line.startswith(("Another", "MORE"))]


def test_a_table_of_contents_is_no_part_of_the_article() -> None:
    contents = "<h2>Contents</h2><ol><li><a href='#a'>Who knew</a></li><li><a href='#b'>Who did not</a></li></ol>"
    body = f"<h2 id=a>Who knew</h2><p>The company knew.</p><h2 id=b>Who did not</h2><p>The board did not.</p>{LAST}"
    found = read(page(contents + body))
    assert found.count("Who knew") == found.count("Who did not") == 1
    assert "Contents" not in found


def test_the_list_that_an_article_ends_with_is_read_whole() -> None:
    items = ["Twelve thousand homes have no power", "Five schools are closed", "One man is missing near the weir"]
    listed = "".join(f"<li>{item}</li>" for item in items)
    entry = f"<section><h2>What we know so far</h2><ul>{listed}</ul></section>"
    head = f"<html lang='en'><head><title>{TITLE}</title></head>"
    data = f"{head}<body><main><h1>{TITLE}</h1>{FIRST}{LAST}{entry}</main><footer>Imprint</footer></body></html>"
    assert read(read_bytes(data.encode(), "page.html").article)[-3:] == items


def test_a_label_with_a_link_to_another_page_is_none_of_the_article() -> None:
    teaser = "<p>Elsewhere today: <a href='/trees'>Pupils plant trees</a></p>"
    source = "<p>The survey: <a href='/survey'>it</a> names three piles, and it calls two of them rotten.</p>"
    found = read(page(teaser + source))
    assert not any("Pupils" in line for line in found)
    assert any("names three piles" in line for line in found)


def test_who_took_the_pictures_of_a_gallery_is_none_of_the_article() -> None:
    slide = "<div><p>Pile {} of the pier, seen from the east.</p><span>Juno Baptiste/The Post</span></div>"
    found = page("".join(slide.format(number) for number in range(3)))
    assert [line for line in read(found) if line.startswith("Pile")] == [
        f"Pile {number} of the pier, seen from the east." for number in range(3)
    ]
    assert grey(found).count("Juno Baptiste/The Post") == 3


def test_a_line_of_writer_place_date_and_comments_is_none_of_the_article() -> None:
    line = (
        "<div><a href='/greta'>Greta Holm</a> in Frankfurt<time>September 12 2024</time><span>104 comments</span></div>"
    )
    meta = "<meta name='author' content='Greta Holm'>"
    html = (
        f"<html><head><title>{TITLE}</title>{meta}</head><body><article><h1>{TITLE}</h1>{line}{FIRST}{LAST}</article>"
    )
    article = read_bytes(html.encode(), "page.html").article
    assert "Greta Holm in Frankfurt September 12 2024 104 comments" in grey(article)


def test_when_a_live_report_was_changed_is_no_time_of_an_entry() -> None:
    entry = "<time>1{0}.00</time><h3>Entry {0}</h3><p>The board met for the {0}th time on that day.</p>"
    entries = "".join(entry.format(number) for number in (4, 5, 6))
    found = page(f"<div>Last updated 5 Nov 2024, 15.40 GMT</div><h2>Key events</h2>{FIRST}{entries}")
    assert "Last updated 5 Nov 2024, 15.40 GMT" in grey(found)
    assert "14.00" in read(found)


def test_an_offer_to_subscribe_is_none_of_the_article_though_it_stands_in_it() -> None:
    offer = "Essential digital access to all that we write on any device. Pay a year upfront and save a fifth of it."
    found = page("", f"<div class='barrier'><h2>Subscribe to unlock this article</h2><p>{offer}</p></div>")
    assert offer in grey(found)


@pytest.mark.parametrize(
    "line",
    [
        "La suite est réservée aux abonnés. Abonnez-vous à partir de 1 € le premier mois.",
        "Dieser Artikel wurde mithilfe maschineller Unterstützung erstellt und von der Redaktion geprüft.",
        "Scroll down for video",
    ],
)
def test_what_the_page_says_of_itself_is_none_of_the_article(line: str) -> None:
    assert line in grey(page(f"<p>{line}</p>"))


def test_the_short_sentence_below_the_buttons_of_a_letter_is_its_own() -> None:
    buttons = "<p><a href='/share'>Share</a></p><p><a href='/c'>Leave a comment</a></p>"
    body = f"<div>{FIRST}{LAST}{buttons}<p><em>Thanks to Ida for checking my sums.</em></p></div>"
    html = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    article = read_bytes(html.encode(), "letter.html").article
    assert read(article)[-1] == "Thanks to Ida for checking my sums."
    assert "Leave a comment" in grey(article)


def test_a_note_on_the_writer_below_a_heading_that_says_so_is_none_of_the_article() -> None:
    note = "<div><p>Sobre la firma</p><p>Rocío Beltrán</p><p>Redactora de Tribunales desde 2008.</p></div>"
    assert grey(page("", note))[-3:] == ["Sobre la firma", "Rocío Beltrán", "Redactora de Tribunales desde 2008."]


def test_the_links_at_the_foot_of_a_page_are_small_print() -> None:
    line = "Copyright Policy | Disclaimers | Privacy Policy | Feedback"
    assert line in grey(page("", f"<p><small>{line}</small></p>"))
    assert "Rice | Terms | Wheat" in read(page("<p>Rice | Terms | Wheat</p>"))


def test_a_title_without_markup_is_known_by_the_head_of_the_page() -> None:
    head = f"<html><head><title>Nordic Wire - {TITLE}</title></head><body>"
    line = f"<b>{TITLE}</b><br>By HENRIK DAHL<br>October 21, 2003"
    article = read_bytes(f"{head}{line}{FIRST}{LAST}{FIRST}</body></html>".encode(), "page.html").article
    assert article.title == TITLE
    assert (article.blocks[0].kind, article.blocks[0].level) == (BlockKind.HEADING, 1)
    assert grey(article) == ["By HENRIK DAHL", "October 21, 2003"]


@pytest.mark.parametrize("told", [f"Opinion | {TITLE}", f"{TITLE} | Port News", f"{TITLE} - Port News"])
def test_the_section_or_outlet_beside_the_title_is_no_part_of_it(told: str) -> None:
    meta = f"<meta property='og:title' content='{told}'>"
    html = (
        f"<html><head><title>x</title>{meta}</head><body><article><h1>{TITLE}</h1>{FIRST}{LAST}</article></body></html>"
    )
    assert read_bytes(html.encode(), "page.html").article.title == TITLE


def test_speakers_with_links_above_what_they_say_are_no_list_of_articles() -> None:
    turn = "<h2><a href='/mp{0}'>{1}</a></h2><div><p>{2}</p></div>"
    said = ["What steps is he taking to mend the wall at Marlow?", "I do not accept that the wall needs any mending."]
    turns = turn.format(1, "Tessa Marl", said[0]) + turn.format(2, "Karl Voss", said[1])
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{turns}{turns}{FIRST}</body></html>"
    assert [line for line in read(read_bytes(html.encode(), "page.html").article) if line in said] == said * 2


def test_initials_above_what_is_said_stay() -> None:
    turns = "".join(
        f"<div>{who}</div><div>The board said so, in words that {who} did not like.</div>" for who in ("KR", "MD")
    )
    found = read(page(turns * 2))
    assert (found.count("KR"), found.count("MD")) == (2, 2)


def test_times_and_days_in_a_list_of_the_article_stay() -> None:
    times = (
        "<dl><dt>09:02 UTC</dt><dd>An engineer loads a table.</dd><dt>09:04 UTC</dt><dd>All traffic is lost.</dd></dl>"
    )
    found = read(page(f"{FIRST * 5}{times}<ul><li>BNR, 3 June 2019</li><li>Call with Ivo Petrov</li></ul>"))
    assert {"09:02 UTC", "09:04 UTC", "BNR, 3 June 2019"} <= set(found)


def test_lines_kept_as_they_are_stay_amid_an_article() -> None:
    assert any("No route found" in line for line in read(page("<pre>show route\nNo route found</pre>")))


def test_a_box_without_links_amid_an_article_stays() -> None:
    table = "<table><tr><th>Team</th><th>Pts</th></tr><tr><td>Harriers</td><td>3</td></tr></table>"
    assert "Harriers | 3" in read(page(f"<aside class='inline-table'><h3>Bottom</h3>{table}</aside>"))
    assert "Harriers | 3" not in read(page(f"<aside><h3><a href='/x'>More</a></h3>{table}</aside>"))


def test_names_of_parts_are_read_however_they_are_joined() -> None:
    box = "<div class='NewsletterBox'><strong>Der Morgen</strong><p>Der perfekte Start in den Tag.</p></div>"
    assert "Der perfekte Start in den Tag." in grey(page(box))


@pytest.mark.parametrize("line", ["FOR IMMEDIATE RELEASE", "###", "-30-", "- ENDS -"])
def test_what_frames_a_press_release_is_none_of_it(line: str) -> None:
    article = read_bytes(f"{TITLE}\n\nThe board met on Monday.\n\n{line}".encode(), "release.txt").article
    assert grey(article) == [line]


def test_an_article_goes_on_below_a_box_with_a_link_to_another() -> None:
    box = "<div><strong>Mirá también</strong><a href='/x'><h4>Quiénes son los ingenieros</h4></a></div>"
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{FIRST}{box}{LAST}</div></body></html>"
    found = read(read_bytes(html.encode(), "page.html").article)
    assert any("Tom Veil" in line for line in found)


@pytest.mark.parametrize("line", ["■", "Reach Sofia Marin at smarin@tribune.example or on X @smarin."])
def test_what_closes_an_article_is_none_of_it(line: str) -> None:
    meta = "<meta name='author' content='Sofia Marin'>"
    body = f"<article><h1>{TITLE}</h1>{FIRST}{LAST}<p>{line}</p></article>"
    html = f"<html><head><title>{TITLE}</title>{meta}</head><body>{body}</body></html>"
    assert line not in read(read_bytes(html.encode(), "page.html").article)


def test_a_greeting_below_the_title_is_the_letter_s_own() -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>Dear shareholders,</p>{FIRST}{LAST}</body>"
    )
    assert "Dear shareholders," in read(read_bytes(html.encode(), "letter.html").article)


_CLOSED = (
    "The council voted at midnight, after a panel had fallen on the empty seats, and nobody had been asked before."
)


@pytest.mark.parametrize(
    "below",
    ['<p class="intro">Six clubs and four schools are without water now.</p>', "<ul><li>First bus at 7:40</li></ul>"],
)
def test_what_stands_below_the_title_in_a_header_of_the_page_is_read(below: str) -> None:
    top = f"<header><div class='hero'><h1>A summer without lanes</h1>{below}</div></header>"
    body = f"{top}<main>{f'<p>{_CLOSED}</p>' * 3}</main>"
    page = f"<html><head><title>A summer without lanes</title></head><body>{body}</body></html>"
    article = read_bytes(page.encode(), "page.html").article
    assert article.blocks[1].kind is not BlockKind.BOILERPLATE


def test_the_menu_in_a_header_with_the_title_stays_grey() -> None:
    menu = '<nav><a href="/a">The town and all of its clubs</a></nav><p class="share">Share this with all of us</p>'
    top = f"<header><h1>A summer without lanes</h1>{menu}</header>"
    page = f"<html><body>{top}<main>{f'<p>{_CLOSED}</p>' * 3}</main></body></html>"
    article = read_bytes(page.encode(), "page.html").article
    assert [block.kind for block in article.blocks[1:3]] == [BlockKind.BOILERPLATE] * 2


def test_two_lines_of_a_heading_are_not_glued() -> None:
    head = "<h1><span>Varnmoor</span><span>Quarrel over the roof of the hall</span></h1>"
    page = f"<html><head><title>Quarrel over the roof of the hall</title></head><body><article>{head}<p>{_CLOSED}</p>"
    article = read_bytes(page.encode(), "page.html").article
    assert article.blocks[0].span.of(article.text) == "Varnmoor Quarrel over the roof of the hall"
    assert article.origin.title == "Quarrel over the roof of the hall"


def test_the_letters_of_a_word_in_two_elements_stay_together() -> None:
    page = f"<html><body><article><h1>The <span>c</span><span>ouncil</span> votes</h1><p>{_CLOSED}</p><p>{_CLOSED}</p>"
    article = read_bytes(page.encode(), "page.html").article
    assert article.blocks[0].span.of(article.text) == "The council votes"


def test_the_name_of_a_site_above_an_article_is_not_its_title() -> None:
    top = "<div><h1><a href='/'>Salt and Chlorine</a></h1></div><h3>Farewell to lane four</h3>"
    head = "<title>Salt and Chlorine: Farewell to lane four</title>"
    page = f"<html><head>{head}</head><body>{top}<div>{_CLOSED}<br><br>{_CLOSED} It met.</div></body></html>"
    article = read_bytes(page.encode(), "page.html").article
    assert article.origin.title == "Farewell to lane four"
