"""The queue of analyses: the open article first, then what was imported."""

import itertools
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

from briefing.service.time_estimate import remaining_seconds
from briefing.service.worker_protocol import Analyse


class AnalysisOrder:
    """Hands one imported article at a time to the analysing process, and takes it back when the reader opens another.

    Args:
        numbers: gives numbers of jobs.
        send: hands a request to the process.
        cancel: takes a request back.
        load: asks that an article be read from the library and handed to `send_later`, or `skip` be called.
        tell: is told each time how many of the imported articles are analysed, how many there are, and how many
            seconds the others will take, or None if that cannot be told yet.
    """

    def __init__(
        self,
        numbers: "itertools.count[int]",
        send: Callable[[Analyse], None],
        cancel: Callable[[int], None],
        load: Callable[[int, int], None],
        tell: Callable[[int, int, float | None], None] = lambda done, of, remaining: None,
    ) -> None:
        self._emit = tell
        self._done, self._of, self._began = 0, 0, 0.0
        self._numbers = numbers
        self._send = send
        self._cancel = cancel
        self._load = load
        self._lock = threading.Lock()
        self._at_once: set[int] = set()
        self._waiting: deque[int] = deque()
        self._between: tuple[int, int] | None = None
        self._taken_back: set[int] = set()

    @property
    def waiting(self) -> int:
        """How many imported articles are still to be analysed."""
        with self._lock:
            return len(self._waiting) + (self._between is not None)

    def at_once(self, request: Analyse) -> None:
        """Analyse what the reader has open, before everything that was imported."""
        with self._lock:
            self._at_once.add(request.job)
            between, self._between = self._between, None
            if between is not None:
                job, article_id = between
                self._taken_back.add(job)
                if article_id != request.article_id:
                    self._waiting.appendleft(article_id)
            if request.article_id in self._waiting:
                self._waiting.remove(request.article_id)
                self._of -= 1
            elif between is not None and between[1] == request.article_id:
                self._of -= 1
        if between is not None:
            self._cancel(between[0])
        self._send(request)

    def later(self, article_ids: Iterable[int]) -> None:
        """Analyse these when nothing is open that waits for it."""
        with self._lock:
            fresh = [number for number in dict.fromkeys(article_ids) if number not in self._waiting]
            if fresh and self._between is None and not self._waiting:
                self._done, self._of, self._began = 0, 0, time.monotonic()
            self._waiting.extend(fresh)
            self._of += len(fresh)
        if fresh:
            self._say()
        self._next()

    def send_later(self, request: Analyse) -> None:
        """Hand over an imported article that was read from the library, unless the reader came in between."""
        with self._lock:
            current = self._between == (request.job, request.article_id)
            if not current:
                self._taken_back.discard(request.job)
        if current:
            self._send(request)

    def ended(self, job: int) -> bool:
        """Take note that a request was answered; whether it was one that had been taken back, which nobody misses."""
        with self._lock:
            self._at_once.discard(job)
            ended = self._between is not None and self._between[0] == job
            if ended:
                self._between = None
                self._done += 1
            was_taken_back = job in self._taken_back
            self._taken_back.discard(job)
        if ended:
            self._say()
        self._next()
        return was_taken_back

    def _say(self) -> None:
        with self._lock:
            done, of, began = self._done, self._of, self._began
        self._emit(done, of, remaining_seconds(began, done, of - done))

    def _next(self) -> None:
        with self._lock:
            if self._at_once or self._between is not None or not self._waiting:
                return
            job, article_id = next(self._numbers), self._waiting.popleft()
            self._between = job, article_id
        self._load(job, article_id)
