"""Reads trained weights only as they were shipped: a byte that flipped would show in nothing but what is found."""

from hashlib import sha256
from pathlib import Path

from briefing.model.failure import Failure
from briefing.model.message import Message

SUMS = "SHA256SUMS"
"""File beside the weights that holds their digests, as `sha256sum` writes and checks them."""


class DamagedWeights(Failure):
    """A file of weights is not what was shipped."""

    def __init__(self, path: Path) -> None:
        super().__init__(Message.of("analysis.damaged_weights", name=path.name, folder=str(path.parent)))


def weights(path: Path) -> bytes:
    """The bytes of a file of weights.

    Raises:
        DamagedWeights: if they are not those of which the digest stands beside them.
        FileNotFoundError: if there is no such file.
        OSError: if it cannot be read.
    """
    data = path.read_bytes()
    if sha256(data).hexdigest() != _digests(path.with_name(SUMS)).get(path.name):
        raise DamagedWeights(path)
    return data


def _digests(sums: Path) -> dict[str, str]:
    """Digests by name of file; none if they cannot be read."""
    try:
        lines = sums.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    # "digest  name", or "digest *name" of a file read as binary.
    return {name[1:]: digest for digest, _, name in (line.partition(" ") for line in lines) if name}
