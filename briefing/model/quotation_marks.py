"""Quotation marks around words, which may begin or end with some of their own."""

_OPENING, _CLOSING = "“«", "”»"
_MARKS = '“”"«»'
_WITHIN = str.maketrans("“”", "‘’")
"""What stands for the marks of words that stand in marks themselves."""


def in_marks(found: str) -> str:
    """Words in quotation marks; those that begin or end with a mark of their own get none there again."""
    words = " ".join(found.split())
    if words[:1] in _MARKS:
        return words
    # Of what somebody says, often only the end of the quotation is claimed.
    ends_so = words[-1:] in _CLOSING and not any(mark in words[:-1] for mark in _OPENING)
    return f"“{words}" if ends_so else f"“{words.translate(_WITHIN)}”"
