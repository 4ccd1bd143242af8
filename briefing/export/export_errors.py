"""Why a brief could not be written, in one plain sentence for the reader."""

from pathlib import Path


class ExportFailure(Exception):
    """A brief was not written; what stood at its place before is unharmed.

    Attributes:
        path: where it should have gone.
        sentence: what happened, to which file, and what can be done.
    """

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(path, sentence)
        self.path = path
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class CannotAnnotate(Exception):
    """There is no PDF to draw on, or it cannot be drawn on; the words say why, without a full stop."""


class TemplateFault(RuntimeError):
    """A template is not there or did not compile; the message says which, where and why, without a full stop."""
