"""Writes a trained place model with its card: python3 export.py OUT/last.pt DATA packages/layout/models/place-model."""
import json
import sys

import numpy as np
import torch

from model import PLACE_WIDTH, ROOM_WIDTH, THING_WIDTH, UNIT_WIDTH, PlaceModel
from write_model import write_model

FORMAT = "enfilade.place-model/1"
INPUTS = ["room", "room_type", "places", "place_mask", "units", "unit_words", "unit_mask", "things", "thing_words", "thing_mask"]
OUTPUTS = ["scores", "next", "size"]


def calm(table, seen):
    """What no room of the data had is read as the mean of what they had, not as the noise it began with."""
    seen = np.unique(seen)
    unseen = np.setdiff1d(np.arange(len(table)), seen)
    table[unseen] = table[seen].mean(0)
    print(f"{len(unseen)} of {len(table)} words were not seen")


def main():
    checkpoint, data, target = sys.argv[1:4]
    state = torch.load(checkpoint)
    model = PlaceModel(**state["shape"])
    model.load_state_dict(state["model"])
    model.eval()
    read = lambda name: np.fromfile(f"{data}/{name}.i32", np.int32)
    with torch.no_grad():
        calm(model.words.weight, np.concatenate([read("unitWord"), read("thingWord")]))
        calm(model.rooms.weight, read("roomType"))
    b, p, q, o = 2, 9, 4, 3
    words = lambda n: torch.ones(b, n, dtype=torch.int64)
    example = (
        torch.rand(b, ROOM_WIDTH), torch.ones(b, dtype=torch.int64), torch.rand(b, p, PLACE_WIDTH), torch.ones(b, p),
        torch.rand(b, q, UNIT_WIDTH), words(q), torch.ones(b, q), torch.rand(b, o, THING_WIDTH), words(o), torch.ones(b, o),
    )
    axes = {name: {0: "batch"} for name in INPUTS}
    for prefix in ("place", "unit", "thing"):
        for name in (f"{prefix}s", f"{prefix}_mask", f"{prefix}_words"):
            if name in axes:
                axes[name][1] = prefix
    more = {
        "shape": state["shape"],
        "steps": state["step"],
        "vocabulary": json.load(open(f"{data}/vocabulary.json")),
    }
    write_model(model, example, target, FORMAT, INPUTS, OUTPUTS, axes, more)


if __name__ == "__main__":
    main()
