"""Writes long briefs in a process of its own and waits for them: for the command line, which tells how long it is."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from briefing.export import ExportFailure
from briefing.export.atomic_write import remove_halves
from briefing.model import Brief
from briefing.model.message import Message
from briefing.service.synchronous_worker import SynchronousWorker
from briefing.service.worker_pool import EXPORT_LIMIT
from briefing.service.worker_protocol import Export, Failed, WasExported

LONG = 50_000
"""Characters of all articles of a brief from which on somebody may want to stop it."""

TICK = 0.25
"""Seconds between two words on how long it takes, and between two looks at whether to stop."""


def is_long(brief: Brief) -> bool:
    """Whether a brief takes long enough to be written in a process of its own."""
    return sum(len(entry.article.text) for entry in brief.articles) > LONG


class Exporter(SynchronousWorker):
    """Writes one brief after another; its process starts with the first and ends with the `with` that it is opened in.

    Whatever ends the `with`, Ctrl+C for instance, leaves no half file.
    """

    def __init__(self) -> None:
        super().__init__("briefing export", EXPORT_LIMIT, reads=False)
        self._path: Path | None = None

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, fault, trace)
        if self._path is not None:
            remove_halves(self._path)

    def export(self, brief: Brief, path: Path, format_name: str, tick: Callable[[float], object]) -> list[Message]:
        """Write a brief; gives messages on what could not be kept. `tick` hears of the seconds, again and again.

        Raises:
            ExportFailure: if it could not be made or written.
        """
        self._path = path
        tick(0.0)
        answer = self.ask(Export(self.next_job(), brief, path, format_name), tick, TICK)
        self._path = None
        if isinstance(answer, WasExported):
            return list(answer.warnings)
        if isinstance(answer, Failed):
            raise ExportFailure(path, answer.message)
        remove_halves(path)
        raise ExportFailure(path, Message.of("export.too_large", name=path.name))
