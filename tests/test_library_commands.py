"""`briefing library …` does without a window what a library is for, and its exit codes can be trusted."""

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import main
from briefing.library import AddAnnotation, AddCollection, Judge, RemoveArticle, RemoveCollection, open_library, queries
from briefing.library.paths import DATABASE
from briefing.model import (
    Analysis,
    Annotation,
    Certainty,
    Claim,
    Collection,
    Judgement,
    Polarity,
    Span,
    Status,
    Voice,
    anchor,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    inbox = tmp_path / "inbox"
    (inbox / "deeper").mkdir(parents=True)
    (inbox / "bridge.txt").write_text("Bridge closed\n\nThe bridge is closed, Mayor Ada Reed said.\n", encoding="utf-8")
    (inbox / "deeper" / "ferry.md").write_text("# The ferry\n\nThe ferry sails on Monday.\n", encoding="utf-8")
    (inbox / ".hidden.txt").write_text("Nobody wants this.", encoding="utf-8")
    return inbox


def briefing(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def in_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    code, out, err = briefing(capsys, *arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_files_and_folders_are_imported_listed_and_found(capsys, folder, inbox):
    outcomes = in_json(capsys, "library", "import", inbox, "--library", folder)
    assert [(Path(one["file"]).name, one["outcome"]) for one in outcomes] == [
        ("bridge.txt", "new"),
        ("ferry.md", "new"),
    ]
    listed = in_json(capsys, "library", "list", "--library", folder)
    assert [one["title"] for one in listed] == ["The ferry", "Bridge closed"]
    (found,) = in_json(capsys, "library", "search", "ferry", "--library", folder)
    assert found["title"] == "The ferry"
    assert "ferry" in found["snippet"]
    assert in_json(capsys, "library", "search", "nothing-like-it", "--library", folder) == []


def test_what_cannot_be_imported_is_named_and_the_rest_is_taken(capsys, folder, inbox):
    (inbox / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    code, out, err = briefing(capsys, "library", "import", inbox, inbox / "gone.txt", "--library", folder)
    assert code == 1
    assert "broken.pdf" in err
    assert "gone.txt" in err
    assert "4 files: 2 new, 2 could not be imported" in out


def test_the_same_file_is_there_already(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox / "bridge.txt", "--library", folder)
    (again,) = in_json(capsys, "library", "import", inbox / "bridge.txt", "--library", folder)
    assert again["outcome"] == "already there"


def test_an_article_is_shown_with_the_readers_notes(capsys, folder, inbox):
    (one,) = in_json(capsys, "library", "import", inbox / "bridge.txt", "--library", folder)
    (number,) = one["articles"]
    library = open_library(folder)
    text = library.ask(queries.WholeArticle(number)).text
    kept = library.ask(queries.ListedArticle(number))
    where = anchor(text, Span(0, 6))
    library.perform(AddAnnotation(number, Annotation("a1", where, kept.added, kept.added, note="Which one?")))
    library.close()
    code, out, _ = briefing(capsys, "library", "show", number, "--library", folder)
    assert code == 0
    assert "The bridge is closed" in out
    assert "Which one?" in out
    shown = in_json(capsys, "library", "show", number, "--library", folder)
    assert shown["text"] == text
    assert shown["reader"][0]["body"][0]["value"] == "Which one?"
    assert briefing(capsys, "library", "show", 999, "--library", folder)[0] == 1


def test_the_readers_word_wins_where_an_article_is_shown_and_in_the_bar_of_the_list(capsys, folder, inbox):
    (one,) = in_json(capsys, "library", "import", inbox / "bridge.txt", "--library", folder)
    (number,) = one["articles"]
    library = open_library(folder)
    kept, where = library.ask(queries.ListedArticle(number)), Span(0, 20)
    claim = Claim("c1", (where,), (), Voice.NARRATED, Certainty.CERTAIN, Polarity.POSITIVE, Status.UNATTRIBUTED, (), ())
    library.keep_analysis(number, Analysis("trial 1", "en", (), (claim,)))
    said = anchor(library.ask(queries.WholeArticle(number)).text, where)
    library.perform(
        Judge(number, Judgement(said, kept.added, kept.added, status=Status.CONFIRMED, source="The harbour master"))
    )
    library.close()
    _, out, _ = briefing(capsys, "library", "show", number, "--library", folder)
    assert "1. [confirmed] The harbour master" in out
    assert "1 confirmed" in out
    (listed,) = in_json(capsys, "library", "list", "--library", folder)
    assert listed["statuses"] == {"confirmed": 1}


def test_a_list_tells_notes_from_mere_highlights(capsys, folder, inbox):
    (one,) = in_json(capsys, "library", "import", inbox / "bridge.txt", "--library", folder)
    (number,) = one["articles"]
    library = open_library(folder)
    text, kept = library.ask(queries.WholeArticle(number)).text, library.ask(queries.ListedArticle(number))
    for place, note in enumerate(("Which one?", "", "")):
        where = anchor(text, Span(place, place + 3))
        library.perform(AddAnnotation(number, Annotation(f"a{place}", where, kept.added, kept.added, note=note)))
    library.close()
    _, out, _ = briefing(capsys, "library", "list", "--library", folder)
    assert "1 note, 2 highlights)" in out
    (listed,) = in_json(capsys, "library", "list", "--library", folder)
    assert (listed["annotations"], listed["notes"]) == (3, 1)


def test_a_library_goes_out_and_comes_in_elsewhere(capsys, folder, inbox, tmp_path):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    path = tmp_path / "all.briefing"
    assert in_json(capsys, "library", "export", "-o", path, "--library", folder)["articles"] == 2
    briefing(capsys, "library", "import", path, "--library", tmp_path / "other")
    assert len(in_json(capsys, "library", "list", "--library", tmp_path / "other")) == 2
    notes = tmp_path / "notes.jsonld"
    assert in_json(capsys, "library", "export", "-o", notes, "--library", folder)["annotations"] == 0
    assert json.loads(notes.read_text(encoding="utf-8"))["type"] == "AnnotationPage"


def test_of_a_forged_text_under_a_genuine_digest_the_original_is_read(capsys, folder, inbox, tmp_path):
    page = inbox / "page.html"
    words = "The minister said on Monday that crossings had risen by ten per cent. Officials denied it. " * 6
    page.write_text(
        f"<html><title>Report</title><body><article><h1>Report</h1><p>{words}</p></article></body></html>",
        encoding="utf-8",
    )
    in_json(capsys, "library", "import", inbox, "--library", folder)
    path, forged = tmp_path / "all.briefing", tmp_path / "forged.briefing"
    briefing(capsys, "library", "export", "-o", path, "--library", folder)
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(forged, "w") as copy:
        files = {name: archive.read(name) for name in archive.namelist()}
        for name in files:
            if name.endswith(".json") and "articles/" in name:
                files[name] = files[name].replace(b"said", b"lied").replace(b"sails", b"sinks")
        manifest = json.loads(files.pop("manifest.json"))
        manifest["files"] = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        for name, data in {**files, "manifest.json": json.dumps(manifest).encode()}.items():
            copy.writestr(name, data)
    other = tmp_path / "other"
    assert briefing(capsys, "library", "import", forged, "--library", other)[0] == 0
    there = {one["title"]: one["id"] for one in in_json(capsys, "library", "list", "--library", other)}
    here = {one["title"]: one["id"] for one in in_json(capsys, "library", "list", "--library", folder)}
    assert there.keys() == here.keys() == {"Report", "The ferry", "Bridge closed"}
    for title, number in there.items():
        told = in_json(capsys, "library", "show", number, "--library", other)
        true = in_json(capsys, "library", "show", here[title], "--library", folder)
        assert (told["text"], told["blocks"]) == (true["text"], true["blocks"])


def test_a_backup_is_made_listed_and_put_back(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox / "bridge.txt", "--library", folder)
    made = in_json(capsys, "library", "backup", "--library", folder)
    in_json(capsys, "library", "import", inbox, "--library", folder)
    assert [one["file"] for one in in_json(capsys, "library", "restore", "--list", "--library", folder)] == [
        made["file"]
    ]
    restored = in_json(capsys, "library", "restore", "--library", folder)
    assert restored["restored"] == made["file"]
    assert [one["title"] for one in in_json(capsys, "library", "list", "--library", folder)] == ["Bridge closed"]


def test_without_a_backup_nothing_is_restored(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    code, _, err = briefing(capsys, "library", "restore", "--library", folder)
    assert code == 1
    assert "There is no backup" in err


def test_a_sound_library_passes_the_check_and_a_damaged_one_is_salvaged(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    assert in_json(capsys, "library", "check", "--library", folder)["faults"] == []
    path = folder / DATABASE
    content = path.read_bytes()
    path.write_bytes(content[:16384] + b"\xff" * 32768 + content[49152:])
    code, _, err = briefing(capsys, "library", "check", "--library", folder)
    assert (code, bool(err)) == (1, True)
    code, out, _ = briefing(capsys, "library", "check", "--salvage", "--library", folder)
    assert code == 0
    assert "could be read" in out
    assert in_json(capsys, "library", "check", "--library", folder)["faults"] == []


def test_of_garbage_the_originals_are_read_again_and_the_backups_stay(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    titles = [one["title"] for one in in_json(capsys, "library", "list", "--library", folder)]
    made = in_json(capsys, "library", "backup", "--library", folder)
    (folder / DATABASE).write_bytes(b"\xa5" * 40_000)
    code, out, _ = briefing(capsys, "library", "check", "--salvage", "--library", folder)
    assert code == 0
    assert "Nothing could be read" in out
    assert f"{len(titles)} of {len(titles)} original files" in out
    assert "Backups are still there (1)" in out
    assert len(in_json(capsys, "library", "list", "--library", folder)) == len(titles)
    assert [one["file"] for one in in_json(capsys, "library", "restore", "--list", "--library", folder)] == [
        made["file"]
    ]


def test_of_a_database_that_is_gone_the_originals_are_read_again(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    number = len(in_json(capsys, "library", "list", "--library", folder))
    in_json(capsys, "library", "backup", "--library", folder)
    for path in folder.glob(f"{DATABASE}*"):
        path.unlink()
    code, out, _ = briefing(capsys, "library", "check", "--salvage", "--library", folder)
    assert code == 0
    assert "Nothing could be read" in out
    assert len(in_json(capsys, "library", "list", "--library", folder)) == number


def test_checking_makes_no_library(capsys, folder):
    code, _, err = briefing(capsys, "library", "check", "--library", folder)
    assert code == 1
    assert "There is no library" in err
    assert not folder.exists()


def test_annotations_are_read_and_not_kept_as_an_article(capsys, folder, inbox, tmp_path):
    (one,) = in_json(capsys, "library", "import", inbox / "bridge.txt", "--library", folder)
    (number,) = one["articles"]
    library = open_library(folder)
    kept = library.ask(queries.ListedArticle(number))
    library.perform(
        AddAnnotation(
            number,
            Annotation(
                "a1", anchor(library.ask(queries.WholeArticle(number)).text, Span(0, 6)), kept.added, kept.added
            ),
        )
    )
    library.close()
    notes = tmp_path / "notes.jsonld"
    in_json(capsys, "library", "export", "-o", notes, "--library", folder)
    other = tmp_path / "other"
    (taken, article) = reversed(in_json(capsys, "library", "import", notes, inbox / "bridge.txt", "--library", other))
    assert article["outcome"] == "new"
    assert taken["outcome"].startswith("1 annotations and 0 judgements taken in")
    assert [one["title"] for one in in_json(capsys, "library", "list", "--library", other)] == ["Bridge closed"]


def test_a_library_that_is_no_database_is_told_how_to_be_mended(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    made = in_json(capsys, "library", "backup", "--library", folder)
    (folder / DATABASE).write_bytes(b"not a database at all" * 1000)
    code, _, err = briefing(capsys, "library", "list", "--library", folder)
    assert code == 1
    assert "briefing library restore" in err
    assert (folder / DATABASE).read_bytes().startswith(b"not a database")
    assert in_json(capsys, "library", "restore", "--library", folder)["restored"] == made["file"]
    assert len(in_json(capsys, "library", "list", "--library", folder)) == 2


def test_an_empty_folder_is_one_sentence(capsys, folder, tmp_path):
    (tmp_path / "nothing").mkdir()
    code, out, err = briefing(capsys, "library", "import", tmp_path / "nothing", "--library", folder)
    assert (code, out) == (1, "")
    assert err == f"briefing: There are no files in {tmp_path / 'nothing'}; the library is as it was.\n"


def test_annotations_that_cannot_be_written_leave_the_file_that_was_there(capsys, folder, inbox, tmp_path):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    written = tmp_path / "notes.jsonld"
    assert in_json(capsys, "library", "export", "-o", written, "--library", folder)["annotations"] == 0
    before = written.read_bytes()
    (tmp_path / ".notes.jsonld.new").mkdir()  # where the new file would be written
    code, _, err = briefing(capsys, "library", "export", "-o", written, "--library", folder)
    assert code == 1
    assert "could not be written" in err
    assert written.read_bytes() == before


def test_of_the_backups_the_newest_that_is_sound_is_put_back(capsys, folder, inbox):
    in_json(capsys, "library", "import", inbox, "--library", folder)
    sound = in_json(capsys, "library", "backup", "--library", folder)["file"]
    broken = Path(in_json(capsys, "library", "backup", "--library", folder)["file"])
    broken.write_bytes(broken.read_bytes()[:5000])
    assert in_json(capsys, "library", "restore", "--library", folder)["restored"] == sound


@pytest.fixture
def deleted(capsys: pytest.CaptureFixture[str], folder: Path, inbox: Path) -> Path:
    """A library in whose bin lie an article and a collection."""
    in_json(capsys, "library", "import", inbox, "--library", folder)
    library = open_library(folder)
    library.perform(AddCollection(Collection("k1", "Harbour")))
    library.perform(RemoveCollection("k1"))
    library.perform(RemoveArticle(1))
    library.close()
    return folder


def test_the_bin_is_listed_and_what_lies_there_taken_out_by_its_id(capsys, deleted):
    lying = in_json(capsys, "library", "bin", "--library", deleted)
    assert [(one["kind"], one["id"], one["title"]) for one in lying] == [
        ("article", "1", "Bridge closed"),
        ("collection", "k1", "Harbour"),
    ]
    code, out, _ = briefing(capsys, "library", "bin", "--library", deleted)
    assert (code, "Harbour" in out, lying[0]["deleted"][:10] in out) == (0, True, True)
    code, out, _ = briefing(capsys, "library", "bin", "--take-out", "1", "k1", "--library", deleted)
    assert (code, out) == (0, "2 taken out of the bin.\n")
    assert in_json(capsys, "library", "bin", "--library", deleted) == []
    assert len(in_json(capsys, "library", "list", "--library", deleted)) == 2


def test_what_does_not_lie_in_the_bin_is_named_and_nothing_is_taken_out(capsys, deleted):
    code, _, err = briefing(capsys, "library", "bin", "--take-out", "1", "k9", "--library", deleted)
    assert (code, "k9" in err) == (1, True)
    assert len(in_json(capsys, "library", "bin", "--library", deleted)) == 2


def test_what_does_not_lie_in_the_bin_is_named_in_the_language_that_is_asked_for(capsys, deleted, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    several = ("--take-out", "k8", "k9", "--library", deleted, "--language", "de")
    code, _, err = briefing(capsys, "library", "bin", *several)
    assert (code, "Im Papierkorb ist nicht: k8, k9;" in err) == (1, True)


def test_the_bin_is_emptied_only_by_who_agrees(capsys, deleted):
    code, _, err = briefing(capsys, "library", "bin", "--empty", "--library", deleted)
    assert (code, "--yes" in err) == (1, True)
    assert len(in_json(capsys, "library", "bin", "--library", deleted)) == 2
    code, out, _ = briefing(capsys, "library", "bin", "--empty", "--yes", "--library", deleted)
    assert (code, out.startswith("The bin is empty.")) == (0, True)
    assert in_json(capsys, "library", "bin", "--library", deleted) == []


def test_a_name_with_a_line_end_tells_of_no_other_file(capsys, tmp_path):
    (tmp_path / "bridge.txt\nferry.txt: new").write_text("", encoding="utf-8")
    _, out, err = briefing(capsys, "library", "import", tmp_path, "--library", tmp_path / "library")
    assert not [line for line in (out + err).splitlines() if line.startswith("ferry.txt")]


def test_stories_of_the_library_are_printed_with_a_version(
    tmp_path: Path, library_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = open_library(library_folder)
    library.close()
    assert main(["library", "stories", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"version": 1, "articles": [], "stories": []}


def test_an_actor_of_whom_nothing_is_known_has_an_empty_record(
    library_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_library(library_folder).close()
    assert main(["library", "actor", "Nobody Known", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["own"], found["others"], found["contradictions"]) == ([], [], [])


def test_highlights_are_put_on_the_articles_that_come_with_them(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "z.txt").write_text("The Pier\n\nThe board denies it. Nobody told us, said its chairwoman on Friday.\n")
    head = "The Pier (Lange)\n- Your Highlight on page 1 | Added on Monday\n\n"
    (folder / "My Clippings.txt").write_text(f"{head}Nobody told us, said its chairwoman\n==========\n")
    rows = [
        {
            "id": name,
            "uri": f"https://news.example/{name}",
            "text": "why",
            "document": {"title": [name]},
            "target": [{}],
        }
        for name in ("one", "two")
    ]
    (folder / "notes.json").write_text(json.dumps({"rows": rows}))
    library = str(tmp_path / "library")
    assert main(["library", "import", "--library", library, str(folder)]) == 0
    held = open_library(tmp_path / "library")
    assert {kept.origin.title: kept.annotations for kept in held.ask(queries.Articles())} == {
        "The Pier": 1,
        "one": 1,
        "two": 1,
    }
    held.close()
