"""From whom each telling article has it: one edge an article, towards the source.

A credit is an edge that the article draws itself. A copy is an edge inferred from the texts, from
the later one to the earlier one or to the one that has it from an agency; it counts where the
passages that tell were copied, or the text as a whole. What only resembles is never joined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xref.origins.credits import Roots
from xref.origins.reuse import Copy, Reuse
from xref.quantities import date_range
from xref.records import Article, Folding, OutletKind, Relation
from xref.settings import Settings


@dataclass(frozen=True, slots=True)
class Edge:
    """Why an article does not stand for itself."""

    folded: Folding
    of: str
    """The outlet it has it from."""
    because: str
    strength: float = 1.0
    inferred: bool = False
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Traced:
    """Telling articles by the house they go back to, and the edges that lead there."""

    house: Mapping[str, str]
    """Article -> the house."""
    edges: Mapping[str, Edge]
    """Article -> its edge; none where it stands for itself."""
    circular: frozenset[str]
    """Houses that cite one another in a ring: none of them is shown to know."""


def traced(relations: Sequence[Relation], roots: Roots, reuse: Reuse, settings: Settings) -> Traced:
    """Trace the telling relations of one claim, one an article."""
    house, edges = _credited(relations, roots)
    circular = _followed(relations, house, edges, roots)
    _copied(relations, house, edges, roots, reuse, settings)
    return Traced(house, edges, circular)


def earlier(one: Article, other: Article) -> bool:
    """Whether the first is known to be older; doubtful dates show nothing."""
    a, b = date_range(one.published), date_range(other.published)
    return a is not None and b is not None and a[1] < b[0]


def by_date(relation: Relation) -> tuple[bool, str, str]:
    """Sort key: the oldest first, undated ones last."""
    article = relation.candidate.article
    return article.published is None, article.published or "", article.url or article.id


def _credited(
    relations: Sequence[Relation], roots: Roots
) -> tuple[dict[str, str], dict[str, Edge]]:
    house, edges = {}, {}
    for relation in relations:
        root, key = roots.root(relation), relation.candidate.article.id
        house[key] = root.outlet.house
        if root.folded:
            edges[key] = Edge(root.folded, root.outlet.name, root.because)
    return house, edges


def _followed(
    relations: Sequence[Relation], house: dict[str, str], edges: dict[str, Edge], roots: Roots
) -> frozenset[str]:
    """Follow citations to their end; return the houses that cite one another in a ring."""
    onward: dict[str, set[str]] = {}
    for relation in relations:
        article = relation.candidate.article
        onward.setdefault(roots.outlet(article).house, set()).add(house[article.id])
    # A house with a report of its own is an end, whatever else it cites.
    leads = {own: min(to) for own, to in onward.items() if own not in to}
    first: dict[str, tuple[bool, str, str]] = {}
    for relation in relations:
        first.setdefault(roots.outlet(relation.candidate.article).house, by_date(relation))
    rings: set[str] = set()
    for key, start in list(house.items()):
        path = [start]
        while (following := leads.get(path[-1])) and following not in path:
            path.append(following)
        if following:
            ring = path[path.index(following) :]
            rings |= set(ring)
            house[key] = min(ring, key=lambda name: first[name])
        else:
            house[key] = path[-1]
    for relation in relations:
        key = relation.candidate.article.id
        if house[key] in rings and roots.outlet(relation.candidate.article).house in rings:
            edge = edges[key]
            edges[key] = Edge(Folding.CIRCULAR, edge.of, edge.because, directed=False)
    return frozenset(rings)


def _copied(
    relations: Sequence[Relation],
    house: dict[str, str],
    edges: dict[str, Edge],
    roots: Roots,
    reuse: Reuse,
    settings: Settings,
) -> None:
    """Let each article follow the surest of those that it copies, and its house with it."""

    def order(relation: Relation) -> tuple[int, tuple[bool, str, str]]:
        return roots.rank(house[relation.candidate.article.id]), by_date(relation)

    ordered = sorted(relations, key=order)
    moved: dict[str, str] = {}
    for place, relation in enumerate(ordered):
        article = relation.candidate.article
        models = [
            (copy, earlier_)
            for earlier_ in ordered[:place]
            if house[earlier_.candidate.article.id] != house[article.id]
            and (copy := _dependent(earlier_, relation, reuse, settings))
        ]
        if models:
            copy, model = max(models, key=lambda found: found[0].share)
            source = model.candidate.article
            known = article.id in edges or earlier(source, article) or _agency(source, roots)
            if article.id not in edges:
                edges[article.id] = _edge(copy, source, roots, directed=known)
            moved.setdefault(house[article.id], house[source.id])
            house[article.id] = house[source.id]
    for key, name in list(house.items()):
        house[key] = moved.get(name, name)


def _dependent(one: Relation, other: Relation, reuse: Reuse, settings: Settings) -> Copy | None:
    """Return the copy where what the two passages tell was copied, or the texts as a whole."""
    copy = reuse.copy(one.candidate.article, other.candidate.article)
    if copy is None or copy.share >= settings.copy_whole:
        return copy
    ours, theirs = one.candidate.passage, other.candidate.passage
    told = copy.covers(ours.start, ours.end) or copy.turned.covers(theirs.start, theirs.end)
    return copy if told else None


def _edge(copy: Copy, source: Article, roots: Roots, *, directed: bool) -> Edge:
    outlet = roots.outlet(source)
    released = outlet.kind is OutletKind.GOVERNMENT and directed
    folded = Folding.PRESS_RELEASE if released else Folding.NEAR_COPY
    return Edge(folded, outlet.name, copy.words, copy.share, inferred=True, directed=directed)


def _agency(article: Article, roots: Roots) -> bool:
    return roots.outlet(article).kind is OutletKind.AGENCY
