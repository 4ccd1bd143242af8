"""A way to a server that can be cut between a commit and its answer, as a network is."""

import contextlib
import socket
import tempfile
import threading
from pathlib import Path

SOCKET = ".s.PGSQL.5432"


class CutWay:
    """Stands between clients and a server; where it is told, the answer to the next commit gets lost.

    Args:
        server: folder of the server's socket.
    """

    def __init__(self, server: Path) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="way-", dir="/tmp"))
        self._to = str(server / SOCKET)
        self._cuts = 0
        self.cut = 0
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(self.folder / SOCKET))
        self._door.listen()
        threading.Thread(target=self._let_in, daemon=True).start()

    def cut_next_answer(self) -> None:
        self._cuts += 1

    def close(self) -> None:
        self._door.close()
        (self.folder / SOCKET).unlink()
        self.folder.rmdir()

    def _let_in(self) -> None:
        while True:
            try:
                client, _ = self._door.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._to)
            lost = threading.Event()
            threading.Thread(target=self._asking, args=(client, server, lost), daemon=True).start()
            threading.Thread(target=self._answering, args=(client, server, lost), daemon=True).start()

    def _asking(self, client: socket.socket, server: socket.socket, lost: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                if self._cuts and b"COMMIT" in data:
                    self._cuts -= 1
                    lost.set()
                server.sendall(data)
        server.close()

    def _answering(self, client: socket.socket, server: socket.socket, lost: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                if lost.is_set():
                    self.cut += 1
                    break
                client.sendall(data)
        # Both ends are woken, whoever waits there.
        for end in (client, server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        client.close()
