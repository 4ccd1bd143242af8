"""A second start hands what it was given to the window that is open, and ends."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.launch_request import Given
from briefing.desktop.launch_socket import name_for
from briefing.desktop.macos_open import SystemOpens
from briefing.desktop.single_instance import STARTING, FirstStart, SecondStarts, _lock_for
from tests.service.test_import_jobs import articles


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[SecondStarts]:
    starts = SecondStarts(tmp_path)
    yield starts
    starts.close()


_started: list[subprocess.Popen[Any]] = []


def started(*command: object, **how: Any) -> subprocess.Popen[Any]:
    """A process that is ended with the test, whatever becomes of it."""
    _started.append(subprocess.Popen([sys.executable, *map(str, command)], **how))
    return _started[-1]


@pytest.fixture(autouse=True)
def end_what_was_started() -> Iterator[None]:
    yield
    while _started:
        with _started.pop() as process:
            process.kill()


HANDS_OVER = """
import sys
from pathlib import Path
from briefing.desktop.launch_request import Given
from briefing.desktop.single_instance import FirstStart
folder, file, address = sys.argv[1:]
sys.exit(0 if FirstStart(Path(folder)).hand_over(Given((Path(file),), (address,))) else 3)
"""

DIES_LISTENING = """
import os, sys
from PySide6.QtNetwork import QLocalServer
server = QLocalServer()
server.listen(sys.argv[1])
os._exit(9)
"""


def second(folder: Path, given: Given) -> subprocess.Popen[bytes]:
    """A second start that hands something over; it ends with 0 if that was taken."""
    return started("-c", HANDS_OVER, folder, given.files[0], given.addresses[0])


def ended_well(process: subprocess.Popen[bytes]) -> bool:
    return process.poll() == 0


GIVEN = Given((Path("/in/a \n“b”.txt"),), ("briefing:https://news.example/ä",))


def test_what_a_second_start_was_given_comes_to_the_first(first: SecondStarts, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first.came, timeout=PATIENCE) as came:
        again = second(tmp_path, GIVEN)
    assert came.args == [GIVEN]
    qtbot.waitUntil(lambda: ended_well(again), timeout=PATIENCE)


def test_a_second_start_is_heard_however_long_the_path_of_the_runtime_folder_is(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("long" * 40)
    folder.mkdir()
    for name in ("XDG_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    starts = SecondStarts(tmp_path)
    with qtbot.waitSignal(starts.came, timeout=PATIENCE) as came:
        again = second(tmp_path, GIVEN)
    assert came.args == [GIVEN]
    qtbot.waitUntil(lambda: ended_well(again), timeout=PATIENCE)
    starts.close()


def test_without_a_first_there_is_nobody_to_take_it(tmp_path: Path, qtbot: QtBot) -> None:
    assert not FirstStart(tmp_path).hand_over(Given())


def test_another_library_has_a_window_of_its_own(first: SecondStarts, tmp_path: Path, qtbot: QtBot) -> None:
    assert not FirstStart(tmp_path / "other").hand_over(Given())


def test_a_socket_left_by_a_window_that_was_killed_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    name = name_for(tmp_path)
    subprocess.run([sys.executable, "-c", DIES_LISTENING, name], check=False)
    assert Path(name).exists()
    assert not FirstStart(tmp_path).hand_over(Given())
    starts = SecondStarts(tmp_path)
    with qtbot.waitSignal(starts.came, timeout=PATIENCE):
        again = second(tmp_path, GIVEN)
    qtbot.waitUntil(lambda: ended_well(again), timeout=PATIENCE)
    starts.close()


@pytest.mark.parametrize(
    "line",
    [
        b"{}\n",
        b"no\n",
        b'{"version": 2, "files": [], "addresses": []}\n',
        b'{"version": 1, "files": [1], "addresses": []}\n',
        b"[]\n",
        b'{"version": 1, "files": "/etc", "addresses": []}\n',
        b'{"version": 1, "files": null, "addresses": []}\n',
        b"[" * 200_000 + b"\n",
        b'{"version": 1, "addresses": [], "files": ' + b"[" * 200_000 + b"]" * 200_000 + b"}\n",
    ],
)
def test_a_line_of_another_version_or_kind_is_refused(
    first: SecondStarts, tmp_path: Path, line: bytes, qtbot: QtBot
) -> None:
    heard: list[object] = []
    first.came.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(name_for(tmp_path))
    socket.write(QByteArray(line))
    qtbot.waitUntil(socket.canReadLine, timeout=PATIENCE)
    assert bytes(socket.readLine().data()) == b"refused\n"
    assert heard == []


def test_a_line_without_end_is_cut_off(first: SecondStarts, tmp_path: Path, qtbot: QtBot) -> None:
    socket = QLocalSocket()
    socket.connectToServer(name_for(tmp_path))
    for _ in range(20):
        socket.write(QByteArray(b"x" * 100_000))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=PATIENCE)


def test_the_program_started_again_shows_its_file_in_the_open_window(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path / "library")
    starts = SecondStarts(tmp_path / "library")
    starts.came.connect(opened.window.take)
    file = articles(tmp_path / "texts", 1) / "0000.txt"
    again = started("-m", "briefing", "--library", tmp_path / "library", file.name, cwd=file.parent)
    qtbot.waitUntil(lambda: shows_file(opened, file), timeout=PATIENCE)
    qtbot.waitUntil(lambda: again.poll() is not None, timeout=PATIENCE)
    assert again.returncode == 0
    starts.close()


def shows_file(opened: Opened, file: Path) -> bool:
    return opened.session.showing is not None and opened.session.showing.kept.origin.file == str(file)


def test_an_address_from_another_program_leads_into_no_private_network(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(tmp_path / "library")
    opened.window.take(Given((), ("briefing:http://127.0.0.1:9/secret",)))
    qtbot.waitUntil(lambda: bool(opened.told), timeout=PATIENCE)
    assert "leads into a private network" in opened.told[-1]


def test_the_system_may_give_files_and_addresses(qtbot: QtBot) -> None:
    system = SystemOpens()
    heard: list[Given] = []
    system.came.connect(heard.append)
    assert system.eventFilter(system, QFileOpenEvent(QUrl("briefing:https://news.example/x")))
    assert system.eventFilter(system, QFileOpenEvent("/in/a.txt"))
    assert heard == [Given((), ("briefing:https://news.example/x",)), Given((Path("/in/a.txt"),))]


def test_only_one_socket_is_left_to_each_library(first: SecondStarts, tmp_path: Path, qtbot: QtBot) -> None:
    other = SecondStarts(tmp_path)
    assert not other._server.isListening()
    with qtbot.waitSignal(first.came, timeout=PATIENCE):
        again = second(tmp_path, GIVEN)
    qtbot.waitUntil(lambda: ended_well(again), timeout=PATIENCE)
    assert QLocalServer.removeServer(name_for(tmp_path))


STARTS_AT_ONCE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from briefing.desktop.launch_request import Given
from briefing.desktop.single_instance import FirstStart, SecondStarts
folder, file = map(Path, sys.argv[1:])
application = QCoreApplication([])
first = FirstStart(folder)
if first.hand_over(Given((file,))):
    sys.exit(0)
time.sleep(0.5)  # as long as the frame of a window takes
later = SecondStarts(folder)
later.came.connect(lambda given: (print(given.files[0].name), application.quit()))
QTimer.singleShot(120_000, lambda: application.exit(9))
print("first", flush=True)
sys.exit(application.exec())
"""


def test_of_two_starts_at_the_same_moment_one_hands_over_to_the_other(tmp_path: Path) -> None:
    both = [
        started("-c", STARTS_AT_ONCE, tmp_path, f"/in/{name}", stdout=subprocess.PIPE, text=True) for name in ("a", "b")
    ]
    told = [process.communicate(timeout=300)[0].split() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(told) in ([[], ["first", "a"]], [[], ["first", "b"]])


DIES_WITH_THE_LOCK = """
import os, sys
from pathlib import Path
from briefing.desktop.launch_request import Given
from briefing.desktop.single_instance import FirstStart
first = FirstStart(Path(sys.argv[1]))
assert not first.hand_over(Given())
os._exit(9)
"""


def test_a_start_does_not_wait_for_one_that_was_killed(tmp_path: Path, qtbot: QtBot) -> None:
    subprocess.run([sys.executable, "-c", DIES_WITH_THE_LOCK, str(tmp_path)], check=False)
    assert _lock_for(tmp_path).exists()
    began = time.monotonic()
    again = FirstStart(tmp_path)
    assert not again.hand_over(Given())
    assert time.monotonic() - began < STARTING / 1000


STARTS_AGAIN = """
import sys
from briefing.cli import main
code = main(sys.argv[1:])
ours = {"briefing", "briefing.cli", "briefing.garbage_collection", "briefing.library_place", "briefing.address_scheme"}
ours |= {"briefing.desktop", "briefing.desktop.launch_request", "briefing.desktop.launch_socket"}
loaded = {name for name in sys.modules if name.partition(".")[0] == "briefing"}
assert loaded <= ours, loaded - ours
assert not {"PySide6", "apsw", "dataclasses", "inspect"} & set(sys.modules)
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there the pipe is reached by Qt")
def test_a_later_start_hands_over_before_it_loads_anything_else(
    first: SecondStarts, tmp_path: Path, qtbot: QtBot
) -> None:
    story = tmp_path / "a \u201cstory\u201d.txt"
    story.write_text("The mayor said so.", encoding="utf-8")
    with qtbot.waitSignal(first.came, timeout=PATIENCE) as came:
        again = started("-c", STARTS_AGAIN, "--library", tmp_path, story)
    assert came.args == [Given((story,), ())]
    qtbot.waitUntil(lambda: ended_well(again), timeout=PATIENCE)
