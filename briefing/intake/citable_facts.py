"""Checks of bylines, dates and titles before they go into a citation.

All formats ask here, whatever told them of the article: what is missing is better than what is wrong.
"""

import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from functools import cache

from briefing.intake.byline_lines import byline_patterns
from briefing.records import dataclass
from briefing.resources import resource

EARLIEST = 1600
"""The year after which an article can have been published: the first newspapers are of 1605."""

_DEFAULT_DAYS = frozenset(("1601-01-01", "1900-01-01", "1904-01-01", "1970-01-01", "1980-01-01"))
"""Days that programs write where they know none."""

_LONGEST_NAME = 80
_LONGEST_BYLINE = 240
_MOST_OF_PRODUCER = 4
"""Words of a title that may be the name of the program that made the file."""
_LAST_NUMBER = re.compile(r"[ _-]?\d+$")
_MOST_NAME_WORDS = 12
_MOST_DIGITS = 4
"""Of a title in one word: "1984" is one."""
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d])")
_BY = re.compile(
    r"^(?:(?:(?:written|reported|posted|interviewed|words|text|story|photos?|photographs?"
    r"|interview|reporting|analysis|review|essay|comment|opinion)\s+by|by|byline|authors?|autor|auteur)\b[\s:]*"
    r"|(?:von|par|por|door)\s+(?=(?-i:[^\W\d_a-z])\S*\s+\S))",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[,;|·•\n]|\s[–—-]\s)\s*")
_MAIL = re.compile(r"\s*[<(\[]?\b[\w.+-]+@[\w.-]+\w[>)\]]?")
_HANDLE = re.compile(r"\s*\(?(?<!\w)@\w+\)?")
_LOG_IN = re.compile(r"[a-zß-ÿ0-9.\-]+|.*[\d_\\@%].*|[^\W\d_]+\.[^\W\d_]+\S*|[A-ZÀ-Þ]{2}[a-zß-ÿ]{2,}")
_SMALL = frozenset(
    """
    of for the and in at de van von der den da du di la le al el bin ben dos zu to y e et und für des del della do das
    ter ten op af av til ibn abu bint mac mc of’ d’ l’
    """.split()  # noqa: SIM905 a list of words reads better as words
)
_FILE = re.compile(
    r"\S.*\.(?:docx?|dotx?|pdf|indd|qx[dp]|rtf|odt|tex|dvi|e?ps|cdr|pages|xlsx?|pptx?|txt|html?|wpd|pub|md)",
    re.IGNORECASE,
)
_MADE_WITH = re.compile(
    r"(?:microsoft|adobe|openoffice|libreoffice)\S*\s+(?:office\s+)?"
    r"(?:word|powerpoint|excel|publisher|writer|acrobat|indesign|illustrator|pagemaker)\b.*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\{\{|\}\}|\$\{|%s|<%|%\w+%")


LONGEST_FACT = 1_000
"""Characters up to which a fact is looked at; what is longer is none, and looking at it takes long."""


@dataclass(frozen=True, slots=True)
class NoCitation:
    """The word lists of `resources/intake/citable.toml`, and the names of months."""

    no_names: frozenset[str]
    producers: tuple[str, ...]
    roles: tuple[str, ...]
    no_titles: frozenset[str]
    numbered_titles: frozenset[str]
    closings: frozenset[str]
    greetings: tuple[str, ...]
    page: re.Pattern[str]
    dates: re.Pattern[str]
    moments: frozenset[str]


@cache
def no_citation() -> NoCitation:
    """The word lists, read once from the resources."""
    with resource("intake", "citable.toml").open("rb") as file:
        found = tomllib.load(file)
    fringe = byline_patterns()
    months = "|".join(sorted(map(re.escape, fringe.months), key=len, reverse=True))
    pages, of = "|".join(map(re.escape, found["pages"])), "|".join(map(re.escape, found["of"]))
    return NoCitation(
        no_names=frozenset(found["no_names"]),
        producers=tuple(found["producers"]),
        roles=tuple(sorted(found["roles"], key=len, reverse=True)),
        no_titles=frozenset(found["no_titles"]),
        numbered_titles=frozenset(found["numbered_titles"]),
        closings=frozenset(found["closings"]),
        greetings=tuple(found["greetings"]),
        page=re.compile(
            rf"(?:{pages})\.?\s*\d{{1,4}}(?:\s*(?:/|{of})\s*\d{{1,4}})?|\d{{1,4}}\s*(?:/|{of})\s*\d{{1,4}}|"
            rf"[-–—\[(]\s*\d{{1,4}}\s*[-–—\])]",
            re.IGNORECASE,
        ),
        dates=re.compile(
            rf"\b\d{{4}}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|"
            rf"\b(?:{months})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?:19|20)\d\d)?|"
            rf"\b\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(?:{months})\b\.?(?:,?\s+(?:de\s+)?(?:19|20)\d\d)?|"
            rf"\b(?:{months})\b\.?,?\s+(?:19|20)\d\d\b|\b\d{{1,2}}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?|\b(?:19|20)\d\d\b|"
            r"\b\d+\s+(?:seconds?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s+(?:ago|read)\b",
            re.IGNORECASE,
        ),
        moments=fringe.moments | fringe.months,
    )


def byline_of(found: str, *, addresses: bool = False) -> str:
    """The people and bodies that a byline names, without "By", dates and what they do; empty if it names nobody.

    Args:
        found: what was found as a byline.
        addresses: whether an address of mail may stand for somebody, as in a message.
    """
    words = " ".join(_plain(found).split())
    if addresses and _MAIL.fullmatch(words):
        return words
    lists = no_citation()
    if not words or len(words) > _LONGEST_BYLINE or "://" in words or _PLACE.search(words):
        return ""
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) for name in lists.producers):
        return ""
    words = _without_dates(_HANDLE.sub("", _MAIL.sub("", words)), lists)
    while (by := _BY.match(words)) and by.end():
        words = words[by.end() :]
    parts = [part for part in _PARTS.split(words) if part]
    names = [name for part in parts if (name := _name_of(part, lists))]
    named = list({name.casefold(): name for name in reversed(names)}.values())[::-1]
    return words.strip(" ,;|·•–—-") if named == parts else ", ".join(named)


def day_of(found: str, today: date | None = None) -> str:
    """A day or moment in ISO 8601, as it is, if an article can have been published then; else nothing.

    `today` is the day by which it is judged: the present one if none is given.
    """
    matched = _DAY.match(found.strip())
    if matched is None or found.strip()[:10] in _DEFAULT_DAYS:
        return ""
    latest = (today or datetime.now(UTC).date()) + timedelta(days=1)
    year, month, day = (int(part) if part else 0 for part in matched.groups())
    try:
        begins = date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return found.strip() if year > EARLIEST and begins <= latest else ""


def title_of(found: str, *, of_file: bool = False) -> str:
    """A title, as it is, if it is one; nothing of placeholders, page footers, greetings and names of files.

    Args:
        found: what was found as a title.
        of_file: whether a file or a page tells it of itself, as programs fill in by themselves.
    """
    words = " ".join(found[:LONGEST_FACT].split())
    lists = no_citation()
    plain = words.casefold().strip(" .:–—-")
    if plain in lists.no_titles or _PLACE.search(words) or is_page_footer(words) or is_closing(words):
        return ""
    if of_file and (_numbered(plain) in lists.numbered_titles or _names_producer(plain, lists)):
        return ""
    if of_file and (_FILE.fullmatch(words) or _MADE_WITH.fullmatch(words) or _is_code(words)):
        return ""
    return words


def _numbered(title: str) -> str:
    """What stands before the number of a title; empty if it has none."""
    found = _LAST_NUMBER.search(title)
    return title[: found.start()] if found else ""


def _names_producer(title: str, lists: NoCitation) -> bool:
    """Whether a short title names what wrote the file ("QuarkXPress: Layout 1")."""
    return len(title.split()) <= _MOST_OF_PRODUCER and any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) for name in lists.producers
    )


def is_page_footer(words: str) -> bool:
    """Whether a line tells nothing but the number of a page ("Page 1 of 3")."""
    return no_citation().page.fullmatch(words.strip()) is not None


def is_closing(words: str) -> bool:
    """Whether a line ends a letter or a message ("Best regards,")."""
    return " ".join(words.casefold().split()).strip(" ,.!–—-") in no_citation().closings


def is_greeting(words: str) -> bool:
    """Whether a line greets whom a letter is for ("Dear Ms Quill,")."""
    plain, greetings = " ".join(words.casefold().split()), no_citation().greetings
    if len(plain) > _LONGEST_NAME or not any(re.match(rf"{re.escape(word)}\b", plain) for word in greetings):
        return False
    return plain.endswith((",", ":", "!")) or plain in greetings


def _plain(found: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in found)


def _without_dates(words: str, lists: NoCitation) -> str:
    left, dates = lists.dates.subn(" | ", words)
    if not dates:
        return words
    parts = []
    for part in left.split("|"):
        held = part.replace(",", " , ").split()
        while held and (held[-1].casefold().strip(".:") in lists.moments or held[-1] in ",:·•–—-"):
            held.pop()
        while held and (held[0].casefold().strip(".:") in lists.moments or held[0] in ",:·•–—-"):
            held.pop(0)
        parts.append(" ".join(held).replace(" ,", ","))
    return ", ".join(part for part in parts if part)


def _name_of(part: str, lists: NoCitation) -> str:
    """The name in a part of a byline, without what its bearer does; empty if there is none."""
    words = part.strip(" .:'\"“”()[]*/")
    found = True
    while found and words:
        found = False
        for role in lists.roles:
            cut = re.sub(rf"^(?:the\s+)?{role}\b[\s:]*|[\s:]*\b{role}$", "", words, flags=re.IGNORECASE).strip()
            if cut != words:
                words, found = cut, True
                break
    doubled = re.fullmatch(r"(.+?) (?:and |& )?\1", words)
    words = doubled.group(1) if doubled and " " in doubled.group(1) else words
    return words if _is_name(words, lists) else ""


def _is_name(words: str, lists: NoCitation) -> bool:
    signs = words.split()
    if not signs or len(words) > _LONGEST_NAME or len(signs) > _MOST_NAME_WORDS or words.casefold() in lists.no_names:
        return False
    if words.casefold() in lists.moments:
        return False
    letters = [sign for sign in words if sign.isalpha()]
    uncased = any(sign.lower() == sign.upper() for sign in letters)
    if not letters or not (uncased or any(sign.isupper() for sign in letters)):
        return False
    if len(signs) == 1 and not uncased and _LOG_IN.fullmatch(words):
        return False
    # "Ann Lee is a reporter in Paris" is a sentence on a name.
    return sum(sign[0].islower() and sign.casefold() not in _SMALL for sign in signs) < 2 or uncased


def _is_code(words: str) -> bool:
    """Whether it is a number or a name that only a system of files has: "0123456", "report_final_v3"."""
    return " " not in words and ("_" in words or sum(sign.isdigit() for sign in words) > _MOST_DIGITS)
