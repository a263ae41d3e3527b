"""A small GPT in PyTorch, to point at.

It is here so that both ends of a mapping can be seen: every claim below names the line of code that plays the part of
the transformer which the claim compares with cortex. It is the plainest decoder that still has all these parts, and was
written for reading, not for speed. The comments say what a line *is* in the network; whether cortex does the like is for
the claims to say, in `hypothesis.lamina` and `claims/`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F


@dataclass
class Config:
    """Sizes of the network."""

    vocabulary: int = 256
    longest: int = 128
    n_layer: int = 4
    n_head: int = 4
    width: int = 64
    dropout: float = 0.0


class SelfAttention(nn.Module):
    """Causal self-attention with several heads, each with queries, keys and values of its own."""

    def __init__(self, config: Config):
        super().__init__()
        if config.width % config.n_head != 0:
            raise ValueError(f"{config.n_head} heads cannot share a width of {config.width}")
        self.n_head = config.n_head
        self.q_proj = nn.Linear(config.width, config.width)  # lamina: implements queries as Query
        self.k_proj = nn.Linear(config.width, config.width)  # lamina: implements keys as Key
        self.v_proj = nn.Linear(config.width, config.width)  # lamina: implements values as Value
        self.o_proj = nn.Linear(config.width, config.width)
        future = torch.triu(torch.ones(config.longest, config.longest, dtype=torch.bool), diagonal=1)
        self.register_buffer("future", future, persistent=False)

    def split(self, x: torch.Tensor) -> torch.Tensor:
        """(batch, time, width) to (batch, head, time, width of a head)."""
        batch, time, width = x.shape
        return x.view(batch, time, self.n_head, width // self.n_head).transpose(1, 2)

    # lamina: implements gating as Attention-score
    def scores(self, q: torch.Tensor, k: torch.Tensor) -> torch.Tensor:
        """How well each query matches each key; what lies ahead does not count.

        The claim compares this product of two vectors with a gain, which multiplies one drive by one number. That the
        two differ is said against it there.
        """
        time = q.size(-2)
        match = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
        return match.masked_fill(self.future[:time, :time], float("-inf"))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(x)), self.split(self.v_proj(x))
        weights = F.softmax(self.scores(q, k), dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(x.shape)
        return self.o_proj(mixed)


class FeedForward(nn.Module):
    """Works on each token by itself: wider, bent, narrow again."""

    def __init__(self, config: Config):
        super().__init__()
        self.up_proj = nn.Linear(config.width, 4 * config.width)
        self.down_proj = nn.Linear(4 * config.width, config.width)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.dropout(self.down_proj(F.gelu(self.up_proj(x))))


# lamina: implements column-is-block as Block
class Block(nn.Module):
    """Attention, then the feed-forward layer, each added to what came in."""

    def __init__(self, config: Config):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.width)
        self.attn = SelfAttention(config)  # lamina: implements whole-mapping as Self-attention
        self.ln_2 = nn.LayerNorm(config.width)
        self.mlp = FeedForward(config)  # lamina: implements local-recoding as Feed-forward

    def forward(self, residual: torch.Tensor) -> torch.Tensor:
        residual = residual + self.attn(self.ln_1(residual))
        return residual + self.mlp(self.ln_2(residual))


class GPT(nn.Module):
    """Tokens in, a score for every possible next token out."""

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        # The claim is about the share of thalamic synapses. Nothing in this network has a share; it has an embedding.
        # lamina: implements thalamic-minority as Embedding
        self.embed_tokens = nn.Embedding(config.vocabulary, config.width)
        self.embed_positions = nn.Embedding(config.longest, config.width)
        self.layers = nn.ModuleList([Block(config) for _ in range(config.n_layer)])
        self.ln_f = nn.LayerNorm(config.width)
        self.lm_head = nn.Linear(config.width, config.vocabulary, bias=False)
        self.lm_head.weight = self.embed_tokens.weight
        self.apply(self.start)

    @staticmethod
    def start(module: nn.Module) -> None:
        """Small random weights to begin with."""
        if isinstance(module, (nn.Linear, nn.Embedding)):
            nn.init.normal_(module.weight, std=0.02)
        if isinstance(module, nn.Linear) and module.bias is not None:
            nn.init.zeros_(module.bias)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        """Scores of shape (batch, time, vocabulary) for tokens of shape (batch, time)."""
        time = tokens.size(1)
        if time > self.config.longest:
            raise ValueError(f"{time} tokens are more than the {self.config.longest} that this network can hold")
        x = self.embed_tokens(tokens) + self.embed_positions(torch.arange(time, device=tokens.device))
        for layer in self.layers:
            x = layer(x)
        return self.lm_head(self.ln_f(x))

    def loss(self, tokens: torch.Tensor) -> torch.Tensor:
        """Mean surprise at each next token, in nats."""
        scores = self(tokens[:, :-1])
        return F.cross_entropy(scores.flatten(0, 1), tokens[:, 1:].flatten())

    @torch.no_grad()
    def continued(self, tokens: torch.Tensor, count: int) -> torch.Tensor:
        """The tokens with `count` more, each drawn from what the network expects."""
        for _ in range(count):
            scores = self(tokens[:, -self.config.longest :])[:, -1]
            drawn = torch.multinomial(F.softmax(scores, dim=-1), num_samples=1)
            tokens = torch.cat([tokens, drawn], dim=1)
        return tokens


if __name__ == "__main__":
    torch.manual_seed(0)
    model = GPT(Config())
    batch = torch.randint(0, 256, (2, 32))
    print(f"{sum(p.numel() for p in model.parameters())} parameters, loss {model.loss(batch).item():.3f}")
