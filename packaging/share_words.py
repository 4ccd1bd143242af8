"""Cuts the table of word pieces out of the sentence encoder, as the role encoder beside it holds the same one.

python packaging/share_words.py resources/models/sentences resources/models/roles

Both were made of one pretrained encoder whose word embeddings stayed frozen. `config.json` then tells where the table
stands in the role encoder's file and where it belongs; the program puts it back as it loads (12 MB less to ship).
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx

from sums import write_sums

TABLE = "encoder.embeddings.word_embeddings.weight_quantized"

MOST_DIFFERING = 1e-5
"""Share of the numbers that may differ, each by one of 256 steps, as rounding may do it."""


def share(sentences: Path, roles: Path) -> None:
    """Cut the table out of `sentences`; does nothing where that is done.

    Raises:
        SystemExit: if the tables differ.
    """
    config = json.loads((sentences / "config.json").read_text(encoding="utf-8"))
    if "words" in config:
        return
    own, lent = _table(sentences / "model.onnx"), _table(roles / "model.onnx")
    differing = np.count_nonzero(np.frombuffer(own, np.uint8) != np.frombuffer(lent, np.uint8)) / len(own)
    if len(own) != len(lent) or differing > MOST_DIFFERING:
        raise SystemExit(f"{sentences} and {roles} do not hold the same table of word pieces")
    model = (sentences / "model.onnx").read_bytes()
    at, offset = model.find(own), (roles / "model.onnx").read_bytes().find(lent)
    config["words"] = {"folder": roles.name, "offset": offset, "length": len(lent), "at": at}
    (sentences / "model.onnx").write_bytes(model[:at] + model[at + len(own) :])
    (sentences / "config.json").write_text(json.dumps(config), encoding="utf-8")
    write_sums(sentences)


def _table(path: Path) -> bytes:
    return next(bytes(one.raw_data) for one in onnx.load(path).graph.initializer if one.name == TABLE)


if __name__ == "__main__":
    share(*map(Path, sys.argv[1:]))
