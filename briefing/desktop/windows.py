"""The windows that are open: each has its service on the one library, and all share the worker processes."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing.desktop.event_bridge import Bridge
from briefing.desktop.launch_request import Given, together
from briefing.desktop.session import Session
from briefing.desktop.settings import settings_of
from briefing.desktop.startup_gate import StartupGate
from briefing.desktop.window import Window
from briefing.library import Place
from briefing.library_place import own_folder
from briefing.records import dataclass
from briefing.service import Service, SharedWorkers


@dataclass(frozen=True)
class _Opened:
    """A window with what stands behind it."""

    window: Window
    service: Service
    bridge: Bridge
    gate: StartupGate

    def end(self) -> None:
        self.bridge.close()
        self.service.close()


class Windows(QObject):
    """Opens windows, remembers which were open, and hands what comes from outside to the one in front.

    Args:
        place: of the library that they show.
        workers: the processes that read and analyse; else there are some of their own, once they are needed.
        own: folder of the reader's own library, to which he can go back from a desk's.

    Attributes:
        wished: the place of the library to which the reader goes from here, once all windows are closed.
    """

    def __init__(self, place: Place, workers: SharedWorkers | None = None, own: Path | None = None) -> None:
        super().__init__()
        self.settings = settings_of(place)
        self.wished: Place | None = None
        self._place, self._own = place, own
        self._workers = workers or SharedWorkers(wait=True)
        self._open: list[_Opened] = []
        self._left: list[_Opened] = []
        self._started = False
        self._early: list[Given] = []
        self._expected = Given()
        self._abandoned = Given()
        self._quitting = False

    def __len__(self) -> int:
        """How many windows are open."""
        return len(self._open)

    @property
    def front(self) -> Window:
        """The window that the reader works in."""
        active = QApplication.activeWindow()
        windows = [one.window for one in self._open]
        if active is None:
            return windows[-1]
        return next((one for one in windows if one is active or one.isAncestorOf(active)), windows[-1])

    def open(self) -> Window:
        """Open a window, without an article."""
        window = self._open_frame()
        self.build_panes(window)
        return window

    def expect(self, given: Given) -> Given:
        """Write down what a start is given; gives it with all that an earlier one had no time to open."""
        self._expected = together((given, self.settings.unopened))
        self._write_unopened()
        return self._expected

    def open_first(self, ready: Callable[[], object]) -> Window:
        """Show the frame of the first window with its library; `build_panes` makes the rest.

        Args:
            ready: called when the list is filled, or cannot be.
        """
        window = self._open_frame()
        self._open[0].gate.settled.connect(ready)
        return window

    def build_panes(self, window: Window) -> None:
        """Make what is missing in a window of which the frame is shown."""
        window.build_panes()
        window.keys.given.connect(lambda: self._follow_keys(window))
        next(one for one in self._open if one.window is window).gate.release()

    def _open_frame(self) -> Window:
        bridge = Bridge()
        service = Service(self._place, bridge.deliver, self._workers)
        session = Session(service)
        gate = StartupGate(session)
        bridge.eventArrived.connect(gate.handle)
        window = Window(session, self.settings, len(self._open), complete=False)
        opened = _Opened(window, service, bridge, gate)
        self._open.append(opened)
        window.windowWished.connect(self._open_beside)
        window.quitWished.connect(self.quit)
        window.libraryWished.connect(self.go_to)
        window.watch = self._watch
        window.closed.connect(lambda: self._closed(opened))
        session.articleOpened.connect(lambda _: self._remember())
        session.openings.underWayChanged.connect(self._write_unopened)
        window.show()
        return window

    def start(self, given: Given) -> None:
        """Fill the first window, and open the others that were open when Briefing was last left."""
        others = self.settings.open_articles[1:]
        self._open[0].window.start(given.files, given.addresses)
        self._expected = Given()
        for article_id in others:
            self._open_beside(article_id)
        if others:
            self._open[0].window.activateWindow()
        QTimer.singleShot(0, self._open[0].service.start_workers)
        self._started = True
        for early in self._early:
            self.take(early)
        self._early.clear()
        self._write_unopened()

    def take(self, given: Given) -> None:
        """Open what a later start or the system gave, in the window in front, once there is one."""
        if self._started:
            self.front.take(given)
        else:
            self._early.append(given)
            self._write_unopened()

    def follow_system(self) -> None:
        """Take the system's light or dark in all windows, unless the reader chose one."""
        for one in self._open:
            one.window.follow_system()

    def quit(self) -> None:
        """Close all windows, once all may go; they are all opened again at the next start."""
        # All are asked first: where the reader stays in one, none is gone.
        if not all(one.window.may_go(self.quit) for one in self._each()):
            return
        self._quitting = True
        closed = [one.window.close() for one in self._each()]
        if not all(closed):
            self._go_on_without_quitting()

    def go_to(self, place: Place | None) -> None:
        """Close all windows, once all may go, for those of another library; None is the reader's own."""
        if all(one.window.may_go(partial(self.go_to, place)) for one in self._each()):
            self.wished = place or self._own or own_folder()
            self.quit()

    def _each(self) -> Iterator[_Opened]:
        """Each window in turn; while one of them asks the reader something, another may be closed, and soon be gone."""
        for one in list(self._open):
            if one in self._open:
                yield one

    def _go_on_without_quitting(self) -> None:
        """Something came between in one of the windows: what is still open counts again."""
        self._quitting, self.wished = False, None
        self._renumber()
        self._remember()
        self._write_unopened()

    def end(self) -> None:
        """Close what stands behind the windows, and let Qt delete them."""
        self._left += self._open
        self._open.clear()
        self._end_left()

    def _watch(self, folder: Path | None) -> None:
        # Two services that watch one folder would both import what comes into it.
        self._open[0].service.watch(folder)

    def _open_beside(self, article_id: int) -> None:
        self.open().start_on(article_id)

    def _closed(self, opened: _Opened) -> None:
        if len(self._open) == 1:
            opened.gate.stop()
            return
        self._abandoned = together((self._abandoned, opened.window.session.openings.under_way))
        watched = self._open[0] is opened
        self._open.remove(opened)
        self._remember()
        self._renumber()
        if watched and not self._quitting:
            self._watch(self.settings.watched_folder)
        # Not within its own signal: the window is still closing.
        self._left.append(opened)
        QTimer.singleShot(0, self._end_left)

    def _renumber(self) -> None:
        # Windows come back in their order: each is to find its own place there, not that of one that was closed.
        if not self._quitting:
            for number, one in enumerate(self._open):
                one.window.renumber(number)

    def _end_left(self) -> None:
        while self._left:
            one = self._left.pop()
            one.end()
            one.window.deleteLater()

    def _follow_keys(self, window: Window) -> None:
        for one in self._open:
            if one.window is not window:
                one.window.keys.follow()

    def _write_unopened(self) -> None:
        # What becomes of it while all are closed is not seen any more: it is opened again, and known then.
        if not self._quitting:
            under_way = [one.window.session.openings.under_way for one in self._open]
            self.settings.unopened = together((self._expected, *self._early, *under_way, self._abandoned))

    def _remember(self) -> None:
        # Only whole sets count: not while the windows of the last time open, nor while all are closed one by one.
        if not self._started or self._quitting:
            return
        numbers = [one.window.article_id for one in self._open]
        self.settings.open_articles = tuple(number for number in numbers if number)
