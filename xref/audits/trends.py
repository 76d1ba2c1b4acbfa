"""Claims over time -> whether the record moved."""

from collections.abc import Iterable, Sequence

from xref.accounts import Told, Trend
from xref.audits.checked import Checked
from xref.settings import AUDIT


def trend(checked: Iterable[Checked], told: Sequence[Told]) -> Trend:
    """Say whether the record moved: Kendall's tau between days and articles' shares that stood.

    One share an article, because the claims of one article stand and fall together.
    """
    held: dict[str, list[bool]] = {}
    for one in told:
        if one.held is not None:
            held.setdefault(one.article.id, []).append(one.held >= 0.5)
    days = {one.now.article.id: one.history.day for one in checked}
    points = sorted((day, sum(h) / len(h)) for id_, h in held.items() if (day := days.get(id_)))
    if len(points) < AUDIT.trend_articles or len({share_ for _, share_ in points}) < 2:
        return Trend(None, None, len(points), borne=False)
    from scipy.stats import kendalltau

    order = {day: place for place, day in enumerate(sorted({day for day, _ in points}))}
    found = kendalltau([order[day] for day, _ in points], [share_ for _, share_ in points])
    tau, p = float(found.statistic), float(found.pvalue)
    return Trend(tau, p, len(points), borne=p < AUDIT.trend_p)
