"""Writes raised figures as Unicode does ("10⁶", "euros¹"): set level with the words they would change them."""

import re

from briefing.intake.list_numbers import as_numeral

_RAISED = str.maketrans("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_ROMAN = str.maketrans("ivxlcdm", "ⁱᵛˣˡᶜᵈᵐ")
_SIGNS = frozenset("0123456789+−-=(), ")

_BEFORE_MARK = re.compile(r"^$|\s$|[^\W\d_A-Z]{3}$|[.,;:!?)\"”’»]$")


def raised(words: str) -> str:
    """The words with their figures raised; those that hold letters ("4th", "M. le Cᵗᵉ") stay as they are."""
    return words.translate(_RAISED) if set(words.strip()) <= _SIGNS else words


def raised_mark(mark: str) -> str:
    """The mark of a note, raised if it can be; other letters stand in brackets, lest they become part of a word."""
    if mark and set(mark) <= set("ivxlcdm"):
        return mark.translate(_ROMAN)
    return f"[{mark}]" if any(sign.isalpha() for sign in mark) else raised(mark)


def raised_behind(before: str, words: str) -> str:
    """The words raised; a single letter behind a word or at the begin of a line marks a note ("again[b]").

    One behind a figure, a capital or few letters shortens a word ("XXᵉ", "nᵒ") and stays as it is.
    """
    is_mark = len(words) == 1 and words.islower() and words.isascii()
    return raised_mark(words) if is_mark and _BEFORE_MARK.search(before) else raised(words)


def raised_numeral(number: int) -> str:
    """A number from 1 on as a small Roman numeral, raised, as endnotes are marked."""
    return as_numeral(number).translate(_ROMAN)
