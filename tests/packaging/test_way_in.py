"""What leads newcomers in is true: the paths of the guides are there, the checks are those of the pinned tools."""

import os
import re
import subprocess
import textwrap
from pathlib import Path

import pytest

import briefing
from briefing.model import Status

CHECKOUT = Path(__file__).resolve().parents[2]
GUIDES = [
    CHECKOUT / "CONTRIBUTING.md",
    CHECKOUT / "docs" / "architecture.md",
    *sorted((CHECKOUT / "docs" / "decisions").glob("*.md")),
]
DECISIONS = [path for path in GUIDES if path.parent.name == "decisions" and path.name != "README.md"]

_PATH = re.compile(r"`([\w.-]+(?:/[\w.<>-]+)+/?)`")
COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
_LEFT = {"import-of-qt.md"}
"""Pages on tricks that are no more; they need no test."""


def paths_in(guide: str) -> list[str]:
    """The paths that a guide names, but those of files that are still to be made."""
    return [path for path in _PATH.findall(guide) if "<" not in path]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_path_that_a_guide_names_is_there(guide: Path) -> None:
    assert [path for path in paths_in(guide.read_text("utf-8")) if not (CHECKOUT / path).exists()] == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda path: path.name)
def test_every_decision_tells_where_it_is_what_it_buys_and_which_test_holds_it(page: Path) -> None:
    words = page.read_text("utf-8")
    if page.name in _LEFT:
        return
    parts = dict(re.findall(r"\*\*(\w[\w ]*)\*\*(.*?)(?=\n\n|\Z)", words, re.DOTALL))
    assert {"Where", "What", "Buys", "Risks", "Held by", "Drop when"} <= parts.keys()
    assert all(path.startswith("briefing/") for path in paths_in(parts["Where"]))
    assert any(path.startswith("tests/") for path in paths_in(parts["Held by"]))
    assert f"({page.name})" in (page.parent / "README.md").read_text("utf-8")


def test_the_row_of_the_status_names_every_place_that_knows_the_statuses() -> None:
    row = next(line for line in GUIDES[0].read_text("utf-8").splitlines() if line.startswith("| a status |"))
    touch, *others = row.split("|")[2].split(". ")
    touched, left = paths_in(touch), paths_in(" ".join(others))
    assert touch.split()[:2] == [COUNTED[len(touched)], "places:"]
    known = [re.compile(rf"(?<![a-z]){status.value.replace('_', '[_-]')}(?![a-z])", re.IGNORECASE) for status in Status]
    folders = ("briefing", "resources/messages", "resources/themes", "resources/templates", "resources/manual")
    kinds = {".py", ".toml", ".typ", ".css", ".md"}
    files = [path for folder in folders for path in (CHECKOUT / folder).rglob("*") if path.suffix in kinds]
    knowing = {
        # The catalogues are one place, in however many languages.
        (path.parent if path.parent.name == "messages" else path).relative_to(CHECKOUT).as_posix()
        for path in files
        if sum(bool(status.search(path.read_text("utf-8"))) for status in known) >= len(known) - 1
    }
    assert knowing == {*touched, *left}


def test_commits_are_checked_as_changes_are() -> None:
    hooks = (CHECKOUT / ".pre-commit-config.yaml").read_text("utf-8")
    developer = (CHECKOUT / "packaging" / "dev.py").read_text("utf-8")
    named = re.findall(r"name: (.+)", hooks)
    assert named == ["ruff check", "ruff format", "mypy --strict", "lint-imports"]
    assert [name for name in named if f'("{name.split(" --")[0]}"' not in developer] == []
    # They run in the environment of the pinned versions: no hook brings a tool of its own.
    assert re.findall(r"language: (.+)", hooks) == ["system"] * len(named)
    assert "rev:" not in hooks


def test_the_version_stands_in_one_place() -> None:
    project = (CHECKOUT / "pyproject.toml").read_text("utf-8")
    assert 'dynamic = ["version"]' in project
    assert 'path = "briefing/__init__.py"' in project
    assert re.search(r'^version = "', project, re.MULTILINE) is None
    assert re.fullmatch(r"\d+\.\d+\.\d+", briefing.__version__)


def test_the_changelog_tells_dated_versions_the_newest_first_and_what_is_unreleased_above_them() -> None:
    heads = re.findall(r"^## (.+)$", (CHECKOUT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert heads[0] == "Unreleased"
    versions = [re.fullmatch(r"(\d+)\.(\d+)\.(\d+) – (\d{4}-\d\d-\d\d)", head) for head in heads[1:]]
    found = [([int(number) for number in version.groups()[:3]], version[4]) for version in versions if version]
    assert len(found) == len(versions)
    assert found == sorted(found, reverse=True)
    assert found[0][0] == [int(number) for number in briefing.__version__.split(".")]


def test_what_a_version_brings_is_added_changed_or_fixed() -> None:
    parts = (CHECKOUT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1:]
    told = {part.splitlines()[0]: re.findall(r"^### (.+)$", part, re.MULTILINE) for part in parts}
    order = ["Added", "Changed", "Removed", "Fixed"]
    assert {head: kinds for head, kinds in told.items() if kinds != [kind for kind in order if kind in kinds]} == {}


@pytest.mark.skipif(os.name == "nt", reason="releases are made on Linux")
def test_a_release_has_the_tag_of_the_one_version_and_its_part_of_the_changelog_as_notes(tmp_path: Path) -> None:
    workflow = (CHECKOUT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    step = workflow.partition("- name: The tag is that of the one version")[2].partition("run: |\n")[2]
    script = step.partition("      - name:")[0]
    for name in ("CHANGELOG.md", "briefing/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((CHECKOUT / name).read_bytes())
    chosen = {**os.environ, "GITHUB_ENV": str(tmp_path / "variables")}
    subprocess.run(["bash", "-e", "-c", textwrap.dedent(script)], cwd=tmp_path, env=chosen, check=True)
    assert (tmp_path / "variables").read_text("utf-8") == f"TAG=v{briefing.__version__}\n"
    notes = (tmp_path / "notes.md").read_text("utf-8")
    assert re.findall(r"^##.*", notes, re.MULTILINE) == ["### Added", "### Changed", "### Fixed"]
    assert 'gh release create "$TAG" --target "$GITHUB_SHA"' in workflow
