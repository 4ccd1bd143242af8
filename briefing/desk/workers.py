"""The desk's side of a worker process: starts it, hears it, and starts it again when it dies."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.desk.requests import Answer, Cancel, HasGrown, Request, WasAnalysed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from briefing.model import Analysis

POLL = 0.5
"""Seconds between two looks at the time limit of the request at work."""


DEATHS_IN_A_ROW = 5
"""Deaths without one answer between them after which the process is not started again."""


class WorkerProcess:
    """A spawned process that answers requests; answers arrive on a thread of this object.

    Args:
        name: of the process and its thread, for the system's lists.
        on_answer: gets each answer.
        on_death: gets the requests that were not answered when the process died; it has been started again.
        time_limit: seconds without any answer after which a request at work counts as hung, or None.
        warm: whether the process loads the analysis before it is asked.
        waits: whether it is started by `start` or the first request, and not at once.
    """

    def __init__(
        self,
        name: str,
        on_answer: Callable[[Answer], None],
        on_death: Callable[[tuple[Request, ...]], None],
        time_limit: float | None = None,
        warm: bool = False,
        waits: bool = False,
    ) -> None:
        self._name = name
        self._on_answer = on_answer
        self._on_death = on_death
        self._time_limit = time_limit
        self._warm = warm
        self._lock = threading.Lock()
        self._open_requests: dict[int, Request] = {}
        self._found: dict[int, Analysis] = {}
        self._last_answer = time.monotonic()
        self._deaths = 0
        self._closing = False
        self._thread = threading.Thread(target=self._listen, name=f"{name} listener", daemon=True)
        if not waits:
            self.start()

    def start(self) -> None:
        """Start the process, unless it has been started; the first request does so, too."""
        with self._lock:
            if self._closing or self._thread.ident is not None:
                return
            self._connection, self._process = self._start()
            self._thread.start()

    @property
    def pid(self) -> int:
        """The process's number, as the system knows it; 0 before it is started."""
        return self._process.pid or 0 if self._thread.ident is not None else 0

    def send(self, request: Request) -> None:
        """Hand over a request; its answers come to `on_answer`."""
        self.start()
        with self._lock:
            broken = self._deaths >= DEATHS_IN_A_ROW
            if not broken:
                if not self._open_requests:
                    self._last_answer = time.monotonic()
                self._open_requests[request.job] = request
                self._send(request)
        if broken:
            self._on_death((request,))

    def cancel(self, job: int) -> None:
        """Ask that the job be given up; unknown jobs are ignored."""
        with self._lock:
            if job in self._open_requests:
                self._send(Cancel(job))

    def close(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._closing = True
            if self._thread.ident is None:
                return
            process = self._process
        process.terminate()
        process.join(timeout=2)
        if process.is_alive():
            process.kill()
            process.join()
        self._thread.join(timeout=2)

    def _start(self) -> tuple[Connection, SpawnProcess]:
        from multiprocessing import get_context

        from briefing.desk.worker import serve

        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._warm), name=self._name, daemon=True)
        process.start()
        # Only with our copy closed does the death of the process close the pipe.
        theirs.close()
        return ours, process

    def _send(self, message: Request | Cancel) -> None:
        # The listener sees the same death, and hands back every open request.
        with suppress(OSError):
            self._connection.send(message)

    def _listen(self) -> None:
        from briefing.desk.receiving import received

        while not self._closing and self._deaths < DEATHS_IN_A_ROW:
            try:
                if self._connection.poll(POLL):
                    self._hear(self._whole(received(self._connection)))
                elif self._is_hung():
                    self._process.kill()
            except (EOFError, OSError):
                if not self._closing:
                    self._restart()

    def _whole(self, message: Answer | HasGrown) -> Answer:
        """The answer with all findings, also those that an earlier answer to the same request brought."""
        from briefing.desk.growing import grown

        before = self._found.pop(message.job, None)
        if not isinstance(message, HasGrown):
            return message
        analysis = grown(message.growth, before)
        if not analysis.complete:
            self._found[message.job] = analysis
        return replace(message.answer, analysis=analysis)

    def _hear(self, answer: Answer) -> None:
        with self._lock:
            self._last_answer = time.monotonic()
            self._deaths = 0
            if not (isinstance(answer, WasAnalysed) and not answer.analysis.complete):
                self._open_requests.pop(answer.job, None)
        self._on_answer(answer)

    def _is_hung(self) -> bool:
        with self._lock:
            waited = time.monotonic() - self._last_answer
            return bool(self._open_requests) and self._time_limit is not None and waited > self._time_limit

    def _restart(self) -> None:
        with self._lock:
            lost = tuple(self._open_requests.values())
            self._open_requests.clear()
            self._found.clear()
            self._deaths += 1
            self._process.join(timeout=2)
            self._connection.close()
            self._connection, self._process = self._start()
            self._last_answer = time.monotonic()
        # The first was at work when the process died; those behind it did no harm and are asked again.
        self._on_death(lost[:1])
        for request in lost[1:]:
            self.send(request)
