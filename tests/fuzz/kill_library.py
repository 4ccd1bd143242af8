"""Kill a program that writes to the library, at random moments, and look whether all it had shown as saved is there.

    python tests/fuzz/kill_library.py [TIMES [SEED]]

Each of TIMES (200) rounds kills one that annotates, imports, brings a library of the first release up to date, backs
up, or joins and splits stories by hand, and then asks the library for every act that was acknowledged, and whether it
is sound. Ends with 1 at the first loss.
"""

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import apsw

LIBRARY_TESTS = Path(__file__).resolve().parents[1] / "library"
sys.path.insert(0, str(LIBRARY_TESTS))

from library_samples import FERRY, FERRY_LATER, analysis, keep, note  # noqa: E402

from briefing.library import (  # noqa: E402
    AddAnnotation,
    AddCollection,
    ChangeAnnotation,
    FileArticles,
    GiveStoryWord,
    Library,
    Several,
    TagArticles,
    open_library,
    queries,
)
from briefing.library.originals import Originals  # noqa: E402
from briefing.library.sqlite.backup import backups  # noqa: E402
from briefing.library.sqlite.integrity import database_faults, library_faults  # noqa: E402
from briefing.model import Collection  # noqa: E402
from briefing.model.catalogue import in_english  # noqa: E402
from briefing.model.story_word import StatementAnchor, StoryVerdict, StoryWord  # noqa: E402

LONGEST = {"annotate": 0.5, "import": 0.5, "update": 0.15, "back up": 0.5, "story": 0.5}
"""Seconds after its first sign of life at which a writer of each kind is killed at the latest."""

KINDS = tuple(LONGEST)


def main(times: int, seed: int) -> int:
    """Run the rounds; 1 if anything was lost."""
    chosen = random.Random(seed)
    acts = 0
    for number in range(1, times + 1):
        kind = KINDS[number % len(KINDS)]
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            prepare(kind, folder)
            shown = kill_one(kind, folder, chosen.uniform(0, LONGEST[kind]))
            lost = losses(folder, [*prepared(kind), *shown])
        acts += len(shown)
        if lost:
            print(f"round {number} ({kind}): " + "; ".join(lost))
            return 1
        print(f"\r{number} of {times} killed, {acts} acknowledged acts, all there", end="", flush=True)
    print()
    return 0


def prepare(kind: str, folder: Path) -> None:
    """Put into the folder what the writer finds there."""
    if kind == "update":
        connection = apsw.Connection(str(folder / "library.sqlite"))
        connection.execute((LIBRARY_TESTS / "sqlite" / "schemas" / "0.1.0.sql").read_text(encoding="utf-8"))
        connection.close()
        for original in (FERRY + "https://harbour.example/ferry", FERRY_LATER):
            Originals(folder / "originals").keep(original.encode())
        return
    library = open_library(folder)
    for number in range(20):
        keep(library, f"{FERRY} Report {number}.", title=f"Prepared {number}")
    library.close()


def prepared(kind: str) -> list[str]:
    """What was there before the writer came, in its own words."""
    return [f"old {note(1).id}"] if kind == "update" else [f"title Prepared {number}" for number in range(20)]


def kill_one(kind: str, folder: Path, after: float) -> list[str]:
    """Start a writer, kill it, and give what it had acknowledged."""
    command = [sys.executable, __file__, "--write", kind, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        first = writer.stdout.readline()
        time.sleep(after)
        writer.kill()
        lines = (first + writer.stdout.read()).splitlines(keepends=True)
        complaint = writer.stderr.read()
    if complaint:
        raise RuntimeError(complaint)
    # What was being printed when the kill came was not shown whole.
    return [line.strip() for line in lines if line.endswith("\n") and line.strip() != "started"]


def losses(folder: Path, shown: list[str]) -> list[str]:
    """What is not as it was shown, in sentences."""
    faults = [in_english(fault) for backup in backups(folder) for fault in database_faults(backup.path)]
    library = open_library(folder)
    notes = {each.annotation.id: each.annotation.note for each in library.ask(queries.AnnotationList())}
    said = {word.id for word in library.ask(queries.StoryWords())}
    listed = {kept.origin.title: kept for kept in library.ask(queries.Articles())}
    for line in shown:
        act, _, what = line.partition(" ")
        match act:
            case "note":
                annotation_id, _, text = what.partition(" ")
                # A later change may be there although it was not acknowledged any more; it is never an earlier one.
                if int(notes.get(annotation_id, "-1")) < int(text):
                    faults.append(f"{line} was shown and is not there")
            case "article":
                kept = listed.get(what)
                if kept is None or kept.claims is None or not library.ask(queries.OriginalBytes(kept.origin.digest)):
                    faults.append(f"{line} was shown and is not there")
                elif kept.tags != ("kept",) or not library.ask(queries.CollectionsOf(kept.id)):
                    faults.append(f"{line} was done in part")
            case "word" if what not in said and f"unsaying {what}" not in shown:
                faults.append(f"{line} was shown and is not there")
            case "unsaid" if what in said:
                faults.append(f"{line} was shown and it is there again")
            case "old" if notes.get(what) != note(1).note:
                faults.append("the note of the first release is not there")
            case "title" if what not in listed:
                faults.append(f"{what} is not there")
            case "backup":
                if not Path(what).is_file():
                    faults.append(f"{line} was shown and is not there")
    library.close()
    # Originals of articles that were not kept any more may lie there; those of all that are kept must.
    return [*faults, *map(in_english, library_faults(folder))]


def write(kind: str, folder: Path) -> None:
    """Be the writer, until killed."""
    if kind == "update":
        print("started", flush=True)
    library = open_library(folder)
    if kind != "update":
        print("started", flush=True)
    if kind == "import":
        library.perform(AddCollection(Collection("k", "Kept")))
    number = 0
    while True:
        number += 1
        if kind == "import":
            take_in(library, number)
        elif kind == "story":
            say(library, number)
        elif kind == "back up" and number % 5 == 0:
            print(f"backup {library.back_up().path}", flush=True)
        else:
            annotate(library, number)


def annotate(library: Library, number: int) -> None:
    """Make a note, then change it twice."""
    made = note(100 + number, note="0")
    library.perform(AddAnnotation(1, made))
    print(f"note {made.id} 0", flush=True)
    for turn in ("1", "2"):
        library.perform(ChangeAnnotation(1, replace(made, note=turn)))
        print(f"note {made.id} {turn}", flush=True)


def say(library: Library, number: int) -> None:
    """Join, split, leave out, name, or tell two statements apart; put the articles into stories again as the program
    does, and take every third word back.
    """
    kept = library.ask(queries.Articles())
    digests = [one.origin.digest for one in kept] or ["a" * 64]
    anchors = tuple(StatementAnchor(digest, 0, "The ferry") for digest in (digests[0], "b" * 64))
    verdict = list(StoryVerdict)[number % len(StoryVerdict)]
    is_of_two = verdict in (StoryVerdict.SAME, StoryVerdict.DIFFERENT, StoryVerdict.DENIES)
    word = StoryWord(f"w{number}", verdict, (digests[0],), ("b" * 64,), anchors if is_of_two else (), f"Story {number}")
    done = library.perform(GiveStoryWord(word))
    print(f"word w{number}", flush=True)
    for one in kept:
        library.place_in_story(one.id, one.id)
    if number % 3 == 0:
        print(f"unsaying w{number}", flush=True)
        library.perform(done.inverse)
        print(f"unsaid w{number}", flush=True)


def take_in(library: Library, number: int) -> None:
    """Keep an article with findings, a tag and a collection."""
    text = f"{FERRY} Import {number}."
    kept = keep(library, text, title=f"Imported {number}")
    library.keep_analysis(kept.id, analysis(text))
    library.perform(Several((FileArticles((kept.id,), "k"), TagArticles((kept.id,), ("kept",)))))
    print(f"article Imported {number}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(sys.argv[2], Path(sys.argv[3]))
    else:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
        sys.exit(main(wanted, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
