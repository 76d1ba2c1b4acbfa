"""Trains the cross-encoder: `python -m training.crossencoder` writes its weights.

The body is the bundled all-MiniLM-L6-v2 with frozen embeddings (`xref.models.network`). Training
goes in phases, so that it can be stopped and taken up again: the labelled pairs alone first, then
together with new news pairs (`training.generated`) in each phase. The learning rate stays level
and falls over the last phase to nothing, so that the length need not be known from the start.
What ships are the differences to the bundled weights, four bits each (`xref.models.deltas`).
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.generated import generated
from training.pairs import Example, labelled, silent
from xref.models import deltas
from xref.models.crossencoding import LABELS, PairCoder, stacked, weights_file
from xref.models.network import CrossEncoder

DATA = Path("..") / "shared" / "data"
FOLDER = Path("build") / "crossencoder"
PHASES = ("labelled", "all", "all")
RATE = 1.5e-4
DECAY = 0.01
WARMUP = 300
SMOOTHING = 0.03
TYPE_WEIGHT = 0.3
"""Of the loss on the type, beside that on the label."""
TOKENS = 3072
"""Of one batch, padding included: 64 pairs of the usual 48 word pieces."""
DROPPED = 0.1
THREADS = 2
_POOL = 1 << 24
_REPORTED = 100


class Dropout(nn.Module):
    """Dropout that takes its masks from one pool: drawing fresh ones costs a quarter of a step."""

    pool: torch.Tensor | None = None

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Return the states with a share of their values dropped, in training only."""
        if not self.training:
            return states
        if Dropout.pool is None:
            Dropout.pool = (torch.rand(_POOL) >= DROPPED).to(torch.bfloat16) / (1 - DROPPED)
        size = states.numel()
        start = int(torch.randint(0, _POOL - size, (1,)))
        return states * Dropout.pool[start : start + size].view(states.shape)


def untrained() -> CrossEncoder:
    """Return the network with frozen embeddings and its dropout."""
    model = CrossEncoder()
    for parameter in model.body.embeddings.parameters():
        parameter.requires_grad = False
    for layer in model.body.encoder.layer:
        layer.attention.output.dropout = Dropout()
        layer.output.dropout = Dropout()
    return model


@dataclass(frozen=True, slots=True)
class Batch:
    """Coded pairs with their answers."""

    inputs: dict[str, torch.Tensor]
    labels: torch.Tensor
    kinds: torch.Tensor


def batches(
    examples: Sequence[Example], coder: PairCoder, chance: random.Random
) -> Iterator[Batch]:
    """Yield batches of pairs of like length, in an order that `chance` draws."""
    coded = coder.code([e.claim for e in examples], [e.evidence for e in examples])
    places = sorted(range(len(examples)), key=lambda i: (len(coded[i].ids), chance.random()))
    groups: list[list[int]] = [[]]
    for place in places:
        if (len(groups[-1]) + 1) * len(coded[place].ids) > TOKENS:
            groups.append([])
        groups[-1].append(place)
    chance.shuffle(groups)
    for group in groups:
        inputs = stacked([coded[i] for i in group])
        yield Batch(
            {name: torch.from_numpy(values) for name, values in inputs.items()},
            torch.tensor([examples[i].label for i in group]),
            torch.tensor([examples[i].kind for i in group]),
        )


def loss_of(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return the loss of the labels, and of the types where they are known."""
    logits, split = logits.float(), len(LABELS)
    told = functional.cross_entropy(logits[:, :split], batch.labels, label_smoothing=SMOOTHING)
    known = batch.kinds >= 0
    if bool(known.any()):
        typed = functional.cross_entropy(logits[known, split:], batch.kinds[known])
        told = told + TYPE_WEIGHT * known.float().mean() * typed
    return told


class Run:
    """A training run that can be taken up at its last finished phase."""

    def __init__(self, folder: Path) -> None:
        torch.set_num_threads(THREADS)
        torch.manual_seed(7)
        self.model = untrained()
        trained = [p for p in self.model.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=DECAY, fused=True)
        self.phases, self.step = 0, 0
        self._saved = folder / "checkpoint.pt"
        folder.mkdir(parents=True, exist_ok=True)
        if self._saved.exists():
            state = torch.load(self._saved, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.phases, self.step = state["phases"], state["step"]

    def phase(self, examples: Sequence[Example], *, last: bool) -> None:
        """Go through the examples once and save what was learnt."""
        self.model.train()
        planned = list(batches(examples, PairCoder(), random.Random(self.phases)))
        began, seen, losses = time.monotonic(), 0, []
        for place, batch in enumerate(planned):
            left = (len(planned) - place) / len(planned) if last else 1.0
            losses.append(self._step(batch, RATE * left))
            seen += len(batch.labels)
            if self.step % _REPORTED == 0:
                speed = seen / (time.monotonic() - began)
                lately = np.mean(losses[-_REPORTED:])
                print(
                    f"phase {self.phases} {place + 1}/{len(planned)} loss {lately:.4f} "
                    f"{speed:.0f} pairs/s",
                    flush=True,
                )
        self.phases += 1
        self._save()

    def _step(self, batch: Batch, rate: float) -> float:
        for group in self.optimizer.param_groups:
            group["lr"] = rate * min(1.0, (self.step + 1) / WARMUP)
        with torch.autocast("cpu", torch.bfloat16):
            logits = self.model(**batch.inputs)
        loss = loss_of(logits, batch)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        return loss.item()

    def _save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "phases": self.phases,
            "step": self.step,
        }
        torch.save(state, self._saved)


def train(phases: Sequence[str], data: Path, folder: Path) -> CrossEncoder:
    """Go through the phases, `labelled` or `all`, from the last checkpoint on."""
    run = Run(folder)
    for number, phase in enumerate(phases):
        if number < run.phases:
            continue
        examples = list(labelled(data))
        if phase == "all":
            examples += [*silent(data, number), *generated(data, number)]
        run.phase(examples, last=number == len(phases) - 1)
    return run.model


def write(model: CrossEncoder, target: Path) -> None:
    """Write the model's differences to the bundled body."""
    trained = {name: value.numpy() for name, value in model.state_dict().items()}
    bundled = {name: value.numpy() for name, value in CrossEncoder().state_dict().items()}
    body = {name: value for name, value in bundled.items() if name.startswith("body.")}
    deltas.pack(trained, body, target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.crossencoder", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="for the checkpoints")
    parser.add_argument("--phases", nargs="+", default=PHASES, choices=["labelled", "all"])
    parser.add_argument("--target", type=Path, default=weights_file())
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    write(train(options.phases, options.data, options.folder), options.target)
