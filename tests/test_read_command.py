"""`briefing read` gives the words of what other programs export as reading the file itself does."""

import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from briefing.cli import main
from briefing.intake import OffersArticles, read_bytes
from briefing.intake.bundle import pieces_in

sys.path.insert(0, str(Path(__file__).parent / "intake"))

from import_samples import samples

FILES = [
    (f"{form}-{number}.{'txt' if form in ('chat', 'clippings') else 'html' if form in ENDINGS else form}", data)
    for ENDINGS in (("telegram", "bookmarks"),)
    for form, of_form in samples().items()
    for number, data in enumerate(of_form)
]


def texts_in(data: bytes, name: str) -> list[str]:
    """The texts of the articles in a file, or what it lists."""
    try:
        return [read_bytes(data, name).article.text]
    except OffersArticles as offer:
        if offer.feed.entries[0].piece is None:
            return [entry.title for entry in offer.feed.entries]
        return [text for piece in pieces_in(data, name) for text in texts_in(piece.data, name)]


def test_the_command_prints_of_every_file_what_is_read(tmp_path: Path) -> None:
    for name, data in FILES:
        (tmp_path / name).write_bytes(data)
    with redirect_stdout(io.StringIO()) as printed:
        assert main(["read", *(str(tmp_path / name) for name, _ in FILES), "--json"]) == 0
    told = [json.loads(line) for line in printed.getvalue().splitlines()]
    shown = [words for one in told for words in ([one["text"]] if "text" in one else titles_of(one["feed"]))]
    assert shown == [words for name, data in FILES for words in texts_in(data, name)]


def titles_of(feed: dict[str, Any]) -> list[str]:
    return [entry["title"] for entry in feed["entries"]]
