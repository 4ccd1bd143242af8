"""The sentence encoder shares its table of word pieces with the role encoder beside it, so that it is shipped once."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from briefing.analysis.encoder.sentence_encoder import SentenceEncoder, shipped_sentence_encoder
from briefing.analysis.encoder.weights import DamagedWeights
from briefing.resources import resource

MOST_BYTES = 40_000_000


def test_sentences_that_mean_the_same_lie_near_to_one_another() -> None:
    encoder = shipped_sentence_encoder()
    assert encoder is not None
    same, alike, other = encoder.vectors(
        ["The harbour was closed on Monday.", "The port was shut on Monday.", "Eggs cost more this year."]
    )
    assert np.linalg.norm(same) == pytest.approx(1, abs=1e-4)
    assert same @ alike > 0.6 > 0.3 > same @ other


def test_a_table_that_is_not_what_was_shipped_is_told(tmp_path: Path) -> None:
    for name in ("sentences", "roles"):
        shutil.copytree(resource("models", name), tmp_path / name)
    lender = tmp_path / "roles" / "model.onnx"
    data = bytearray(lender.read_bytes())
    data[len(data) // 2] ^= 1
    lender.write_bytes(data)
    with pytest.raises(DamagedWeights):
        SentenceEncoder(tmp_path / "sentences")


def test_all_weights_together_stay_small() -> None:
    folder = resource("models", "roles").parent
    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) < MOST_BYTES
