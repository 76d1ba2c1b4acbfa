"""The documentation says what the program says, and shows pictures that are there."""

import re
from pathlib import Path

import pytest

from docs import commands, pictures
from xref.cli.commands import COMMANDS, whole

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_page_of_commands_is_what_help_says() -> None:
    written = commands.PAGE.read_text(encoding="utf-8")
    assert written == commands.page(), "run `python -m docs.commands` and read the difference"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    assert (whole(name).help or "").partition("\n\n")[0] == COMMANDS[name][1]


def test_the_readme_names_every_command() -> None:
    assert [one for one in COMMANDS if f"xref {one}" not in README] == []


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(((?!http|#)[^)]+)\)", README))))
def test_what_the_readme_links_to_is_there(link: str) -> None:
    assert (ROOT / link.partition("#")[0]).exists()


def test_pictures_are_small_pngs_and_all_of_them_are_retaken() -> None:
    found = sorted(pictures.HERE.glob("*.png"))
    assert [path.stem for path in found] == sorted(shot.name for shot in pictures.SHOTS)
    for path in found:
        data = path.read_bytes()
        assert data.startswith(b"\x89PNG\r\n")
        assert len(data) <= pictures.LARGEST
        assert f"docs/pictures/{path.name}" in README
