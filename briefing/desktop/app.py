"""Starts the Qt application with its first window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from briefing import garbage_collection
from briefing.desktop.fonts import FIRST_FONTS, INTERFACE_PIXELS, load_fonts, sans
from briefing.desktop.gc_policy import IdleCollector
from briefing.desktop.interface_language import install_language
from briefing.desktop.launch_request import Given, given_from
from briefing.desktop.macos_open import SystemOpens
from briefing.desktop.settings import Settings
from briefing.desktop.settings_file import keep_settings_of_qt
from briefing.desktop.windows import Windows
from briefing.library import Place
from briefing.library_place import local_folder, own_folder
from briefing.resources import resource

SWITCHING = 0.0005
"""Seconds that another thread may go on while the window waits for its turn; Python's own are ten times as long."""

DESKTOP_FILE = "org.briefing.Briefing"
"""Name of the entry that `briefing desktop-install` writes, by which desktops know whose windows these are."""


def main(place: Place, files: Sequence[Path], exit_after_start: bool = False, addresses: Sequence[str] = ()) -> int:
    """Open the window and run until it is closed; returns the exit code.

    Args:
        place: of the library to use; the reader may go from it to another.
        files: to open at once.
        exit_after_start: end as soon as the window is shown and the list filled, to time the start.
        addresses: web addresses to open at once.
    """
    # What is imported stays: no collection looks through it again.
    garbage_collection.set_aside()
    application = _application()
    given, own = given_from(files, addresses), place if isinstance(place, Path) else own_folder()
    code, wished = _work_on(application, place, own, given, exit_after_start)
    while wished is not None:
        code, wished = _work_on(application, wished, own, Given(), exit_after_start)
    return code


def _work_on(
    application: QApplication, place: Place, own: Path, given: Given, exit_after_start: bool
) -> tuple[int, Place | None]:
    """Show a library until all its windows are closed; gives the exit code, and which library the reader goes to."""
    folder = local_folder(place)
    if not exit_after_start:
        from briefing.desktop.single_instance import FirstStart

        first = FirstStart(folder)
        if first.hand_over(given):
            return 0, None
    windows = Windows(place, own=own)
    if not exit_after_start:
        given = windows.expect(given)
    keep_settings_of_qt(folder)
    _set_up(application, windows.settings)
    _follow(application, windows)

    def hear_later_starts() -> None:
        from briefing.desktop.single_instance import SecondStarts

        later = SecondStarts(folder, windows)
        later.came.connect(windows.take)
        application.aboutToQuit.connect(later.close)

    def begin() -> None:
        from briefing.desktop.tour.first_start import welcome

        application.setWindowIcon(QIcon(str(resource("desktop", "briefing.svg"))))
        load_fonts(but=FIRST_FONTS)
        windows.build_panes(window)
        windows.start(given)
        if isinstance(place, Path):
            welcome(window, windows.settings, given)

    window = windows.open_first(application.quit if exit_after_start else begin)
    if not exit_after_start:
        # Once the frame is painted, whatever the library waits for.
        QTimer.singleShot(0, hear_later_starts)
    collector = IdleCollector(application)
    try:
        code = application.exec()
        return code, windows.wished
    finally:
        collector.close()
        windows.end()
        # All of it goes with the process; Python would look through it once more for garbage.
        garbage_collection.set_aside()


def _application() -> QApplication:
    # The style by name: `setStyle` would hand it out, and set up all of its constants, 3 ms of a start.
    application = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Briefing")
    application.setDesktopFileName(DESKTOP_FILE)
    if sys.platform == "win32":
        # The task bar then shows these windows as Briefing's, not as Python's.
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(DESKTOP_FILE)
    return application


def _set_up(application: QApplication, settings: Settings) -> None:
    load_fonts(only=FIRST_FONTS)
    application.setFont(sans(INTERFACE_PIXELS))
    install_language(application, settings.language)
    sys.setswitchinterval(SWITCHING)


def _follow(application: QApplication, windows: Windows) -> None:
    """Let the windows follow what the system chooses and opens."""
    application.styleHints().colorSchemeChanged.connect(windows.follow_system)
    accessibility = getattr(application.styleHints(), "accessibility", None)
    if accessibility is not None:
        accessibility().contrastPreferenceChanged.connect(windows.follow_system)
    if sys.platform == "darwin":
        # Nowhere else does the system open by events, and a filter in Python slows every event.
        system = SystemOpens(windows)
        system.came.connect(windows.take)
        application.installEventFilter(system)
