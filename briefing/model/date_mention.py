"""Days, months and years that a text names, resolved against the day on which it was published."""

import re
import tomllib
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from enum import IntEnum
from functools import cache, partial
from typing import Any

from briefing.model.findings import Time
from briefing.records import dataclass
from briefing.resources import resource


class Precision(IntEnum):
    """How exactly a date is named, in the days that it takes at most."""

    DAY = 1
    WEEK = 7
    MONTH = 31
    YEAR = 366


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date that a text names.

    Attributes:
        first: the day, or the first of the week, month or year.
        precision: which of them is named.
        words: by which it is.
    """

    first: date
    precision: Precision
    words: str


def published_day(published: str) -> date | None:
    """The day of a date of publication; None if it is no full date."""
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def named_dates(words: str, published: date | None, time: Time = Time.PRESENT) -> list[NamedDate]:
    """The dates that words name, in their order, each as far as it can be told.

    Args:
        words: of a text in English.
        published: the day on which they were; without it only dates with a year can be told.
        time: whether they tell of what has happened or of what is planned: "in March" is the last or the next one.
    """
    found: dict[int, tuple[int, NamedDate]] = {}
    taken: set[int] = set()
    for pattern, resolve in _patterns():
        for match in pattern.finditer(words):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                resolved = _resolved(resolve, match, published, time)
                if resolved is not None:
                    found[match.start()] = (match.end(), NamedDate(*resolved, " ".join(match.group().split())))
    return [named for _, (_, named) in sorted(found.items())]


def names_a_date(words: str) -> bool:
    """Whether words name a date, be it one that cannot be told without the day on which they were published."""
    return any(pattern.search(words) for pattern, _ in _patterns())


def foremost(dates: Iterable[NamedDate]) -> NamedDate | None:
    """The one that is named most exactly; of several, the first."""
    return min(dates, key=lambda named: named.precision, default=None)


Resolved = tuple[date, Precision]
Resolver = Callable[[re.Match[str], date | None, Time], Resolved | None]


def _resolved(resolve: Resolver, match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    try:
        return resolve(match, published, time)
    except (ValueError, OverflowError):
        return None  # the 31st of June, or a year that no calendar has


@cache
def _words() -> dict[str, Any]:
    with resource("lexicon", "dates.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(_words()["months"]["names"], 1) for name in names}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Resolver], ...]:
    """What dates look like, the most exact first: what a pattern takes, a later one leaves."""
    words = _words()
    month = f"(?P<month>{_any(_months())})\\b\\.?"
    weekday, direction = f"(?P<weekday>{_any(words['weekdays']['names'])})", _any(words["directions"])
    units = words["units"]
    unit, count = _any([*units["days"], *units["months"]]), rf"(?P<count>\d{{1,3}}|{_any(words['counts'])})"
    around = words["around"]
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b", r"(?P<year>(?:1[5-9]|20)\d{2})\b"
    to_day = r"(?:\s?[-–]\s?\d{1,2}\b)?"
    return (
        (re.compile(r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b"), _full),
        (re.compile(rf"\b{day}{to_day}\s+(?:of\s+)?{month}(?:,?\s+{year})?"), _full),
        (re.compile(rf"\b{month}\s+{day}(?!\.?\d){to_day}(?:,?\s+{year})?"), _full),
        (re.compile(rf"\b{month},?\s+(?:of\s+)?{year}"), _month),
        (re.compile(rf"\b(?P<lead>{_any(around['before_month'])})[\s-]+{month}"), _month),
        (re.compile(rf"\b(?P<direction>{direction})\s+(?:{weekday}|{month})", re.IGNORECASE), _directed),
        (re.compile(rf"\b(?P<direction>{direction})\s+(?P<unit>week|month|year)\b", re.IGNORECASE), _stretch),
        (re.compile(rf"\b{weekday}\b"), _weekday),
        (re.compile(rf"\b(?P<near>{_any(words['near'])})\b", re.IGNORECASE), _near),
        (re.compile(rf"\b{count}\s+(?P<unit>{unit})\s+(?:{_any(around['ago'])})\b", re.IGNORECASE), partial(_away, -1)),
        (re.compile(rf"\b(?:{_any(around['ahead'])})\s+{count}\s+(?P<unit>{unit})\b", re.IGNORECASE), _ahead),
        (re.compile(rf"\b(?:{_any(around['before_year'])})\s+{year}(?!\s?[-%.,]\d)", re.IGNORECASE), _year),
    )


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _full(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else _months()[groups["month"]]
    day = int(groups["day"])
    if groups["year"]:
        return date(int(groups["year"]), month, day), Precision.DAY
    return _nearest(_in_years(published, month, day), published, time, Precision.DAY)


def _month(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    groups = match.groupdict()
    month = _months()[groups["month"]]
    if groups.get("year"):
        return date(int(groups["year"]), month, 1), Precision.MONTH
    ends = groups.get("lead") in _words()["around"]["ending"]
    return _nearest(_in_years(published, month, 1), published, Time.PLANNED if ends else time, Precision.MONTH)


def _year(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    return date(int(match["year"]), 1, 1), Precision.YEAR


def _in_years(published: date | None, month: int, day: int) -> Iterator[date]:
    years = range(published.year - 1, published.year + 2) if published else ()
    for year in years:
        if day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def _nearest(days: Iterable[date], published: date | None, time: Time, precision: Precision) -> Resolved | None:
    """The one of some days that is meant: the last where it has happened, the next where it is planned."""
    known = list(days)
    if published is None or not known:
        return None
    # A month that began before the article was published may be the one that is meant, too.
    last = date(published.year, published.month, 1) if precision is Precision.MONTH else published
    if time is Time.PAST:
        known = [day for day in known if day <= published] or known
    elif time is Time.PLANNED:
        known = [day for day in known if day >= last] or known
    return min(known, key=lambda day: abs((day - published).days)), precision


def _weekday(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    if published is None:
        return None
    number = _words()["weekdays"]["names"].index(match["weekday"])
    ahead = (number - published.weekday()) % 7
    return published + timedelta(days=ahead if time is Time.PLANNED or not ahead else ahead - 7), Precision.DAY


def _directed(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    """Days and months that are the last or the next of their name."""
    if published is None:
        return None
    way = _words()["directions"][match["direction"].casefold()]
    name = match["weekday"] or match["month"]
    if match["weekday"]:
        number = [one.casefold() for one in _words()["weekdays"]["names"]].index(name.casefold())
        ahead = (number - published.weekday()) % 7
        days = (ahead or 7) - (7 if way < 0 else 0) if way else ahead
        return published + timedelta(days=days - (7 if way < 0 and not ahead else 0)), Precision.DAY
    month = next(number for known, number in _months().items() if known.casefold() == name.casefold())
    year = published.year
    if way < 0 and month >= published.month:
        year -= 1
    elif way > 0 and month <= published.month:
        year += 1
    return date(year, month, 1), Precision.MONTH


def _stretch(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    """Weeks, months and years that are this one, the last or the next."""
    if published is None:
        return None
    way, unit = _words()["directions"][match["direction"].casefold()], match["unit"].casefold()
    if unit == "week":
        return published - timedelta(days=published.weekday() - 7 * way), Precision.WEEK
    if unit == "month":
        return _months_on(published.replace(day=1), way), Precision.MONTH
    return date(published.year + way, 1, 1), Precision.YEAR


def _near(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    if published is None:
        return None
    return published + timedelta(days=_words()["near"][match["near"].casefold()]), Precision.DAY


def _away(way: int, match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    """What is so many days, weeks, months or years away."""
    if published is None:
        return None
    told, unit, units = match["count"].casefold(), match["unit"].casefold(), _words()["units"]
    count = int(told) if told.isdecimal() else _words()["counts"][told]
    if unit in units["days"]:
        days = units["days"][unit]
        return published + timedelta(days=way * count * days), Precision.DAY if days == 1 else Precision.WEEK
    months = units["months"][unit]
    there = _months_on(published.replace(day=1), way * count * months)
    return (there, Precision.MONTH) if months == 1 else (there.replace(month=1), Precision.YEAR)


def _ahead(match: re.Match[str], published: date | None, time: Time) -> Resolved | None:
    """The same ahead; told of what has happened, "in three weeks" is how long it took."""
    return _away(1, match, published, time) if time is Time.PLANNED else None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
