"""Names of months, weekdays and relative days in six languages."""

# ruff: noqa: SIM905 - tables read best as plain text

from xref.quantities.lexicon import SMALL


def _numbered(rows: str, start: int) -> dict[str, int]:
    return {
        name: number
        for number, row in enumerate(rows.strip().splitlines(), start)
        for name in row.split()
    }


MONTHS = _numbered(
    """
january januar jänner janvier enero январь января январе янв ocak
february februar février febrero февраль февраля феврале фев şubat
march märz mars marzo март марта марте mart
april avril abril апрель апреля апреле апр nisan
may mai mayo май мая мае mayıs
june juni juin junio июнь июня июне haziran
july juli juillet julio июль июля июле temmuz
august août agosto август августа августе авг ağustos
september septembre septiembre setiembre сентябрь сентября сентябре сен eylül
october oktober octobre octubre октябрь октября октябре окт ekim
november novembre noviembre ноябрь ноября ноябре ноя kasım
december dezember décembre diciembre декабрь декабря декабре дек aralık
""",
    1,
)
"""Full names, lower-case -> 1 to 12."""

SHORT_MONTHS = _numbered(
    """
jan ene
feb
mar
apr abr avr
mayo
jun
jul juil
aug ago
sep sept
oct okt
nov
dec dez dic déc
""",
    1,
)
"""Short names; months only beside a day or a year."""

UNSURE_MONTHS = frozenset({"may", "march", "mars", "mart", "mai", "ocak", "sen", "mae", "marzo"})
"""Full names that are other words too; alone they need a preposition before them."""

WEEKDAYS = _numbered(
    """
monday montag lundi lunes понедельник pazartesi mon
tuesday dienstag mardi martes вторник salı tue tues
wednesday mittwoch mercredi miércoles среду çarşamba wed
thursday donnerstag jeudi jueves четверг perşembe thu thurs
friday freitag vendredi viernes пятницу cuma fri
saturday samstag samedi sábado субботу cumartesi
sunday sonntag dimanche domingo воскресенье pazar
""",
    0,
)
"""Names of weekdays -> 0 (Monday) to 6."""

DAYS_AWAY: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "heute": 0,
    "gestern": -1,
    "hier": -1,
    "demain": 1,
    "hoy": 0,
    "ayer": -1,
    "сегодня": 0,
    "вчера": -1,
    "завтра": 1,
    "bugün": 0,
    "dün": -1,
    "yarın": 1,
}
"""Words for days near the article's own -> how many days away."""

SEASONS: dict[str, tuple[int, int]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 14),
}
"""First and last month; past 12 lies the next year."""

PARTS: dict[str, tuple[int, int]] = {
    "early": (1, 4),
    "beginning": (1, 3),
    "start": (1, 3),
    "anfang": (1, 4),
    "mid": (5, 8),
    "middle": (5, 8),
    "mitte": (5, 8),
    "late": (9, 12),
    "end": (10, 12),
    "ende": (10, 12),
    "fin": (10, 12),
    "finales": (10, 12),
    "конце": (10, 12),
    "начале": (1, 3),
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
}
"""Part of a year -> its first and last twelfth; months are cut alike."""

STEPS: dict[str, int] = {"last": -1, "next": 1, "this": 0, "past": -1, "previous": -1, "coming": 1}
LINKS = frozenset({"of", "de", "del", "des", "the", "la", "d", ","})
"""What may stand between day, month and year."""

BEFORE_BARE = frozenset(
    "in since until till by of last next this early late mid from for during before after to "
    "between im en de depuis avant desde hasta в с до ab seit bis fin end through and "
    "around".split()
) | frozenset(STEPS)
"""Words before a month that stands alone."""

NOT_YEARS = frozenset(
    {"at", "some", "least", "than", "about", "around", "over", "nearly", "almost"}
)
"""Words that make four bare digits a number."""

OPENING: dict[str, int] = {
    "before": -1,
    "until": -1,
    "till": -1,
    "by": -1,
    "prior to": -1,
    "bis": -1,
    "avant": -1,
    "после": 1,
    "after": 1,
    "since": 1,
    "beyond": 1,
    "by the": -1,
    "until the": -1,
    "before the": -1,
    "earlier than": -1,
    "since the": 1,
    "after the": 1,
    "from": 1,
    "seit": 1,
    "depuis": 1,
    "desde": 1,
}
"""Words before a date that leave its past (-1) or its future (1) open."""

HOURS: dict[str, int] = {word: value for word, value in SMALL.items() if 1 <= value <= 12}

FARTHEST_AGO = 100
"""Greater counts before `ago` are round figures, not dates."""
