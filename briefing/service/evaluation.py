"""Runs the analysis over files of gold answers, for the scorers that judge it."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from briefing.analysis import Analyser
from briefing.model.failure import Failure
from briefing.model.message import Message

LONGEST_LINE = 50_000_000
"""Characters of the longest line that is read."""


class EvaluationFailure(Failure):
    """A gold file could not be read."""


def evaluate_attributions(gold: Path, predictions: Path) -> int:
    """Write the flat attributions that the analysis finds in each article of `gold`; returns how many articles.

    Args:
        gold: lines of `{"id", "text", …}`, plain or gzipped.
        predictions: is written: lines of `{"id", "attributions": [{"source", "cue", "content"}]}`,
            each a list of `[start, end]` in code points of the text.

    Raises:
        EvaluationFailure: if a line has another shape or a file cannot be read or written.
    """
    analyser = Analyser.open()
    lines = _lines(gold, ("id", "text"))
    return _write(predictions, ({"id": line["id"], "attributions": analyser.flat(line["text"])} for line in lines))


def evaluate_certainty(gold: Path, predictions: Path) -> int:
    """Write the certainty of each event of `gold`, −3 to +3; returns how many sentences.

    Args:
        gold: lines of `{"corpus", "words", "events": [[word index, …], …]}`, plain or gzipped.
        predictions: is written: lines of `{"certainty": [number, …]}` in the same order.

    Raises:
        EvaluationFailure: as `evaluate_attributions`.
    """
    analyser = Analyser.open()
    sentences = list(_lines(gold, ("words", "events")))
    found = analyser.certainties(
        [(line["words"], [event[0] for event in line["events"]], line.get("corpus", "")) for line in sentences]
    )
    return _write(predictions, ({"certainty": [round(value, 4) for value in values]} for values in found))


def _lines(path: Path, keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    try:
        with _open_text(path) as lines:
            # A line at a time, each up to a length: a few packed bytes may stand for a line of gigabytes.
            for number, line in enumerate(iter(lambda: lines.readline(LONGEST_LINE + 1), ""), 1):
                if len(line) > LONGEST_LINE:
                    raise EvaluationFailure(Message.of("gold.long_line", path=str(path), number=number))
                if not line.strip():
                    continue
                entry = json.loads(line)
                if not isinstance(entry, dict) or any(key not in entry for key in keys):
                    raise EvaluationFailure(Message.of("gold.no_keys", path=str(path), number=number, keys=keys))
                yield entry
    except (OSError, EOFError, ValueError, RecursionError, zlib.error) as fault:
        raise EvaluationFailure(Message.of("gold.unreadable", path=str(path), fault=str(fault))) from fault


def _open_text(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")


def _write(path: Path, entries: Iterator[dict[str, Any]]) -> int:
    number = 0
    try:
        with path.open("w", encoding="utf-8") as lines:
            for entry in entries:
                lines.write(json.dumps(entry, ensure_ascii=False) + "\n")
                number += 1
    except OSError as fault:
        raise EvaluationFailure(Message.of("gold.not_written", path=str(path), fault=str(fault.strerror))) from fault
    return number
