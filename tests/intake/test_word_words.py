"""Words of generated Word documents: each that is seen is read once, and none that is not; LibreOffice agrees."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from word_documents import CONSTRUCTS, Maker, made

from briefing.intake import read_bytes

DOCUMENTS = 40
_WORD = re.compile(r"[a-z]{8}")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def words_in(text: str) -> Counter[str]:
    """The made-up words, however they are set."""
    return Counter(_WORD.findall(text.replace("\N{SOFT HYPHEN}", "").lower()))


def words_read(make: Maker) -> Counter[str]:
    article = read_bytes(make.data, "memo.docx").article
    return words_in(article.text)


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_each_word_that_is_seen_is_read_once_and_no_other(seed: int) -> None:
    make = made(seed)
    assert words_read(make) == Counter([*make.shown, *make.beside])


def test_every_construct_stands_in_some_document() -> None:
    assert {CONSTRUCTS[seed % len(CONSTRUCTS)] for seed in range(DOCUMENTS)} == set(CONSTRUCTS)


needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Maker]:
    folder = tmp_path_factory.mktemp("documents")
    found = {folder / f"{seed}.docx": made(seed) for seed in range(DOCUMENTS)}
    for path, make in found.items():
        path.write_bytes(make.data)
    return found


def exported(documents: dict[Path, Maker], form: str) -> None:
    """Have LibreOffice write each document in another form, beside it."""
    folder = next(iter(documents)).parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([str(OFFICE), profile, *convert, *map(str, documents)], check=True, capture_output=True, timeout=600)


@needs_office
def test_libreoffice_exports_the_same_words(documents: dict[Path, Maker]) -> None:
    exported(documents, "txt:Text (encoded):UTF8")
    for path, make in documents.items():
        told, read = words_in(path.with_suffix(".txt").read_text("utf-8-sig")), words_read(make)
        # It exports what was deleted and what is hidden, too.
        lost = told - read - Counter(make.gone)
        assert not lost, path.name
        # It leaves out what stands beside the text: notes, margins, boxes, drawings, readings of characters.
        assert not read - told - Counter(make.beside), path.name


@needs_office
@pytest.mark.parametrize("form", ["odt", "rtf"])
def test_what_libreoffice_writes_is_read_whole(form: str, documents: dict[Path, Maker]) -> None:
    exported(documents, form)
    for path, make in documents.items():
        if form == "rtf" and make.constructs & {"deletions", "fields"}:
            # It marks more as deleted there than was, and asks fields anew.
            continue
        read = words_in(read_bytes(path.with_suffix(f".{form}").read_bytes(), path.name).article.text)
        # Of what is drawn not all is in the file that it writes.
        assert not Counter(make.shown) - read, path.name
        twice = {word: number for word, number in read.items() if number > 1}
        assert not twice, path.name
