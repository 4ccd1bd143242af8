"""Imports a folder of many small articles and tells how long it took, and how long an article opened meanwhile waited.

.venv/bin/python tests/benchmarks/import_folder.py [NUMBER]
"""

import sys
import tempfile
import threading
import time
from pathlib import Path

from briefing.service import ArticleOpened, Event, ImportFinished, ImportProgressed, Service

WORDS = ("harbour", "bridge", "council", "ferry", "strike", "budget", "mayor", "tram", "school", "market")


def story(number: int) -> str:
    """An article of some 300 words unlike the others."""
    words = " ".join(f"{WORDS[(number * 7 + word * 3) % 10]}{number * word % 997}" for word in range(280))
    return f"Story {number}\n\nThe mayor said on Monday that {words} would be closed.\n"


def main() -> None:
    """Import, open one article in the middle, and print figures."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    over, halfway, opened = threading.Event(), threading.Event(), threading.Event()
    seen: list[Event] = []

    def hear(event: Event) -> None:
        seen.append(event)
        if isinstance(event, ImportProgressed) and event.done >= number // 2:
            halfway.set()
        if isinstance(event, ArticleOpened):
            opened.set()
        if isinstance(event, ImportFinished):
            over.set()

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "texts")
        folder.mkdir()
        for each in range(number):
            (folder / f"{each:05}.txt").write_text(story(each))
        other = Path(place, "other.txt")
        other.write_text("The council said on Friday that the tram would not be built before the next election.")
        service = Service(Path(place, "library"), hear)
        began = time.monotonic()
        service.import_files([folder])
        called = time.monotonic() - began
        halfway.wait()
        asked = time.monotonic()
        service.open_file(other)
        opened.wait()
        waited = time.monotonic() - asked
        over.wait()
        took = time.monotonic() - began
        service.close()
    (finished,) = (event for event in seen if isinstance(event, ImportFinished))
    print(f"{number} files in {took:.1f} s ({number / took:.0f} a second): {finished.sentence}")
    print(f"the call returned after {called * 1000:.0f} ms")
    print(f"an article opened meanwhile came after {waited * 1000:.0f} ms")


if __name__ == "__main__":
    main()
