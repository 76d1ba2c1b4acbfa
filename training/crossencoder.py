"""Trains the cross-encoder: `python -m training.crossencoder` writes its weights.

The body is the bundled all-MiniLM-L6-v2 (`xref.models.network`). Two teachers learn the labelled,
the written and the generated pairs, one of them with the embeddings too. A student with frozen
embeddings, which is what ships, learns from the mean of their answers as well as from the labels
(knowledge distillation; Hinton et al. 2015), and on pairs that nobody labelled from their answers
alone: passages that a search finds for the claims of news articles. What ships are the student's
differences to the bundled weights, four bits each (`xref.models.deltas`).

The batches of an epoch are drawn anew, the generated pairs and the found ones from a larger stock.
What each teacher says is kept in `--folder` and not asked again.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.generated import generated
from training.pairs import Example, labelled, silent
from training.readings import found_passages
from training.written import written
from xref.models import deltas
from xref.models.crossencoding import LABELS, TYPES, Coded, PairCoder, stacked, weights_file
from xref.models.network import CrossEncoder, body_of

DATA = Path("..") / "shared" / "data"
FOLDER = Path("build") / "crossencoder"
GENERATED_SEEDS = (1, 2, 3)
GENERATED_STOCK = 90_000
"""Of each seed; each epoch takes so many of one seed's, drawn anew:"""
GENERATED = 40_000
FOUND = 55_000
DECAY = 0.01
WARMUP = 150
LEVEL = 0.1
"""Share of the steps after which the rate begins to fall, in a straight line to nothing."""
SMOOTHING = 0.03
TYPE_WEIGHT = 0.3
"""Of the loss on the type, beside that on the label."""
HARD = 0.4
"""Share of the labels in the student's loss; the rest are the teachers' answers."""
DROPPED = 0.1
_REPORTED = 100
_READ_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Plan:
    """How one network is trained."""

    name: str
    seed: int
    steps: int
    rate: float
    pieces: int
    """Word pieces in a batch, padding included."""
    embeddings: bool = False
    """Whether the embeddings learn too."""


TEACHERS = (
    Plan("teacher-1", seed=2, steps=4_980, rate=3e-4, pieces=14_000, embeddings=True),
    Plan("teacher-2", seed=3, steps=4_990, rate=4e-4, pieces=14_000),
)
STUDENT = Plan("student", seed=1, steps=6_540, rate=4e-4, pieces=20_000)


@dataclass(frozen=True, slots=True)
class Stock:
    """Coded pairs with their answers; without one the label is -1."""

    coded: Sequence[Coded]
    labels: torch.Tensor
    kinds: torch.Tensor
    parts: Mapping[str, Sequence[int]]
    """Places of the pairs of each source."""


def stock(data: Path) -> Stock:
    """Return all pairs, coded. Finding passages fills corpora, about an hour."""
    sources: dict[str, list[Example]] = {
        "labelled": list(labelled(data)),
        "written": list(written(data)),
        "found": [Example(c, p, -1) for c, p in found_passages(data, FOUND)],
    }
    for seed in GENERATED_SEEDS:
        made = generated(data, seed, most=GENERATED_STOCK)
        sources[f"generated-{seed}"] = [*made, *silent(data, seed)]
    examples = [example for told in sources.values() for example in told]
    starts = np.cumsum([0, *map(len, sources.values())]).tolist()
    return Stock(
        PairCoder().code([e.claim for e in examples], [e.evidence for e in examples]),
        torch.tensor([e.label for e in examples]),
        torch.tensor([e.kind for e in examples]),
        {
            name: range(start, end)
            for name, start, end in zip(sources, starts, starts[1:], strict=False)
        },
    )


def epoch(pairs: Stock, number: int, chance: random.Random, *, found: bool) -> list[int]:
    """Return the places of the pairs of one epoch."""
    seed = GENERATED_SEEDS[number % len(GENERATED_SEEDS)]
    places = [*pairs.parts["labelled"], *pairs.parts["written"]]
    places += chance.sample(pairs.parts[f"generated-{seed}"], GENERATED)
    return [*places, *pairs.parts["found"]] if found else places


def batches(
    coded: Sequence[Coded], places: Sequence[int], most: int, chance: random.Random
) -> list[list[int]]:
    """Return the places in batches of like length, in an order that `chance` draws."""
    ordered = sorted(places, key=lambda i: (len(coded[i].ids), chance.random()))
    groups: list[list[int]] = [[]]
    for place in ordered:
        if (len(groups[-1]) + 1) * len(coded[place].ids) > most:
            groups.append([])
        groups[-1].append(place)
    chance.shuffle(groups)
    return groups


def untrained(plan: Plan) -> CrossEncoder:
    """Return the network with its dropout."""
    torch.manual_seed(plan.seed)
    return learning(CrossEncoder(), embeddings=plan.embeddings)


def learning(model: CrossEncoder, *, embeddings: bool = False) -> CrossEncoder:
    """Return the network with dropout between its layers, its embeddings fixed or not."""
    for parameter in model.body.embeddings.parameters():
        parameter.requires_grad = embeddings
    for layer in model.body.encoder.layer:
        layer.attention.output.dropout.p = DROPPED
        layer.output.dropout.p = DROPPED
    return model


def optimizer(model: CrossEncoder, rate: float) -> torch.optim.Optimizer:
    """Return what takes the steps; matrices shrink a little, the rest does not."""
    learnt = [p for p in model.parameters() if p.requires_grad]
    groups: list[dict[str, Any]] = [
        {"params": [p for p in learnt if p.ndim > 1], "weight_decay": DECAY},
        {"params": [p for p in learnt if p.ndim < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))


def step(
    model: CrossEncoder, taken: torch.optim.Optimizer, loss: torch.Tensor, rate: float
) -> None:
    """Take a step down the loss."""
    for group in taken.param_groups:
        group["lr"] = rate
    loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    taken.step()
    taken.zero_grad(set_to_none=True)


def loss_of(
    logits: torch.Tensor, labels: torch.Tensor, kinds: torch.Tensor, taught: torch.Tensor | None
) -> torch.Tensor:
    """Return the loss: of the labels, of the types where known, of what teachers say (shares)."""
    split = len(LABELS)
    known = labels >= 0
    told = functional.cross_entropy(
        logits[:, :split], labels.clamp(min=0), label_smoothing=SMOOTHING, reduction="none"
    )
    if taught is None:
        told = told * known
    else:
        soft = -(taught * functional.log_softmax(logits[:, :split], -1)).sum(-1)
        told = torch.where(known, HARD * told + (1 - HARD) * soft, soft)
    typed = functional.cross_entropy(
        logits[:, split : split + len(TYPES)], kinds.clamp(min=0), reduction="none"
    )
    return (told + TYPE_WEIGHT * typed * (kinds >= 0)).mean()


class Run:
    """The training of one network."""

    def __init__(self, plan: Plan, pairs: Stock, device: str) -> None:
        self.plan, self.pairs, self.device = plan, pairs, device
        self.model = untrained(plan).to(device)

    def train(self, taught: torch.Tensor | None = None) -> CrossEncoder:
        """Go through the plan's steps; `taught` are the teachers' shares, (pairs, LABELS)."""
        chance = random.Random(self.plan.seed)
        taken = optimizer(self.model, self.plan.rate)
        self.model.train()
        for number, places in enumerate(self._planned(chance, found=taught is not None)):
            if number == self.plan.steps:
                break
            loss = loss_of(
                self.read(places),
                self.pairs.labels[places].to(self.device),
                self.pairs.kinds[places].to(self.device),
                None if taught is None else taught[places].to(self.device),
            )
            step(self.model, taken, loss, self.plan.rate * self._share(number))
            if number % _REPORTED == 0:
                print(f"{self.plan.name} {number}/{self.plan.steps} loss {loss:.4f}", flush=True)
        return self.model.eval()

    def read(self, places: Sequence[int]) -> torch.Tensor:
        """Return the logits of pairs."""
        inputs = stacked([self.pairs.coded[place] for place in places])
        told = {name: torch.from_numpy(v).to(self.device) for name, v in inputs.items()}
        with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda"):
            logits: torch.Tensor = self.model(**told)
        return logits.float()

    def answers(self) -> torch.Tensor:
        """Return what the network says of all pairs: shares, (pairs, LABELS)."""
        self.model.eval()
        lengths = [len(coded.ids) for coded in self.pairs.coded]
        ordered = sorted(range(len(lengths)), key=lengths.__getitem__)
        found = torch.zeros(len(lengths), len(LABELS))
        with torch.no_grad():
            for start in range(0, len(ordered), _READ_AT_ONCE):
                places = ordered[start : start + _READ_AT_ONCE]
                found[places] = self.read(places)[:, : len(LABELS)].softmax(-1).cpu()
        return found

    def _share(self, number: int) -> float:
        done = number / self.plan.steps
        return min(1.0, (number + 1) / WARMUP, (1 - done) / (1 - LEVEL))

    def _planned(self, chance: random.Random, *, found: bool) -> Iterator[list[int]]:
        for number in count():
            places = epoch(self.pairs, number, chance, found=found)
            yield from batches(self.pairs.coded, places, self.plan.pieces, chance)


def train(data: Path, folder: Path, device: str) -> CrossEncoder:
    """Train the teachers and the student; what one run ended with is kept in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pairs = stock(data)
    taught = [_taught(plan, pairs, folder, device) for plan in TEACHERS]
    return Run(STUDENT, pairs, device).train(torch.stack(taught).mean(dim=0)).cpu()


def _taught(plan: Plan, pairs: Stock, folder: Path, device: str) -> torch.Tensor:
    kept = folder / f"{plan.name}.pt"
    if not kept.exists():
        run = Run(plan, pairs, device)
        run.train()
        torch.save(run.answers(), kept)
    answers: torch.Tensor = torch.load(kept, weights_only=True)
    return answers


def write(model: CrossEncoder, target: Path) -> None:
    """Write the model's differences to the bundled body."""
    trained = {name: value.numpy() for name, value in model.state_dict().items()}
    deltas.pack(trained, body_of(CrossEncoder()), target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.crossencoder", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="for what the teachers say")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--target", type=Path, default=weights_file())
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    write(train(options.data, options.folder, options.device), options.target)
