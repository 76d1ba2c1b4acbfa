"""Sizes that bound what `split` hands on, and where a quotation is worth cutting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Thresholds of the claims stage, each with what set it."""

    most_claims: int = 400
    """Spans of one article. The longest of 16,456 AllSides articles has fewer; more is a dump."""
    longest_claim: int = 2_000
    """Characters of a claim; 1 in 20,000 AllSides sentences is longer, none of them one sentence."""
    whole_quotation: int = 300
    """Up to this length a sentence whose quotation holds several sentences stays whole: the
    annotators of the labelled stories kept all such (up to 160 characters) as one statement."""
    least_quoted_words: int = 5
    """Shorter sentences inside a quotation (`It is. We know.`) are never a claim alone."""
    headline_length: int = 200
    """A longer first line is a paragraph; 99.9 % of AllSides titles are shorter."""
    heading_words: int = 12
    """Longer lines in title case are teasers, which state something."""


LIMITS = ClaimSettings()
