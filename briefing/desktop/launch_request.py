"""The files and addresses that a start of the program was given."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple


# No dataclass: a start that only hands over would wait for the module of these, and for `inspect`.
class Given(NamedTuple):
    """What a start was given to open: absolute paths, and addresses as they were typed."""

    files: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it is anything at all."""
        return bool(self.files or self.addresses)


def given_from(files: Sequence[Path], addresses: Sequence[str]) -> Given:
    """What the command line gave, with paths that hold in any folder."""
    return Given(tuple(path.absolute() for path in files), tuple(addresses))


def together(parts: Iterable[Given]) -> Given:
    """All that was given, each once, in its order."""
    every = list(parts)
    files = dict.fromkeys(path for part in every for path in part.files)
    return Given(tuple(files), tuple(dict.fromkeys(one for part in every for one in part.addresses)))


def said_of(given: Given) -> dict[str, list[str]]:
    """What was given, in plain words that can be written down."""
    return {"files": [str(path) for path in given.files], "addresses": list(given.addresses)}


def given_in(said: object) -> Given | None:
    """What such words say; None if they are damaged."""
    try:
        files, addresses = said["files"], said["addresses"]  # type: ignore[index]
    except (KeyError, TypeError):
        return None
    if not isinstance(files, list) or not isinstance(addresses, list):
        return None
    if not all(isinstance(each, str) for each in (*files, *addresses)):
        return None
    return Given(tuple(Path(path) for path in files), tuple(addresses))
