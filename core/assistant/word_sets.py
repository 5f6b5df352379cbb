"""Sets of words as they are written in the code: one text, parted at blanks."""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of the lines."""
    return frozenset(word for line in lines for word in line.split())


def word_list(*lines: str) -> tuple[str, ...]:
    """Return the words of the lines in their order."""
    return tuple(word for line in lines for word in line.split())
