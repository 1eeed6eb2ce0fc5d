"""The search model: given a room and its program, which form of each unit will stand, and is a further start worth its time?

A small transformer over the room's token and one token for each unit. A unit's forms are scored against its token, beside
"none" (it finds no place) and "other" (a form that only the room gives). The room's token says how much each further start
of the search may still gain.
"""
import math

import torch
from torch import nn

ROOM_WIDTH, UNIT_WIDTH, FORM_WIDTH, GAINS = 34, 18, 14, 3


class Block(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.norm, self.again = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.feed = nn.Sequential(nn.Linear(d, 2 * d), nn.ReLU(), nn.Linear(2 * d, d), nn.Dropout(0.2))

    def forward(self, x, bias):
        b, n, d = x.shape
        split = lambda t: t.reshape(b, n, self.heads, d // self.heads).transpose(1, 2)
        q, k, v = (split(t) for t in self.qkv(self.norm(x)).chunk(3, -1))
        a = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(d // self.heads) + bias, -1)
        x = x + self.out((a @ v).transpose(1, 2).reshape(b, n, d))
        return x + self.feed(self.again(x))


class SearchModel(nn.Module):
    def __init__(self, words, rooms, d=48, layers=2, heads=4):
        super().__init__()
        self.words, self.rooms = nn.Embedding(words, d), nn.Embedding(rooms, d)
        nn.init.normal_(self.words.weight, std=0.3)
        nn.init.normal_(self.rooms.weight, std=0.3)
        self.room, self.unit = nn.Linear(ROOM_WIDTH, d), nn.Linear(UNIT_WIDTH, d)
        self.form = nn.Sequential(nn.Linear(FORM_WIDTH, d), nn.ReLU(), nn.Linear(d, d))
        self.blocks = nn.ModuleList([Block(d, heads) for _ in range(layers)])
        self.norm, self.drop = nn.LayerNorm(d), nn.Dropout(0.15)
        self.query, self.last, self.rest = nn.Linear(d, d), nn.Linear(d, 1), nn.Linear(d, 2)
        self.gain = nn.Sequential(nn.Linear(d, d), nn.ReLU(), nn.Linear(d, GAINS))

    def forward(self, room, room_type, units, unit_words, unit_mask, forms, form_mask):
        """Masks are 1 for real rows. Returns logits [B,Q,F+2] over forms, none, other, and log gains [B,GAINS]."""
        shape = self.form(forms)
        mean = (shape * form_mask.unsqueeze(-1)).sum(2) / form_mask.sum(2, keepdim=True).clamp_min(1)
        unit = self.unit(units) + self.words(unit_words) + mean
        unit = self.drop(unit)
        x = torch.cat([(self.room(room) + self.rooms(room_type)).unsqueeze(1), unit], 1)
        mask = torch.cat([torch.ones_like(room[:, :1]), unit_mask], 1)
        bias = ((1 - mask) * -1e4).unsqueeze(1).unsqueeze(1)
        for block in self.blocks:
            x = block(x, bias)
        x = self.norm(x)
        unit = x[:, 1:]
        each = self.last(torch.relu(self.query(unit).unsqueeze(2) + shape)).squeeze(-1)
        each = each + (1 - form_mask) * -1e4
        return torch.cat([each, self.rest(unit)], 2), self.gain(x[:, 0])
