"""Articles -> labelled pairs: contradictions, supports and silences made from real sentences.

The sets of labelled pairs know little of news. From AllSides articles (Apache-2.0) this makes
pairs of a sentence and the same with one thing changed (`training.alterations`), reworded or
shortened (`training.rewordings`), or another sentence of the same article; and pairs of a headline
and its article's lead, which say one thing in truly different words. Every alteration is met by a
rewording of the same sentence, so that no turn of phrase tells the label.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from training import alterations as alter
from training import wordlists
from training.pairs import Example, lines
from training.rewordings import coarser, lightly, reworded, shortened
from xref.claims.sentences import sentences
from xref.models.crossencoding import LABELS, TYPES

YEARS = (2012, 2013, 2014, 2015)
"""2016 is kept for measuring."""
MEASURED = (2016,)
SENTENCES_AN_ARTICLE = 3
_SHORT, _LONG = 40, 260
_NAME = re.compile(r"\b([A-Z][a-z]+) ((?:[A-Z]\. )?(?:Mc|Mac|O['’])?[A-Z][a-z]+)\b")
_CONTENT = re.compile(r"[A-Za-z][a-z]{3,}|\d[\d,.]*\d|\d")

Chance = random.Random


def generated(
    data: Path, seed: int, years: Sequence[int] = YEARS, most: int = 70_000
) -> list[Example]:
    """Return `most` pairs made from the articles of those years; the same for the same seed."""
    articles = _articles(data, tuple(years))
    chance = random.Random(seed)
    persons = [name for _, _, _, names in articles for name in names]
    examples: list[Example] = []
    for title, told, _, near in articles:
        names = alter.Names(near, chance.sample(persons, min(12, len(persons))))
        examples += _of_headline(title, told, names, chance)
        usable = [s for s in told if _SHORT <= len(s) <= _LONG]
        for sentence in chance.sample(usable, min(SENTENCES_AN_ARTICLE, len(usable))):
            examples += _of_sentence(sentence, title, names, chance)
        examples += _silent(usable, chance)
    examples += _of_others(articles, chance)
    return chance.sample(examples, min(most, len(examples)))


@lru_cache(maxsize=2)
def _articles(data: Path, years: tuple[int, ...]) -> list[tuple[str, list[str], str, list[str]]]:
    rows: list[tuple[str, list[str], str]] = []
    for year in years:
        for row in lines(data / "articles" / f"allsides-{year}.jsonl.gz"):
            text = row["text"][:6000]
            told = [text[s.start : s.end] for s in sentences(text)]
            rows.append((row["title"], told, row["published"] or ""))
    common = _common_words(told for _, told, _ in rows)
    return [(title, told, day, _persons(told, common)) for title, told, day in rows]


def _common_words(texts: Iterator[list[str]]) -> frozenset[str]:
    """Return the words that are mostly written small: `House` is no surname."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for told in texts:
        for word in re.findall(r"\b[A-Za-z][a-z]+\b", " ".join(told)):
            (large if word[0].isupper() else small)[word.lower()] += 1
    return frozenset(word for word, count in small.items() if 3 * count > large[word])


def _persons(told: list[str], common: frozenset[str]) -> list[str]:
    """Return the names of which the second part also stands alone in the article."""
    text = " ".join(told)
    places = {*wordlists.CITIES, *wordlists.STATES, *wordlists.COUNTRIES}
    found = dict.fromkeys(m[0] for m in _NAME.finditer(text))
    return [
        name
        for name in found
        if not {word.lower() for word in name.split()} & common
        and name not in places
        and name.split()[0] not in {"New", "North", "South", "West", "East", "United", "Saudi"}
        and len(re.findall(rf"(?<![A-Z][a-z] )\b{re.escape(name.split()[-1])}\b", text)) > 1
    ][:12]


def _of_sentence(text: str, title: str, names: alter.Names, chance: Chance) -> Iterator[Example]:
    """Yield alterations of the sentence, their counterparts, and what else it lends itself to."""
    evidence = f"{title}: {text}" if chance.random() < 0.25 else text
    made = 0
    for kind in _kinds(chance):
        base = (shortened(text, chance) if chance.random() < 0.4 else None) or text
        other = alter.ALTERATIONS[kind](base, chance, names)
        if other is None or other == base:
            continue
        said = lightly if chance.random() < 0.6 else _as_it_is
        if chance.random() < 0.75:
            yield _example(said(other, chance), evidence, "refutes", kind)
        else:
            yield _example(
                said(text, chance),
                alter.ALTERATIONS[kind](text, chance, names) or other,
                "refutes",
                kind,
            )
        made += 1
        if made == 2:
            break
    yield from _supporting(text, evidence, chance)
    less = shortened(text, chance)
    if less and len(less.split()) <= 0.8 * len(text.split()):
        yield _example(text, lightly(less, chance), "neutral")
    if (hard := alter.hardened(text, chance)) is not None:
        yield _example(hard, evidence, "neutral")
    if (soft := alter.softened(text, chance)) is not None and chance.random() < 0.5:
        yield _example(lightly(soft, chance), evidence, "supports")


def _kinds(chance: Chance) -> list[str]:
    """Return the alterations in an order that tries the rarer ones first, mostly.

    Nearly every sentence can be negated; few name a place or a speaker.
    """
    kinds = list(alter.ALTERATIONS)
    chance.shuffle(kinds)
    if chance.random() < 0.65:
        kinds.remove("negation")
        kinds.append("negation")
    if chance.random() < 0.7:
        kinds.remove("attribution")
        kinds.insert(0, "attribution")
    return kinds


def _supporting(text: str, evidence: str, chance: Chance) -> Iterator[Example]:
    if (wide := coarser(text, chance)) is not None:
        yield _example(lightly(wide, chance), evidence, "supports")
    if chance.random() < 0.7:
        told = reworded(text, chance)
        if told != text or chance.random() < 0.2:
            yield _example(told, evidence, "supports")
    if less := shortened(text, chance):
        yield _example(reworded(less, chance), evidence, "supports")


def _of_headline(
    title: str, told: Sequence[str], names: alter.Names, chance: Chance
) -> Iterator[Example]:
    """Yield the headline against the lead that says the same, altered, and against the rest."""
    title = re.sub(r" (?:[-|–—]|:) [^-|–—:]{3,25}$", "", title)
    if "?" in title or len(title.split()) < 5:
        return
    words = _content(title)
    leads = [s for s in told[:3] if 60 <= len(s) <= 330]
    lead = max(leads, key=lambda s: _share(words, s), default=None)
    rest = [s for s in told[4:30] if _SHORT <= len(s) <= _LONG]
    if lead and _share(words, lead) >= 0.34:
        yield _example(title, lead, "supports")
        made = 0
        for kind in _kinds(chance):
            other = alter.ALTERATIONS[kind](title, chance, names)
            if other and other != title and _told(title, other, lead):
                yield _example(other, lead, "refutes", kind)
                made += 1
            if made == 2:
                break
        if chance.random() < 0.35 and len(lead.split()) > 1.6 * len(title.split()):
            yield _example(lead, title, "neutral")
    if rest:
        other = chance.choice(rest)
        if _share(words, other) < 0.3:
            yield _example(title, other, "neutral")


def _told(title: str, other: str, lead: str) -> bool:
    """Whether the lead holds what the alteration changed, or it changed the polarity alone."""
    lost = _content(title) - _content(other)
    return not lost or any(word in lead.lower() for word in lost)


def _silent(usable: Sequence[str], chance: Chance) -> Iterator[Example]:
    """Yield two sentences of one article: one event, two statements."""
    if len(usable) > 5:
        place = chance.randrange(len(usable) - 1)
        yield _example(usable[place], usable[place + 1], "neutral")
        one, other = chance.sample(usable, 2)
        shared = _content(one) & _content(other)
        if shared and len(shared) < 0.5 * min(len(_content(one)), len(_content(other))):
            yield _example(one, other, "neutral")


def _of_others(
    articles: Sequence[tuple[str, list[str], str, list[str]]], chance: Chance
) -> Iterator[Example]:
    """Yield sentences of different months that share rare words: the same people, another day."""
    where: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for _, told, day, _ in articles:
        for sentence in told[:6]:
            if _SHORT <= len(sentence) <= _LONG:
                for word in re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}", sentence):
                    where[word].append((sentence, day[:7]))
    rare = sorted(word for word, found in where.items() if 2 <= len(found) <= 60)
    for word in chance.sample(rare, min(6000, len(rare))):
        (one, month), (other, later) = chance.sample(where[word], 2)
        if month != later and len(_content(one) & _content(other)) <= 4:
            yield _example(one, other, "neutral")


def _content(text: str) -> set[str]:
    return {word.lower() for word in _CONTENT.findall(text)}


def _share(words: set[str], text: str) -> float:
    return len(words & _content(text)) / max(1, len(words))


def _as_it_is(text: str, chance: Chance) -> str:
    return text


def _example(claim: str, evidence: str, label: str, kind: str | None = None) -> Example:
    return Example(claim, evidence, LABELS.index(label), TYPES.index(kind) if kind else -1)
