"""How far what the reader does is kept, as the window tells it all the time."""

from enum import StrEnum


class Keeping(StrEnum):
    """What became of the reader's changes; the values are names of looks."""

    SAVED = "saved"
    SAVING = "saving"
    REFUSED = "refused"
