"""The script model: a small causal transformer over the words of a room, the next word from those before it."""
import math

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.norm, self.norm_again = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.forth, self.back = nn.Linear(d, 4 * d), nn.Linear(4 * d, d)

    def forward(self, x, past, hidden):
        """`past` [2,B,H,P,d/H]: keys and values of the words before; `hidden` [N,P+N]: −∞ where a word must not look."""
        b, n, d = x.shape
        q, k, v = self.qkv(self.norm(x)).reshape(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        a = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(d // self.heads) + hidden, -1)
        x = x + self.out((a @ v).transpose(1, 2).reshape(b, n, d))
        return x + self.back(torch.relu(self.forth(self.norm_again(x)))), torch.stack([k, v])


class ScriptModel(nn.Module):
    def __init__(self, words, context=256, d=96, layers=3, heads=4):
        super().__init__()
        self.words, self.spots = nn.Embedding(words, d), nn.Embedding(context, d)
        nn.init.normal_(self.words.weight, std=0.05)
        nn.init.normal_(self.spots.weight, std=0.05)
        self.blocks = nn.ModuleList([Block(d, heads) for _ in range(layers)])
        self.norm = nn.LayerNorm(d)

    def forward(self, tokens, past):
        """Tokens [B,N] after `past` [2·layers,B,H,P,d/H]. Returns logits [B,N,W] and the past of what follows."""
        before, n = past.shape[3], tokens.shape[1]
        spots = torch.arange(before + n, device=tokens.device)
        hidden = (spots.unsqueeze(0) > spots[before:].unsqueeze(1)).float() * -1e9
        x = self.words(tokens) + self.spots(spots[before:])
        presents = []
        for layer, block in enumerate(self.blocks):
            x, present = block(x, past[2 * layer : 2 * layer + 2], hidden)
            presents.append(present)
        return self.norm(x) @ self.words.weight.T, torch.cat(presents)

    def empty(self, batch):
        block = self.blocks[0]
        return torch.zeros(2 * len(self.blocks), batch, block.heads, 0, self.words.weight.shape[1] // block.heads)
