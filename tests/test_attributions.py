"""Who says it, and whom a text credits."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.attributions import CreditForm, attribute, credits
from xref.corpus.outlets import registry
from xref.records import Manner, SourceKind

KNOWN = {"reuters": "Reuters", "politico": "Politico", "тасс": "TASS", "afp": "AFP", "efe": "EFE",
         "rt.com": "RT", "on.rt.com": "RT", "metro tv": "Metro TV"}  # fmt: skip


def names(written: str) -> str | None:
    return KNOWN.get(written.casefold())


SPEECH = [
    ("Lebanon's Red Cross said on Wednesday that the blast had killed over 100 people.",
     "Lebanon's Red Cross", "said", "the blast had killed over 100 people", SourceKind.NAMED),
    ('"It is a catastrophe," said George Kettani, who heads the Red Cross.',
     "George Kettani", "said", '"It is a catastrophe,"', SourceKind.NAMED),
    ("Engineers have yet to finish, governor Marwan Abboud said.",
     "governor Marwan Abboud", "said", "Engineers have yet to finish", SourceKind.NAMED),
    ("On Thursday a team of investigators said the missile was Russian.",
     "a team of investigators", "said", "the missile was Russian", SourceKind.ROLE),
    ("The bags hold remains, the head of the search agency, Muhammad Syaugi, told Metro TV.",
     "Muhammad Syaugi", "told", "The bags hold remains", SourceKind.NAMED),
    ("According to the foreign minister, the deal is done.",
     "the foreign minister", "According to", "the deal is done", SourceKind.ROLE),
    ("The deal is done, Reuters reported.",
     "Reuters", "reported", "The deal is done", SourceKind.OUTLET),
    ("Two sources said the deal is done.",
     "Two sources", "said", "the deal is done", SourceKind.ANONYMOUS),
    ("The report found that the missile was Russian.",
     "The report", "found", "the missile was Russian", SourceKind.DOCUMENT),
    ("Die Türkei tritt nicht zurück, sagte Mevlut Cavusoglu.",
     "Mevlut Cavusoglu", "sagte", "Die Türkei tritt nicht zurück", SourceKind.NAMED),
    # An outlet or a document that prints it is not who says it.
    ('"It is done," Anna Exampleson said on Monday, according to Reuters, which cited AFP.',
     "Anna Exampleson", "said", '"It is done,"', SourceKind.NAMED),
    ("According to Reuters, the minister told parliament that the deal is done.",
     "the minister", "told", "the deal is done", SourceKind.ROLE),
    ("Anna Exampleson said the deal is done, according to a report by Reuters.",
     "Anna Exampleson", "said", "the deal is done", SourceKind.NAMED),
    ("Thousands marched after the minister said the deal was done, according to Reuters.",
     "Reuters", "according to", "Thousands marched after the minister said the deal was done",
     SourceKind.OUTLET),
    ("According to the report, the deal is done.",
     "the report", "According to", "the deal is done", SourceKind.DOCUMENT),
    # The verb of an aside is not by what the sentence is said.
    ("Reuters, which quoted AFP, said the deal is done.",
     "Reuters", "said", "the deal is done", SourceKind.OUTLET),
    ("Reuters, which on Monday quoted AFP as saying that it was not, said the deal is done.",
     "Reuters", "said", "the deal is done", SourceKind.OUTLET),
    ("Anna Exampleson, who accused AFP of lies, said the deal is done.",
     "Anna Exampleson", "said", "the deal is done", SourceKind.NAMED),
    ("The deal is done, said Reuters, which had quoted a diplomat.",
     "Reuters", "said", "The deal is done", SourceKind.OUTLET),
    # By whose word it comes is not who says it.
    ("Reuters quoted Anna Exampleson as saying that the deal is done.",
     "Anna Exampleson", "saying", "the deal is done", SourceKind.NAMED),
    ("The paper quoted an aide, Anna Exampleson, as telling reporters that the deal is done.",
     "Anna Exampleson", "telling", "the deal is done", SourceKind.NAMED),
    ("AFP cited two sources as saying on Monday that the deal is done.",
     "two sources", "saying", "the deal is done", SourceKind.ANONYMOUS),
    ('"It is done and signed," the minister was quoted as saying by Reuters.',
     "the minister", "saying", '"It is done and signed,"', SourceKind.ROLE),
    ("The deal is done, Reuters quoted the minister as saying.",
     "the minister", "saying", "The deal is done", SourceKind.ROLE),
    ("The minister was quoted by Reuters on Monday as saying that the deal is done.",
     "The minister", "saying", "the deal is done", SourceKind.ROLE),
    # What stands before the speaker is not what he says where a quotation opens behind the cue.
    ('Asked about the deal, Anna Exampleson said, "It is done and signed."',
     "Anna Exampleson", "said", '"It is done and signed."', SourceKind.NAMED),
    # Behind an apposition no clause and no day is the subject of `said`.
    ("Anna Exampleson, the head of the bank, said the deal was done.",
     "Anna Exampleson", "said", "the deal was done", SourceKind.NAMED),
    ("Sen. Anna Exampleson, D-Nevada, said Tuesday the deal is done.",
     "Sen. Anna Exampleson", "said", "the deal is done", SourceKind.NAMED),
    ("Anna Exampleson, though, said she signed it.",
     "Anna Exampleson", "said", "she signed it", SourceKind.NAMED),
    ('"It is done," Anna Exampleson, who heads the bank, said in a statement.',
     "Anna Exampleson", "said", '"It is done,"', SourceKind.NAMED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind"), SPEECH)
def test_speech(text: str, source: str, cue: str, content: str, kind: SourceKind) -> None:
    found = attribute(text, 0, len(text), names)
    assert found is not None
    assert (found.source, found.cue, found.kind) == (source, cue, kind)
    assert text[slice(*found.content)] == content


@pytest.mark.parametrize(
    "text",
    [
        "The United States left the deal.",
        "The plane fell into the sea soon after takeoff.",
        "There is no way to tell who did it.",
        "He was told to leave the country.",
        "Despite the storm, the mayor closed the port, saying it was full.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert attribute(text, 0, len(text)) is None


def test_a_pronoun_is_traced() -> None:
    text = 'Mette Frederiksen said it was no accident. "It was deliberate," she said.'
    found = attribute(text, text.index('"'), len(text))
    assert found is not None
    assert (found.source, found.direct) == ("Mette Frederiksen", True)


def test_a_pronoun_is_not_traced_to_a_country() -> None:
    text = "Turkey has denied the claim. It is a done deal, he said."
    found = attribute(text, text.index("It"), len(text))
    assert found is not None
    assert found.source == "he"


CREDITS = [
    ("ANKARA (Reuters) - Turkey will not withdraw.", "Reuters", CreditForm.DATELINE),
    ("MOSCOW, October 25. /TASS/. Turkey will not withdraw.", "TASS", CreditForm.DATELINE),
    ("DOHA (UrduPoint News / Sputnik - 05th August, 2020) The toll rose.",
     "Sputnik", CreditForm.DATELINE),
    ("Вашингтон. 20 июля. ИНТЕРФАКС - Помпео выразил разочарование.",
     "ИНТЕРФАКС", CreditForm.DATELINE),
    ("By REUTERS. The toll had reached 78.", "REUTERS", CreditForm.BYLINE),
    ("writer: Reuters. The toll had reached 78.", "Reuters", CreditForm.BYLINE),
    ("By Xinhua. Turkey could buy missiles.", "Xinhua", CreditForm.BYLINE),
    ("The toll had reached 78. — AFP", "AFP", CreditForm.FOOTER),
    ("The toll had reached 78. [Reuters]", "Reuters", CreditForm.FOOTER),
    ("The toll had reached 78. (AFP)", "AFP", CreditForm.FOOTER),
    ("The toll had reached 78. (Reporting by A. Roe; Editing by B. Roe)",
     "Reuters", CreditForm.FOOTER),
    ("Ölü sayısı 78. Kaynak: AA", "AA", CreditForm.FOOTER),
    ("Es gab 78 Tote. Quelle: dpa", "dpa", CreditForm.FOOTER),
    ("The toll is 78. Sources: Sputniknews, Reuters", "Sputniknews", CreditForm.FOOTER),
    ("The toll is 78, according to Reuters.", "Reuters", CreditForm.CITES),
    ("The minister told Politico it was done.", "Politico", CreditForm.EXCLUSIVE),
    ("Сделка завершена, передает ТАСС.", "ТАСС", CreditForm.CITES),
    ("Es gab 78 Tote, laut AFP.", "AFP", CreditForm.CITES),
    ("Il y a 78 morts, selon l'AFP.", "AFP", CreditForm.CITES),
    ("Hay 78 muertos, según EFE.", "EFE", CreditForm.CITES),
    ("It is done. Continue reading https://on.rt.com/b4hv", "on.rt.com", CreditForm.HYPERLINK),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet", "form"), CREDITS)
def test_credits(text: str, outlet: str, form: CreditForm) -> None:
    assert (outlet, form) in [(credit.outlet, credit.form) for credit in credits(text, names)]


@pytest.mark.parametrize(
    ("text", "outlet", "form"),
    [
        ("He told the Guardian that it was done.", "The Guardian", CreditForm.EXCLUSIVE),
        ("It was done, the Guardian reported.", "The Guardian", CreditForm.CITES),
        ("Es ist fertig, sagte er dem Spiegel.", "Der Spiegel", CreditForm.EXCLUSIVE),
        ("Es ist fertig, sagte Frau Roe der Zeit.", "Die Zeit", CreditForm.EXCLUSIVE),
        ("Es ist fertig, laut der Welt.", "Die Welt", CreditForm.CITES),
        ("C'est fait, a-t-il dit. Elle a confié au Figaro que non.", "Le Figaro",
         CreditForm.EXCLUSIVE),
        ("Está hecho, dijo a El País.", "El País", CreditForm.EXCLUSIVE),
        ("Er sprach gegenüber den Tagesthemen und laut den Reuters.", "Reuters", CreditForm.CITES),
    ],
)  # fmt: skip
def test_titles_behind_an_article(text: str, outlet: str, form: CreditForm) -> None:
    known = registry().name_of
    assert [(c.outlet, c.form) for c in credits(text, known)] == [(outlet, form)]


@pytest.mark.parametrize(
    "text",
    [
        "He told the Times.",
        "The minister, the Times reported, left.",
        "Das sagte er der Presse.",
        "He told the world.",
    ],
)
def test_articles_before_what_is_no_title(text: str) -> None:
    assert credits(text, registry().name_of) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Marwan Tahtah/Getty Images",
        "The plane crashed soon after takeoff (AP Photo/Jane Roe).",
        "The minister told Cavusoglu it was done.",
        "The deal is done, according to the minister.",
        "Recep Tayyip Erdogan (68) said that the deal was done.",
    ],
)
def test_no_credits(text: str) -> None:
    assert credits(text, names) == ()


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for credit in credits(text, names):
        assert 0 <= credit.start < credit.end <= len(text)
    attribute(text, 0, len(text), names)


@pytest.mark.parametrize(
    "hostile", ["A ", "said ", "(Source: ", "By A, ", "read more ", "“", "told A"]
)
def test_hostile_repetition_takes_linear_time(hostile: str) -> None:
    began = time.perf_counter()
    credits(hostile * (30_000 // len(hostile)), names)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ('"The deal is done," Anna Example said.', Manner.DIRECT),
        ('"The deal," Anna Example said on Monday, "is done."', Manner.DIRECT),
        ("Anna Example said that the deal is done.", Manner.INDIRECT),
        ('Anna Example said that the deal is "done and dusted".', Manner.MIXED),
        ('Anna Example said "the deal is as good as done", and that she was glad.', Manner.MIXED),
    ],
)
def test_in_whose_words_it_is_given(text: str, manner: Manner) -> None:
    found = attribute(text, 0, len(text), names)
    assert found is not None
    assert found.manner is manner
