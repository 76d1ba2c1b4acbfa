"""Claims in their places: no character of the article is lost, added or moved."""

from hypothesis import given
from hypothesis import strategies as st

from xref.records import Claim, ClaimKind, Standing, Verdict
from xref.render.highlighting import paragraphs
from xref.render.wording import numbered


def verdict(text, start, end):
    claim = Claim("id", "a", start, end, text[start:end], ClaimKind.STATEMENT, text[start:end])
    return Verdict(claim, Standing.UNMATCHED, "F4")


SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=8)


@given(st.text(alphabet="ab \n\r\t«ü", max_size=50), SPANS)
def test_segments_give_the_text_back(text, spans):
    verdicts = [(at, verdict(text, *span)) for at, span in enumerate(spans, start=1)]
    found = paragraphs(text, verdicts)
    assert "".join(one.text for paragraph in found for one in paragraph) == text
    assert all(paragraph for paragraph in found)


@given(st.text(alphabet="ab \n", max_size=50), SPANS)
def test_each_number_begins_at_most_once(text, spans):
    verdicts = [(at, verdict(text, *span)) for at, span in enumerate(spans, start=1)]
    firsts = [
        one.number for paragraph in paragraphs(text, verdicts) for one in paragraph if one.first
    ]
    assert len(firsts) == len(set(firsts))


def test_the_shorter_of_two_claims_gets_what_they_share():
    text = "He said it rained."
    outer, inner = verdict(text, 0, 18), verdict(text, 8, 17)
    (paragraph,) = paragraphs(text, [(1, outer), (2, inner)])
    assert [(one.number, one.text) for one in paragraph] == [
        (1, "He said "),
        (2, "it rained"),
        (1, "."),
    ]


def test_claims_over_a_line_break_stay_one_claim():
    text = "One.\n\nTwo."
    first, second = paragraphs(text, [(1, verdict(text, 0, 10))])
    assert [one.text for one in first + second] == ["One.\n\n", "Two."]
    assert [one.first for one in first + second] == [True, False]


def test_report(report):
    found = paragraphs(report.article.text, numbered(report))
    spans = {
        one.verdict.claim.text: one.text for paragraph in found for one in paragraph if one.verdict
    }
    assert all(claim == text.rstrip("\n") for claim, text in spans.items())
    assert len(spans) == len(report.verdicts)
