"""What a question to the library is: data, with the answer that it gets; new ones stand in the modules beside this."""

from collections.abc import Iterator
from typing import ClassVar

from briefing.library import Library
from briefing.model.message import Message
from briefing.records import dataclass
from briefing.service.events import Event, OperationFailed


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """A question that changes nothing, for `Service.ask`.

    Attributes:
        newest_only: whether the answers to one are worth nothing once another of its kind was asked.
    """

    newest_only: ClassVar[bool] = False

    def answers(self, job: int, library: Library) -> Iterator[Event]:
        """The answers, on the library's thread; the next one is found when it is asked for."""
        raise NotImplementedError

    def failed(self, job: int, message: Message) -> Event:
        """The answer if the library cannot tell; `message` says why."""
        return OperationFailed(job, message)
