"""A field that saves while one types: takes updates from the store, but never in place of newer words.

What is sent comes back after a while. Until then the store may still tell what stood there before, and the reader
types on; another window may have changed the same words. One rule for every field decides what is shown.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.desktop.utf16 import Offsets
from briefing.model.merge import ends_alike

SAVING = 400
"""Milliseconds after which what was typed is sent on, at the latest."""


class Draft(QObject):
    """What is written in one field, on one thing after the other.

    Args:
        field: its parent.
        read: gives the words in the field.
        put: puts other words into the field; nothing is typed by it. Told that they are on the same thing, it leaves
            the caret where it is among them, else the caret is behind them.
    """

    written = Signal(str, str, str)
    """On what was written, the words on their way to the disk, and those that they take the place of."""

    def __init__(self, field: QObject, read: Callable[[], str], put: Callable[[str, bool], None]) -> None:
        super().__init__(field)
        self.subject = ""
        self._read, self._put = read, put
        self._agreed = self._shown = ""
        self._sent: dict[str, list[str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVING)
        self._timer.timeout.connect(self.flush)

    @property
    def agreed(self) -> str:
        """What the store has, or gets with the words that are on their way."""
        return self._agreed

    @property
    def unsent(self) -> bool:
        """Whether something was typed that is not on its way yet."""
        return self._read() != self._shown

    def type(self) -> None:
        """Take note of a key: what was typed is sent soon."""
        # A timer that began anew with each key would never end while somebody types on.
        if not self._timer.isActive():
            self._timer.start()

    def tell(self, subject: str, words: str) -> None:
        """Show what the store says is written on `subject`, unless something newer stands there.

        Words that are being typed stay; the store hears of them as a change to what they were typed over. What stood
        there before the words that are on their way is an echo from then, and shows nothing.
        """
        earlier = self._sent.get(subject, [])
        if subject != self.subject:
            self.flush()
            self.subject = subject
            # What was sent on it last is not there yet, if the store still tells what was there before.
            self._show(earlier[-1] if words in earlier[:-1] else words, same=False)
        elif words == self._agreed:
            self._sent.pop(subject, None)
        elif words not in earlier and not self.unsent:
            self._sent.pop(subject, None)
            self._show(words)

    def settle(self) -> None:
        """Take note that all that was sent is on the disk: whatever the store tells from now on is new."""
        self._sent.clear()

    def flush(self) -> None:
        """Send what was typed on its way to the disk now, if there is anything new."""
        self._timer.stop()
        if self.unsent:
            words, was = self._read(), self._agreed
            self._agreed = self._shown = words
            self._sent.setdefault(self.subject, [was]).append(words)
            self.written.emit(self.subject, words, was)

    def give_up(self) -> None:
        """Show again what stood there before it was typed over."""
        self._show(self._agreed)

    def _show(self, words: str, same: bool = True) -> None:
        self._timer.stop()
        self._agreed = words
        if self._read() != words:
            self._put(words, same)
        # A field may show some words in another way than they are kept: that is nothing that was typed.
        self._shown = self._read()


class Drafted:
    """What a field offers whose words are a draft: mixed into a widget that makes `_draft`."""

    _draft: Draft

    def settle(self) -> None:
        """Take note that all that was sent is on the disk."""
        self._draft.settle()

    def flush(self) -> None:
        """Send what was typed on its way to the disk now, if there is anything new."""
        self._draft.flush()

    @property
    def typing(self) -> bool:
        """Whether something was typed that is not on its way yet."""
        return self._draft.unsent


def change(before: str, after: str) -> tuple[int, int, str]:
    """What has to be put in the place of what: first and last place in UTF-16 units of `before`, and the new words."""
    start, end = ends_alike(before, after)
    units = Offsets(before)
    return units.to_utf16(start), units.to_utf16(len(before) - end), after[start : len(after) - end]


def moved(caret: int, before: str, after: str) -> int:
    """Where a caret stands among other words, in UTF-16 units: beside the same ones as before."""
    start, end, new = change(before, after)
    if caret <= start:
        return caret
    return start + Offsets(new).to_utf16(len(new)) + max(0, caret - end)
