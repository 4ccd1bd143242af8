"""A second start hands what it was given to the window that is open, over a local socket, as one JSON line."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLockFile, QObject, Signal

from briefing.desktop.launch_request import Given, given_in, said_of
from briefing.model.identifiers import digest_of

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

VERSION = 1
"""Of the line; a start of another version is answered with a refusal and opens a window of its own."""

LONGEST = 1_000_000
"""Bytes of the longest line that is read."""

LONGEST_PATH = 100
"""Bytes of a path at which every system still lets a socket stand; macOS has room for 103."""

PATIENCE = 10_000
"""Milliseconds that a second start waits for an answer of the first before it opens a window of its own.

Less, and a machine that is busy has two windows on one file.
"""

STARTING = 10_000
"""Milliseconds that it waits for the first to hear at all: that one may be starting at the same moment, or ending."""

LOOKING = 0.02
"""Seconds between two looks whether it hears."""

_TAKEN, _REFUSED = b"taken\n", b"refused\n"


class FirstStart:
    """Decides which of several starts with one library opens the window; the one that holds the lock does."""

    def __init__(self, library_folder: Path) -> None:
        self._folder = library_folder
        path = _lock_for(library_folder)
        self._lock = QLockFile(str(path))
        # Only the end of its process ends a lock, however long that has run.
        self._lock.setStaleLockTime(0)
        # A lock of somebody else in a folder for all must not hold us up.
        self._is_respected = not path.exists() or _is_ours(str(path))

    def hand_over(self, given: Given) -> bool:
        """Hand what was given to the window that has the library open, or will have; False if this start is to open it.

        It waits while another one has the lock and does not hear yet.
        """
        until = time.monotonic() + STARTING / 1000
        while not (answer := _answer(self._folder, given)):
            if not self._is_respected or self._is_ours() or time.monotonic() > until:
                return False
            time.sleep(LOOKING)
        return answer == _TAKEN

    def _is_ours(self) -> bool:
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError


def _answer(library_folder: Path, given: Given) -> bytes:
    """What the window that has this library open answers to what was given; nothing if there is none that hears."""
    name = _name_for(library_folder)
    if not _is_ours(name):
        return b""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return b""
    socket.write(QByteArray(_line(given)))
    socket.waitForBytesWritten(PATIENCE)
    while not socket.canReadLine() and socket.waitForReadyRead(PATIENCE):
        pass
    answer = bytes(socket.readLine().data())
    socket.disconnectFromServer()
    return answer or _REFUSED


class SecondStarts(QObject):
    """Hears later starts with the same library, for as long as the window is open."""

    came = Signal(object)
    """What a later start was `Given`; it may be nothing, then the window is only wanted in front."""

    def __init__(self, library_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = _name_for(library_folder)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connect)
        if _is_ours(name) and _is_heard(name):
            # A window that started at the same moment hears for both.
            return
        # What else lies there was left by a window that was killed.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()

    def _connect(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        given = _given(bytes(socket.readLine(LONGEST).data()))
        socket.write(QByteArray(_REFUSED if given is None else _TAKEN))
        socket.flush()
        if given is not None:
            self.came.emit(given)


def _is_heard(name: str) -> bool:
    """Whether somebody hears at this socket."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    found = socket.waitForConnected(PATIENCE)
    socket.abort()
    return found


def _line(given: Given) -> bytes:
    return json.dumps({"version": VERSION, **said_of(given)}).encode() + b"\n"


def _given(line: bytes) -> Given | None:
    """What a line says; None if it is of another version, or damaged."""
    try:
        said = json.loads(line)
        return given_in(said) if said["version"] == VERSION else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _name_for(library_folder: Path) -> str:
    """The socket's name: one for each library, in a folder of the user's own where there is one."""
    digest = digest_of(str(library_folder.resolve()).encode("utf-8", "surrogateescape"))[:24]
    name = f"briefing-{digest}"
    if sys.platform == "win32":
        return name
    folders = (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir(), "/tmp")
    there = [str(Path(folder, name)) for folder in folders if folder and Path(folder).is_dir()]
    return next((path for path in there if len(os.fsencode(path)) <= LONGEST_PATH), there[-1])


def _lock_for(library_folder: Path) -> Path:
    """The lock file: beside the socket, or where Windows keeps what is the user's own for a while."""
    name = _name_for(library_folder)
    return Path(f"{name}.lock") if sys.platform != "win32" else Path(tempfile.gettempdir(), f"{name}.lock")


def _is_ours(name: str) -> bool:
    """Whether the socket may be there and is the user's own: in a folder for all, another could wait for our files."""
    if sys.platform == "win32":
        return True
    try:
        return Path(name).stat().st_uid == os.getuid()
    except OSError:
        return False
