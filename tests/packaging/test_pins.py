"""What the installed program brings is what pyproject.toml asks for, in the pinned versions, for each system."""

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from environment import REQUIREMENTS
from pins import DESK, LINUX, PROJECT, TARGETS, WINDOWS, Target, needed, pinned

CHECKS = {"pytest", "mypy", "ruff", "hypothesis", "import-linter", "hatchling"}


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_all_that_the_program_names_is_pinned_and_no_check_comes_along(target: Target) -> None:
    asked = [Requirement(line) for line in tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]]
    there = [one for one in asked if one.marker is None or one.marker.evaluate(target.environment())]
    found = {pin.name: pin for pin in needed(target)}
    for one in there:
        assert found[canonicalize_name(one.name)].version in one.specifier
    assert not CHECKS & found.keys()


def test_what_others_want_comes_with_them() -> None:
    found = {pin.name for pin in needed(LINUX)}
    assert {"thinc", "blis", "shiboken6", "httpcore", "htmldate"} <= found


def test_what_only_another_system_wants_stays_away() -> None:
    assert "colorama" in {pin.name for pin in needed(WINDOWS)}
    assert "colorama" not in {pin.name for pin in needed(LINUX)}


def test_what_is_left_out_takes_along_what_only_it_wanted() -> None:
    found = {pin.name for pin in needed(LINUX, frozenset({"huggingface-hub"}))}
    assert not {"huggingface-hub", "hf-xet", "fsspec"} & found


def test_every_pin_has_digests_that_pip_checks(tmp_path: Path) -> None:
    for pin in pinned():
        assert pin.version
        assert all(digest.startswith("sha256:") for digest in pin.hashes)
        assert pin.line().startswith(f"{pin.name}=={pin.version} \\\n    --hash=sha256:")


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_what_joins_a_desk_comes_along_for_nobody_can_add_it(target: Target) -> None:
    found = {pin.name for pin in needed(target)}
    assert {"psycopg", "psycopg-binary", "keyring"} <= found
    assert ("secretstorage" in found) == (target is LINUX)


def test_no_package_is_pinned_in_two_versions() -> None:
    files = (DESK, REQUIREMENTS)
    one, other = ({pin.name: pin.version for pin in pinned(file)} for file in files)
    assert {name: (one[name], other[name]) for name in one.keys() & other.keys() if one[name] != other[name]} == {}
