"""What the tests of the desktop share: a real window, closed again at the end."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from windows import no_key_held, open_window, opened_windows, qtbot, settings_of_qt, shipped_fonts

__all__ = ["no_key_held", "open_window", "opened_windows", "qtbot", "settings_of_qt", "shipped_fonts"]
