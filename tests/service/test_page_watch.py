"""Watched pages are fetched again by themselves; a change becomes the next version, a loss is told once."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.library import open_library, queries
from briefing.library.operations import RemoveArticle
from briefing.model import BinnedKind
from briefing.service import (
    AnalysisFinished,
    ArticleOpened,
    ArticleUnchanged,
    Event,
    LibraryDone,
    OpeningFailed,
    OperationFailed,
    OperationPerformed,
    PageChanged,
    PageLost,
    PageMoved,
    PageWatched,
    Service,
    SharedWorkers,
)
from briefing.service.http_cache import Visits
from briefing.service.page_watch import EVERY
from tests.intake.web_server import Handler, Site, article, page, redirect, serving
from tests.service.test_service import PATIENCE, Listener
from tests.service.test_web_pages import AFTER, BEFORE

OTHER = "Traders told the council in a letter that stalls had been sold twice over, which a clerk flatly rejected."


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


def binned(service: Service, listener: Listener, article_id: int) -> None:
    job = service.perform(RemoveArticle(article_id))
    listener.wait_for(OperationPerformed, lambda event: event.job == job)


def looked(service: Service, listener: Listener, site: Site, times: int = 1) -> None:
    """The watched pages were looked at, and whatever came of it is done."""
    service.page_watch.look(later(times))
    watched(service, listener, site, f"/behind-{len(listener.events)}", BEFORE + f" It is number {len(site.pages)}.")


def test_a_page_whose_newest_article_lies_in_the_bin_rests(service: Service, listener: Listener, site: Site) -> None:
    first = watched(service, listener, site, "/binned", BEFORE + " It will be binned.")
    site.pages["/binned"] = page(article("Market", OTHER))
    job = service.refresh(first.kept.id)
    second = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    binned(service, listener, second.kept.id)
    asked = len(site.asked)
    looked(service, listener, site)
    assert "/binned" not in [path for path, _ in site.asked[asked:]]


@pytest.mark.parametrize("for_good", [False, True])
def test_what_is_deleted_while_its_page_is_on_its_way_stays_so(
    service: Service, listener: Listener, site: Site, tmp_path: Path, for_good: bool
) -> None:
    first = watched(service, listener, site, "/slow", BEFORE + " It is slow.")
    may_come = threading.Event()
    told_late = page(article("Bridge", BEFORE, AFTER + " It was slow."))

    def slowly(handler: Handler) -> None:
        may_come.wait(PATIENCE)
        told_late(handler)

    site.pages["/slow"] = slowly
    asked = len(site.asked)
    service.page_watch.look(later())
    until(lambda: len(site.asked) > asked)
    binned(service, listener, first.kept.id)
    if for_good:
        library = open_library(tmp_path)
        lying = library.ask(queries.Bin())
        library.close()
        job = service.whole.empty_bin([one for one in lying if one.kind is BinnedKind.ARTICLE])
        listener.wait_for(LibraryDone, lambda event: event.job == job)
    may_come.set()
    looked(service, listener, site)
    library = open_library(tmp_path)
    address = site.url("/slow")
    assert not library.ask(queries.AddressesKept([address]))
    library.close()
    assert not service.page_watch.is_watched(address) or not for_good
    assert not told(listener, PageChanged, OpeningFailed)


def test_a_page_that_went_back_is_told_once(service: Service, listener: Listener, site: Site) -> None:
    before = page(article("Bridge", BEFORE + " It goes back."))
    first = watched(service, listener, site, "/back", BEFORE + " It goes back.")
    site.pages["/back"] = page(article("Bridge", BEFORE + " It goes back.", AFTER))
    service.page_watch.look(later())
    second = listener.wait_for(PageChanged)
    site.pages["/back"] = before
    service.page_watch.look(later(2))
    listener.wait_for(PageChanged, lambda event: event.kept.id == first.kept.id and event is not second)
    looked(service, listener, site, 3)
    assert len(told(listener, PageChanged)) == 2


def test_a_page_that_is_lost_again_is_told_again(
    service: Service, listener: Listener, site: Site, tmp_path: Path
) -> None:
    first = watched(service, listener, site, "/blinks", BEFORE + " It blinks.")
    site.pages["/blinks"] = page(article("Bridge", BEFORE + " It blinks."), ETag='"as-it-was"')
    job = service.refresh(first.kept.id)
    listener.wait_for(ArticleUnchanged, lambda event: event.job == job)
    here, gone = page(b"", status=304), page(b"<p>Nothing here.</p>", status=404)
    site.pages["/blinks"] = gone
    service.page_watch.look(later())
    listener.wait_for(PageLost)
    site.pages["/blinks"] = here
    service.page_watch.look(later(2))
    visits = Visits(tmp_path)
    until(lambda: (visit := visits.last(site.url("/blinks"))) is not None and not visit.lost)
    site.pages["/blinks"] = gone
    service.page_watch.look(later(3))
    until(lambda: len(told(listener, PageLost)) == 2)


def test_a_page_that_moved_is_told_once_of(service: Service, listener: Listener, site: Site) -> None:
    watched(service, listener, site, "/old", BEFORE + " It moves.")
    site.pages["/new"] = page(article("Bridge", BEFORE + " It moves.", AFTER))
    site.pages["/old"] = redirect(site.url("/new"))
    for times in (1, 2):
        looked(service, listener, site, times)
    assert [event.kept.version for event in told(listener, PageChanged) if isinstance(event, PageChanged)] == [2]


HOME = (
    "Snow fell on the hills. A choir sang in the old theatre, and a bakery in Mill Lane won a prize for its rye bread."
)


@pytest.mark.parametrize("status", [301, 302, 308])
def test_a_page_that_moved_is_told_of_once_and_watched_on(
    service: Service, listener: Listener, site: Site, status: int
) -> None:
    body = f"{BEFORE} It moves with {status}."
    first = watched(service, listener, site, f"/from-{status}", body)
    site.pages[f"/to-{status}"] = page(article("Bridge", body))
    site.pages[f"/from-{status}"] = redirect(site.url(f"/to-{status}"), status)
    for times in (1, 2):
        looked(service, listener, site, times)
    (moved,) = told(listener, PageMoved, PageChanged, PageLost)
    assert isinstance(moved, PageMoved)
    assert moved.article_id == first.kept.id
    assert site.url(f"/to-{status}") in moved.sentence
    site.pages[f"/to-{status}"] = page(article("Bridge", body, AFTER))
    service.page_watch.look(later(3))
    assert listener.wait_for(PageChanged).kept.version == 2


@pytest.mark.parametrize("written", ["/same/", "/same/index.html"])
def test_an_address_that_is_but_written_otherwise_is_no_move(
    service: Service, listener: Listener, site: Site, written: str
) -> None:
    watched(service, listener, site, "/same", BEFORE + f" It stays at {written}.")
    site.pages[written], site.pages["/same"] = site.pages["/same"], redirect(site.url(written))
    looked(service, listener, site)
    assert not told(listener, PageMoved, PageChanged, PageLost)


@pytest.mark.parametrize("home", [article("Front page", HOME), b"<html><body><a href='/a'>Start</a></body></html>"])
def test_a_page_whose_address_leads_to_another_is_lost_and_nothing_is_kept_of_that(
    service: Service, listener: Listener, site: Site, tmp_path: Path, home: bytes
) -> None:
    path = f"/led-home-{len(home)}"
    first = watched(service, listener, site, path, BEFORE + f" It leads home, {len(home)}.")
    site.pages["/"], site.pages[path] = page(home), redirect("/")
    for times in (1, 2):
        looked(service, listener, site, times)
    (lost,) = told(listener, PageMoved, PageChanged, PageLost)
    assert isinstance(lost, PageLost)
    assert lost.article_id == first.kept.id
    assert "leads to another page" in lost.sentence
    library = open_library(tmp_path)
    assert not any("choir" in library.ask(queries.WholeArticle(one.id)).text for one in library.ask(queries.Articles()))
    library.close()


def test_a_page_that_the_reader_fetches_again_and_that_leads_elsewhere_is_told_so(
    service: Service, listener: Listener, site: Site
) -> None:
    first = watched(service, listener, site, "/asked", BEFORE + " It is asked for.")
    site.pages["/front"], site.pages["/asked"] = page(article("Front page", HOME)), redirect("/front")
    job = service.refresh(first.kept.id)
    failed = listener.wait_for(OpeningFailed, lambda event: event.job == job)
    assert site.url("/front") in failed.sentence


def test_a_page_that_is_another_now_at_its_own_address_is_kept_and_told(
    service: Service, listener: Listener, site: Site
) -> None:
    watched(service, listener, site, "/withdrawn", BEFORE + " It is withdrawn.")
    words = "This article was withdrawn by the editor on Friday. It named a council member who had not been asked."
    site.pages["/withdrawn"] = page(article("Withdrawn", words))
    service.page_watch.look(later())
    assert listener.wait_for(PageChanged).kept.origin.title == "Withdrawn"


@pytest.mark.parametrize(
    "walled",
    [
        redirect("/login?next=/walled"),
        page(article("Bridge", "Already a subscriber? Log in to continue reading.")),
        page(article("Bridge", BEFORE[:60], "Already a subscriber? Log in. Subscribe to continue reading this story.")),
    ],
)
def test_a_page_behind_a_wall_is_told_of_when_it_stays_there_and_no_version_is_kept(
    service: Service, listener: Listener, site: Site, tmp_path: Path, walled: object
) -> None:
    site.pages["/login"] = page(b"<html><body><form><input name='user'></form></body></html>")
    body = BEFORE + " It gets a wall. " + OTHER + " The clerk gave no reason, and nobody asked for one that evening."
    first = watched(service, listener, site, "/walled", body)
    open_page = site.pages["/walled"]
    site.pages["/walled"] = walled  # type: ignore[assignment]
    for times in (1, 2):
        looked(service, listener, site, times)
    assert not told(listener, PageMoved, PageChanged, PageLost)
    visits, address = Visits(tmp_path), site.url("/walled")
    for times in (3, 4):
        service.page_watch.look(later(times))
        until(lambda times=times: (visit := visits.last(address)) is not None and visit.walled == times)  # type: ignore[misc]
    (lost,) = told(listener, PageMoved, PageChanged, PageLost)
    assert "no longer be read" in lost.sentence  # type: ignore[attr-defined]
    site.pages["/walled"] = open_page
    service.page_watch.look(later(5))
    until(lambda: (visit := visits.last(address)) is not None and not visit.walled)
    library = open_library(tmp_path)
    assert len(library.ask(queries.Versions(first.kept.id))) == 1
    library.close()


def test_what_changes_only_around_the_article_is_no_change(
    service: Service, listener: Listener, site: Site, tmp_path: Path
) -> None:
    body = BEFORE + " What stands around it changes. " + OTHER

    def surrounded(counted: int, teaser: str) -> bytes:
        whole = article("Bridge", body)
        around = (
            f"<aside><h2>Related posts</h2><ul><li><a href='/t'>{teaser}</a></li></ul></aside>"
            f"<p>{counted} comments</p><footer>Page seen {counted} times</footer>"
        )
        return whole.replace(b"</body>", around.encode() + b"</body>")

    site.pages["/around"] = page(surrounded(3, "A choir sang in the old theatre"))
    job = service.open_address(site.url("/around"))
    first = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    job = service.page_watch.watch(first.kept.id, True)
    listener.wait_for(PageWatched, lambda event: event.job == job)
    for times in (1, 2):
        site.pages["/around"] = page(surrounded(3 + 9 * times, f"A bakery in Mill Lane won {times} prizes"))
        looked(service, listener, site, times)
    assert not told(listener, PageMoved, PageChanged, PageLost)
    library = open_library(tmp_path)
    assert len(library.ask(queries.Versions(first.kept.id))) == 1
    library.close()
