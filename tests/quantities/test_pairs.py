"""Pairs of sentences with what their values do to one another, reasoned from what the words mean.

`conflict`: both cannot be right. `agree`: one value bears the other out, none conflicts.
`update`: a toll that moved with the days. `silent`: nothing can be compared.
"""

import pytest

from xref.quantities import agree_share, disagree

PAIRS = [
    # bounds
    ("At least 12 people died.", "The crash killed 20 people.", "agree"),
    ("At least 12 people died.", "The crash killed 9 people.", "conflict"),
    ("More than 100 people were killed.", "The toll was 113.", "agree"),
    ("More than 100 people were killed.", "The toll was 78.", "conflict"),
    ("Up to 300,000 people lost their homes.", "Nearly 300,000 are homeless.", "agree"),
    ("Up to 300,000 people lost their homes.", "Some 400,000 people are homeless.", "conflict"),
    ("Fewer than 50 people were hurt.", "60 people were hurt.", "conflict"),
    ("Fewer than 50 people were hurt.", "40 people were hurt.", "agree"),
    ("No more than 10 people were arrested.", "Police arrested 14 people.", "conflict"),
    ("As many as 250,000 people are homeless.", "200,000 people are homeless.", "agree"),
    ("About 300 people search the sea.", "The search involves 297 people.", "agree"),
    ("About 300 people search the sea.", "The search involves 450 people.", "conflict"),
    ("Some 80 people were killed.", "The blast killed 113 people.", "conflict"),
    ("At least half of the city is damaged.", "Almost half of the city is damaged.", "conflict"),
    ("At least half of the city is damaged.", "60% of the city is damaged.", "agree"),
    ("Around half of the city is damaged.", "Half of the city is damaged.", "agree"),
    ("Nearly 5,000 were injured.", "About 5,000 others were injured.", "agree"),
    ("Over 4,000 people were hurt.", "About 5,000 people were injured.", "agree"),
    ("Nearly 300 people died.", "More than 300 people died.", "conflict"),
    ("The toll rose to 135.", "At least 135 people were killed.", "agree"),
    ("Exactly 24 bags were filled.", "24 or more bags were filled.", "agree"),
    ("He stood close to two houses.", "He stood near two houses.", "agree"),
    # ranges
    ("Between 250,000 and 300,000 people are homeless.", "280,000 are homeless.", "agree"),
    ("Between 250,000 and 300,000 people are homeless.", "100,000 are homeless.", "conflict"),
    ("The damage is $3 billion to $5 billion.", "The damage is put at $4 billion.", "agree"),
    ("The damage is $3 billion to $5 billion.", "The damage is put at $15 billion.", "conflict"),
    ("The damage is $3-5 billion.", "The damage is put at 5 billion dollars.", "agree"),
    ("Several hundred people fled.", "About 400 people fled.", "agree"),
    ("Several hundred people fled.", "About 4,000 people fled.", "conflict"),
    ("Tens of thousands of people marched.", "Some 40,000 people marched.", "agree"),
    ("Tens of thousands of people marched.", "About 500 people marched.", "conflict"),
    ("Thousands of people were injured.", "More than 4,000 people were injured.", "agree"),
    ("The plane lies 30-35 metres deep.", "The plane lies at a depth of 32 metres.", "agree"),
    ("The plane lies 30-35 metres deep.", "The plane lies at a depth of 98 feet.", "agree"),
    ("The plane lies 30-35 metres deep.", "The plane lies 80 metres deep.", "conflict"),
    # counts and nouns
    ("There were 189 passengers on board.", "The jet carried 189.", "agree"),
    ("There were 189 passengers.", "There were 189 people on board.", "agree"),
    ("There were 189 passengers.", "There were 188 passengers.", "conflict"),
    ("There were 189 people on board.", "181 passengers and 8 crew were on board.", "agree"),
    ("80 dead were counted.", "4,000 injured were counted.", "silent"),
    ("80 people were killed.", "Four missiles were fired.", "silent"),
    ("Two explosions were recorded.", "Three explosions were recorded.", "conflict"),
    ("Two explosions were recorded.", "Two blasts were recorded.", "agree"),
    ("Twenty-four body bags arrived.", "A hospital received 24 body bags.", "agree"),
    ("Twenty-four body bags arrived.", "A hospital received 34 body bags.", "conflict"),
    ("A dozen ships left.", "12 ships left.", "agree"),
    ("Half a million people fled.", "500,000 people fled.", "agree"),
    ("A quarter of a million people are homeless.", "250,000 people are homeless.", "agree"),
    ("2.5m people voted.", "2,500,000 people voted.", "agree"),
    ("Five men are on a plane.", "Two men are on a plane.", "conflict"),
    ("Ten firefighters disappeared.", "10 firefighters are missing.", "agree"),
    ("298 passengers and crew died.", "All 298 people on board were killed.", "agree"),
    ("289 people died.", "298 people were killed.", "conflict"),
    ("Police seized three hundred and fifty rifles.", "Police seized 350 rifles.", "agree"),
    ("The bomb injured 40 people and killed two.", "It killed two people and wounded 40.", "agree"),
    ("The bomb injured 40 people and killed two.", "It killed four and wounded 40.", "conflict"),
    ("Two of the four leaks are Swedish.", "Four leaks were found.", "agree"),
    ("He wrote 5 books.", "She has 3 dogs.", "silent"),
    ("It was her third album.", "It was her fourth album.", "conflict"),
    ("It was her 3rd album.", "It was her third album.", "agree"),
    ("He came third in the race.", "He sold three houses.", "silent"),
    # units
    ("The pipe lies 75 yards below the surface.", "The pipe is 80 metres deep.", "conflict"),
    ("The echo reached Cyprus, 150 miles away.", "It was heard 240 km away.", "agree"),
    ("The search area is 15 km off the coast.", "It lies 9 miles off the coast.", "agree"),
    ("Ships must stay 5 nautical miles away.", "Ships must stay 9 km away.", "agree"),
    ("Ships must stay 5 nautical miles away.", "Ships must stay 20 km away.", "conflict"),
    ("The power equals 100 tons of TNT.", "The power equals 500 kg of TNT.", "conflict"),
    ("2,700 tonnes of ammonium nitrate.", "2,750 tons of ammonium nitrate.", "agree"),
    ("2,700 tonnes of ammonium nitrate.", "More than 50 tonnes of ammonium nitrate.", "silent"),
    ("2,700 tonnes of ammonium nitrate.", "1,100 tonnes of ammonium nitrate.", "conflict"),
    ("The wall is 3 feet high.", "The wall is 0.9 m high.", "agree"),
    ("The spread has a diameter of 13 miles.", "The spread is 900 metres across.", "conflict"),
    ("The leak is 1,000 metres across.", "The sea is 80 metres deep there.", "silent"),
    ("Prices rose by around 12%.", "Prices rose by 12.4 percent.", "agree"),
    ("Prices rose by around 12%.", "Prices rose by 19 per cent.", "conflict"),
    ("40% of the gas is Russian.", "Two-fifths of the gas is Russian.", "agree"),
    ("A third of the troops left.", "33% of the troops left.", "agree"),
    ("A third of the troops left.", "Half of the troops left.", "conflict"),
    ("It cost $2.5 billion.", "It cost 2.5 billion euros.", "silent"),
    ("It cost $2.5bn.", "It cost 2,500 million dollars.", "agree"),
    ("It cost £20m.", "It cost 20 million pounds.", "agree"),
    ("The quake had a magnitude of 2.3.", "A magnitude 2.3 quake was felt.", "agree"),
    ("The quake had a magnitude of 2.3.", "A magnitude 3.3 quake was felt.", "conflict"),
    ("It was 30 degrees Celsius.", "It was 86 degrees Fahrenheit.", "agree"),
    # time and age
    ("They were married for two weeks.", "They were married for less than two months.", "agree"),
    ("They were married for two weeks.", "They were married for 14 days.", "agree"),
    ("They were married for two weeks.", "They were married for three years.", "conflict"),
    ("The flight took 13 minutes.", "The flight took 30 minutes.", "conflict"),
    ("The war began four years ago.", "The talks lasted two years.", "silent"),
    ("Deryl Febrianto, 22, was aboard.", "The 22-year-old was aboard.", "agree"),
    ("Deryl Febrianto, 22, was aboard.", "The man, aged 25, was aboard.", "conflict"),
    ("Deryl Febrianto, 22, was aboard.", "He worked there for 25 years.", "silent"),
    # names are no quantities
    ("Turkey bought the S-400.", "Turkey bought the S-300.", "silent"),
    ("Flight MH17 was hit.", "Flight JT 610 fell.", "silent"),
    ("The 53rd Brigade moved.", "The 52nd Brigade moved.", "silent"),
    ("Article 5 applies.", "Article 4 applies.", "silent"),
    ("Nord Stream 1 leaks.", "Nord Stream 2 leaks.", "silent"),
    ("A Boeing 737 MAX crashed.", "An Airbus A320 crashed.", "silent"),
    ("Covid-19 spread.", "The G20 met.", "silent"),
    # dates
    ("It happened on 26 September 2018.", "It happened on September 26th, 2018.", "agree"),
    ("It happened on 26 September 2018.", "It happened on September 27, 2018.", "conflict"),
    ("It happened on September 26.", "It happened on 27 September.", "conflict"),
    ("Delivery starts in October 2019.", "Delivery starts on 15 October 2019.", "agree"),
    ("Delivery starts in October 2019.", "Delivery starts in July 2019.", "conflict"),
    ("Delivery starts in late 2019.", "Delivery starts in October 2019.", "agree"),
    ("Delivery starts by the end of 2019.", "Delivery starts in July 2019.", "agree"),
    ("Delivery starts in 2020.", "Delivery starts at the end of 2019.", "conflict"),
    ("It was built in the 1980s.", "It was built in 1986.", "agree"),
    ("It was built in the 1980s.", "It was built in 1996.", "conflict"),
    ("It was built before 1986.", "It was built in 1980.", "agree"),
    ("It was built before 1986.", "It was built in 1990.", "conflict"),
    ("It was founded in 2013.", "It was founded on 2013-11-20.", "agree"),
    ("It was shot down on 17.07.2014.", "It was shot down on July 17, 2014.", "agree"),
    ("It opened in spring 2014.", "It opened in April 2014.", "agree"),
    ("It opened in spring 2014.", "It opened in November 2014.", "conflict"),
    # times of day
    ("The first came at 2:05 am.", "It was registered at 2:03 am.", "conflict"),
    ("The first came at 2:05 am.", "It was registered at 02:05.", "agree"),
    ("The blast came at two in the morning.", "It was registered at 2:03 am.", "agree"),
    ("The blast came at two in the morning.", "It was registered at 7:04 pm.", "conflict"),
    ("The second followed at 7:04 pm.", "It was registered at 19:04.", "agree"),
    ("The second followed at 7:04 pm.", "It was registered at 7.04 p.m.", "agree"),
    ("The last message came at 6.12am.", "The last message came at 06:00.", "conflict"),
    ("The plane left at 6:20 local time.", "The plane left at 23:20 GMT.", "silent"),
    # other languages
    ("At least 4,000 people were injured.", "Mindestens 4.000 Verletzte.", "agree"),
    ("At least 4,000 people were injured.", "Mehr als 5.000 wurden verletzt.", "agree"),
    ("135 people were killed.", "Au moins 135 morts.", "agree"),
    ("100 people were killed.", "Le bilan : 137 morts.", "conflict"),
    ("There were 189 people on board.", "Había 189 personas a bordo.", "agree"),
    ("78 people were killed.", "Погибли 78 человек.", "agree"),
    ("78 people were killed.", "Погибли 113 человек.", "conflict"),
    ("The load was 2,750 tonnes.", "La carga era de 2.750 toneladas.", "agree"),
    ("It happened on 17 July 2014.", "Es geschah am 17. Juli 2014.", "agree"),
    ("It happened on 17 July 2014.", "Это произошло 17 июля 2014 года.", "agree"),
    ("It happened on 4 August 2020.", "L'explosion du 5 août 2020.", "conflict"),
    ("It happened on 4 August 2020.", "La explosión del 4 de agosto de 2020.", "agree"),
    ("It happened on 4 August 2020.", "4 Ağustos 2020 tarihinde oldu.", "agree"),
    ("NATO protects 30% of the airspace.", "NATO yüzde 30 koruyor.", "agree"),
    ("The gas price rose by 17%.", "Der Gaspreis stieg um 17 Prozent.", "agree"),
]

DATED = [
    ("80 people were killed.", "113 people were killed.", "2020-08-05", "2020-08-06", "update"),
    ("113 people were killed.", "80 people were killed.", "2020-08-06", "2020-08-05", "update"),
    ("113 people were killed.", "80 people were killed.", "2020-08-05", "2020-08-06", "conflict"),
    # Within one day, or one stretch of days, nobody can tell which text is the newer one.
    ("80 people were killed.", "113 people were killed.", "2020-08-05", "2020-08-05", "update"),
    ("113 people were killed.", "80 people were killed.", "2020-08-05", "2020-08-05", "update"),
    ("80 people were killed.", "113 were killed.", "2020-08", "2020-08-06", "update"),
    # Without a day of both, nothing excuses the difference.
    ("80 people were killed.", "113 people were killed.", "2020-08-05", None, "conflict"),
    ("80 people were killed.", "113 people were killed.", None, None, "conflict"),
    ("It has 4 engines.", "It has 6 engines.", "2020-08-05", "2020-08-06", "conflict"),
    ("24 body bags came.", "34 body bags came.", "2018-10-30", "2018-10-31", "update"),
    ("It fell on Monday.", "It fell on 29 October 2018.", "2018-10-30", "2018-11-03", "agree"),
    ("It fell on Monday.", "It fell on 28 October.", "2018-10-30", "2018-11-03", "conflict"),
    ("It fell on Monday.", "It fell on Monday.", "2018-10-30", "2018-11-06", "conflict"),
    ("He spoke yesterday.", "He spoke on Tuesday.", "2018-11-21", "2018-11-22", "agree"),
    ("He met him last month.", "He met him in October.", "2018-11-21", "2018-11-22", "agree"),
    ("Prices jumped on the 27th.", "They jumped on September 27.", "2022-09-28", None, "agree"),
    (
        "80 people were killed.",
        "113 people were killed.",
        "2020-08-05T06:00:00",
        "2020-08-05T18:00:00",
        "update",
    ),
]


def outcome(a: str, b: str, a_day: str | None = None, b_day: str | None = None) -> str:
    """One word for what `agree_share` says."""
    match = agree_share(a, b, a_day, b_day)
    if match.conflicting or match.moments_conflicting:
        return "conflict"
    if match.later_update:
        return "update"
    return "agree" if match.agreeing or match.moments_agreeing else "silent"


@pytest.mark.parametrize(("a", "b", "expected"), PAIRS)
def test_pair(a: str, b: str, expected: str) -> None:
    assert outcome(a, b) == expected


@pytest.mark.parametrize(("a", "b", "expected"), PAIRS)
def test_which_text_is_the_claim_does_not_matter_for_conflicts(
    a: str, b: str, expected: str
) -> None:
    assert (outcome(b, a) == "conflict") == (expected == "conflict")


@pytest.mark.parametrize(("a", "b", "a_day", "b_day", "expected"), DATED)
def test_dated_pair(a: str, b: str, a_day: str | None, b_day: str | None, expected: str) -> None:
    assert outcome(a, b, a_day, b_day) == expected


def test_an_update_is_no_difference() -> None:
    old, new = "80 people were killed.", "113 people were killed."
    assert disagree(old, new, "2020-08-05", "2020-08-06") is None
    assert disagree(old, new) is not None


def test_difference_names_its_kind_and_values() -> None:
    number = disagree("Two men fled.", "Five men fled.")
    assert number is not None
    assert (number.kind, number.claim.text, number.passage.text) == ("number", "Two", "Five")
    day = disagree("It fell in 2018.", "It fell in 2019.")
    assert day is not None
    assert day.kind == "date"


def test_missing_values_are_named() -> None:
    match = agree_share("Two men stole 40 pictures.", "Two men were seen.")
    assert [q.text for q in match.missing] == ["40"]
    assert match.share == 0.5


def test_nothing_to_compare_has_no_share() -> None:
    assert agree_share("A man spoke.", "40 men spoke.").share is None
