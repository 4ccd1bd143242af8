"""Names as spaCy's own recogniser finds them, in a third of its time: words outside of names are scored all at once."""

from collections.abc import Iterator, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

from briefing.records import dataclass

_Floats = NDArray[np.float32]
_Flags = NDArray[np.bool_]

_FEATURES = 3
"""Words that the recogniser looks at: the one it stands on, the first of an open name, and the last before it."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """The steps of a recogniser by their numbers.

    Attributes:
        outside: those that can be taken while no name is open, ascending.
        meanings: for each of these its letter (B, U or O) and its label.
        beginning, naming: which of these begin a longer name, and which begin any.
        going: for each label the numbers of going on and of ending.
    """

    outside: NDArray[np.intp]
    meanings: tuple[tuple[str, str], ...]
    beginning: _Flags
    naming: _Flags
    going: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, names: Sequence[str]) -> "_Moves":
        numbers = {name: number for number, name in enumerate(names)}
        outside = [number for number, name in enumerate(names) if name[0] in "BUO" and name != "U-"]
        meanings = tuple((names[number][0], names[number][2:]) for number in outside)
        kinds = np.array([kind for kind, _ in meanings])
        going = {label: (numbers[f"I-{label}"], numbers[f"L-{label}"]) for kind, label in meanings if kind == "B"}
        return cls(np.array(outside), meanings, kinds == "B", kinds != "O", going)


class EntityReader:
    """The greedy decoder of a recogniser; it sets the spans and labels that the recogniser itself would set.

    Both go from word to word in BILUO steps (Ratinov and Roth 2009), and what they look at depends on earlier steps
    only while a name is open. Sums are taken in another order, so steps that are as good as equal may differ.

    Raises:
        ValueError: if the recogniser is built in another way; `suits` tells beforehand.
    """

    def __init__(self, recogniser: EntityRecognizer) -> None:
        if not suits(recogniser):
            raise ValueError("the recogniser of names is not a greedy one with three features")
        self._embed, lower, upper = recogniser.model.layers
        outputs, self._pieces, size = (lower.get_dim(name) for name in ("nO", "nP", "nI"))
        # One matrix a feature: from a word's vector to its share of the hidden layer.
        self._shares: _Floats = lower.get_param("W").reshape(_FEATURES, outputs * self._pieces, size)
        padding: _Floats = lower.get_param("pad").reshape(_FEATURES, outputs * self._pieces)
        self._offset: _Floats = lower.get_param("b").reshape(outputs * self._pieces)
        self._unopened: _Floats = padding[1] + padding[2] + self._offset
        self._weights: _Floats = upper.get_param("W")
        self._biases: _Floats = upper.get_param("b")
        moves = recogniser.moves
        self._moves = _Moves.of([moves.get_class_name(number) for number in range(moves.n_moves)])

    def read(self, docs: Sequence[Doc]) -> None:
        """Set the entities of some documents that have none so far."""
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return
        vectors: _Floats = self._embed.predict(filled)
        closing = np.concatenate([_closing(doc) for doc in filled])
        best = self._outside(vectors, closing, np.concatenate([_blank(doc) for doc in filled]))
        begun = 0
        for doc in filled:
            own = slice(begun, begun + len(doc))
            names = self._names(vectors[own], best[own], closing[own])
            doc.set_ents([Span(doc, start, end, label) for start, end, label in names], default="outside")
            begun = own.stop

    def _outside(self, vectors: _Floats, closing: _Flags, blank: _Flags) -> NDArray[np.intp]:
        """The best step at each word, were no name open before it, as a place in `_Moves.outside`."""
        pieces = (vectors @ self._shares[0].T + self._unopened).reshape(len(vectors), -1, self._pieces)
        # Numpy takes the greatest of two arrays many times faster than the greatest along an axis of two.
        hidden = reduce(np.maximum, np.moveaxis(pieces, 2, 0))
        moves = self._moves
        scores = hidden @ self._weights[moves.outside].T + self._biases[moves.outside]
        scores[np.ix_(closing, moves.beginning)] = -np.inf
        scores[np.ix_(blank, moves.naming)] = -np.inf
        found: NDArray[np.intp] = scores.argmax(1)
        return found

    def _names(self, vectors: _Floats, best: NDArray[np.intp], closing: _Flags) -> Iterator[tuple[int, int, str]]:
        """`[start, end)` in tokens and label of each name of a document."""
        reached = 0
        for start in np.flatnonzero(self._moves.naming[best]).tolist():
            if start < reached:
                continue
            kind, label = self._moves.meanings[best[start]]
            reached = start + 1
            if kind == "B":
                while not closing[reached] and self._goes_on(vectors, start, reached, label):
                    reached += 1
                reached += 1
            yield start, reached, label

    def _goes_on(self, vectors: _Floats, start: int, at: int, label: str) -> bool:
        """Whether the name that began at `start` goes on behind the word `at`."""
        seen = (vectors[at], vectors[start], vectors[at - 1])
        hidden = self._offset + sum(share @ vector for share, vector in zip(self._shares, seen, strict=True))
        steps = self._moves.going[label]
        score = self._weights[steps, :] @ hidden.reshape(-1, self._pieces).max(1) + self._biases[steps,]
        # Of equals the recogniser takes the one with the lower number.
        return bool(score[0] >= score[1] if steps[0] < steps[1] else score[0] > score[1])


def suits(recogniser: object) -> bool:
    """Whether an `EntityReader` can read this component of a spaCy pipeline."""
    # A subclass may do otherwise with what is found.
    if not isinstance(recogniser, EntityRecognizer) or type(recogniser) is not EntityRecognizer:
        return False
    model = recogniser.model
    return bool(
        model.name == "parser_model"
        and isinstance(model.ops, NumpyOps)
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.layers[1].get_dim("nF") == _FEATURES
        and recogniser.cfg["beam_width"] == 1
    )


def _closing(doc: Doc) -> _Flags:
    """The words behind which no name goes on: a sentence, or the document, ends there."""
    starts = doc.to_array("SENT_START") == 1
    return np.append(starts[1:], True)


def _blank(doc: Doc) -> _Flags:
    flags: _Flags = doc.to_array("IS_SPACE") == 1
    return flags
