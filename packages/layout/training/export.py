"""Writes a trained place model as ONNX: python3 export.py OUT/last.pt VOCABULARY MODEL.onnx."""
import json
import sys

import torch

from model import PLACE_WIDTH, ROOM_WIDTH, THING_WIDTH, UNIT_WIDTH, PlaceModel


def main():
    checkpoint, vocabulary, target = sys.argv[1:4]
    state = torch.load(checkpoint)
    model = PlaceModel(**state["shape"])
    model.load_state_dict(state["model"])
    model.eval()
    b, p, q, o = 2, 9, 4, 3
    words = lambda n: torch.ones(b, n, dtype=torch.int64)
    example = (
        torch.rand(b, ROOM_WIDTH), torch.ones(b, dtype=torch.int64), torch.rand(b, p, PLACE_WIDTH), torch.ones(b, p),
        torch.rand(b, q, UNIT_WIDTH), words(q), torch.ones(b, q), torch.rand(b, o, THING_WIDTH), words(o), torch.ones(b, o),
    )
    names = ["room", "room_type", "places", "place_mask", "units", "unit_words", "unit_mask", "things", "thing_words", "thing_mask"]
    axes = {name: {0: "batch"} for name in names}
    for name in ("places", "place_mask"):
        axes[name][1] = "place"
    for name in ("units", "unit_words", "unit_mask"):
        axes[name][1] = "unit"
    for name in ("things", "thing_words", "thing_mask"):
        axes[name][1] = "thing"
    torch.onnx.export(model, example, target, opset_version=16, input_names=names, output_names=["scores", "next", "size"], dynamic_axes=axes)
    import onnx

    file = onnx.load(target)
    entry = file.metadata_props.add()
    entry.key, entry.value = "vocabulary", json.dumps(json.load(open(vocabulary)), separators=(",", ":"))
    onnx.save(file, target)


if __name__ == "__main__":
    main()
