"""Flips bits of a library's database at random, and sees that every command on it ends in words and nothing is lost.

    python tests/fuzz/flipped_bytes.py [SECONDS] [SEED]

Each round works on a copy: `check`, `list`, `show`, `search`, `check --salvage`, `check` again. A round fails if one of
them raises, if a note or a title that could be read before is not in the salvaged library, or if that is not sound.
"""

import contextlib
import io
import random
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "library"))

import apsw
from library_samples import analysis, keep, note

from briefing.cli import main
from briefing.library import AddAnnotation, AddCollection, FileArticles, TagArticles, open_library
from briefing.library.paths import DATABASE
from briefing.library.sqlite.damage import UNREADABLE
from briefing.library.sqlite.integrity import library_faults
from briefing.model import Collection
from briefing.model.catalogue import in_english

ARTICLES = 120
PAGE = 8192


def make(folder: Path) -> None:
    """A library of articles with notes, one of which is analysed."""
    chance = random.Random(0)
    library = open_library(folder)
    library.keep_analysis(keep(library).id, analysis())
    library.perform(AddCollection(Collection("c1", "Harbours")))
    for number in range(ARTICLES):
        text = " ".join(f"{chance.randrange(16**6):x}" for _ in range(150))
        kept = keep(library, f"bridge {text}", title=f"Bridge {number}")
        library.perform(AddAnnotation(kept.id, note(100 + number, "bridge", f"Note {number} " * 9, f"bridge {text}")))
        library.perform(TagArticles((kept.id,), (f"tag{number % 7}",)))
        library.perform(FileArticles((kept.id,), "c1"))
    library.close()


def damage(path: Path, chance: random.Random) -> None:
    """Flip some bits anywhere, or within one page, or overwrite a page."""
    content = bytearray(path.read_bytes())
    kind = chance.random()
    first = chance.randrange(len(content) // PAGE) * PAGE
    where = range(first, first + PAGE) if kind < 0.5 else range(len(content))
    if kind > 0.95:
        content[first : first + PAGE] = chance.randbytes(PAGE)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        content[chance.choice(where)] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def notes(path: Path) -> set[str]:
    """The notes that can be read without anybody's help, one by one."""
    found = set()
    with contextlib.suppress(apsw.Error, *UNREADABLE):
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        for number in range(1, ARTICLES + 2):
            with contextlib.suppress(apsw.Error, *UNREADABLE):
                query = (
                    "SELECT note.* FROM annotation AS note JOIN article ON article.id = article_id WHERE article.id = ?"
                )
                found |= {str(row[0]) for row in connection.execute(query, (number,))}
        connection.close()
    return found


def command(folder: Path, *words: str) -> int:
    """Run `briefing library …`; its exit code."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main(["library", *words, "--library", str(folder)])


def round_of(folder: Path, chance: random.Random) -> str:
    """One round; what is wrong, or ""."""
    damage(folder / DATABASE, chance)
    before = notes(folder / DATABASE)
    for words in (["check"], ["list"], ["show", "1"], ["show", "5", "--json"], ["search", "bridge"]):
        command(folder, *words)
    sound = command(folder, "check") == 0
    command(folder, "check", "--salvage")
    # A digest that is damaged names no original any more.
    if faults := [fault for fault in library_faults(folder) if "original" not in in_english(fault)]:
        return f"the salvaged library is not sound: {faults}"
    if lost := before - notes(folder / DATABASE):
        return f"{len(lost)} of {len(before)} notes are lost"
    if sound and list(folder.glob("damaged-*")):
        return "a sound library was set aside"
    return ""


def run() -> int:
    """Rounds until the time is over; the exit code is 1 if one failed."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    failed = rounds = 0
    ends = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as place:
        make(Path(place) / "sound")
        while time.monotonic() < ends:
            shutil.copytree(Path(place) / "sound", Path(place) / "round")
            try:
                wrong = round_of(Path(place) / "round", random.Random(seed))
            except Exception:  # noqa: BLE001 what this looks for
                wrong = traceback.format_exc()
            if wrong:
                failed += 1
                print(f"seed {seed}: {wrong}")
            shutil.rmtree(Path(place) / "round")
            rounds, seed = rounds + 1, seed + 1
    print(f"{rounds} rounds, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run())
