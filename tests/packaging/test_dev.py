"""The commands of packaging/dev.py: what they run, and what they say when they cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import environment
import system_libraries


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Pretend that the environment and the system are in order."""
    python = tmp_path / "python"
    monkeypatch.setattr(environment, "ensure", lambda: python)
    monkeypatch.setattr(system_libraries, "ensure", lambda *_: None)
    return python


@pytest.fixture
def calls(ready: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collect the commands instead of running them; each works."""
    made: list[list[str]] = []

    def call(command: list[str], **_: str) -> int:
        made.append(command)
        return 0

    monkeypatch.setattr(dev, "_call", call)
    return made


def test_every_check_runs_before_the_tests(calls: list[list[str]]) -> None:
    assert dev.main(["test"]) == 0
    words = [" ".join(command) for command in calls]
    for word, command in zip(
        ["ruff check", "ruff format --check", "mypy --strict", "lint-imports"], words, strict=False
    ):
        assert word in command
    assert words[-1].endswith("-m pytest -n 2 --dist worksteal")


def test_arguments_go_to_pytest_alone_and_in_order(calls: list[list[str]], ready: Path) -> None:
    assert dev.main(["test", "-x", "tests/model", "-k", "span", "-q"]) == 0
    assert calls == [[str(ready), "-m", "pytest", "-x", "tests/model", "-k", "span", "-q"]]


def test_a_failed_check_fails_the_run_and_the_tests_still_run(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(command: list[str], **_: str) -> int:
        calls.append(command)
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(dev, "_call", call)
    assert dev.main(["test"]) == 1
    assert "pytest" in calls[-1]
    assert "Failed: mypy." in capsys.readouterr().out


def test_what_python_compiled_is_kept_between_the_processes_of_the_tests(
    ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    told: list[bool] = []
    monkeypatch.setattr(dev.subprocess, "call", lambda _, **how: told.append("PYTHONDONTWRITEBYTECODE" in how["env"]))
    dev.main(["test", "tests/test_cli.py"])
    assert told == [False]


@pytest.mark.skipif(not hasattr(os, "ST_NOEXEC"), reason="no file system here is kept in memory")
def test_files_of_the_tests_are_kept_in_memory_where_there_is_room_and_are_gone_afterwards(
    ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []
    monkeypatch.setattr(
        dev.subprocess, "call", lambda _, **how: folders.append(how["env"].get("PYTEST_DEBUG_TEMPROOT", ""))
    )
    monkeypatch.delenv("PYTEST_DEBUG_TEMPROOT", raising=False)
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    for room in (1, 2**62):
        monkeypatch.setattr(dev, "ROOM", room)
        dev.main(["test", "tests/test_cli.py"])
    assert [Path(folder).parent for folder in folders] == [tmp_path, Path()]
    assert list(tmp_path.iterdir()) == []


def test_failing_tests_fail_the_run(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "_call", lambda command, **_: 2 if "pytest" in command else 0)
    assert dev.main(["test"]) == 2


def test_coverage_runs_the_tests_outside_of_the_window_once_and_reports(calls: list[list[str]], ready: Path) -> None:
    assert dev.main(["coverage"]) == 0
    measure = [str(ready), "-m", "coverage"]
    assert [command[:3] for command in calls] == 4 * [measure]
    assert [command[3] for command in calls] == ["erase", "run", "combine", "report"]
    left_out = [one.removeprefix("--ignore=") for one in calls[1] if one.startswith("--ignore=")]
    assert "tests/desktop" in left_out
    assert [name for name in left_out if not (dev.CHECKOUT / name).exists()] == []


def test_coverage_fails_with_its_tests_and_with_its_report(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part, code in (("run", 1), ("report", 2)):
        monkeypatch.setattr(dev, "_call", lambda command, part=part, code=code, **_: code if part in command else 0)
        assert dev.main(["coverage"]) == code


@pytest.mark.usefixtures("ready")
def test_without_a_display_the_command_for_a_brief_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "has_display", lambda: False)
    monkeypatch.chdir(environment.CHECKOUT)
    assert dev.main(["run"]) == 1
    assert f"export {Path('seeds') / dev.SAMPLE.name} -o brief.pdf" in capsys.readouterr().out


@pytest.mark.usefixtures("ready")
def test_the_printed_command_names_the_articles_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "has_display", lambda: False)
    assert dev.main(["run", "my article.txt"]) == 1
    assert "export 'my article.txt' -o brief.pdf" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot replace a process")
@pytest.mark.parametrize(("given", "opened"), [([], [str(dev.SAMPLE)]), (["a.txt", "b.md"], ["a.txt", "b.md"])])
def test_run_opens_the_articles_or_the_sample(
    given: list[str], opened: list[str], ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[list[str]] = []
    monkeypatch.setattr(system_libraries, "has_display", lambda: True)
    monkeypatch.setattr(dev.os, "execv", lambda _, command: replaced.append(command))
    monkeypatch.setattr(dev.subprocess, "call", lambda _: 0)
    dev.main(["run", *given])
    assert replaced == [[str(ready), "-m", "briefing", *opened]]


def test_an_older_python_is_told_so_in_one_sentence() -> None:
    code = "import sys; sys.version_info = (3, 9, 2); sys.argv = ['dev.py']; exec(open(sys.argv[0]).read())"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(dev.__file__).parent, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip() == "Briefing needs Python 3.11 or newer, and this is Python 3.9."
