"""What decides on verdicts; its hash goes into every report."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be tuned. The hash of all values goes into every report."""

    window_days: int = 14
    """Days before and after the article in which evidence counts. In the stories 2 of 184 dated
    evidence links lie outside; a year-old page with the same words is of another occasion."""

    passages_a_claim: int = 24
    """Passages taken by meaning for each claim, and as many by words."""

    least_likeness: float = 0.30
    """Cosine under which a passage is not even judged."""

    least_measured: float = 0.47
    """Cosine under which a found passage is not measured: its words need not be encoded, which is
    what judging mostly costs."""

    least_measured_agreeing: float = 0.35
    """The same where a figure or a day of both agrees. Of 7,568 passages found for the four stories
    and ten AllSides articles of 2016 4,333 lie below, and with them none of the 197 that would
    support and none of the 9 that would refute; with 0.49 for the other bar two of these."""

    event_likeness: float = 0.55
    """Cosine from which a passage is held to speak of the claim's event."""

    event_share: float = 0.25
    """Share of the article's claims that must find such a passage before the event is covered. Four
    stories against each other's pages: 0.44 to 0.76 of the claims in their own, 0.12 at most in
    another's."""

    event_claims: int = 2
    """Claims of the checked article to which an article on the same event must come so near. Of
    pairs of articles on 40 events (Giveme5W1H, nine claims each) 0.93 of those that do are of one
    event, and 0.86 of those of one event do; with one claim 0.84 and 0.93, with three 0.99 and
    0.77."""

    event_characters: int = 600
    """Length from which an article is expected to; in four stories half of the pages are shorter,
    and their few sentences come near to one claim or two."""

    support: float = 0.15
    """Probability from which a found passage supports. Of 1,301 that were read (training/
    news_readings.csv; on 600 of them the sums were fitted) 0.68 of those above it state the claim,
    and 0.87 of those that do lie above; 0.73 and 0.84 at 0.2, 0.76 and 0.80 at 0.25. Of the 252
    from the demo corpus and AllSides, whose events the sums never saw: 0.58 and 0.83, 0.65 and
    0.80, 0.68 and 0.76. `corroboration` asks for more of several together; with it macro-F1 on
    `stories` is 0.57 here, 0.54 at 0.2, 0.50 at 0.25, precision of `corroborated` 0.95, 0.94 and
    0.94, false statements called corroborated 2, 2 and 1 of 32."""

    refute: float = 0.75
    """Probability from which a found passage refutes what it unsays (negation, modality) or dates
    otherwise; where it has another name, `refute_if_equal` is asked for as well. Any difference
    could refute outright before: of 201 articles (AllSides 2016) 70 statements were then refuted,
    of which two or three rightly (mostly another poll, tally, contest or day was told of), and are
    25 now. Of 281 statements of theirs that others report, made false in one thing
    (`training.alterations`), 42 were refuted, and are 23 now. On `stories` no label changes, of 32
    false statements 7 instead of 8 are called contradicted or disputed."""

    refute_if_equal: float = 0.75
    """Probability of support that a passage with another figure, day or name would have, had it the
    claim's words there, from which it refutes. Of the pairs of the four stories and their false
    twins, read one by one, all 23 above 0.6 refute. Of the statements above 49 and 35 at 0.6 (with
    0.5 for the other bar), 25 and 23 here, 11 and 16 at 0.85 for both."""

    listed: bool = False
    """Whether the pairs are those of a list, each of one matter, and not what a search found among
    articles: the judge's probabilities rest on how common support and denial are."""

    origins_to_corroborate: int = 2
    """Independent origins that corroborate a claim."""

    corroboration: float = 0.2
    """Probability that so many origins state a claim, from which they corroborate it. Of 99 claims
    of 32 articles (AllSides 2016, Giveme5W1H) for which two or more supported, those below 0.4 were
    read: of 22 under 0.11 two were corroborated, of 14 from there to 0.2 six, of 12 to 0.3 five,
    and of 10 to 0.4 eight. On `stories`, without and with it: precision of
    `corroborated` 0.88 and 0.95, macro-F1 0.54 and 0.57, false statements called corroborated 3 and
    2 of 32.

    It is asked for each name, place, weekday and figure of the claim, of the origins that have it.
    Of 281 statements of 201 articles (AllSides 2016) that others report, each changed in one word
    by `training.alterations`, 77 had two outlets sure enough without this, 40 with it (names 11
    and 6, places 11 and 0, dates 10 and 2); of the 356 as they were, 244 and 201, and of the lost
    ones that were read most had been reported in part only. On `stories` one of 21 is lost."""

    standing_out: float = 0.16
    """By how much likeness an origin must lie above the passages that are near the claim for its
    topic alone, to corroborate it. Of 94 statements of 54 articles (AllSides 2016) that were called
    corroborated without it, all read, nine were no statements and 34 of the others were: 0.40. The
    judge's sureness did not tell the two apart (AUC 0.49), this did (0.76; 0.73 and 0.80 in two
    halves): from 0.12 on 27 of 54 were, from 0.14 25 of 44, here 23 of 33, from 0.18 17 of 23. On
    `stories` it takes one of 21, and one of the two false ones."""

    single_source: float = 0.25
    """Sureness from which one origin is a claim's source. 60 of the 180 statements of 30 articles
    (AllSides 2016) were read that were single-source from `support` on, and 12 were: 9 of the 24
    from here on that have all that the claim names, 9 of 33 from 0.2, 3 of the 27 others. On
    `stories` it takes one, which its label accepts."""

    plainly_alike: float = 0.76
    """Likeness from which a passage need not stand out: what twenty outlets report is alike in all
    of them. Of those 94 statements none had two such origins that did not stand out."""

    confirmation: float = 0.5
    """As `corroboration`, for the best grade, 1: likelier than not."""

    copy_likeness: float = 0.5
    """Words in the same order, twice over both lengths, from which a sentence is another's copy.
    Chosen with the next two on 60 articles (AllSides 2012 and 2013) copied in eight ways: the share
    of copied words was at least 0.24 in all 480, and under 0.085 in 0.99 of 1,500 pairs of two
    domains on one day and topic; at 0.6 spun copies come down to 0.40, at 0.4 those pairs go up to
    0.15."""

    copy_share: float = 0.2
    """Share of the words of either text that lie in such sentences, from which one is a copy."""

    copy_words: int = 40
    """How many words that must be at least."""

    copy_whole: float = 0.5
    """Share from which a text was copied as a whole, so that its other passages go with it."""

    copy_short: int = 100
    """Words under which a text is short: nearly all of it is facts, which two newsrooms tell alike.
    There this share must be copied, and `copy_short_words`, at `copy_short_likeness`. Not measured;
    two sentences on one crash, written apart, came to 0.51."""

    copy_short_likeness: float = 0.7

    copy_short_words: int = 25

    copy_trigrams: float = 0.08
    """Share of the shorter text's word trigrams under which texts are not laid side by side: copies
    made as above have at least 0.18, and 0.98 of the pairs apart less than this."""

    nearest_shown: int = 3
    """How many neutral passages a report keeps for a claim, so that silence can be checked."""

    @property
    def sha256(self) -> str:
        """Hash of all values, for `made_with`."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

    @property
    def judging_sha256(self) -> str:
        """Hash of what decides which passages are compared, and how."""
        judging = {name: getattr(self, name) for name in _JUDGING} | {"comparison": _COMPARISON}
        return hashlib.sha256(json.dumps(judging, sort_keys=True).encode()).hexdigest()


_COMPARISON = 4
"""Raised when texts are compared otherwise than before: what was stored then is stale."""


_JUDGING = (
    "window_days",
    "passages_a_claim",
    "least_likeness",
    "least_measured",
    "least_measured_agreeing",
    "event_likeness",
    "event_share",
    "event_claims",
    "event_characters",
    "listed",
)


DEFAULT = Settings()


PARTS = replace(DEFAULT, support=0.45, refute=0.7)
"""For the judge of parts alone, whose probabilities are not those of the shipped one."""


NAMED = replace(DEFAULT, support=0.5)
"""For any other judge, whose probabilities nobody measured on found passages: likelier than not."""


LISTED = replace(DEFAULT, listed=True, support=0.75, refute=0.7, least_measured=-1.0)
"""For the shipped judge on lists of labelled pairs."""


def for_judge(name: str | None, *, listed: bool = False) -> Settings:
    """Return the settings that a judge's probabilities were measured with."""
    if name is not None and name.startswith("parts"):
        return replace(PARTS, least_measured=LISTED.least_measured) if listed else PARTS
    if listed:
        return LISTED
    return DEFAULT if not name or name.startswith("news-") else NAMED
