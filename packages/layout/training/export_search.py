"""Writes a trained search model with its card: python3 export_search.py OUT/last.pt packages/layout/models/search-model."""
import sys

import torch

from search_model import FORM_WIDTH, ROOM_WIDTH, UNIT_WIDTH, SearchModel
from write_model import write_model

FORMAT = "enfilade.search-model/1"
INPUTS = ["room", "room_type", "units", "unit_words", "unit_mask", "forms", "form_mask"]
OUTPUTS = ["shares", "gains"]


def main():
    checkpoint, target = sys.argv[1:3]
    state = torch.load(checkpoint)
    model = SearchModel(**state["shape"])
    model.load_state_dict(state["model"])
    model.eval()
    b, q, f = 2, 4, 7
    example = (
        torch.rand(b, ROOM_WIDTH), torch.ones(b, dtype=torch.int64), torch.rand(b, q, UNIT_WIDTH), torch.ones(b, q, dtype=torch.int64),
        torch.ones(b, q), torch.rand(b, q, f, FORM_WIDTH), torch.ones(b, q, f),
    )
    axes = {name: {0: "batch"} for name in INPUTS}
    for name in ("units", "unit_words", "unit_mask", "forms", "form_mask"):
        axes[name][1] = "unit"
    for name in ("forms", "form_mask"):
        axes[name][2] = "form"
    more = {
        "steps": state["step"],
        "rooms": state["rooms"],
        "seed": state["seed"],
        "vocabulary": state["vocabulary"],
    }
    write_model(model, example, target, FORMAT, INPUTS, OUTPUTS, axes, more)


if __name__ == "__main__":
    main()
