"""Records of outlets, and audits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FusionSettings:
    """Truth discovery: the published methods' own values, but where a figure stands beside one."""

    start: float = 0.8
    """Accuracy with which every source begins."""
    start_votes: float = 2.0
    """Votes for which this beginning counts: a source with one vote is not all or nothing."""
    accuracies: tuple[float, float] = (0.01, 0.99)
    """Beyond these no source is believed or disbelieved."""
    rounds: int = 30
    settled: float = 1e-4
    """Change of any accuracy under which the rounds end."""
    false_values: int = 100
    """Wrong values that an item could have."""
    copies: float = 0.2
    """Share of pairs that copy, before anything is known of them."""
    copy_rate: float = 0.8
    """Share of a copier's values that it copies."""
    common_items: int = 10
    """Items that two sources must both speak of before they are compared."""
    implied: float = 0.5
    """Share of a value's support that goes to those like it."""
    dampening: float = 0.3
    """TruthFinder's, for sources that are not independent."""
    nearly: float = 0.5
    """Of the best support, from which a fuller value may hold in `nested`."""


@dataclass(frozen=True, slots=True)
class RecordSettings:
    """When a record gets which letter."""

    least_claims: int = 30
    """Judged claims below which an outlet cannot be judged (F). With 30 that all stood the interval
    still reaches down to 0.89."""
    least_articles: int = 10
    """Articles with judged claims below which it cannot either: 45 claims of 4 articles, with an
    interval from 0.88 up, came from three events."""
    letters: tuple[tuple[str, float], ...] = (("A", 0.95), ("B", 0.85), ("C", 0.7), ("D", 0.5))
    """Lower end of the interval from which a letter is given; E below the last. A convention, not
    a measurement: it cuts where one in 20, in 7, in 3 and in 2 judged claims may have fallen."""
    start: float = 0.8
    """Accuracy of an origin of which nothing else is known."""
    start_votes: float = 4.0
    """Claims for which this counts."""
    rounds: int = 10
    accuracies: tuple[float, float] = (0.55, 0.95)
    """No origin weighs less or more than this: even the best may be wrong in one of twenty."""


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """How an outlet's articles are looked at over time."""

    name_likeness: float = 80.0
    """Likeness (rapidfuzz ratio, 0 to 100) from which an unknown outlet's name is taken for a slip.
    One slip in each of 1,487 registered names: 1,418 are found again and 9 taken for another; of
    396 local papers that the registry lacks 11 are likened to one (48 at 75, 2 at 85)."""
    grace_days: int = 1
    """Days after its own that still count as an article's time: pages misdate themselves by one."""
    same_event: int = 2
    """Claims to which an article must come near to be on the event; as `Settings.event_claims`."""
    trend_articles: int = 30
    """Articles with a judged claim, below which nothing is said of change."""
    trend_p: float = 0.01
    """From which a change is called one; several periods and rates are looked at together."""


FUSION = FusionSettings()


RECORD = RecordSettings()


AUDIT = AuditSettings()
