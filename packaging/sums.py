"""Writes the digests of weights beside them, without which Briefing does not load them.

python packaging/sums.py resources/models/roles resources/models/certainty
"""

import sys
from hashlib import sha256
from pathlib import Path

SUMS = "SHA256SUMS"


def write_sums(folder: Path) -> None:
    """Write `SHA256SUMS` for all files of a folder but those about them."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".md" and path.name != SUMS)
    lines = [f"{sha256(path.read_bytes()).hexdigest()} *{path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        write_sums(Path(folder))
