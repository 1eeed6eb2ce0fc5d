"""Trains the place model on exported samples: python3 train.py DATA OUT [--minutes M] [--seed S]. Resumes from OUT/last.pt."""
import argparse
import json
import os
import time

import numpy as np
import torch

from model import DEPTH_BINS, PLACE_WIDTH, ROOM_WIDTH, THING_WIDTH, UNIT_WIDTH, WIDTH_BINS, PlaceModel

SOLUTIONS, SHARES = 8, 3
# Columns of a place that trade places, and that change sign, when the room is mirrored at x = 0.
SWAP = list(range(PLACE_WIDTH))
SWAP[7], SWAP[8] = 8, 7
for ray in range(12):
    SWAP[10 + ray] = 10 + (6 - ray) % 12
SWAP[22], SWAP[23], SWAP[24], SWAP[25] = 23, 22, 25, 24
SIGN = np.ones(PLACE_WIDTH, np.float32)
SIGN[[3, 6, 29, 32]] = -1


class Rooms:
    def __init__(self, folder):
        read = lambda name, kind: np.fromfile(f"{folder}/{name}.{kind}", np.float32 if kind == "f32" else np.int32)
        self.vocabulary = json.load(open(f"{folder}/vocabulary.json"))
        self.room, self.room_type, self.seed = read("room", "f32").reshape(-1, ROOM_WIDTH), read("roomType", "i32"), read("seed", "i32")
        self.places, self.place_at = read("places", "f32").reshape(-1, PLACE_WIDTH), self.offsets(read("placesN", "i32"))
        self.units, self.unit_at = read("units", "f32").reshape(-1, UNIT_WIDTH), self.offsets(read("unitsN", "i32"))
        self.unit_word = read("unitWord", "i32")
        self.label = read("labelPlace", "i32").reshape(-1, SOLUTIONS, SHARES)
        self.share = read("labelShare", "f32").reshape(-1, SOLUTIONS, SHARES)
        self.size = read("labelSize", "f32").reshape(-1, 2)
        self.cost = read("solCost", "f32").reshape(-1, SOLUTIONS)
        self.things, self.thing_at = read("things", "f32").reshape(-1, THING_WIDTH), self.offsets(read("thingsN", "i32"))
        self.thing_word, self.thing_unit = read("thingWord", "i32"), read("thingUnit", "i32")

    @staticmethod
    def offsets(counts):
        return np.concatenate([[0], np.cumsum(counts)])

    def __len__(self):
        return len(self.room)

    def batch(self, rows, random, heat=0.4, augment=True):
        """Random turns and mirrors; a random part of each best layout stands there already, the rest is to be placed."""
        b = len(rows)
        most = lambda at: max(1, max(at[r + 1] - at[r] for r in rows))
        p, q, o, words = most(self.place_at), most(self.unit_at), most(self.thing_at), len(self.vocabulary["words"])
        out = {
            "room": self.room[rows], "room_type": self.room_type[rows].astype(np.int64),
            "places": np.zeros((b, p, PLACE_WIDTH), np.float32), "place_mask": np.zeros((b, p), np.float32),
            "units": np.zeros((b, q, UNIT_WIDTH), np.float32), "unit_words": np.zeros((b, q), np.int64), "unit_mask": np.zeros((b, q), np.float32),
            "things": np.zeros((b, o, THING_WIDTH), np.float32), "thing_words": np.zeros((b, o), np.int64), "thing_mask": np.zeros((b, o), np.float32),
        }
        target, following = np.zeros((b, q, p + 1), np.float32), np.zeros((b, words), np.float32)
        size, has_size = np.zeros((b, q, 2), np.int64), np.zeros((b, q), np.float32)
        for i, r in enumerate(rows):
            turn, flip = (random.uniform(0, 2 * np.pi), random.random() < 0.5) if augment else (0.0, False)
            places = self.places[self.place_at[r] : self.place_at[r + 1]]
            things = self.things[self.thing_at[r] : self.thing_at[r + 1]].copy()
            if flip:
                places = places[:, SWAP] * SIGN
                things[:, [0, 3]] *= -1
            c, s = np.cos(turn), np.sin(turn)
            places = places.copy()
            for table, x in ((places, 3), (things, 0)):
                for k in (x, x + 2):
                    a, e = table[:, k].copy(), table[:, k + 1].copy()
                    table[:, k], table[:, k + 1] = a * c - e * s, a * s + e * c
            n = len(places)
            out["places"][i, :n], out["place_mask"][i, :n] = places, 1
            first, count = self.unit_at[r], self.unit_at[r + 1] - self.unit_at[r]
            placed = np.zeros(count, bool)
            if random.random() > 0.35 and count > 1:
                placed[random.permutation(count)[: random.integers(1, count)]] = True
            unit_of = self.thing_unit[self.thing_at[r] : self.thing_at[r + 1]]
            stand = np.flatnonzero(placed[unit_of]) if len(unit_of) else []
            out["things"][i, : len(stand)], out["thing_mask"][i, : len(stand)] = things[stand], 1
            out["thing_words"][i, : len(stand)] = self.thing_word[self.thing_at[r] : self.thing_at[r + 1]][stand]
            rest = np.flatnonzero(~placed)
            m = len(rest)
            out["units"][i, :m], out["unit_words"][i, :m], out["unit_mask"][i, :m] = self.units[first + rest], self.unit_word[first + rest], 1
            cost = self.cost[r]
            weight = np.exp(-(cost - cost.min()) / heat) * (cost < 90)
            if placed.any():
                weight = (np.arange(SOLUTIONS) == 0) * 1.0
            weight = weight / weight.sum()
            for j, u in enumerate(rest):
                at, share = self.label[first + u], self.share[first + u]
                for k in np.flatnonzero(weight > 0.01):
                    if at[k, 0] < 0:
                        target[i, j, p] += weight[k]
                    for place, part in zip(at[k], share[k]):
                        if place >= 0:
                            target[i, j, place] += weight[k] * part
                if self.size[first + u, 0] > 0:
                    has_size[i, j] = 1
                    size[i, j] = np.clip((self.size[first + u] * 10).astype(int), 0, [WIDTH_BINS - 1, DEPTH_BINS - 1])
                following[i, self.unit_word[first + u]] += 1 / m
            # A unit without a place of its own kind (a kitchen run) is no target.
            target[i, :m] /= np.maximum(target[i, :m].sum(-1, keepdims=True), 1e-6)
        tensor = {k: torch.from_numpy(v) for k, v in out.items()}
        return tensor, [torch.from_numpy(v) for v in (target, following, size, has_size)]


def losses(model, inputs, target, following, size, has_size):
    scores, following_logits, size_logits = model(**inputs)
    count = target.sum()
    place = -(target * torch.log_softmax(scores, -1)).sum() / count
    entropy = -(target * torch.log(target.clamp_min(1e-9))).sum() / count
    mask = following.sum(-1) > 0
    after = -(following * torch.log_softmax(following_logits, -1)).sum() / mask.sum().clamp_min(1)
    width, depth = size_logits[..., :WIDTH_BINS], size_logits[..., WIDTH_BINS:]
    pick = lambda logits, k: -torch.gather(torch.log_softmax(logits, -1), -1, size[..., k : k + 1]).squeeze(-1)
    sizes = ((pick(width, 0) + pick(depth, 1)) * has_size).sum() / has_size.sum().clamp_min(1)
    hit = ((scores.argmax(-1, keepdim=True) == target.argmax(-1, keepdim=True)).squeeze(-1) * target.sum(-1)).sum() / count
    return place, entropy, after, sizes, hit


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--width", type=int, default=48)
    parser.add_argument("--layers", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("THREADS", "1")))
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    rooms = Rooms(options.data)
    os.makedirs(options.out, exist_ok=True)
    order = np.random.default_rng(0).permutation(len(rooms))
    test, train = order[: max(100, len(rooms) // 25)], order[max(100, len(rooms) // 25) :]
    shape = dict(words=len(rooms.vocabulary["words"]), rooms=len(rooms.vocabulary["rooms"]), d=options.width, layers=options.layers)
    model = PlaceModel(**shape)
    adam = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.02, betas=(0.9, 0.98))
    step, last = 0, f"{options.out}/last.pt"
    if os.path.exists(last):
        state = torch.load(last)
        model.load_state_dict(state["model"])
        adam.load_state_dict(state["adam"])
        step = state["step"]
        random = np.random.default_rng(options.seed + step)
    print(f"{sum(x.numel() for x in model.parameters())} parameters, {len(train)} rooms to train on, {len(test)} held out, from step {step}", flush=True)
    began = time.time()
    running = []
    first = step
    while step < options.steps and time.time() - began < options.minutes * 60:
        # Rooms with about as many places share a batch: less padding.
        pool = random.choice(train, options.batch * 8, replace=len(train) < options.batch * 8)
        pool = pool[np.argsort(rooms.place_at[pool + 1] - rooms.place_at[pool])]
        for at in random.permutation(8):
            # Falls over the steps or the time given, whichever ends first.
            share = max(step / options.steps, (time.time() - began) / (options.minutes * 60))
            rate = options.rate * min(1, (step - first + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1, share))))
            for group in adam.param_groups:
                group["lr"] = rate
            inputs, labels = rooms.batch(pool[at * options.batch : (at + 1) * options.batch], random)
            place, entropy, after, sizes, hit = losses(model, inputs, *labels)
            adam.zero_grad()
            (place + 0.1 * after + 0.1 * sizes).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            running.append([place.item(), entropy.item(), after.item(), sizes.item(), hit.item()])
            step += 1
        if step % 160 < 8:
            model.eval()
            with torch.no_grad():
                calm = np.random.default_rng(7)
                held = []
                for k in range(0, len(test), 48):
                    inputs, labels = rooms.batch(test[k : k + 48], calm, augment=False)
                    held.append([value.item() for value in losses(model, inputs, *labels)])
            model.train()
            show = lambda rows: " ".join(f"{v:.3f}" for v in np.mean(rows, 0))
            print(f"step {step} {time.time() - began:.0f} s  train {show(running)}  held out {show(held)}", flush=True)
            running = []
            torch.save(dict(model=model.state_dict(), adam=adam.state_dict(), step=step, shape=shape), last)
    torch.save(dict(model=model.state_dict(), adam=adam.state_dict(), step=step, shape=shape), last)


if __name__ == "__main__":
    main()
