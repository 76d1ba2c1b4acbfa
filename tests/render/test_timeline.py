"""The echo graph as a drawing."""

from dataclasses import replace

from samples import article, origin, relation

from xref.records import Folding, Member, Origin, Stance
from xref.render.timeline import timeline


def told(outlet: str, published: str | None, folded: Folding | None = None, **more) -> Member:
    page = article(outlet, published=published)
    return Member(page, relation(page), folded, "", **more)


def test_each_folded_article_leads_to_where_it_has_it_from() -> None:
    members = (
        told("Agency", "2020-08-01"),
        told("Gazette", "2020-08-02", Folding.CITES, of="Agency"),
        told("Herald", "2020-08-05", Folding.NEAR_COPY, of="Gazette", inferred=True),
    )
    drawn = timeline([Origin("Agency", Stance.SUPPORTS, members, True)])
    assert drawn is not None
    assert [(x.start.name, x.end.name, x.inferred) for x in drawn.lines] == [
        ("Gazette", "Agency", False),
        ("Herald", "Gazette", True),
    ]
    assert [dot.x for dot in drawn.dots] == sorted(dot.x for dot in drawn.dots)
    assert "2020-08-05 Herald, probably from Gazette." in drawn.words


def test_nothing_is_drawn_where_nobody_has_it_from_anybody() -> None:
    assert timeline([origin("Gazette"), origin("Herald")]) is None
    undated = replace(origin("Gazette"), members=(told("A", None), told("B", None, Folding.CITES)))
    assert timeline([undated]) is None
