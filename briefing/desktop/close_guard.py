"""Lets a window go only once what was typed in it is on the disk, or the reader gives it up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from briefing.desktop.session import Session
from briefing.library import Operation

PATIENCE = 15_000
"""Milliseconds after which the reader is asked though there is no answer yet: longer than the library itself waits."""


class Leaving(QObject):
    """Knows whether a window may go, and waits for the answer of the library where nobody knows yet.

    Args:
        session: what the window works on.
        window: asks the reader.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._then: Callable[[], object] | None = None
        self._failure = ""
        self._given_up: tuple[Operation, ...] = ()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._ask_without_answer)
        session.changeFailed.connect(self._note_failure)
        # Later: the window must not close while its session still takes the event that ends the wait.
        session.keepingChanged.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether nothing is lost if the window goes now, or the reader wants to go all the same.

        Args:
            then: called later to try again, if what was sent is not answered yet.
        """
        if not self._is_at_stake():
            return True
        if self._session.held:
            return self._asked(self._session.held)
        self._then, self._failure = then, ""
        self._patience.start()
        return False

    def _is_at_stake(self) -> bool:
        return any(operation not in self._given_up for operation in self._session.history.waiting)

    @Slot(str)
    def _note_failure(self, sentence: str) -> None:
        self._failure = sentence

    @Slot()
    def _go_on(self) -> None:
        if self._then is None or (self._session.history.busy and not self._session.held):
            return
        then, failure = self._stop_waiting()
        # The message that tells of it would go with the window before anybody read it.
        if not failure or self._asked(failure):
            then()

    def _ask_without_answer(self) -> None:
        if self._then is None:
            return
        then, _ = self._stop_waiting()
        if not self._is_at_stake() or self._asked(self.tr("The library does not answer.")):
            then()

    def _stop_waiting(self) -> tuple[Callable[[], object], str]:
        then, failure = self._then, self._failure
        assert then is not None
        self._then, self._failure = None, ""
        self._patience.stop()
        return then, failure

    def _asked(self, why: str) -> bool:
        """Ask the reader whether to give up what is not saved; what is given up is not asked about again."""
        from briefing.desktop.unsaved_dialog import asked_to_give_up

        if not asked_to_give_up(why, self._session.copy_unsaved, self._window):
            return False
        self._given_up = self._session.history.waiting
        return True
