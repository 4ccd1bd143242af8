"""Backups of the database: made while it is in use, checked before an older one goes, put back on wish."""

import contextlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw

from briefing.library.backup_record import Backup, Reason
from briefing.library.library_errors import LibraryFailure
from briefing.library.originals import sync, sync_folder
from briefing.library.paths import DATABASE, ORIGINALS, PICTURES
from briefing.library.privacy import FOLDER_MODE, copy_file, make_file, make_folder
from briefing.library.sqlite.integrity import database_faults
from briefing.library.sqlite.sqlite_errors import failure_of
from briefing.model.message import Message

FOLDER = "backups"
DAILY, WEEKLY = 7, 4
"""How many days, and beside them how many weeks, are kept."""

DAY = timedelta(days=1)
_STAMP = "%Y-%m-%dT%H%M%S%fZ"
_UNFINISHED = (
    f"{FOLDER}/*.new",
    f"{FOLDER}/*.cleaning",
    f"{FOLDER}/*.fitting",
    f"{DATABASE}.new",
    f"{ORIGINALS}/??/.new-*",
    f"{PICTURES}/??/*/??/.new-*",
)
_ABANDONED = timedelta(hours=1)
"""A copy that was not written to for so long is no longer being made by anybody."""

_FILES = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")


def backups(folder: Path, now: datetime | None = None) -> list[Backup]:
    """The backups of the library in `folder`, newest first; those that a wrong clock dated in the future come last."""
    found = [one for one in map(_backup, (folder / FOLDER).glob("*.sqlite")) if one is not None]
    return sorted(found, key=lambda one: (not is_dated_ahead(one, now), one.made), reverse=True)


def is_dated_ahead(backup: Backup, now: datetime | None = None) -> bool:
    """Whether a backup was made when the clock was wrong, or the clock is wrong now: its date tells nothing."""
    return backup.made > (now or datetime.now(UTC)) + DAY


def back_up(connection: apsw.Connection, folder: Path, reason: Reason, now: datetime | None = None) -> Backup:
    """Copy the database of an open library, check the copy, and let daily ones go that are too many.

    Raises:
        LibraryFailure: if the copy cannot be written or is not sound; what was there stays.
    """
    made = now or datetime.now(UTC)
    target = folder / FOLDER / f"{made.strftime(_STAMP)}-{reason.value}.sqlite"
    unfinished = target.with_suffix(".new")
    try:
        make_folder(target.parent)
        discard_unfinished(folder)
        make_file(unfinished)
        written = _written(folder)
        _copy(connection, unfinished)
        faults = database_faults(unfinished)
        if faults:
            raise LibraryFailure(Message.of("backup.not_sound_copy", folder=str(folder), fault=faults[0]))
        sync(unfinished)
        os.utime(unfinished, ns=(written, written))
        unfinished.replace(target)
    except OSError as fault:
        raise LibraryFailure(Message.of("backup.not_made", folder=str(folder), fault=str(fault.strerror))) from fault
    except apsw.Error as fault:
        raise failure_of(fault, folder) from fault
    finally:
        discard(unfinished)
    if reason is Reason.DAILY:
        for old in superfluous(backups(folder), now):
            discard(old.path)
    return Backup(target, made, reason)


def discard_unfinished(folder: Path, now: datetime | None = None) -> tuple[Path, ...]:
    """Delete copies that were begun and never finished; gives those that somebody may still be making."""
    moment = (now or datetime.now(UTC)).timestamp()
    left = []
    for path in (path for pattern in _UNFINISHED for path in sorted(folder.glob(pattern))):
        with contextlib.suppress(OSError):
            # A clock may have been wrong: a file from the future is no younger than one from the past.
            if abs(moment - path.stat().st_mtime) >= _ABANDONED.total_seconds():
                discard(path)
            else:
                left.append(path)
    return tuple(left)


def is_due(folder: Path, now: datetime | None = None) -> bool:
    """Whether a day has passed since the last backup, and something has changed since.

    A backup that is dated in the future is none that was made lately. A backup file has the time at which the database
    was last written to before it: another one, be it earlier by a wrong clock, tells of a change.
    """
    moment = now or datetime.now(UTC)
    newest = next((one for one in backups(folder, moment) if not is_dated_ahead(one, moment)), None)
    if newest is None:
        return True
    try:
        return moment - newest.made >= DAY and newest.path.stat().st_mtime_ns != _written(folder)
    except OSError:
        return True


def _written(folder: Path) -> int:
    """When the database was last written to, by the clock of that moment, in nanoseconds."""
    files = [folder / DATABASE, folder / f"{DATABASE}-wal"]
    return max((path.stat().st_mtime_ns for path in files if path.exists()), default=0)


def is_lost(folder: Path) -> bool:
    """Whether there is no database, or an empty file, where backups tell that there was one."""
    path = folder / DATABASE
    return (not path.is_file() or path.stat().st_size == 0) and bool(backups(folder))


def newest_sound(folder: Path) -> Backup | None:
    """The newest backup that can be put back, or None."""
    return next((one for one in backups(folder) if not database_faults(one.path)), None)


def superfluous(known: list[Backup], now: datetime | None = None) -> list[Backup]:
    """The daily ones that are neither among the last days' nor the last of one of the last weeks.

    Those that are dated in the future drive out none, and stay until their day has come.
    """
    counted = [one for one in known if one.reason is Reason.DAILY and not is_dated_ahead(one, now)]
    daily = sorted(counted, key=lambda one: one.made, reverse=True)
    by_day = {one.made.date(): one for one in reversed(daily)}
    by_week = {one.made.isocalendar()[:2]: one for one in reversed(daily)}
    days = sorted(by_day.values(), key=lambda one: one.made, reverse=True)[:DAILY]
    weeks = sorted(by_week.values(), key=lambda one: one.made, reverse=True)[:WEEKLY]
    return [one for one in daily if one not in days and one not in weeks]


def restore(folder: Path, backup: Path, now: datetime | None = None) -> Path:
    """Make the library what it was when `backup` was made; what it is now becomes a backup itself, or is set aside.

    Other windows may have the library open: they see the restored one.

    Returns:
        Where the library as it was before can be found.

    Raises:
        LibraryFailure: if the backup is not sound or cannot be put back; the library is then as it was.
    """
    if not backup.is_file():
        raise LibraryFailure(Message.of("backup.none", backup=str(backup)))
    faults = database_faults(backup)
    if faults:
        raise LibraryFailure(Message.of("backup.not_sound", backup=str(backup), fault=faults[0]))
    moment = now or datetime.now(UTC)
    try:
        if (folder / DATABASE).is_file() and not database_faults(folder / DATABASE):
            return _put_back(folder, backup, moment)
        return _replace(folder, backup, moment)
    except OSError as fault:
        raise LibraryFailure(
            Message.of("backup.not_restored", backup=str(backup), fault=str(fault.strerror))
        ) from fault
    except apsw.Error as fault:
        raise failure_of(fault, folder) from fault


def set_aside(folder: Path, now: datetime | None = None) -> Path:
    """Move the files of a damaged database into a folder of their own beside it, and return that folder.

    Raises:
        OSError: if they cannot be moved.
    """
    aside = folder / f"damaged-{(now or datetime.now(UTC)).strftime(_STAMP)}"
    aside.mkdir(mode=FOLDER_MODE, parents=True)
    try:
        for name in _FILES:
            if (folder / name).exists():
                (folder / name).replace(aside / name)
    except OSError:
        put_back(folder, aside)
        raise
    return aside


def put_back(folder: Path, aside: Path) -> None:
    """Move what was set aside to where it was, in the place of what stands there; what cannot be moved stays aside."""
    with contextlib.suppress(OSError):
        # The log first: beside a database that is not its own it could be taken for that one's.
        for name in reversed(_FILES):
            if (aside / name).exists():
                (aside / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        aside.rmdir()


def _put_back(folder: Path, backup: Path, now: datetime) -> Path:
    present = apsw.Connection(str(folder / DATABASE))
    fitting = (folder / FOLDER / backup.name).with_suffix(".fitting")
    try:
        present.set_busy_timeout(10_000)
        kept = back_up(present, folder, Reason.BEFORE_RESTORE, now)
        _fit(backup, fitting, int(present.pragma("page_size")))
        source = apsw.Connection(str(fitting), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            with present.backup("main", source, "main") as running:
                while not running.done:
                    running.step(-1)
        finally:
            source.close()
        return kept.path
    finally:
        present.close()
        discard(fitting)


def _fit(backup: Path, copy: Path, page_size: int) -> None:
    """Copy a backup with pages of this size: SQLite copies pages, and those of a database in use keep their size."""
    copy_file(backup, copy)
    connection = apsw.Connection(str(copy))
    try:
        if connection.pragma("page_size") != page_size:
            connection.pragma("page_size", page_size)
            connection.execute("VACUUM")
    finally:
        connection.close()


def _replace(folder: Path, backup: Path, now: datetime) -> Path:
    fresh = folder / f"{DATABASE}.new"
    make_folder(folder)
    copy_file(backup, fresh)
    sync(fresh)
    aside = set_aside(folder, now)
    try:
        fresh.replace(folder / DATABASE)
    except OSError:
        put_back(folder, aside)
        raise
    sync_folder(folder)
    return aside


def _copy(connection: apsw.Connection, target: Path) -> None:
    copy = apsw.Connection(str(target))
    try:
        with copy.backup("main", connection, "main") as running:
            while not running.done:
                running.step(-1)
        # One file of its own: no write-ahead log beside it that could get lost.
        copy.pragma("journal_mode", "DELETE")
    finally:
        copy.close()


def _backup(path: Path) -> Backup | None:
    stamp, _, reason = path.stem.partition("Z-")
    try:
        return Backup(path, datetime.strptime(f"{stamp}Z", _STAMP).replace(tzinfo=UTC), Reason(reason))
    except ValueError:
        return None


def discard(path: Path) -> None:
    """Delete a database file with what SQLite puts beside it; what cannot be deleted stays."""
    for name in (path, path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)
