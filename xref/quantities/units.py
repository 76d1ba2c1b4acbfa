"""Units that news texts use, with their factor to the base unit of their dimension.

A table of our own: importing pint takes longer than reading thousands of sentences, and it does
not know the inflected and translated names that matter here. A ton is read as a tonne: in
reporting the two words are translations of each other more often than different weights.
"""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: `value * factor + offset` gives the base unit of its dimension."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


_DAY = 86_400.0
_YEAR = 365.2425 * _DAY

_TABLE: tuple[tuple[Unit, str], ...] = (
    (Unit("mm", "length", 0.001), "mm|millimetre|millimetres|millimeter|millimeters"),
    (Unit("cm", "length", 0.01), "cm|centimetre|centimetres|centimeter|centimeters|zentimeter|см"),
    (
        Unit("m", "length"),
        "m|metre|metres|meter|meters|metern|mètre|mètres|metro|metros|метр|метра|метров|metri|м",
    ),
    (
        Unit("km", "length", 1000.0),
        "km|kms|kilometre|kilometres|kilometer|kilometers|kilometern|kilomètre|kilomètres|"
        "kilómetro|kilómetros|километр|километра|километров|км|kilometri|kilometre",
    ),
    (Unit("in", "length", 0.0254), "inch|inches"),
    (Unit("ft", "length", 0.3048), "ft|foot|feet"),
    (Unit("yd", "length", 0.9144), "yard|yards|yd|yds"),
    (Unit("mi", "length", 1609.344), "mile|miles|mi|meilen|millas|milles"),
    (
        Unit("nmi", "length", 1852.0),
        "nautical mile|nautical miles|nm|nmi|seemeilen|millas náuticas|milles nautiques|"
        "морских миль|морские мили",
    ),
    (Unit("g", "mass", 0.001), "gram|grams|gramme|grammes|gramm|gramos"),
    (
        Unit("kg", "mass"),
        "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramm|kilogramos|кг|"
        "килограмм|килограммов|kilogramo",
    ),
    (Unit("lb", "mass", 0.45359237), "lb|lbs"),
    (
        Unit("t", "mass", 1000.0),
        "t|ton|tons|tonne|tonnes|metric ton|metric tons|metric tonnes|tonnen|tonnen|tonelada|"
        "toneladas|тонн|тонны|тонна|тона",
    ),
    (Unit("kt", "mass", 1e6), "kiloton|kilotons|kilotonne|kilotonnes|килотонн|килотонны"),
    (Unit("Mt", "mass", 1e9), "megaton|megatons|megatonne|megatonnes"),
    (
        Unit("s", "time"),
        "second|seconds|sec|secs|sekunde|sekunden|seconde|secondes|segundo|segundos|секунд|saniye",
    ),
    (
        Unit("min", "time", 60.0),
        "minute|minutes|min|mins|minuten|minuto|minutos|минут|минуты|минуту|dakika",
    ),
    (
        Unit("h", "time", 3600.0),
        "hour|hours|hr|hrs|stunde|stunden|heure|heures|hora|horas|час|часа|часов|saat",
    ),
    (
        Unit("d", "time", _DAY),
        "day|days|tag|tage|tagen|jour|jours|día|días|день|дня|дней|gün",
    ),
    (
        Unit("wk", "time", 7 * _DAY),
        "week|weeks|woche|wochen|semaine|semaines|semana|semanas|неделя|недели|недель|hafta",
    ),
    (
        Unit("mo", "time", _YEAR / 12),
        "month|months|monat|monate|monaten|mois|mes|meses|месяц|месяца|месяцев|ay",
    ),
    (
        Unit("yr", "time", _YEAR),
        "year|years|yr|yrs|jahr|jahre|jahren|an|ans|année|années|año|años|год|года|лет|yıl",
    ),
    (Unit("decade", "time", 10 * _YEAR), "decade|decades"),
    (Unit("century", "time", 100 * _YEAR), "century|centuries"),
    (
        Unit("percent", "percent"),
        "%|percent|per cent|pct|prozent|pour cent|por ciento|процент|процента|процентов|"
        "procent|persen",
    ),
    (Unit("points", "percent"), "percentage point|percentage points|% points|prozentpunkte"),
    (Unit("m2", "area"), "square metre|square metres|square meter|square meters|sqm"),
    (
        Unit("km2", "area", 1e6),
        "square kilometre|square kilometres|square kilometer|square kilometers|sq km",
    ),
    (Unit("mi2", "area", 2_589_988.11), "square mile|square miles|sq miles"),
    (Unit("ft2", "area", 0.09290304), "square foot|square feet|sq ft"),
    (Unit("ha", "area", 1e4), "hectare|hectares|hektar|hectáreas"),
    (Unit("acre", "area", 4046.8564), "acre|acres"),
    (Unit("l", "volume"), "litre|litres|liter|liters|litros"),
    (Unit("gal", "volume", 3.785411784), "gallon|gallons"),
    (
        Unit("barrel", "volume", 158.987294928),
        "barrel|barrels|bbl|баррелей|barriles|barils",
    ),
    (
        Unit("m3", "volume", 1000.0),
        "cubic metre|cubic metres|cubic meter|cubic meters|kubikmeter",
    ),
    (Unit("ft3", "volume", 28.316846592), "cubic foot|cubic feet"),
    (
        Unit("km/h", "speed", 1 / 3.6),
        "km / h|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|"
        "kilometers an hour",
    ),
    (Unit("mph", "speed", 0.44704), "mph|miles per hour|miles an hour"),
    (Unit("kn", "speed", 1852 / 3600), "knot|knots"),
    (Unit("kW", "power", 1e3), "kw|kilowatt|kilowatts"),
    (Unit("MW", "power", 1e6), "mw|megawatt|megawatts"),
    (Unit("GW", "power", 1e9), "gw|gigawatt|gigawatts"),
    (Unit("°C", "temperature"), "degrees celsius|degree celsius|° c|degrees c|degrees centigrade"),
    (
        Unit("°F", "temperature", 5 / 9, -160 / 9),
        "degrees fahrenheit|degree fahrenheit|° f|degrees f",
    ),
    (Unit("°", "degrees"), "degree|degrees|°"),
    (Unit("magnitude", "magnitude"), "magnitude"),
    (
        Unit("usd", "money"),
        "$|dollar|dollars|us dollar|us dollars|usd|dólar|dólares|долларов|доллара|dolar|us $|$ us",
    ),
    (Unit("usd", "money", 0.01), "cent|cents"),
    (Unit("eur", "money"), "€|euro|euros|eur|евро|avro"),
    (
        Unit("gbp", "money"),
        "£|pounds sterling|british pounds|gbp|pfund|livres sterling|libras esterlinas",
    ),
    (Unit("jpy", "money"), "¥|yen|jpy"),
    (Unit("cny", "money"), "yuan|renminbi|rmb|cny"),
    (Unit("try", "money"), "₺|lira|liras|turkish lira|turkish liras|lirası"),
    (Unit("rub", "money"), "₽|rouble|roubles|ruble|rubles|rubel|rublos|рублей|рубля|rub"),
    (Unit("inr", "money"), "₹|rupee|rupees|inr"),
    (Unit("chf", "money"), "swiss franc|swiss francs|chf|franken"),
    (Unit("krw", "money"), "₩|won"),
    (Unit("cad", "money"), "canadian dollar|canadian dollars|c $|cad"),
    (Unit("aud", "money"), "australian dollar|australian dollars|a $|aud"),
)

UNITS: dict[str, Unit] = {
    spelling: unit for unit, spellings in _TABLE for spelling in spellings.split("|")
}
"""Lower-case spelling, words parted by single spaces -> unit."""

POUNDS = frozenset({"pound", "pounds"})
"""Money or weight, as what stands around it says."""

AMBIGUOUS = frozenset({"m", "t", "an", "won", "ay", "mes", "min", "mi", "in", "mw", "м"})
"""Units that are also other words; taken only right after a figure."""

SIGNS = frozenset("$€£¥₺₽₹₩")

AGE = Unit("yr", "age")
PERCENT = UNITS["percent"]
