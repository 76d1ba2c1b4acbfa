"""The catalogue of credits: every form in six languages, and what is none."""

import tomllib
from pathlib import Path

import pytest

from xref.attributions import credits
from xref.corpus.outlets import registry

FORMS = tomllib.loads(Path(__file__).with_name("credit_forms.toml").read_text("utf-8"))["form"]


@pytest.mark.parametrize(("language", "form", "outlet", "text"), FORMS)
def test_form(language: str, form: str, outlet: str, text: str) -> None:
    outlets = registry()
    found = {(str(c.form), outlets.name_of(c.outlet)) for c in credits(text, outlets.name_of)}
    if form == "none":
        assert not found
    else:
        assert (form, outlet) in found


def test_the_catalogue_is_as_wide_as_it_says() -> None:
    assert len({language for language, *_ in FORMS}) >= 6
    assert sum(form != "none" for _, form, *_ in FORMS) >= 60
