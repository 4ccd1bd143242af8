"""What became of a rescue: what was saved of a damaged library, and what is lost."""

from pathlib import Path

from briefing.model.catalogue import in_english
from briefing.model.message import Message, together
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved.

    Attributes:
        aside: folder in which the damaged files lie now.
        rows: how many rows of each table were saved.
        lost: how many rows are known to be lost, by table; what is not even known is not counted.
        complete: whether all of the damaged file could be read, so that nothing is lost but what is counted.
        notes: file with the notes whose articles are lost, if there are any.
        mended: how many of the saved rows were damaged in part; marks stand in the place of what is lost of a text.
    """

    aside: Path
    rows: dict[str, int]
    lost: dict[str, int]
    complete: bool
    notes: Path | None = None
    mended: int = 0

    @property
    def articles(self) -> int:
        """How many articles were saved."""
        return self.rows.get("article", 0)

    @property
    def annotations(self) -> int:
        """How many highlights and notes were saved."""
        return self.rows.get("annotation", 0)

    @property
    def message(self) -> Message:
        """What was read and what is lost, for the reader, and where the damaged files lie now."""
        told = [self._read, *self._lost]
        if self.mended:
            told.append(Message.of("salvage.mended", n=self.mended))
        if self.notes:
            told.append(Message.of("salvage.notes", path=str(self.notes)))
        return together((*told, Message.of("salvage.aside", path=str(self.aside))))

    @property
    def sentence(self) -> str:
        """The same in English."""
        return in_english(self.message)

    @property
    def _read(self) -> Message:
        if not any(self.rows.values()):
            return Message("salvage.nothing_read")
        return Message.of(
            "salvage.read",
            articles=Message.of("row.article", n=self.articles),
            annotations=Message.of("row.annotation", n=self.annotations),
        )

    @property
    def _lost(self) -> list[Message]:
        known = tuple(Message.of(f"row.{table}", n=number) for table, number in self.lost.items())
        told = [Message.of("salvage.lost", rows=known)] if known else []
        if not self.complete:
            told.append(Message("salvage.rest_lost"))
        return told or [Message("salvage.nothing_lost")]
