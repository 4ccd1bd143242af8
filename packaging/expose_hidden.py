"""Gives an exported role encoder one more output: the hidden vectors that the heads over claims look at.

python packaging/expose_hidden.py resources/models/roles/model.onnx
"""

import sys
from pathlib import Path

import onnx

HIDDEN = "hidden"


def expose(path: Path) -> None:
    """Name the last layer's vectors, and give them as an output; does nothing where that is done."""
    model = onnx.load(path)
    if any(output.name == HIDDEN for output in model.graph.output):
        return
    last = next(node for node in reversed(model.graph.node) if node.op_type == "LayerNormalization")
    before = last.output[0]
    last.output[0] = HIDDEN
    for node in model.graph.node:
        for at, name in enumerate(node.input):
            if name == before:
                node.input[at] = HIDDEN
    model.graph.output.append(
        onnx.helper.make_tensor_value_info(HIDDEN, onnx.TensorProto.FLOAT, ["windows", "pieces", None])
    )
    onnx.save(model, path)


if __name__ == "__main__":
    expose(Path(sys.argv[1]))
