"""What is told to the reader: one sentence, how grave it is, and what can be done about it."""

from collections.abc import Callable
from enum import StrEnum

from briefing.records import dataclass


class Tone(StrEnum):
    """How grave a message is."""

    DONE = "done"
    NOTE = "note"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One plain sentence, perhaps with one thing to do about it."""

    sentence: str
    tone: Tone = Tone.NOTE
    action: str = ""
    act: Callable[[], object] | None = None
