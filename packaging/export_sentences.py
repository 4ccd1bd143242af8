"""Turns the pretrained sentence encoder, untouched, into what Briefing runs: an int8 ONNX model with its tokenizer.

python packaging/export_sentences.py --encoder MODEL_FOLDER --out resources/models/sentences
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
from transformers import BertModel

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sums import write_sums


class SentenceModel(torch.nn.Module):
    """The mean of the last layer's vectors, of length one."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """A row a sentence."""
        hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        return torch.nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)


def export(encoder: Path, out: Path) -> None:
    """Write `model.onnx`, `tokenizer.json` and `config.json` into the output folder."""
    bert = BertModel.from_pretrained(encoder, attn_implementation="eager", add_pooling_layer=False)
    model = SentenceModel(bert).eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", Path(scratch) / "fused.onnx"
        example = torch.ones(2, 16, dtype=torch.long)
        torch.onnx.export(
            model,
            (example, example),
            str(plain),
            input_names=["pieces", "mask"],
            output_names=["vectors"],
            dynamic_axes={
                "pieces": {0: "sentences", 1: "pieces"},
                "mask": {0: "sentences", 1: "pieces"},
                "vectors": {0: "sentences"},
            },
            opset_version=17,
            dynamo=False,
        )
        found = optimizer.optimize_model(
            str(plain),
            model_type="bert",
            num_heads=bert.config.num_attention_heads,
            hidden_size=bert.config.hidden_size,
        )
        onnx.save(found.model, str(fused))
        quantize_dynamic(
            fused,
            out / "model.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    (out / "config.json").write_text(json.dumps({"format": 1, "version": "1", "width": 384}), encoding="utf-8")
    write_sums(out)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    export(options.encoder, options.out)


if __name__ == "__main__":
    main()
