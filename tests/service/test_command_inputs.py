"""What is named on the command line is opened: files, addresses, feeds, folders."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.intake import Feed, IntakeFailure, Opened
from briefing.service.command_inputs import each_opened, name_for, opened
from briefing.service.reader import Reader
from tests.intake.web_server import Site, article, page, serving

WORDS = "The mayor said on Monday that the bridge would be closed until the spring of next year."
ITEM = b"<item><title>Bridge</title><link>%s</link></item>"
FEED = b"<rss version='2.0'><channel><title>Harbour</title>" + ITEM + b"</channel></rss>"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        site.pages["/bridge"] = page(article("Bridge", WORDS))
        site.pages["/feed"] = page(FEED % site.url("/bridge").encode(), "application/rss+xml")
        yield site


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def read(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "briefing", "read", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=120, check=False)


def test_an_address_is_fetched_and_read(site: Site, reader: Reader) -> None:
    found = opened(site.url("/bridge"), reader).article
    assert (found.title, found.origin.address) == ("Bridge", site.url("/bridge"))
    assert WORDS in found.text


def test_a_folder_gives_each_article_and_each_failure(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "b.txt").write_bytes(b"")
    first, second = each_opened(str(tmp_path), reader)
    assert isinstance(first, Opened)
    assert isinstance(second, IntakeFailure)
    assert second.sentence == "“b.txt” is empty. Nothing was opened."


def test_a_feed_in_a_folder_gives_what_it_offers(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "feed.xml").write_bytes(FEED % b"https://news.example/bridge")
    (found,) = each_opened(str(tmp_path), reader)
    assert isinstance(found, Feed)


def test_a_feed_gives_what_it_offers(site: Site, reader: Reader) -> None:
    (found,) = each_opened(site.url("/feed"), reader)
    assert isinstance(found, Feed)
    assert found.entries[0].title == "Bridge"


def test_a_page_that_is_not_there_gives_the_reason(site: Site, reader: Reader) -> None:
    (found,) = each_opened(site.url("/gone"), reader)
    assert isinstance(found, IntakeFailure)
    assert not isinstance(found, Opened)


def test_a_name_is_made_of_a_file_or_an_address() -> None:
    assert name_for("texts/bridge.html") == "bridge"
    assert name_for("https://news.example/2026/bridge.html?x=1") == "bridge"
    assert name_for("https://news.example/") == "news.example"


def test_the_command_prints_the_article_at_an_address(site: Site) -> None:
    ran = read(site.url("/bridge"), "--json")
    assert json.loads(ran.stdout)["article"]["address"] == site.url("/bridge")
    assert ran.returncode == 0


def test_the_command_lists_a_feed(site: Site) -> None:
    ran = read(site.url("/feed"))
    assert ran.stdout.split() == ["Harbour", "Bridge", site.url("/bridge")]
    offered = json.loads(read(site.url("/feed"), "--json").stdout)
    assert offered["feed"]["entries"][0]["address"] == site.url("/bridge")


def test_the_command_tells_in_one_line_why_a_page_was_not_fetched(site: Site) -> None:
    ran = read(site.url("/gone"))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert len(ran.stderr.splitlines()) == 1
    assert "404" in ran.stderr


def test_the_command_prints_a_line_for_each_file_of_a_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    ran = read(str(tmp_path), "--json")
    assert [json.loads(line)["text"] for line in ran.stdout.splitlines()] == [WORDS, WORDS]


def mailbox(*subjects: str) -> bytes:
    message = "From a@b.example Tue Jun  4 10:00:00 2024\nFrom: a@b.example\nSubject: {}\n\n{}\n"
    return "\n".join(message.format(subject, WORDS) for subject in subjects).encode()


def test_one_of_several_articles_is_opened_by_its_number(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "in.mbox").write_bytes(mailbox("Pier", "Fund"))
    assert opened(tmp_path / "in.mbox", reader, 2).article.title == "Fund"
    with pytest.raises(IntakeFailure, match="offers 2 articles; there is none with the number 3"):
        opened(tmp_path / "in.mbox", reader, 3)


def test_a_file_of_several_articles_gives_each(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "in.mbox").write_bytes(mailbox("Pier", "Fund"))
    for given in (tmp_path / "in.mbox", tmp_path):
        found = list(each_opened(str(given), reader))
        assert [one.article.title for one in found if isinstance(one, Opened)] == ["Pier", "Fund"]
