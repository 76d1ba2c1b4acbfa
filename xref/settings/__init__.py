"""Every threshold of the pipeline, with the measurement that set it.

`stories` means `python -m benchmarks.stories` on the four labelled stories; `pairs` means the
`dev` parts of the labelled pairs. Numbers are chosen on several sets at once, and never on a
single example; where a range did equally well, the more cautious end was taken.

`Settings` decides on verdicts, so its hash goes into every report; the other classes bound what
single tools read and compare, and stay the same within a release.
"""

from xref.settings.comparing import (
    EVENTS,
    FOUND,
    JUDGING,
    MARKING,
    MEMORY,
    PACKS,
    QUOTATIONS,
    SKIMMING,
    TOLERANCES,
    WHOLE,
    EventLimits,
    FoundDefaults,
    JudgingLimits,
    MarkingLimits,
    MemoryLimits,
    PackLimits,
    QuotationLimits,
    SkimmingLimits,
    ValueTolerances,
    WholeSum,
)
from xref.settings.deciding import DEFAULT, LISTED, PARTS, Settings, for_judge
from xref.settings.reading import (
    BODIES,
    CLAIMS,
    FETCHING,
    MANNERS,
    READING,
    BodySettings,
    ClaimSettings,
    FetchLimits,
    Manners,
    ReadingLimits,
)
from xref.settings.recording import (
    AUDIT,
    FUSION,
    RECORD,
    AuditSettings,
    FusionSettings,
    RecordSettings,
)

__all__ = [
    "AUDIT",
    "BODIES",
    "CLAIMS",
    "DEFAULT",
    "EVENTS",
    "FETCHING",
    "FOUND",
    "FUSION",
    "JUDGING",
    "LISTED",
    "MANNERS",
    "MARKING",
    "MEMORY",
    "PACKS",
    "PARTS",
    "QUOTATIONS",
    "READING",
    "RECORD",
    "SKIMMING",
    "TOLERANCES",
    "WHOLE",
    "AuditSettings",
    "BodySettings",
    "ClaimSettings",
    "EventLimits",
    "FetchLimits",
    "FoundDefaults",
    "FusionSettings",
    "JudgingLimits",
    "Manners",
    "MarkingLimits",
    "MemoryLimits",
    "PackLimits",
    "QuotationLimits",
    "ReadingLimits",
    "RecordSettings",
    "Settings",
    "SkimmingLimits",
    "ValueTolerances",
    "WholeSum",
    "for_judge",
]
