"""Why a brief could not be written, in one plain sentence for the reader."""

from pathlib import Path

from briefing.model.failure import Failure
from briefing.model.message import Message


class ExportFailure(Failure):
    """A brief was not written; what stood at its place before is unharmed.

    Attributes:
        path: where it should have gone.
    """

    def __init__(self, path: Path, message: Message | str) -> None:
        super().__init__(message)
        self.path = path


class CannotAnnotate(Failure):
    """There is no PDF to draw on, or it cannot be drawn on; the message says why, without a full stop."""


class TemplateFault(Failure):
    """A template is not there or did not compile; the message says which, where and why, without a full stop."""
