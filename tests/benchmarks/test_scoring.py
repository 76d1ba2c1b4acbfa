"""The measures, each against an answer worked out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scoring import (
    accuracy,
    auc,
    calibration_error,
    hits,
    macro_f1,
    mean_recall,
    pearson,
    recalls,
    reliability,
    spearman,
)

WANTED = ["a", "a", "a", "b", "b", "c"]
SAID = ["a", "a", "b", "b", "c", "a"]


def test_accuracy_is_the_share_of_right_answers() -> None:
    assert accuracy(WANTED, SAID) == 0.5


def test_recall_is_told_for_each_label_that_occurs() -> None:
    assert recalls(WANTED, SAID) == {"a": pytest.approx(2 / 3), "b": 0.5, "c": 0.0}
    assert mean_recall(WANTED, SAID) == pytest.approx((2 / 3 + 1 / 2 + 0) / 3)


def test_f1_is_averaged_over_the_labels() -> None:
    # a: 2 * 2 / (3 + 3); b: 2 * 1 / (2 + 2); c: 0 / (1 + 1)
    assert macro_f1(WANTED, SAID) == pytest.approx((2 / 3 + 1 / 2 + 0) / 3)


def test_f1_leaves_out_a_label_that_was_only_said() -> None:
    assert macro_f1(["a", "a"], ["a", "b"]) == pytest.approx(2 / 3)


def test_auc_counts_the_pairs_in_right_order() -> None:
    # Positives 0.9 and 0.4 against 0.5 and 0.1: 2 + 1 of 4.
    assert auc([0.9, 0.4, 0.5, 0.1], [True, True, False, False]) == 0.75


def test_a_tie_is_half_a_right_order() -> None:
    # 0.5 against 0.5 and 0.1: a half and one, of 2.
    assert auc([0.5, 0.5, 0.1], [True, False, False]) == 0.75
    assert auc([0.3, 0.3], [True, False]) == 0.5


def test_auc_needs_both_sides() -> None:
    assert math.isnan(auc([0.1, 0.2], [True, True]))
    assert math.isnan(auc([], []))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=2, max_size=30))
def test_auc_of_the_opposite_is_the_rest_to_one(told: list[tuple[float, bool]]) -> None:
    scores, positive = [score for score, _ in told], [fact for _, fact in told]
    if len(set(positive)) == 2:
        against = auc(scores, [not fact for fact in positive])
        assert auc(scores, positive) == pytest.approx(1 - against)


def test_the_correlations() -> None:
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    # Means 2 and 7/3; products 2, squares 2 and 14/3: 3 / sqrt(2 * 14 / 3).
    assert pearson([1, 2, 3], [1, 2, 4]) == pytest.approx(3 / math.sqrt(2 * 14 / 3))
    assert spearman([1, 2, 3], [1, 2, 4]) == pytest.approx(1)
    # Ranks 1, 2.5, 2.5 against 1, 2, 3: 1.5 / sqrt(1.5 * 2).
    assert spearman([0, 5, 5], [1, 2, 3]) == pytest.approx(1.5 / math.sqrt(3))
    assert math.isnan(pearson([1, 1], [1, 2]))


def test_precision_and_recall() -> None:
    found = hits([True, True, False, False], [True, False, True, True])
    assert (found.precision, found.recall) == (pytest.approx(1 / 3), 0.5)


def test_weights_let_sets_count_alike() -> None:
    # One set of one pair, wrongly said; one of three, all rightly said: 1 of 2, not 3 of 4.
    found = hits([False, True, True, True], [True] * 4, [1, 1 / 3, 1 / 3, 1 / 3])
    assert found.precision == pytest.approx(0.5)


def test_what_was_never_said_has_no_precision() -> None:
    found = hits([True, False], [False, False])
    assert math.isnan(found.precision)
    assert found.recall == 0
    assert math.isnan(hits([False], [True]).recall)


def test_the_bins_of_a_toy_set() -> None:
    low, high = reliability([0.15, 0.19, 0.9, 1.0], [False, True, True, True])
    assert (low.low, low.high, low.n, low.kept) == (0.1, 0.2, 2, 0.5)
    assert low.promised == pytest.approx(0.17)
    assert (high.low, high.high, high.n, high.kept) == (0.9, 1.0, 2, 1.0)


def test_the_calibration_error_of_a_toy_set() -> None:
    # Half of the pairs are off by |0.17 - 0.5|, half by |0.95 - 1|.
    error = calibration_error([0.15, 0.19, 0.9, 1.0], [False, True, True, True])
    assert error == pytest.approx(0.5 * 0.33 + 0.5 * 0.05)


def test_a_perfect_promise_has_no_error() -> None:
    assert calibration_error([0.25] * 4, [True, False, False, False]) == 0
    assert math.isnan(calibration_error([], []))
