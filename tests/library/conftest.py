"""Lets the tests of the library find the samples that they share, and starts a PostgreSQL server for those of a desk.

Where there is no server to be started, what needs one is skipped.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from desk_server import NO_DRIVER, NOT_INSTALLED, Server, programs, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server that nobody else uses."""
    pytest.importorskip("psycopg", reason=NO_DRIVER)
    found = programs()
    if found is None or os.name != "posix":
        pytest.skip(NOT_INSTALLED)
    with running(found) as server:
        yield server


@pytest.fixture
def desk(server: Server) -> Iterator[str]:
    """The address of a database in which there is nothing yet."""
    address = server.new_database()
    yield address
    server.drop(address)


@pytest.fixture(params=["folder", "desk"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a library is kept in which there is nothing yet: in a folder, and then in the database of a desk."""
    if request.param == "folder":
        return tmp_path / "library"
    address: str = request.getfixturevalue("desk")
    return address
