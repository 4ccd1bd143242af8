"""Fetches pages in threads of their own: waiting for a server holds up nothing else."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.model.message import Message

if TYPE_CHECKING:
    from briefing.intake.addresses import Address
    from briefing.intake.fetch import Fetched, Validators


class Fetching:
    """The fetches on their way.

    Args:
        arrived: gets a job and its page.
        unchanged: gets a job whose page is what it was.
        failed: gets a job and the message why there is no page.
        cancelled: gets a job that the reader gave up.
    """

    def __init__(
        self,
        arrived: Callable[[int, "Fetched"], None],
        unchanged: Callable[[int], None],
        failed: Callable[[int, Message], None],
        cancelled: Callable[[int], None],
    ) -> None:
        self._arrived = arrived
        self._unchanged = unchanged
        self._failed = failed
        self._cancelled = cancelled
        self._given_up: dict[int, threading.Event] = {}
        self._lock = threading.Lock()

    def start(
        self, job: int, address: "str | Address", validators: "Validators | None" = None, *, typed: bool = True
    ) -> None:
        """Fetch a page; one of the four answers follows.

        Args:
            job: told with the answer.
            address: where it is.
            validators: what is known from an earlier fetch.
            typed: whether the reader himself gave an address that is still to be checked.
        """
        given_up = threading.Event()
        with self._lock:
            self._given_up[job] = given_up
        threading.Thread(
            target=self._run, args=(job, address, validators, given_up, typed), name="briefing fetch", daemon=True
        ).start()

    def cancel(self, job: int) -> bool:
        """Give up a fetch; False if the job is none, or has come to its end."""
        with self._lock:
            given_up = self._given_up.get(job)
        if given_up:
            given_up.set()
        return given_up is not None

    def _run(
        self,
        job: int,
        address: "str | Address",
        validators: "Validators | None",
        given_up: threading.Event,
        typed: bool,
    ) -> None:
        from briefing.intake.addresses import address_of
        from briefing.intake.fetch import FetchCancelled, Unchanged, fetch
        from briefing.intake.intake_errors import IntakeFailure

        try:
            wanted = address_of(address, typed) if isinstance(address, str) else address
            fetched = fetch(wanted, validators, cancelled=given_up.is_set)
        except FetchCancelled:
            self._end(job, lambda: self._cancelled(job))
        except Unchanged:
            self._end(job, lambda: self._unchanged(job))
        except IntakeFailure as failure:
            message = failure.message
            # Whoever gave up while the server was silent does not want to hear that it was.
            self._end(job, lambda: self._cancelled(job) if given_up.is_set() else self._failed(job, message))
        except Exception as fault:  # noqa: BLE001 the gate: a fault in fetching must not leave a job without an answer
            told = Message.of("mistake.fetching", kind=type(fault).__name__)
            self._end(job, lambda: self._failed(job, told))
        else:
            self._end(job, lambda: self._cancelled(job) if given_up.is_set() else self._arrived(job, fetched))

    def _end(self, job: int, tell: Callable[[], None]) -> None:
        with self._lock:
            self._given_up.pop(job, None)
        tell()
