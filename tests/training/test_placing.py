"""The sum by which found passages are judged: fitted, each weight with the sign of its name."""

import random

from training.placing import fit
from training.readings import Reading
from xref.judges import Pair

NAMES = ["said_again", "values_conflict", "likeness"]


def made(count: int) -> tuple[list[dict[str, float]], list[Reading]]:
    """Passages that state the claim where they say it again and no value conflicts."""
    chance = random.Random(3)
    parts, told = [], []
    for number in range(count):
        said, conflict = chance.random(), float(chance.random() < 0.3)
        stated = said - 0.5 * conflict + chance.gauss(0, 0.15) > 0.5
        # Likeness tells the wrong way round, which its sign does not allow.
        parts.append(
            {"said_again": said, "values_conflict": conflict, "likeness": float(not stated)}
        )
        label = "supports" if stated else "neutral"
        told.append(Reading(str(number), Pair("c", "p", parts[-1]), label, 1.0 + number % 3))
    return parts, told


def test_each_weight_keeps_its_sign() -> None:
    weights = fit(*made(600), NAMES)["weights"]
    assert weights["said_again"] > 4 > 0 > -2 > weights["values_conflict"]
    assert "likeness" not in weights


def test_the_same_readings_give_the_same_sum() -> None:
    assert fit(*made(200), NAMES) == fit(*made(200), NAMES)


def test_a_plain_reading_counts_for_more_found_pairs() -> None:
    parts, told = made(300)
    rare = [
        Reading(one.article_id, one.pair, one.label, 15.0 if one.label == "neutral" else 1.0)
        for one in told
    ]
    assert fit(parts, rare, NAMES)["start"] < fit(parts, told, NAMES)["start"]
