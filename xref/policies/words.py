"""The words by which house rules know sources, guesses and allegations (English)."""

import re

_COUNT = r"(?:an?|the|one|two|three|several|some|many|multiple|other|another|various)"
_HIDDEN = r"(?:unnamed|anonymous|unidentified)"
BARE = re.compile(
    rf"(?:{_COUNT}\s+)?(?:{_HIDDEN}\s+)?(?:sources?|insiders?|someone|a person)", re.IGNORECASE
)
"""A source without a descriptor; `a source in the ministry` and `a police source` have one."""

PLURAL = re.compile(
    r"\b(?:sources|officials|insiders|people|persons|diplomats|witnesses|aides|experts|analysts"
    r"|observers|investigators|lawmakers|residents)\b",
    re.IGNORECASE,
)
SPECULATES = re.compile(
    r"\b(?:may|might|could|would probably|likely|probably|possibly|perhaps|presumably|apparently"
    r"|seems?|appears? to|(?:fears?|hopes?|suspects?|guesses|doubts?) that)\b",
    re.IGNORECASE,
)
"""Words of a guess."""

ALLEGES = re.compile(
    r"\b(?:murder(?:ed|ing|s)?|rap(?:ed|es)|(?:sexual|sexually|child) (?:abuse|assault|harass)\w*"
    r"|brib(?:e|ed|es|ery|ing)|corrupt(?:ion|ly)?|fraud\w*|embezzl\w+|launder(?:ed|ing)"
    r"|money laundering|tortur(?:e|ed|ing)|extort\w*|blackmail\w*|traffick(?:ed|ing)"
    r"|war crimes?|massacr\w+|espionage|spied (?:on|for)|perjur\w+|plagiari[sz]\w+|smuggl\w+"
    r"|stole|stolen|poisoned|forged|cover(?:ed)?[- ]up|misconduct|illegally"
    r"|beat (?:him|her|them|prisoners|his wife)|doped|rigged)\b",
    re.IGNORECASE,
)
"""What damages whoever it is said of."""

WITNESSED = re.compile(
    r"\b(?:reporters?|correspondents?|photographers?|journalists?|witness)\b[^.]{0,60}"
    r"\b(?:saw|heard|watched|counted|witnessed|filmed|photographed)\b"
    r"|\b(?:seen|reviewed|heard|obtained|viewed) by\b",
    re.IGNORECASE,
)
"""The newsroom's own eyes."""
