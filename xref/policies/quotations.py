"""Whether a quotation bears other words than the same speaker's elsewhere.

A quotation that is only cut is not altered, nor one whose words differ in spelling alone.
"""

import re
from difflib import SequenceMatcher
from itertools import product

from rapidfuzz import fuzz

from xref.attributions.quotes import quotations
from xref.records import Claim, Verdict
from xref.settings import QUOTING, QuotingLimits

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_CUT = re.compile(r"\.\.\.|…|\[")


def altered(verdict: Verdict, limits: QuotingLimits = QUOTING) -> str | None:
    """Say in which words a direct quotation differs from the same speaker's elsewhere."""
    said = verdict.claim.attribution
    ours = _quotes(verdict.claim, limits) if said and said.direct else []
    for relation in verdict.evidence if ours else ():
        passage = relation.candidate.passage
        heard = passage.attribution
        if not said or not heard or _surname(said.source) != _surname(heard.source):
            continue
        theirs = _quotes(passage, limits)
        if any(_holds(them, us) for us, them in product(ours, theirs)):
            return None
        for us, them in product(ours, theirs):
            words = _changed(us, them, limits)
            if words:
                outlet = relation.candidate.article.outlet
                return f"“{words[0]}” here, “{words[1]}” in {outlet}'s quotation of the same words."
    return None


def _quotes(claim: Claim, limits: QuotingLimits) -> list[list[str]]:
    """The words of each quotation that is long enough to be known again, and whole."""
    text = claim.text
    spans = quotations(text, 0, len(text))
    found = [text[a:b] for a, b in spans]
    words = [_WORD.findall(quote) for quote in found if not _CUT.search(quote)]
    return [each for each in words if len(each) >= limits.words]


def _surname(source: str) -> str:
    words = _WORD.findall(source.casefold())
    return words[-1] if words else source


def _holds(longer: list[str], shorter: list[str]) -> bool:
    return f" {' '.join(shorter)} ".casefold() in f" {' '.join(longer)} ".casefold()


def _changed(ours: list[str], theirs: list[str], limits: QuotingLimits) -> tuple[str, str] | None:
    """The first words that were put in the place of others inside what both quote."""
    a, b = [w.casefold() for w in ours], [w.casefold() for w in theirs]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    if same < limits.share * min(len(a), len(b)):
        return None
    steps = matcher.get_opcodes()
    for kind, i, j, k, m in steps[1:-1]:
        if kind == "replace" and not _spelling(a[i:j], b[k:m], limits):
            return " ".join(ours[i:j]), " ".join(theirs[k:m])
    return None


def _spelling(ours: list[str], theirs: list[str], limits: QuotingLimits) -> bool:
    return fuzz.ratio("".join(ours), "".join(theirs)) >= limits.spelling
