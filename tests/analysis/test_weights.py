"""Weights are read as they were shipped, or the reader is told; never with a byte that flipped."""

import shutil
from pathlib import Path

import pytest

from briefing.analysis import DamagedWeights
from briefing.analysis.certainty.certainty_model import CertaintyModel
from briefing.analysis.encoder.role_encoder import RoleEncoder
from briefing.analysis.encoder.weights import SUMS, weights
from briefing.resources import resource

SHIPPED = [
    path
    for folder in ("roles", "certainty")
    for path in resource("models", folder).iterdir()
    if path.suffix != ".md" and path.name != SUMS
]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_what_is_shipped_is_what_its_digest_says(path: Path) -> None:
    # After a change of weights: python packaging/sums.py FOLDER
    assert weights(path) == path.read_bytes()


@pytest.fixture
def roles(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("models", "roles"), tmp_path / "roles"))


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_flipped_bit_is_told_with_the_file(roles: Path, name: str) -> None:
    data = bytearray((roles / name).read_bytes())
    data[len(data) // 2] ^= 1
    (roles / name).write_bytes(data)
    with pytest.raises(DamagedWeights) as damaged:
        RoleEncoder(roles)
    assert f"“{name}” in “{roles}”" in damaged.value.sentence
    assert damaged.value.sentence.endswith("your library is unharmed.")


@pytest.mark.parametrize("sums", ["", "nonsense\n", "é", None])
def test_without_digests_nothing_is_believed(roles: Path, sums: str | None) -> None:
    if sums is None:
        (roles / SUMS).unlink()
    else:
        (roles / SUMS).write_text(sums, encoding="utf-8")
    with pytest.raises(DamagedWeights):
        RoleEncoder(roles)


def test_the_smaller_model_is_checked_too(tmp_path: Path) -> None:
    shutil.copytree(resource("models", "certainty"), tmp_path / "certainty")
    assert CertaintyModel.load(tmp_path / "certainty").weights
    path = tmp_path / "certainty" / "weights.json"
    path.write_bytes(path.read_bytes().replace(b"1", b"2", 1))
    with pytest.raises(DamagedWeights):
        CertaintyModel.load(tmp_path / "certainty")
