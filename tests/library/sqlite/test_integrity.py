"""Whether a library is sound is told in sentences, and looking changes nothing."""

from pathlib import Path

import apsw
from library_samples import keep

from briefing.library import Library, open_library
from briefing.library.paths import DATABASE
from briefing.library.sqlite.integrity import database_faults, library_faults
from briefing.model.catalogue import in_english


def library_with_an_article(folder: Path) -> Library:
    library = open_library(folder)
    keep(library)
    return library


def test_a_library_in_use_is_sound(tmp_path):
    library = library_with_an_article(tmp_path)
    assert library_faults(tmp_path) == []
    library.close()
    assert library_faults(tmp_path) == []


def test_a_missing_and_a_damaged_original_are_named(tmp_path):
    library = library_with_an_article(tmp_path)
    keep(library, "Another text altogether, about a bridge.")
    library.close()
    first, second = sorted(path for path in (tmp_path / "originals").rglob("*") if path.is_file())
    first.unlink()
    second.write_bytes(b"changed")
    faults = list(map(in_english, library_faults(tmp_path)))
    assert any("is missing" in fault and first.name[:12] in fault for fault in faults)
    assert any("is damaged" in fault and second.name[:12] in fault for fault in faults)


def test_a_row_that_belongs_to_no_article_is_told(tmp_path):
    library_with_an_article(tmp_path).close()
    connection = apsw.Connection(str(tmp_path / DATABASE))
    connection.execute("INSERT INTO article_tag (tag, article_id) VALUES ('lost', 99)")
    connection.close()
    assert any("1 rows of article_tag belong to no article" in in_english(fault) for fault in library_faults(tmp_path))


def test_damage_is_a_sentence_and_no_crash(tmp_path):
    library_with_an_article(tmp_path).close()
    path = tmp_path / DATABASE
    content = bytearray(path.read_bytes())
    content[8192:20480] = b"\xff" * 12288
    path.write_bytes(content)
    assert database_faults(path)
    assert all(str(path) in in_english(fault) for fault in database_faults(path))


def test_what_is_no_database_is_told(tmp_path):
    path = tmp_path / DATABASE
    path.write_bytes(b"A letter to the editor.\n" * 400)
    assert list(map(in_english, database_faults(path))) == [f"{path} is damaged: file is not a database."]
    assert "cannot be opened" in in_english(database_faults(tmp_path / "gone.sqlite")[0])
