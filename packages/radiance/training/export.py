"""Writes the trained denoiser: python3 export.py OUT/last.pt ../models. Weights are kept in 16 bits, the arithmetic is in 32."""
import hashlib
import json
import sys

import torch

from model import Denoiser


class Short(torch.nn.Module):
    """A convolution whose weights lie in 16 bits."""

    def __init__(self, conv):
        super().__init__()
        self.weight = torch.nn.Parameter(conv.weight.half())
        self.bias, self.padding = conv.bias, conv.padding

    def forward(self, x):
        return torch.nn.functional.conv2d(x, self.weight.float(), self.bias, padding=self.padding)


def shorten(module):
    for name, child in module.named_children():
        if isinstance(child, torch.nn.Conv2d):
            setattr(module, name, Short(child))
        else:
            shorten(child)


torch.manual_seed(0)
model = Denoiser()
state = torch.load(sys.argv[1])
model.load_state_dict(state["model"])
model.eval()
shorten(model)
example = (torch.rand(1, 3, 64, 80), torch.rand(1, 7, 64, 80))
target = f"{sys.argv[2]}/denoiser"
axes = {name: {2: "height", 3: "width"} for name in ("light", "guides", "clean")}
with torch.no_grad():
    torch.onnx.export(model, example, f"{target}.onnx", opset_version=16, input_names=["light", "guides"], output_names=["clean"], dynamic_axes=axes, do_constant_folding=False)
weights = open(f"{target}.onnx", "rb").read()
card = {
    "format": "enfilade.denoiser/1",
    "sha256": hashlib.sha256(weights).hexdigest(),
    "inputs": ["light", "guides"],
    "outputs": ["clean"],
    "parameters": sum(x.numel() for x in model.parameters()),
    "steps": state["step"],
    "task": "Mixes each pixel's neighbours so that a view of few paths looks as one of many; light = radiance x exposure / base colour.",
    "data": "Renders of the ten rooms of training/prompts.txt by this program's own path tracer; no outside pictures.",
    "licence": "Apache-2.0",
}
with open(f"{target}.json", "w") as file:
    json.dump(card, file, indent=2)
    file.write("\n")
with torch.no_grad():
    print(model(*example)[0, 0, 0, :4].tolist(), len(weights), "bytes")
