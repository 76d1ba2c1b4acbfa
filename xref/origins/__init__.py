"""relations -> origins: count who really knows, and say why the others were folded in.

Each article that supports or refutes a claim is traced to the outlet whose reporting it prints
(`credits`), and texts that copy one another are joined (`reuse`). What goes back to one house is
one origin. Every member keeps the reason and the words that show it.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

from xref.corpus.outlets import Registry
from xref.origins.credits import Root, Roots
from xref.origins.reuse import Copy, Reuse
from xref.quantities import date_range
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
    return [_origins(article, relations, roots, reuse) for relations in judged]


def _origins(
    article: Article, relations: Sequence[Relation], roots: Roots, reuse: Reuse
) -> tuple[Origin, ...]:
    groups = _grouped(_telling(relations), roots, reuse)
    house = roots.outlet(article).house
    supported = {name for name, members in groups.items() if _stance(members) is Stance.SUPPORTS}
    origins = [
        _origin(name, members, roots, reuse, article, house)
        for name, members in groups.items()
        # A house that has both said it and reported otherwise has moved on; it is no opponent.
        if name in supported or _stance(members) is Stance.REFUTES
    ]
    return tuple(sorted(origins, key=lambda o: (o.stance is not Stance.SUPPORTS, o.own, o.name)))


def _telling(relations: Sequence[Relation]) -> list[Relation]:
    """Return one relation an article: its surest support, else its surest refutation."""
    best: dict[str, Relation] = {}
    for relation in relations:
        if relation.stance is Stance.NEUTRAL:
            continue
        key = relation.candidate.article.id
        if key not in best or _weight(relation) > _weight(best[key]):
            best[key] = relation
    return sorted(best.values(), key=_by_date)


def _weight(relation: Relation) -> tuple[bool, float]:
    return relation.stance is Stance.SUPPORTS, relation.confidence


def _by_date(relation: Relation) -> tuple[bool, str, str]:
    article = relation.candidate.article
    return article.published is None, article.published or "", article.url or article.id


def _grouped(
    relations: Sequence[Relation], roots: Roots, reuse: Reuse
) -> dict[str, list[Relation]]:
    """Join what goes back to one house, then what was copied; keys name the house."""
    house = {r.candidate.article.id: roots.root(r).outlet.house for r in relations}
    join = _joiner(house)
    for one, other in combinations(relations, 2):
        a, b = one.candidate.article, other.candidate.article
        if house[a.id] != house[b.id] and reuse.copy(a, b):
            join(a.id, b.id, roots.rank(house[a.id]) <= roots.rank(house[b.id]))
    groups: dict[str, list[Relation]] = {}
    for relation in relations:
        groups.setdefault(house[relation.candidate.article.id], []).append(relation)
    return groups


def _joiner(house: dict[str, str]) -> Callable[[str, str, bool], None]:
    def join(one: str, other: str, first_stays: bool) -> None:
        stays, goes = (house[one], house[other]) if first_stays else (house[other], house[one])
        for key in [key for key, name in house.items() if name == goes]:
            house[key] = stays

    return join


def _stance(relations: Sequence[Relation]) -> Stance:
    return max(relations, key=_weight).stance


def _origin(
    house: str,
    relations: Sequence[Relation],
    roots: Roots,
    reuse: Reuse,
    article: Article,
    own_house: str,
) -> Origin:
    stance = _stance(relations)
    told = [relation for relation in relations if relation.stance is stance]
    first = next((r for r in told if roots.root(r).outlet.house == house), told[0])
    by_itself = next((r for r in told if roots.outlet(r.candidate.article).house == house), first)
    ordered = [by_itself, *(relation for relation in told if relation is not by_itself)]
    echoes = [reuse.copy(article, r.candidate.article) for r in ordered]
    return Origin(
        name=roots.root(first).outlet.name,
        stance=stance,
        members=_members(ordered, house, roots, reuse),
        independent=any(roots.root(r).shown for r in told),
        own=house == own_house
        or all(
            echo is not None and not _earlier(r.candidate.article, article)
            for echo, r in zip(echoes, ordered, strict=True)
        ),
    )


def _earlier(one: Article, other: Article) -> bool:
    """Whether the first is known to be older; doubtful dates show nothing."""
    a, b = date_range(one.published), date_range(other.published)
    return a is not None and b is not None and a[1] < b[0]


def _members(
    relations: Sequence[Relation], house: str, roots: Roots, reuse: Reuse
) -> tuple[Member, ...]:
    members: list[Member] = []
    for relation in relations:
        article = relation.candidate.article
        root, copy = roots.root(relation), _copied(article, members, reuse)
        folded, because, strength = _reason(root, copy, house, roots.outlet(article).house)
        if members and folded is None:
            folded, because = _same_house(article, members, house)
        members.append(Member(article, relation, folded, because, strength))
    return tuple(members)


def _copied(article: Article, members: Sequence[Member], reuse: Reuse) -> Copy | None:
    copies = [reuse.copy(member.article, article) for member in members]
    found = [copy for copy in copies if copy]
    return max(found, key=lambda copy: copy.share) if found else None


def _reason(
    root: Root, copy: Copy | None, house: str, own: str
) -> tuple[Folding | None, str, float]:
    if root.folded:
        return root.folded, root.because, 1.0
    if copy and own != house:
        return Folding.NEAR_COPY, copy.words, copy.share
    return None, "", 1.0


def _same_house(article: Article, members: Sequence[Member], house: str) -> tuple[Folding, str]:
    if any(member.article.outlet == article.outlet for member in members):
        return Folding.SAME_OUTLET, article.outlet
    return Folding.SAME_OWNER, house
