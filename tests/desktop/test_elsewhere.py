"""What another window or program writes to the library is seen here, and disturbs nothing."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.intake import read_bytes
from briefing.library import AddAnnotation, open_library
from briefing.model import Annotation, Span, anchor


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    """A window that shows an article."""
    file = tmp_path / "ferry.txt"
    file.write_text("Ferry stops\n\nThe ferry will stop in June, the mayor said.\n", encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.start([file])
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.session.analysing_job, timeout=PATIENCE)
    return opened


def test_a_note_and_an_article_from_elsewhere_appear(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    showing = opened.session.showing
    assert showing
    elsewhere = open_library(tmp_path / "library")
    now = datetime.now(UTC)
    note = Annotation(str(uuid4()), anchor(showing.article.text, Span(0, 5)), now, now, note="From elsewhere.")
    elsewhere.perform(AddAnnotation(showing.kept.id, note))
    found = read_bytes(b"Bridge opens\n\nThe bridge will open, she said.", name="bridge.txt")
    elsewhere.keep_article(found.article, found.original)
    elsewhere.close()
    qtbot.waitUntil(lambda: bool(opened.session.showing and opened.session.showing.annotations), timeout=PATIENCE)
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
    assert opened.session.showing
    assert [entry.note for entry in opened.session.showing.annotations] == ["From elsewhere."]
