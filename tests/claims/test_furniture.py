"""What is no claim because the page speaks, and what only looks like it."""

import pytest

from xref.claims import split
from xref.claims.furniture import furniture
from xref.records import Article, ClaimKind

FURNITURE = {
    ClaimKind.BOILERPLATE: [
        "Follow us everywhere and at any time.",
        "Do not miss the chance to subscribe to our newsletter.",
        "Sources: Sputniknews, Reuters",
        "Posted May 25, 2018",
        "© 2018 The Canadian Press",
        "(Reporting by A. Roe; Editing by B. Roe)",
        "Here is some footage of the disturbance:",
        "Continue reading https://on.rt.com/b4hv",
        "Click here for reprint permission.",
        "By REUTERS.",
        "This website uses cookies.",
        "Folgen Sie uns auf Facebook",
        "Abonnez-vous à notre lettre",
        "Suscríbete a nuestro canal",
        "Подписывайтесь на наш канал",
        "Bizi takip edin",
        "(Applause.)",
        "You may opt-out at any time.",
        "Invalid email address.",
        "— Jane Q. Roe",
        "— Jane Roe (@janeroe) January 7, 2016",
        "— Example Press (@ex)",
        "Update at 10:38 a.m. ET",
        "The Example Press contributed to this video report.",
        "This story was produced as part of a collaboration.",
        "Icons and maps by Jane Roe",
        "— with additional reporting by Jane Roe",
        "Her latest book, Roe on Roe, is available from Example Books.",
        "Contact Jane Roe at 555-010-2030.",
        "For more on the port, please see our earlier report here.",
        "An earlier version of this story misstated the day.",
        "The full transcript of the interview can be found below.",
        "next Image 1 of 2",
        "Note: This is an updated version of a post of May.",
        "Updated with comment from the port.",
        "It has been edited for clarity, as you will see.",
        "Excerpted by permission of Example Press.",
        "Go to example.org for details.",
        "*This article appears in the May issue of The Example.",
        "-- Updated at 12:46 pm ET with a statement from the port.",
        "To read columns by other writers, visit the page of The Example.",
        "This column does not necessarily reflect the opinion of The Example.",
        "Watch The Port with Jane Roe Sundays at 9am ET.",
        "**Correction, Dec. 15, 2014: This paragraph named another port.",
        "The magazine's content is available only to paid subscribers.",
        "Jane Roe is editor-in-chief of The Example.",
    ],
    ClaimKind.CAPTION: [
        "Marwan Tahtah/Getty Images",
        "BEIRUT, LEBANON - AUGUST 05: Debris on a street after the blast.",
        "(Photo: Jane Roe)",
        "FILE PHOTO: A plane stands on the ground.",
        "Image: Jane Roe",
        "Ships outside the port. (Jane Roe via Flickr)",
        "Image The port of Quay after the storm Credit... Jane Roe",
    ],
    ClaimKind.CROSS_LINK: [
        "Read more: The missiles are on their way",
        "Also read: The missiles are on their way",
        "Related: The missiles are on their way",
        "Read The Example's full coverage of the port.",
        "Читайте также: Ракеты в пути",
        "Lesen Sie auch: Die Raketen sind unterwegs",
        "Why the port was closed Read more",
    ],
    ClaimKind.QUESTION: [
        "What Happened?",
        "“Who did it?”",
        "Who said “Why me?”",
        "The ministry is silent: who did it?",
        "ماذا حدث؟",
    ],
    ClaimKind.FRAGMENT: ["***", "May 25, 2018", "135"],
}
CLAIMS = [
    "The story was published by the paper on Monday.",
    "Facebook changed its privacy policy last year.",
    "Police follow him to Ankara every year.",
    "Sources told the agency that the deal is done.",
    "The video was posted on Twitter on Monday.",
    "Reuters reported that the plane had crashed.",
    "The minister asked the court, “Who pays?”",
    "— The minister left.",
    "You can opt out of the treaty at any time, the minister said.",
    "By Monday the toll had risen to 78.",
    "An earlier version of the bill closed the port.",
    "The letter was found below the deck.",
    "Visit after visit, the minister asked for missiles.",
    "For more than a year the port was closed.",
    "Contact with the plane was lost at 5 o'clock.",
    "The minister edited the letter for an hour.",
    "Updates to the port cost a million.",
    "To see the port, the minister went to Quay on Monday.",
    "Corrections to the bill were read on Monday.",
    "This story appears to be false.",
    "The photo shows the crater in the port.",
    "The minister asked when the missiles would come.",
    "See the minister as often as you like, the court told the lawyers.",
]


@pytest.mark.parametrize(
    ("kind", "words"), [(kind, words) for kind, many in FURNITURE.items() for words in many]
)
def test_furniture_is_told(kind: ClaimKind, words: str) -> None:
    assert furniture(words) is kind


@pytest.mark.parametrize("words", CLAIMS)
def test_statements_are_kept(words: str) -> None:
    assert furniture(words) is None


STORY = "The port of Quay was closed on Monday. Ships wait outside.\n\n" * 3


def kinds_of_last(line: str) -> list[ClaimKind]:
    """The kinds of the sentences of the last line of a page."""
    text = STORY + line
    claims = split(Article("a", None, "Outlet", None, "", None, text))
    return [claim.kind for claim in claims if claim.start >= len(STORY)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jane Roe is associate professor of law at Quay. He is the author of Ports.",
         ClaimKind.BOILERPLATE),
        ("The port as it was on Sunday. Ships wait. (Example photo: Jane Roe)", ClaimKind.CAPTION),
        ("Ships wait outside the port. Photo: Jane Roe/Getty Images", ClaimKind.CAPTION),
        ("— Jane Roe was governor of Quay and heads a bank.", ClaimKind.BOILERPLATE),
        ("Jane Roe's latest book is about ports.", ClaimKind.BOILERPLATE),
        ("Nobody is to blame. That is absurd | Jane Roe Read more", ClaimKind.CROSS_LINK),
    ],
)  # fmt: skip
def test_a_line_shows_what_it_is_by_its_end_or_its_place(line: str, kind: ClaimKind) -> None:
    assert set(kinds_of_last(line)) == {kind}


@pytest.mark.parametrize(
    "line",
    [
        # Of one whom the story names, further up, and beside a note something that it does not say.
        "The mayor spoke. Jane Roe is the mayor of Quay.\n\nRoe is the mayor of Quay.",
        "Jane Roe is the mayor of Quay.\n\nShips left.\n\nShips came.",
        "The port was shown (with a map: see below) to ships.",
    ],
)
def test_in_doubt_a_line_is_a_claim(line: str) -> None:
    assert set(kinds_of_last(line)) == {ClaimKind.STATEMENT}


def test_beside_a_note_on_the_author_a_claim_is_kept() -> None:
    kinds = kinds_of_last("Jane Roe is an editor with The Example. Its building burnt in May.")
    assert kinds == [ClaimKind.BOILERPLATE, ClaimKind.STATEMENT]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jane Roe is a professor of law at Quay.", ClaimKind.BOILERPLATE),
        ("Mrs. Roe is the mayor of Quay.", ClaimKind.STATEMENT),
        ("Jane Roe was the mayor of Quay.", ClaimKind.STATEMENT),
        ("Jane Port is the mayor of Quay.", ClaimKind.STATEMENT),
    ],
)
def test_a_first_line_about_somebody_else_is_a_note(line: str, kind: ClaimKind) -> None:
    text = f"{line}\n\n{STORY}Port left."
    first, *_ = split(Article("a", None, "Outlet", None, "", None, text))
    assert first.kind is kind
