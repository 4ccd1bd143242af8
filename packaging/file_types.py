"""The files that Briefing opens, by the ends of their names: for systems that go by them."""

OPENED = {
    "a text": ("txt", "text", "md", "markdown"),
    "a web page": ("html", "htm", "xhtml", "mht", "mhtml", "webarchive"),
    "a document": ("pdf", "docx", "odt", "rtf", "epub", "pptx", "xlsx"),
    "a message": ("eml", "mbox", "msg"),
    "captions": ("vtt", "srt"),
}
"""For these it is one choice among others; no default is taken away."""

OWN = "briefing"
"""For this it is the program."""

SCHEME = "briefing"
"""Addresses that are handed to it."""


def opened() -> list[str]:
    """Every end of a name, without its point."""
    return [suffix for suffixes in OPENED.values() for suffix in suffixes]
