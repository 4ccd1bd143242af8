"""A second start hands what it was given to the window that is open, over a local socket, as one JSON line."""

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLockFile, QObject, Signal

from briefing.desktop.launch_request import Given
from briefing.desktop.launch_socket import LONGEST, REFUSED, TAKEN, given_on, is_ours, line_of, name_for

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE = 10_000
"""Milliseconds that a second start waits for an answer of the first before it opens a window of its own.

Less, and a machine that is busy has two windows on one file.
"""

STARTING = 10_000
"""Milliseconds that it waits for the first to hear at all: that one may be starting at the same moment, or ending."""

LOOKING = 0.02
"""Seconds between two looks whether it hears."""


class FirstStart:
    """Decides which of several starts with one library opens the window; the one that holds the lock does."""

    def __init__(self, library_folder: Path) -> None:
        self._folder = library_folder
        path = _lock_for(library_folder)
        self._lock = QLockFile(str(path))
        # Only the end of its process ends a lock, however long that has run.
        self._lock.setStaleLockTime(0)
        # A lock of somebody else in a folder for all must not hold us up.
        self._is_respected = not path.exists() or is_ours(str(path))

    def hand_over(self, given: Given) -> bool:
        """Hand what was given to the window that has the library open, or will have; False if this start is to open it.

        It waits while another one has the lock and does not hear yet.
        """
        until = time.monotonic() + STARTING / 1000
        while not (answer := _answer(self._folder, given)):
            if not self._is_respected or self._is_ours() or time.monotonic() > until:
                return False
            time.sleep(LOOKING)
        return answer == TAKEN

    def _is_ours(self) -> bool:
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError


def _answer(library_folder: Path, given: Given) -> bytes:
    """What the window that has this library open answers to what was given; nothing if there is none that hears."""
    name = name_for(library_folder)
    if not is_ours(name):
        return b""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return b""
    socket.write(QByteArray(line_of(given)))
    socket.waitForBytesWritten(PATIENCE)
    while not socket.canReadLine() and socket.waitForReadyRead(PATIENCE):
        pass
    answer = bytes(socket.readLine().data())
    socket.disconnectFromServer()
    return answer or REFUSED


class SecondStarts(QObject):
    """Hears later starts with the same library, for as long as the window is open."""

    came = Signal(object)
    """What a later start was `Given`; it may be nothing, then the window is only wanted in front."""

    def __init__(self, library_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = name_for(library_folder)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connect)
        if is_ours(name) and _is_heard(name):
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
        given = given_on(bytes(socket.readLine(LONGEST).data()))
        socket.write(QByteArray(REFUSED if given is None else TAKEN))
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


def _lock_for(library_folder: Path) -> Path:
    """The lock file: beside the socket, or where Windows keeps what is the user's own for a while."""
    name = name_for(library_folder)
    return Path(f"{name}.lock") if sys.platform != "win32" else Path(tempfile.gettempdir(), f"{name}.lock")
