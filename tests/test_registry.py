"""The registry of outlets, corpora/outlets.toml: a file that people edit by hand."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from xref.records import OutletKind

CORPORA = Path(__file__).parent.parent / "corpora"
REGISTRY = CORPORA / "outlets.toml"
DEMO = CORPORA / "demo" / "s400.jsonl"
KEYS = {"name", "domains", "owner", "country", "kind", "aliases", "ties"}
RUSSIAN_STATE = "Rossiya Segodnya / RT (Russian state)"
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


@pytest.fixture(scope="module")
def outlets():
    with REGISTRY.open("rb") as file:
        return tomllib.load(file)["outlet"]


@pytest.fixture(scope="module")
def by_name(outlets):
    return {outlet["name"]: outlet for outlet in outlets}


@pytest.fixture(scope="module")
def by_domain(outlets):
    return {domain: outlet["name"] for outlet in outlets for domain in outlet["domains"]}


def repeated(values):
    return [value for value, count in Counter(values).items() if count > 1]


def loose(aliases):
    """The aliases that match without regard to case, in lower case."""
    return {text.casefold() for text in aliases if len(text) > 4 and not text.isupper()}


def registered(host, by_domain):
    """The name of the outlet to which a host belongs, by its longest registered ending."""
    labels = host.split(".")
    endings = (".".join(labels[start:]) for start in range(len(labels)))
    return next((by_domain[ending] for ending in endings if ending in by_domain), None)


def test_holds_enough_outlets_and_agencies(outlets):
    assert len(outlets) >= 150
    assert sum(outlet["kind"] == "agency" for outlet in outlets) >= 60


def test_knows_its_keys_only(outlets):
    needed = {"name", "domains", "kind"}
    assert [o["name"] for o in outlets if set(o) - KEYS or needed - set(o)] == []


def test_values_are_filled_texts_and_lists_of_texts(outlets):
    for outlet in outlets:
        texts = [outlet[key] for key in ("name", "owner", "country", "kind") if key in outlet]
        for key in ("domains", "aliases", "ties"):
            assert isinstance(outlet.get(key, []), list), outlet["name"]
            texts += outlet.get(key, [])
        assert all(isinstance(text, str) and text and text == text.strip() for text in texts), (
            outlet
        )


def test_names_are_unique(outlets):
    assert repeated(outlet["name"].casefold() for outlet in outlets) == []


def test_is_sorted_by_name(outlets):
    names = [outlet["name"] for outlet in outlets]
    assert names == sorted(names, key=str.casefold)


def test_domains_are_unique(outlets):
    assert repeated(domain for outlet in outlets for domain in outlet["domains"]) == []


def test_every_outlet_has_a_domain(outlets):
    assert [outlet["name"] for outlet in outlets if not outlet["domains"]] == []


def test_domains_are_bare_and_in_lower_case(by_domain):
    odd = [d for d in by_domain if not DOMAIN.fullmatch(d) or d.startswith("www.")]
    assert odd == []


@pytest.mark.parametrize(
    "suffix", ["blogspot.com", "wordpress.com", "com.tr", "net.br", "co.uk", "gov.lb"]
)
def test_no_domain_is_open_to_all(suffix, by_domain):
    assert suffix not in by_domain


def test_kinds_are_those_of_the_records(outlets):
    known = {str(kind) for kind in OutletKind} - {"unknown"}
    assert {outlet["kind"] for outlet in outlets} <= known


def test_countries_are_two_capitals(outlets):
    odd = [o["name"] for o in outlets if not re.fullmatch("[A-Z]{2}", o.get("country", "XX"))]
    assert odd == []


def test_an_alias_names_one_outlet(outlets):
    named = Counter(
        alias for o in outlets for alias in {text.casefold() for text in o.get("aliases", [])}
    )
    assert [alias for alias, count in named.items() if count > 1] == []


def test_no_alias_is_the_name_of_another_outlet(outlets):
    names = {outlet["name"].casefold(): outlet["name"] for outlet in outlets}
    clashes = [
        (alias, outlet["name"])
        for outlet in outlets
        for alias in outlet.get("aliases", [])
        if names.get(alias.casefold(), outlet["name"]) != outlet["name"]
    ]
    assert clashes == []


@pytest.mark.parametrize(
    "word",
    ["the times", "the sun", "the hill", "the independent", "a news", "sabah", "cumhuriyet",
     "sözcü", "le monde", "el país", "die welt", "die zeit", "stern", "antara", "the economist",
     "trend", "известия", "спутник", "настоящее время", "nikkei", "the hindu", "the age",
     "the war zone"],
)  # fmt: skip
def test_ordinary_words_are_no_aliases(word, outlets):
    assert [o["name"] for o in outlets if word in loose(o.get("aliases", []))] == []


@pytest.mark.parametrize(
    "speaker",
    ["the kremlin", "kremlin", "white house", "nato", "people", "united nations", "türkiye",
     "lebanese army", "openbaar ministerie", "telegram", "twitter", "facebook"],
)  # fmt: skip
def test_speakers_and_platforms_are_no_outlets(speaker, outlets):
    texts = [text for o in outlets for text in (o["name"], *o.get("aliases", []))]
    assert speaker not in map(str.casefold, texts)


def test_rossiya_segodnya_and_rt_are_one_house(outlets, by_name):
    house = {outlet["name"] for outlet in outlets if outlet.get("owner") == RUSSIAN_STATE}
    assert house >= {"Sputnik", "RIA Novosti", "RT", "Ruptly", "Prime", "inoSMI"}
    assert not house & {"TASS", "Interfax", "Vesti", "News Front", "Pravda.Ru"}
    assert by_name["TASS"]["ties"]


@pytest.mark.parametrize(
    ("address", "house"),
    [
        ("sputniknews.com", RUSSIAN_STATE),
        ("tr.sputniknews.com", RUSSIAN_STATE),
        ("sputnikglobe.com", RUSSIAN_STATE),
        ("noticiabrasil.net.br", RUSSIAN_STATE),
        ("sarabic.ae", RUSSIAN_STATE),
        ("actualidad.rt.com", RUSSIAN_STATE),
        ("ria.ru", RUSSIAN_STATE),
        ("arabic.cnn.com", "Warner Bros. Discovery"),
        ("www.cnnturk.com", "Demirören"),
        ("www.hurriyetdailynews.com", "Demirören"),
        ("www.dha.com.tr", "Demirören"),
        ("anews.com.tr", "Turkuvaz"),
        ("www.dailysabah.com", "Turkuvaz"),
    ],
)
def test_addresses_lead_to_their_house(address, house, by_domain, by_name):
    assert by_name[registered(address, by_domain)]["owner"] == house


def test_no_foreign_suffix_is_swallowed(by_domain):
    assert registered("notreuters.com", by_domain) is None
    assert registered("reuters.com.example.org", by_domain) is None


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [("AP", "Associated Press"), ("AFP", "Agence France-Presse"), ("РИА Новости", "RIA Novosti"),
     ("ТАСС", "TASS"), ("Рейтер", "Reuters"), ("رويترز", "Reuters"), ("AA", "Anadolu"),
     ("Anadolu Ajansı", "Anadolu"), ("Deutsche Presse-Agentur", "dpa"), ("БТА", "BTA")],
)  # fmt: skip
def test_credits_lead_to_their_agency(credit, outlet, by_name):
    assert credit in by_name[outlet]["aliases"]


@pytest.mark.parametrize(
    "domain",
    [
        "bulgarianmilitary.com",
        "breitbart.com",
        "perthnow.com.au",
        "goppresidential.com",
        "pembrokeexpress.com",
    ],
)
def test_outlets_of_the_checked_articles_are_there(domain, by_domain):
    assert domain in by_domain


@pytest.mark.skipif(not DEMO.exists(), reason="the demo corpus is not in this copy")
def test_every_address_of_the_demo_corpus_is_there(by_domain):
    lines = DEMO.read_text(encoding="utf-8").splitlines()
    hosts = {urlsplit(json.loads(line)["url"]).hostname for line in lines if line.strip()}
    assert hosts
    assert sorted(host for host in hosts if not registered(host, by_domain)) == []
