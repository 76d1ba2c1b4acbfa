"""Texts in batches of like length, so that little is padded, and batches on all cores."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Batch = TypeVar("Batch")
Answer = TypeVar("Answer")

_MOST_CORES = 4


def by_length(sizes: Sequence[int], most: int) -> Iterator[list[int]]:
    """Yield the places of texts of these sizes, at most so many together, the shortest first."""
    order = sorted(range(len(sizes)), key=lambda place: (sizes[place], place))
    for start in range(0, len(order), most):
        yield order[start : start + most]


def answered(
    batches: Iterable[Batch], answer: Callable[[Batch], Answer]
) -> Iterator[tuple[Batch, Answer]]:
    """Yield each batch with its answer, in order; several are answered at once.

    `answer` must let other threads run. A model that answers a batch on one core, and another
    beside it on the next, needs 10 to 15 % less processor time than one that splits each of its
    small products over two.
    """
    cores = min(_MOST_CORES, os.cpu_count() or 1)
    with ThreadPoolExecutor(cores) as workers:
        waiting = deque[tuple[Batch, Future[Answer]]]()
        for batch in batches:
            waiting.append((batch, workers.submit(answer, batch)))
            if len(waiting) > 2 * cores:
                done, told = waiting.popleft()
                yield done, told.result()
        for done, told in waiting:
            yield done, told.result()
