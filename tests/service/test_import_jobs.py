"""Many files are imported with an outcome for each, while whatever the reader opens goes first."""

import os
import signal
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import open_library, queries
from briefing.model import Origin
from briefing.model.catalogue import in_english
from briefing.service import (
    AnalysisFinished,
    ArticleOpened,
    ImportFinished,
    ImportOutcome,
    ImportProgressed,
    OutcomeKind,
    PageSource,
    Service,
    SharedWorkers,
)
from briefing.service.import_outcomes import summary_of
from tests.intake.web_server import Handler, Site, article, page, serving
from tests.service.test_service import PATIENCE, Listener

PLACES = ("Varna", "Oporto", "Bergen", "Trieste", "Gdansk", "Bilbao", "Aarhus", "Split", "Galway", "Riga")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def service(folder: Path, listener: Listener, shared_workers: SharedWorkers) -> Iterator[Service]:
    service = Service(folder, listener, shared_workers)
    yield service
    service.close()


def story(number: int) -> str:
    """A short article unlike the others: near duplicates are told by their words."""
    signs = "abcdefghijklmnopqrstuvwxyz"
    words = " ".join(f"{signs[number % 26]}{signs[word % 26]}{word}{number}" for word in range(40))
    return f"Harbour of {PLACES[number % 10]} {number}\n\nThe mayor said on Monday that {words} would be closed."


def articles(folder: Path, count: int, first: int = 0) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        (folder / f"{number:04}.txt").write_text(story(number))
    return folder


def imported(service: Service, listener: Listener, *paths: Path) -> ImportFinished:
    job = service.import_files(paths)
    return listener.wait_for(ImportFinished, lambda event: event.job == job)


def test_each_file_of_a_folder_has_an_outcome(
    service: Service, listener: Listener, tmp_path: Path, folder: Path
) -> None:
    texts = articles(tmp_path / "texts", 4)
    (texts / "again.txt").write_text(story(0))
    (texts / "nothing.txt").write_bytes(b"")
    (texts / "program.txt").write_bytes(b"\x7fELF" + bytes(100))
    finished = imported(service, listener, texts)
    kinds = {outcome.name: outcome.kind for outcome in finished.outcomes}
    assert kinds == {
        "0000.txt": OutcomeKind.NEW,
        "0001.txt": OutcomeKind.NEW,
        "0002.txt": OutcomeKind.NEW,
        "0003.txt": OutcomeKind.NEW,
        "again.txt": OutcomeKind.KNOWN,
        "nothing.txt": OutcomeKind.FAILED,
        "program.txt": OutcomeKind.FAILED,
    }
    assert finished.sentence == "4 new articles; 1 already there; 2 could not be opened: “nothing.txt”, “program.txt”."
    library = open_library(folder)
    assert library.ask(queries.ArticleCount()) == 4
    library.close()


def test_progress_counts_up_and_tells_the_time_that_remains(
    service: Service, listener: Listener, tmp_path: Path
) -> None:
    finished = imported(service, listener, articles(tmp_path / "texts", 6))
    steps = [event for event in listener.events if isinstance(event, ImportProgressed)]
    assert [(step.done, step.of) for step in steps] == [(number, 6) for number in range(1, 7)]
    assert steps[0].remaining is None
    assert steps[-1].remaining == 0
    assert all(step.remaining > 0 for step in steps[3:5] if step.remaining is not None)
    assert tuple(step.outcome for step in steps) == finished.outcomes


def test_what_is_imported_is_analysed_in_the_background(service: Service, listener: Listener, tmp_path: Path) -> None:
    finished = imported(service, listener, articles(tmp_path / "texts", 3))
    for outcome in finished.outcomes:
        listener.wait_for(AnalysisFinished, lambda event, wanted=outcome.article_id: event.article_id == wanted)


def test_what_the_reader_opens_is_analysed_before_what_was_imported(
    service: Service, listener: Listener, tmp_path: Path
) -> None:
    finished = imported(service, listener, articles(tmp_path / "texts", 12))
    wanted = finished.outcomes[-1].article_id
    assert wanted is not None
    job = service.open_kept(wanted)
    listener.wait_for(ArticleOpened, lambda event: event.job == job)
    for outcome in finished.outcomes:
        listener.wait_for(AnalysisFinished, lambda event, each=outcome.article_id: event.article_id == each)
    order = [event.article_id for event in listener.events if isinstance(event, AnalysisFinished)]
    assert order.index(wanted) < len(order) - 1
    assert sorted(order) == sorted(o.article_id for o in finished.outcomes if o.article_id is not None)


def test_what_was_not_analysed_when_the_service_closed_is_analysed_later(
    folder: Path, listener: Listener, tmp_path: Path, shared_workers: SharedWorkers
) -> None:
    first = Service(folder, listener, shared_workers)
    finished = imported(first, listener, articles(tmp_path / "texts", 4))
    first.close()
    known = {outcome.article_id for outcome in finished.outcomes}
    done = {event.article_id for event in listener.events if isinstance(event, AnalysisFinished)}
    second = Service(folder, listener, shared_workers)
    second.analyse_waiting()
    for article_id in known - done:
        listener.wait_for(AnalysisFinished, lambda event, wanted=article_id: event.article_id == wanted)
    second.close()
    assert known - done


def test_an_import_can_be_cancelled_and_keeps_what_it_has(
    service: Service, listener: Listener, tmp_path: Path, folder: Path
) -> None:
    job = service.import_files([articles(tmp_path / "texts", 300)])
    listener.wait_for(ImportProgressed, lambda event: event.done >= 5)
    service.cancel(job)
    finished = listener.wait_for(ImportFinished, lambda event: event.job == job)
    assert finished.cancelled
    assert 5 <= len(finished.outcomes) < 300
    assert finished.sentence.startswith(f"Stopped after {len(finished.outcomes)} of 300 files.")
    library = open_library(folder)
    assert library.ask(queries.ArticleCount()) == len(finished.outcomes)
    library.close()


def test_near_duplicates_are_told_with_what_they_are_like(service: Service, listener: Listener, tmp_path: Path) -> None:
    texts = articles(tmp_path / "texts", 1)
    (texts / "copy.txt").write_text(story(0) + " Readers wrote in.")
    first, second = imported(service, listener, texts).outcomes
    assert (second.kind, second.like) == (OutcomeKind.NEAR_DUPLICATE, first.article_id)
    assert second.like_title == "Harbour of Varna 0"


def test_a_zip_opened_like_a_file_is_imported(service: Service, listener: Listener, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../one.txt", story(1))
        archive.writestr("two.txt", story(2))
    job = service.open_file(path)
    finished = listener.wait_for(ImportFinished, lambda event: event.job == job)
    assert finished.sentence == "2 new articles."
    assert finished.outcomes[0].place == f"{path}/one.txt"


def test_an_empty_folder_is_told(service: Service, listener: Listener, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert imported(service, listener, tmp_path / "empty").sentence == "No article was found."


def test_the_death_of_the_process_costs_one_file(service: Service, listener: Listener, tmp_path: Path) -> None:
    job = service.import_files([articles(tmp_path / "texts", 200)])
    listener.wait_for(ImportProgressed, lambda event: event.done >= 3)
    worker = service._importing._worker
    assert worker is not None
    os.kill(worker.pid, signal.SIGKILL)
    finished = listener.wait_for(ImportFinished, lambda event: event.job == job)
    assert len(finished.outcomes) == 200
    assert sum(outcome.kind is OutcomeKind.FAILED for outcome in finished.outcomes) <= 1


def test_a_long_list_of_failures_is_told_shortly() -> None:
    failed = [ImportOutcome(f"{n}.txt", "", OutcomeKind.FAILED) for n in range(5)]
    assert in_english(summary_of(failed, 5, False)) == "5 could not be opened: “0.txt”, “1.txt”, “2.txt” …."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        for number in range(6):
            site.pages[f"/{number}"] = page(article(f"Story {number}", story(number)))
        yield site


def test_pages_of_a_feed_are_imported_like_files(
    service: Service, listener: Listener, site: Site, folder: Path
) -> None:
    site.pages["/feed"] = page(
        b'<rss version="2.0"><channel><title>X</title><item><title>A</title></item></channel></rss>'
    )
    chosen = [PageSource(site.url(f"/{number}"), f"Story {number}", typed=True) for number in (0, 1, 2)]
    chosen += [PageSource(site.url("/gone"), "Gone", typed=True), PageSource(site.url("/feed"), "Feed", typed=True)]
    job = service.import_pages([*chosen, chosen[0]])
    finished = listener.wait_for(ImportFinished, lambda event: event.job == job)
    kinds = sorted((outcome.name, outcome.kind) for outcome in finished.outcomes)
    assert kinds == [
        ("Feed", OutcomeKind.FAILED),
        ("Gone", OutcomeKind.FAILED),
        ("Story 0", OutcomeKind.KNOWN),
        ("Story 0", OutcomeKind.NEW),
        ("Story 1", OutcomeKind.NEW),
        ("Story 2", OutcomeKind.NEW),
    ]
    sentences = " ".join(outcome.sentence for outcome in finished.outcomes)
    assert "(404)" in sentences
    assert "a feed of its own" in sentences
    library = open_library(folder)
    assert {kept.origin.address for kept in library.ask(queries.Articles())} == {
        site.url(f"/{number}") for number in (0, 1, 2)
    }
    library.close()


def test_a_feed_leads_into_no_private_network(service: Service, listener: Listener, site: Site) -> None:
    job = service.import_pages([PageSource(site.url("/0"), "Story 0")])
    finished = listener.wait_for(ImportFinished, lambda event: event.job == job)
    assert "leads into a private network" in finished.outcomes[0].sentence
    assert site.asked == []


def test_pages_that_do_not_come_hold_up_no_cancel(service: Service, listener: Listener, site: Site) -> None:
    def never(handler: Handler) -> None:
        site.closing.wait(30)

    site.pages["/slow"] = never
    job = service.import_pages([PageSource(site.url("/slow"), str(number), typed=True) for number in range(5)])
    deadline = time.monotonic() + PATIENCE
    while len(site.asked) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    service.cancel(job)
    finished = listener.wait_for(ImportFinished, lambda event: event.job == job)
    assert finished.cancelled
    assert finished.outcomes == ()
    assert len(site.asked) == 2


def test_all_articles_of_a_file_of_several_are_imported(
    service: Service, listener: Listener, tmp_path: Path, folder: Path
) -> None:
    message = "From a@b.example Tue Jun  4 10:00:00 2024\nFrom: a@b.example\nSubject: Mail {}\n\n{}\n"
    (tmp_path / "in.mbox").write_text("\n".join(message.format(number, story(number)) for number in range(3)))
    finished = imported(service, listener, tmp_path / "in.mbox")
    assert [(outcome.name, outcome.kind) for outcome in finished.outcomes] == [
        (f"Mail {number}", OutcomeKind.NEW) for number in range(3)
    ]
    assert finished.of == 3
    library = open_library(folder)
    assert {kept.origin.file for kept in library.ask(queries.Articles())} == {str(tmp_path / "in.mbox")}
    library.close()


def test_what_a_list_tells_of_an_article_is_kept_with_it(
    service: Service, listener: Listener, site: Site, tmp_path: Path, folder: Path
) -> None:
    """Tags of a list of links, and facts of a list of references, of an article that is known as of a new one."""
    refs = tmp_path / "refs"
    refs.mkdir()
    (refs / "pier.txt").write_text(story(1))
    told = "title = {{Told by the list}}, author = {{Lange, Jeff}}, keywords = {{pier}}"
    entry = f"@misc{{{{{{0}}, {told}, file = {{{{x:{{1}}:a}}}}}}}}\n"
    imported(service, listener, refs / "pier.txt")
    (refs / "a.bib").write_text(entry.format("a", "pier.txt") + entry.format("b", "gone.txt"))
    finished = imported(service, listener, refs / "a.bib")
    left, known = finished.outcomes
    assert (left.kind, known.kind) == (OutcomeKind.FAILED, OutcomeKind.KNOWN)
    assert "also lists an article that is not on this machine" in left.sentence
    page = PageSource(site.url("/2"), "Story 2", True, Origin(outlet="The Port News"), ("harbour",))
    job = service.import_pages([page])
    listener.wait_for(ImportFinished, lambda event: event.job == job)
    library = open_library(folder)
    pier, web = sorted(library.ask(queries.Articles()), key=lambda kept: kept.origin.title, reverse=True)
    assert (pier.origin.title, pier.origin.byline, pier.tags) == ("Told by the list", "Jeff Lange", ("pier",))
    assert (web.origin.outlet, web.tags) == ("The Port News", ("harbour",))
    library.close()
