"""A feed offers its entries, a list its feeds; neither fetches, expands or runs anything."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.intake import FeedEntry, IntakeFailure, NotAnArticle, OffersArticles, UnreadableFile, read_file
from briefing.intake.feed import LONGEST_SUMMARY, MOST_ENTRIES, is_feed, read_feed

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Harbour News</title><link>https://harbour.example/</link>
<item><title>Bridge &amp; ferry</title><link>https://harbour.example/bridge</link>
<pubDate>Mon, 02 Mar 2026 11:00:00 +0100</pubDate>
<description>&lt;p&gt;The &lt;b&gt;bridge&lt;/b&gt; is shut.&lt;/p&gt;</description></item>
<item><title>Fish market</title><link>/fish</link></item>
<item><title>Odd</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom paper</title><id>x</id>
<entry><title type="html">One &amp;lt; two</title><link href="https://atom.example/1"/><updated>2026-03-02T10:00:00Z</updated>
<summary>Short.</summary></entry></feed>"""

OPML = b"""<?xml version="1.0"?><opml version="2.0"><head><title>My papers</title></head><body>
<outline text="World"><outline type="rss" text="Harbour" xmlUrl="https://harbour.example/rss"/>
<outline type="rss" text="Bad" xmlUrl="file:///etc/passwd"/></outline>
<outline type="rss" title="Second" text="x" xmlUrl="https://second.example/feed"/></body></opml>"""


def test_an_rss_feed_offers_its_entries() -> None:
    feed = read_feed(RSS, "rss.xml", "https://harbour.example/rss")
    assert feed.title == "Harbour News"
    assert feed.entries[0] == FeedEntry(
        "Bridge & ferry", "https://harbour.example/bridge", "2026-03-02T10:00:00+00:00", "The bridge is shut."
    )
    assert feed.entries[1].address == "https://harbour.example/fish"


def test_an_entry_never_leads_off_the_web() -> None:
    assert read_feed(RSS, "rss.xml").entries[2].address == ""


def test_an_atom_feed_offers_its_entries() -> None:
    (entry,) = read_feed(ATOM, "atom.xml").entries
    assert (entry.address, entry.published) == ("https://atom.example/1", "2026-03-02T10:00:00+00:00")
    assert entry.summary == "Short."


def test_a_list_of_feeds_offers_feeds() -> None:
    feed = read_feed(OPML, "papers.opml")
    assert feed.title == "My papers"
    assert [(entry.title, entry.address) for entry in feed.entries] == [
        ("Harbour", "https://harbour.example/rss"),
        ("Second", "https://second.example/feed"),
    ]
    assert all(entry.is_feed for entry in feed.entries)


@pytest.mark.parametrize(
    "data",
    [
        b"<?xml version='1.0'?><!-- a --><!DOCTYPE rss [<!ENTITY x 'y'>]>\n<rss>",
        RSS,
        ATOM,
        OPML,
        b"\xef\xbb\xbf" + RSS,
        RSS.decode().encode("utf-16"),
    ],
)
def test_feeds_are_told_from_articles(data: bytes) -> None:
    assert is_feed(data)


@pytest.mark.parametrize(
    "data", [b"<html><body><p>rss</p>", b"RSS is a format", b"# <rss>", b"", b"<?xml version='1.0'?><x/>"]
)
def test_articles_are_told_from_feeds(data: bytes) -> None:
    assert not is_feed(data)


@pytest.mark.parametrize(
    "before",
    [b"<!--" * 2000, b"<!DOCTYPE x>" * 700, b"<!DOCTYPE [" * 700, b" \n" * 4000, b"<?xml " * 1300, b"<!-- -->" * 1000],
)
def test_whatever_stands_before_the_root_costs_no_time(before: bytes) -> None:
    began = time.thread_time()
    is_feed(before + b"<rss>")
    is_feed(b"<?xml version='1.0'?>" + before)
    assert time.thread_time() - began < 1


def test_a_feed_opened_as_a_file_says_what_it_offers(tmp_path: Path) -> None:
    path = tmp_path / "rss.xml"
    path.write_bytes(RSS)
    with pytest.raises(OffersArticles, match="offers 3 articles") as caught:
        read_file(path)
    assert caught.value.feed.title == "Harbour News"


def test_long_feeds_and_summaries_are_cut() -> None:
    item = b"<item><title>T</title><description>" + b"word " * 500 + b"</description></item>"
    feed = read_feed(b"<rss version='2.0'><channel>" + item * (MOST_ENTRIES + 5) + b"</channel></rss>", "long.xml")
    assert len(feed.entries) == MOST_ENTRIES
    assert len(feed.entries[0].summary) <= LONGEST_SUMMARY + 1


def test_an_empty_feed_is_told() -> None:
    with pytest.raises(NotAnArticle, match="offers nothing"):
        read_feed(b"<rss version='2.0'><channel><title>T</title></channel></rss>", "empty.xml")


LAUGHS = b"".join(
    [b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>",
     *(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)), b"]>"]
)  # fmt: skip


@pytest.mark.parametrize(
    "root",
    [
        b"<rss version='2.0'><channel><item><title>&a9;</title></item></channel></rss>",
        b"<opml><head/><body><outline text='&a9;' xmlUrl='https://x.example/'/></body></opml>",
    ],
)
def test_a_billion_laughs_are_refused_at_once(root: bytes) -> None:
    began = time.thread_time()
    with pytest.raises(UnreadableFile):
        read_feed(LAUGHS + root, "laughs.xml")
    assert time.thread_time() - began < 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_external_entities_are_never_read(tmp_path: Path, encoding: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    hostile = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<rss version='2.0'><channel><item><title>&x;</title></item></channel></rss>"
    )
    with pytest.raises(UnreadableFile):
        read_feed(hostile.encode(encoding), "xxe.xml")


@pytest.mark.parametrize(
    "broken", [b"<title>&#x999999;</title", b"<content:encoded type='x' mode='base64'>54mn</content:encoded>"]
)
def test_impossible_characters_in_a_broken_feed_are_told(broken: bytes) -> None:
    with suppress(UnreadableFile):
        assert read_feed(RSS.replace(b"<title>Odd</title>", broken), "broken.xml").title == "Harbour News"


def test_deep_and_broken_feeds_end_in_entries_or_a_sentence() -> None:
    for hostile in (b"<rss>" + b"<channel>" * 50_000, RSS[:300], b"<opml>" + b"<outline>" * 50_000, b"<feed \xff\xfe"):
        try:
            read_feed(hostile, "broken.xml")
        except IntakeFailure as failure:
            sentence = failure.sentence
            assert sentence.endswith(".")
