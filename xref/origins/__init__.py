"""relations -> origins: count who really knows, and say why the others were folded in.

Each article that supports or refutes a claim is traced to the outlet whose reporting it prints
(`credits`), texts that copy one another are found (`reuse`), and each article follows one edge to
where it has it from (`reasons`). What goes back to one house is one origin. Every member keeps its
edge: the reason, the words that show it, and how sure it is.
"""

from collections.abc import Sequence

from xref.corpus.outlets import Registry
from xref.origins.credits import Roots
from xref.origins.furniture import furniture
from xref.origins.reasons import Edge, Traced, by_date, earlier, traced
from xref.origins.reuse import Reuse
from xref.records import Article, Folding, Member, Origin, Relation, Stance
from xref.settings import Settings

__all__ = ["trace"]


def trace(
    article: Article,
    judged: Sequence[Sequence[Relation]],
    outlets: Registry,
    settings: Settings,
) -> list[tuple[Origin, ...]]:
    """Return the origins of each claim of `article`, supporting ones first.

    `judged` holds one sequence of relations for each claim; neutral ones are passed over.
    """
    roots, reuse = Roots(outlets), Reuse(settings)
    related = [relation for told in judged for relation in told]
    telling = {_house(r, roots) for r in related if r.stance is not Stance.NEUTRAL}
    # Of houses that tell nothing no page is compared.
    seen = {r.candidate.article.id: r.candidate.article for r in related
            if _house(r, roots) in telling}  # fmt: skip
    reuse.furniture = furniture(list(seen.values()), reuse, lambda a: roots.outlet(a).house)
    return [_origins(article, relations, roots, reuse, settings) for relations in judged]


def _house(relation: Relation, roots: Roots) -> str:
    return roots.outlet(relation.candidate.article).house


def _origins(
    article: Article,
    relations: Sequence[Relation],
    roots: Roots,
    reuse: Reuse,
    settings: Settings,
) -> tuple[Origin, ...]:
    telling = _telling(relations)
    found = traced(telling, roots, reuse, settings)
    groups: dict[str, list[Relation]] = {}
    for relation in telling:
        groups.setdefault(found.house[relation.candidate.article.id], []).append(relation)
    origins = [
        _origin(name, members, found, roots, reuse, article) for name, members in groups.items()
    ]
    return tuple(sorted(origins, key=lambda o: (o.stance is not Stance.SUPPORTS, o.own, o.name)))


def _telling(relations: Sequence[Relation]) -> list[Relation]:
    """Return one relation an article: the surest that supports or refutes."""
    best: dict[str, Relation] = {}
    for relation in relations:
        if relation.stance is Stance.NEUTRAL:
            continue
        key = relation.candidate.article.id
        if key not in best or _weight(relation) > _weight(best[key]):
            best[key] = relation
    return sorted(best.values(), key=by_date)


def _weight(relation: Relation) -> tuple[float, bool]:
    return relation.confidence, relation.stance is Stance.SUPPORTS


def _stance(relations: Sequence[Relation]) -> Stance:
    """Return what a house says: where it has said both, what it says more surely.

    `Several explosions` does not take back its `two explosions`, which refute five.
    """
    return max(relations, key=_weight).stance


def _origin(
    house: str,
    relations: Sequence[Relation],
    found: Traced,
    roots: Roots,
    reuse: Reuse,
    article: Article,
) -> Origin:
    stance = _stance(relations)
    told = [relation for relation in relations if relation.stance is stance]
    first = next((r for r in told if roots.root(r).outlet.house == house), told[0])
    by_itself = next((r for r in told if roots.outlet(r.candidate.article).house == house), first)
    ordered = [by_itself, *(relation for relation in told if relation is not by_itself)]
    copies = all(reuse.copy(article, r.candidate.article) is not None for r in ordered)
    echo = copies and all(earlier(article, r.candidate.article) for r in ordered)
    own = echo or house == roots.outlet(article).house
    source = any(earlier(r.candidate.article, article) for r in ordered)
    return Origin(
        name=roots.root(first).outlet.name,
        stance=stance,
        members=_members(ordered, house, found, roots),
        independent=house not in found.circular and any(roots.root(r).shown for r in told),
        own=own,
        undirected=copies and not own and not source,
    )


def _members(
    relations: Sequence[Relation], house: str, found: Traced, roots: Roots
) -> tuple[Member, ...]:
    members: list[Member] = []
    for relation in relations:
        article = relation.candidate.article
        edge = found.edges.get(article.id)
        if edge is None and members:
            edge = _same_house(article, members, house, roots)
        members.append(_member(relation, edge))
    return tuple(members)


def _member(relation: Relation, edge: Edge | None) -> Member:
    article = relation.candidate.article
    if edge is None:
        return Member(article, relation, None, "")
    return Member(
        article,
        relation,
        edge.folded,
        edge.because,
        edge.strength,
        edge.of,
        edge.inferred,
        edge.directed,
    )


def _same_house(article: Article, members: Sequence[Member], house: str, roots: Roots) -> Edge:
    """An article without an edge is here because another of its house has one, or is the house."""
    own = roots.outlet(article)
    for member in members:
        if member.article.outlet == article.outlet:
            return Edge(Folding.SAME_OUTLET, own.name, article.outlet)
    return Edge(Folding.SAME_OWNER, members[0].article.outlet, own.house)
