"""What a library says of itself that may go to another machine, and what may come from one."""

import re
from dataclasses import replace
from ipaddress import ip_address
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from briefing.model import Origin


def tamed(origin: Origin) -> Origin:
    """Where an article comes from, without what says something of the machine that it was exported on.

    An address that is none of the web is left out, and of a file's path its name is kept.
    """
    return replace(origin, address=web_address(origin.address), file=file_name(origin.file))


def web_address(told: str) -> str:
    """The address, if it is one of the web and none of the machine or the network that somebody sits in; else ""."""
    if not re.match(r"https?://[^\s\\]+$", told, re.IGNORECASE):
        return ""
    try:
        host = urlsplit(told).hostname or ""
    except ValueError:
        return ""
    try:
        is_public = ip_address(host).is_global
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
