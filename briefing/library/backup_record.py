"""What a backup is, and why it was made."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from briefing.records import dataclass


class Reason(StrEnum):
    """Why a backup was made; only the daily ones are ever deleted."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_UPDATE = "before-update"
    BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        path: of the file, a whole database of its own.
        made: when (UTC).
        reason: why.
    """

    path: Path
    made: datetime
    reason: Reason
