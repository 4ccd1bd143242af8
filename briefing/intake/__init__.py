"""Reads a file, bytes or the clipboard into an article; heavy parsers load when their format is met."""

from briefing.intake.failures import (
    FetchFailed,
    IntakeFailure,
    NotAnArticle,
    TooLarge,
    UnreadableFile,
    Unsupported,
)
from briefing.intake.opening import LARGEST, Opened, read_bytes, read_clipboard, read_file

__all__ = [
    "LARGEST",
    "FetchFailed",
    "IntakeFailure",
    "NotAnArticle",
    "Opened",
    "TooLarge",
    "UnreadableFile",
    "Unsupported",
    "read_bytes",
    "read_clipboard",
    "read_file",
]
