"""What `import xref` offers, and what it must not cost."""

import subprocess
import sys

import pytest

import xref

HEAVY = ("torch", "sentence_transformers", "onnxruntime", "numpy", "trafilatura", "rich", "jinja2")


@pytest.mark.parametrize("name", xref.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(xref, name) is not None


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = xref.nothing_of_ours


@pytest.mark.parametrize("statement", ["import xref", "from xref import Article, Claim, Verdict"])
def test_importing_loads_nothing_heavy(statement: str) -> None:
    code = f"{statement}; import sys; print(*(n for n in {HEAVY} if n in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == ""
