"""What the packaged lists of places lack: peoples, seats of power, regions, and traps.

Country codes are ISO 3166 alpha-2; `US.GA` is a state, `*NAME` a region or a union.
"""

# ruff: noqa: SIM905 - tables read best as plain text

from typing import Final


def _table(lines: str) -> dict[str, str]:
    """Read `code: name, name` lines into name -> code."""
    rows = (line.split(":") for line in lines.strip().splitlines())
    return {name.strip(): code.strip() for code, names in rows for name in names.split(",")}


COUNTRIES: Final = _table(
    """
    US: United States, USA, U.S., US, U.S.A., America, United States of America
    GB: United Kingdom, UK, U.K., Britain, Great Britain
    AE: United Arab Emirates, UAE, U.A.E., Emirates
    CD: Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC
    CG: Republic of the Congo, Congo-Brazzaville
    KR: South Korea, Republic of Korea
    KP: North Korea, DPRK
    CZ: Czech Republic, Czechia
    MK: North Macedonia, Macedonia
    MM: Myanmar, Burma
    NL: Netherlands, Holland
    TR: Turkey, Turkiye
    PS: Palestine, Palestinian territories, Gaza Strip, Gaza, West Bank
    CI: Ivory Coast, Côte d'Ivoire
    VA: Vatican, Vatican City, Holy See
    TL: East Timor, Timor-Leste
    SZ: Eswatini, Swaziland
    CV: Cape Verde, Cabo Verde
    XK: Kosovo
    RU: Soviet Union, USSR
    HK: Hong Kong
    MO: Macau, Macao
    """
)
PEOPLES: Final = _table(
    """
    US: American, Americans
    GB: British, Briton, Britons, Brit, Brits
    GB.EN: English
    GB.SC: Scottish, Scot, Scots
    GB.WA: Welsh
    GB.NI: Northern Irish
    IE: Irish
    TR: Turkish, Turk, Turks
    NL: Dutch
    DK: Danish, Dane, Danes
    SE: Swedish, Swede, Swedes
    FI: Finnish, Finn, Finns
    NO: Norwegian, Norwegians
    PL: Polish, Pole, Poles
    ES: Spanish, Spaniard, Spaniards
    FR: French, Frenchman
    CH: Swiss
    CZ: Czech, Czechs
    SK: Slovak, Slovaks
    SI: Slovenian, Slovenians, Slovene
    HR: Croatian, Croat, Croats
    RS: Serbian, Serb, Serbs
    GR: Greek, Greeks
    IQ: Iraqi, Iraqis
    IR: Iranian, Iranians
    IL: Israeli, Israelis
    SA: Saudi, Saudis, Saudi Arabian
    AE: Emirati, Emiratis
    KR: South Korean, South Koreans
    KP: North Korean, North Koreans
    CN: Chinese
    JP: Japanese
    AF: Afghan, Afghans
    KZ: Kazakh, Kazakhs
    AR: Argentine, Argentinian, Argentines
    PH: Filipino, Filipinos, Philippine
    TH: Thai, Thais
    NZ: New Zealander, New Zealanders
    XK: Kosovar, Kosovars
    IS: Icelandic, Icelander
    HU: Hungarian, Hungarians
    RU: Soviet
    """
)
"""Adjectives and peoples that countryinfo lacks or gives otherwise."""
SEATS: Final = _table(
    """
    RU: Kremlin
    US: White House, Pentagon, Capitol Hill, State Department
    GB: Downing Street, Whitehall
    FR: Élysée, Elysee
    IL: Knesset
    DE: Bundestag
    """
)
"""Buildings that stand for a government."""
PARTS: Final = _table(
    """
    GB.EN: England
    GB.SC: Scotland
    GB.WA: Wales
    GB.NI: Northern Ireland
    """
)
"""Countries within a country."""
STATE_CAPITAL: Final = {
    "US": ("Washington", "Washington D.C.", "Washington DC", "Washington, D.C.")
}

REGIONS: Final = {
    "*EU": (
        "EU|E.U.|European Union",
        "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE",
    ),
    "*Middle East": (
        "Middle East|Middle Eastern|Mideast",
        "BH CY EG IR IQ IL JO KW LB OM PS QA SA SY TR AE YE",
    ),
    "*Gulf": ("Persian Gulf|Gulf states|Arabian Peninsula", "BH IQ IR KW OM QA SA AE YE"),
    "*Balkans": ("Balkans|Balkan", "AL BA BG HR GR XK ME MK RO RS SI TR"),
    "*Scandinavia": ("Scandinavia|Scandinavian|Nordic countries", "DK NO SE FI IS"),
    "*Baltics": ("Baltic states|Baltics", "EE LV LT"),
    "*Caucasus": ("Caucasus", "AM AZ GE RU"),
    "*Latin America": (
        "Latin America|Latin American|Central America|Caribbean",
        "AR BO BR BZ CL CO CR CU DO EC SV GT HN HT JM MX NI PA PY PE PR TT UY VE",
    ),
    "*Asia-Pacific": (
        "Southeast Asia|South Asia|East Asia|Central Asia|Far East",
        "AF BD BT BN KH CN IN ID JP KZ KG LA MY MV MN MM NP KP KR PK PH SG LK TW TJ TH TL TM UZ VN"
        " RU HK MO",
    ),
    "*West": ("the West|Western countries", "US CA GB FR DE IT ES NL BE DK NO SE PL AU NZ"),
    "*Continent EU": ("Europe|European|Europeans", ""),
    "*Continent AS": ("Asia|Asian|Asians", ""),
    "*Continent AF": ("Africa|African|Africans", ""),
    "*Continent NA": ("North America", ""),
    "*Continent SA": ("South America", ""),
}
"""Region -> names and members; a continent's members are in the data."""

CONTESTED: Final = tuple(
    frozenset(pair.split("-"))
    for pair in (
        "CN-HK CN-MO CN-TW IL-PS RS-XK UA-RU MA-EH US-PR US-GU US-VI US-AS US-MP DK-GL DK-FO FR-GF"
        " FR-GP FR-MQ FR-RE FR-YT FR-NC FR-PF GB-GI GB-BM GB-KY GB-FK GB-IM GB-JE GB-GG GB-IE NL-AW"
        " NL-CW NL-SX AZ-AM CY-TR GE-RU SD-SS IN-PK CD-CG KR-KP"
    ).split(" ")
)
"""Territories of one another, disputed, or called by one name: never `other`."""

RISKY: Final = frozenset(
    "washington georgia jordan chad paris lincoln jackson madison houston austin charlotte "
    "florence victoria sydney orlando santiago cordoba hamilton wellington nelson newton "
    "clinton carson warren irving garland arlington lancaster marion preston bradford chelsea "
    "brooklyn cleveland columbus dallas jefferson kent troy tyler salem adelaide alexandria "
    "valencia mali guinea niger lima bath split essen male nice reading mobile central orange "
    "union golden hope deal sale most police enterprise independence same bar buy goes march "
    "man virginia dakota carolina montana savannah trinidad dominica samoa congo korea "
    "macedonia monroe york polish jersey guernsey montgomery raleigh pierre juneau francisco "
    "diego jose antonio angeles beverly palmer butler norman allen denton wilson arnold "
    "bolton stockton".split(" ")
)
"""Names that are also persons, words, or several places: they may be the same, never `other`."""
COMMON: Final = frozenset(
    "central reading mobile nice bath split male man most same bar buy goes police sale deal "
    "hope march may union enterprise independence of opportunity fort un date best young bay "
    "lake park hill long green white brown black bell clay cary page rice stone street battle "
    "lion university republic bull see eu as east west north south northern southern eastern "
    "western center centre island islands highlands coast capital federal national saint san "
    "santa christian marina anna maria ana carolina angel roman tours normal".split(" ")
)
"""Words that a list of cities holds and that texts rarely mean as a place."""
TITLES: Final = frozenset(
    "president prime minister foreign defence defense interior finance health justice energy "
    "ministry government parliament army navy force police secretary ambassador embassy "
    "general chancellor king queen prince princess mayor governor senator congressman judge "
    "court supreme deputy vice chief spokesman spokeswoman spokesperson official officials "
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december mr mrs ms dr sir the a an in on "
    "at of for by from to with and but or as after before when while that this there its his "
    "her their our near outside senate congress border consulate airport port northern "
    "southern eastern western north south east west central downtown greater i he she it they "
    "we".split(" ")
)
"""Capitalised words beside a place that do not make it part of another name."""
