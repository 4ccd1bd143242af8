"""Writes raised figures as Unicode does ("10⁶", "euros¹"): set level with the words they would change them."""

from briefing.intake.list_numbers import as_numeral

_RAISED = str.maketrans("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_ROMAN = str.maketrans("ivxlcdm", "ⁱᵛˣˡᶜᵈᵐ")
_SIGNS = frozenset("0123456789+−-=(), ")


def raised(words: str) -> str:
    """The words with their figures raised; those that hold letters ("4th", "M. le Cᵗᵉ") stay as they are."""
    return words.translate(_RAISED) if set(words.strip()) <= _SIGNS else words


def raised_mark(mark: str) -> str:
    """The mark of a note, raised if it can be; other letters stand in brackets, lest they become part of a word."""
    if mark and set(mark) <= set("ivxlcdm"):
        return mark.translate(_ROMAN)
    return f"[{mark}]" if any(sign.isalpha() for sign in mark) else raised(mark)


def raised_numeral(number: int) -> str:
    """A number from 1 on as a small Roman numeral, raised, as endnotes are marked."""
    return as_numeral(number).translate(_ROMAN)
