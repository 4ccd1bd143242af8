"""The imports on their way: a strip and a list of outcomes for each, and a word on what a watched folder brought."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.interface_language import said
from briefing.desktop.messages import Message, Tone
from briefing.service import Event, ImportFinished, ImportProgressed, OutcomeKind

if TYPE_CHECKING:
    from briefing.desktop.intake_dialogs.import_results import OutcomeModel
    from briefing.desktop.intake_dialogs.import_strip import ImportStrip

MANY = 4
"""Files from which on an import that nobody asked for, from a watched folder, shows how far it is."""


@dataclass(slots=True)
class _Import:
    """One import: its outcomes, its strip if it has one, and whether its first article is to be shown."""

    outcomes: "OutcomeModel"
    strip: "ImportStrip | None" = None
    shows_first: bool = False
    asked_for: bool = False


class Imports(QObject):
    """Shows every import of the service.

    Args:
        strips: where the strips stand.
        cancel: gives an import up, by its job.
        window: owns the lists.
    """

    articleChosen = Signal(int)
    """Number of an article that the reader wants to read."""
    firstRead = Signal(int, int, str)
    """Job of an import, and number and name of its first article, which is to be shown."""
    messageGiven = Signal(object)
    """A `Message` for the reader."""

    def __init__(self, strips: QVBoxLayout, cancel: Callable[[int], object], window: QWidget) -> None:
        super().__init__(window)
        self._strips = strips
        self._cancel = cancel
        self._window = window
        self._imports: dict[int, _Import] = {}

    def expect(self, job: int, shows_first: bool) -> None:
        """An import that the reader asked for has begun; perhaps he wants to read its first article at once."""
        current = self._begun(job)
        current.asked_for = True
        current.shows_first = shows_first
        self._show_strip(job, current)

    @Slot(object)
    def handle(self, event: Event) -> None:
        """Take what the service tells of imports."""
        match event:
            case ImportProgressed():
                self._advance(event)
            case ImportFinished():
                self._finish(event)

    def _begun(self, job: int) -> _Import:
        from briefing.desktop.intake_dialogs.import_results import OutcomeModel

        if job not in self._imports:
            self._imports[job] = _Import(OutcomeModel())
        return self._imports[job]

    def _advance(self, event: ImportProgressed) -> None:
        current = self._begun(event.job)
        current.outcomes.add(event.outcome)
        if event.of >= MANY:
            self._show_strip(event.job, current)
        if current.strip:
            current.strip.advance(event)
        if current.shows_first and event.outcome.article_id is not None:
            current.shows_first = False
            self.firstRead.emit(event.job, event.outcome.article_id, event.outcome.name)

    def _finish(self, event: ImportFinished) -> None:
        current = self._begun(event.job)
        if current.strip:
            current.strip.finish(event, self._told(current, event))
            return
        if any(outcome.kind is not OutcomeKind.KNOWN for outcome in event.outcomes):
            failed = any(outcome.kind is OutcomeKind.FAILED for outcome in event.outcomes)
            show = partial(self._show_list, current.outcomes)
            tone = Tone.ERROR if failed else Tone.DONE
            self.messageGiven.emit(Message(self._told(current, event), tone, self.tr("Show list"), show))
        del self._imports[event.job]

    def _told(self, current: _Import, event: ImportFinished) -> str:
        if current.asked_for:
            return said(event.message)
        return self.tr("From the watched folder: {outcome}").format(outcome=said(event.message))

    def _show_strip(self, job: int, current: _Import) -> None:
        from briefing.desktop.intake_dialogs.import_strip import ImportStrip

        if current.strip is None:
            current.strip = ImportStrip(self._window)
            current.strip.stopWished.connect(partial(self._cancel, job))
            current.strip.listWished.connect(partial(self._show_list, current.outcomes))
            current.strip.closed.connect(partial(self._forget, job))
            self._strips.addWidget(current.strip)

    def _show_list(self, outcomes: "OutcomeModel") -> None:
        from briefing.desktop.intake_dialogs.import_results import OutcomesDialog

        dialog = OutcomesDialog(outcomes, self._window)
        dialog.articleChosen.connect(self.articleChosen)
        dialog.show()

    def _forget(self, job: int) -> None:
        strip = self._imports.pop(job).strip
        if strip:
            strip.hide()
            strip.deleteLater()
