"""Where a saved web page came from, as the programs that save pages note it on its top."""

import re
from html import unescape

_TOP = 20_000
"""Characters at the top among which the note stands."""

_NOTES = (
    # Internet Explorer, Chrome and their like
    re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->"),
    # SingleFile
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)"),
    # monolith
    re.compile(r"<!--\s*Saved from (\S+) at \S+ using monolith"),
    # Save Page WE
    re.compile(r"<meta\s+name=[\"']?savepage-(?:url|from)[\"']?\s+content=[\"']?([^\"'<>\s]+)", re.IGNORECASE),
)
_ON_THE_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def saved_from(page: str) -> str:
    """The web address that a saved page is noted to come from; empty if there is no such note."""
    top = page[:_TOP]
    found = (unescape(match[1]) for note in _NOTES if (match := note.search(top)))
    return next((address for address in found if _ON_THE_WEB.fullmatch(address)), "")
