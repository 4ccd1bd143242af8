"""Folders and zips are listed and read in place; what was made to harm costs a sentence."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from briefing.intake import IntakeFailure, TooLarge, UnreadableFile, Unsupported, source_list
from briefing.intake.source_list import DEEPEST, Source, Sources, is_collection, sources_in
from briefing.intake.zip_archive import Archive

WORDS = "The harbour master said on Monday that the old bridge would stay closed until spring."


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def write(path: Path, data: bytes | str = WORDS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def names(path: Path) -> list[str]:
    return [source.name for source in sources_in([path]).sources]


def test_a_folder_is_listed_with_its_folders_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/er/c.txt"):
        write(tmp_path / "texts" / name)
    assert names(tmp_path / "texts") == ["a.txt", "b.txt", "c.txt"]


def test_hidden_files_and_pictures_are_passed_over_in_a_folder_only(tmp_path: Path) -> None:
    for name in ("a.txt", ".DS_Store", "~$a.docx", "logo.PNG", "__MACOSX/x.txt", ".git/y.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.txt"]
    assert names(tmp_path / "logo.PNG") == ["logo.PNG"]


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write(folder / "a.txt")
    secret = write(tmp_path / "own" / "secret.txt")
    (folder / "b.txt").symlink_to(secret)
    (folder / "c.txt").symlink_to("../own/secret.txt")
    (folder / "d.txt").symlink_to("a.txt")
    (folder / "e").symlink_to(secret.parent)
    listing = sources_in([folder])
    assert [source.name for source in listing.sources] == ["a.txt", "d.txt"]
    assert [failure.sentence for failure in listing.failures] == [
        f"“{name}” is a link to a file outside of the folder, and was not opened." for name in ("b.txt", "c.txt")
    ]


def test_a_folder_and_a_file_that_are_links_themselves_are_what_the_reader_chose(tmp_path: Path) -> None:
    real = write(tmp_path / "real" / "a.txt")
    (tmp_path / "linked").symlink_to(real.parent)
    (tmp_path / "b.txt").symlink_to(real)
    assert names(tmp_path / "linked") == ["a.txt"]
    assert names(tmp_path / "b.txt") == ["b.txt"]


def test_a_saved_page_is_one_article_with_its_folder(tmp_path: Path) -> None:
    for name in ("Bridge.html", "Bridge_files/frame.html", "Pont.htm", "Pont_fichiers/ad.html", "Other_files/own.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == ["Bridge.html", "Pont.htm", "own.txt"]


def test_the_same_file_given_twice_is_listed_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert len(sources_in([path, tmp_path, path]).sources) == 1


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path / "a.txt")
    assert names(tmp_path) == ["a.txt"]


def test_a_path_that_is_gone_is_told_when_it_is_opened(tmp_path: Path) -> None:
    (source,) = sources_in([tmp_path / "gone.txt"]).sources
    with pytest.raises(UnreadableFile, match="not found"):
        Sources().read(source)


def test_a_zip_is_listed_and_read_in_place(tmp_path: Path) -> None:
    path = write(
        tmp_path / "all.zip", packed({"b/two.txt": WORDS.encode(), "one.txt": WORDS.encode(), "b/x.png": b"x"})
    )
    assert is_collection(path)
    found = sources_in([path]).sources
    assert [source.name for source in found] == ["two.txt", "one.txt"]
    opened = Sources().read(found[0])
    assert opened.article.text == WORDS
    assert opened.article.origin.file == f"{path}/b/two.txt"
    assert opened.original == WORDS.encode()


def test_zips_within_zips_are_listed_to_a_depth(tmp_path: Path) -> None:
    data = packed({"text.txt": WORDS.encode()})
    for _ in range(DEEPEST - 1):
        data = packed({"inner.zip": data})
    path = write(tmp_path / "nested.zip", data)
    (source,) = sources_in([path]).sources
    assert Sources().read(source).article.text == WORDS
    write(path, packed({"inner.zip": data, "plain.txt": WORDS.encode()}))
    listing = sources_in([path])
    assert [source.name for source in listing.sources] == ["plain.txt"]
    assert "too deep" in listing.failures[0].sentence


def test_documents_that_are_packed_as_zips_are_one_thing(tmp_path: Path) -> None:
    word = write(tmp_path / "a.docx", packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))
    assert not is_collection(word)
    folder = write(tmp_path / "b.zip", packed({"a.docx": word.read_bytes()}))
    assert names(folder) == ["a.docx"]


@pytest.mark.parametrize(
    "hostile",
    ["../../../etc/cron.d/x.txt", "/etc/x.txt", "..\\..\\x.txt", "C:\\x.txt", "a/../../x.txt", "\\\\host\\x.txt"],
)
def test_path_tricks_lead_nowhere(tmp_path: Path, hostile: str) -> None:
    deep = tmp_path / "a" / "b" / "c"  # so that where the tricks lead is a folder of this test alone
    deep.mkdir(parents=True)
    path = write(deep / "tricks.zip", packed({hostile: WORDS.encode()}))
    before = sorted(tmp_path.rglob("*"))
    (source,) = sources_in([path]).sources
    opened = Sources().read(source)
    assert source.name == "x.txt"
    assert opened.article.text == WORDS
    kept = Path(os.path.normpath(opened.article.origin.file))
    assert kept.is_relative_to(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_with_a_newline_or_a_turning_mark_stays_on_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "names.zip", packed({"a\n\u202etxt.exe.txt": b"\x7fELF" + bytes(100)}))
    (source,) = sources_in([path]).sources
    with pytest.raises(IntakeFailure) as caught:
        Sources().read(source)
    assert "\n" not in caught.value.sentence
    assert "\u202e" not in caught.value.sentence


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_python_unpacks_without_limit_is_not_unpacked(tmp_path: Path, method: int) -> None:
    # Each is listed by its name alone, though it begins as a zip does.
    inner = packed({"a.txt": WORDS.encode()})
    path = write(tmp_path / "strange.zip", packed({"a.txt": WORDS.encode(), "b.zip": inner}, method))
    listing = sources_in([path])
    assert [source.name for source in listing.sources] == ["a.txt", "b.zip"]
    for source in listing.sources:
        with pytest.raises(Unsupported, match="packed in a way"):
            Sources().read(source)


def test_a_bomb_is_refused_before_it_unpacks(tmp_path: Path) -> None:
    path = write(tmp_path / "bomb.zip", packed({"zeros.txt": bytes(40_000_000), "good.txt": WORDS.encode()}))
    reading = Sources()
    outcomes: dict[str, str] = {}
    for source in sources_in([path]).sources:
        try:
            outcomes[source.name] = reading.read(source).article.text
        except TooLarge as failure:
            outcomes[source.name] = failure.sentence
    assert outcomes["good.txt"] == WORDS
    assert "larger than an article" in outcomes["zeros.txt"]


def test_an_entry_that_lies_about_its_size_is_cut_off(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": bytes(5_000_000)}))
    # Both headers say 10 bytes now.
    for start, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(start) + offset
        data[place : place + 4] = (10).to_bytes(4, "little")
    path = write(tmp_path / "liar.zip", bytes(data))
    (source,) = sources_in([path]).sources
    with pytest.raises(IntakeFailure):
        Sources().read(source)


def test_everything_together_may_not_unpack_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_list, "MOST_UNPACKED", 1_000_000)
    inner = packed({f"{n}.txt": os.urandom(100_000) for n in range(8)}, zipfile.ZIP_STORED)
    path = write(tmp_path / "much.zip", packed({"a.zip": inner, "b.zip": inner}, zipfile.ZIP_STORED))
    assert "far more" in sources_in([path]).failures[0].sentence


def test_encrypted_and_damaged_entries_are_told(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": WORDS.encode()}, zipfile.ZIP_STORED))
    data[data.find(b"PK\x03\x04") + 6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    (source,) = sources_in([write(tmp_path / "locked.zip", bytes(data))]).sources
    with pytest.raises(UnreadableFile, match="password"):
        Sources().read(source)
    data = bytearray(packed({"a.txt": WORDS.encode()}, zipfile.ZIP_STORED))
    data[data.find(b"harbour")] ^= 1
    (source,) = sources_in([write(tmp_path / "broken.zip", bytes(data))]).sources
    with pytest.raises(UnreadableFile, match="damaged"):
        Sources().read(source)


def test_a_truncated_zip_is_one_file_that_cannot_be_opened(tmp_path: Path) -> None:
    path = write(tmp_path / "half.zip", packed({"a.txt": os.urandom(5000)})[:2500])
    (source,) = sources_in([path]).sources
    with pytest.raises(IntakeFailure):
        Sources().read(source)


def test_a_missing_entry_is_a_failure_with_its_name(tmp_path: Path) -> None:
    path = write(tmp_path / "all.zip", packed({"a.txt": WORDS.encode()}))
    with pytest.raises(UnreadableFile, match=r"b\.txt"):
        Sources().read(Source(path, ("b.txt",)))
    with Archive.open(path) as archive:
        assert archive.names() == ["a.txt"]


def test_messages_that_a_program_exports_are_listed_among_scripts_and_data(tmp_path: Path) -> None:
    (tmp_path / "tweets.js").write_text('window.YTD.tweets.part0 = [{"tweet": {}}]')
    (tmp_path / "result.json").write_text('{"name": "A", "type": "b", "messages": [{"from": "Ann"}]}')
    (tmp_path / "tracker.js").write_text("var a = 1;")
    (tmp_path / "package.json").write_text('{"name": "a"}')
    listing = sources_in((tmp_path,))
    assert [source.name for source in listing.sources] == ["result.json", "tweets.js"]
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as packed:
        for path in tmp_path.glob("*.js*"):
            packed.write(path, path.name)
    assert [source.name for source in sources_in((tmp_path / "archive.zip",)).sources] == ["result.json", "tweets.js"]


def test_highlights_come_behind_the_works_that_they_may_be_on(tmp_path: Path) -> None:
    clipping = "The Pier\n- Your Highlight on page 1 | Added on Monday\n\nNobody knew.\n==========\n"
    (tmp_path / "My Clippings.txt").write_text(clipping)
    (tmp_path / "a.csv").write_text("Highlight,Book Title\nNobody knew.,The Pier\n")
    (tmp_path / "z.txt").write_text("The Pier\n\nNobody knew.")
    assert [source.name for source in sources_in((tmp_path,)).sources] == ["z.txt", "My Clippings.txt", "a.csv"]
