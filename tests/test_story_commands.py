"""`briefing stories`: what several articles say of one another, in words and as a promised object."""

import json
from pathlib import Path

import pytest

from briefing.cli import main

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
