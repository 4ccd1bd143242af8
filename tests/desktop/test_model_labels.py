"""What is known of articles is told in the reader's words, also by itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

import briefing.desktop
from briefing.desktop import model_labels
from briefing.desktop.model_labels import told_day


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale("en_US"))


def test_a_day_is_told_as_the_reader_writes_it_and_what_is_no_day_as_printed() -> None:
    assert told_day("2026-10-08T07:30:00Z") == "Oct 8, 2026"
    assert told_day("autumn 2026") == "autumn 2026"
    assert told_day("") == ""


def test_no_list_of_the_window_tells_a_day_as_programs_write_it() -> None:
    package = Path(briefing.desktop.__file__).parent
    raw = {path.name for path in package.rglob("*.py") if "published[:10]" in path.read_text(encoding="utf-8")}
    assert raw == {Path(model_labels.__file__).name}
