"""A library of each earlier schema is brought up to date with everything in it."""

import json
from importlib.resources import files
from pathlib import Path

import apsw

from briefing.library import Library

ANNOTATION = (
    "INSERT INTO annotation VALUES ('n1', 1, 4, 8, 'café', 'The ', ' by', 1, 'Ask the hydrologist', ?, "
    "'2026-05-01T12:00:00+00:00', '2026-05-01T12:00:00+00:00')"
)


def test_the_first_schema_is_brought_up_to_date_and_searched(tmp_path: Path) -> None:
    connection = apsw.Connection(str(tmp_path / "library.sqlite"))
    first = files("briefing.library.migrations").joinpath("0001_first.sql").read_text(encoding="utf-8")
    connection.execute(first)
    connection.pragma("user_version", 1)
    connection.execute(
        "INSERT INTO article VALUES (1, 'd', 'The café by the river.', '[]', 'River', '', '', '', 'en', '', '', '', 5, "
        "'2026-05-01T12:00:00+00:00', NULL, NULL)"
    )
    connection.execute("INSERT INTO analysis VALUES (1, 'test 1', '{}', '2026-05-01T12:00:00+00:00')")
    connection.execute("INSERT INTO actor VALUES (1, 'a1', 'Ada Quill', 'person')")
    connection.execute(ANNOTATION, (json.dumps(["water"]),))
    connection.close()

    library = Library.open(tmp_path)

    assert [note.note for note in library.annotations(1)] == ["Ask the hydrologist"]
    for typed in ("cafe", "who:quill", "in:notes hydrologist", "tag:water"):
        assert library.search(typed).total == 1, typed
