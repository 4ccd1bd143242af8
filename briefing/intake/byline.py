"""Finds who wrote an article, when it was published, and where, in its first lines."""

import re

_NAME = r"(?:[A-Z][\w.’'-]*|de|van|von|der|da|al|bin)"
_BYLINE = re.compile(
    rf"^\s*[Bb][Yy]:?\s+({_NAME}(?:[ ]{_NAME}){{1,4}}(?:(?:,| and| &)[ ]{_NAME}(?:[ ]{_NAME}){{1,4}})*)"
    r"\s*(?:[,|•·–—-].{0,80})?$"
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "|".join([*_MONTHS, *(month[:3] for month in _MONTHS), "sept"])
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\.?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[A-Z][A-Z .,’'-]{2,40}(?:,[^()]{0,30})?\s*\(([A-Z][\w .&’'-]{1,30})\)\s*[-–—]")
_LONGEST_LINE = 120
"""Characters; a byline or a date stands alone on a short line."""


def byline_in(line: str) -> str:
    """The writers that a line names ("By Ann Lee and Bo Chan"), or nothing."""
    if len(line) > _LONGEST_LINE:
        return ""
    match = _BYLINE.match(" ".join(line.split()))
    return match.group(1).strip() if match else ""


def date_in(line: str) -> str:
    """The first full date in a line as ISO 8601, or nothing."""
    if match := _ISO.search(line):
        year, month, day = match.groups()
    elif match := _MONTH_FIRST.search(line):
        name, day, year = match.groups()
        month = _month(name)
    elif match := _DAY_FIRST.search(line):
        day, name, year = match.groups()
        month = _month(name)
    else:
        return ""
    valid = 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    return f"{year}-{int(month):02}-{int(day):02}" if valid else ""


def dateline_outlet(paragraph: str) -> str:
    """The agency that a dateline names ("LONDON (Reuters) - …"), or nothing."""
    match = _DATELINE.match(paragraph)
    return match.group(1) if match else ""


def _month(name: str) -> str:
    return str(next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3])))
