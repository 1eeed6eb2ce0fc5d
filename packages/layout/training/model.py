"""The place model: given a room, what stands in it and what is still to come, where does each unit go?

A small transformer over four kinds of tokens: the room, the units to place, the things that stand there, and the places of
the room (stops along walls, corners, spots of the floor). Each unit's answer is a pointer: logits over all places and
"nowhere". From the room's token comes the category of a next unit, from a unit's token the size of its main thing.
"""
import math

import torch
from torch import nn

PLACE_WIDTH, UNIT_WIDTH, THING_WIDTH, ROOM_WIDTH = 35, 16, 7, 7
WIDTH_BINS, DEPTH_BINS = 32, 24


class Attention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.q, self.kv, self.out = nn.Linear(d, d), nn.Linear(d, 2 * d), nn.Linear(d, d)

    def forward(self, x, source, bias):
        b, n, d = x.shape
        split = lambda t: t.reshape(b, t.shape[1], self.heads, d // self.heads).transpose(1, 2)
        k, v = self.kv(source).chunk(2, -1)
        a = torch.softmax(split(self.q(x)) @ split(k).transpose(-1, -2) / math.sqrt(d // self.heads) + bias, -1)
        return self.out((a @ split(v)).transpose(1, 2).reshape(b, n, d))


def feed_forward(d, hidden):
    return nn.Sequential(nn.LayerNorm(d), nn.Linear(d, hidden), nn.ReLU(), nn.Linear(hidden, d))


class Block(nn.Module):
    """The few tokens (room, units, things) look at everything; the many places look at the few alone, so cost is linear."""

    def __init__(self, d, heads):
        super().__init__()
        self.norm_few, self.norm_many, self.norm_again = nn.LayerNorm(d), nn.LayerNorm(d), nn.LayerNorm(d)
        self.gather, self.spread = Attention(d, heads), Attention(d, heads)
        self.few, self.many = feed_forward(d, 3 * d), feed_forward(d, 2 * d)

    def forward(self, few, many, few_bias, all_bias):
        calm = self.norm_few(few)
        few = few + self.gather(calm, torch.cat([calm, self.norm_many(many)], 1), all_bias)
        few = few + self.few(few)
        many = many + self.spread(self.norm_many(many), self.norm_again(few), few_bias)
        return few, many + self.many(many)


class PlaceModel(nn.Module):
    def __init__(self, words, rooms, d=48, layers=2, heads=4, near=12):
        super().__init__()
        self.words, self.rooms = nn.Embedding(words, d), nn.Embedding(rooms, d)
        self.place = nn.Sequential(nn.Linear(PLACE_WIDTH, d), nn.ReLU(), nn.Linear(d, d))
        self.unit = nn.Sequential(nn.Linear(UNIT_WIDTH, d), nn.ReLU(), nn.Linear(d, d))
        self.thing = nn.Sequential(nn.Linear(THING_WIDTH, d), nn.ReLU(), nn.Linear(d, d))
        self.room = nn.Linear(ROOM_WIDTH, d)
        self.near_word, self.near_rel = nn.Linear(d, near), nn.Linear(9, near)
        self.near_hidden, self.near_out = nn.Linear(near, near), nn.Linear(2 * near, d)
        self.kind = nn.Parameter(torch.zeros(4, d))
        self.blocks = nn.ModuleList([Block(d, heads) for _ in range(layers)])
        self.norm, self.norm_places = nn.LayerNorm(d), nn.LayerNorm(d)
        self.query, self.key, self.nowhere = nn.Linear(d, d), nn.Linear(d, d), nn.Linear(d, 1)
        self.next, self.size = nn.Linear(d, words), nn.Linear(d, WIDTH_BINS + DEPTH_BINS)

    def forward(self, room, room_type, places, place_mask, units, unit_words, unit_mask, things, thing_words, thing_mask):
        """Masks are 1 for real rows. Returns logits over places and nowhere [B,Q,P+1], next word [B,W], size [B,Q,32+24]."""
        word = self.words(thing_words)
        near = self.nearby(places, things, word, thing_mask)
        few = torch.cat(
            [
                (self.room(room) + self.rooms(room_type)).unsqueeze(1) + self.kind[0],
                self.unit(units) + self.words(unit_words) + self.kind[1],
                self.thing(things) + word + self.kind[2],
            ],
            1,
        )
        many = self.place(places) + near + self.kind[3]
        few_mask = torch.cat([torch.ones_like(room[:, :1]), unit_mask, thing_mask], 1)
        bias = lambda mask: ((1 - mask) * -1e4).unsqueeze(1).unsqueeze(1)
        few_bias, all_bias = bias(few_mask), bias(torch.cat([few_mask, place_mask], 1))
        for block in self.blocks:
            few, many = block(few, many, few_bias, all_bias)
        few = self.norm(few)
        unit = few[:, 1 : 1 + units.shape[1]]
        scores = self.query(unit) @ self.key(self.norm_places(many)).transpose(1, 2) / math.sqrt(unit.shape[2])
        scores = scores + ((1 - place_mask) * -1e4).unsqueeze(1)
        return torch.cat([scores, self.nowhere(unit)], 2), self.next(few[:, 0]), self.size(unit)

    def nearby(self, places, things, word, mask):
        """What stands around each place, in the place's own frame."""
        dx = things[:, None, :, 0] - places[:, :, None, 3]
        dy = things[:, None, :, 1] - places[:, :, None, 4]
        cos, sin = places[:, :, None, 5], places[:, :, None, 6]
        u, v = dx * cos + dy * sin, dy * cos - dx * sin
        tc, ts = things[:, None, :, 2], things[:, None, :, 3]
        turn_cos, turn_sin = tc * cos + ts * sin, ts * cos - tc * sin
        away = torch.sqrt(u * u + v * v + 1e-6)
        size = things[:, None, :, 4:7].expand(-1, places.shape[1], -1, -1)
        rel = torch.cat([torch.stack([u, v, away, torch.exp(-4 * away), turn_cos, turn_sin], -1), size], -1)
        hidden = torch.relu(self.near_rel(rel) + self.near_word(word).unsqueeze(1))
        hidden = torch.relu(self.near_hidden(hidden)) * mask[:, None, :, None]
        return self.near_out(torch.cat([hidden.max(2)[0], hidden.sum(2) * 0.25], -1))
