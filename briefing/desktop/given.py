"""What a start of the program was given to open."""

from collections.abc import Sequence
from pathlib import Path

from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What a start was given to open: absolute paths, and addresses as they were typed."""

    files: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()


def given_from(files: Sequence[Path], addresses: Sequence[str]) -> Given:
    """What the command line gave, with paths that hold in any folder."""
    return Given(tuple(path.absolute() for path in files), tuple(addresses))
