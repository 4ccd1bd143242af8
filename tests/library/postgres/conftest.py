"""Starts a PostgreSQL server on a socket for the tests of what a desk shares; where there is none, they are skipped."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

NO_DRIVER = "psycopg is not installed: pip install “briefing[desk]” brings it"
NOT_INSTALLED = "PostgreSQL is not installed: on Debian, “apt-get install postgresql” brings it"


def _programs() -> Path | None:
    """The folder with the server's programs: Debian keeps them beside what is found by name."""
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = kept[-1] if kept else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


class Server:
    """A server that nobody else uses, reached by a socket alone; it never runs as root."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder = programs, folder
        self._data = str(folder / "data")
        self._as: dict[str, object] = {}
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            self._as = {"user": "postgres", "group": "postgres"}
        self._run("initdb", "-D", self._data, "-A", "trust", "-U", "desk", "-E", "UTF8", "--locale=C", "--no-sync")

    @property
    def address(self) -> str:
        """Of the database from which others are made."""
        return f"postgresql://desk@/postgres?host={self._folder}"

    def start(self) -> None:
        wanted = f"-c listen_addresses= -c unix_socket_directories={self._folder} -c fsync=off"
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self._folder / "log"), "-o", wanted, "start")

    def kill(self) -> None:
        """End it as one that crashes: nothing is written any more."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        how = {"check": True, "capture_output": True, "cwd": "/", **self._as}
        subprocess.run([str(self._programs / program), *arguments], **how)  # type: ignore[call-overload]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    pytest.importorskip("psycopg", reason=NO_DRIVER)
    programs = _programs()
    if programs is None or os.name != "posix":
        pytest.skip(NOT_INSTALLED)
    # The path of a socket has to be short.
    folder = Path(tempfile.mkdtemp(prefix="desk-", dir="/tmp"))
    try:
        server = Server(programs, folder)
        server.start()
        yield server
        server.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def desk(server: Server) -> Iterator[str]:
    """The address of a database in which there is nothing yet."""
    name = f"desk{uuid4().hex}"
    _execute(server, f"CREATE DATABASE {name}")
    yield server.address.replace("/postgres?", f"/{name}?")
    _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def _execute(server: Server, statement: str) -> None:
    import psycopg

    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute(statement)
