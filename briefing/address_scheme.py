"""Tells a web address from a file by its scheme; alone, so that a start that only hands over loads nothing more."""

import re

SCHEME = "briefing"
"""Our own address scheme: `briefing:https://…` and `briefing:open?url=https%3A%2F%2F…` open a page from a browser."""

WEB_SCHEMES = ("http", "https")
"""What is fetched."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def scheme_of(given: str) -> str:
    """The scheme that something given begins with, in small letters; nothing if it has none."""
    found = _SCHEME.match(given)
    return found.group(1).lower() if found else ""


def is_address(given: str) -> bool:
    """Whether something given on the command line or pasted is meant as an address, and not as a file."""
    return scheme_of(given.strip()) in (*WEB_SCHEMES, SCHEME)
