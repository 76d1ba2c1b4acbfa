"""The words that all formats share."""

from dataclasses import replace

import pytest
from samples import origin

from xref.records import Folding, Judgement, Refutation, Stance, Standing
from xref.render import renderer, wording


def only(report, *standings):
    """The report with the verdicts of these standings, one each a mention."""
    verdicts = tuple(
        replace(report.verdicts[0], standing=standing, grade=None) for standing in standings
    )
    return replace(report, verdicts=verdicts)


def test_summary_leads_with_what_rests_on_one_source(report):
    assert wording.summary(report).startswith(
        "2 of 10 statements rest on one source; 2 contradicted;"
    )


@pytest.mark.parametrize(
    ("standings", "said"),
    [
        ((), "No statement in this article could be checked."),
        ((Standing.NOT_A_CLAIM,), "No statement in this article could be checked."),
        ((Standing.CORROBORATED,) * 2, "2 of 2 statements are corroborated."),
        ((Standing.SINGLE_SOURCE,), "1 of 1 statement rests on one source."),
        (
            (Standing.CONTRADICTED, Standing.UNMATCHED, Standing.NOT_A_CLAIM),
            "1 of 2 statements is contradicted; 1 reported by nobody else.",
        ),
    ],
)
def test_summary(report, standings, said):
    assert wording.summary(only(report, *standings)) == said


def test_nothing_is_called_true_or_false():
    said = [face.means + face.short for face in wording.FACES.values()]
    said += [*wording.DIGITS.values(), *wording.LETTERS.values()]
    assert not any(word in text.split() for text in said for word in ("true", "false", "wrong"))


def test_every_enumeration_has_its_words():
    assert set(wording.FACES) == set(Standing)
    assert set(wording.FOLDINGS) == set(Folding)
    assert set(wording.REFUTATIONS) == set(Refutation)
    assert len({face.symbol for face in wording.FACES.values()}) == len(Standing)


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2018-11-20", "20 November 2018"),
        ("2018-11", "November 2018"),
        ("2018", "2018"),
        ("2018-11-02T09:30:00Z", "2 November 2018, 09:30"),
        (None, "no date"),
        ("", "no date"),
        ("2018-13-01", "2018-13-01"),
        ("2018-00", "2018-00"),
        ("last\x1b week", "last\ufffd week"),
    ],
)
def test_day(published, said):
    assert wording.day(published) == said


def test_window(report):
    assert "23 October 2018 to 22 December 2019" in wording.compared(report)
    assert "all time" in wording.compared(replace(report, window=None))


def test_balance_and_echoes(report):
    by_id = {verdict.claim.id: verdict for verdict in report.verdicts}
    assert wording.balance(by_id["claim-signed"]) == "2 for, 2 against"
    assert wording.balance(by_id["claim-install"]) == "2 origins against"
    assert wording.balance(by_id["claim-guests"]) == "no origin"
    assert wording.echoed(by_id["claim-install"]) == "2 echoes"
    assert wording.echoed(by_id["claim-first"]) == "1 echo"


def test_what_would_raise_a_corroborated_claim_depends_on_its_digit(report):
    first, second = report.verdicts[:2]
    assert (first.grade, second.grade) == ("F1", "F2")
    assert wording.raises(first) != wording.raises(second)


def test_an_unknown_grade_is_shown_as_it_is(report):
    assert wording.grade(replace(report.verdicts[0], grade="?")) == "?"


def test_an_origin_that_is_left_out_says_so() -> None:
    assert wording.independence(origin("A")) == "independence shown"
    left_out = replace(origin("A", independent=False), uncertain=True)
    assert wording.independence(left_out) == "independence assumed, not shown; too unsure to count"


@pytest.mark.parametrize(
    ("judgement", "note", "said"),
    [
        (Judgement(0.1, 0.2), None, None),
        (Judgement(0.6, 0.1), None, "reads like support (0.60), which is not sure enough"),
        (Judgement(0.0, 0.98), None, "(0.98), but does not count: nothing is seen in which"),
        (Judgement(0.0, 0.98), "A tells of another event", "does not count: A tells of another"),
        (Judgement(0.0, 0.98, if_equal=0.3), None, "would not surely support it (0.30)"),
    ],
)
def test_why_a_passage_counts_for_nothing(report, judgement, note, said):
    telling = report.verdicts[0].evidence[0]
    one = replace(telling, stance=Stance.NEUTRAL, judgement=judgement, note=note)
    why = wording.discounted(one)
    assert why is None if said is None else said in why
    assert wording.discounted(replace(one, stance=Stance.REFUTES)) is None


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_pages_say_why_a_denial_does_not_count(report, form):
    verdict = report.verdicts[0]
    one = replace(verdict.evidence[0], stance=Stance.NEUTRAL, judgement=Judgement(0.0, 0.97))
    page = replace(report, verdicts=(replace(verdict, evidence=(one,)),))
    assert "but does not count" in renderer(form).render(page)
