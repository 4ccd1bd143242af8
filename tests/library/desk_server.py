"""A PostgreSQL server for tests: started on a socket as a user of its own, killed as by a crash, gone at the end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

NO_DRIVER = "psycopg is not installed: pip install “briefing[desk]” brings it"
NOT_INSTALLED = "PostgreSQL is not installed: on Debian, “apt-get install postgresql” brings it"


NO_VECTORS = "No PostgreSQL here has pgvector; the folder of one's programs is told by POSTGRES_PROGRAMS"


def programs_with_vectors() -> Path | None:
    """The folder with the programs of a server that has pgvector, told or found."""
    told = os.environ.get("POSTGRES_PROGRAMS")
    found = Path(told) if told else programs()
    if found is None or not (found / "initdb").is_file():
        return None
    # Debian keeps what is shared elsewhere; others keep it beside.
    shared = (Path(f"/usr/share/postgresql/{found.parent.name}"), found.parent / "share" / "postgresql")
    return found if any((one / "extension" / "vector.control").is_file() for one in shared) else None


def programs() -> Path | None:
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
    def folder(self) -> Path:
        """Of its socket, and of its data."""
        return self._folder

    @property
    def address(self) -> str:
        """Of the database from which others are made."""
        return f"postgresql://desk@/postgres?host={self._folder}"

    def start(self, *settings: str) -> None:
        """Start it; without settings of its own, it waits for no disk."""
        told = ("listen_addresses=", f"unix_socket_directories={self._folder}", *(settings or ("fsync=off",)))
        wanted = " ".join(f"-c {one}" for one in told)
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self._folder / "log"), "-o", wanted, "start")

    def kill(self) -> None:
        """End it as one that crashes: nothing is written any more."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        how = {"check": True, "capture_output": True, "cwd": "/", **self._as}
        subprocess.run([str(self._programs / program), *arguments], **how)  # type: ignore[call-overload]

    def new_database(self) -> str:
        """The address of a database in which there is nothing yet."""
        name = f"desk{uuid4().hex}"
        self.execute(f"CREATE DATABASE {name}")
        return self.address.replace("/postgres?", f"/{name}?")

    def drop(self, address: str) -> None:
        name = address.split("/")[3].split("?")[0]
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def copy(self, address: str, other: str) -> None:
        """Back one database up, and take that back as another one."""
        where = ("-h", str(self._folder), "-U", "desk")
        names = [one.split("/")[3].split("?")[0] for one in (address, other)]
        file = str(self._folder / "backup.sql")
        self._run("pg_dump", *where, "-f", file, names[0])
        self._run("psql", *where, "-q", "-v", "ON_ERROR_STOP=1", "-f", file, names[1])

    def execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running(found: Path, *settings: str) -> Iterator[Server]:
    """A server of the programs in this folder, while it is needed."""
    # The path of a socket has to be short.
    folder = Path(tempfile.mkdtemp(prefix="desk-", dir="/tmp"))
    try:
        server = Server(found, folder)
        server.start(*settings)
        try:
            yield server
        finally:
            server.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
