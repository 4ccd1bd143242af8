"""The result of a change to the rows: its inverse, and the articles it touched."""

from briefing.library.operations import Operation
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """The operation that takes a change back exactly, and the articles that it touched."""

    inverse: Operation
    article_ids: tuple[int, ...] = ()
