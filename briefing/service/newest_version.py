"""Asks where the program is published which version is the newest: when the reader wishes it, and never else."""

import itertools
import re
import threading
from collections.abc import Callable

from briefing import __version__
from briefing.model.failure import Failure
from briefing.model.flat_toml import loads
from briefing.model.message import Message
from briefing.resources import resource
from briefing.service.events import Event, NewestTold

_VERSION = re.compile(r"v?(\d+(?:\.\d+){1,3})")
_LONGEST = 4_000
"""Bytes of an answer that may be a version."""


def published() -> tuple[str, str]:
    """The address that tells the newest version, and that of the page where it is found; empty if nobody said."""
    told = loads(resource("desktop", "releases.toml").read_text(encoding="utf-8"))
    return str(told["newest"]), str(told["page"])


def compared(told: bytes, own: str = __version__) -> Message:
    """What the reader is told of the version that was published last."""
    found = _VERSION.fullmatch(told[:_LONGEST].decode("utf-8", "replace").strip())
    if found is None:
        return Message("version.not_told")
    newest = found[1]
    if _numbers(newest) > _numbers(own):
        return Message.of("version.newer", version=newest)
    return Message.of("version.newest", version=own)


def _numbers(version: str) -> list[int]:
    numbers = [int(one) for one in re.findall(r"\d+", version)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


def fetched(address: str) -> bytes:
    """What is told at an address.

    Raises:
        IntakeFailure: if it could not be fetched.
    """
    from briefing.intake.fetch import fetch

    return fetch(address).data


class VersionLook:
    """Looks for a newer version, on a thread of its own.

    Args:
        numbers: gives numbers of jobs.
        tell: gets the answers; called from threads of the looks.
        read: gives what is told at an address.
    """

    def __init__(
        self, numbers: "itertools.count[int]", tell: Callable[[Event], None], read: Callable[[str], bytes] = fetched
    ) -> None:
        self._numbers, self._emit, self._read = numbers, tell, read

    def look(self, address: str) -> int:
        """Ask at that address; answered by `NewestTold`."""
        job = next(self._numbers)
        threading.Thread(target=self._look, args=(job, address), name="briefing version", daemon=True).start()
        return job

    def _look(self, job: int, address: str) -> None:
        try:
            self._emit(NewestTold(job, compared(self._read(address))))
        except Failure as failure:
            self._emit(NewestTold(job, failure.message))
        except Exception as fault:  # noqa: BLE001 the gate: whatever went wrong, the reader is told
            self._emit(NewestTold(job, Message.of("mistake.library", kind=type(fault).__name__, fault=str(fault))))
