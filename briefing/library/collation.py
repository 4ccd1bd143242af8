"""Text folded for comparison: without case and accents."""

import unicodedata


def plain(text: str) -> str:
    """The text without case, accents and double spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def plain_name(name: str) -> str:
    """A name as it is looked up: plain, and without a leading article."""
    return plain(name).removeprefix("the ")


def sorted_as(title: str) -> str:
    """What a title is sorted by: plain, from its first letter or digit on."""
    folded = plain(title)
    start = next((at for at, letter in enumerate(folded) if letter.isalnum()), 0)
    return folded[start:]
