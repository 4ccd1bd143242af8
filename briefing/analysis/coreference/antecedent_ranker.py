"""Ranks what a pronoun may mean, by weights that `packaging/train_coreference.py` learned (see the model card).

A network with one hidden layer gives each candidate a score, and one to the choice that none of them is meant.
"""

import json
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.coreference.antecedent_features import GROUPS, VALUES, Pronoun, Rows
from briefing.analysis.encoder.weights import weights
from briefing.resources import resource

FORMAT = 1

Floats = NDArray[np.float32]


class AntecedentRanker:
    """Says how likely each candidate is meant.

    Args:
        values: what each value of each group adds to the hidden layer, shape (values, hidden).
        bias: of the hidden layer.
        output: weight of each hidden number.
        least: the probability from which a candidate is taken, by kind of pronoun.
    """

    def __init__(self, values: Floats, bias: Floats, output: Floats, least: dict[Pronoun, float]) -> None:
        self.values = values
        self.bias = bias
        self.output = output
        self.least = least

    @classmethod
    def read(cls, folder: Path) -> "AntecedentRanker":
        """The ranker kept in a folder.

        Raises:
            OSError: if a file is missing.
            ValueError: if it was trained on other features.
            DamagedWeights: if a file is not what was shipped.
        """
        told = json.loads(weights(folder / "antecedents.json"))
        if told["format"] != FORMAT or told["groups"] != GROUPS:
            raise ValueError(f"{folder}: the weights of the ranker belong to other features")
        with np.load(BytesIO(weights(folder / "antecedents.npz")), allow_pickle=False) as kept:
            values, bias, output = (kept[name].astype(np.float32) for name in ("values", "bias", "output"))
        if values.shape[0] != VALUES:
            raise ValueError(f"{folder}: the weights of the ranker belong to other features")
        least = {pronoun: float(told["least"][pronoun.name.lower()]) for pronoun in Pronoun}
        return cls(values, bias, output, least)

    def shares(self, rows: Rows) -> Floats:
        """The probability of each row, which `antecedent_features.rows` made; they sum up to 1."""
        hidden = np.maximum(self.values[rows].sum(1) + self.bias, 0.0)
        scores = hidden @ self.output
        powers = np.exp(scores - scores.max())
        shares: Floats = powers / powers.sum()
        return shares


@cache
def shipped_ranker() -> AntecedentRanker:
    """The ranker that the program ships, read once a process.

    Raises:
        FileNotFoundError: if the program was installed without it.
    """
    return AntecedentRanker.read(resource("models", "coreference"))
