"""Turns trained weights into what Briefing runs: an int8 ONNX model with its tokenizer and configuration.

python packaging/export_roles.py --weights build/roles/weights.pt --encoder MODEL_FOLDER --out resources/models/roles
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

# Before onnxruntime is imported, which reports to its maker otherwise.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from transformers import BertConfig

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sums import write_sums
from train_roles import CORPORA, RoleModel, fitted

INPUTS = ("pieces", "mask", "quoted", "case")
OUTPUTS = ("tags", "joining", "heading", "nothing", "certainty")


def export(options: argparse.Namespace) -> None:
    """Write `model.onnx`, `tokenizer.json` and `config.json` into the output folder."""
    config = BertConfig.from_pretrained(options.encoder, attn_implementation="eager")
    model = fitted(config, torch.load(options.weights, weights_only=True))
    model.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", Path(scratch) / "fused.onnx"
        _trace(model, plain)
        _fuse(plain, fused, config)
        if options.float:
            shutil.copy(fused, options.out / "model.onnx")
        else:
            quantize_dynamic(
                fused,
                options.out / "model.onnx",
                weight_type=QuantType.QInt8,
                # One scale for a whole matrix costs about one point of who-said-what on the development articles.
                per_channel=not options.per_tensor,
                # Its inputs, the layers side by side, differ too much in size to share one scale.
                nodes_to_exclude=["/certainty_layers/MatMul"],
                # Shapes behind a fused operator cannot be inferred; every value of the model is a float.
                extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            )
    shutil.copy(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    (options.out / "config.json").write_text(json.dumps(_configuration(model, options.version)), encoding="utf-8")
    write_sums(options.out)


def _trace(model: RoleModel, path: Path) -> None:
    example = torch.ones(2, 16, dtype=torch.long)
    torch.onnx.export(
        model,
        (example, example, example, example),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
        opset_version=17,
        dynamo=False,
    )


def _fuse(plain: Path, fused: Path, config: BertConfig) -> None:
    found = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size
    )
    print(found.get_fused_operator_statistics())
    _split_norms(found.model.graph)
    onnx.save(found.model, str(fused))


def _split_norms(graph: onnx.GraphProto) -> None:
    """Undo the fusing of sums with layer norms: onnxruntime computes them apart in two thirds of the time.

    The bias is added last, as the runtime would fuse the other order again.
    """
    nodes: list[onnx.NodeProto] = []
    for number, node in enumerate(graph.node):
        if node.op_type != "SkipLayerNormalization":
            nodes.append(node)
            continue
        left, right, weight, shift, *bias = node.input
        epsilon = next(attribute.f for attribute in node.attribute if attribute.name == "epsilon")
        value = f"sum_{number}"
        nodes.append(onnx.helper.make_node("Add", [left, right], [value]))
        if bias and bias[0]:
            nodes.append(onnx.helper.make_node("Add", [value, bias[0]], [f"biased_{number}"]))
            value = f"biased_{number}"
        norm = [value, weight, shift]
        nodes.append(onnx.helper.make_node("LayerNormalization", norm, [node.output[0]], axis=-1, epsilon=epsilon))
    del graph.node[:]
    graph.node.extend(nodes)


def _configuration(model: RoleModel, version: str) -> dict[str, object]:
    return {
        "format": 1,
        "version": version,
        "transitions": [[round(value, 5) for value in row] for row in model.transitions.tolist()],
        "distance": [round(value, 5) for value in model.distance.weight.squeeze(-1).tolist()],
        "certainty_scales": list(CORPORA),
    }


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--float", action="store_true", help="leave the weights as they are, to compare with")
    parser.add_argument("--per-tensor", action="store_true", help="one scale for a whole weight matrix")
    export(parser.parse_args())


if __name__ == "__main__":
    main()
