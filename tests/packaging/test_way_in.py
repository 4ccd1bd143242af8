"""What leads newcomers in is true: the paths of the guides are there, the checks are those of the pinned tools."""

import re
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
    touched = set(paths_in(row.split("|")[2]))
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
    assert knowing == touched


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
