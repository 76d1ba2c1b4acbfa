"""The cross-encoder as a torch module: what is trained, and what is exported once.

torch is imported at the top: only the export and the training import this module.
"""

from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from xref.models import deltas
from xref.models.bundled import folder
from xref.models.crossencoding import LABELS, TYPES

_MIXED = 256


class CrossEncoder(nn.Module):
    """MiniLM's body over a pair, and a head.

    The head sees the first vector, the means of the claim and of the passage, their distance and
    their product: the body was trained to compare such means (as InferSent does; Conneau et al.
    2017). What it says of the labels goes through a hidden layer; whether a found passage states
    the claim is one weighted sum of the same numbers, fitted on few readings.
    """

    def __init__(self) -> None:
        super().__init__()
        from transformers import AutoModel

        # The fused attention's backward pass takes half of a training step on two cores.
        self.body: Any = AutoModel.from_pretrained(
            folder(),
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        self.body.pooler = None
        size = self.body.config.hidden_size
        self.mix = nn.Linear(5 * size, _MIXED)
        self.answer = nn.Linear(_MIXED, len(LABELS) + len(TYPES))
        self.stated = nn.Parameter(torch.zeros(5 * size))
        self.stated_start = nn.Parameter(torch.zeros(1))

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return the logits, (pairs, ANSWERS); the claim is the second side."""
        pooled = self.pooled(input_ids, attention_mask, token_type_ids)
        stated = pooled @ self.stated.unsqueeze(-1) + self.stated_start
        return torch.cat([self.answer(functional.gelu(self.mix(pooled))), stated], dim=-1)

    def pooled(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return what the heads see, (pairs, 5 * hidden size)."""
        states = self.body(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        claim = _mean(states, token_type_ids * attention_mask)
        passage = _mean(states, (1 - token_type_ids) * attention_mask)
        return torch.cat(
            [states[:, 0], claim, passage, (claim - passage).abs(), claim * passage], dim=-1
        )


def body_of(model: CrossEncoder) -> "deltas.Arrays":
    """Return the weights of the body, to which the shipped differences are taken."""
    told = model.state_dict().items()
    return {name: value.numpy() for name, value in told if name.startswith("body.")}


def trained(weights: Path) -> CrossEncoder:
    """Return the network with shipped differences put to the bundled body.

    Raises OSError, ValueError, KeyError or RuntimeError for a damaged file.
    """
    model = CrossEncoder().eval()
    told = deltas.unpack(weights, body_of(model))
    model.load_state_dict({name: torch.from_numpy(value) for name, value in told.items()})
    return model


def _mean(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    weights = mask.unsqueeze(-1).to(states.dtype)
    return (states * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1)
