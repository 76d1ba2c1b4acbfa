"""Sizes that bound what `split` hands on, and where a quotation is worth cutting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Thresholds of the claims stage, each with what set it."""

    most_claims: int = 400
    """Spans of one article; 1 of 2,057 AllSides articles has more, half have 35 or fewer."""
    longest_claim: int = 2_000
    """Characters of a claim; 1 of 88,591 AllSides sentences is that long."""
    whole_quotation: int = 300
    """Up to this length a sentence whose quotation holds several sentences stays whole: the
    annotators of the labelled stories kept all such (up to 160 characters) as one statement."""
    least_quoted_words: int = 5
    """Shorter sentences inside a quotation (`It is. We know.`) are never a claim alone."""
    opinion_words: int = 35
    """Longer sentences state something beside their judgement; on `babe` and `clef-subjectivity-en`
    the opinion patterns are right in nine of ten shorter ones."""
    headline_length: int = 200
    """A longer first line is a paragraph; 2 of 16,456 AllSides titles are longer."""
    heading_words: int = 12
    """Longer lines in title case are teasers, which state something."""


LIMITS = ClaimSettings()
