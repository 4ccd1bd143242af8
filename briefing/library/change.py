"""What a change to the rows gives back to the gate that all changes go through."""

from briefing.library.operations import Operation
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """The operation that takes a change back exactly, and the articles that it touched."""

    inverse: Operation
    article_ids: tuple[int, ...] = ()
