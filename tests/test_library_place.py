from pathlib import Path

import pytest

from briefing.library_place import default_place


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path))
    assert default_place() == tmp_path
    monkeypatch.delenv("BRIEFING_LIBRARY")
    assert default_place().name == "Briefing"
