"""Feeds changed samples of feeds, lists of feeds and zips to the intake and reports crashes and slow inputs.

    python tests/fuzz/feeds_and_archives.py [--inputs 10000] [--seed 0] [--seconds 60]

Every input must be listed or end in a typed failure whose sentence is one line. An input that takes over 10 seconds, or
lets the process grow by over 500 MB, is a finding. The exit code is 1 if there is any.
"""

import argparse
import io
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

HANG = 10.0
GROWTH = 500_000


def main() -> None:
    """Run all three kinds and print a line for each."""
    from mutating import mutated

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--inputs", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--seconds", type=float, default=0.0, help="for each kind; 0 means no end")
    chosen = options.parse_args()
    findings = 0
    for kind, (samples, read) in kinds().items():
        began, number = time.monotonic(), chosen.seed
        while number < chosen.seed + chosen.inputs and not (0 < chosen.seconds < time.monotonic() - began):
            data = mutated(samples[number % len(samples)], samples, "html", number)
            found = tried(read, data)
            if found:
                findings += 1
                print(f"FINDING {kind} {number}: {found}")
            number += 1
        spent = time.monotonic() - began
        each = spent / max(1, number - chosen.seed) * 1000
        print(f"{kind}: {number - chosen.seed} inputs, {each:.2f} ms an input", flush=True)
    sys.exit(1 if findings else 0)


def tried(read: Callable[[bytes], None], data: bytes) -> str:
    """What is wrong with reading this input; empty if nothing."""
    from briefing.intake import IntakeFailure

    began, grown = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        read(data)
    except IntakeFailure as failure:
        if "\n" in failure.sentence or not failure.sentence.endswith("."):
            return f"sentence {failure.sentence!r}"
    except Exception as fault:  # noqa: BLE001 whatever it is, it is what we look for
        return f"{type(fault).__name__}: {fault}"
    if time.monotonic() - began > HANG:
        return f"took {time.monotonic() - began:.1f} s"
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown > GROWTH:
        return "grew too much"
    return ""


def kinds() -> dict[str, tuple[list[bytes], Callable[[bytes], None]]]:
    """Samples and reader of each kind."""
    from briefing.intake.feed import is_feed, read_feed
    from tests.intake.test_feed import ATOM, OPML, RSS

    def feed(data: bytes) -> None:
        if is_feed(data):
            read_feed(data, "feed.xml", "https://news.example/feed")

    return {"feed": ([RSS, ATOM], feed), "opml": ([OPML], feed), "zip": (zips(), archive)}


def archive(data: bytes) -> None:
    """List and read all of a zip."""
    from briefing.intake import IntakeFailure
    from briefing.intake.source_list import Sources, sources_in

    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "fuzz.zip")
        path.write_bytes(data)
        listing = sources_in([path])
        sources = Sources()
        try:
            for failure in listing.failures:
                assert "\n" not in failure.sentence
            for source in listing.sources[:20]:
                with suppress(IntakeFailure):
                    sources.read(source)
        finally:
            sources.close()


def zips() -> list[bytes]:
    """A plain, a nested and a stored zip."""
    words = b"The mayor said on Monday that the bridge would be closed until the spring of next year. " * 20

    def packed(method: int, **parts: bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as made:
            for name, data in parts.items():
                made.writestr(name.replace("__", "."), data)
        return file.getvalue()

    plain = packed(zipfile.ZIP_DEFLATED, a__txt=words, b__txt=words + b"More.")
    return [plain, packed(zipfile.ZIP_STORED, in__zip=plain, c__txt=words), packed(zipfile.ZIP_BZIP2, d__txt=words)]


if __name__ == "__main__":
    main()
