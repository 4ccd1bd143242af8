"""What Qt needs of the system is found out, installed, or named for the user's kind of system."""

from pathlib import Path

import pytest

import system_libraries
from environment import Trouble
from system_libraries import OFFSCREEN, WAYLAND, Library, X

LACKING = [library for library in X if library.soname in ("libxcb-cursor.so.0", "libxcb-icccm.so.4")]


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":1"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
    ],
)
def test_a_display_is_recognised(env: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    assert system_libraries.has_display(env) is expected


def test_only_the_display_at_hand_is_provided_for() -> None:
    assert system_libraries.needed({}) == OFFSCREEN
    assert system_libraries.needed({"DISPLAY": ":0"}) == OFFSCREEN + X
    assert system_libraries.needed({"WAYLAND_DISPLAY": "w"}) == OFFSCREEN + WAYLAND
    assert system_libraries.needed({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) == OFFSCREEN


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ("ID=debian\n", "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=arch\n", "arch"),
        ('ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', "suse"),
        ("ID=plan9\n", None),
    ],
)
def test_the_family_of_the_system_is_read(release: str, expected: str | None, tmp_path: Path) -> None:
    (tmp_path / "os-release").write_text(release, encoding="utf-8")
    assert system_libraries.family(tmp_path / "os-release") == expected


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("debian", "sudo apt-get install libxcb-cursor0 libxcb-icccm4"),
        ("fedora", "sudo dnf install xcb-util-cursor xcb-util-wm"),
        ("arch", "sudo pacman -S --needed xcb-util-cursor xcb-util-wm"),
        ("suse", "sudo zypper install libxcb-cursor0 libxcb-icccm4"),
        (None, "libxcb-cursor.so.0, libxcb-icccm.so.4"),
    ],
)
def test_the_advice_suits_the_system(system: str | None, expected: str) -> None:
    assert expected in system_libraries.advice(LACKING, system)


def test_what_cannot_be_loaded_is_missing() -> None:
    library = Library("libof-no-system.so.9", "a", "b", "c", "d")
    assert library in system_libraries.missing([library])


def test_it_is_installed_where_that_is_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([LACKING, []])
    installed: list[str] = []
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "missing", lambda _: next(answers))
    monkeypatch.setattr(system_libraries, "can_use_apt", lambda: True)
    monkeypatch.setattr(system_libraries, "install_with_apt", lambda names: not installed.extend(names))
    system_libraries.ensure(X)
    assert installed == ["libxcb-cursor0", "libxcb-icccm4"]


def test_it_is_only_named_where_that_is_not_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "missing", lambda _: LACKING)
    monkeypatch.setattr(system_libraries, "can_use_apt", lambda: False)
    monkeypatch.setattr(system_libraries, "family", lambda: "fedora")
    with pytest.raises(Trouble, match="sudo dnf install xcb-util-cursor xcb-util-wm"):
        system_libraries.ensure(X)


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_need_nothing(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", platform)
    monkeypatch.setattr(system_libraries, "missing", lambda _: LACKING)
    system_libraries.ensure()


@pytest.mark.parametrize(
    ("present", "allowed", "expected"), [(False, True, [["strace"]]), (False, False, []), (True, True, [])]
)
def test_strace_is_installed_where_it_is_missing_and_that_is_allowed(
    present: bool, allowed: bool, expected: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[list[str]] = []
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _: "/usr/bin/strace" if present else None)
    monkeypatch.setattr(system_libraries, "can_use_apt", lambda: allowed)
    monkeypatch.setattr(system_libraries, "install_with_apt", installed.append)
    system_libraries.ensure_strace()
    assert installed == expected
