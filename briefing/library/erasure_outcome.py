"""What became of an erasing."""

from pathlib import Path

from briefing.model.catalogue import in_english
from briefing.model.message import Message, together
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of an erasing.

    Attributes:
        left: files and folders that may still hold what was deleted, as they are damaged or cannot be written.
        hindered: why the database itself could not be written anew yet, or None.
        articles: digests of the articles that are gone now.
        beside: what else the reader is to know, or None.
    """

    left: tuple[Path, ...] = ()
    hindered: Message | None = None
    articles: tuple[str, ...] = ()
    beside: Message | None = None

    @property
    def messages(self) -> tuple[Message, ...]:
        """What still holds something of what was deleted, for the reader; nothing if nothing does."""
        told = []
        if self.hindered:
            told.append(Message.of("bin.traces", why=self.hindered))
        if self.left:
            told.append(Message.of("bin.left", names=tuple(map(str, self.left))))
        if self.beside:
            told.append(self.beside)
        return tuple(told)

    @property
    def sentence(self) -> str:
        """The same in English."""
        return in_english(together(self.messages))
