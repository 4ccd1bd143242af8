"""`briefing export` writes where it is told, says what it did not write, and takes no word for a file."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.export_commands import Target
from briefing.library import AddAnnotation, KeepBrief, open_library, queries
from briefing.model import (
    Annotation,
    BriefLine,
    BriefSection,
    LineKind,
    Span,
    StoredBrief,
    anchor,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a library of two composed briefs: one of own words, one of a note."""
    monkeypatch.chdir(tmp_path)
    from briefing.intake import read_bytes

    data = b"Ferry\n\nThe ferry sails on Monday."
    library = open_library(tmp_path / "library")
    kept, _ = library.keep_article(read_bytes(data, name="ferry.txt").article, data)
    text = library.ask(queries.WholeArticle(kept.id)).text
    where = text.index("ferry sails")
    note = Annotation("n1", anchor(text, Span(where, where + 11)), NOW, NOW, note="Quagga note")
    library.perform(AddAnnotation(kept.id, note))
    words = BriefLine("l1", LineKind.TEXT, text="Only own words.")
    noted = BriefLine("l2", LineKind.ANNOTATION, kept.id, annotation_id="n1")
    library.perform(KeepBrief(StoredBrief("b1", "Q3", NOW, sections=(BriefSection("Now", (words, noted)),))))
    library.close()
    return tmp_path


def briefing(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def export(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    return briefing(capsys, "export", "--brief", "Q3", "--library", "library", *arguments)


# The folder that -o names


def test_a_name_that_ends_like_a_folders_is_one_and_is_made(capsys, folder):
    code, out, _ = export(capsys, "--to", "md", "-o", "ann/")
    assert (code, out) == (0, f"{Path('ann', 'Q3.md')}\n")
    assert (folder / "ann" / "Q3.md").is_file()


def test_an_existing_folder_is_one_however_it_is_named(capsys, folder):
    (folder / "ann").mkdir()
    assert export(capsys, "--to", "md", "-o", "ann")[0] == 0
    assert (folder / "ann" / "Q3.md").is_file()


def test_a_folder_in_a_folder_that_is_not_there_is_made_with_it(capsys, folder):
    assert export(capsys, "--to", "md,html", "-o", "deep/down/")[0] == 0
    assert {path.name for path in (folder / "deep" / "down").iterdir()} == {"Q3.md", "Q3.html"}


def test_a_folder_with_a_dot_in_its_name_is_no_format(capsys, folder):
    assert export(capsys, "--to", "md,html", "-o", "v1.2/")[0] == 0
    assert (folder / "v1.2" / "Q3.html").is_file()


def test_a_library_goes_into_a_folder_too(capsys, folder):
    assert briefing(capsys, "library", "export", "--library", "library", "-o", "kept/")[0] == 0
    (made,) = (folder / "kept").iterdir()
    assert made.suffix == ".briefing"


def test_two_articles_of_one_name_do_not_overwrite_each_other(tmp_path):
    target = Target(f"{tmp_path}/", many=True)
    names = [target.path_of("report.pdf").name for _ in range(3)]
    assert names == ["report.pdf", "report 2.pdf", "report 3.pdf"]
    assert target.path_of("report.schema.jsonld").name == "report.schema.jsonld"


# What is left out


def test_a_composed_brief_is_without_what_it_is_to_be_without(capsys, folder):
    assert export(capsys, "-o", "with.md")[0] == 0
    assert "Quagga" in (folder / "with.md").read_text(encoding="utf-8")
    code, _, err = export(capsys, "--without", "notes", "-o", "without.md")
    assert code == 0
    assert "Quagga" not in (folder / "without.md").read_text(encoding="utf-8")
    assert "A line is left out: it shows a note" in err


def test_what_was_not_written_is_listed_and_the_rest_is(capsys, folder):
    code, out, err = export(capsys, "--to", "annotated-pdf,md", "-o", "out/")
    assert code == 1
    assert out == f"{Path('out', 'Q3.md')}\n"
    assert err.splitlines()[-1] == "briefing: not written: Q3.annotated.pdf"


def test_what_is_skipped_in_a_folder_is_listed(capsys, folder):
    inbox = folder / "inbox"
    inbox.mkdir()
    for name in ("ferry.txt", "style.css", ".hidden.txt"):
        (inbox / name).write_text("The ferry sails on Monday, the master said.", encoding="utf-8")
    code, _, err = briefing(capsys, "read", inbox)
    assert code == 0
    assert err == f"briefing: skipped, as no articles: {inbox / '.hidden.txt'}, {inbox / 'style.css'}\n"
    _, _, err = briefing(capsys, "library", "import", inbox / "ferry.txt", inbox, "--library", "library")
    assert f"skipped, as hidden: {inbox / '.hidden.txt'}" in err


# Long briefs


@pytest.fixture
def long_library(folder):
    """The library with a brief of a long article, and a template that is set until somebody stops it."""
    from briefing.intake import read_bytes

    data = ("Ferry\n\n" + "The ferry sails on Monday, the master said again.\n\n" * 1200).encode()
    library = open_library(folder / "library")
    kept, _ = library.keep_article(read_bytes(data, name="long.txt").article, data)
    whole = BriefLine("l1", LineKind.ARTICLE, kept.id)
    library.perform(KeepBrief(StoredBrief("b2", "Long", NOW, sections=(BriefSection("All", (whole,)),))))
    library.close()
    turns = "#let turns = range(30000)\n#for a in turns { for b in turns { for c in turns { if a + b < 0 [never] } } }"
    (folder / "endless.typ").write_text(turns, encoding="utf-8")
    return folder


def test_of_a_long_brief_it_is_told_that_it_is_being_written(capsys, long_library):
    code, out, err = briefing(capsys, "export", "--brief", "Long", "--library", "library", "-o", "long.html")
    assert (code, out) == (0, "long.html\n")
    assert err == "briefing: writing “long.html”…\n"
    assert "the master said again" in (long_library / "long.html").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_an_interrupted_export_ends_at_once_and_leaves_no_half_file(long_library):
    arguments = ["export", "--brief", "Long", "--library", "library", "--template", "endless.typ", "-o", "out/"]
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=long_library,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(place for place in sys.path if place), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr is not None
        assert "writing “Long.pdf”…" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 130
        assert "Traceback" not in running.stderr.read()
    assert list((long_library / "out").iterdir()) == []


# First words


def test_analyse_is_analyze(capsys, folder):
    with pytest.raises(SystemExit) as ended:
        main(["analyse"])
    assert ended.value.code == 2
    assert "usage: briefing analyze" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("analize", "“briefing analyze”"),
        ("nonesuch", "“briefing --help”"),
        ("import", "“briefing library import”"),
        ("serch", "“briefing library search”"),
    ],
)
def test_a_word_that_is_neither_a_command_nor_a_file_is_told_so(capsys, folder, word, hint):
    code, out, err = briefing(capsys, word, "x.txt")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"“{word}” is neither a command nor a file or an address" in err
    assert hint in err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
@pytest.mark.parametrize("scheme", ["", "file://"])
def test_a_file_that_is_there_is_opened_however_it_is_named(capsys, folder, monkeypatch, scheme):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    path = folder / "a ferry.txt"
    path.write_text("The ferry sails.", encoding="utf-8")
    named = path.as_uri() if scheme else str(path)
    code, _, err = briefing(capsys, named)
    assert code == 1
    assert f"briefing export {path} -o brief.pdf" in err
