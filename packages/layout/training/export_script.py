"""Writes a trained script model with its card: python3 export_script.py OUT/last.pt packages/layout/models/script-model."""
import hashlib
import json
import sys

import torch

from script_model import ScriptModel

FORMAT = "enfilade.script-model/1"
INPUTS = ["tokens", "past"]
OUTPUTS = ["logits", "present"]


def main():
    checkpoint, target = sys.argv[1:3]
    state = torch.load(checkpoint)
    model = ScriptModel(**state["shape"])
    model.load_state_dict(state["model"])
    model.eval()
    past = torch.rand(*model.empty(1).shape[:3], 5, model.empty(1).shape[4])
    axes = {"tokens": {1: "word"}, "past": {3: "before"}, "logits": {1: "word"}, "present": {3: "after"}}
    example = (torch.ones(1, 3, dtype=torch.int64), past)
    torch.onnx.export(model, example, f"{target}.onnx", opset_version=16, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes)
    weights = open(f"{target}.onnx", "rb").read()
    card = {
        "format": FORMAT,
        "sha256": hashlib.sha256(weights).hexdigest(),
        "inputs": INPUTS,
        "outputs": OUTPUTS,
        "parameters": sum(x.numel() for x in model.parameters()),
        "steps": state["step"],
        "rooms": state["rooms"],
        "seed": state["seed"],
        "vocabulary": state["vocabulary"],
    }
    with open(f"{target}.json", "w") as file:
        json.dump(card, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
