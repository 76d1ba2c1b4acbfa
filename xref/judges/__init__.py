"""two texts -> relation: the judges, behind one Protocol.

A judge gets pairs with their measured parts and both texts, so that one that reads parts
(`parts`), one that reads texts (`named`) and the shipped one, which reads both (`news`), can
stand in the same place.
"""

from xref.judges.named import CrossEncoderJudge
from xref.judges.news import NewsJudge
from xref.judges.pairs import Judge, Pair
from xref.judges.parts import PartsJudge
from xref.models import crossencoding

__all__ = ["CrossEncoderJudge", "Judge", "NewsJudge", "Pair", "PartsJudge", "ahead", "judge"]


def judge(name: str | None = None) -> Judge:
    """Return the judge of that name; weights are read when it is first used.

    Without a name it is the shipped one; `parts` is the calibrated sum of parts alone; any other
    name or folder is a model for sentence-transformers' CrossEncoder. Raises ModelError, on first
    use, where that model is not to be had or its labels cannot be told.
    """
    if not name or name == NewsJudge.name:
        return NewsJudge()
    if name in ("parts", PartsJudge.name):
        return PartsJudge()
    return CrossEncoderJudge(name)


def ahead(name: str | None = None) -> None:
    """Begin to load the judge of that name, where it is the shipped one and made ready."""
    if not name or name == NewsJudge.name:
        crossencoding.ahead()
