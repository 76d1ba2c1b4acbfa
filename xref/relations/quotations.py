"""The same quotation in two outlets: cut, with other words, or given to somebody else.

Only words between quotation marks are compared, for only those are vouched for letter by letter.
What a quotation leaves out openly (`...`, `[the deliveries]`) is no alteration.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from xref.attributions.people import full_name, surname, two_people
from xref.attributions.quotes import quotations
from xref.records import (
    Article,
    Candidate,
    Claim,
    Quotation,
    Requoting,
    SourceKind,
)
from xref.settings import QUOTATIONS, QuotationLimits

Span = tuple[int, int]
Words = tuple[str, ...]
Change = tuple[Words, Words]

_GAP = "…"
_WITHIN = 0.8
"""Share of a quotation that must be what its claim has somebody say; the rest are marks."""
_TOKEN = re.compile(
    r"\[[^\]]*\]|\([^)]*\)|…|\.{3,}|(?:\. ){2,}\.|\w+\*+\w*|\w+(?:[.,]\d+)*(?:'\w+)*"
)
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
}
_SPELLING = (
    (re.compile(r"’"), "'"),
    (re.compile(r"\b(?:\w\.){2,}"), lambda found: found[0].replace(".", "")),
    (re.compile(r"(?<=\w)[iy]s(?=e[srd]?\b|ing\b|ations?\b)"), "iz"),
    (re.compile(r"(?<=\w)yz(?=e[srd]?\b|ing\b)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=s?\b|ed\b|ing\b|able\b)"), "or"),
    (re.compile(r"(?<=[aeiou]l)l(?=(?:ing|ed)\b)"), ""),
    (re.compile(r"&"), "and"),
    (re.compile(r"\bcan'?t\b|\bcannot\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\b(he|she|it|that|there|what|who|here)'s\b"), r"\1 is"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\bgonna\b"), "going to"),
    (re.compile(r"\bwanna\b"), "want to"),
)
"""House styles of the same words: no newsroom calls these an alteration."""
_WORD = re.compile(r"\w[\w.,']*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation of a text, as it is compared."""

    span: Span
    """Its marks included."""
    words: Words
    claim: Claim


@dataclass(frozen=True, slots=True)
class _Step:
    tag: str
    ours: Words
    theirs: Words

    @property
    def longest(self) -> int:
        return max(len(self.ours), len(self.theirs))


def requoted(candidates: Iterable[Candidate], article: Article) -> tuple[Quotation, ...]:
    """Find the quotations of one claim of `article` that its candidates print otherwise."""
    found: list[Quotation] = []
    ours: dict[str, list[Quoted]] = {}
    for candidate in candidates:
        claim, page = candidate.claim, candidate.article
        if claim.id not in ours:
            ours[claim.id] = quoted(claim, article.text)
        if ours[claim.id]:
            for other in quoted(candidate.passage, page.text):
                found += _compared(ours[claim.id], other, article, page)
    found.sort(key=lambda one: (one.kind, one.article.id, one.theirs, one.ours))
    return tuple(dict.fromkeys(found))


def quoted(claim: Claim, text: str, limits: QuotationLimits = QUOTATIONS) -> list[Quoted]:
    """Return the quotations inside a claim that are long enough to be known again."""
    found = []
    for start, end in quotations(text, claim.start, claim.end):
        if end - start <= limits.longest:
            words = spoken(text[start:end])
            if len(words) - words.count(_GAP) >= limits.least_words:
                found.append(Quoted((start, end), words, claim))
    return found


def spoken(text: str) -> Words:
    """Return the words of a quotation in one spelling, with a sign for what is left out openly."""
    text = text.casefold()
    for pattern, plain in _SPELLING:
        text = pattern.sub(plain, text)
    tokens = (found.group() for found in _TOKEN.finditer(text))
    return tuple(_NUMBERS.get(token, token) if _WORD.fullmatch(token) else _GAP for token in tokens)


def _compared(
    ours: Sequence[Quoted], other: Quoted, article: Article, page: Article
) -> Iterator[Quotation]:
    for one in ours:
        changes = changed(one, other)
        if changes is None:
            continue
        kind, differs = Requoting.SHORTENED, ("", "")
        speakers = _others((one, article.text), (other, page.text))
        if speakers is not None:
            kind, differs = Requoting.OTHER_SPEAKER, speakers
        elif changes:
            kind, differs = Requoting.ALTERED, _shown(changes)
        elif one.words == other.words:
            continue
        yield Quotation(kind, page, one.span, other.span, *differs)


def changed(one: Quoted, other: Quoted) -> list[Change] | None:
    """Return in which words two quotations of the same saying differ; None where they are two."""
    if not _shingles(one.words) & _shingles(other.words):
        return None
    return compare(one.words, other.words)


def _speaker(quoted: Quoted, text: str) -> str | None:
    """Whose words a quotation is: the person whose name the paragraph gives outside of it."""
    said, span = quoted.claim.attribution, quoted.span
    if said is None or said.kind is not SourceKind.NAMED or _shared(said.content, span) < _WITHIN:
        return None
    name = full_name(said.source, text)
    start = text.rfind("\n", 0, span[0]) + 1
    stop = text.find("\n", span[1])
    beside = text[start : span[0]] + " … " + text[span[1] : stop if stop >= 0 else len(text)]
    return name if name and surname(name) in beside else None


def _shared(content: Span, span: Span) -> float:
    """The share of a quotation that is the content of what its claim has somebody say."""
    return (min(content[1], span[1]) - max(content[0], span[0])) / (span[1] - span[0])


def _others(ours: tuple[Quoted, str], theirs: tuple[Quoted, str]) -> tuple[str, str] | None:
    """The two persons to whom two outlets give one quotation; None where it may be one.

    Who is named near the quotation in the other text may be its speaker there: one may quote the
    other, and a sentence may be read wrongly.
    """
    (one, here), (other, there) = ours, theirs
    run = QUOTATIONS.least_of_others
    if not _shingles(one.words, run) & _shingles(other.words, run):
        return None
    ourselves, themselves = _speaker(one, here), _speaker(other, there)
    if ourselves is None or themselves is None or not two_people(ourselves, themselves):
        return None
    if _near(themselves, one, here) or _near(ourselves, other, there):
        return None
    return ourselves, themselves


def _near(name: str, quoted: Quoted, text: str, reach: int = QUOTATIONS.reach) -> bool:
    start, end = quoted.span
    return surname(name) in text[max(0, start - reach) : end + reach]


def _shingles(words: Words, size: int = 3) -> set[Words]:
    """Runs of words, of which two quotations must share one before they are aligned."""
    return {words[at : at + size] for at in range(len(words) - size + 1)}


def compare(
    ours: Words, theirs: Words, limits: QuotationLimits = QUOTATIONS
) -> list[Change] | None:
    """Return in which words two quotations of the same saying differ, where both have it.

    None where they are two quotations, or one worded anew (as a second translation would).
    """
    steps = _overlap([_Step(s.tag, ours[s.src_start : s.src_end], theirs[s.dest_start : s.dest_end])
                      for s in Levenshtein.opcodes(ours, theirs)])  # fmt: skip
    alike = sum(len(step.ours) for step in steps if step.tag == "equal")
    changes = _changes(steps)
    region = alike + sum(max(len(a), len(b)) for a, b in changes)
    least = max(limits.least_words, limits.alike * region, min(len(ours), len(theirs)) / 2)
    if alike < least:
        return None
    if any(max(len(a), len(b)) > limits.longest_change for a, b in changes):
        return None
    return None if changes and alike < limits.least_around else changes


def _changes(steps: Sequence[_Step]) -> list[Change]:
    """Join what differs at one place, but for open gaps and what is only spaced otherwise."""
    found: list[Change] = []
    for differs, run in groupby(steps, key=lambda step: step.tag != "equal"):
        if differs:
            at_one_place = list(run)
            ours = tuple(word for step in at_one_place for word in step.ours)
            theirs = tuple(word for step in at_one_place for word in step.theirs)
            if _GAP not in ours + theirs and "".join(ours) != "".join(theirs):
                found.append((ours, theirs))
    return found


def _overlap(steps: list[_Step]) -> list[_Step]:
    """Cut from both ends what only shows that one quotation begins or ends elsewhere."""
    for _ in range(2):
        cut = False
        while steps:
            first = steps[0]
            loose = len(first.ours) == 1 and len(steps) > 1 and steps[1].longest > 1
            if first.tag == "equal" and not loose:
                break
            if first.tag == "replace" and not cut and len(first.ours) == len(first.theirs) == 1:
                break
            steps = steps[1:]
            cut = True
        steps = steps[::-1]
    return steps


def _shown(changes: Sequence[Change]) -> tuple[str, str]:
    """Write out what only the one has, and what only the other; a dash stands for nothing."""
    ours, theirs = ("; ".join(" ".join(c[side]) or "–" for c in changes) for side in (0, 1))
    return ours, theirs
