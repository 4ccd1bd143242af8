"""Guesses the forms that an English word may have; a stemmer then says which of them are of the same stem."""

import re

_ENDINGS = (
    "",
    "s",
    "e",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "y",
    "ies",
    "ied",
    "ment",
    "ments",
    "ation",
    "ion",
    "ions",
)
_DOUBLED = ("ed", "ing", "er")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_STEMMED_FROM = 3


def has_forms(word: str) -> bool:
    """Whether a word can have other forms: it is a word of letters, and no short one."""
    return _LETTERS.fullmatch(word) is not None


def guesses(word: str, stem: str) -> list[str]:
    """What may be other forms of a word with that stem, in alphabetical order; none if the stem is too short."""
    if len(stem) < _STEMMED_FROM:
        return []
    root = stem[:-1] if stem[-1] in "ie" else stem
    endings = {stem, *(root + ending for ending in _ENDINGS), *(stem + stem[-1] + ending for ending in _DOUBLED)}
    return sorted(endings - {word.lower()})
