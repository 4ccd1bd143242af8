"""Writes a fixture of the schema of this version, once a release: `python tests/library/sqlite/dump_schema.py 0.2.0`.

With `--shape`, after a new migration, it writes the shape that the newest version has.
"""

import io
import re
import sys
import tempfile
from pathlib import Path

import apsw
import apsw.shell

sys.path.insert(0, str(Path(__file__).parents[1]))

from library_samples import FERRY, FERRY_LATER, NOW, analysis, keep, note, span

from briefing.library import AddAnnotation, Judge, RemoveArticle, open_library
from briefing.library.sqlite import shape
from briefing.library.sqlite.migrations import newest_version
from briefing.model import Judgement, SourceRating, Status, anchor

NEVER_OVERDUE = "2999-01-01T00:00:00.000000+00:00"


def main(version: str) -> None:
    """Make a library with a little of everything in it and write its dump beside the others."""
    with tempfile.TemporaryDirectory() as place:
        library = open_library(Path(place))
        first = keep(library, FERRY, address="https://harbour.example/ferry")
        library.keep_analysis(first.id, analysis())
        library.perform(AddAnnotation(first.id, note()))
        where = anchor(FERRY, span("The ferry will sail on Monday"))
        words = Judgement(where, NOW, NOW, status=Status.CONFIRMED, source_rating=SourceRating.B)
        library.perform(Judge(first.id, words))
        library.mark_opened(first.id)
        second = keep(library, FERRY_LATER, file="/home/ada/ferry.txt")
        library.perform(AddAnnotation(second.id, note(2, "confirms it", "Since when?", FERRY_LATER)))
        library.perform(RemoveArticle(second.id, NEVER_OVERDUE))
        library.close()
        dump = _dump(Path(place) / "library.sqlite")
    (Path(__file__).parent / "schemas" / f"{version}.sql").write_text(dump, encoding="utf-8")


def _dump(path: Path) -> str:
    connection = apsw.Connection(str(path))
    out = io.StringIO()
    apsw.shell.Shell(stdout=out, db=connection).process_command(".dump")
    # Nothing of the machine it was made on.
    return re.sub(r"^-- (SQLite dump|Date|User|Database).*\n", "", out.getvalue(), flags=re.MULTILINE)


if __name__ == "__main__":
    if sys.argv[1] == "--shape":
        shape.NEWEST.write_text("\n".join(shape.made_by(newest_version())) + "\n", encoding="utf-8")
    else:
        main(sys.argv[1])
