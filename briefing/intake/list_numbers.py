"""Numbers of lists as they are shown: 1. a. B. iv. X."""

_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 3999
"""Up to which Roman numerals go."""


def shown_number(number: int, kind: str = "1") -> str:
    """A number as a list of that kind (of HTML: 1, a, A, i, I) counts, without what stands behind it."""
    if kind in ("a", "A") and number > 0:
        letters = as_letters(number)
        return letters.upper() if kind == "A" else letters
    if kind in ("i", "I") and 0 < number <= _LARGEST:
        numeral = as_numeral(number)
        return numeral.upper() if kind == "I" else numeral
    return str(number)


def as_letters(number: int) -> str:
    """A number from 1 on as small letters: a to z, aa, ab and so on."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def as_numeral(number: int) -> str:
    """A number from 1 on as a small Roman numeral."""
    numeral = ""
    for value, sign in _NUMERALS:
        times, number = divmod(number, value)
        numeral += sign * times
    return numeral
