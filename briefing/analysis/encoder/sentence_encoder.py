"""The sentence encoder at run time: a vector a sentence, near to one another where they mean the same."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.analysis.encoder.runtime import delete_reports, session_of
from briefing.analysis.encoder.weights import weights
from briefing.resources import resource

Floats = NDArray[np.float32]

LONGEST = 96
"""Word pieces of a sentence that are read."""

_BATCH = 16


class SentenceEncoder:
    """The pretrained encoder, untouched but for its eight-bit weights (see the card beside them).

    Args:
        folder: holds `model.onnx`, `tokenizer.json` and `config.json`.
        threads: processor threads that one call may use.

    Raises:
        OSError: if a file is missing.
        DamagedWeights: if one is not what was shipped.
        ValueError: if the configuration has another version.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        config = json.loads(weights(folder / "config.json"))
        if config["format"] != 1:
            raise ValueError(f"{folder}: the sentence encoder has format {config['format']}, not 1")
        self.version: str = config["version"]
        self.width: int = config["width"]
        self._tokenizer = Tokenizer.from_str(weights(folder / "tokenizer.json").decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        model = _with_words(weights(folder / "model.onnx"), folder, config.get("words"))
        self._session = session_of(model, threads)

    def vectors(self, sentences: Sequence[str]) -> Floats:
        """A row of length one a sentence; zeros for one without a word."""
        found = np.zeros((len(sentences), self.width), dtype=np.float32)
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch(list(sentences))]
        # Two pieces are the marks of beginning and end.
        filled = sorted((row for row in range(len(pieces)) if len(pieces[row]) > 2), key=lambda row: len(pieces[row]))
        for rows in _batches(filled):
            width = max(len(pieces[row]) for row in rows)
            ids = np.zeros((len(rows), width), dtype=np.int64)
            mask = np.zeros((len(rows), width), dtype=np.int64)
            for at, row in enumerate(rows):
                ids[at, : len(pieces[row])] = pieces[row]
                mask[at, : len(pieces[row])] = 1
            (vectors,) = self._session.run(["vectors"], {"pieces": ids, "mask": mask})
            found[rows] = vectors
        return found


def shipped_sentence_encoder() -> SentenceEncoder | None:
    """The encoder that the program ships; None if it came without weights."""
    delete_reports()
    try:
        folder = resource("models", "sentences")
    except FileNotFoundError:
        return None
    return SentenceEncoder(folder) if (folder / "model.onnx").exists() else None


def _with_words(model: bytes, folder: Path, words: dict[str, Any] | None) -> bytes:
    """The model with the table of word pieces put back that it shares with another one beside it, if it does.

    `words` tells the other's folder, where the table stands there, how long it is, and where it belongs here, in bytes.
    """
    if words is None:
        return model
    lender = weights(folder.parent / words["folder"] / "model.onnx")
    table = lender[words["offset"] : words["offset"] + words["length"]]
    return b"".join((model[: words["at"]], table, model[words["at"] :]))


def _batches(rows: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(rows), _BATCH):
        yield list(rows[start : start + _BATCH])
