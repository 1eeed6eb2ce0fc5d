"""Writes a trained script model with its card: python3 export_script.py OUT/last.pt packages/layout/models/script-model."""
import sys

import torch

from script_model import ScriptModel
from write_model import write_model

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
    more = {
        "steps": state["step"],
        "rooms": state["rooms"],
        "seed": state["seed"],
        "vocabulary": state["vocabulary"],
    }
    write_model(model, example, target, FORMAT, INPUTS, OUTPUTS, axes, more)


if __name__ == "__main__":
    main()
