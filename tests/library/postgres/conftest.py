"""Starts a PostgreSQL server on a socket for the tests of what a desk shares; where there is none, they are skipped."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

NOT_INSTALLED = "PostgreSQL is not installed: on Debian, “apt-get install postgresql” brings it"


def _programs() -> Path | None:
    """The folder with the server's programs: Debian keeps them beside what is found by name."""
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = kept[-1] if kept else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that nobody else uses."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: “pip install briefing[desk]” brings it")
    programs = _programs()
    if programs is None or os.name != "posix":
        pytest.skip(NOT_INSTALLED)
    # The path of a socket has to be short, and no server runs as root.
    folder = Path(tempfile.mkdtemp(prefix="desk-", dir="/tmp"))
    how: dict[str, object] = {"check": True, "capture_output": True, "cwd": "/"}
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        how["user"] = how["group"] = "postgres"
    data = str(folder / "data")
    try:
        made = [programs / "initdb", "-D", data, "-A", "trust", "-U", "desk", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, **how)
        wanted = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        log = str(folder / "log")
        subprocess.run([programs / "pg_ctl", "-D", data, "-w", "-l", log, "-o", wanted, "start"], **how)
        try:
            yield f"postgresql://desk@/postgres?host={folder}"
        finally:
            subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **how)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def desk(server: str) -> Iterator[str]:
    """The address of a database in which there is nothing yet."""
    import psycopg

    name = f"desk{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield server.replace("/postgres?", f"/{name}?")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
