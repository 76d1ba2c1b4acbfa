"""News agencies that papers credit without a word of explanation.

The registry knows more outlets; these are told as credits even where no registry is at hand.
"""

_LATIN = (
    "Reuters|AP|Associated Press|AFP|Agence France-Presse|Agence France Presse|UPI|TASS|ITAR-TASS"
    "|Xinhua|dpa|Sputnik|RIA|RIA Novosti|Interfax|Anadolu|Anadolu Agency|AA|ANSA|EFE|IANS|PTI|ANI"
    "|Kyodo|Kyodo News|Yonhap|Yonhap News|Bloomberg|APA|Europa Press|Europapress|NTB|Ritzau|ANP"
    "|PAP|ČTK|CTK|Tanjug|SANA|IRNA|MNA|Fars|FNA|Tasnim|ISNA|KUNA|WAM|SPA|QNA|Petra|NNA|Antara"
    "|Bernama|AAP|PA Media|Press Association|CNA|BelTA|Ukrinform|UNIAN|Belga|KNA|epd|AGI|Adnkronos"
    "|Lusa|BTA|BNS|MTI|Hina|SRNA|FENA|AZERTAC|Armenpress|DHA|İHA|IHA|KCNA|The Canadian Press"
    "|Canadian Press|The Associated Press|Agencia EFE|Sputniknews"
)
_OTHERS = (
    "ТАСС|Интерфакс|ИНТЕРФАКС|РИА Новости|РИА|Рейтер|Рейтерс|УНИАН|БелТА|Укринформ|АПА|ΑΠΕ|ΑΠΕ-ΜΠΕ"
    "|رويترز|الأناضول|سبوتنيك|新华社|共同社"
)
AGENCIES = frozenset(f"{_LATIN}|{_OTHERS}".split("|"))
_FOLDED = {name.casefold() for name in AGENCIES if len(name) > 3}


def agency(words: str) -> bool:
    """Whether the words name an agency; short names must be in their own letter case."""
    return words in AGENCIES or words.casefold() in _FOLDED
