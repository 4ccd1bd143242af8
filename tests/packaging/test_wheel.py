"""The wheel is the whole program: it reads its sample and enters itself into menus without a checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import folder
from briefing import __version__

ENTRY = "org.briefing.Briefing.desktop"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs."""
    made = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(folder.wheel(made)) as packed:
        packed.extractall(made / "site")
    return made / "site"


def _run(installed: Path, home: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(installed), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home / "c")}
    command = [sys.executable, "-P", "-m", "briefing", *arguments]
    done = subprocess.run(command, cwd=home, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_same_commit_gives_the_same_wheel(installed: Path, tmp_path: Path) -> None:
    first = next(installed.parent.glob("*.whl"))
    assert folder.wheel(tmp_path).read_bytes() == first.read_bytes()


def test_it_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert _run(installed, tmp_path, "--version").strip() == f"briefing {__version__}"


def test_it_carries_the_sample_the_weights_and_the_fonts(installed: Path) -> None:
    carried = installed / "briefing" / "_resources"
    assert list((carried / "seeds").glob("*.txt"))
    for name in ("models/roles/model.onnx", "desktop/briefing.svg", "translations", "templates", "manual", "lexicon"):
        assert (carried / name).exists(), name


def test_it_reads_without_a_checkout(installed: Path, tmp_path: Path) -> None:
    sample = next((installed / "briefing/_resources/seeds").glob("*.txt"))
    assert "rare earth" in _run(installed, tmp_path, "read", str(sample)).lower()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="for freedesktop systems")
def test_it_enters_itself_into_menus(installed: Path, tmp_path: Path) -> None:
    _run(installed, tmp_path, "desktop-install")
    assert "Name=Briefing" in (tmp_path / "applications" / ENTRY).read_text(encoding="utf-8")
    _run(installed, tmp_path, "desktop-uninstall")
    assert not (tmp_path / "applications" / ENTRY).exists()
