"""Words of generated Word documents: each that is seen is read once, and none that is not; LibreOffice agrees."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from word_documents import CONSTRUCTS, Maker, made

from briefing.intake import read_bytes
from briefing.intake.word_passages import TRACKED

DOCUMENTS = 40
_WORD = re.compile(r"[a-z]{8}")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def words_in(text: str) -> Counter[str]:
    """The made-up words, however they are set."""
    return Counter(_WORD.findall(text.replace("\N{SOFT HYPHEN}", "").lower()))


def words_read(make: Maker) -> Counter[str]:
    article = read_bytes(make.data, "memo.docx").article
    return words_in(article.text.replace(TRACKED, ""))


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_each_word_that_is_seen_is_read_once_and_no_other(seed: int) -> None:
    make = made(seed)
    assert words_read(make) == Counter([*make.shown, *make.beside])


def test_every_construct_stands_in_some_document() -> None:
    assert {CONSTRUCTS[seed % len(CONSTRUCTS)] for seed in range(DOCUMENTS)} == set(CONSTRUCTS)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_exports_the_same_words(tmp_path: Path) -> None:
    files = {tmp_path / f"{seed}.docx": made(seed) for seed in range(DOCUMENTS)}
    for path, make in files.items():
        path.write_bytes(make.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([str(OFFICE), profile, *convert, *map(str, files)], check=True, capture_output=True, timeout=300)
    for path, make in files.items():
        exported, read = words_in(path.with_suffix(".txt").read_text("utf-8-sig")), words_read(make)
        # It exports what was deleted and what is hidden, too.
        lost = exported - read - Counter(make.gone)
        assert not lost, path.name
        # It leaves out what stands beside the text: notes, margins, boxes, drawings, readings of characters.
        assert not read - exported - Counter(make.beside), path.name
