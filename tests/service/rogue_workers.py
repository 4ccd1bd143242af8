"""Entry points of worker processes that a file got hold of, in the place of `briefing.service.worker.serve`."""

import os
import pickle
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from briefing.model import Analysis, Article, Block, BlockKind, Origin, Span
from briefing.model.identifiers import digest_of
from briefing.service import wire, worker
from briefing.service.analysis_delta import Growth
from briefing.service.worker_protocol import HasGrown, ReadFile, WasAnalysed, WasCollection, WasRead


class Trap:
    """Makes a folder where it is unpickled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self._folder),)


def serve_until_deadly(connection: Connection, warm: bool) -> None:
    """A worker like any other, which dies of each file whose name begins with "deadly", and hangs at "endless"."""
    from briefing import intake
    from briefing.intake import source_list

    read = intake.read_file

    def dying(path: Path) -> intake.Opened:
        if path.name.startswith("deadly"):
            os._exit(9)
        if path.name.startswith("endless"):
            time.sleep(600)
        return read(path)

    intake.read_file = source_list.read_file = dying
    worker.serve(connection, warm)


def die_at_once(connection: Connection, warm: bool) -> None:
    """A worker that cannot start."""
    os._exit(9)


def never_listen(connection: Connection, warm: bool) -> None:
    """A worker that takes nothing of what it is sent."""
    time.sleep(600)


def export_with_a_child(connection: Connection, warm: bool, reads: bool = True) -> None:
    """A worker that starts another process for each request, as one that sets a brief does, and then hangs or dies."""
    os.setpgrp()
    while True:
        request = connection.recv()
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], stdout=subprocess.DEVNULL)
        request.path.with_suffix(".new").write_text(str(child.pid), encoding="utf-8")
        request.path.with_suffix(".new").replace(request.path.with_suffix(".pid"))
        if request.path.name.startswith("deadly"):
            os._exit(9)
        time.sleep(600)


def answer_with(connection: Connection, warm: bool) -> None:
    """A worker that answers good files, and the others with whatever their first line names."""
    while True:
        request = connection.recv()
        kind, _, rest = request.path.read_text(encoding="utf-8").partition("\n")
        _ANSWERS[kind](connection, request, rest)


def _good(connection: Connection, request: ReadFile, rest: str) -> None:
    wire.send(connection, _read(request.job, rest))


def _read(job: int, text: str, end: int | None = None, digest: str = "") -> WasRead:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text) if end is None else end)),)
    return WasRead(job, Article(text, blocks, Origin(digest=digest or digest_of(text.encode()))), text.encode())


def _pickle(connection: Connection, request: ReadFile, rest: str) -> None:
    connection.send_bytes(pickle.dumps(Trap(Path(rest.strip()))))


def _half(connection: Connection, request: ReadFile, rest: str) -> None:
    os.write(connection.fileno(), b"\x00\x01\x00\x00only the begin")
    time.sleep(600)


def _growth(connection: Connection, request: ReadFile, rest: str) -> None:
    head = Analysis("trial 1", "en", (), (), complete=False)
    wire.send(connection, HasGrown(WasAnalysed(request.job, 1, head, 0.5), Growth(head, (), (7,))))


_ANSWERS = {
    "good": _good,
    "pickle": _pickle,
    "half": _half,
    "findings": _growth,
    "noise": lambda connection, request, rest: connection.send_bytes(b"\xff" * 1000),
    "nothing": lambda connection, request, rest: connection.send_bytes(b""),
    "endless": lambda connection, request, rest: os.write(connection.fileno(), b"\x7f\xff\xff\xff"),
    "unasked": lambda connection, request, rest: wire.send(connection, _read(request.job + 1000, rest)),
    "elsewhere": lambda connection, request, rest: wire.send(connection, WasCollection(request.job, Path("/etc"))),
    "beyond": lambda connection, request, rest: wire.send(connection, _read(request.job, rest, end=10**6)),
    "forged": lambda connection, request, rest: wire.send(connection, _read(request.job, rest, digest="0" * 64)),
}
