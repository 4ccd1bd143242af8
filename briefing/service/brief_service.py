"""The briefs that the reader is making: listed, shown as they stand now, and exported."""

import itertools
from collections.abc import Callable
from pathlib import Path

from briefing.library import Library, queries
from briefing.model.brief_excerpt import beginning
from briefing.service.brief_builder import composed
from briefing.service.brief_queries import BriefTold
from briefing.service.brief_sources import with_originals
from briefing.service.events import Event, ExportFailed, JobCancelled, OperationFailed
from briefing.service.worker_protocol import Export
from briefing.service.write_queue import Enqueue


class KeptBriefs:
    """Asks the library's thread about briefs.

    Args:
        numbers: gives numbers of jobs.
        enqueue: has something done with the library.
        export: has a brief written; answered by `BriefExported` or `ExportFailed`.
        tell: gets the answers.
    """

    def __init__(
        self,
        numbers: "itertools.count[int]",
        enqueue: Enqueue,
        export: Callable[[Export], None],
        tell: Callable[[Event], None],
    ) -> None:
        self._numbers = numbers
        self._enqueue = enqueue
        self._export = export
        self._emit = tell

    def see(self, brief_id: str) -> int:
        """Take note that the reader has seen what became of its sources; answered by `BriefTold`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            library.see_brief(brief_id)
            kept = library.ask(queries.BriefOf(brief_id))
            self._emit(BriefTold(job, kept, composed(library, kept), ()))

        return self._enqueue(job, act, lambda message: OperationFailed(job, message))

    def begin(self, brief_id: str, path: Path) -> int:
        """Write the first pages of a long one as a PDF; answered like `export`, or by `JobCancelled` if it is short."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            begun = beginning(composed(library, library.ask(queries.BriefOf(brief_id))))
            if begun is None:
                self._emit(JobCancelled(job))
            else:
                self._export(Export(job, begun, path, "pdf"))

        return self._enqueue(job, act, lambda message: ExportFailed(job, path, message))

    def export(self, brief_id: str, path: Path, format_name: str) -> int:
        """Write one to `path`, with all changes sent before this; answered by `BriefExported` or `ExportFailed`."""
        job = next(self._numbers)

        def act(library: Library) -> None:
            brief = with_originals(library, composed(library, library.ask(queries.BriefOf(brief_id))), format_name)
            self._export(Export(job, brief, path, format_name))

        return self._enqueue(job, act, lambda message: ExportFailed(job, path, message))
