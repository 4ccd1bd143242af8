"""Removes what is private to this machine from what is exported, and from what is imported."""

import re
from dataclasses import replace
from ipaddress import IPv6Address, IPv6Network, ip_address
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from briefing.model import Article, Origin

_ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")
"""Controls, and what turns the writing direction until somebody ends it; no text that was read here has them."""

_OPEN = IPv6Network("2000::/3")
"""All of IPv6 that is given out for the open internet."""

_BEYOND_LINE = re.compile(f"{_ACTING.pattern[:-1]}\t\n\r\u2028\u2029\u2066-\u2069]")
"""What a name has not: ends of lines and, beside those signs, what turns the writing direction for a while."""

_TOLD = ("title", "byline", "outlet", "published", "modified", "language", "media_type", "sources")


def portable_origin(origin: Origin) -> Origin:
    """Where an article comes from, without what says something of the machine that it was exported on.

    An address that is none of the web is left out, and of a file's path its name is kept.
    """
    return replace(origin, address=web_address(origin.address), file=file_name(origin.file))


def name_told(words: str) -> str:
    """A name or title as a file tells it, on one line and without signs that act on what stands beside it."""
    return _BEYOND_LINE.sub(" ", words)


def harmless(article: Article) -> Article:
    """An article as a file tells it, without signs that act on what stands beside them; every place in it stays."""
    told = {name: " ".join(name_told(getattr(article.origin, name)).split()) for name in _TOLD}
    places = tuple(replace(one, label=name_told(one.label)) for one in article.locators)
    origin = portable_origin(replace(article.origin, **told))
    return replace(article, text=_ACTING.sub(" ", article.text), origin=origin, locators=places)


def web_address(told: str) -> str:
    """The address, if it is one of the web and none of the machine or the network that somebody sits in; else ""."""
    if not re.match(r"https?://[^\s\\]+$", told, re.IGNORECASE):
        return ""
    try:
        host = urlsplit(told).hostname or ""
    except ValueError:
        return ""
    try:
        number = ip_address(host)
        # Not every Python knows the local addresses of old (RFC 3879) and those that only stand for another.
        hidden = isinstance(number, IPv6Address) and number not in _OPEN
        is_public = number.is_global and not hidden
    except ValueError:
        is_public = "." in host and not host.rstrip(".").endswith((".local", ".localhost", ".internal"))
    return told if is_public else ""


def file_name(path: str) -> str:
    """The name of a file without the folders of whatever system."""
    name = PurePosixPath(PureWindowsPath(path).name).name
    return "" if name in (".", "..") else name


def template_name(told: str) -> str:
    """The name of a brief template that comes with Briefing; "" for what may be a path."""
    return told if re.fullmatch(r"[A-Za-z0-9_-]{0,60}", told) else ""
