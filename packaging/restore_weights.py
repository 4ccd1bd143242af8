"""Turns the model that Briefing runs back into weights that can be trained further, rounded as the model is.

python packaging/restore_weights.py --model resources/models/roles --encoder MODEL_FOLDER --out build/restored.pt
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import BertConfig

sys.path.insert(0, str(Path(__file__).resolve().parent))

from train_roles import fitted

Arrays = dict[str, NDArray[np.float32]]


def restore(options: argparse.Namespace) -> None:
    """Write the state of a `RoleModel`."""
    graph = onnx.load(str(options.model / "model.onnx")).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found: Arrays = {name: value for name, value in stored.items() if value.dtype == np.float32}
    for name in [name.removesuffix("_quantized") for name in stored if name.endswith("_quantized")]:
        whole = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
        found[name] = whole * stored[f"{name}_scale"]
    weights: Arrays = {name: value for name, value in found.items() if "." in name and not name.startswith("onnx")}
    for node in graph.node:
        weights.update(_of_product(node, found))
    config = json.loads((options.model / "config.json").read_text(encoding="utf-8"))
    weights["transitions"] = np.array(config["transitions"], dtype=np.float32)
    weights["distance.weight"] = np.array(config["distance"], dtype=np.float32)[:, None]
    state = {name: torch.from_numpy(value.copy()) for name, value in weights.items() if not name.endswith("_scale")}
    model = fitted(BertConfig.from_pretrained(options.encoder), state)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out)


def _of_product(node: onnx.NodeProto, found: Arrays) -> Arrays:
    """The weights of a product, named as in the `RoleModel`; empty for any other node."""
    matrices = [found[name.removesuffix("_quantized")] for name in node.input if _matrix(name) in found]
    if node.op_type == "QAttention":
        layer = f"encoder.encoder.layer.{node.name.split('_')[1]}.attention.self"
        parts = np.split(matrices[0], 3, axis=1)
        biases = np.split(found[node.input[2]], 3)
        named = dict(zip(("query", "key", "value"), zip(parts, biases, strict=True), strict=True))
        return {f"{layer}.{part}.weight": weight.T for part, (weight, _) in named.items()} | {
            f"{layer}.{part}.bias": bias for part, (_, bias) in named.items()
        }
    if "MatMul" in node.op_type and len(matrices) == 1:
        path = node.name.split("/MatMul")[0].strip("/").replace("encoder/encoder", "encoder.encoder")
        return {f"{path.replace('/', '.')}.weight": matrices[0].T}
    return {}


def _matrix(name: str) -> str:
    return name.removesuffix("_quantized") if name.endswith("_quantized") or name.startswith("onnx::") else ""


def main() -> None:
    """Read the arguments and restore."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of model.onnx and config.json")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", type=Path, required=True)
    restore(parser.parse_args())


if __name__ == "__main__":
    main()
