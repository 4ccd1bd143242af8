"""A brief that takes long keeps nobody waiting: files are read meanwhile, and it is stopped at a word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model import BriefWish
from briefing.service import ArticleOpened, BriefExported, JobCancelled, Service, SharedWorkers, WorkerRestarted
from tests.service.test_service import Listener

ENDLESS = """#import "@local/briefing:1.0.0": *
#let turns = range(30000)
#for one in turns { for other in turns { for third in turns { if one + other < 0 [never] } } }
"""
"""A template that is set until somebody stops it."""


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def service(tmp_path: Path, listener: Listener, shared_workers: SharedWorkers) -> Iterator[Service]:
    service = Service(tmp_path / "library", listener, shared_workers)
    yield service
    service.close()


@pytest.fixture
def number(service: Service, listener: Listener, tmp_path: Path) -> int:
    """The number of an article that is kept."""
    return opened(service, listener, tmp_path, "ferry")


def opened(service: Service, listener: Listener, folder: Path, name: str) -> int:
    file = folder / f"{name}.txt"
    file.write_text(f"About the {name}\n\nThe {name} sails on Monday.\n", encoding="utf-8")
    job = service.open_file(file)
    return listener.wait_for(ArticleOpened, lambda event: event.job == job).kept.id


def test_files_are_read_while_a_brief_is_written_and_the_brief_is_stopped(
    service: Service, listener: Listener, number: int, tmp_path: Path
) -> None:
    template = tmp_path / "endless.typ"
    template.write_text(ENDLESS, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    first = service.export_brief((number,), BriefWish(template=str(template)), out / "endless.pdf", "pdf")
    waiting = [service.export_brief((number,), BriefWish(), out / f"{name}.md", "md") for name in ("one", "two")]
    assert opened(service, listener, tmp_path, "barge") != number
    assert not [event for event in listener.events if isinstance(event, BriefExported)]
    service.cancel(first)
    service.cancel(waiting[0])
    for job in (first, waiting[0]):
        listener.wait_for(JobCancelled, lambda event, job=job: event.job == job)
    # What waited behind it is written all the same.
    assert listener.wait_for(BriefExported).path == out / "two.md"
    assert [path.name for path in out.iterdir()] == ["two.md"]
    assert not [event for event in listener.events if isinstance(event, WorkerRestarted)]


def test_a_service_that_comes_when_the_last_one_has_gone_exports_too(
    tmp_path: Path, shared_workers: SharedWorkers
) -> None:
    # Nothing is exported anew but by the process that ended; those that read and analyse may go on.
    workers = SharedWorkers(wait=True)
    workers.numbers, workers.reading, workers.analysing = (
        shared_workers.numbers,
        shared_workers.reading,
        shared_workers.analysing,
    )
    for turn in ("one", "two"):
        heard = Listener()
        service = Service(tmp_path / "library", heard, workers)
        service.export_brief((opened(service, heard, tmp_path, turn),), BriefWish(), tmp_path / f"{turn}.md", "md")
        assert heard.wait_for(BriefExported).path == tmp_path / f"{turn}.md"
        service.close()
