"""Trains the script model: python3 train_script.py DATA OUT [--minutes M] [--steps N] [--seed S]. Resumes from OUT/last.pt."""
import argparse
import json
import os
import time

import numpy as np
import torch

from script_model import ScriptModel

TURNS, THING = 8, 5
FIELDS = ["kind", "size", "x", "y", "yaw"]
# One room in so many is held out.
HELD = 16
# How often some things are put first in any order, as if they stood there already.
STANDING = 0.3


def read_lines(folder):
    words = np.fromfile(f"{folder}/words.u16", np.uint16).astype(np.int64)
    lengths = np.fromfile(f"{folder}/lengths.i32", np.int32).reshape(-1, 2)
    ends = np.cumsum(lengths[:, 0])
    return [(words[end - length : end], things) for end, (length, things) in zip(ends, lengths)]


def with_standing(line, things, random):
    """Some of the things first, in any order; the rest as it was."""
    count = (len(line) - 1 - things) // THING
    if count < 2 or random.random() >= STANDING:
        return line, things
    first = random.permutation(count)[: random.integers(1, count)]
    order = np.concatenate([first, np.setdiff1d(np.arange(count), first)])
    moved = line[things:-1].reshape(count, THING)[order].reshape(-1)
    # What stands there is given, not to be learned.
    return np.concatenate([line[:things], moved, line[-1:]]), things + THING * len(first)


def batch_of(lines):
    width = max(len(line) for line, _ in lines)
    tokens, weight = np.zeros((len(lines), width), np.int64), np.zeros((len(lines), width), np.float32)
    for i, (line, begin) in enumerate(lines):
        tokens[i, : len(line)] = line
        weight[i, begin : len(line)] = 1
    return torch.from_numpy(tokens), torch.from_numpy(weight)


def losses(model, lines):
    """Mean cross-entropy of the words to be learned, and of each field of a thing."""
    tokens, weight = batch_of(lines)
    logits, _ = model(tokens[:, :-1], model.empty(len(lines)))
    loss = torch.nn.functional.cross_entropy(logits.transpose(1, 2), tokens[:, 1:], reduction="none")
    weight = weight[:, 1:]
    begins = torch.tensor([begin for _, begin in lines]).unsqueeze(1)
    field = (torch.arange(1, tokens.shape[1]) - begins) % THING
    parts = [((loss * weight)[field == k].sum() / weight[field == k].sum()).item() for k in range(THING)]
    return (loss * weight).sum() / weight.sum(), parts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=3e-3)
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("THREADS", "1")))
    torch.manual_seed(options.seed)
    vocabulary, lines = json.load(open(f"{options.data}/vocabulary.json")), read_lines(options.data)
    rooms = len(lines) // TURNS
    order = np.random.default_rng(0).permutation(rooms)
    held = max(1, rooms // HELD)
    test, train = [lines[TURNS * k] for k in order[:held]], order[held:]
    shape = dict(words=len(vocabulary["words"]))
    model = ScriptModel(**shape)
    adam = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.05, betas=(0.9, 0.98))
    os.makedirs(options.out, exist_ok=True)
    step, last = 0, f"{options.out}/last.pt"
    if os.path.exists(last):
        state = torch.load(last)
        model.load_state_dict(state["model"])
        adam.load_state_dict(state["adam"])
        step = state["step"]
    print(f"{sum(x.numel() for x in model.parameters())} parameters, {len(train)} rooms to train on, {held} held out, from step {step}", flush=True)
    save = lambda: torch.save(dict(model=model.state_dict(), adam=adam.state_dict(), step=step, shape=shape, vocabulary=vocabulary, rooms=rooms, seed=options.seed), last)
    began, running = time.time(), []
    while step < options.steps and time.time() - began < options.minutes * 60:
        # Drawn anew from seed and step, so that a run that was cut goes on as one that was not.
        random = np.random.default_rng([options.seed, step])
        for group in adam.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 60) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / options.steps)))
        chosen = random.choice(train, options.batch, replace=False)
        loss, parts = losses(model, [with_standing(*lines[TURNS * k + random.integers(TURNS)], random) for k in chosen])
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        running.append([loss.item(), *parts])
        step += 1
        if step % 100 == 0 or step == options.steps:
            with torch.no_grad():
                shown = [[whole.item(), *parts] for whole, parts in (losses(model, test[k : k + 24]) for k in range(0, held, 24))]
            show = lambda rows: " ".join(f"{name} {value:.3f}" for name, value in zip(["all", *FIELDS], np.mean(rows, 0)))
            print(f"step {step} {time.time() - began:.0f} s  train {show(running)}  held out {show(shown)}", flush=True)
            running = []
            save()
    save()


if __name__ == "__main__":
    main()
