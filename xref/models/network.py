"""The cross-encoder as a torch module: what is trained, and what is exported once.

torch is imported at the top: only the export and the training import this module.
"""

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from xref.models.bundled import folder
from xref.models.crossencoding import LABELS, TYPES

_MIXED = 256


class CrossEncoder(nn.Module):
    """MiniLM's body over a pair, and a head.

    The head sees the first vector, the means of the claim and of the passage, their distance and
    their product: the body was trained to compare such means (as InferSent does; Conneau et al.
    2017).
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

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return the logits, (pairs, labels and types); the claim is the second side."""
        states = self.body(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        claim = _mean(states, token_type_ids * attention_mask)
        passage = _mean(states, (1 - token_type_ids) * attention_mask)
        pooled = torch.cat(
            [states[:, 0], claim, passage, (claim - passage).abs(), claim * passage], dim=-1
        )
        logits: torch.Tensor = self.answer(functional.gelu(self.mix(pooled)))
        return logits


def _mean(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    weights = mask.unsqueeze(-1).to(states.dtype)
    return (states * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1)
