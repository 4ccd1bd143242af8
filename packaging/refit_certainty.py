r"""Solves anew for the certainty of one corpus, by ridge regression on all layers of the finished encoder.

python packaging/refit_certainty.py --data ../shared/eval --encoder MODEL_FOLDER \
    --weights build/roles/weights.pt --out build/roles/refit.pt

The corpus UW has few events, most of them certain, and so the shared training learns its habits last. Negation and
modals are plainer in the lower layers than in the last one, which serves who said what.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from transformers import BertConfig

from train_roles import (
    CORPORA,
    Example,
    RoleModel,
    at_words,
    certainty_examples,
    fitted,
    opened_tokenizer,
    read_lines,
    tensors,
)

BATCH = 48
"""Sentences that are read at once."""


def refit(options: argparse.Namespace) -> None:
    """Write the weights with `certainty_layers` solved for the chosen corpus; all others stay as they are."""
    torch.set_num_threads(options.threads)
    tokenizer = opened_tokenizer(options.encoder)
    model = fitted(BertConfig.from_pretrained(options.encoder), torch.load(options.weights, weights_only=True))
    model.eval()
    sentences = [s for s in read_lines(options.data / "certainty-train.jsonl.gz") if s["corpus"] == options.corpus]
    examples = certainty_examples(sentences, tokenizer)
    column = CORPORA.index(options.corpus)
    features, before, wanted = _events(model, sorted(examples, key=lambda e: len(e.window.pieces)), column)
    weight, bias = ridge(features, wanted - before, options.penalty)
    stretch, shift = stretched(before + features @ weight + bias, wanted)
    print(f"stretch {stretch:.2f}, shift {shift:.2f}")
    with torch.no_grad():
        model.certainty.weight[column] *= stretch
        model.certainty.bias[column] *= stretch
        model.certainty_layers.weight[column] = weight.float() * stretch
        model.certainty_layers.bias[column] = bias * stretch + shift
    torch.save(model.state_dict(), options.out)


def _events(model: RoleModel, examples: list[Example], column: int) -> tuple[Tensor, Tensor, Tensor]:
    """The layers of each event's word, its certainty so far, and the certainty that people gave it."""
    features, before, wanted = [], [], []
    for at in range(0, len(examples), BATCH):
        batch = examples[at : at + BATCH]
        windows = [example.window for example in batch]
        with torch.inference_mode():
            inputs = tensors(windows)
            every = model.layers(*inputs)
            found = at_words(model.certainty(functional.gelu(model.certainty_inner(every[-1]))), windows)
            layers = at_words(torch.cat(every, -1), windows)
        for row, example in enumerate(batch):
            for word, _, value in example.events:
                features.append(layers[row, word])
                before.append(found[row, word, column])
                wanted.append(value)
    return torch.stack(features).double(), torch.stack(before).double(), torch.tensor(wanted, dtype=torch.float64)


def ridge(features: Tensor, wanted: Tensor, penalty: float) -> tuple[Tensor, float]:
    """Weights and bias of the ridge regression of `wanted` on `features` (Hoerl and Kennard 1970)."""
    mean, offset = features.mean(0), wanted.mean()
    centred = features - mean
    square = centred.T @ centred + penalty * torch.eye(centred.shape[1], dtype=torch.float64)
    weight = torch.linalg.solve(square, centred.T @ (wanted - offset))
    return weight, float(offset - mean @ weight)


def stretched(found: Tensor, wanted: Tensor) -> tuple[float, float]:
    """Factor and shift with the least absolute error once values are cut to the scale, where most events lie at +3."""
    choices = [(1 + 0.05 * factor, 0.05 * shift) for factor in range(13) for shift in range(-20, 13)]

    def error(choice: tuple[float, float]) -> float:
        values = (found * choice[0] + choice[1]).clamp(-3, 3)
        correlation = torch.corrcoef(torch.stack([values, wanted]))[0, 1]
        return float((values - wanted).abs().mean() + 1 - correlation)

    return min(choices, key=error)


def main() -> None:
    """Read the arguments and refit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of certainty-train")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpus", choices=CORPORA, default="UW")
    parser.add_argument("--penalty", type=float, default=100.0, help="of squared weights")
    parser.add_argument("--threads", type=int, default=1)
    refit(parser.parse_args())


if __name__ == "__main__":
    main()
