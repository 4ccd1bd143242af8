"""A file of settings that came with a library runs nothing."""

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QSettings

from briefing.desktop.settings import Look, Settings
from briefing.desktop.settings_file import is_harmless, keep_settings_of_qt


class Trap:
    """Makes a folder where it is unpickled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> Any:
        return Path.mkdir, (self._folder,)


DISGUISES = {
    "plain": str,
    "escaped": lambda text: text.replace("@V", '\\x40\\x56""'),
    "overflowing": lambda text: text.replace("@V", "\\x10040V"),
    "octal": lambda text: text.replace("@", "\\100"),
    "skipped": lambda text: text.replace("@Variant", "@\\zVariant"),
    "quoted": lambda text: text.replace("@Variant", '"@Var"iant'),
    "broken": lambda text: text.replace("@Variant", "@Var\\\niant"),
    "in a list": lambda text: text.replace("zoom=", "zoom=1, "),
    "dated": lambda text: text.replace("@Variant(\\0\\0\\0\\x7f", "@DateTime(\\0\\0\\x4\\0\\0"),
    "in a group": lambda text: text.replace("[General]", "[window]"),
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "desktop.ini"
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    kept.setValue("zoom", Trap(tmp_path / "made"))
    kept.sync()
    return path


def reading(path: Path) -> None:
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    for key in kept.allKeys():
        kept.value(key)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_what_qt_would_carry_out_is_put_aside(disguise: str, hostile: Path, tmp_path: Path) -> None:
    hostile.write_text(DISGUISES[disguise](hostile.read_text(encoding="utf-8")), encoding="utf-8")
    assert not is_harmless(hostile)
    settings = Settings(tmp_path)
    assert settings.zoom == 1.0
    settings.look = Look.DARK
    settings.sync()
    assert Settings(tmp_path).look is Look.DARK
    assert not (tmp_path / "made").exists()
    assert (tmp_path / "desktop.ini.refused").exists()


def test_what_cannot_be_put_aside_is_not_read_either(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    # As where nothing may be written: a folder that is not empty stands in the way.
    (tmp_path / "desktop.ini.refused" / "full").mkdir(parents=True)
    settings = Settings(tmp_path)
    assert (settings.zoom, settings.look) == (1.0, Look.SYSTEM)
    settings.look = Look.DARK
    settings.sync()
    assert not (tmp_path / "made").exists()
    assert len(list((tmp_path / "temporary").rglob("desktop.ini"))) == 1


@pytest.mark.parametrize("disguise", DISGUISES)
def test_qt_itself_would_carry_it_out(disguise: str, hostile: Path, tmp_path: Path) -> None:
    # If this ever fails for all of them, the look at the file is needed no more.
    copy = tmp_path / "copy.ini"
    copy.write_text(DISGUISES[disguise](hostile.read_text(encoding="utf-8")), encoding="utf-8")
    reading(copy)
    assert (tmp_path / "made").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep settings in no files")
def test_what_qt_keeps_of_its_dialogs_stands_beside_ours_and_is_looked_at_as_well(tmp_path: Path) -> None:
    (tmp_path / "QtProject.conf").write_text('[FileDialog]\nhistory="@Variant(\\0\\0\\0)"\n', encoding="utf-8")
    keep_settings_of_qt(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["QtProject.conf.refused"]
    qt = QSettings(QSettings.Scope.UserScope, "QtProject")
    qt.setValue("FileDialog/lastVisited", "file:///in")
    qt.sync()
    assert "lastVisited" in (tmp_path / "QtProject.conf").read_text(encoding="utf-8")


def test_what_briefing_writes_is_read_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.zoom, settings.author, settings.look = 1.5, 'Ana "Nan" \\ Ruiz, @Press – é', Look.LIGHT
    settings.keep_state("frame", QByteArray(bytes(range(256))))
    settings.keep_key("next_claim", "Ctrl+J")
    settings.keep_position("d" * 64, 77)
    settings.sync()
    assert is_harmless(tmp_path / "desktop.ini")
    again = Settings(tmp_path)
    assert (again.zoom, again.author, again.look) == (1.5, 'Ana "Nan" \\ Ruiz, @Press – é', Look.LIGHT)
    assert again.keys == {"next_claim": "Ctrl+J"}
    assert not re.search(r"refused", " ".join(path.name for path in tmp_path.iterdir()))


def test_a_file_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.desktop import settings_file

    (tmp_path / "desktop.ini").write_text("[General]\nlook=dark\n", encoding="utf-8")
    monkeypatch.setattr(settings_file, "LARGEST", 10)
    assert Settings(tmp_path).look is Look.SYSTEM
