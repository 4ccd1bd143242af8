"""Keeps the pictures of articles beside the originals they are taken from: a folder an article, named by digest.

They can be taken from the original again; so a picture that is lost or damaged is one that is not shown, no more.
"""

import contextlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from briefing.library.library_errors import LibraryFailure
from briefing.library.originals import Originals
from briefing.library.privacy import make_folder


class Pictures:
    """A folder of pictures: `ab/<digest of the original>/cd/<digest of the picture>`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, article: str, pictures: Iterable[bytes]) -> None:
        """Write the pictures of the article with that digest, unless they are there.

        Raises:
            LibraryFailure: if they cannot be written.
        """
        held = Originals(self._of(article))
        for picture in pictures:
            # `Originals` makes its own folder and those in it.
            make_folder(self._of(article).parent.parent)
            make_folder(self._of(article).parent)
            held.keep(picture)

    def read(self, article: str, digest: str) -> bytes:
        """A picture; empty if it is not there, or is not what it was."""
        try:
            return Originals(self._of(article)).read(digest)
        except LibraryFailure:
            return b""

    def discard(self, article: str) -> None:
        """Delete the pictures of an article; what cannot be deleted stays, which does no harm."""
        with contextlib.suppress(OSError):
            shutil.rmtree(self._of(article))

    def _of(self, article: str) -> Path:
        return self._folder / article[:2] / article
