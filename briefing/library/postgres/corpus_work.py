"""Works off what waits to be read in bulk: takes jobs, gives signs of life, takes over what others have left."""

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import psycopg
from procrastinate import App, JobContext
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import DeleteJobCondition, Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from procrastinate.worker import Worker

from briefing.library.corpus_face import PutBack
from briefing.library.postgres.corpus_queue import QUEUE, TASK, defer_all, queue_at
from briefing.library.postgres.desk_connection import in_words, terms

MOST_TRIES = 10
"""How often a job is begun whose worker dies of it, or is told to stop."""

PAUSE = 1.0
"""Seconds between two looks at what is left, and until one whom the server refused tries again."""

_RESCUING = 0x62_72_69_68
"""Number of the lock that whoever takes over what others have left holds."""

_Read = Callable[[Sequence[int], Callable[[], bool]], None]
_GiveUp = Callable[[Sequence[int]], None]

_LEFT = """
SELECT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE queue_name = %(queue)s AND status IN ('todo', 'doing')) AS left,
    (SELECT times FROM corpus_stop) AS stops
"""

_LOST = """
UPDATE procrastinate_jobs SET status = 'todo', attempts = attempts + 1, worker_id = NULL
WHERE queue_name = %(queue)s AND status = 'doing' AND (worker_id IS NULL OR NOT EXISTS (
        SELECT 1 FROM procrastinate_workers AS living WHERE living.id = worker_id
        AND living.last_heartbeat >= now() - make_interval(secs => %(patience)s)))
    AND pg_try_advisory_xact_lock(%(lock)s)
"""
"""What was begun by those who give no sign of life any more is to be begun anew."""


_ORPHANS = """
SELECT id, address FROM corpus_source WHERE state = 'waiting' AND NOT EXISTS (
    SELECT 1 FROM procrastinate_jobs WHERE queue_name = %s AND status IN ('todo', 'doing')) ORDER BY id LIMIT 1000
"""
"""What waits while there are no jobs at all: both are seen at one moment, and what is added comes with its job."""


class _TryAgain(BaseRetryStrategy):  # type: ignore[misc, unused-ignore]
    """What was put back is begun anew at once; where the server was away, once it may be there again."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        del job
        return RetryDecision(retry_in={"seconds": 0 if isinstance(exception, PutBack) else 1})


class DeskWork:
    """One who works off what waits; see `work_at` for the arguments."""

    def __init__(self, address: str, read: _Read, give_up: _GiveUp, at_once: int, patience: float, stays: bool) -> None:
        self._address = address
        self._read, self._give_up = read, give_up
        self._at_once, self._patience, self._stays = at_once, patience, stays
        self._ends = threading.Event()
        self._worker: Any = None
        self._stops_before: Any = None
        # It tells at length of what is done here about each: that a server was away, or a file was no article.
        for name in ("procrastinate", "psycopg.pool"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def run(self) -> None:
        """Read until nothing waits any more, or `stop`.

        Raises:
            LibraryFailure: if the server cannot be reached at first; later it is tried again and again.
        """
        with in_words(self._address), psycopg.connect(self._address) as link:
            row = link.execute("SELECT times FROM corpus_stop").fetchone()
            self._stops_before = row[0] if row else None
        # Of the loops that Windows has, psycopg knows this one alone.
        factory = asyncio.SelectorEventLoop if sys.platform == "win32" else None
        with asyncio.Runner(loop_factory=factory) as runner:
            runner.run(self._run())

    def stop(self) -> None:
        """End after what is in hand; may be called from any thread."""
        self._ends.set()
        worker = self._worker
        if worker:
            worker.stop()

    async def _run(self) -> None:
        self._hear_signals()
        while not self._ends.is_set():
            # A server that is away comes back; what was in hand then is begun anew, by whoever is first.
            with suppress(ConnectorException, psycopg.Error, OSError):
                await self._work()
            if not self._ends.is_set():
                await asyncio.sleep(PAUSE)

    def _hear_signals(self) -> None:
        loop = asyncio.get_running_loop()
        # That a server was away is told by whoever asks how far it is, and not by each task that was at work.
        loop.set_exception_handler(lambda loop, told: None)
        for number in (signal.SIGINT, signal.SIGTERM):
            # Windows, and any thread but the first, have no such handlers: there a signal ends the process.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._signalled)

    def _signalled(self) -> None:
        if self._ends.is_set():
            os._exit(130)  # the second time: at once; others take over what was in hand
        self.stop()

    async def _work(self) -> None:
        queue = queue_at(self._address, self._at_once + 3)
        queue.task(name=TASK, pass_context=True, retry=_TryAgain())(self._do)
        async with queue.open_async():
            worker: Any = Worker(
                queue,
                queues=[QUEUE],
                concurrency=self._at_once,
                fetch_job_polling_interval=PAUSE,
                delete_jobs=DeleteJobCondition.SUCCESSFUL,
                install_signal_handlers=False,
                update_heartbeat_interval=self._patience / 3,
                stalled_worker_timeout=self._patience,
            )
            self._worker = worker
            watching = asyncio.create_task(self._watch(queue, worker))
            try:
                await worker.run()
            finally:
                watching.cancel()
                with suppress(asyncio.CancelledError, ConnectorException):
                    await watching

    async def _watch(self, queue: App, worker: Any) -> None:
        """Take over what others have left, and end when nothing is left, or all were told to stop."""
        while True:
            await asyncio.sleep(min(PAUSE, self._patience / 3))
            # One connection may be cut while all others hold: then it is looked again.
            with suppress(ConnectorException, psycopg.Error):
                if await self._is_over(queue):
                    self._ends.set()
            if self._ends.is_set():
                worker.stop()
                return

    async def _is_over(self, queue: App) -> bool:
        """Take over what others have left; tells whether nothing is left, or all were told to stop."""
        await queue.connector.execute_query_async(_LOST, queue=QUEUE, patience=self._patience, lock=_RESCUING)
        seen = await queue.connector.execute_query_one_async(_LEFT, queue=QUEUE)
        if seen["stops"] != self._stops_before:
            return True
        has_adopted = not seen["left"] and await asyncio.to_thread(self._adopt)
        return not (seen["left"] or has_adopted or self._stays)

    def _adopt(self) -> bool:
        """Give jobs to what waits and has none, whatever became of it; tells whether there was such."""
        with psycopg.connect(self._address, **{**terms(self._address), "autocommit": True}) as link, link.transaction():
            link.execute("SELECT pg_advisory_xact_lock(%s)", (_RESCUING,))
            orphans = [(int(number), str(address)) for number, address in link.execute(_ORPHANS, (QUEUE,)).fetchall()]
            defer_all(link, orphans)
        return bool(orphans)

    def _do(self, context: JobContext, sources: list[int]) -> None:
        if context.job.attempts >= MOST_TRIES:
            self._give_up(sources)
        else:
            self._read(sources, self._ends.is_set)
