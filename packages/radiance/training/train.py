"""Trains the denoiser: python3 train.py VIEWS OUT [--minutes M] [--seed S]. VIEWS: what render-views.ts wrote. Resumes from OUT/last.pt.

Noise to noise (Lehtinen et al., 2018): the target is another noisy render, its mean is the truth, so no picture needs to converge.
"""
import argparse
import glob
import os
import random
import time

import numpy as np
import torch

from model import Denoiser

CROP, BATCH, RATE = 64, 4, 2e-3
# One view in so many is held out.
HELD = 12
LEAST_ALBEDO = 0.02


def read_views(folder):
    views = []
    for path in sorted(glob.glob(f"{folder}/*.f32")):
        planes = np.fromfile(path, np.float32)
        side = int(round((len(planes) / 16) ** 0.5))
        views.append(torch.from_numpy(planes.reshape(16, side, side)))
    return views


def crop(view, dice):
    side = view.shape[1]
    y, x = dice.randrange(side - CROP + 1), dice.randrange(side - CROP + 1)
    part = view[:, y : y + CROP, x : x + CROP].clone()
    # Mirrored and turned, with the normals that the camera then sees.
    if dice.random() < 0.5:
        part = part.flip(2)
        part[3] = -part[3]
    if dice.random() < 0.3:
        part = part.transpose(1, 2).clone()
        part[[3, 4]] = part[[4, 3]]
    # Light of other strength and colour is as likely.
    strength = 2 ** dice.uniform(-1.5, 1.5)
    tint = [strength * 2 ** dice.uniform(-0.25, 0.25) for _ in range(3)]
    part[7:] *= torch.tensor(tint * 3).view(9, 1, 1)
    return part


def split(parts, dice):
    """Guides, noisy light and the other render, of which the target is."""
    guides, few, more, most = parts[:, :7], parts[:, 7:10], parts[:, 10:13], parts[:, 13:]
    base = guides[:, :3].clamp(min=LEAST_ALBEDO)
    if dice.random() < 0.35:
        return few / base, guides, base, (8 * more + 24 * most) / 32
    if dice.random() < 0.3:
        return (2 * few + 8 * more) / 10 / base, guides, base, most
    return more / base, guides, base, (2 * few + 24 * most) / 26


def loss_of(model, light, guides, base, target):
    made = model(light, guides) * base
    # Squared error over what is shown: means stay means, and dark places count as one sees them.
    error = (made - target) ** 2 / (made.detach().mean(1, keepdim=True) ** 1.5 + 0.02)
    return error.clamp(max=4).mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("views")
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)
    model = Denoiser()
    optimiser = torch.optim.Adam(model.parameters(), RATE)
    step, last = 0, f"{options.out}/last.pt"
    if os.path.exists(last):
        state = torch.load(last)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        step = state["step"]
    print(sum(x.numel() for x in model.parameters()), "parameters", flush=True)
    views = read_views(options.views)
    end, total, told = time.time() + 60 * options.minutes, 0.0, time.time()
    begin = time.time()
    while time.time() < end:
        if step % 200 == 0 and step > 0:
            views = read_views(options.views)
        rest = (end - time.time()) / (end - begin)
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 30) * (0.05 + 0.95 * rest)
        taught = [view for index, view in enumerate(views) if index % HELD != 5]
        parts = torch.stack([crop(dice.choice(taught), dice) for _ in range(BATCH)])
        loss = loss_of(model, *split(parts, dice))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimiser.step()
        step, total = step + 1, total + loss.item()
        if step % 25 == 0:
            print(step, f"{total / 25:.4f}", f"held {held_loss(model, views):.4f}", f"{time.time() - told:.1f} s", flush=True)
            total, told = 0.0, time.time()
            torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step}, last)
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step}, last)


@torch.no_grad()
def held_loss(model, views):
    held = torch.stack([view for index, view in enumerate(views) if index % HELD == 5])
    guides, base = held[:, :7], held[:, :3].clamp(min=LEAST_ALBEDO)
    return loss_of(model, held[:, 10:13] / base, guides, base, held[:, 13:]).item()


if __name__ == "__main__":
    main()
