"""What is remembered of visits to web pages, in small files beside the database: forgotten with their articles."""

import json
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from briefing.model.identifiers import digest_of

FOLDER = "visits"
"""Folder within the library's, with one small file an address; without it, no page is watched any more."""


def visit_file(folder: Path, address: str) -> Path:
    """Where the last visit to an address is remembered."""
    return folder / FOLDER / f"{digest_of(address.encode('utf-8', 'replace'))}.json"


def forget_visits(folder: Path, digests: Collection[str], addresses: Iterable[str]) -> None:
    """Forget the visits that brought these bytes, and those to these addresses; what cannot be deleted stays."""
    files = {visit_file(folder, address) for address in addresses if address}
    with suppress(OSError):
        files |= {path for path in (folder / FOLDER).iterdir() if _digest_in(path) in digests}
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _digest_in(path: Path) -> str:
    try:
        return str(json.loads(path.read_text("utf-8"))["digest"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ""
