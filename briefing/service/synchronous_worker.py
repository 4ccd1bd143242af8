"""A worker process that is asked one thing after another and waited for: what the command line needs of one."""

import itertools
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from briefing.service.worker_process import WorkerProcess
from briefing.service.worker_protocol import Answer, Request


class SynchronousWorker:
    """Asks a process and waits; it starts with the first request and ends with the `with` that this is opened in.

    Args:
        name: of the process, for the system's lists.
        time_limit: seconds after which a request at work counts as hung, and the process is ended.
        reads: whether it makes itself ready to read pages while it has nothing to do.
        warm: whether it loads the analysis before it is asked.
    """

    def __init__(self, name: str, time_limit: float, reads: bool = True, warm: bool = False) -> None:
        self._numbers = itertools.count(1)
        self._came: SimpleQueue[Answer | tuple[Request, ...]] = SimpleQueue()
        self._process = WorkerProcess(
            name, self._came.put, self._came.put, time_limit, warm=warm, waits=True, reads=reads
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.close()

    def next_job(self) -> int:
        """A number for a request that no other has."""
        return next(self._numbers)

    def ask(
        self, request: Request, tick: Callable[[float], object] | None = None, pause: float | None = None
    ) -> Answer | None:
        """The answer to a request; None if the process died of it or took too long.

        Args:
            request: with a number of `next_job`.
            tick: hears of the seconds that it takes, again and again.
            pause: seconds between two words to `tick`.
        """
        self._process.send(request)
        return self.answer(request, tick, pause)

    def answer(
        self, request: Request, tick: Callable[[float], object] | None = None, pause: float | None = None
    ) -> Answer | None:
        """The next answer to a request that is answered several times; arguments as those of `ask`."""
        begun = time.monotonic()
        while True:
            try:
                came = self._came.get(timeout=pause)
            except Empty:
                if tick:
                    tick(time.monotonic() - begun)
                continue
            if not isinstance(came, tuple):
                return came
            if request in came:
                return None
