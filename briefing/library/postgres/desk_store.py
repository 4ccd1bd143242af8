"""Where a desk's library is kept: a database of a PostgreSQL server, which is backed up and looked after there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk_address import shown
from briefing.library.backup_record import Backup
from briefing.library.library_errors import LibraryFailure
from briefing.library.salvage_outcome import Salvaged
from briefing.model.message import Message

if TYPE_CHECKING:
    # At run time it comes when the library is opened: the driver takes longer to load than a window to be shown.
    from briefing.library.postgres.desk_library import DeskLibrary


class DeskStore:
    """A database of a server.

    Args:
        address: of the database, as `postgresql://…`.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    @property
    def name(self) -> str:
        """The address, without a password."""
        return shown(self._address)

    def exists(self) -> bool:
        """Whether there is a library in the database."""
        with needing_driver():
            from briefing.library.postgres.desk_connection import connect, in_words
            from briefing.library.postgres.desk_schema import version_of
        with in_words(self._address), connect(self._address) as connection:
            return version_of(connection) > 0

    def is_lost(self) -> bool:
        """No: whether a database is gone is for its server to know."""
        return False

    def open(self) -> DeskLibrary:
        """Open the library, made if there is none, brought up to date."""
        with needing_driver():
            from briefing.library.postgres.desk_library import DeskLibrary
        return DeskLibrary(self._address)

    def backups(self) -> list[Backup]:
        """Refused, as all that the server does itself."""
        raise self._refusal()

    def newest_sound_backup(self) -> Backup | None:
        """Refused, as all that the server does itself."""
        raise self._refusal()

    def restore(self, chosen: Path) -> Path:
        """Refused, as all that the server does itself."""
        raise self._refusal()

    def faults(self) -> list[Message]:
        """Refused, as all that the server does itself."""
        raise self._refusal()

    def faults_of_rows(self) -> list[Message]:
        """Nothing: the server notices by itself what is damaged."""
        return []

    def salvage(self) -> Salvaged:
        """Refused, as all that the server does itself."""
        raise self._refusal()

    def forgotten_originals(self) -> list[Path]:
        """None: an original is kept with its article."""
        return []

    def _refusal(self) -> LibraryFailure:
        return LibraryFailure(Message.of("desk.kept_by_server", address=self.name))


@contextmanager
def needing_driver() -> Iterator[None]:
    """Say in words that the driver is not there, or finds no client library."""
    try:
        yield
    except ImportError as fault:
        raise LibraryFailure(Message.of("desk.no_driver", fault=str(fault))) from fault
