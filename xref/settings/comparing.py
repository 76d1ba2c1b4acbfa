"""How values, quotations and texts are compared, and what is kept of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueTolerances:
    """How far two values may be apart and still be one.

    Measured on 11,433 pairs of newprot, snli, mnli, fever and fm2 (train, a digit in both texts)
    and breaking-nli's cardinals. As set here, 86.9 % of 1,023 number conflicts are refutations
    (most others are neutral rows on two different things), and 235 of breaking-nli's 240 wrong
    cardinals are found. Away from these values precision hardly moves, so the plain reading of
    the words was kept.
    """

    rounding: float = 0.05
    """An exact figure is as wide as half its last digit, up to this share of it. Precision of
    conflicts: 85.7 % without any, 86.8 % at 0.02, 86.9 % here, 87.0 % at 0.1 with fewer found."""
    about: float = 0.12
    """`About` opens a figure by this share to both sides. 87.0 % at 0.05, 86.9 % here and at 0.3:
    flat, so it stays where `some 80` and 113 are two numbers and `about 300` and 297 one."""
    almost: float = 0.15
    """`Almost` opens it downwards and leaves out the figure itself. 86.2 % at 0.05, 86.9 % here
    and at 0.25."""
    reach: float = 5.0
    """An open bound speaks for values up to so many times away; beyond, `at least 12` and 5,000
    neither agree nor conflict. Agreement is no refutation in 79.5 % at 2, 78.9 % here."""
    count_grain: float = 100.0
    """Counts are rounded only from hundreds up: 80 dead are not 78. 87.0 % at 10, 86.7 % at
    1,000."""
    relative_days: int = 1
    """Days by which `yesterday` may be off, for pages misdate themselves by a time zone. Not
    measured: the pairs have no dates of publication."""
    clock_minutes: int = 0
    """Minutes between two exact times that are still one. All 15 conflicts of times among the
    pairs are refutations."""


@dataclass(frozen=True, slots=True)
class MarkingLimits:
    """When marking would cost more than it shows."""

    words: int = 250
    """difflib is quadratic; random texts of this length took 6 ms at most."""
    alike: float = 0.35
    """Below this share of common words, as in free rephrasing or between languages, nearly
    every word would be marked; then only the figures that the other text lacks are."""


@dataclass(frozen=True, slots=True)
class JudgingLimits:
    """Where the shipped judge spares itself the reading."""

    least_chance: float = -0.7
    """Log-odds of support without the model under which a found passage is not read by it. Of 6,035
    passages of 60 AllSides articles of 2013 above -1.25 2,042 lie above this. With the model's word
    182 of all are likelier than 0.5, none of which lie below, and 492 than 0.3, of which 22 do (15
    at -0.8, where 2,523 are read; 32 at -0.6, where 1,656 are)."""
    least_differing: float = -1.0
    """The same, less what differences take from it, for a passage that differs in something that
    may refute. Of 32 false statements made of the four stories 10 are contradicted or disputed, as
    when all such passages are read; at -0.25 two fewer."""
    unread: float = -5.0
    """What the model is taken to say of a passage that it does not read, for support and against,
    each beside neutral: its median answers on 1,500 found passages below that bar are -5.1 and
    -4.9 (60 AllSides articles of 2013)."""
    unread_states: float = -4.5
    """The same for its answer whether a found passage states the claim: its mean below -1.5, where
    697 passages that the judge before held for less likely than 0.03 mostly lie, is -4.4."""


@dataclass(frozen=True, slots=True)
class SkimmingLimits:
    """How much of a claim a passage says again, as likeness and common words let expect.

    Fitted on the 18,271 pairs of 30 AllSides articles of 2016 (five of each of six outlets), each
    encoded: off by 0.051 (standard deviation). Half of them give 0.170, 0.671, 0.296, and are off
    by 0.050 on the other half.
    """

    start: float = 0.173
    same_words: float = 0.68
    """For the share of the claim that the passage has in the very same words and names."""
    likeness: float = 0.286
    margin: float = 0.5
    """What a passage may say again beyond that, over the root of the claim's number of words, for
    the fewer these are the less is certain (0.25 for four words, 0.08 for forty). Of 26,128 pairs
    of 50 AllSides articles of 2014 to 2016 the model has 1,440 to read. Their words are among 2,111
    that are encoded at 1.0, 1,699 here with one pair missed, 1,625 at 0.4 with two, 1,491 at 0.2
    with 29. Fitted anew on those of 2014 and 2015, with the share of stems or the passage's length,
    the estimate is off by 0.045 near the bar in place of 0.048, and no fewer words are encoded. Of
    20 articles (875 statements) no standing, grade or origin is another at 0.5 than at 1.0."""


@dataclass(frozen=True, slots=True)
class FoundDefaults:
    """What is taken of a found passage where it is not known: about the mean of those read."""

    above_topic: float = 0.13
    near_in_time: float = 0.6
    days: int = 10
    """Days between two articles from which more tell no more."""


@dataclass(frozen=True, slots=True)
class WholeSum:
    """How likely a passage that states what a claim mainly asserts states the whole of it.

    A logistic regression on 484 such pairs of AllSides articles (training/news_readings.csv), of
    which 193 do. Cross-validated by article its area under the ROC curve is 0.81 (the sureness of
    support: 0.77); of 146 under 0.2 0.14 do, of 117 from 0.6 on 0.80.
    """

    start: float = -2.698
    said_again: float = 8.728
    """For how much of the claim the passage says again."""
    words: float = -1.235
    """For the logarithm of the claim's number of words: the longer, the more is left out."""


@dataclass(frozen=True, slots=True)
class MemoryLimits:
    """Of which compared passages a corpus remembers the parts of the judgement, too.

    All probabilities are kept; a passage's parts take more room than the rest of its row, and a
    report shows them only for what supports, what refutes and the nearest others.
    """

    least_probability: float = 0.05
    """From which a passage could support or refute under other thresholds: a fifth of `support`."""
    nearest: int = 5
    """The nearest of the passages of each claim below it; a report shows `nearest_shown`."""


@dataclass(frozen=True, slots=True)
class QuotationLimits:
    """When two quotations are taken for one."""

    least_words: int = 6
    """Shorter ones (`a very good deal`) are said by many, and not known again. Not measured."""
    least_around: int = 8
    """Words that both must have around what differs: of 45 found in 885 articles with 6, six were
    two sayings of one common shape (`I don't think that`), and none of these shared as many."""
    longest: int = 2_000
    """Characters; the alignment is quadratic, and no claim is longer."""
    alike: float = 0.8
    """Share of the words of the stretch that both have; below, it was worded anew."""
    longest_change: int = 4
    """Words; what differs in more of them at one place was worded anew."""
    least_of_others: int = 10
    """Words in a row that both must have to be one saying by two persons. In 31,881 pairs of
    quotations in 3,657 AllSides articles (2016), 40 that share fewer than eight were turns of
    phrase (`the next president of the United States`); eight and nine such words are easily put
    together, too. No pair there that shares more is given to two persons."""
    reach: int = 400
    """Characters around a quotation in which the other outlet's speaker must not be named. Without
    it the same pairs gave 11 alarms from eight words on, all false: one quotes the other, or is
    called by his state. With it none; and of 138 pairs of one saying of one person, in which the
    person was renamed in the one text, all are found."""


@dataclass(frozen=True, slots=True)
class EventLimits:
    """When two reports are of one event."""

    shared: int = 3
    """Articles that support or refute statements of both. Not measured: fewer than three are easily
    one round-up of a day's news."""


@dataclass(frozen=True, slots=True)
class PackLimits:
    """How much of an evidence pack is read; nothing in it is trusted."""

    files: int = 20_000
    bytes: int = 500_000_000
    """Unpacked, all files together: a report on a corpus of long articles takes 1 to 5 million."""


TOLERANCES = ValueTolerances()


MARKING = MarkingLimits()


JUDGING = JudgingLimits()


SKIMMING = SkimmingLimits()


QUOTATIONS = QuotationLimits()


FOUND = FoundDefaults()


WHOLE = WholeSum()


MEMORY = MemoryLimits()


EVENTS = EventLimits()


PACKS = PackLimits()
