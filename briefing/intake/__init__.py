"""Reads a file, bytes or the clipboard into an article; heavy parsers load when their format is met."""

from briefing.intake.feed import Feed, FeedEntry, OffersArticles
from briefing.intake.intake_errors import (
    FetchFailed,
    IntakeFailure,
    NotAnArticle,
    TooLarge,
    UnreadableFile,
    Unsupported,
    quoted,
)
from briefing.intake.open_document import (
    LARGEST,
    Opened,
    load_page_readers,
    read_bytes,
    read_clipboard,
    read_file,
    read_list,
)

__all__ = [
    "LARGEST",
    "Feed",
    "FeedEntry",
    "FetchFailed",
    "IntakeFailure",
    "NotAnArticle",
    "OffersArticles",
    "Opened",
    "TooLarge",
    "UnreadableFile",
    "Unsupported",
    "load_page_readers",
    "quoted",
    "read_bytes",
    "read_clipboard",
    "read_file",
    "read_list",
]
