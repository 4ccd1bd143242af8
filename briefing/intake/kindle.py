"""The clippings of a Kindle (My Clippings.txt), by the book that they are from, in whatever language it spoke."""

import re
from collections.abc import Iterator
from datetime import datetime

from briefing.intake.feed import FeedEntry
from briefing.intake.highlights import Highlight, Work, annotations_on, article_of, joined_works
from briefing.intake.text_decoder import canonical, decoded, one_line
from briefing.model import Annotation, Article, Locator, LocatorKind
from briefing.records import dataclass

PROGRAM = "Kindle"
_MARK = re.compile(r"^={8,}[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$")
_NOTE = re.compile(r"\b(?:note|notiz|nota|notitie|Заметка)\b|笔记|メモ", re.IGNORECASE)
_BOOKMARK = re.compile(
    r"\b(?:bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer)\b|书签|ブックマーク", re.IGNORECASE
)
_PAGE = re.compile(r"\b(?:page|seite|página|pagina)\s+(?:n°\s*)?(\d{1,5})", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?\s*$")
_WHEN = ("%A, %B %d, %Y %I:%M:%S %p", "%A, %d %B %Y %H:%M:%S", "%A, %B %d, %Y, %I:%M %p")


@dataclass(frozen=True, slots=True)
class _Clipping:
    title: str
    byline: str
    first: int
    last: int
    is_note: bool
    highlight: Highlight


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each book with its clippings, as a file of its own."""
    parts: dict[tuple[str, str], list[str]] = {}
    clippings = []
    for part in _parts(data, name):
        if found := _clipping(part):
            clippings.append(found)
            parts.setdefault((found.title, found.byline), []).append(part.strip())
    for number, work in enumerate(_works(clippings)):
        mine = parts[work.title, work.byline]
        yield work.entry(number), "".join(f"{part}\n==========\n" for part in mine).encode("utf-8", "replace")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article of the excerpts of one book; raises what `article_of` does."""
    return article_of(_first(data, name), PROGRAM, name)


def annotations(data: bytes, name: str, article: Article) -> tuple[Annotation, ...]:
    """What was noted, on that article."""
    return annotations_on(article, _first(data, name))


def _first(data: bytes, name: str) -> Work:
    clippings = [found for part in _parts(data, name) if (found := _clipping(part))]
    return next(iter(_works(clippings)), Work("", "", "", ()))


def _parts(data: bytes, name: str) -> list[str]:
    return [part for part in _MARK.split(canonical(decoded(data, name))) if part.strip()]


def _works(clippings: list[_Clipping]) -> list[Work]:
    """The books, each note with the highlight that it was made on."""
    noted: dict[tuple[str, str, int], dict[str, None]] = {}
    for one in clippings:
        if one.is_note:
            noted.setdefault((one.title, one.byline, one.last), {})[one.highlight.note] = None
    taken = {(one.title, one.byline, at) for one in clippings if not one.is_note for at in (one.first, one.last)}
    highlights: list[tuple[str, str, str, Highlight]] = []
    for one in clippings:
        if one.is_note:
            if (one.title, one.byline, one.last) not in taken:
                highlights.append((one.title, one.byline, "", one.highlight))
            continue
        # A device puts a note at the end of what it is on.
        places = dict.fromkeys((one.last, one.first))
        told = "\n\n".join(note for at in places for note in noted.get((one.title, one.byline, at), ()))
        joined = Highlight(one.highlight.words, told, one.highlight.made, place=one.highlight.place)
        highlights.append((one.title, one.byline, "", joined))
    return joined_works(highlights)


def _clipping(part: str) -> _Clipping | None:
    lines = part.strip("\ufeff \n").split("\n")
    words = "\n".join(lines[2:]).strip()
    if len(lines) < 2 or not lines[1].startswith("-") or _BOOKMARK.search(lines[1].split("|")[0]) or not words:
        return None
    named = _TITLE.match(one_line(lines[0]))
    title, byline = (named[1], _turned(named[2])) if named else (one_line(lines[0]), "")
    about, _, rest = lines[1].partition("|")
    when = rest.rpartition("|")[2]
    told = [found for field in lines[1].split("|")[:-1] if (found := _RANGE.search(field.strip()))]
    first, last = (int(told[-1][1]), int(told[-1][2] or told[-1][1])) if told else (0, 0)
    # A range may be shortened: 1805-7 ends at 1807.
    if last < first:
        last = int(str(first)[: -len(str(last))] + str(last)) if len(str(last)) < len(str(first)) else first
    page = _PAGE.search(lines[1])
    place = None
    if page:
        place = Locator(0, int(page[1]), "", LocatorKind.PAGE)
    elif first:
        place = Locator(0, first, f"{first}–{last}" if last > first else "", LocatorKind.LOCATION)
    is_note, made = bool(_NOTE.search(about)), _moment(when)
    highlight = Highlight("", words, made, place=place) if is_note else Highlight(words, "", made, place=place)
    return _Clipping(title, byline, first, last, is_note, highlight)


def _turned(people: str) -> str:
    """Writers as they are spoken: “Lange, Jeff; Keller, Ann”."""
    names = []
    for person in people.split(";"):
        family, comma, given = person.partition(",")
        names.append(f"{given.strip()} {family.strip()}" if comma and " " not in family.strip() else person.strip())
    return ", ".join(filter(None, names))


def _moment(when: str) -> str:
    """When a clipping was made; in most languages that is told in words that no calendar here knows."""
    words = re.sub(r"^\s*[^\d,]*?(?=\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)", "", when.strip())
    for form in _WHEN:
        try:
            return datetime.strptime(words, form).isoformat()
        except ValueError:
            continue
    return ""
