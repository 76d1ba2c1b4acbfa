"""What is no claim because the page speaks, and what only looks like it."""

import pytest

from xref.claims.furniture import furniture
from xref.records import ClaimKind

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
    ],
    ClaimKind.CAPTION: [
        "Marwan Tahtah/Getty Images",
        "BEIRUT, LEBANON - AUGUST 05: Debris on a street after the blast.",
        "(Photo: Jane Roe)",
        "FILE PHOTO: A plane stands on the ground.",
        "Image: Jane Roe",
    ],
    ClaimKind.CROSS_LINK: [
        "Read more: The missiles are on their way",
        "Also read: The missiles are on their way",
        "Related: The missiles are on their way",
        "Читайте также: Ракеты в пути",
        "Lesen Sie auch: Die Raketen sind unterwegs",
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
