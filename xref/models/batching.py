"""Texts in batches of like length, so that little is padded."""

from collections.abc import Iterator, Sequence


def by_length(sizes: Sequence[int], most: int) -> Iterator[list[int]]:
    """Yield the places of texts of these sizes, at most so many together, the shortest first."""
    order = sorted(range(len(sizes)), key=lambda place: (sizes[place], place))
    for start in range(0, len(order), most):
        yield order[start : start + most]
