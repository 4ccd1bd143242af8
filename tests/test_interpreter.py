"""Guard against a Qt binding that does not suit the Python it runs on."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000
NOISE = 50  # other references to None come and go meanwhile


def test_calls_into_qt_keep_the_references_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one at every call that gives nothing back, and then the process died."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - NOISE
