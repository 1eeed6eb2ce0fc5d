"""The denoiser: a small U-Net that predicts how to mix each pixel's neighbours, at five sizes."""
import torch
import torch.nn as nn
import torch.nn.functional as F

# Of the mixing windows, pixels a side, and channels from full to a sixteenth of the size.
WINDOW = 5
WIDTHS = (16, 24, 32, 48, 48)
SIZES = 5


def block(before, after):
    return nn.Sequential(nn.Conv2d(before, after, 3, padding=1), nn.ReLU(), nn.Conv2d(after, after, 3, padding=1), nn.ReLU())


def mix(light, weights):
    """Each pixel as the weighted mean of its window; weights B x 25 x H x W add up to 1."""
    reach = WINDOW // 2
    b, c, h, w = light.shape
    padded = F.pad(light, (reach, reach, reach, reach), mode="replicate")
    if torch.is_grad_enabled():
        windows = F.unfold(padded, WINDOW).view(b, c, WINDOW * WINDOW, h, w)
        return (windows * weights[:, None]).sum(2)
    # The same in operators that run anywhere, one neighbour at a time.
    total = 0
    for y in range(WINDOW):
        for x in range(WINDOW):
            part = y * WINDOW + x
            total = total + padded[:, :, y : y + h, x : x + w] * weights[:, part : part + 1]
    return total


class Denoiser(nn.Module):
    """light: radiance x exposure / base colour; guides: albedo 3, normal 3, nearness 1. Sides are multiples of 16."""

    def __init__(self):
        super().__init__()
        self.first = block(10, WIDTHS[0])
        self.down = nn.ModuleList([block(a, b) for a, b in zip(WIDTHS, WIDTHS[1:])])
        self.up = nn.ModuleList([block(b + a, a) for a, b in zip(WIDTHS, WIDTHS[1:])])
        # A window for each size, and how much of the smaller size is taken.
        self.heads = nn.ModuleList([nn.Conv2d(width, WINDOW * WINDOW + 1, 1) for width in WIDTHS[:SIZES]])

    def forward(self, light, guides):
        x = self.first(torch.cat([torch.log1p(8 * light) / 3, guides], 1))
        levels = [x]
        for down in self.down:
            x = down(F.avg_pool2d(x, 2))
            levels.append(x)
        features = {len(self.up): x}
        for size in reversed(range(len(self.up))):
            x = self.up[size](torch.cat([F.interpolate(x, scale_factor=2, mode="nearest"), levels[size]], 1))
            features[size] = x
        lights = [light]
        for _ in range(SIZES - 1):
            lights.append(F.avg_pool2d(lights[-1], 2))
        result = None
        for size in reversed(range(SIZES)):
            said = self.heads[size](features[size])
            mixed = mix(lights[size], torch.softmax(said[:, :-1], 1))
            if result is not None:
                share = torch.sigmoid(said[:, -1:])
                coarse = F.interpolate(result, scale_factor=2, mode="bilinear", align_corners=False)
                mixed = mixed + share * (coarse - mixed)
            result = mixed
        return result
