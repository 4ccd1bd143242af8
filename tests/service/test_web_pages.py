"""The service opens web addresses, fetches pages again as versions, and a failed fetch changes nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import open_library, queries
from briefing.service import (
    ArticleOpened,
    ArticleUnchanged,
    FeedOffered,
    JobCancelled,
    OpeningFailed,
    Service,
    SharedWorkers,
)
from tests.intake.web_server import Handler, Site, article, page, redirect, serving
from tests.service.test_service import Listener

BEFORE = "The harbour master said on Monday that the old bridge would stay closed until the spring of next year."
AFTER = "The harbour master denied on Friday that the old bridge would be opened to lorries before the summer."


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library")


@pytest.fixture(scope="module")
def listener() -> Listener:
    return Listener()


@pytest.fixture(scope="module")
def service(folder: Path, listener: Listener, shared_workers: SharedWorkers) -> Iterator[Service]:
    service = Service(folder, listener, shared_workers)
    yield service
    service.close()


def opened(service: Service, listener: Listener, address: str) -> ArticleOpened:
    job = service.open_address(address)
    return listener.wait_for(ArticleOpened, lambda event: event.job == job)


def failure(listener: Listener, job: int) -> str:
    return listener.wait_for(OpeningFailed, lambda event: event.job == job).sentence


def test_a_page_is_fetched_kept_and_shown_with_its_original(
    service: Service, listener: Listener, site: Site, folder: Path
) -> None:
    body = article("Bridge closed", BEFORE)
    site.pages["/bridge"] = page(body)
    event = opened(service, listener, site.url("/bridge"))
    assert event.newly_kept
    assert event.article.title == "Bridge closed"
    assert event.kept.origin.address == site.url("/bridge")
    library = open_library(folder)
    assert library.ask(queries.OriginalBytes(event.kept.origin.digest)) == body
    library.close()


def test_a_changed_page_is_the_next_version(service: Service, listener: Listener, site: Site) -> None:
    site.pages["/changing"] = page(article("Bridge", BEFORE))
    first = opened(service, listener, site.url("/changing"))
    site.pages["/changing"] = page(article("Bridge", BEFORE, AFTER))
    job = service.refresh(first.kept.id)
    second = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    assert (second.kept.former, second.kept.version) == (first.kept.id, 2)
    assert AFTER in second.article.text


def test_an_unchanged_page_is_not_sent_again(service: Service, listener: Listener, site: Site) -> None:
    def answer(handler: Handler) -> None:
        same = handler.headers.get("If-None-Match") == '"1"'
        page(b"" if same else article("Same", BEFORE + " Same."), status=304 if same else 200, ETag='"1"')(handler)

    site.pages["/same"] = answer
    first = opened(service, listener, site.url("/same"))
    job = service.refresh(first.kept.id)
    assert listener.wait_for(ArticleUnchanged, lambda event: event.job == job).article_id == first.kept.id
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    again = opened(service, listener, site.url("/same"))
    assert (again.kept.id, again.newly_kept) == (first.kept.id, False)


def test_a_page_that_comes_whole_but_says_the_same_is_unchanged(
    service: Service, listener: Listener, site: Site
) -> None:
    site.pages["/counted"] = page(article("Counted", BEFORE + " Counted."))
    first = opened(service, listener, site.url("/counted"))
    site.pages["/counted"] = page(article("Counted", BEFORE + " Counted.") + b"<!-- visitor 2 -->")
    job = service.refresh(first.kept.id)
    assert "has not changed" in listener.wait_for(ArticleUnchanged, lambda event: event.job == job).sentence


@pytest.mark.parametrize("status", [404, 410, 500])
def test_a_failed_fetch_changes_nothing(
    service: Service, listener: Listener, site: Site, folder: Path, status: int
) -> None:
    path = f"/gone-{status}"
    site.pages[path] = page(article(f"Gone {status}", BEFORE + f" It was page {status}."))
    first = opened(service, listener, site.url(path))
    site.pages[path] = page(b"<p>Nothing here.</p>", status=status)
    assert failure(listener, service.refresh(first.kept.id))
    library = open_library(folder)
    assert library.ask(queries.WholeArticle(first.kept.id)).text == first.article.text
    assert len(library.ask(queries.Versions(first.kept.id))) == 1
    library.close()


def test_a_refreshed_page_without_an_article_changes_nothing(service: Service, listener: Listener, site: Site) -> None:
    site.pages["/wall"] = page(article("Wall", BEFORE + " Wall."))
    first = opened(service, listener, site.url("/wall"))
    site.pages["/wall"] = page(b"<html><body><button>Accept all</button></body></html>")
    assert "article" in failure(listener, service.refresh(first.kept.id))
    job = service.open_kept(first.kept.id)
    assert listener.wait_for(ArticleOpened, lambda event: event.job == job).article.text == first.article.text


def test_a_feed_offers_its_entries_and_an_entry_never_leads_home(
    service: Service, listener: Listener, site: Site
) -> None:
    feed = (
        f"<rss version='2.0'><channel><title>F</title><item><title>One</title><link>{site.url('/bridge')}</link></item>"
    )
    site.pages["/feed"] = page((feed + "</channel></rss>").encode(), "application/rss+xml")
    job = service.open_address(site.url("/feed"))
    (entry,) = listener.wait_for(FeedOffered, lambda event: event.job == job).feed.entries
    assert (entry.title, entry.address) == ("One", site.url("/bridge"))
    assert "private network" in failure(listener, service.open_address(entry.address, typed=False))


def test_a_feed_in_a_file_offers_its_entries_too(service: Service, listener: Listener, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text("<rss version='2.0'><channel><item><title>One</title></item></channel></rss>")
    job = service.open_file(path)
    assert listener.wait_for(FeedOffered, lambda event: event.job == job).feed.entries[0].title == "One"


def test_a_saved_page_cannot_lead_into_the_private_network(
    service: Service, listener: Listener, site: Site, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    link = f'<link rel="canonical" href="{site.url("/secret")}">'
    path.write_bytes(article("Saved", BEFORE + " Saved.").replace(b"</head>", link.encode() + b"</head>"))
    job = service.open_file(path)
    kept = listener.wait_for(ArticleOpened, lambda event: event.job == job).kept
    assert failure(listener, service.refresh(kept.id))
    assert not any(asked == "/secret" for asked, _ in site.asked)


def test_what_is_no_address_is_told(service: Service, listener: Listener) -> None:
    job = service.open_address("file:///etc/passwd")
    assert "not a web address" in failure(listener, job)


def test_a_redirected_page_is_kept_under_its_last_address(service: Service, listener: Listener, site: Site) -> None:
    site.pages["/short"] = redirect("/long")
    site.pages["/long"] = page(article("Long", BEFORE + " Long."))
    assert opened(service, listener, site.url("/short")).kept.origin.address == site.url("/long")


def test_a_fetch_can_be_cancelled(service: Service, listener: Listener, site: Site) -> None:
    def slow(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not site.closing.wait(0.05):
            handler.wfile.write(b"<p>more</p>")

    site.pages["/slow"] = slow
    job = service.open_address(site.url("/slow"))
    while not any(path == "/slow" for path, _ in site.asked):
        site.closing.wait(0.02)
    service.cancel(job)
    listener.wait_for(JobCancelled, lambda event: event.job == job)


def test_the_web_is_not_loaded_before_an_address_is_opened() -> None:
    code = "import sys, briefing.service; sys.exit('httpx' in sys.modules or 'feedparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
