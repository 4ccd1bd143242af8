"""A brief of a file on the command line shows what the file shows, kept in the library or not."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from briefing.intake import read_file
from briefing.library import open_library
from briefing.model.markup import NO_MARKUP
from briefing.service import in_process
from briefing.service.in_process import brief_of_file


@pytest.fixture
def page(tmp_path: Path) -> Path:
    picture = io.BytesIO()
    Image.new("RGB", (120, 80), "navy").save(picture, "PNG")
    shown = f"<img src='data:image/png;base64,{base64.b64encode(picture.getvalue()).decode()}'>"
    told = "The harbour board said that it had <em>never</em> been told of the rotten piles below the east pier."
    path = tmp_path / "pier.html"
    path.write_text(
        f"<html><body><article><h1>Harbour board denies it</h1><p>{told}</p>{shown}</article></body></html>"
    )
    return path


@pytest.mark.parametrize("kept", ["not kept", "kept before it had markup", "kept"])
def test_a_brief_of_a_file_has_its_pictures(
    page: Path, tmp_path: Path, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_process, "analysis_of", lambda article: None)
    opened = read_file(page)
    if kept != "not kept":
        library = open_library(tmp_path / "library")
        library.keep_article(opened.article, opened.original)
        if kept != "kept":
            library._connection.execute("UPDATE body SET markup = NULL")
        library.close()
    (entry,) = brief_of_file(page, tmp_path / "library").articles
    assert entry.article.markup != NO_MARKUP
    assert [digest for digest, _ in entry.pictures] == [entry.article.markup.figures[0].digest]
    assert entry.article.pictures == ()
