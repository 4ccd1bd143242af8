"""Watched pages are fetched again by themselves; a change becomes the next version, a loss is told once."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.library import open_library, queries
from briefing.service import (
    AnalysisFinished,
    ArticleOpened,
    Event,
    OpeningFailed,
    OperationFailed,
    PageChanged,
    PageLost,
    PageWatched,
    Service,
    SharedWorkers,
)
from briefing.service.page_watch import EVERY
from tests.intake.web_server import Site, article, page, serving
from tests.service.test_service import PATIENCE, Listener
from tests.service.test_web_pages import AFTER, BEFORE


def later(times: int = 1) -> datetime:
    """When pages that were fetched just now are due again, so many times."""
    return datetime.now(UTC) + times * (EVERY + timedelta(minutes=1))


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def service(tmp_path: Path, listener: Listener, shared_workers: SharedWorkers) -> Iterator[Service]:
    service = Service(tmp_path, listener, shared_workers)
    yield service
    service.close()


def watched(service: Service, listener: Listener, site: Site, path: str, body: str) -> ArticleOpened:
    """An article whose page is watched."""
    site.pages[path] = page(article("Bridge", body))
    job = service.open_address(site.url(path))
    first = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    job = service.page_watch.watch(first.kept.id, True)
    assert listener.wait_for(PageWatched, lambda event: event.job == job).watched
    return first


def settled(service: Service, listener: Listener) -> None:
    """Everything that was to be done before now is done."""
    job = service.page_watch.watch(0, False)
    listener.wait_for(OperationFailed, lambda event: event.job == job)


def until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread does without telling."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        threading.Event().wait(0.01)


def told(listener: Listener, *kinds: type[Event]) -> list[Event]:
    return [event for event in listener.events if isinstance(event, kinds)]


def test_a_change_of_a_watched_page_is_kept_analysed_and_told(
    service: Service, listener: Listener, site: Site, tmp_path: Path
) -> None:
    first = watched(service, listener, site, "/changes", BEFORE)
    site.pages["/changes"] = page(article("Bridge", BEFORE, AFTER))
    service.page_watch.look(later())
    changed = listener.wait_for(PageChanged)
    assert (changed.kept.former, changed.kept.version) == (first.kept.id, 2)
    assert "Bridge" in changed.sentence
    listener.wait_for(AnalysisFinished, lambda event: event.article_id == changed.kept.id)
    assert len(told(listener, ArticleOpened)) == 1
    site.pages["/changes"] = page(article("Bridge", AFTER))
    service.page_watch.look(later(2))
    third = listener.wait_for(PageChanged, lambda event: event is not changed)
    assert (third.kept.former, third.kept.version) == (changed.kept.id, 3)
    assert service.page_watch.is_watched(site.url("/changes"))


def test_a_page_that_says_the_same_is_not_told_of(service: Service, listener: Listener, site: Site) -> None:
    watched(service, listener, site, "/stays", BEFORE + " It stays.")
    asked = len(site.asked)
    service.page_watch.look(later())
    until(lambda: len(site.asked) > asked)
    other = watched(service, listener, site, "/other", BEFORE + " It is another.")
    assert other
    assert not told(listener, PageChanged, PageLost, OpeningFailed)


def test_no_page_is_fetched_before_its_time(service: Service, listener: Listener, site: Site) -> None:
    watched(service, listener, site, "/early", BEFORE + " It is early.")
    asked = len(site.asked)
    service.page_watch.look(datetime.now(UTC) + EVERY / 2)
    settled(service, listener)
    assert len(site.asked) == asked


def test_a_lost_page_is_told_once_and_the_article_stays(
    service: Service, listener: Listener, site: Site, tmp_path: Path
) -> None:
    first = watched(service, listener, site, "/lost", BEFORE + " It will be lost.")
    site.pages["/lost"] = page(b"<p>Nothing here.</p>", status=404)
    service.page_watch.look(later())
    lost = listener.wait_for(PageLost)
    assert lost.article_id == first.kept.id
    asked = len(site.asked)
    service.page_watch.look(later(2))
    until(lambda: len(site.asked) > asked)
    settled(service, listener)
    assert len(told(listener, PageLost)) == 1
    assert not told(listener, OpeningFailed)
    library = open_library(tmp_path)
    assert library.ask(queries.WholeArticle(first.kept.id)).text == first.article.text
    library.close()


@pytest.mark.parametrize("body", [b"<html><body><button>Accept all</button></body></html>", b""])
def test_a_page_that_became_no_article_is_passed_over(
    service: Service, listener: Listener, site: Site, body: bytes
) -> None:
    watched(service, listener, site, "/wall", BEFORE + " It gets a wall.")
    site.pages["/wall"] = page(body)
    asked = len(site.asked)
    service.page_watch.look(later())
    until(lambda: len(site.asked) > asked)
    watched(service, listener, site, "/behind", BEFORE + " It comes behind.")
    assert not told(listener, PageChanged, PageLost, OpeningFailed)


def test_what_is_watched_no_more_is_not_fetched(service: Service, listener: Listener, site: Site) -> None:
    first = watched(service, listener, site, "/once", BEFORE + " It was watched once.")
    job = service.page_watch.watch(first.kept.id, False)
    assert not listener.wait_for(PageWatched, lambda event: event.job == job).watched
    asked = len(site.asked)
    service.page_watch.look(later())
    settled(service, listener)
    assert len(site.asked) == asked
    assert not service.page_watch.is_watched(site.url("/once"))


def test_an_article_without_an_address_cannot_be_watched(service: Service, listener: Listener, tmp_path: Path) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(BEFORE, encoding="utf-8")
    job = service.open_file(file)
    kept = listener.wait_for(ArticleOpened, lambda event: event.job == job).kept
    job = service.page_watch.watch(kept.id, True)
    assert "no web address" in listener.wait_for(OperationFailed, lambda event: event.job == job).sentence


def test_a_page_is_still_watched_after_a_restart(
    service: Service, listener: Listener, site: Site, tmp_path: Path, shared_workers: SharedWorkers
) -> None:
    watched(service, listener, site, "/again", BEFORE + " It is watched on.")
    service.close()
    site.pages["/again"] = page(article("Bridge", BEFORE, AFTER + " Again."))
    after = Listener()
    reopened = Service(tmp_path, after, shared_workers)
    try:
        reopened.page_watch.look(later())
        assert after.wait_for(PageChanged).kept.version == 2
    finally:
        reopened.close()
