"""Trains the search model: python3 train_search.py FILE.jsonl OUT [--minutes M] [--steps N] [--seed S]. Resumes from OUT/last.pt."""
import argparse
import json
import os
import time

import numpy as np
import torch

from search_model import FORM_WIDTH, GAINS, ROOM_WIDTH, UNIT_WIDTH, SearchModel

# How much worse than the best a start may be and still teach, and gains from which they count, in costs.
HEAT, LEAST = 0.5, 0.02
# One room in so many is held out.
HELD = 12


def read_rooms(path):
    rooms = []
    for line in open(path):
        row = json.loads(line)
        if "starts" not in row:
            continue
        q, f = row["shape"][1:3]
        room = dict(
            room=np.array(row["room"], np.float32), room_type=row["room_type"],
            units=np.array(row["units"], np.float32).reshape(q, UNIT_WIDTH), words=np.array(row["unit_words"]),
            forms=np.array(row["forms"], np.float32).reshape(q, f, FORM_WIDTH),
        )
        # A form without penalty, size and pieces is padding.
        room["mask"] = (np.abs(room["forms"]).sum(-1) > 0).astype(np.float32)
        cost = np.array([start["cost"] for start in row["starts"]])
        weight = np.exp(-(cost - cost.min()) / HEAT)
        weight /= weight.sum()
        target = np.zeros((q, f + 2), np.float32)
        for start, share in zip(row["starts"], weight):
            for unit, form in enumerate(start["forms"]):
                # −1: no place; −2: a form that only the room gives.
                target[unit, form if form >= 0 else f + (0 if form == -1 else 1)] += share
        room["target"] = target
        # What start k + 1 gains, over all orders of the starts after the first: its mean.
        n = len(cost)
        gain = np.zeros(GAINS, np.float32)
        for turn in range(n - 1):
            order = np.concatenate([cost[:1], np.roll(cost[1:], turn)])
            best = np.minimum.accumulate(order)
            gain += np.minimum(4, best[:GAINS] - best[1 : GAINS + 1]) / (n - 1)
        room["gain"] = gain
        rooms.append(room)
    return rooms


def batch_of(rooms):
    b, q, f = len(rooms), max(len(r["units"]) for r in rooms), max(r["forms"].shape[1] for r in rooms)
    inputs = dict(
        room=np.stack([r["room"] for r in rooms]), room_type=np.array([r["room_type"] for r in rooms], np.int64),
        units=np.zeros((b, q, UNIT_WIDTH), np.float32), unit_words=np.zeros((b, q), np.int64), unit_mask=np.zeros((b, q), np.float32),
        forms=np.zeros((b, q, f, FORM_WIDTH), np.float32), form_mask=np.zeros((b, q, f), np.float32),
    )
    target = np.zeros((b, q, f + 2), np.float32)
    for i, r in enumerate(rooms):
        n, m = r["forms"].shape[:2]
        inputs["units"][i, :n], inputs["unit_words"][i, :n], inputs["unit_mask"][i, :n] = r["units"], r["words"], 1
        inputs["forms"][i, :n, :m], inputs["form_mask"][i, :n, :m] = r["forms"], r["mask"]
        target[i, :n, :m], target[i, :n, f:] = r["target"][:, :m], r["target"][:, m:]
    tensors = {name: torch.from_numpy(np.ascontiguousarray(table)) for name, table in inputs.items()}
    return tensors, torch.from_numpy(target), torch.from_numpy(np.stack([r["gain"] for r in rooms]))


def losses(model, rooms):
    inputs, target, gain = batch_of(rooms)
    logits, gains = model(**inputs)
    form = -(target * torch.log_softmax(logits, -1)).sum() / target.sum()
    # Gains are many small and few large: a Poisson likelihood fits their mean.
    worth = (torch.exp(gains) - (gain + LEAST) * gains).mean()
    return form, worth


def noisy(rooms, random):
    """Measures shaken a little, words left out now and then: the bulk is small."""
    shaken = []
    for r in rooms:
        words = np.where(random.random(len(r["words"])) < 0.1, 0, r["words"])
        shake = lambda table: table * (1 + 0.02 * random.standard_normal(table.shape).astype(np.float32))
        shaken.append({**r, "words": words, "room": shake(r["room"]), "units": shake(r["units"])})
    return shaken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--steps", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=2e-3)
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("THREADS", "1")))
    torch.manual_seed(options.seed)
    rooms = read_rooms(options.data)
    vocabulary = json.load(open(f"{options.data}.vocabulary.json"))
    order = np.random.default_rng(0).permutation(len(rooms))
    held = max(1, len(rooms) // HELD)
    test, train = [rooms[k] for k in order[:held]], [rooms[k] for k in order[held:]]
    shape = dict(words=len(vocabulary["words"]), rooms=len(vocabulary["rooms"]))
    model = SearchModel(**shape)
    adam = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.1, betas=(0.9, 0.98))
    os.makedirs(options.out, exist_ok=True)
    step, last = 0, f"{options.out}/last.pt"
    if os.path.exists(last):
        state = torch.load(last)
        model.load_state_dict(state["model"])
        adam.load_state_dict(state["adam"])
        step = state["step"]
    print(f"{sum(x.numel() for x in model.parameters())} parameters, {len(train)} rooms to train on, {held} held out, from step {step}", flush=True)
    save = lambda: torch.save(dict(model=model.state_dict(), adam=adam.state_dict(), step=step, shape=shape, vocabulary=vocabulary, rooms=len(rooms), seed=options.seed), last)
    began, running = time.time(), []
    while step < options.steps and time.time() - began < options.minutes * 60:
        # Drawn anew from seed and step, so that a run that was cut goes on as one that was not.
        random = np.random.default_rng([options.seed, step])
        for group in adam.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / options.steps)))
        chosen = [train[k] for k in random.choice(len(train), min(options.batch, len(train)), replace=False)]
        form, worth = losses(model, noisy(chosen, random))
        adam.zero_grad()
        (form + 0.3 * worth).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        running.append([form.item(), worth.item()])
        step += 1
        if step % 100 == 0 or step == options.steps:
            model.eval()
            with torch.no_grad():
                parts = [losses(model, test[k : k + 32]) for k in range(0, held, 32)]
            model.train()
            show = lambda pairs: " ".join(f"{value:.3f}" for value in np.mean(pairs, 0))
            print(f"step {step} {time.time() - began:.0f} s  train {show(running)}  held out {show([[f.item(), w.item()] for f, w in parts])}", flush=True)
            running = []
            save()
    save()


if __name__ == "__main__":
    main()
