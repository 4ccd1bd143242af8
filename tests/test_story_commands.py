"""What articles say of one another on the command line: of files and of the library, in words and as objects."""

import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import open_library

TEXTS = {
    "one.txt": "A fire destroyed the grain depot in Port Almond on Monday night. Mayor Ines Prado said it was arson.",
    "two.txt": "The grain depot in Port Almond was destroyed by a fire on Monday. Piet Rask said it was no arson.",
}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in TEXTS]


def test_the_object_has_a_version_and_texts_that_its_spans_refer_to(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stories", *files, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    texts = {article["file"]: article["text"] for article in found["articles"]}
    claims = [c for story in found["stories"] for p in story["propositions"] for c in p["claims"]]
    said = [texts[claim["article"]][start:end] for claim in claims for start, end in claim["content"]]
    assert found["version"] == 1
    assert "A fire destroyed the grain depot in Port Almond on Monday night" in said


def test_a_file_that_is_not_there_is_told_and_the_others_are_read(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stories", files[0], "nowhere.txt"]) == 1
    told = capsys.readouterr()
    assert "nowhere.txt" in told.err
    assert "one.txt" in told.out


PAGE = """<html><head><title>Depot burns</title><link rel="canonical" href="https://coast.example/depot">
<meta property="article:published_time" content="2026-05-{day}"></head><body><article><h1>Depot burns</h1>
<p>A fire destroyed the grain depot in Port Almond on Monday night. {words}</p>
<p>The harbour office said the quay would stay closed until the walls of the depot are safe again.</p>
</article></body></html>"""
VERSIONS = {
    "first.html": PAGE.format(day="04", words="Mayor Ines Prado said the fire was arson."),
    "later.html": PAGE.format(day="05", words="Mayor Ines Prado said the fire was perhaps arson."),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A library with two articles on one fire, of the first of which there are two versions."""
    folder = tmp_path_factory.mktemp("story")
    kept = str(folder / "library")
    for name, text in {**VERSIONS, "two.txt": f"Fire in Port Almond\n\n{TEXTS['two.txt']}"}.items():
        (folder / name).write_text(text, encoding="utf-8")
        assert main(["library", "import", "--library", kept, str(folder / name)]) == 0
    return kept


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints that succeeds."""
    capsys.readouterr()
    assert main(["library", *arguments]) == 0
    return capsys.readouterr().out


def test_a_story_of_the_library_is_told_in_words(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "stories", "--library", library)
    assert "Depot burns" in told
    assert "Fire in Port Almond" in told
    assert "in 2 articles" in told


def test_a_library_without_stories_says_so(library_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_library(library_folder).close()
    assert printed(capsys, "stories") == "No articles of the library tell of one event.\n"


def test_a_record_tells_of_what_somebody_says_and_how_often_others_say_it(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = printed(capsys, "actor", "Ines Prado", "--library", library)
    assert "On others:" in told
    assert "Of what is told in stories," in told
    assert json.loads(printed(capsys, "actor", "Ines Prado", "--library", library, "--json"))["others"]


def test_what_changed_from_version_to_version_is_told_with_both_sides(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = json.loads(printed(capsys, "list", "--library", library, "--json"))
    numbers = {article["title"]: str(article["id"]) for article in listed}
    told = printed(capsys, "compare", numbers["Depot burns"], "--library", library)
    assert told.startswith("Version 1 to 2:")
    assert "perhaps arson" in told
    assert printed(capsys, "compare", numbers["Fire in Port Almond"], "--library", library) == (
        "There is one version of this article alone.\n"
    )
    (one,) = json.loads(printed(capsys, "compare", numbers["Depot burns"], "--library", library, "--json"))["versions"]
    assert (one["before"], one["after"]) == (1, 2)


def test_what_means_the_same_is_found_in_other_words(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed = ("meaning", "the fire was started deliberately", "--library", library)
    first = printed(capsys, *typed).splitlines()[0]
    assert "arson" in first
    assert "arson" in json.loads(printed(capsys, *typed, "--json"))["found"][0]["words"]
