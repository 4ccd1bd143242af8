"""What the command line opens is read in a process of its own, within limits, and told of in one sentence."""

from pathlib import Path

import pytest

from briefing.intake import IntakeFailure, OffersArticles
from briefing.intake.source_list import Source
from briefing.service import worker
from briefing.service.reader import Reader
from tests.service import rogue_workers

WORDS = "The mayor said on Monday that the bridge would be closed until the spring of next year."
ITEM = "<item><title>Bridge</title><link>https://news.example/bridge</link></item>"
FEED = f"<rss version='2.0'><channel><title>Harbour</title>{ITEM}</channel></rss>"


def written(path: Path, text: str = WORDS) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_an_article_comes_with_its_bytes_and_a_failure_with_its_sentence(tmp_path: Path) -> None:
    with Reader() as reader:
        opened = reader.file(written(tmp_path / "bridge.txt"))
        assert (opened.article.text, opened.original) == (WORDS, WORDS.encode())
        assert opened.article.origin.file == str(tmp_path / "bridge.txt")
        with pytest.raises(IntakeFailure, match=r"“gone\.txt” was not found"):
            reader.file(tmp_path / "gone.txt")
        with pytest.raises(IntakeFailure, match="is a folder"):
            reader.file(tmp_path)
        with pytest.raises(OffersArticles) as offer:
            reader.file(written(tmp_path / "feed.xml", FEED))
        assert offer.value.feed.title == "Harbour"


def test_what_was_one_of_several_and_a_list_that_was_kept_are_read_again(tmp_path: Path) -> None:
    message = "From a@b.example Tue Jun  4 10:00:00 2024\nFrom: a@b.example\nSubject: {}\n\n{}\n"
    box = written(tmp_path / "in.mbox", "\n".join(message.format(title, WORDS) for title in ("One", "Two")))
    links = written(tmp_path / "a.csv", "url,title,tags\nhttps://news.example/pier,Pier,port\n")
    with Reader() as reader:
        for source in (Source(box, piece=1), Source(links, is_list=True)):
            opened = reader.source(source)
            assert reader.again(opened.original, opened.article.origin) == [opened.article]


@pytest.fixture
def mortal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process die of some files and hang at others."""
    monkeypatch.setattr(worker, "serve", rogue_workers.serve_until_deadly)


@pytest.mark.usefixtures("mortal")
def test_a_file_that_takes_too_long_is_given_up_in_one_sentence(tmp_path: Path) -> None:
    with Reader(time_limit=1.0) as reader, pytest.raises(IntakeFailure) as late:
        reader.file(written(tmp_path / "endless.txt"))
    assert late.value.sentence == "“endless.txt” was not read within 1 seconds, and was given up."


@pytest.mark.usefixtures("mortal")
def test_a_file_that_kills_the_process_is_told_of_and_the_next_is_read(tmp_path: Path) -> None:
    with Reader() as reader:
        with pytest.raises(IntakeFailure) as died:
            reader.file(written(tmp_path / "deadly.txt"))
        assert died.value.sentence.startswith("“deadly.txt” made the part of Briefing that reads files stop")
        assert reader.file(written(tmp_path / "good.txt")).article.text == WORDS
