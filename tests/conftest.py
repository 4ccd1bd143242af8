"""What all tests share: no screen, no library of the reader's, and the sample article."""

import os
from pathlib import Path

import pytest

# Before Qt is imported anywhere: tests open their windows on no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from briefing.resources import sample_article as find_sample_article


@pytest.fixture(autouse=True)
def library_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a library of its own, so that none can touch the reader's."""
    folder = tmp_path / "library"
    monkeypatch.setenv("BRIEFING_LIBRARY", str(folder))
    return folder


@pytest.fixture
def sample_article() -> Path:
    """Give the path of the article that a first start opens."""
    return find_sample_article()
