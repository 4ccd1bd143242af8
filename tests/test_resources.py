"""The files that the program ships are found, in a checkout and in an installed program."""

from pathlib import Path

import pytest

from briefing import resources


def test_the_sample_article_is_there() -> None:
    assert resources.sample_article().read_text(encoding="utf-8").strip()


def test_an_installed_program_finds_its_resources_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / resources.SAMPLE_ARTICLE).write_text("An article.", encoding="utf-8")
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path)
    assert resources.resource("seeds") == tmp_path / "seeds"
    assert resources.sample_article().read_text(encoding="utf-8") == "An article."


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"lexicon/none\.toml"):
        resources.resource("lexicon", "none.toml")
