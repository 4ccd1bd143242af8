"""Averages the weights of several training runs that began from one another; better than any of them alone.

usage: python packaging/average_weights.py OUT.pt WEIGHTS.pt WEIGHTS.pt ...

Wortsman et al. (2022), "Model soups": runs that went on from the same weights lie in one basin.
"""

import sys
from pathlib import Path

import torch
from torch import Tensor


def averaged(runs: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight over the runs that have it; numbers that are no weights are those of the last run."""
    found: dict[str, Tensor] = {}
    for name, value in runs[-1].items():
        values = [run[name] for run in runs if name in run]
        found[name] = torch.stack(values).mean(0) if value.dtype.is_floating_point else value
    return found


def main() -> None:
    """Read the files, average and write."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    out, *files = map(Path, sys.argv[1:])
    torch.save(averaged([torch.load(file, weights_only=True) for file in files]), out)


if __name__ == "__main__":
    main()
