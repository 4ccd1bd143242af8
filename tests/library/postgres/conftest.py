"""Starts a PostgreSQL server on a socket for the tests of what a desk shares; where there is none, they are skipped."""

import os
from collections.abc import Iterator

import pytest
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
