"""The worker processes, shared by all services of one program: each answer goes to the service that asked."""

import itertools
import threading
from collections.abc import Callable
from functools import partial

from briefing.records import dataclass
from briefing.service.worker_process import WorkerProcess
from briefing.service.worker_protocol import Answer, Request, WasAnalysed

READING_LIMIT = 60.0
"""Seconds after which a file that is still being parsed counts as hung."""

EXPORT_LIMIT = 3600.0
"""Seconds after which a brief that is still being set counts as hung; the reader can stop it at any time."""

ANALYSIS_LIMIT = 180.0
"""Seconds without new findings after which an analysis counts as hung; loading the language model is included."""


@dataclass(frozen=True)
class WorkerShare:
    """What one service has of a process.

    Attributes:
        worker: the process.
        on_answer: gets the answers to what was sent here.
        on_death: gets what was sent here and not answered when the process died; also if that is nothing.
    """

    worker: "SharedWorker"
    on_answer: Callable[[Answer], None]
    on_death: Callable[[tuple[Request, ...]], None]

    def start(self) -> None:
        """Start the process, unless it runs."""
        self.worker.process.start()

    @property
    def pid(self) -> int:
        """The process's number, as the system knows it; 0 before it is started."""
        return self.worker.process.pid

    def send(self, request: Request) -> None:
        """Hand over a request; its answers come to `on_answer`."""
        self.worker.send(request, self)

    def cancel(self, job: int) -> None:
        """Ask that the job be given up; unknown jobs are ignored."""
        self.worker.process.cancel(job)

    def stop(self, job: int) -> None:
        """Give the job up at once, whatever it costs the process; unknown jobs are ignored."""
        self.worker.process.stop(job)

    def close(self) -> None:
        """Hear nothing more; the process ends with its last share."""
        self.worker.leave(self)


class SharedWorker:
    """A process with all that share it; the arguments are those of `WorkerProcess`."""

    def __init__(self, name: str, time_limit: float, warm: bool, waits: bool, reads: bool = True) -> None:
        self._lock = threading.Lock()
        self._stops = not reads
        self._ended = False
        self._shares: list[WorkerShare] = []
        self._askers: dict[int, WorkerShare] = {}
        self._made = partial(
            WorkerProcess, name, self._on_answer, self._report_lost, time_limit, warm=warm, reads=reads
        )
        self.process = self._made(waits=waits)

    def share(
        self, on_answer: Callable[[Answer], None], on_death: Callable[[tuple[Request, ...]], None]
    ) -> WorkerShare:
        """Let one more service use the process."""
        made = WorkerShare(self, on_answer, on_death)
        with self._lock:
            if self._ended:
                # Who comes when all others have gone has another process, which starts when it is asked.
                self.process, self._ended = self._made(waits=True), False
            self._shares.append(made)
        return made

    def send(self, request: Request, asker: WorkerShare) -> None:
        """Hand over a request of one of the shares."""
        with self._lock:
            self._askers[request.job] = asker
        self.process.send(request)

    def leave(self, share: WorkerShare) -> None:
        """Forget a share with all that it waits for; the process ends with the last one."""
        with self._lock:
            self._shares = [one for one in self._shares if one is not share]
            left = [job for job, asker in self._askers.items() if asker is share]
            for job in left:
                del self._askers[job]
            last = not self._shares
            self._ended, process = last, self.process
        give_up = process.stop if self._stops else process.cancel
        for job in () if last else left:
            give_up(job)
        if last:
            process.close()

    def _on_answer(self, answer: Answer) -> None:
        goes_on = isinstance(answer, WasAnalysed) and not answer.analysis.complete
        with self._lock:
            asker = self._askers.get(answer.job) if goes_on else self._askers.pop(answer.job, None)
        if asker is not None:
            asker.on_answer(answer)

    def _report_lost(self, lost: tuple[Request, ...]) -> None:
        with self._lock:
            askers = {request.job: self._askers.pop(request.job, None) for request in lost}
            shares = list(self._shares)
        for share in shares:
            share.on_death(tuple(request for request in lost if askers[request.job] is share))


class SharedWorkers:
    """The processes, and the numbers of the jobs of all services that use them; that for exports starts with the first.

    Args:
        wait: whether the processes start when they are first needed, and not at once.
    """

    def __init__(self, wait: bool = False) -> None:
        self.numbers = itertools.count(1)
        self.reading = SharedWorker("briefing reading", READING_LIMIT, warm=False, waits=wait)
        self.analysing = SharedWorker("briefing analysis", ANALYSIS_LIMIT, warm=True, waits=wait)
        self.exporting = SharedWorker("briefing export", EXPORT_LIMIT, warm=False, waits=True, reads=False)
