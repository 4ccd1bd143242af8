"""The environment is made once, made anew when it must be, and never taken for finished too early."""

from pathlib import Path

import pytest

import environment
from environment import STAMP, Trouble


class Workshop:
    """An environment in an empty folder; making and installing are only noted down."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.venv = folder / ".venv"
        self.pins = folder / "requirements.txt"
        self.pins.write_text("a==1", encoding="utf-8")
        self.done: list[str] = []
        monkeypatch.setattr(environment, "_make", self._make)
        monkeypatch.setattr(environment, "_install", lambda *_: self.done.append("install"))
        monkeypatch.setattr(environment, "_link_checkout", lambda *_: self.done.append("link"))
        monkeypatch.setattr(environment, "_compile", lambda *_: self.done.append("compile"))
        monkeypatch.setattr(environment, "_usable", lambda python: python.exists())

    def _make(self, venv: Path) -> None:
        self.done.append("make")
        python = environment._python(venv)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    def ensure(self) -> list[str]:
        """Ask for the environment and tell what was done for it."""
        self.done.clear()
        environment.ensure(self.venv, self.pins)
        return list(self.done)


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return Workshop(tmp_path, monkeypatch)


def test_it_is_made_once(workshop: Workshop) -> None:
    assert workshop.ensure() == ["make", "install", "link", "compile"]
    assert workshop.ensure() == []


def test_changed_pins_are_installed_into_it(workshop: Workshop) -> None:
    workshop.ensure()
    workshop.pins.write_text("a==2", encoding="utf-8")
    assert workshop.ensure() == ["install", "link", "compile"]


def test_an_interrupted_installation_is_taken_up_again(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(environment, "_install", stop)
        with pytest.raises(KeyboardInterrupt):
            workshop.ensure()
    assert workshop.ensure() == ["install", "link", "compile"]


def test_it_is_made_anew_when_its_python_is_gone(workshop: Workshop) -> None:
    workshop.ensure()
    environment._python(workshop.venv).unlink()
    assert workshop.ensure() == ["make", "install", "link", "compile"]


def test_it_is_made_anew_after_a_move(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.ensure()
    monkeypatch.setattr(environment, "CHECKOUT", workshop.venv.parent / "elsewhere")
    assert workshop.ensure() == ["make", "install", "link", "compile"]


def test_a_failure_leaves_no_stamp_and_says_why(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(environment, "_make", lambda *_: None)
    monkeypatch.setattr(environment, "_download", lambda *_: False)
    monkeypatch.setattr(environment, "_quietly", lambda *_: "hashes do not match")
    with pytest.raises(Trouble, match="hashes do not match"):
        environment.ensure(workshop.venv, workshop.pins)
    assert not (workshop.venv / STAMP).exists()


def test_without_the_venv_module_the_line_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(environment, "can_use_apt", lambda: False)
    with pytest.raises(Trouble, match=r"sudo apt-get install python3\.\d+-venv"):
        environment._ensure_venv_module()


def test_the_pins_name_every_hash_and_no_index() -> None:
    lines = environment.REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    pins = [number for number, line in enumerate(lines) if line[:1].isalnum()]
    assert len(pins) > 50
    assert all("==" in lines[number] and "--hash=sha256:" in lines[number + 1] for number in pins)
    assert not [line for line in lines if "://" in line or line.startswith("-")]


def test_pins_are_shared_out_with_all_their_hashes() -> None:
    pins = environment.REQUIREMENTS.read_text(encoding="utf-8")
    parts = environment.shared_out(pins, 4)
    names = [line.split("==")[0] for line in pins.splitlines() if line[:1].isalnum()]
    shared = [line.split("==")[0] for part in parts for line in part.splitlines() if line[:1].isalnum()]
    assert sorted(shared) == sorted(names)
    assert sum(part.count("--hash=sha256:") for part in parts) == pins.count("--hash=sha256:")
    assert all(not part.rstrip().endswith("\\") for part in parts)


def test_each_step_is_told_with_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    with environment.step("Installing them"):
        pass
    assert capsys.readouterr().out == "Installing them …\n  0 s\n"
