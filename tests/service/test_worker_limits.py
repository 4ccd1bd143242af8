"""A file that eats memory ends its own reading and nothing else; what runs in the worker is told in one sentence."""

import io
import zipfile
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from briefing.service.wire import receive
from briefing.service.worker import serve
from briefing.service.worker_protocol import Answer, Failed, HasGrown, ReadFile, WasRead

pytest.importorskip("resource", reason="this system cannot limit the memory of a process")

LITTLE = 900_000_000
"""Bytes of address space: enough for a small document, not for the tree of a vast one."""

HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
TAIL = "</w:body></w:document>"


@pytest.fixture
def connection() -> Iterator[Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, False, LITTLE), daemon=True)
    process.start()
    theirs.close()
    yield ours
    process.terminate()
    process.join()


def answer_to(connection: Connection, path: Path) -> Answer | HasGrown | None:
    connection.send(ReadFile(1, path))
    assert connection.poll(60)
    try:
        return receive(connection)
    except EOFError:
        return None


def vast_document(path: Path) -> Path:
    """A document within all limits of size whose tree takes some gigabytes."""
    from docx import Document

    sound = io.BytesIO()
    Document().save(sound)
    # More of it than the compression looks back over, so that it is not given away by how well it packs.
    words = "".join(f"<w:p><w:r><w:t>{number:x}</w:t></w:r></w:p>" for number in range(30_000))
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.namelist():
            new.writestr(part, HEAD + words * 100 + TAIL if part == "word/document.xml" else old.read(part))
    return path


def test_a_document_that_eats_memory_is_given_up_with_its_name(connection: Connection, tmp_path: Path) -> None:
    answer = answer_to(connection, vast_document(tmp_path / "vast.docx"))
    # Where the parser itself falls, the process ends alone, and the service tells so and starts another.
    assert answer is None or (isinstance(answer, Failed) and "vast.docx" in answer.sentence and not answer.report)


def test_within_its_limits_the_worker_reads(connection: Connection, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The bridge stays closed, the mayor said.", encoding="utf-8")
    assert isinstance(answer_to(connection, path), WasRead)
