"""Writes a trained network as ONNX, with the card that says what it is beside it."""
import hashlib
import json

import torch


def write_model(model, example, target, card_format, inputs, outputs, axes, more):
    """`target` without its ending; `more` goes behind what every card has."""
    torch.onnx.export(model, example, f"{target}.onnx", opset_version=16, input_names=inputs, output_names=outputs, dynamic_axes=axes)
    weights = open(f"{target}.onnx", "rb").read()
    card = {
        "format": card_format,
        "sha256": hashlib.sha256(weights).hexdigest(),
        "inputs": inputs,
        "outputs": outputs,
        "parameters": sum(x.numel() for x in model.parameters()),
        **more,
    }
    with open(f"{target}.json", "w") as file:
        json.dump(card, file, indent=2)
        file.write("\n")
