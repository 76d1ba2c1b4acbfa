"""Copies of an article as they are made: cut, put in another order, reworded, spun, disguised.

The spinner's table is made of the shipped encoder's vectors of single words, which the search for
copies never sees. There is no translator without a network: `translated` is an imitation of what a
translation there and back leaves (other small words, other synonyms, clauses moved), and easier or
harder than a real one to an extent that was not measured.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from xref.encoders import Encoder

Synonyms = Mapping[str, Sequence[str]]
_SPINNABLE = 4_000
"""Most frequent words of four letters and more that the spinner knows."""
_LIKE = 0.55
"""Cosine of two words' vectors from which the spinner holds them to be synonyms."""
_SMALL = {
    "said": "stated", "also": "as well", "but": "however", "after": "following",
    "before": "prior to", "about": "around", "because": "since", "while": "whereas",
    "many": "numerous", "more": "further", "has": "had", "have": "had", "is": "was",
    "are": "were", "will": "would", "can": "may", "that": "which", "with": "along with",
    "over": "above", "in": "within", "on": "upon", "for": "to", "against": "versus",
    "not": "in no way", "who": "that", "his": "the", "their": "the", "its": "the", "the": "",
    "a": "one", "an": "one", "to": "in order to", "of": "from", "by": "through",
}  # fmt: skip
_LOOKALIKES = str.maketrans("aeopcxyiABEKMHOPCTX", "аеорсхуіАВЕКМНОРСТХ")


def synonyms(texts: Iterable[str], model: Encoder) -> Synonyms:
    """Make a spinner's table: for frequent words, the words with the nearest vectors."""
    counts = Counter(word for text in texts for word in re.findall(r"\b[a-z]{4,}\b", text))
    words = [word for word, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))][:_SPINNABLE]
    vectors = model.encode(words)
    table: dict[str, list[str]] = {}
    for place, word in enumerate(words):
        likeness = vectors @ vectors[place]
        near = [words[i] for i in likeness.argsort()[::-1][1:6] if likeness[i] >= _LIKE]
        # A spinner that writes `attacks` for `attack` changes little: other stems come first.
        near.sort(key=lambda other: other[:4] == word[:4])
        if near:
            table[word] = near[:3]
    return table


class Copier:
    """Makes copies of each kind; the same seed makes the same ones."""

    def __init__(self, table: Synonyms, others: Sequence[str], seed: int) -> None:
        self._table, self._others = table, others
        self._random = random.Random(seed)  # noqa: S311
        self.kinds: dict[str, Callable[[str], str]] = {
            "cut": self.cut,
            "re-headlined": self.headlined,
            "re-ordered": self.reordered,
            "reworded": self.reworded,
            "spun": self.spun,
            "translated": self.translated,
            "homoglyphs": self.homoglyphs,
            "mosaic": self.mosaic,
        }

    def cut(self, text: str) -> str:
        """Keep 40 to 60 per cent of the paragraphs, in order."""
        parts = _paragraphs(text)
        most = max(3, round(len(parts) * self._random.uniform(0.4, 0.6)))
        kept = sorted(self._random.sample(range(len(parts)), min(most, len(parts))))
        return "\n\n".join(parts[i] for i in kept)

    def headlined(self, text: str) -> str:
        """Put another headline and lead before it, and leave out the end."""
        parts = _paragraphs(text)
        lead = f"What we know so far. {self._spin(parts[0], 0.5)}"
        return "\n\n".join([lead, *parts[1 : max(3, round(len(parts) * 0.8))]])

    def reordered(self, text: str) -> str:
        """Put the paragraphs in another order."""
        parts = _paragraphs(text)
        self._random.shuffle(parts)
        return "\n\n".join(parts)

    def reworded(self, text: str) -> str:
        """Change a word in eight and drop a sentence in six."""
        parts = [
            " ".join(
                self._spin(sentence, 0.125)
                for sentence in _sentences(part)
                if self._random.random() > 1 / 6
            )
            for part in _paragraphs(text)
        ]
        return "\n\n".join(part for part in parts if part)

    def spun(self, text: str) -> str:
        """Change every word that the spinner knows another for, but one in five."""
        return "\n\n".join(self._spin(part, 0.8) for part in _paragraphs(text))

    def translated(self, text: str) -> str:
        """Imitate a translation there and back."""
        return "\n\n".join(
            " ".join(self._translate(sentence) for sentence in _sentences(part))
            for part in _paragraphs(text)
        )

    def homoglyphs(self, text: str) -> str:
        """Write one word in two with letters of another script that look the same."""
        return re.sub(
            r"\w+",
            lambda m: m[0].translate(_LOOKALIKES) if self._random.random() < 0.5 else m[0],
            text,
        )

    def mosaic(self, text: str) -> str:
        """Paste half of the paragraphs between those of two other articles."""
        mine = self.cut(text).split("\n\n")
        foreign = [p for other in self._random.sample(self._others, 2) for p in _paragraphs(other)]
        foreign = foreign[: len(mine) * 2]
        for part in mine:
            foreign.insert(self._random.randrange(len(foreign) + 1), part)
        return "\n\n".join(foreign)

    def _spin(self, text: str, share: float) -> str:
        def other(match: re.Match[str]) -> str:
            near = self._table.get(match[0])
            if near is None or self._random.random() > share:
                return match[0]
            return self._random.choice(near)

        return re.sub(r"\b[a-z]{4,}\b", other, text)

    def _translate(self, sentence: str) -> str:
        spun = self._spin(sentence, 0.35)
        words = re.sub(
            r"\b[a-z]+\b",
            lambda m: _SMALL.get(m[0], m[0]) if self._random.random() < 0.5 else m[0],
            spun,
        )
        head, comma, rest = words.partition(", ")
        if comma and self._random.random() < 0.5 and len(rest) > len(head):
            words = f"{rest.rstrip('.')}, {head}."
        return re.sub(r" {2,}", " ", words)


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n") if part.strip()]


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)
