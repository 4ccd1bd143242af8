"""Which version is the newest is asked at the reader's wish alone, and told whatever comes back."""

import itertools
import queue
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing import __version__
from briefing.service import Event, NewestTold
from briefing.service.newest_version import VersionLook, compared, published


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (b"0.2.0\n", "Version 0.2.0 is there."),
        (b"v0.10\n", "Version 0.10 is there."),
        (b"0.1.0\n", "This is the newest version, 0.1.0."),
        (b"0.1", "This is the newest version, 0.1.0."),
        (b"0.0.9", "This is the newest version, 0.1.0."),
        (b"<html>Not found</html>", "No version is told there. Nothing was changed."),
        (b"", "No version is told there. Nothing was changed."),
        (b"\xff\xfe", "No version is told there. Nothing was changed."),
    ],
)
def test_versions_are_compared_number_by_number(told: bytes, expected: str) -> None:
    assert NewestTold(1, compared(told, "0.1.0")).sentence == expected


def test_a_checkout_asks_nobody() -> None:
    assert published() == ("", "")


@pytest.fixture
def address() -> Iterator[str]:
    """Of a page that tells of a newer version."""

    class Telling(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/VERSION.txt" else 404)
            self.send_header("Content-Type", "application/octet-stream")
            self.end_headers()
            self.wfile.write(b"99.0.0\n")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Telling)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
    server.server_close()


def _looked(address: str) -> NewestTold:
    told: queue.SimpleQueue[Event] = queue.SimpleQueue()
    job = VersionLook(itertools.count(1), told.put).look(address)
    event = told.get(timeout=60)
    assert isinstance(event, NewestTold)
    assert event.job == job
    return event


def test_a_newer_version_is_told(address: str) -> None:
    found = _looked(f"{address}/VERSION.txt")
    assert found.is_newer
    assert "99.0.0" in found.sentence


def test_a_page_that_is_gone_is_told_and_no_version(address: str) -> None:
    found = _looked(f"{address}/other.txt")
    assert not found.is_newer
    assert "127.0.0.1" in found.sentence
    assert __version__ not in found.sentence
