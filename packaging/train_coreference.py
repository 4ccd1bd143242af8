"""Trains the ranker of antecedents on texts whose pronouns were resolved by hand, and writes it for the program.

    python packaging/train_coreference.py CORPUS … --out resources/models/coreference [--folds 5]

A CORPUS is a file of lines (`.jsonl` or `.jsonl.gz`), an article each, in one of these shapes, offsets in code points:

    {"text", "p": ["her", 274], "a": ["Cheryl Cassidy", 191, true], "b": [...]}      one pronoun, two names: true or not
    {"text", "mentions": [[start, end, kind, entity, form], ...]}                    all mentions, with whom they mean
    {"words", "clusters": [[[first, last], ...], ...]}                               the same over words
    {"text", "claims": [{"source": [[start, end]], "sources": ["accepted name", ...]}, ...]}  a labelled ledger

What a pronoun may mean depends on how those before it were read: the articles are read with one ranker, the next one
is trained on what they showed, and so on, `--rounds` times, the first with salience alone. With `--folds` it prints
first how often rankers are right on articles that they did not see. Needs torch beside the program's own requirements
(`requirements-train.txt`); takes some ten minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.analysis.analyser import MODEL
from briefing.analysis.coreference.actors import find_actors
from briefing.analysis.coreference.antecedent_features import GROUPS, VALUES, Pronoun, column
from briefing.analysis.coreference.antecedent_ranker import FORMAT, AntecedentRanker
from briefing.analysis.coreference.discourse_entities import Entity
from briefing.analysis.names.name_lexicon import telling_words
from briefing.analysis.syntax.article_parser import blocks_of, parsed
from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.model import Article
from sums import write_sums
from train_claims import Words, as_article, lines_of

HIDDEN = 32
EPOCHS = 5
LEAST = {"he": 0.36, "they": 0.4, "it": 0.5}
WEIGHTS = {"pair": 1.0, "mentions": 1.2, "words": 0.3, "ledger": 3.0}
"""What a pronoun of each shape of corpus weighs: stories least, for the program reads news."""

PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its", "him", "them"})
NO_SPACE_BEFORE = frozenset({".", ",", "!", "?", ";", ":", "n't", ")", "”", "''"})

Fits = Callable[[Entity], bool]


@dataclass(frozen=True)
class Answer:
    """What a pronoun means: of which candidates that is so, and of which it is known not to be so."""

    right: Fits
    wrong: Fits
    partial: bool = False


@dataclass(frozen=True)
class Passage:
    """A text with its answers by token."""

    shape: str
    article: Article
    doc: Doc
    answers: dict[int, Answer]


@dataclass(frozen=True)
class Example:
    """One pronoun: its rows, which of them are right, and which are somebody with a name."""

    passage: int
    shape: str
    pronoun: Pronoun
    rows: np.ndarray
    right: np.ndarray
    named: np.ndarray


class Salience:
    """Takes the most present candidate, if it is clearly ahead; to begin with."""

    least = dict.fromkeys(Pronoun, 0.5)

    def shares(self, rows: np.ndarray) -> np.ndarray:
        """The most present gets all, or nobody does."""
        found = np.zeros(len(rows), dtype=np.float32)
        ahead = (column(rows, "salience rank") == 1) & (column(rows, "ahead") >= 5)
        found[:-1][ahead[:-1]] = 0.9
        found[-1] = 0.5
        return found


def passages_in(paths: Iterable[Path]) -> Iterator[Passage]:
    """The texts of all files, parsed."""
    model = LanguageModel(spacy.load(MODEL))
    return (passage_of(model, told) for told in lines_of(paths))


def passage_of(model: LanguageModel, told: dict) -> Passage:
    """One line of a corpus."""
    if "claims" in told:
        article = as_article(told["text"])
        doc = doc_of(model, article)
        return Passage("ledger", article, doc, ledger_answers(doc, told, article))
    if "words" in told:
        text, offsets = joined_words(told["words"])
        spans = [[(offsets[a][0], offsets[b - 1][1]) for a, b in cluster] for cluster in told["clusters"]]
        article = Article(text, ())
        doc = doc_of(model, article)
        return Passage("words", article, doc, cluster_answers(doc, spans, whole=False))
    article = Article(told["text"], ())
    doc = doc_of(model, article)
    if "mentions" in told:
        clusters: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, end, _, entity, _ in told["mentions"]:
            clusters[entity].append((start, end))
        return Passage("mentions", article, doc, cluster_answers(doc, list(clusters.values()), whole=True))
    return Passage("pair", article, doc, pair_answers(doc, told))


def doc_of(model: LanguageModel, article: Article) -> Doc:
    """An article, parsed as a whole."""
    (doc,) = parsed(model, article, [len(blocks_of(article)) - 1])
    return doc


def joined_words(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words as a text, with the place of each."""
    text, offsets = "", []
    for word in words:
        text += "" if not text or word in NO_SPACE_BEFORE or word.startswith("'") else " "
        offsets.append((len(text), len(text) + len(word)))
        text += word
    return text, offsets


def tokens_of(doc: Doc, start: int, end: int) -> set[int]:
    """Tokens of a stretch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return set(range(span.start, span.end)) if span is not None else set()


def met(tokens: set[int]) -> Fits:
    """Whether an entity is named at one of the tokens."""
    return lambda entity: not tokens.isdisjoint(entity.named)


def pair_answers(doc: Doc, told: dict) -> dict[int, Answer]:
    """One pronoun and two names."""
    word, start = told["p"]
    right: set[int] = set()
    wrong: set[int] = set()
    for name, at, true in (told["a"], told["b"]):
        (right if true else wrong).update(tokens_of(doc, at, at + len(name)))
    return {min(tokens_of(doc, start, start + len(word))): Answer(met(right), met(wrong), partial=True)}


def cluster_answers(doc: Doc, clusters: Iterable[Sequence[tuple[int, int]]], *, whole: bool) -> dict[int, Answer]:
    """Every pronoun of a text whose mentions are known; where they are `whole`, another "it" means nothing."""
    answers: dict[int, Answer] = {}
    seen: set[int] = set()
    nobody = met(set())
    for spans in clusters:
        found = [doc.char_span(start, end, alignment_mode="expand") for start, end in spans]
        heads = {span.root.i for span in found if span is not None and len(span)}
        named = met({head for head in heads if doc[head].pos_ != "PRON"})
        answers.update({head: Answer(named, nobody) for head in heads if doc[head].tag_ in ("PRP", "PRP$")})
        seen |= heads
    if whole:
        answers.update({t.i: Answer(nobody, nobody) for t in doc if t.lower_ == "it" and t.i not in seen})
    return answers


def ledger_answers(doc: Doc, told: dict, article: Article) -> dict[int, Answer]:
    """The pronouns that are sources in a labelled ledger."""
    words = Words(told["text"], article.text)
    sources: dict[frozenset[int], Sequence[str]] = {}
    for claim in told["claims"]:
        for start, end in claim.get("source") or []:
            if told["text"][start:end].strip().lower() in PRONOUNS:
                sources[words.labelled([(start, end)])] = claim["sources"]
    places = ((t.i, words.read([(t.idx, t.idx + len(t))])) for t in doc if t.lower_ in PRONOUNS and sources)
    return {i: Answer(named_like(doc, sources[place]), met(set())) for i, place in places if place in sources}


def named_like(doc: Doc, accepted: Sequence[str]) -> Fits:
    """Whether an entity has one of the names, or stands in it as a noun if it has none."""
    wanted = [telling_words(name) for name in accepted if name]
    spoken = {word.lower() for name in accepted for word in name.split()}

    def fits(entity: Entity) -> bool:
        if not entity.clusters:
            return bool(entity.called or entity.plural) and any(doc[i].lower_ in spoken for i in entity.named)
        names = [telling_words(cluster.name) for cluster in entity.clusters]
        return any(want <= have or have <= want for want in wanted for have in names)

    return fits


def examples_of(passages: Sequence[Passage], rankers: Sequence[AntecedentRanker | Salience]) -> list[Example]:
    """What each pronoun of all texts may mean; a text is read by the ranker of its fold."""
    found: list[Example] = []
    for number, passage in enumerate(passages):

        def watch(
            token: spacy.tokens.Token,
            pronoun: Pronoun,
            candidates: Sequence[Entity],
            rows: np.ndarray,
            number: int = number,
            passage: Passage = passage,
        ) -> None:
            answer = passage.answers.get(token.i)
            if answer is not None:
                right = rights(answer, candidates)
                named = np.array([bool(entity.clusters) for entity in candidates] + [False])
                found.append(Example(number, passage.shape, pronoun, rows.astype(np.int16), right, named))

        find_actors(passage.doc, passage.article, rankers[number % len(rankers)], watch)  # type: ignore[arg-type]
    return found


def rights(answer: Answer, candidates: Sequence[Entity]) -> np.ndarray:
    """Which candidates are right, and last whether none is."""
    right = [answer.right(entity) for entity in candidates]
    if answer.partial and not any(right):
        # All that is known is whom the pronoun does not mean.
        return np.array([not answer.wrong(entity) for entity in candidates] + [True])
    return np.array([*right, not any(right)])


class Network(torch.nn.Module):
    """One hidden layer over the values of a row."""

    def __init__(self) -> None:
        super().__init__()
        self.values = torch.nn.Embedding(VALUES, HIDDEN)
        torch.nn.init.normal_(self.values.weight, 0, 0.08)
        self.bias = torch.nn.Parameter(torch.zeros(HIDDEN))
        self.output = torch.nn.Parameter(torch.randn(HIDDEN) * 0.3)

    def forward(self, rows: torch.Tensor, drop: float) -> torch.Tensor:
        """A score for each row; a share `drop` of the values is left out."""
        seen = self.values(rows)
        seen = seen * (torch.rand(seen.shape[:3]) > drop).float()[..., None] / (1 - drop)
        return torch.relu(seen.sum(2) + self.bias) @ self.output


def weight_of(example: Example) -> float:
    """What a pronoun counts."""
    if example.pronoun is Pronoun.HE:
        return WEIGHTS[example.shape]
    return WEIGHTS[example.shape] * 1.3 * {"words": 0.25, "ledger": 2.0}.get(example.shape, 1.0)


def trained(examples: Sequence[Example]) -> Network:
    """A network that gives what is right the most."""
    torch.manual_seed(1)
    longest = max(len(example.rows) for example in examples)
    rows = torch.zeros(len(examples), longest, len(GROUPS), dtype=torch.int64)
    right = torch.zeros(len(examples), longest, dtype=torch.bool)
    there = torch.zeros(len(examples), longest, dtype=torch.bool)
    for number, example in enumerate(examples):
        size = len(example.rows)
        rows[number, :size] = torch.from_numpy(example.rows.astype(np.int64))
        right[number, :size] = torch.from_numpy(example.right)
        there[number, :size] = True
    counts = torch.tensor([weight_of(example) for example in examples])
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=4e-3, weight_decay=1e-5)
    steps = EPOCHS * ((len(examples) + 127) // 128)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps, pct_start=0.15)
    for _ in range(EPOCHS):
        order = torch.randperm(len(examples))
        for at in range(0, len(examples), 128):
            part = order[at : at + 128]
            shares = torch.log_softmax(network(rows[part], 0.1).masked_fill(~there[part], -1e9), 1)
            told = torch.logsumexp(shares.masked_fill(~right[part], -1e9), 1)
            loss = -(told * counts[part]).sum() / counts[part].sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return network


def ranker_of(examples: Sequence[Example]) -> AntecedentRanker:
    """The ranker that examples teach, with the precision of the shipped one."""
    network = trained(examples)
    values = network.values.weight.detach().numpy().astype(np.float16).astype(np.float32)
    least = {pronoun: LEAST[pronoun.name.lower()] for pronoun in Pronoun}
    return AntecedentRanker(values, network.bias.detach().numpy(), network.output.detach().numpy(), least)


def report(examples: Sequence[Example], rankers: Sequence[AntecedentRanker]) -> None:
    """Print for each shape and pronoun how many of those resolved are right, and of those to resolve."""
    for shape in WEIGHTS:
        for pronoun in Pronoun:
            said = right = wanted = 0
            for example in examples:
                if example.shape != shape or example.pronoun is not pronoun:
                    continue
                ranker = rankers[example.passage % len(rankers)]
                shares = ranker.shares(example.rows.astype(np.int64))
                best = int(shares.argmax())
                wanted += bool((example.right & example.named).any())
                if example.named[best] and shares[best] >= ranker.least[pronoun]:
                    said += 1
                    right += bool(example.right[best])
            if wanted:
                shown = f"{right / max(1, said):.3f} of {said} right, {right / wanted:.3f} of {wanted} found"
                print(f"{shape:9} {pronoun.name.lower():5} {shown}", flush=True)


def write(out: Path, ranker: AntecedentRanker) -> None:
    """Write the weights with their digests."""
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        out / "antecedents.npz", values=ranker.values.astype(np.float16), bias=ranker.bias, output=ranker.output
    )
    told = {"format": FORMAT, "groups": GROUPS, "least": LEAST}
    (out / "antecedents.json").write_text(json.dumps(told), encoding="utf-8")
    write_sums(out)


def main() -> None:
    """Read, train in rounds, print the figures if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(1)
    passages = list(passages_in(options.corpora))
    print(len(passages), "texts,", sum(len(passage.answers) for passage in passages), "pronouns", flush=True)
    if options.folds:
        rankers: Sequence[AntecedentRanker | Salience] = [Salience()]
        for _ in range(options.rounds):
            examples = examples_of(passages, rankers)
            apart = [[e for e in examples if e.passage % options.folds != fold] for fold in range(options.folds)]
            rankers = [ranker_of(part) for part in apart]
        report(examples, rankers)  # type: ignore[arg-type]
    if options.out:
        rankers = [Salience()]
        for _ in range(options.rounds):
            rankers = [ranker_of(examples_of(passages, rankers))]
        write(options.out, rankers[0])  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
