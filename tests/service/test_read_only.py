"""A library that may only be read: the service says so, and reading in it goes on without a complaint."""

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from briefing.intake import read_bytes
from briefing.library import open_library
from briefing.library.paths import DATABASE
from briefing.model.catalogue import in_english
from briefing.service import (
    AnalysisFailed,
    AnalysisFinished,
    ArticleChanged,
    ArticleOpened,
    ArticlesListed,
    OpeningFailed,
    OperationFailed,
    Service,
    SharedWorkers,
    WritingSettled,
)
from briefing.service.article_queries import ListArticles
from tests.service.test_service import Listener


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A library with one article, written by a version of the program that is still to come."""
    library = open_library(tmp_path)
    page = (
        b'<html><head><link rel="canonical" href="https://paper.example/bridge"><title>The bridge</title></head><body>'
        b"<article><h1>The bridge</h1><p>The mayor said on Monday that the bridge is closed, and that it "
        b"would stay closed until the spring of next year, when the money for it is there.</p></article></body></html>"
    )
    opened = read_bytes(page, name="bridge.html")
    library.keep_article(opened.article, opened.original)
    library.close()
    connection = apsw.Connection(str(tmp_path / DATABASE))
    connection.pragma("user_version", 9999)
    connection.close()
    return tmp_path


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def service(newer: Path, listener: Listener, shared_workers: SharedWorkers) -> Iterator[Service]:
    service = Service(newer, listener, shared_workers)
    yield service
    service.close()


def test_the_service_says_that_nothing_can_be_written(service: Service, listener: Listener) -> None:
    assert "newer version" in in_english(listener.wait_for(WritingSettled).refusal)


def test_the_service_says_so_of_a_library_that_cannot_be_opened(
    tmp_path: Path, listener: Listener, shared_workers: SharedWorkers
) -> None:
    (tmp_path / "library").write_text("not a folder", encoding="utf-8")
    service = Service(tmp_path / "library", listener, shared_workers)
    assert "could not be made" in in_english(listener.wait_for(WritingSettled).refusal)
    service.close()


def test_an_article_is_opened_and_analysed_without_a_complaint(service: Service, listener: Listener) -> None:
    service.ask(ListArticles())
    (kept,) = listener.wait_for(ArticlesListed).articles
    service.open_kept(kept.id)
    assert listener.wait_for(ArticleOpened).article.title == "The bridge"
    listener.wait_for(ArticleChanged)
    assert listener.wait_for(AnalysisFinished).analysis.complete
    assert not [event for event in listener.events if isinstance(event, OpeningFailed | AnalysisFailed)]


def test_no_page_is_watched_for_it(newer: Path, service: Service, listener: Listener) -> None:
    service.ask(ListArticles())
    (kept,) = listener.wait_for(ArticlesListed).articles
    assert kept.origin.address
    job = service.page_watch.watch(kept.id, True)
    refused = listener.wait_for(OperationFailed, lambda event: event.job == job)
    assert "newer version" in refused.sentence
    assert not (newer / "visits").exists()
