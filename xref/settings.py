"""Every threshold of the pipeline, with the measurement that set it.

`stories` means `python -m benchmarks.stories` on the four labelled stories; `pairs` means the
`dev` parts of the labelled pairs. Numbers are chosen on several sets at once, and never on a
single example; where a range did equally well, the more cautious end was taken.
"""

import hashlib
import json
from dataclasses import asdict, dataclass


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

    event_likeness: float = 0.55
    """Cosine from which a passage is held to speak of the claim's event."""

    event_claims: int = 2
    """How many claims of the article must find such a passage before the event is covered."""

    support: float = 0.60
    """Probability from which a relation supports."""

    refute: float = 0.60
    """Probability from which a relation refutes."""

    origins_to_corroborate: int = 2
    """Independent origins that corroborate a claim."""

    copy_containment: float = 0.5
    """Share of the shorter text's word 5-grams found in the other, from which one is a copy of the
    other."""

    copy_words: int = 5
    """Length of these n-grams."""

    nearest_shown: int = 3
    """How many neutral passages a report keeps for a claim, so that silence can be checked."""

    @property
    def sha256(self) -> str:
        """Hash of all values, for `made_with`."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


DEFAULT = Settings()
