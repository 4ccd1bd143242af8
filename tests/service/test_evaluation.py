"""Gold files are read line by line; whatever is none of them is told of in a sentence that names it."""

import gzip
import json
from pathlib import Path

import pytest

from briefing.service import evaluation
from briefing.service.evaluation import EvaluationFailure, _lines

GOLD = json.dumps({"id": "1", "text": "Mayor Ada Reed said the bridge is closed."})


def failure(path: Path) -> str:
    with pytest.raises(EvaluationFailure) as failed:
        list(_lines(path, ("id", "text")))
    assert str(path) in failed.value.sentence
    return failed.value.sentence


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.jsonl.gz"])
def test_lines_are_read_packed_or_not(tmp_path: Path, name: str) -> None:
    data = f"{GOLD}\n\n{GOLD}".encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert list(_lines(tmp_path / name, ("id", "text"))) == [json.loads(GOLD)] * 2


def test_a_line_without_end_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "LONGEST_LINE", 1000)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(GOLD.encode() + b"\n" + b" " * 10_000_000))
    assert "line 2 is longer than any article" in failure(tmp_path / "bomb.gz")


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(GOLD.encode() * 100)[:-20],
        gzip.compress(b"x")[:10] + b"\xff" * 50,
        b"no gzip",
        gzip.compress(b"[" * 100_000),
        gzip.compress(b"\xff\xfe"),
        gzip.compress(b"{}"),
    ],
    ids=["cut", "damaged", "plain", "deep", "no text", "no gold"],
)
def test_what_is_no_gold_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "gold.gz").write_bytes(data)
    assert failure(tmp_path / "gold.gz")
