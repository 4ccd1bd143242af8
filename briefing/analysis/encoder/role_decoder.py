"""Turns the role encoder's scores into spans: the best tag sequence, and which pieces belong to which cue."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.records import dataclass

Floats = NDArray[np.float32]

ROLES = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
FORBIDDEN = -1e4
"""Score of a step that no tag sequence may take."""

GOING_ON = -0.1
"""Added for each further word of a content, which the encoder lets run on; chosen on the development articles."""

LEAST_SOURCE = -3.0
"""Mean log-probability below which a source does not go with a cue; chosen on the development articles."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Successive words `[first, last]` of a window that carry one role."""

    role: int
    first: int
    last: int

    @property
    def words(self) -> slice:
        """The piece as a slice of the window's words."""
        return slice(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Joined:
    """One cue with its source, if there is one, and its contents; `score` is the mean log-probability of the joins."""

    cue: Piece
    source: Piece | None
    contents: tuple[Piece, ...]
    score: float


def allowed_steps(transitions: Floats) -> Floats:
    """The transition scores with the steps into the inside of a span from anywhere else ruled out.

    Going on with a content costs a little (`GOING_ON`).

    Args:
        transitions: from row to column; tags are O, B and I of source, cue and content, in this order.
    """
    steps = transitions.copy()
    for role in range(len(ROLES)):
        inside = 2 + 2 * role
        others = [tag for tag in range(steps.shape[0]) if tag not in (inside - 1, inside)]
        steps[others, inside] = FORBIDDEN
    steps[:, 2 + 2 * CONTENT] += GOING_ON
    return steps


def best_tags(scores: Floats, steps: Floats, beginning: Sequence[int] = ()) -> list[int]:
    """The tag sequence with the highest score (Viterbi 1967).

    Args:
        scores: of each tag for each word, shape (words, tags).
        steps: from `allowed_steps`.
        beginning: words at which a paragraph begins: no span goes on over its break.
    """
    if not len(scores):
        return []
    scores = scores.copy()
    scores[[0, *beginning], 2::2] += FORBIDDEN
    total = scores[0]
    back = np.zeros(scores.shape, dtype=np.intp)
    for at in range(1, len(scores)):
        reached = total[:, None] + steps
        back[at] = reached.argmax(0)
        total = reached.max(0) + scores[at]
    tags = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        tags.append(int(back[at, tags[-1]]))
    return tags[::-1]


def pieces_of(tags: Sequence[int]) -> list[Piece]:
    """The pieces that a tag sequence marks, in order."""
    found: list[Piece] = []
    for at, tag in enumerate(tags):
        if tag == 0:
            continue
        role, inside = divmod(tag - 1, 2)
        if inside and found and found[-1].role == role and found[-1].last == at - 1:
            found[-1] = Piece(role, found[-1].first, at)
        else:
            found.append(Piece(role, at, at))
    return found


def join(pieces: Sequence[Piece], belonging: Floats, none: Floats) -> list[Joined]:
    """Give each content and source to the cue that it most likely belongs to; a content without one is left out.

    Args:
        pieces: from `pieces_of`.
        belonging: log-probability that a word belongs to the cue that begins at another, shape (words, words).
        none: log-probability that a word belongs to no cue, shape (words,).
    """
    cues = [piece for piece in pieces if piece.role == CUE]
    if not cues:
        return []
    affinity = {piece: _affinity(piece, cues, belonging) for piece in pieces if piece.role != CUE}
    contents: dict[Piece, list[tuple[float, Piece]]] = {cue: [] for cue in cues}
    for piece, scores in affinity.items():
        best = int(scores.argmax())
        if piece.role == CONTENT and scores[best] >= none[piece.words].mean():
            contents[cues[best]].append((float(scores[best]), piece))
    sources = _sources({piece: scores for piece, scores in affinity.items() if piece.role == SOURCE}, cues)
    return [_joined(cue, sources.get(cue), contents[cue]) for cue in cues if contents[cue]]


def _affinity(piece: Piece, cues: Sequence[Piece], belonging: Floats) -> Floats:
    rows = belonging[piece.words]
    return np.array([np.logaddexp.reduce(rows[:, cue.words], axis=1).mean() for cue in cues], dtype=np.float32)


def _sources(affinity: dict[Piece, Floats], cues: Sequence[Piece]) -> dict[Piece, tuple[float, Piece]]:
    """One source a cue, the likeliest pairs first; a cue that is left without one shares another's, if it may."""
    pairs = sorted(
        ((float(scores[at]), -at, piece) for piece, scores in affinity.items() for at in range(len(cues))),
        key=lambda pair: (pair[0], pair[1], -pair[2].first),
        reverse=True,
    )
    found: dict[Piece, tuple[float, Piece]] = {}
    taken: set[Piece] = set()
    for score, at, piece in pairs:
        if score > LEAST_SOURCE and cues[-at] not in found and piece not in taken:
            found[cues[-at]] = (score, piece)
            taken.add(piece)
    # "She said … and warned …": one speaker, two cues. Few cues have no speaker at all.
    for score, at, piece in pairs:
        if score > LEAST_SOURCE:
            found.setdefault(cues[-at], (score, piece))
    return found


def _joined(cue: Piece, source: tuple[float, Piece] | None, contents: list[tuple[float, Piece]]) -> Joined:
    scores = [score for score, _ in contents] + ([source[0]] if source else [])
    pieces = tuple(sorted((piece for _, piece in contents), key=lambda piece: piece.first))
    return Joined(cue, source[1] if source else None, pieces, sum(scores) / len(scores))
