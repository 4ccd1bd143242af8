"""A folder with a library in SQLite, whether it can be opened or not: its backups, its faults, its rescue."""

from pathlib import Path

from briefing.library.backup_record import Backup
from briefing.library.paths import DATABASE
from briefing.library.salvage_outcome import Salvaged
from briefing.library.sqlite import backup, integrity
from briefing.library.sqlite.sqlite_library import SqliteLibrary
from briefing.model.message import Message


class FolderStore:
    """Where a library in SQLite lies.

    Args:
        folder: with the database and the original files, or in which they are made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def name(self) -> str:
        """The folder."""
        return str(self._folder)

    def exists(self) -> bool:
        """Whether there is a library."""
        return (self._folder / DATABASE).is_file()

    def is_lost(self) -> bool:
        """Whether there is none where backups tell that there was one."""
        return backup.is_lost(self._folder)

    def open(self) -> SqliteLibrary:
        """Open the library, made if there is none, brought up to date."""
        return SqliteLibrary.open(self._folder)

    def backups(self) -> list[Backup]:
        """All backups, newest first."""
        return backup.backups(self._folder)

    def newest_sound_backup(self) -> Backup | None:
        """The newest backup that can be put back, or None."""
        return backup.newest_sound(self._folder)

    def restore(self, chosen: Path) -> Path:
        """Make the library what it was when a backup was made; gives where it can be found as it was before."""
        return backup.restore(self._folder, chosen)

    def faults(self) -> list[Message]:
        """What is wrong with the library: its rows, its search and its originals."""
        return integrity.library_faults(self._folder)

    def faults_of_rows(self) -> list[Message]:
        """What a quick look shows to be wrong."""
        return integrity.database_faults(self._folder / DATABASE, thorough=False)

    def salvage(self) -> Salvaged:
        """Set a damaged library aside and fill a new one with what can still be read."""
        from briefing.library.sqlite.salvage import salvage

        return salvage(self._folder)

    def forgotten_originals(self) -> list[Path]:
        """Sound originals that no article was read from, or one whose text is lost."""
        from briefing.library.sqlite.salvage import forgotten_originals

        return forgotten_originals(self._folder)
