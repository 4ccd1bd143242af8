"""The service's side of a worker process: starts it, hears it, and starts it again when it dies."""

from __future__ import annotations

import os
import signal
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.service.outbox import Outbox
from briefing.service.worker_protocol import (
    Answer,
    Cancel,
    Failed,
    HasGrown,
    Request,
    WasAnalysed,
    WasCancelled,
    fault_message,
)

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from briefing.model import Analysis

POLL = 0.5
"""Seconds between two looks at the time limit of the request at work."""


RECEIVING = 30.0
"""Seconds that one answer may take on its way; a process that stops in the middle of it has lost its mind."""


class WorkerProcess:
    """A spawned process that answers requests; answers arrive on a thread of this object.

    Args:
        name: of the process and its thread, for the system's lists.
        on_answer: gets each answer.
        on_death: gets the request that was at work when the process died; it has been started again, however often it
            dies, for each death costs one request.
        time_limit: seconds without any answer after which a request at work counts as hung, or None.
        warm: whether the process loads the analysis before it is asked.
        waits: whether it is started by `start` or the first request, and not at once.
        reads: whether it makes itself ready to read pages while it has nothing to do.
    """

    def __init__(
        self,
        name: str,
        on_answer: Callable[[Answer], None],
        on_death: Callable[[tuple[Request, ...]], None],
        time_limit: float | None = None,
        warm: bool = False,
        waits: bool = False,
        reads: bool = True,
    ) -> None:
        self._name = name
        self._reads = reads
        self._on_answer = on_answer
        self._on_death = on_death
        self._time_limit = time_limit
        self._warm = warm
        self._lock = threading.Lock()
        self._open_requests: dict[int, Request] = {}
        self._found: dict[int, Analysis] = {}
        self._stopped: set[int] = set()
        self._ended = False
        self._last_answer = time.monotonic()
        self._has_answered = False
        self._closing = False
        self._connection: Connection
        self._process: SpawnProcess
        self._runs = threading.Event()
        self._thread = threading.Thread(target=self._listen, name=f"{name} listener", daemon=True)
        if not waits:
            self.start()

    def start(self) -> None:
        """Start the process, unless it runs; the next request does so, too."""
        with self._lock:
            if self._closing or self._runs.is_set():
                return
            # Without memory for another process, the request tells so; the next one tries again.
            with suppress(OSError):
                self._begin()
            if self._runs.is_set() and self._thread.ident is None:
                self._thread.start()

    @property
    def pid(self) -> int:
        """The process's number, as the system knows it; 0 while it does not run."""
        return self._process.pid or 0 if self._runs.is_set() else 0

    def send(self, request: Request) -> None:
        """Hand over a request; its answers come to `on_answer`."""
        self.start()
        with self._lock:
            runs = self._runs.is_set()
            if runs:
                if not self._open_requests:
                    self._last_answer = time.monotonic()
                self._open_requests[request.job] = request
                self._outbox.put(request)
        if not runs:
            self._on_death((request,))

    def cancel(self, job: int) -> None:
        """Ask that the job be given up; unknown jobs are ignored."""
        with self._lock:
            if job in self._open_requests:
                self._outbox.put(Cancel(job))

    def stop(self, job: int) -> None:
        """Give the job up at once, even if the process must end for it; it is then answered by `WasCancelled`.

        What waits behind the job is asked again.
        """
        with self._lock:
            if job not in self._open_requests:
                return
            self._stopped.add(job)
            if job == next(iter(self._open_requests)):
                self._ended = True
                _end(self._process)
            else:
                self._outbox.put(Cancel(job))

    def close(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._closing = True
            if self._thread.ident is None:
                return
            process = self._process
            self._runs.set()
        if not self._reads:
            _end(process)
        process.terminate()
        process.join(timeout=2)
        if process.is_alive():
            process.kill()
            process.join()
        self._thread.join(timeout=2)
        if not self._thread.is_alive():
            self._outbox.close()

    def _begin(self) -> None:
        self._connection, self._process = self._start()
        self._outbox = Outbox(self._connection, f"{self._name} outbox", self._not_sent)
        self._has_answered = self._ended = False
        self._last_answer = time.monotonic()
        self._runs.set()

    def _start(self) -> tuple[Connection, SpawnProcess]:
        from multiprocessing import get_context

        from briefing.service.worker import serve

        context = get_context("spawn")
        ours, theirs = context.Pipe()
        further = {} if self._reads else {"reads": False}
        process = context.Process(target=serve, args=(theirs, self._warm), kwargs=further, name=self._name, daemon=True)
        process.start()
        # Only with our copy closed does the death of the process close the pipe.
        theirs.close()
        return ours, process

    def _listen(self) -> None:
        from briefing.service.wire import Garbage

        while not self._closing:
            self._runs.wait()
            try:
                if self._connection.poll(POLL):
                    self._receive(self._received())
                elif self._is_hung():
                    _end(self._process)
            except (EOFError, OSError, Garbage):
                if not self._closing:
                    self._replace_process()

    def _received(self) -> Answer:
        """The next answer, to a request that it fits.

        Raises:
            EOFError, OSError: if the process has ended.
            Garbage: if what it sends is nothing that it was asked for.
        """
        from briefing.service.acceptance import is_acceptable
        from briefing.service.wire import Garbage, receive

        patience = threading.Timer(RECEIVING, _end, (self._process,))
        patience.daemon = True
        patience.start()
        try:
            message = receive(self._connection)
        finally:
            patience.cancel()
        with self._lock:
            request = self._open_requests.get(message.job)
        if not is_acceptable(message, request):
            raise Garbage(f"{type(message).__name__} answers nothing that was asked")
        try:
            return self._whole(message)
        except IndexError as fault:
            raise Garbage("findings that grew out of nothing") from fault

    def _whole(self, message: Answer | HasGrown) -> Answer:
        """The answer with all findings, also those that an earlier answer to the same request brought."""
        from briefing.service.analysis_delta import grown

        before = self._found.pop(message.job, None)
        if not isinstance(message, HasGrown):
            return message
        analysis = grown(message.growth, before)
        if not analysis.complete:
            self._found[message.job] = analysis
        return replace(message.answer, analysis=analysis)

    def _receive(self, answer: Answer) -> None:
        with self._lock:
            self._last_answer = time.monotonic()
            self._has_answered = True
            if not (isinstance(answer, WasAnalysed) and not answer.analysis.complete):
                self._open_requests.pop(answer.job, None)
                self._stopped.discard(answer.job)
        self._on_answer(answer)

    def _not_sent(self, message: object, fault: Exception) -> None:
        """Answer a request that could not be sent: that one alone is lost."""
        job = getattr(message, "job", None)
        with self._lock:
            request = self._open_requests.get(job) if isinstance(job, int) else None
            if request is not message or request is None:
                return
            del self._open_requests[request.job]
            self._stopped.discard(request.job)
        report = "".join(traceback.format_exception(fault))
        self._on_answer(Failed(request.job, fault_message(request, fault), report))

    def _is_hung(self) -> bool:
        with self._lock:
            waited = time.monotonic() - self._last_answer
            return bool(self._open_requests) and self._time_limit is not None and waited > self._time_limit

    def _replace_process(self) -> None:
        """Start another process in the place of one that died or cannot be trusted any more."""
        with self._lock:
            stopped = tuple(request for job, request in self._open_requests.items() if job in self._stopped)
            lost = tuple(request for job, request in self._open_requests.items() if job not in self._stopped)
            self._stopped.clear()
            self._open_requests.clear()
            self._found.clear()
            self._runs.clear()
            _end(self._process)
            self._process.join(timeout=2)
            self._outbox.close()
            # One that dies before anybody asked anything of it would do so for ever: it waits for a request.
            # It may have answered what it was ended for in the very moment.
            on_purpose = self._ended or bool(stopped)
            needed = bool(lost) or (self._has_answered and not on_purpose)
            if needed and not self._closing:
                with suppress(OSError):
                    self._begin()
        for request in stopped:
            self._on_answer(WasCancelled(request.job))
        # What was stopped on purpose was at work, and nothing else has to answer for it.
        if on_purpose:
            self._ask_again(lost)
            return
        if needed:
            # The first was at work when the process died; those behind it did no harm and are asked again.
            self._on_death(lost[:1])
        self._ask_again(lost[1:])

    def _ask_again(self, requests: tuple[Request, ...]) -> None:
        for request in requests:
            self.send(request)


def _end(process: SpawnProcess) -> None:
    """Kill a process, and what it has started if it leads a group of its own."""
    pid = process.pid or 0
    with suppress(OSError, AttributeError):
        if pid and os.getpgid(pid) == pid:
            os.killpg(pid, signal.SIGKILL)
            return
    process.kill()
