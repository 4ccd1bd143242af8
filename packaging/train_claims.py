"""Trains the heads over claims on news whose ledgers were labelled by reading, and writes them for the program.

    python packaging/train_claims.py GOLD.jsonl[.gz] … --out resources/models/ledger

A line of GOLD is an article: `{"id", "text", "claims": [{"id", "content", "status", "chain", "optional"}]}`, offsets in
code points. Needs torch beside the program's own requirements (`requirements-train.txt`).
With `--folds N` it cross-validates over articles first, and prints how often claim and status are right.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.analysis.analyser import ENGINE, MODEL
from briefing.analysis.attribution.speaker_turns import turns_in
from briefing.analysis.claims.claim_heads import FORMAT, OUTPUTS, STANDINGS, STATUSES, Standing, slots
from briefing.analysis.encoder.role_encoder import shipped_encoder
from briefing.analysis.pipeline import Pipeline
from briefing.analysis.syntax.article_parser import blocks_of
from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.intake.plain_text import read
from briefing.model import Article
from briefing.resources import sample_article
from sums import write_sums

VECTOR = 384
RAREST = 4
"""Times that a feature must stand in the training articles to have a weight."""

VECTOR_SCALE = 0.36
"""What a component of a seen vector weighs beside a feature, which weighs `FEATURE_SCALE`; by cross-validation."""

FEATURE_SCALE = 0.5
SEEN = 48
"""Numbers that the heads see of a vector of the encoder."""

UNITS = 32
NETWORKS = 3
"""Networks over one projection whose outputs are averaged; together they are one with as many times the units."""

DROPOUT = 0.3
RATE = 2e-3
DECAY = 0.3
ROUNDS = 8
BATCH = 64
SPOKEN_WEIGHT = 0.15
"""What a reading of an article weighs that is spoken in turns, of which a single one holds a hundred claims."""

PASSAGE_WEIGHT = 4.0
"""What a reading of a hand-written passage weighs beside one of an article."""

SAME = 0.5
"""Share of the words of both together from which a reading is a labelled claim."""


@dataclass(frozen=True)
class Example:
    """One reading with its answer.

    Attributes:
        article: number of its article.
        features: what is so of it.
        vector: the encoder's vectors of its slots, one after the other.
        standing: what it is.
        statuses: those that an editor could sign; empty unless it is a claim.
        weight: how much it counts.
    """

    article: int
    features: tuple[str, ...]
    vector: np.ndarray
    standing: Standing
    statuses: frozenset[str]
    weight: float = 1.0


def articles_in(paths: Iterable[Path], texts: Path | None = None) -> Iterator[dict]:
    """The labelled articles of all files; those without a text get theirs from `texts`, by their ids.

    Raises:
        SystemExit: if a text is missing, or is not the one that was labelled.
    """
    known = {article["id"]: article["text"] for article in lines_of([texts])} if texts else {}
    for labelled in lines_of(paths):
        if "text" not in labelled:
            text = known.get(labelled["id"], "")
            if sha256(text.encode()).hexdigest() != labelled["sha256"]:
                sys.exit(f"The text of “{labelled['id']}” is not there, or not the one that was labelled.")
            labelled["text"] = text
        yield labelled


def lines_of(paths: Iterable[Path]) -> Iterator[dict]:
    """The objects of some files, one a line."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def passages_in(path: Path) -> Iterator[dict]:
    """Hand-written passages as labelled articles; what they expect is a claim, and of the rest nothing is known."""
    for number, passage in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["passage"]):
        text = passage["text"]
        claims = []
        for at, expected in enumerate(passage["expect"]):
            start = text.lower().find(expected["claim"].lower().strip(".”"))
            if start >= 0:
                span = [start, start + len(expected["claim"])]
                claims.append({"id": str(at), "content": [span], "status": [expected["status"]]})
        yield {
            "id": f"passage {number}",
            "text": text,
            "claims": claims,
            "partial": bool(passage["expect"]),
            "weight": PASSAGE_WEIGHT,
        }


def sample_in(path: Path) -> dict:
    """The sample article with the hand-made answers for it; of what they do not name nothing is known."""
    told = json.loads(path.read_text(encoding="utf-8"))
    claims = [claim for claim in told["claims"] if claim["status"] != ["unattributed"]]
    return {
        "id": "sample",
        "text": sample_article().read_text(encoding="utf-8"),
        "claims": claims,
        "partial": True,
        "weight": 3 * PASSAGE_WEIGHT,
    }


def examples_of(pipeline: Pipeline, lexicon: Lexicon, labelled: dict, number: int) -> Iterator[Example]:
    """What the program reads in an article, each with what the labels say of it."""
    article = as_article(labelled["text"])
    spoken = bool(turns_in(article.text, blocks_of(article), lexicon.turns))
    partial, weight = labelled.get("partial", False), labelled.get("weight", SPOKEN_WEIGHT if spoken else 1.0)
    candidates = pipeline.candidates(article)
    words = Words(labelled["text"], article.text)
    wanted = {claim["id"]: words.labelled(claim["content"]) for claim in labelled["claims"]}
    covered = [words.read([(span.start, span.end) for span in draft.content]) for draft in candidates.drafts]
    families = [candidates.drafts.index(draft.variant_of or draft) for draft in candidates.drafts]
    met = _met(wanted, covered, families)
    claims = {claim["id"]: claim for claim in labelled["claims"]}
    for at, draft in enumerate(candidates.drafts):
        key = met.get(families[at], "")
        claim = claims.get(key) if key and _share(wanted[key], covered[at]) >= SAME else None
        outer = any(claims[other].get("chain") and words_of <= covered[at] for other, words_of in wanted.items())
        if claim is None:
            standing = Standing.CLAIM if outer and not key else Standing.NONE
        else:
            standing = Standing.ATTITUDE if claim.get("optional") else Standing.CLAIM
        if partial and claim is None and not key:
            continue
        known = frozenset(claim["status"]) if claim is not None and standing is Standing.CLAIM else frozenset()
        vector = np.concatenate(slots(draft, candidates.scores))
        yield Example(number, tuple(candidates.features.of(draft)), vector, standing, known, weight)


def as_article(text: str) -> Article:
    """The article that the program makes of a text file."""
    return read(text.encode(), "article.txt")


class Words:
    """Words of a labelled text and of the same text as the program reads it, matched in order."""

    def __init__(self, labelled: str, read: str) -> None:
        import difflib
        import re

        word = re.compile(r"\w+")
        self._labelled = [(m.group().lower(), m.start(), m.end()) for m in word.finditer(labelled)]
        self._read = [(m.group().lower(), m.start(), m.end()) for m in word.finditer(read)]
        blocks = difflib.SequenceMatcher(
            None, [w for w, *_ in self._read], [w for w, *_ in self._labelled], autojunk=False
        ).get_matching_blocks()
        self._same = {block.a + k: block.b + k for block in blocks for k in range(block.size)}

    def labelled(self, spans: Sequence[Sequence[int]]) -> frozenset[int]:
        """Numbers of the words in spans of the labelled text."""
        return frozenset(_within(self._labelled, spans))

    def read(self, spans: Sequence[Sequence[int]]) -> frozenset[int]:
        """The same for spans of the text as read; words that are not in the other get negative numbers."""
        return frozenset(self._same.get(at, -at - 1) for at in _within(self._read, spans))


def _within(words: Sequence[tuple[str, int, int]], spans: Sequence[Sequence[int]]) -> Iterator[int]:
    return (at for at, (_, start, end) in enumerate(words) for first, last in spans if start >= first and end <= last)


def _share(want: frozenset[int], have: frozenset[int]) -> float:
    return len(want & have) / len(want | have)


def _met(
    wanted: dict[str, frozenset[int]], covered: Sequence[frozenset[int]], families: Sequence[int]
) -> dict[int, str]:
    """Which labelled claim each reading is, whatever its extent: one to one, the most alike first.

    Args:
        wanted: words of each labelled claim.
        covered: words of each extent of each reading.
        families: number of the reading of each extent.
    """
    pairs = sorted(
        (
            (_share(want, have), key, families[at])
            for key, want in wanted.items()
            for at, have in enumerate(covered)
            if want & have
        ),
        key=lambda pair: -pair[0],
    )
    found: dict[int, str] = {}
    for share, key, family in pairs:
        if share >= SAME and family not in found and key not in found.values():
            found[family] = key
    return found


@dataclass(frozen=True)
class Matrix:
    """Examples as numbers: inputs, and the answers of both heads."""

    inputs: np.ndarray
    standing: np.ndarray
    statuses: np.ndarray
    weights: np.ndarray


def names_of(examples: Sequence[Example]) -> list[str]:
    """The features that get a weight."""
    counts = Counter(name for example in examples for name in example.features)
    return sorted(name for name, count in counts.items() if count >= RAREST)


def matrix_of(examples: Sequence[Example], names: Sequence[str]) -> Matrix:
    """The examples as numbers."""
    column = {name: at for at, name in enumerate(names)}
    inputs = np.zeros((len(examples), len(names) + examples[0].vector.size), dtype=np.float32)
    for row, example in enumerate(examples):
        inputs[row, [column[name] for name in example.features if name in column]] = FEATURE_SCALE
        inputs[row, len(names) :] = example.vector
    standing = np.array([STANDINGS.index(example.standing) for example in examples])
    statuses = np.array([[status in example.statuses for status in STATUSES] for example in examples], dtype=np.float32)
    return Matrix(inputs, standing, statuses, np.array([example.weight for example in examples], dtype=np.float32))


class Networks(torch.nn.Module):
    """Networks with one inner layer each, beside a linear path, over the features and one projection of all vectors."""

    def __init__(self, features: int, slots_seen: int) -> None:
        super().__init__()
        self.features, self.slots = features, slots_seen
        self.projection = torch.nn.Linear(VECTOR, SEEN, bias=False)
        size = features + slots_seen * SEEN
        self.straight = torch.nn.ModuleList(torch.nn.Linear(size, OUTPUTS) for _ in range(NETWORKS))
        self.units = torch.nn.ModuleList(torch.nn.Linear(size, UNITS) for _ in range(NETWORKS))
        self.inner = torch.nn.ModuleList(torch.nn.Linear(UNITS, OUTPUTS) for _ in range(NETWORKS))
        self.dropout = torch.nn.Dropout(DROPOUT)
        for layer in self.straight:
            torch.nn.init.zeros_(layer.weight)

    def each(self, inputs: torch.Tensor) -> Iterator[torch.Tensor]:
        """The outputs of each network, shape (examples, outputs)."""
        vectors = inputs[:, self.features :].reshape(len(inputs), self.slots, VECTOR)
        seen = self.projection(vectors).flatten(1) * VECTOR_SCALE
        looked_at = torch.cat([inputs[:, : self.features], seen], 1)
        for straight, units, inner in zip(self.straight, self.units, self.inner, strict=True):
            dropped = self.dropout(looked_at)
            active = torch.nn.functional.gelu(units(dropped), approximate="tanh")
            yield straight(dropped) + inner(self.dropout(active))

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        """The mean of all networks."""
        return torch.stack(list(self.each(inputs))).mean(0)


def loss_of(
    outputs: torch.Tensor, standing: torch.Tensor, statuses: torch.Tensor, counts: torch.Tensor
) -> torch.Tensor:
    """The loss of both heads; that of a status is −log of the probability of those that an editor could sign."""
    losses = torch.nn.functional.cross_entropy(outputs[:, : len(STANDINGS)], standing, reduction="none")
    loss = (losses * counts).mean()
    told = statuses.sum(1) > 0
    if told.any():
        chosen = torch.log_softmax(outputs[told, len(STANDINGS) :], 1)
        loss = loss - (torch.logsumexp(chosen.masked_fill(statuses[told] == 0, -1e4), 1) * counts[told]).mean()
    return loss


def trained(matrix: Matrix, features: int, seed: int = 0) -> Networks:
    """Networks that were trained on examples of which the first `features` columns are features."""
    torch.manual_seed(seed)
    networks = Networks(features, (matrix.inputs.shape[1] - features) // VECTOR)
    columns = [torch.from_numpy(part) for part in (matrix.inputs, matrix.standing, matrix.statuses, matrix.weights)]
    optimiser = torch.optim.AdamW(networks.parameters(), lr=RATE, weight_decay=DECAY)
    steps, done = ROUNDS * (len(matrix.inputs) // BATCH + 1), 0
    for _ in range(ROUNDS):
        for rows in torch.randperm(len(matrix.inputs)).split(BATCH):
            for group in optimiser.param_groups:
                group["lr"] = RATE * (1 - done / steps)
            done += 1
            inputs, *answers = (column[rows] for column in columns)
            loss = torch.stack([loss_of(outputs, *answers) for outputs in networks.each(inputs)]).sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return networks.eval()


def cross_validate(examples: Sequence[Example], folds: int) -> None:
    """Print how often both heads are right on articles that they did not see."""
    kept = claims = false = right = told = 0
    for fold in range(folds):
        seen = [example for example in examples if example.article % folds != fold]
        unseen = [example for example in examples if example.article % folds == fold]
        names = names_of(seen)
        networks = trained(matrix_of(seen, names), len(names))
        matrix = matrix_of(unseen, names)
        with torch.no_grad():
            total = networks(torch.from_numpy(matrix.inputs)).numpy()
        shares = np.exp(total[:, : len(STANDINGS)])
        chosen = shares[:, 0] / shares.sum(1) >= 0.42
        is_claim = matrix.standing == 0
        kept, claims = kept + int((chosen & is_claim).sum()), claims + int(is_claim.sum())
        false += int((chosen & ~is_claim).sum())
        has = matrix.statuses.sum(1) > 0
        best = total[:, len(STANDINGS) :].argmax(1)
        right += int(matrix.statuses[np.arange(len(best)), best][has].sum())
        told += int(has.sum())
    print(
        f"cross-validated: {kept / claims:.3f} of the claims kept, {false / (false + kept):.3f} of the kept is none, "
        f"status right in {right / told:.3f}"
    )


def write(out: Path, names: Sequence[str], networks: Networks, articles: int) -> None:
    """Write `heads.json` and `heads.npz`: all networks as one, with the scales worked into the weights."""
    out.mkdir(parents=True, exist_ok=True)

    def joined(layers: torch.nn.ModuleList, part: str) -> list[np.ndarray]:
        return [getattr(layer, part).detach().numpy() for layer in layers]

    straight = np.mean(joined(networks.straight, "weight"), axis=0)
    sums = np.concatenate([straight, *joined(networks.units, "weight")]).T
    outputs = np.mean(joined(networks.straight, "bias"), axis=0) + np.mean(joined(networks.inner, "bias"), axis=0)
    numbers = {
        "features": sums[: len(names)] * FEATURE_SCALE,
        "projection": networks.projection.weight.detach().numpy().T * VECTOR_SCALE,
        "seen": sums[len(names) :],
        "bias": np.concatenate([outputs, *joined(networks.units, "bias")]),
        "inner": np.concatenate(joined(networks.inner, "weight"), axis=1).T / NETWORKS,
    }
    np.savez_compressed(out / "heads.npz", **{name: values.astype(np.float16) for name, values in numbers.items()})
    told = {"format": FORMAT, "articles": articles, "features": list(names)}
    (out / "heads.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    write_sums(out)


def main() -> None:
    """Read the labels, cross-validate if asked, train on all of them and write the heads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, help="the texts of labels that stand off them, a line each: id, text")
    parser.add_argument("--passages", type=Path, help="hand-written passages (tests/analysis/passages.toml)")
    parser.add_argument("--sample", type=Path, help="the answers for the sample article")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    import spacy

    encoder = shipped_encoder(np.eye(VECTOR, dtype=np.float32))
    lexicon = Lexicon.load()
    pipeline = Pipeline(LanguageModel(spacy.load(MODEL)), lexicon, ENGINE, encoder)
    articles = [
        *articles_in(options.gold, options.texts),
        *(passages_in(options.passages) if options.passages else ()),
        *([sample_in(options.sample)] if options.sample else ()),
    ]
    examples = [
        example for at, labelled in enumerate(articles) for example in examples_of(pipeline, lexicon, labelled, at)
    ]
    print(len(articles), "articles,", Counter(str(example.standing) for example in examples))
    if options.folds:
        cross_validate(examples, options.folds)
    if options.out:
        names = names_of(examples)
        write(options.out, names, trained(matrix_of(examples, names), len(names)), len(articles))


if __name__ == "__main__":
    main()
