"""What cannot be opened gets one clear sentence; what can be is opened whatever its encoding and name."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.intake import (
    LARGEST,
    IntakeFailure,
    NotAnArticle,
    TooLarge,
    UnreadableFile,
    Unsupported,
    read_bytes,
    read_clipboard,
    read_file,
)

WORDS = "The café owner said that “nothing was decided” yet, and that the naïve plan of the mayor had failed again."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert read_bytes(WORDS.encode(encoding), "café.txt").article.text == WORDS


def test_the_digest_is_of_the_original_bytes() -> None:
    data = b"Two lines.\r\nWith old line ends."
    opened = read_bytes(data, "a.txt")
    assert opened.original == data
    assert opened.article.digest == hashlib.sha256(data).hexdigest()


def test_line_ends_soft_hyphens_and_zero_widths_are_made_one_kind() -> None:
    article = read_bytes("One e\u0301tude\u200b is.\r\rAnother com\u00adma.".encode(), "a.txt").article
    assert article.text == "One étude is.\n\nAnother comma."


@pytest.mark.parametrize(
    ("data", "name", "failure", "told"),
    [
        (b"", "empty.txt", NotAnArticle, "empty"),
        (b" \n\t\n", "blank.txt", NotAnArticle, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "photo.txt", IntakeFailure, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "memo.doc", Unsupported, "old Office"),
        (b"MZ\x90\x00" + bytes(64), "setup.exe", Unsupported, "program"),
        (bytes(range(256)) * 40, "data.bin", Unsupported, "unknown kind"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "page.html", NotAnArticle, "without an article"),
    ],
)
def test_what_is_no_article_is_said_to_be_so(data: bytes, name: str, failure: type[IntakeFailure], told: str) -> None:
    with pytest.raises(failure) as caught:
        read_bytes(data, name)
    assert name in caught.value.sentence
    assert told in caught.value.sentence


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="not found"):
        read_file(tmp_path / "gone.txt")
    with pytest.raises(UnreadableFile, match="folder"):
        read_file(tmp_path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "vast.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(TooLarge, match=r"vast\.txt"):
        read_file(path)


def test_a_name_that_plays_tricks_is_shown_on_one_line() -> None:
    with pytest.raises(NotAnArticle) as caught:
        read_bytes(b"", "bad\nname\u202etxt.exe")
    assert "\n" not in caught.value.sentence
    assert "\u202e" not in caught.value.sentence


def test_the_suffix_does_not_decide() -> None:
    page = b"<!doctype html><html><body><article><h1>A long enough headline</h1><p>" + b"The port opened again. " * 9
    assert read_bytes(page + b"</p></article></body></html>", "page.txt").article.origin.media_type == "text/html"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The board met on Monday. It denied that it knew.", "The board met on Monday."),
        (
            f"“We knew nothing,” said {'the head of the board, ' * 6}who left.",
            "“We knew nothing,” said the head of the board",
        ),
    ],
)
def test_a_text_without_a_headline_is_called_by_its_first_sentence(text: str, title: str) -> None:
    assert read_bytes(text.encode(), "board_minutes.txt").article.title.startswith(title)


def test_a_text_that_begins_amid_a_sentence_is_called_by_its_file() -> None:
    assert read_bytes(b"it is all in lower case here, and short.", "board_minutes.txt").article.title == "board minutes"


def test_pasted_text_and_pasted_html_are_opened() -> None:
    assert read_clipboard("A short note was pasted.").article.text == "A short note was pasted."
    article = read_clipboard("Head\nA point", "<h2>Head</h2><ul><li>A point</li></ul>").article
    assert [block.kind.value for block in article.blocks] == ["heading", "item"]


def test_a_whole_page_that_was_copied_is_read_as_a_saved_one() -> None:
    menu = "<nav><ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
    told = "<p>The ferry will sail again in May, the harbour office said on Monday.</p>" * 3
    article = read_clipboard("all of it", f"{menu}<article><h1>Ferry returns</h1>{told}</article>").article
    assert "The ferry will sail again" in article.text
    kinds = {block.span.of(article.text): block.kind.value for block in article.blocks}
    assert kinds.get("Sport", "boilerplate") == "boilerplate"


def test_a_copied_menu_is_read_as_the_words_that_it_is() -> None:
    article = read_clipboard("News\nSport", "<nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav>").article
    assert article.text.split() == ["News", "Sport"]


def test_html_without_words_gives_way_to_the_text_beside_it() -> None:
    assert read_clipboard("The ferry returns.", "<img src='x.png'>").article.text == "The ferry returns."


def test_an_empty_clipboard_is_said_to_be_empty() -> None:
    with pytest.raises(NotAnArticle, match="clipboard"):
        read_clipboard("  ", "")


def test_importing_the_package_loads_no_parser() -> None:
    heavy = "trafilatura lxml markdown nh3 charset_normalizer py3langid numpy docx pypdfium2 httpx"
    code = f"import sys, briefing.intake; print([n for n in '{heavy}'.split() if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
