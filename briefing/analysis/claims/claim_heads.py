"""The heads over claims: whether a reading is a claim, and which status an editor would sign.

Small networks with one inner layer over what `claim_features` names and over the encoder's vectors of cue, source and
content; trained by `packaging/train_claims.py` on news that was labelled by reading (see the model card).
"""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from io import BytesIO
from pathlib import Path

import numpy as np

from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.encoder.weights import weights
from briefing.analysis.encoder.word_scores import Floats, WordScores
from briefing.model import Status
from briefing.records import dataclass
from briefing.resources import resource

FORMAT = 2


class Standing(StrEnum):
    """What a reading is, in a ledger."""

    CLAIM = "claim"
    ATTITUDE = "attitude"
    NONE = "none"


STANDINGS = tuple(Standing)
STATUSES = (
    Status.ON_RECORD,
    Status.CLAIMED,
    Status.RELAYED,
    Status.UNNAMED,
    Status.UNCLEAR,
    Status.DISPUTED,
    Status.CONFIRMED,
)
OUTPUTS = len(STANDINGS) + len(STATUSES)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the heads say of one draft, as probabilities.

    Attributes:
        standing: of being a claim, an attitude in passing, or none.
        status: of each status that an editor could sign.
    """

    standing: Mapping[Standing, float]
    status: Mapping[Status, float]

    @property
    def claim(self) -> float:
        """How likely it is a claim."""
        return self.standing[Standing.CLAIM]


@dataclass(frozen=True, slots=True)
class HeadWeights:
    """The numbers of the heads; a sum is one of the outputs, or of the inner units that follow them.

    Attributes:
        features: of each named feature, shape (features, sums).
        projection: from a vector of the encoder to what the heads look at, shape (vector, seen).
        seen: of what is looked at in each slot, shape (slots × seen, sums).
        bias: shape (sums,).
        inner: from the inner units to the outputs, shape (units, outputs).
    """

    features: Floats
    projection: Floats
    seen: Floats
    bias: Floats
    inner: Floats


class ClaimHeads:
    """Judges drafts by weights.

    Args:
        names: the feature of each row of `weights.features`.
        weights: the numbers.
    """

    def __init__(self, names: Sequence[str], weights: HeadWeights) -> None:
        self._row = {name: number for number, name in enumerate(names)}
        self._weights = weights

    @property
    def projection(self) -> Floats:
        """From a vector of the encoder to what the heads look at."""
        return self._weights.projection

    @classmethod
    def read(cls, folder: Path) -> "ClaimHeads":
        """The heads kept in a folder.

        Raises:
            OSError: if a file is missing.
            ValueError: if they have another format.
            DamagedWeights: if a file is not what was shipped.
        """
        told = json.loads(weights(folder / "heads.json"))
        if told["format"] != FORMAT:
            raise ValueError(f"{folder}: the heads over claims have format {told['format']}, not {FORMAT}")
        with np.load(BytesIO(weights(folder / "heads.npz")), allow_pickle=False) as kept:
            names = ("features", "projection", "seen", "bias", "inner")
            return cls(told["features"], HeadWeights(*(kept[name].astype(np.float32) for name in names)))

    def judged(self, draft: Draft, features: Sequence[str], scores: WordScores) -> Judged:
        """What the heads say of a draft with these features, in a text with these scores."""
        rows = [self._row[name] for name in features if name in self._row]
        told = self._weights
        sums = told.bias + told.features[rows].sum(0) + np.concatenate(slots(draft, scores)) @ told.seen
        outputs, units = np.split(sums, [OUTPUTS])
        standing, status = np.split(outputs + _gelu(units) @ told.inner, [len(STANDINGS)])
        return Judged(
            dict(zip(STANDINGS, _shares(standing), strict=True)), dict(zip(STATUSES, _shares(status), strict=True))
        )


def slots(draft: Draft, scores: WordScores) -> tuple[Floats, ...]:
    """The scores of the stretches that the heads read: cue, source, first word of the content, content."""
    hop = draft.chain[-1]
    return scores.mean(hop.cue), scores.mean(hop.source), scores.first(draft.content), scores.mean(draft.content)


def shipped_heads() -> ClaimHeads | None:
    """The heads that the program ships; None if it came without weights."""
    try:
        folder = resource("models", "ledger")
    except FileNotFoundError:
        return None
    return ClaimHeads.read(folder) if (folder / "heads.npz").exists() else None


def _gelu(sums: Floats) -> Floats:
    """The Gaussian error linear unit in its tanh form (Hendrycks and Gimpel 2016)."""
    found: Floats = 0.5 * sums * (1 + np.tanh(np.sqrt(2 / np.pi) * (sums + 0.044715 * sums**3)))
    return found


def _shares(scores: Floats) -> list[float]:
    powers = np.exp(scores - scores.max())
    return [float(share) for share in powers / powers.sum()]
