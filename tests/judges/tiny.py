"""A model for natural language inference of a few kilobytes, made on the spot and never trained."""

from collections.abc import Mapping
from pathlib import Path

from xref.models.quiet import silence

WORDS = ("the", "bridge", "was", "closed", "open", "on", "mayor", "said", "not", "months", "a")
NLI = {0: "contradiction", 1: "entailment", 2: "neutral"}


def save(folder: Path, id2label: Mapping[int, str] = NLI, *, seed: int = 11) -> Path:
    """Write the model; the same seed and number of labels give the same scores in one order."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    folder.mkdir(parents=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *WORDS]
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        id2label=dict(id2label),
        label2id={label: at for at, label in id2label.items()},
        # Wide, or an untrained model says nearly the same of everything.
        initializer_range=1.0,
    )
    with silence():
        BertForSequenceClassification(config).save_pretrained(folder)
        BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder
