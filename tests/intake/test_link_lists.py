"""Lists of links and of references: what they lead to, with tags, dates and facts; nothing is fetched."""

from pathlib import Path

import pytest

from briefing.intake import Feed, FeedEntry, IntakeFailure, OffersArticles, read_bytes, read_file, read_list
from briefing.intake.source_list import Source, Sources
from briefing.model import Origin

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
<DT><H3 ADD_DATE="1717400000">Harbour</H3>
<DL><p>
<DT><A HREF="https://news.example/pier" ADD_DATE="1717400000" TAGS="pier,port">Board &amp; pier</A>
<DD>Read this.
<DT><A HREF="javascript:alert(1)">Harm</A>
<DT><A HREF="https://news.example/pier">Board again</A>
</DL><p>
<DT><A HREF="https://news.example/fund">Fund</A>
</DL><p>
"""
POCKET = (
    "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
    '<li><a href="https://news.example/pier" time_added="1717400000" tags="harbour,pier">Pier</a></li></ul>'
    '<h1>Read Archive</h1><ul><li><a href="https://news.example/court" time_added="1717200000" tags=""></a></li></ul>'
)
DAY = "2024-06-03T07:33:20+00:00"


def offered(data: str | bytes, name: str) -> Feed:
    with pytest.raises(OffersArticles) as caught:
        read_bytes(data.encode() if isinstance(data, str) else data, name)
    return caught.value.feed


def test_bookmarks_are_listed_with_folders_tags_and_dates() -> None:
    assert offered(BOOKMARKS, "bookmarks.html").entries == (
        FeedEntry(
            "Board & pier",
            "https://news.example/pier",
            summary="Harbour · Read this.",
            tags=("pier", "port"),
            added=DAY,
        ),
        FeedEntry("Fund", "https://news.example/fund"),
    )


def test_however_many_bookmarks_there_are_each_is_listed() -> None:
    links = "".join(f'<DT><A HREF="https://news.example/{number}">{number}</A>\n<DD>why\n' for number in range(1000))
    entries = offered(f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n{links}</DL><p>", "bookmarks.html").entries
    assert [entry.title for entry in entries] == [str(number) for number in range(1000)]
    assert {entry.summary for entry in entries} == {"why"}


def test_the_list_of_pocket_has_tags_and_dates() -> None:
    first, second = offered(POCKET, "ril_export.html").entries
    assert (first.title, first.summary, first.tags, first.added) == ("Pier", "Unread", ("harbour", "pier"), DAY)
    assert (second.title, second.summary, second.tags) == ("https://news.example/court", "Read Archive", ())


@pytest.mark.parametrize(
    "table",
    [
        "title,url,time_added,tags,status\nPier,https://news.example/pier,1717400000,harbour|pier,unread\n",
        'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://news.example/pier,Pier,,unread,1717400000,"[""harbour"",""pier""]"\n',
        "id,title,note,excerpt,url,folder,tags,created\n1,Pier,,,https://news.example/pier,unread,"
        '"harbour, pier",2024-06-03T07:33:20+00:00\n',
    ],
    ids=["Pocket", "Instapaper", "Raindrop"],
)
def test_tables_of_links_are_listed(table: str) -> None:
    (entry,) = offered(f"\ufeff{table}", "links.csv").entries
    assert entry == FeedEntry(
        "Pier", "https://news.example/pier", summary="unread", tags=("harbour", "pier"), added=DAY
    )


def test_a_list_that_leads_nowhere_is_told_of() -> None:
    with pytest.raises(IntakeFailure, match=r"“links\.csv” is a list of links that leads nowhere"):
        read_bytes(b"title,url,tags\nA,javascript:1,\n", "links.csv")


def test_a_list_may_be_kept_as_such(tmp_path: Path) -> None:
    (tmp_path / "bookmarks.html").write_text(BOOKMARKS)
    opened = Sources().read(Source(tmp_path / "bookmarks.html", is_list=True))
    article = opened.article
    assert [block.span.of(article.text) for block in article.blocks if block.analysed] == ["bookmarks"]
    assert [(link.span.of(article.text), link.address) for link in article.markup.inlines] == [
        ("Board & pier", "https://news.example/pier"),
        ("Fund", "https://news.example/fund"),
    ]
    assert "Board & pier · 2024-06-03 · pier, port · Harbour · Read this." in article.text
    assert read_list(opened.original, str(tmp_path / "bookmarks.html")) == opened


FACTS = Origin(
    title="Harbour board denies that it knew",
    byline="Jeff Lange, Ánn van der Keller",
    outlet="The Port News",
    published="2024-06-03",
    address="https://news.example/pier",
)
CSL = """[{"id": "a", "type": "article-newspaper", "title": "Harbour board denies that <i>it</i> knew",
"container-title": "The Port News", "author": [{"family": "Lange", "given": "Jeff"},
{"family": "Keller", "given": "Ánn", "non-dropping-particle": "van der"}],
"issued": {"date-parts": [[2024, "6", 3]]}, "URL": "https://news.example/pier"}]"""
RIS = """TY  - NEWS
TI  - Harbour board denies that it knew
T2  - The Port News
AU  - Lange, Jeff
AU  - van der Keller, Ánn
DA  - 2024/06/03/
UR  - https://news.example/pier
L1  - files/1/pier.txt
KW  - harbour
ER  -
"""
BIBTEX = r"""% exported
@article{lange2024,
  title = {Harbour board {denies} that it knew},
  author = {Lange, Jeff and van der Keller, {\'A}nn},
  journal = "The Port News",
  year = 2024, month = jun, day = 3, date = {2024-06-03},
  url = {https://news.example/pier},
  keywords = {harbour},
  file = {Full Text:files/1/pier.txt:text/plain;Snapshot:files/1/snap.html:text/html},
}
@comment{none}
"""


@pytest.mark.parametrize(("data", "name"), [(CSL, "refs.json"), (RIS, "refs.ris"), (BIBTEX, "refs.bib")])
def test_references_tell_the_facts_of_articles(data: str, name: str) -> None:
    (entry,) = offered(data, name).entries
    assert entry.facts == FACTS
    assert (entry.title, entry.address, entry.published) == (FACTS.title, FACTS.address, FACTS.published)
    assert entry.file == ""


@pytest.mark.parametrize(("data", "name"), [(RIS, "refs.ris"), (BIBTEX, "refs.bib")])
def test_the_file_of_a_reference_is_read_with_its_facts(tmp_path: Path, data: str, name: str) -> None:
    (tmp_path / "files" / "1").mkdir(parents=True)
    (tmp_path / "files" / "1" / "pier.txt").write_text("The board denies that it knew of the rotten piles.\n")
    (tmp_path / name).write_text(data)
    with pytest.raises(OffersArticles) as caught:
        read_file(tmp_path / name)
    (entry,) = caught.value.feed.entries
    assert (entry.file, entry.tags) == ("files/1/pier.txt", ("harbour",))
    origin = Sources().read(Source(tmp_path / entry.file, facts=entry.facts)).article.origin
    assert (origin.title, origin.byline, origin.outlet) == (FACTS.title, FACTS.byline, FACTS.outlet)
    assert (origin.published, origin.address) == (FACTS.published, FACTS.address)


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/passwd", r"C\:\\secret.txt", "file:///etc/passwd"])
def test_a_reference_leads_to_no_file_elsewhere(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("Not to be read.")
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "a.bib").write_text(f"@misc{{a, title = {{Pier}}, file = {{x:{path}:text/plain}}}}")
    with pytest.raises(OffersArticles) as caught:
        read_file(tmp_path / "refs" / "a.bib")
    assert caught.value.feed.entries[0].file == ""


def test_a_reference_may_tell_little() -> None:
    (entry,) = offered("@misc{a, title = {Pier}, doi = {10.1/a}, year = {2024}}", "a.bib").entries
    assert (entry.title, entry.address, entry.published) == ("Pier", "https://doi.org/10.1/a", "2024")


@pytest.mark.parametrize(
    ("data", "name"),
    [("[]" + " " * 20, "a.json"), ('[{"type": "book", "title": "x', "a.json"), ("@article{a, title = {Pier", "a.bib")],
)
def test_damage_is_told_of_in_a_sentence(data: str, name: str) -> None:
    with pytest.raises(IntakeFailure, match=rf"^“{name}” [^\n]+\.$"):
        read_bytes(data.encode(), name)
