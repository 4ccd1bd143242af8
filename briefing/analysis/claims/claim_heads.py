"""The heads over claims: whether a reading is a claim, and which status an editor would sign.

Linear in what `claim_features` names and in the encoder's vectors of cue, source and content; trained by
`packaging/train_claims.py` on news that was labelled by reading (see the model card).
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

FORMAT = 1
SLOTS = 4
"""Stretches of the text whose vectors a head reads: cue, source, first word of the content, content."""


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


class ClaimHeads:
    """Judges drafts by weights.

    Args:
        names: the feature of each row of `weights`.
        weights: shape (features, outputs).
        bias: shape (outputs,).
        projection: from a vector of the encoder to the outputs of each slot, shape (vector, slots × outputs).
    """

    def __init__(self, names: Sequence[str], weights: Floats, bias: Floats, projection: Floats) -> None:
        self._row = {name: number for number, name in enumerate(names)}
        self._weights = weights
        self._bias = bias
        self.projection = projection

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
            rows, bias, projection = (kept[name].astype(np.float32) for name in ("weights", "bias", "projection"))
        return cls(told["features"], rows, bias, projection)

    def judged(self, draft: Draft, features: Sequence[str], scores: WordScores) -> Judged:
        """What the heads say of a draft with these features, in a text with these scores."""
        rows = [self._row[name] for name in features if name in self._row]
        total = self._bias + self._weights[rows].sum(0) + self._seen(draft, scores)
        standing, status = np.split(total, [len(STANDINGS)])
        return Judged(
            dict(zip(STANDINGS, _shares(standing), strict=True)), dict(zip(STATUSES, _shares(status), strict=True))
        )

    def _seen(self, draft: Draft, scores: WordScores) -> Floats:
        parts = [part[at * OUTPUTS : (at + 1) * OUTPUTS] for at, part in enumerate(slots(draft, scores))]
        seen: Floats = np.sum(parts, axis=0)
        return seen


def slots(draft: Draft, scores: WordScores) -> tuple[Floats, ...]:
    """The scores of the stretches that the heads read, one for each slot."""
    hop = draft.chain[-1]
    return scores.mean(hop.cue), scores.mean(hop.source), scores.first(draft.content), scores.mean(draft.content)


def shipped_heads() -> ClaimHeads | None:
    """The heads that the program ships; None if it came without weights."""
    try:
        folder = resource("models", "ledger")
    except FileNotFoundError:
        return None
    return ClaimHeads.read(folder) if (folder / "heads.npz").exists() else None


def _shares(scores: Floats) -> list[float]:
    powers = np.exp(scores - scores.max())
    return [float(share) for share in powers / powers.sum()]
