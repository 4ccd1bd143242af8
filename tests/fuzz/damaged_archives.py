"""Changes `.briefing` files and files of annotations at random, and sees that each comes in whole or not at all.

    python tests/fuzz/damaged_archives.py [SECONDS] [SEED]

A round changes bytes of the archive, or values of the JSON in it, and imports it into a library with notes of its own.
It fails if that raises anything but a sentence, if a refused file left something behind, if a note of the reader's is
not there any more, or if the library is not sound or cannot be listed afterwards.
"""

import copy
import json
import random
import sys
import tempfile
import time
import traceback
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "library"))

from library_samples import FERRY, FERRY_LATER, NOW, keep, note, read_again, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    FileArticles,
    Judge,
    KeepBrief,
    Library,
    LibraryFailure,
    TagArticles,
    open_library,
    queries,
)
from briefing.library.annotation_import import import_annotations
from briefing.library.archive_export import export_annotations, export_library
from briefing.library.archive_import import import_library
from briefing.library.sqlite.integrity import library_faults
from briefing.model import (
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    SavedSearch,
    Status,
    StoredBrief,
    anchor,
)
from briefing.model.catalogue import in_english

ODD: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 2**31, 2**63, -(2**63), 1e308, float("inf"), float("nan"), "", "x" * 3_000_000, "\ud800",
    "\x00", "../../etc/passwd", "\\\\host\\share", "javascript:x", "9999-12-31T23:59:59+00:00",
    "0001-01-01T00:00:00+23:59", [], {}, [[]], [None], {"a": 1}, [["a"] * 100_000],
)  # fmt: skip


def make(folder: Path) -> None:
    """A library with one of everything, and what goes out of it."""
    library = open_library(folder / "library")
    first = keep(library, address="https://example.org/ferry")
    second = keep(library, FERRY_LATER, file="ferry.txt")
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    line = BriefLine("l1", LineKind.CLAIM, first.id, claim)
    for act in (
        AddAnnotation(first.id, note()),
        AddAnnotation(second.id, note(2, "confirms it", "Since when?", FERRY_LATER)),
        Judge(first.id, Judgement(claim, NOW, NOW, Status.DISPUTED, note="Seen.")),
        TagArticles((first.id,), ("boats",)),
        AddCollection(Collection("c1", "Harbours")),
        AddCollection(Collection("c2", "Ferries", "c1")),
        FileArticles((first.id, second.id), "c2"),
        AddSavedSearch(SavedSearch("s1", "Ferries", "ferry")),
        KeepBrief(StoredBrief("b1", "Monday", NOW, sections=(BriefSection("", (line,)),))),
    ):
        library.perform(act)
    export_library(library, folder / "all.briefing")
    export_annotations(library, folder / "notes.jsonld")
    library.close()


def changed(value: Any, chance: random.Random) -> Any:
    """A value with one place in it changed."""
    if isinstance(value, dict | list) and value and chance.random() < 0.92:
        value = copy.copy(value)
        key = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        if chance.random() < 0.06:
            del value[key]
        else:
            value[key] = changed(value[key], chance)
        return value
    return chance.choice(ODD)


def write(folder: Path, path: Path, chance: random.Random) -> None:
    """An archive of which a part, the manifest or some bytes are others."""
    if chance.random() < 0.2:
        content = bytearray((folder / "all.briefing").read_bytes())
        for _ in range(chance.choice((1, 1, 3, 20))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.choice((None, None, chance.randrange(len(content))))])
        return
    with zipfile.ZipFile(folder / "all.briefing") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2, 5))):
        name = chance.choice([name for name in files if not name.startswith("originals/")])
        found = changed(json.loads(files[name]), chance)
        files[name] = json.dumps(found).encode()
        if name != "manifest.json" and chance.random() < 0.95:
            manifest = json.loads(files["manifest.json"])
            if isinstance(manifest, dict) and isinstance(manifest.get("files"), dict):
                manifest["files"][name] = sha256(files[name]).hexdigest()
                files["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def round_of(folder: Path, place: Path, chance: random.Random) -> str:
    """One round; what is wrong, or ""."""
    library = open_library(place / "mine")
    try:
        mine = keep(library, address="https://example.org/ferry")
        library.perform(AddAnnotation(mine.id, note(note="My own words.")))
        before = state(library)
        try:
            if chance.random() < 0.3:
                path = place / "notes.jsonld"
                path.write_text(json.dumps(changed(json.loads((folder / "notes.jsonld").read_text()), chance)))
                import_annotations(library, path)
            else:
                path = place / "all.briefing"
                write(folder, path, chance)
                import_library(library, path, read_again)
        except LibraryFailure as failure:
            if path.name not in failure.sentence or "\n" in failure.sentence or len(failure.sentence) > 900:
                return f"an odd sentence: {failure.sentence[:900]!r}"
            if state(library) != before:
                return "a refused file left something behind"
        if not any("My own words." in one.note for one in library.ask(queries.AnnotationsOn(mine.id))):
            return "my note is lost"
        if not all(
            library.ask(queries.WholeArticle(kept.id)).text in (FERRY, FERRY_LATER)
            for kept in library.ask(queries.Articles())
        ):
            return "a text is another one"
        for listed in library.ask(queries.AnnotationList()):
            listed.annotation.modified.astimezone()
        (
            library.ask(queries.Tags()),
            library.ask(queries.Briefs()),
            library.ask(queries.Collections()),
            library.ask(queries.Search("ferry")),
        )
    finally:
        library.close()
    return "; ".join(map(in_english, library_faults(place / "mine")))


def state(library: Library) -> tuple[object, ...]:
    """All that an import could add."""
    articles = [
        (kept.id, kept.tags, library.ask(queries.AnnotationsOn(kept.id)), library.ask(queries.JudgementsOn(kept.id)))
        for kept in library.ask(queries.Articles())
    ]
    return (
        articles,
        library.ask(queries.Collections()),
        library.ask(queries.SavedSearches()),
        library.ask(queries.Briefs()),
    )


def run() -> int:
    """Rounds until the time is over; the exit code is 1 if one failed."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    failed = rounds = 0
    ends = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))
        while time.monotonic() < ends:
            with tempfile.TemporaryDirectory() as place:
                try:
                    wrong = round_of(Path(folder), Path(place), random.Random(seed))
                except Exception:  # noqa: BLE001 what this looks for
                    wrong = traceback.format_exc()
            if wrong:
                failed += 1
                print(f"seed {seed}: {wrong}")
            rounds, seed = rounds + 1, seed + 1
    print(f"{rounds} rounds, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run())
