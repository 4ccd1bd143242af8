"""What all tests share: no screen, no library of the reader's, and the sample article."""

import itertools
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# Before Qt is imported anywhere: tests open their windows on no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What runs longer than a test, a process of a worker among others, sees none of the reader's templates and house style.
os.environ["BRIEFING_TEMPLATES"] = str(Path(tempfile.gettempdir(), f"briefing-tests-{os.getpid()}"))
# What is said is compared in English, whatever the developer speaks.
os.environ["LANGUAGE"] = "en"

from briefing.resources import sample_article as find_sample_article

# No example fails because the machine is busy.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

if TYPE_CHECKING:
    from briefing.service import SharedWorkers


_folders = itertools.count(1)


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Give each test a folder of its own, by a number: pytest's looks through those of all tests before it."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    path = tmp_path_factory.getbasetemp() / f"{name}-{next(_folders)}"
    path.mkdir()
    return path


@pytest.fixture(autouse=True)
def library_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a library, templates and a house style of its own, so that none can touch the reader's."""
    folder = tmp_path / "library"
    monkeypatch.setenv("BRIEFING_LIBRARY", str(folder))
    monkeypatch.setenv("BRIEFING_TEMPLATES", str(tmp_path / "templates"))
    return folder


@pytest.fixture
def sample_article() -> Path:
    """Give the path of the article that a first start opens."""
    return find_sample_article()


@pytest.fixture
def quick_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let watched folders be looked at often, so that nobody waits for the next look."""
    from briefing.service import folder_watcher

    monkeypatch.setattr(folder_watcher, "EVERY", 0.05)


@pytest.fixture(scope="session")
def shared_workers() -> Iterator["SharedWorkers"]:
    """Keep the processes that read and analyse for all tests that neither end them nor change what they see.

    To load the language model takes seconds; a service that is given none of these starts processes of its own.
    """
    from briefing.service import SharedWorkers

    workers = SharedWorkers(wait=True)
    # The processes end with the last service that shares them: this share is there until the end.
    shares = [worker.share(lambda _: None, lambda _: None) for worker in (workers.reading, workers.analysing)]
    yield workers
    for share in shares:
        share.close()
