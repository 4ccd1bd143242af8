"""Trains the role encoder on the PolNeAR corpus and event certainty, and writes its weights for export.

Repeat it with the corpora at hand (packaging/requirements-train.txt holds what it needs beside the program):

    python packaging/train_roles.py --data ../shared/eval --encoder MODEL_FOLDER --out build/roles --minutes 70

The learning rate falls linearly with the time spent, so that a run ends when it was told to, on any machine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.analysis.encoder.encoder_windows import WINDOW_PIECES, Case, Quoted, Window, windows_of, words_in

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
CUE = ROLES.index("cue")
JOIN_SIZE = 128
FARTHEST = 10
"""Distance classes of the joining head: powers of two of the words between, on either side."""
CORPORA = ("UW", "UDS_IH2")
CERTAINTY_SHARE = 0.25
"""Weight of the loss of certainty beside the loss of roles."""
JOINS_SHARE = 0.3
"""Weight of the loss of joins beside that of tags."""
MASK_PIECE = 103
"""Number of `[MASK]` in the vocabulary of BERT, uncased."""


class RoleModel(nn.Module):
    """An encoder with four heads: tags, their transitions, joining of words to cues, certainty of events."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.quoted = nn.Embedding(len(Quoted), size)
        self.case = nn.Embedding(len(Case), size)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(size, len(TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.joining = nn.Linear(size, JOIN_SIZE)
        self.heading = nn.Linear(size, JOIN_SIZE)
        self.nothing = nn.Linear(JOIN_SIZE, 1)
        self.distance = nn.Embedding(2 * FARTHEST + 1, 1)
        self.certainty_inner = nn.Linear(size, 128)
        self.certainty = nn.Linear(128, len(CORPORA))
        # Left at zero in training; refit_certainty.py solves for it on the finished encoder.
        self.certainty_layers = nn.Linear(size * (config.num_hidden_layers + 1), len(CORPORA)).requires_grad_(False)
        nn.init.zeros_(self.certainty_layers.weight)
        nn.init.zeros_(self.certainty_layers.bias)
        for embedding in (self.quoted, self.case, self.distance):
            nn.init.zeros_(embedding.weight)

    def forward(self, pieces: Tensor, mask: Tensor, quoted: Tensor, case: Tensor) -> tuple[Tensor, ...]:
        """For each piece: tag scores, joining and heading vectors, score of belonging to no cue, certainty."""
        layers = self.layers(pieces, mask, quoted, case)
        hidden = self.dropout(layers[-1])
        joining = functional.gelu(self.joining(hidden))
        heading = functional.gelu(self.heading(hidden))
        certainty = self.certainty(functional.gelu(self.certainty_inner(hidden)))
        certainty = certainty + self.certainty_layers(torch.cat(layers, -1))
        return self.tags(hidden), joining, heading, self.nothing(joining).squeeze(-1), certainty

    def layers(self, pieces: Tensor, mask: Tensor, quoted: Tensor, case: Tensor) -> tuple[Tensor, ...]:
        """The encoder's hidden vectors of each piece, from the embeddings to the last layer."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.quoted(quoted) + self.case(case)
        found = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True)
        return tuple(found.hidden_states)


@dataclass(frozen=True)
class Example:
    """A window with its answers.

    `tags` and `cues` hold a number for each word: its tag, and the word that begins the cue of its attribution,
    -1 for none, -2 for a word that is in no source and no content. `events` are (word, corpus, certainty).
    """

    window: Window
    tags: tuple[int, ...]
    cues: tuple[int, ...]
    events: tuple[tuple[int, int, float], ...] = ()


def opened_tokenizer(encoder: Path) -> Tokenizer:
    """The tokenizer in the folder of an encoder, which neither cuts nor fills what it is given."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_lines(path: Path) -> list[dict]:
    """Read the objects of a gzipped file, one a line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of each line of `text` that holds words."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def role_examples(articles: Sequence[dict], tokenizer: Tokenizer, shift: int = 0, again: float = 0.0) -> list[Example]:
    """Windows with answers; `shift` paragraphs are windowed alone first, so that other neighbours meet.

    A share `again` of the windows with content that is quoted in part comes twice: it is rare and hard.
    """
    rng = random.Random(shift)
    examples = []
    for article in articles:
        text = article["text"]
        by_start: dict[int, tuple[str, int, int]] = {}
        for number, attribution in enumerate(article["attributions"]):
            for role in ROLES:
                for start, end in attribution[role]:
                    by_start[start] = (role, end, number)
        paragraphs = [words_in(text, *paragraph) for paragraph in paragraphs_of(text)]
        spans = sorted((start, end, role, number) for start, (role, end, number) in by_start.items())
        groups = [paragraphs[:shift], paragraphs[shift:]] if shift else [paragraphs]
        for group in groups:
            for window in windows_of(group, tokenizer, together=WINDOW_PIECES):
                example = _answered(window, spans, article["attributions"])
                examples.append(example)
                if again and rng.random() < again and _is_mixed(example):
                    examples.append(example)
    return examples


def _is_mixed(example: Example) -> bool:
    """Whether some content of a window has words inside and outside quotation marks, by the first piece of each."""
    places: dict[int, set[int]] = {}
    for word, (tag, cue) in enumerate(zip(example.tags, example.cues, strict=True)):
        if tag and (tag - 1) // 2 == ROLES.index("content") and cue >= 0:
            places.setdefault(cue, set()).add(example.window.quoted[example.window.first[word]])
    return any({Quoted.INSIDE, Quoted.OUTSIDE} <= found for found in places.values())


def _answered(window: Window, spans: list[tuple[int, int, str, int]], attributions: list[dict]) -> Example:
    tags, cues = [0] * len(window.words), [-2] * len(window.words)
    owner: dict[int, int] = {}
    cue_word: dict[int, int] = {}
    at = 0
    previous = None
    for index, word in enumerate(window.words):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        inside = next((span for span in spans[at : at + 3] if span[0] < word.end and word.start < span[1]), None)
        if inside is not None:
            role = ROLES.index(inside[2])
            tags[index] = 1 + 2 * role + (0 if previous != inside else 1)
            owner[index] = inside[3]
            if role == CUE:
                cue_word.setdefault(inside[3], index)
        previous = inside
    for index, number in owner.items():
        if (tags[index] - 1) // 2 != CUE:
            cues[index] = cue_word.get(number, -1)
    return Example(window, tuple(tags), tuple(cues))


def certainty_examples(sentences: Sequence[dict], tokenizer: Tokenizer) -> list[Example]:
    """One window for each sentence, its words joined by blanks."""
    examples = []
    for sentence in sentences:
        text = " ".join(sentence["words"])
        starts, at = [], 0
        for word in sentence["words"]:
            starts.append(at)
            at += len(word) + 1
        (window,) = list(windows_of([words_in(text, 0, len(text))], tokenizer, 400))[:1] or [None]
        if window is None:
            continue
        index = {word.start: number for number, word in enumerate(window.words)}
        corpus = CORPORA.index(sentence["corpus"])
        events = tuple(
            (index[starts[word]], corpus, value) for word, value in sentence["events"] if starts[word] in index
        )
        if events:
            examples.append(Example(window, (), (), events))
    return examples


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of like length, in random order."""
    order = list(range(len(examples)))
    rng.shuffle(order)
    pools = [order[i : i + size * 20] for i in range(0, len(order), size * 20)]
    found = []
    for pool in pools:
        pool.sort(key=lambda i: len(examples[i].window.pieces))
        found += [[examples[i] for i in pool[j : j + size]] for j in range(0, len(pool), size)]
    rng.shuffle(found)
    yield from found


def tensors(windows: Sequence[Window], hidden: float = 0.0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, mask, quoted and case of windows, padded to the longest; shape (windows, pieces) each.

    A share `hidden` of the pieces is replaced by the mask, so that the encoder learns to lean on their surroundings.
    """
    width = max(len(window.pieces) for window in windows)

    def padded(rows: list[tuple[int, ...]]) -> Tensor:
        return torch.tensor([list(row) + [0] * (width - len(row)) for row in rows])

    mask = padded([(1,) * len(window.pieces) for window in windows])
    pieces = padded([w.pieces for w in windows])
    if hidden:
        pieces = torch.where(torch.rand(pieces.shape) < hidden, torch.full_like(pieces, MASK_PIECE), pieces)
    return (
        pieces,
        mask,
        padded([w.quoted for w in windows]),
        padded([w.case for w in windows]),
    )


def at_words(values: Tensor, windows: Sequence[Window]) -> Tensor:
    """Values at the first piece of each word; from (windows, pieces, n) to (windows, words, n)."""
    width = max(len(window.words) for window in windows)
    index = torch.tensor([list(w.first) + [0] * (width - len(w.first)) for w in windows])
    return values.gather(1, index.unsqueeze(-1).expand(-1, -1, values.shape[-1]))


def distance_class(width: int) -> Tensor:
    """Class of the distance from word i (row) to word j (column)."""
    offset = torch.arange(width).unsqueeze(0) - torch.arange(width).unsqueeze(1)
    size = (offset.abs().float() + 1).log2().floor().long().clamp(max=FARTHEST)
    return torch.where(offset < 0, -size, size) + FARTHEST


def crf_loss(scores: Tensor, tags: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
    """Negative log-likelihood of a linear-chain CRF (Lafferty et al. 2001), a word on average."""
    gold = scores.gather(2, tags.unsqueeze(-1)).squeeze(-1)
    steps = transitions[tags[:, :-1], tags[:, 1:]]
    path = (gold * mask).sum(1) + (steps * mask[:, 1:]).sum(1)
    total = scores[:, 0]
    for at in range(1, scores.shape[1]):
        following = torch.logsumexp(total.unsqueeze(2) + transitions, 1) + scores[:, at]
        total = torch.where(mask[:, at].unsqueeze(1) > 0, following, total)
    return (torch.logsumexp(total, 1) - path).sum() / mask.sum()


def half_precision() -> torch.autocast:
    """Compute the encoder in bfloat16 where that is faster: half the time on some processors, and the same loss."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=_half_is_faster())


@cache
def _half_is_faster() -> bool:
    left, right = torch.randn(1500, 384), torch.randn(384, 1536)

    def seconds(one: Tensor, other: Tensor) -> float:
        times = []
        for _ in range(8):
            begun = time.perf_counter()
            torch.mm(one, other)
            times.append(time.perf_counter() - begun)
        return min(times)

    return seconds(left.bfloat16(), right.bfloat16()) < seconds(left, right)


def fitted(config: BertConfig, weights: dict[str, Tensor]) -> RoleModel:
    """The model with these weights; its inner layers as wide as they are there."""
    model = RoleModel(config)
    for number, layer in enumerate(model.encoder.encoder.layer):
        width, size = weights[f"encoder.encoder.layer.{number}.intermediate.dense.weight"].shape
        layer.intermediate.dense, layer.output.dense = nn.Linear(size, width), nn.Linear(width, size)
    loaded = model.load_state_dict(weights, strict=False)
    # Weights from before the layers' own output was added lack it; it starts at zero.
    missing = [name for name in loaded.missing_keys if not name.startswith("certainty_layers.")]
    if missing or loaded.unexpected_keys:
        raise ValueError(f"these are no weights of the model: {missing} are missing, {loaded.unexpected_keys} unknown")
    return model


def role_loss(model: RoleModel, examples: Sequence[Example], hidden: float = 0.0) -> Tensor:
    """Loss of the tags and of the joins of one batch, a share `hidden` of the pieces masked."""
    windows = [example.window for example in examples]
    with half_precision():
        tags, joining, heading, nothing, _ = (found.float() for found in model(*tensors(windows, hidden)))
    mask = words_mask(windows)
    pairs = joins(model, (joining, heading, nothing.unsqueeze(-1)), windows, mask)
    return answers_loss(model, examples, at_words(tags, windows), pairs, mask)


def words_mask(windows: Sequence[Window]) -> Tensor:
    """1 where a window has a word, else 0; shape (windows, words)."""
    mask = torch.zeros(len(windows), max(len(window.words) for window in windows))
    for row, window in enumerate(windows):
        mask[row, : len(window.words)] = 1
    return mask


def joins(model: RoleModel, heads: Sequence[Tensor], windows: Sequence[Window], mask: Tensor) -> Tensor:
    """Scores of each word (row) to belong to the cue that begins at another, and to none (the last column).

    `heads` are the joining and heading vectors of each piece, and its score of belonging to none.
    """
    joining, heading, nothing = (at_words(head, windows) for head in heads)
    pairs = joining @ heading.transpose(1, 2) / math.sqrt(JOIN_SIZE)
    pairs = pairs + model.distance(distance_class(mask.shape[1])).squeeze(-1)
    return torch.cat([pairs.masked_fill(mask.unsqueeze(1) == 0, -1e4), nothing], 2)


def answers_loss(model: RoleModel, examples: Sequence[Example], tags: Tensor, pairs: Tensor, mask: Tensor) -> Tensor:
    """Loss of tag scores and joins, a row a word, against the corpus's answers."""
    gold = torch.zeros(mask.shape, dtype=torch.long)
    cues = torch.full(mask.shape, -2)
    for row, example in enumerate(examples):
        gold[row, : len(example.tags)] = torch.tensor(example.tags)
        cues[row, : len(example.cues)] = torch.tensor(example.cues)
    loss = crf_loss(tags, gold, mask, model.transitions)
    wanted = torch.where(cues == -1, torch.full_like(cues, mask.shape[1]), cues)
    chosen = cues > -2
    return loss + JOINS_SHARE * functional.cross_entropy(pairs[chosen], wanted[chosen]) if chosen.any() else loss


def certainty_loss(model: RoleModel, examples: Sequence[Example]) -> Tensor:
    """Loss of the certainty of the events of one batch."""
    windows = [example.window for example in examples]
    with half_precision():
        *_, certainty = (found.float() for found in model(*tensors(windows)))
    certainty = at_words(certainty, windows)
    rows = [(row, word, corpus, value) for row, e in enumerate(examples) for word, corpus, value in e.events]
    row, word, corpus, value = zip(*rows, strict=True)
    found = certainty[list(row), list(word), list(corpus)]
    return CERTAINTY_SHARE * functional.smooth_l1_loss(found, torch.tensor(value))


def shuffled(examples: Sequence[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches without end."""
    while True:
        yield from batches(examples, size, rng)


def train(options: argparse.Namespace) -> None:
    """Train for `options.minutes` and save the running average of the weights."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    tokenizer = opened_tokenizer(options.encoder)
    articles = read_lines(options.data / "polnear-train.jsonl.gz")
    certain = certainty_examples(read_lines(options.data / "certainty-train.jsonl.gz"), tokenizer)
    model = RoleModel(BertConfig.from_pretrained(options.encoder))
    missing = model.encoder.load_state_dict(
        BertModel.from_pretrained(options.encoder, add_pooling_layer=False).state_dict()
    )
    print("loaded", missing, flush=True)
    if options.start:
        print("from", options.start, model.load_state_dict(torch.load(options.start), strict=False), flush=True)
    dev = role_examples(read_lines(options.data / "polnear-dev.jsonl.gz"), tokenizer)
    for frozen in (model.encoder.embeddings.word_embeddings, model.encoder.embeddings.position_embeddings):
        frozen.requires_grad_(False)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in known and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": 5 * options.rate}],
        weight_decay=0.01,
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    start, step, epoch = time.monotonic(), 0, 0
    seconds = options.minutes * 60
    certainty_batches = shuffled(certain, 32, rng)
    saved = 0.0
    sums = {"role": 0.0, "certainty": 0.0}
    while time.monotonic() - start < seconds:
        examples = role_examples(articles, tokenizer, epoch % 4, options.again)
        print(f"epoch {epoch}: {len(examples)} windows, {(time.monotonic() - start) / 60:.1f} min", flush=True)
        for batch in batches(examples, options.batch, rng):
            share = (time.monotonic() - start) / seconds
            if share >= 1:
                break
            factor = min((step + 1) / 60, 1.0) * (1 - share)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            model.train()
            loss = role_loss(model, batch, options.hidden)
            sums["role"] += loss.item()
            if step % 4 == 3:
                extra = certainty_loss(model, next(certainty_batches))
                sums["certainty"] += extra.item()
                loss = loss + extra
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            follow(average, model, min(options.decay, step / (step + 20)))
            if step % 25 == 0:
                spent = (time.monotonic() - start) / 60
                print(
                    f"step {step} {spent:.1f} min role {sums['role'] / 25:.4f} certainty {sums['certainty'] / 6:.4f}",
                    flush=True,
                )
                sums = dict.fromkeys(sums, 0.0)
            if time.monotonic() - saved > 300:
                saved = time.monotonic()
                save(average, options.out)
        epoch += 1
        print(f"dev loss {loss_of_average(model, average, dev):.4f}", flush=True)
    save(average, options.out)
    print("done", step, flush=True)


def follow(average: dict[str, Tensor], model: RoleModel, decay: float) -> None:
    """Move the running average of the weights towards the model's, by one less `decay` of the way."""
    with torch.no_grad():
        for name, value in model.state_dict().items():
            if value.dtype.is_floating_point:
                average[name].mul_(decay).add_(value, alpha=1 - decay)


def loss_of_average(model: RoleModel, average: dict[str, Tensor], examples: Sequence[Example]) -> float:
    """Loss a batch of the averaged weights on examples that are not trained on; the model is left as it was."""
    current = {name: value.detach().clone() for name, value in model.state_dict().items()}
    model.load_state_dict(average)
    model.eval()
    with torch.no_grad():
        losses = [role_loss(model, batch).item() for batch in batches(examples, 12, random.Random(1))]
    model.load_state_dict(current)
    return sum(losses) / len(losses)


def save(weights: dict[str, Tensor], folder: Path) -> None:
    """Write the weights at once or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(weights, folder / "weights.new")
    (folder / "weights.new").replace(folder / "weights.pt")


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of polnear-train and certainty-train")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=70)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate of the encoder")
    parser.add_argument("--decay", type=float, default=0.998, help="of the running average, a step")
    parser.add_argument("--hidden", type=float, default=0.0, help="share of the pieces masked")
    parser.add_argument("--again", type=float, default=0.0, help="share of windows quoted in part that come twice")
    parser.add_argument("--seed", type=int, default=1, help="another one gives another order and other dropout")
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
