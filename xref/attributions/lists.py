"""Word lists, written as running text."""


def listed(words: str) -> frozenset[str]:
    """The set of the words, which white space parts."""
    return frozenset(words.split())
