"""Tells how long briefs are being written, for as long as they are, with a button that stops it."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer

from briefing.desktop.message_strip import MessageStrip
from briefing.desktop.messages import Message, Tone
from briefing.desktop.session import Session

TICK = 1_000
"""Milliseconds between two words on how long it takes."""


class Writing(QObject):
    """Speaks in the strip of messages until all files are written, or something else is told there.

    Args:
        session: that has the briefs written.
        strip: in which it is told.
        parent: with which all this goes.
    """

    def __init__(self, session: Session, strip: MessageStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._strip = strip
        self._name = ""
        self._said = ""
        self._files = 0
        self._begun = 0.0
        self._ticking = QTimer(self, interval=TICK)
        self._ticking.timeout.connect(self._tick)

    def start(self, name: str) -> None:
        """Tell of what the session was just asked to write; `name` is that of the first file."""
        self._name, self._begun = name, monotonic()
        self._files = self._session.exports.exports_left
        message = self._message()
        self._said = message.sentence
        self._strip.show_message(message)
        self._ticking.start()

    def _tick(self) -> None:
        if not self._session.exports.exports_left:
            self._ticking.stop()
            return
        message = self._message()
        if not self._strip.go_on(self._said, message):
            self._ticking.stop()
        self._said = message.sentence

    def _message(self) -> Message:
        sentence = self.tr("Writing “{name}”…").format(name=self._name)
        seconds = int(monotonic() - self._begun)
        if self._files > 1:
            done = self._files - self._session.exports.exports_left
            sentence = self.tr("Writing files: {done} of {all} done…").format(done=done, all=self._files)
        if seconds:
            sentence = f"{sentence} {self.tr('%n second(s)', '', seconds)}"
        return Message(sentence, Tone.NOTE, self.tr("Stop"), self._session.exports.stop_exports)
