"""Finds who wrote an article, when it was published, and where, in its first lines."""

import re

_BY = re.compile(
    r"(?:(?:written|reported|interviewed)\s+by"
    r"|(?:story|words|text|photographs?|photos?|pictures?|interview|reporting|analysis|review|essay|comment|opinion)\s+by"
    r"|by|von|par|por|door|text|words)(?::\s*|\s+)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    ("de", "van", "von", "der", "den", "da", "du", "di", "la", "le", "al", "el", "bin", "ben", "dos", "zu")
)
_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s(?:and|und|et|y|e)\s|&)\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:$|[,|•·–—-]|\d|\b(?:for|in|at)\b)", re.IGNORECASE)
_SIGN = re.compile(r"[^\s,|•·–—&]+")
_MOST_NAMES = 5
_NO_NAMES = frozenset(
    """
    the a an my our your his her its their this that these those all every everything nothing when why how what who
    monday tuesday wednesday thursday friday saturday sunday morning night noon dawn
    """.split()  # noqa: SIM905 a list of words reads better as words
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
    words = " ".join(line.split())
    begun = _BY.match(words)
    if not begun:
        return ""
    at, names = begun.end(), []
    while name := _name_at(words, at):
        names.append(words[at : at + len(name)])
        at += len(name)
        joint = _AND.match(words, at)
        if not joint or not _name_at(words, joint.end()):
            break
        at = joint.end()
    if re.search(r"[a-z]{2}[.!?]$", words) and len(words[at:].split()) > 3:
        # A sentence that only begins like a byline.
        return ""
    if not names or not (_AFTER.match(words, at) or is_month(words[at:].split()[0])):
        return ""
    return words[begun.end() : at].strip()


def is_month(word: str) -> bool:
    """Whether a word names a month in English, whole or short."""
    return bool(re.fullmatch(_MONTH, word.rstrip(".,"), re.IGNORECASE))


def _name_at(words: str, at: int) -> str:
    """The name of two to five words that stands there, or nothing."""
    end, count, place = at, 0, at
    while count < _MOST_NAMES and (sign := _SIGN.match(words, place)):
        word = sign.group()
        capital = (
            word[:1].isupper() and not is_month(word) and word.lower() not in ("for", "in", "at", "and", *_NO_NAMES)
        )
        if not capital and word.lower() not in _PARTICLES:
            break
        count, place = count + 1, sign.end()
        end = place if capital else end
        if words[place : place + 1] != " ":
            break
        place += 1
    return words[at:end] if count > 1 and end > at and " " in words[at:end].strip() else ""


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
