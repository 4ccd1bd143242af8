"""Feeds changed samples of a format to the intake and reports crashes, hangs and growth, each with the input saved.

    python tests/fuzz/intake.py --format html --inputs 100000 [--seed 0] [--keep FOLDER]

Every input must become an article or a typed failure whose sentence is one line. Reading runs in a process of its own,
which is started anew when it dies; an input that takes over 10 seconds of the processor or lets the process grow by
over 500 MB is a finding. The exit code is 1 if there is any.
"""

import argparse
import contextlib
import os
import select
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "intake"), str(HERE.parents[1])]

HANG = 10.0
"""Seconds of the processor that reading one input may take, so that other work on the machine is no finding."""
SLEEP = 120.0
"""Seconds without an answer after which a process that does not use the processor is given up, too."""
GROWTH = 500_000_000
"""Bytes by which one input may let the process grow."""
MEMORY = 4_000_000_000
"""Bytes of address space of the reading process, so that a finding does not harm the machine."""
START = 60.0
"""Seconds that starting the reading process may take on a busy machine."""
FORMATS = ("txt", "md", "html", "pdf", "docx", "odt", "rtf", "epub", "eml", "mhtml", "msg")
IMPORTS = (
    *(
        "vtt",
        "srt",
        "webarchive",
        "pptx",
        "xlsx",
        "warc",
        "wacz",
        "enex",
        "mbox",
        "rss",
        "chat",
        "telegram",
        "json",
        "js",
        "csv",
    ),
    *("clippings", "bookmarks", "ris", "bib"),
)
"""What other programs export."""
_PRINTED = """The board met on Monday and said that it had never been told.
#image("a.png", width: 6cm)
Figure 1. The pier
#table(columns: 3, table.cell(rowspan: 2)[Port], table.cell(colspan: 2)[Ships], [2023], [2024], [Lena], [88], [79])
#grid(columns: (4cm, 8cm), [Case], [C-12], [Applicant], [The board], [Date], [4 May])
#pagebreak()
#set page(background: image("a.png", width: 100%, height: 100%))
Page 2"""
MOST_PIECES = 5
"""Articles that are read of each file of several."""


def samples_of(form: str) -> list[bytes]:
    import import_samples
    from quality_samples import samples

    made = [sample.data for sample in samples() if sample.name.endswith(f".{form}")]
    return [*import_samples.samples().get(form, []), *made, *constructed(form)]


def constructed(form: str) -> list[bytes]:
    """Documents with what the samples have hardly any of: charts, equations, boxes, pictures, forms."""
    if form == "docx":
        from word_documents import made

        return [made(seed, 12).data for seed in range(12)]
    if form == "rtf":
        drawn = r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Pier}}{\sp{\sn pib}{\sv {\pict\pngblip 89504e47}}}"
        box = r"{\shptxt\pard The company denies it.\par}}{\shprslt Old}}{\pict\wmetafile8\bin4 abcd}\revised not\par}"
        return [rf"{{\rtf1\ansi Board {drawn}{box}".encode()]
    if form == "pdf":
        import typst
        from PIL import Image

        with tempfile.TemporaryDirectory() as folder:
            Image.effect_noise((200, 100), 90).convert("RGB").save(Path(folder) / "a.png")
            (Path(folder) / "a.typ").write_text(_PRINTED, encoding="utf-8")
            return [typst.compile(str(Path(folder) / "a.typ"))]
    return []


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--format", choices=(*FORMATS, *IMPORTS), required=True)
    arguments.add_argument("--inputs", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=0, help="number of the first input")
    arguments.add_argument("--seconds", type=float, default=0, help="stop after so many seconds; 0 means never")
    arguments.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    arguments.add_argument("--samples", type=Path, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.samples:
        read_all(chosen.format, chosen.seed, chosen.inputs, chosen.samples)
        return
    sys.exit(1 if watch(chosen.format, chosen.seed, chosen.inputs, chosen.seconds, chosen.keep) else 0)


def watch(form: str, seed: int, inputs: int, seconds: float, keep: Path) -> int:
    """Have all inputs read by processes of their own; the number of findings."""
    samples = samples_of(form)
    keep.mkdir(parents=True, exist_ok=True)
    folder = keep / f"samples-{form}"
    folder.mkdir(exist_ok=True)
    for number, sample in enumerate(samples):
        (folder / f"{number:03}").write_bytes(sample)
    begun, at, findings = time.monotonic(), seed, []
    while at < seed + inputs and not (seconds and time.monotonic() - begun > seconds):
        left = seconds - (time.monotonic() - begun) if seconds else 0.0
        at, told = run(form, at, seed + inputs - at, folder, left)
        findings += told
    spent = time.monotonic() - begun
    for number, what in findings:
        path = keep / f"{form}-{number}"
        path.write_bytes(input_number(form, samples, number))
        print(f"FINDING {path}: {what}")
    each = spent / max(1, at - seed) * 1000
    print(f"{form}: {at - seed} inputs, {len(findings)} findings, {spent:.0f} s, {each:.1f} ms an input", flush=True)
    return len(findings)


def run(form: str, at: int, inputs: int, folder: Path, seconds: float) -> tuple[int, list[tuple[int, str]]]:
    """Let one process read from a number on; the number it came to, and what it found or died of."""
    command = [
        sys.executable,
        __file__,
        "--format",
        form,
        "--seed",
        str(at),
        "--inputs",
        str(inputs),
        "--samples",
        str(folder),
    ]
    findings: list[tuple[int, str]] = []
    begun, heard, used = time.monotonic(), time.monotonic(), START - HANG
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        descriptor, rest = process.stdout.fileno(), b""
        while True:
            if seconds and time.monotonic() - begun > seconds:
                process.kill()
                return at, findings
            if not select.select([descriptor], [], [], 1.0)[0]:
                silent = time.monotonic() - heard
                if silent > HANG and (processor_time(process.pid) - used > HANG or silent > SLEEP):
                    process.kill()
                    return at + 1, [*findings, (at, f"hang of over {HANG:.0f} s")]
                continue
            piece = os.read(descriptor, 65536)
            if not piece:
                break
            heard, used = time.monotonic(), processor_time(process.pid)
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                number, _, what = line.decode().partition(" ")
                if what:
                    findings.append((int(number), what))
                at = int(number) + 1
        code = process.wait()
    return (at, findings) if code == 0 else (at + 1, [*findings, (at, f"process died with {code}")])


def processor_time(process: int) -> float:
    """Seconds that a process has computed; on a system that does not tell, the time of day."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return time.monotonic()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read_all(form: str, first: int, inputs: int, folder: Path) -> None:
    """Read inputs one after the other, a line for each on standard output; what went wrong stands behind the number."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    samples = [path.read_bytes() for path in sorted(folder.iterdir())]
    output = os.fdopen(os.dup(1), "w", encoding="ascii", errors="replace")
    with Path(os.devnull).open("w", encoding="ascii") as nowhere, contextlib.redirect_stdout(nowhere):
        for number in range(first, first + inputs):
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            what = fault_of(input_number(form, samples, number), form)
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
            if not what and grown > GROWTH and number > first:
                what = f"growth by {grown // 1_000_000} MB"
            print(f"{number} {what}".strip(), file=output, flush=True)


def input_number(form: str, samples: list[bytes], number: int) -> bytes:
    from mutating import mutated

    return mutated(samples[number % len(samples)], samples, form, number)


def fault_of(data: bytes, form: str) -> str:
    """What is wrong with how the input was taken, or nothing."""
    from briefing.intake import IntakeFailure, OffersArticles, read_bytes
    from briefing.intake.bundle import pieces_in

    try:
        article = read_bytes(data, f"input.{form}").article
    except OffersArticles as offer:
        if offer.feed.entries[0].piece is None:
            return ""
        pieces = pieces_in(data, f"input.{form}")[:MOST_PIECES]
        return next((what for piece in pieces if (what := fault_of(piece.data, form))), "")
    except IntakeFailure as failure:
        sound = "\n" not in failure.sentence and failure.sentence.endswith(".") and "input." in failure.sentence
        return "" if sound else f"unsound sentence {failure.sentence!r}"
    except Exception as fault:  # noqa: BLE001 whatever it is, it is what we look for
        place = traceback.extract_tb(fault.__traceback__)[-1]
        return f"{type(fault).__name__}: {str(fault)[:100]!r} in {Path(place.filename).name}:{place.lineno}"
    at = 0
    for block in article.blocks:
        if article.text[at : block.span.start].strip() or not block.span.of(article.text).strip():
            return "blocks do not cover the text"
        at = block.span.end
    return "" if at <= len(article.text) else "a block ends behind the text"


if __name__ == "__main__":
    main()
