"""Teaches a narrower role encoder to answer as the trained one does, in two thirds of the time.

python packaging/distil_roles.py --data ../shared/eval --encoder MODEL_FOLDER \
    --teacher build/weights.pt --widths 384,896,576,832,704,384 --out build/student --minutes 70

Each inner layer keeps those of its units that matter most, its outputs are solved for anew, and then the whole
follows the teacher's hidden vectors, tags and joins (Jiao et al. 2020, TinyBERT), beside the corpus's own answers.
"""

import argparse
import copy
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from train_roles import (
    JOINS_SHARE,
    Example,
    RoleModel,
    answers_loss,
    at_words,
    batches,
    certainty_examples,
    certainty_loss,
    fitted,
    follow,
    half_precision,
    joins,
    loss_of_average,
    opened_tokenizer,
    read_lines,
    role_examples,
    save,
    shuffled,
    tensors,
    words_mask,
)

HIDDEN_SHARE = 1.0
"""Weight of the distance between hidden vectors beside the loss of tags and joins."""

ANSWERS_SHARE = 0.5
"""Weight of the corpus's own answers beside the teacher's."""

OBSERVED = 40
"""Batches on which the units of the inner layers are weighed."""


def narrowed(teacher: RoleModel, widths: Sequence[int], observed: Sequence[Sequence[Example]]) -> RoleModel:
    """A copy of the teacher with inner layers of the given widths, their outputs closest to the teacher's."""
    student = copy.deepcopy(teacher)
    every = _activations(teacher, observed)
    for number, (layer, seen, width) in enumerate(zip(student.encoder.encoder.layer, every, widths, strict=True)):
        error = _narrow(layer, _chosen(seen, layer.output.dense.weight, width), seen)
        print(f"layer {number}: {width} of {seen.shape[1]} units kept, {error:.3f} left unexplained", flush=True)
    return student


def _activations(model: RoleModel, observed: Sequence[Sequence[Example]]) -> list[Tensor]:
    """For each layer what its inner units gave for the pieces of some batches; shape (pieces, units)."""
    rows: dict[int, list[Tensor]] = {}
    layers: list[BertLayer] = list(model.encoder.encoder.layer)
    masks: list[Tensor] = []

    def observer(number: int) -> Callable[[nn.Module, object, Tensor], None]:
        return lambda _module, _inputs, output: rows.setdefault(number, []).append(output.float()[masks[-1]])

    hooks = [layer.intermediate.register_forward_hook(observer(number)) for number, layer in enumerate(layers)]
    with torch.inference_mode(), half_precision():
        for batch in observed:
            inputs = tensors([example.window for example in batch])
            masks.append(inputs[1] > 0)
            model.layers(*inputs)
    for hook in hooks:
        hook.remove()
    return [torch.cat(rows[number]) for number in range(len(layers))]


def _chosen(seen: Tensor, outgoing: Tensor, width: int) -> Tensor:
    """Indices of the units that move the layer's output most."""
    weight = seen.square().mean(0).sqrt() * outgoing.norm(dim=0)
    return weight.topk(width).indices.sort().values


def _narrow(layer: BertLayer, kept: Tensor, seen: Tensor) -> float:
    """Leave the chosen units in a layer and solve for their outgoing weights, by ridge regression.

    Returns:
        The share of the variance of the layer's output that is lost.
    """
    with torch.no_grad():
        whole = seen @ layer.output.dense.weight.T
        part = torch.cat([seen[:, kept], torch.ones(len(seen), 1)], 1).double()
        square = part.T @ part
        square += 1e-3 * square.diagonal().mean() * torch.eye(len(square), dtype=torch.float64)
        solved = torch.linalg.solve(square, part.T @ whole.double()).float()
        error = (part.float() @ solved - whole).square().mean() / whole.var()
        inner, outer = nn.Linear(layer.intermediate.dense.in_features, len(kept)), nn.Linear(len(kept), whole.shape[1])
        inner.weight.copy_(layer.intermediate.dense.weight[kept])
        inner.bias.copy_(layer.intermediate.dense.bias[kept])
        outer.weight.copy_(solved[:-1].T)
        outer.bias.copy_(layer.output.dense.bias + solved[-1])
        layer.intermediate.dense, layer.output.dense = inner, outer
    return float(error)


def imitation_loss(student: RoleModel, teacher: RoleModel, batch: Sequence[Example], hidden: float) -> Tensor:
    """How far the student is from the teacher and, for windows with answers, from these."""
    windows = [example.window for example in batch]
    inputs = tensors(windows, hidden)
    with torch.inference_mode(), half_precision():
        model_layers = teacher.layers(*inputs)
        wanted = [layer.float() for layer in model_layers]
        wanted_heads = [head.float() for head in _heads(teacher, model_layers[-1])]
    wanted, wanted_heads = [layer.clone() for layer in wanted], [head.clone() for head in wanted_heads]
    with half_precision():
        layers = student.layers(*inputs)
        heads = [head.float() for head in _heads(student, layers[-1])]
    real = inputs[1] > 0
    loss = torch.zeros(())
    for own, other in zip(layers[1:], wanted[1:], strict=True):
        loss = loss + HIDDEN_SHARE * _distance(own.float()[real], other[real])
    mask = words_mask(windows)
    own_tags, other_tags = at_words(heads[0], windows), at_words(wanted_heads[0], windows)
    loss = loss + _divergence(own_tags, other_tags)[mask > 0].mean()
    own_pairs = joins(student, heads[1:], windows, mask)
    with torch.no_grad():
        other_pairs = joins(teacher, wanted_heads[1:], windows, mask)
        said = (mask > 0) & (other_tags.argmax(-1) > 0)
    if said.any():
        loss = loss + JOINS_SHARE * _divergence(own_pairs, other_pairs)[said].mean()
    if batch[0].tags:
        loss = loss + ANSWERS_SHARE * answers_loss(student, batch, own_tags, own_pairs, mask)
    return loss


def _heads(model: RoleModel, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Tag scores, joining and heading vectors and the score of belonging to no cue, a row a piece."""
    joining = functional.gelu(model.joining(hidden))
    heading = functional.gelu(model.heading(hidden))
    return model.tags(hidden), joining, heading, model.nothing(joining)


def _distance(own: Tensor, other: Tensor) -> Tensor:
    """Mean squared distance of vectors in units of the other's variance."""
    return (own - other).square().mean() / other.var()


def _divergence(own: Tensor, other: Tensor) -> Tensor:
    """Kullback-Leibler divergence of the own from the other's distribution in the last dimension."""
    return functional.kl_div(own.log_softmax(-1), other.log_softmax(-1), reduction="none", log_target=True).sum(-1)


def distil(options: argparse.Namespace) -> None:
    """Narrow the teacher, let the student follow it for `options.minutes`, and save its running average."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    tokenizer = opened_tokenizer(options.encoder)
    articles = read_lines(options.data / "polnear-train.jsonl.gz")
    dev = role_examples(read_lines(options.data / "polnear-dev.jsonl.gz"), tokenizer)
    certain = certainty_examples(read_lines(options.data / "certainty-train.jsonl.gz"), tokenizer)
    config = BertConfig.from_pretrained(options.encoder)
    for share in ("hidden_dropout_prob", "attention_probs_dropout_prob"):
        setattr(config, share, 0.0)
    teacher = fitted(config, torch.load(options.teacher, weights_only=True))
    teacher.dropout.p = 0.0
    teacher.eval()
    examples = role_examples(articles, tokenizer)
    print(f"dev loss of the teacher {loss_of_average(teacher, teacher.state_dict(), dev):.4f}", flush=True)
    if options.start:
        student = fitted(config, torch.load(options.start, weights_only=True))
        student.dropout.p = 0.0
    else:
        student = narrowed(teacher, options.widths, list(batches(examples, 12, rng))[:OBSERVED])
    for frozen in (student.encoder.embeddings.word_embeddings, student.encoder.embeddings.position_embeddings):
        frozen.requires_grad_(False)
    average = {name: value.detach().clone() for name, value in student.state_dict().items()}
    print(f"dev loss at the start {loss_of_average(student, average, dev):.4f}", flush=True)
    trained = [p for p in student.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=options.rate, weight_decay=0.01)
    certainty_batches = shuffled(certain, 32, rng)
    start, step, epoch, saved, lost = time.monotonic(), 0, 0, time.monotonic(), 0.0
    while time.monotonic() - start < 60 * options.minutes:
        examples = role_examples(articles, tokenizer, epoch % 4, options.again)
        for batch in batches(examples, options.batch, rng):
            share = (time.monotonic() - start) / (60 * options.minutes)
            if share >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = options.rate * min((step + 1) / 100, 1.0) * (1 - share)
            student.train()
            loss = imitation_loss(student, teacher, batch, options.hidden)
            lost += loss.item()
            if step % 4 == 3:
                sentences = next(certainty_batches)
                loss = loss + certainty_loss(student, sentences) + imitation_loss(student, teacher, sentences, 0.0)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            step += 1
            follow(average, student, min(options.decay, step / (step + 20)))
            if step % 25 == 0:
                print(f"step {step} {(time.monotonic() - start) / 60:.1f} min {lost / 25:.4f}", flush=True)
                lost = 0.0
            if time.monotonic() - saved > 300:
                saved = time.monotonic()
                save(average, options.out)
        epoch += 1
        print(f"epoch {epoch}: dev loss {loss_of_average(student, average, dev):.4f}", flush=True)
    save(average, options.out)
    print("done", step, flush=True)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def main() -> None:
    """Read the arguments and distil."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of polnear-train and certainty-train")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--teacher", type=Path, required=True, help="weights to learn from")
    parser.add_argument("--widths", type=_numbers, help="units of each inner layer, first to last")
    parser.add_argument("--start", type=Path, help="a student's weights to go on from, instead of cutting the teacher")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=70)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate")
    parser.add_argument("--decay", type=float, default=0.998, help="of the running average, a step")
    parser.add_argument("--hidden", type=float, default=0.06, help="share of the pieces masked")
    parser.add_argument("--again", type=float, default=0.0, help="share of windows quoted in part that come twice")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    distil(parser.parse_args())


if __name__ == "__main__":
    main()
