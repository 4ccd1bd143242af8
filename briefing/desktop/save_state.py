"""How far what the reader does is kept, as the window tells it all the time."""

from enum import StrEnum


class Keeping(StrEnum):
    """What became of the reader's changes: waiting ones are tried again, failed ones are not."""

    SAVED = "saved"
    SAVING = "saving"
    WAITING = "waiting"
    FAILED = "failed"
    REFUSED = "refused"
