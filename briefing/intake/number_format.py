"""Writes numbers and dates as a spreadsheet shows them, by the format of their cell (ECMA-376, part 1, 18.8.31)."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_GENERAL = ("general", "@", "")
_EXACT = Context(prec=400)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?P<noon>AM/PM|A/P)|(?P<clock>y+|m+|d+|h+|s+(?:\.0+)?)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?,*(?:E[+-]?0+)?|\.[#0?]+", re.IGNORECASE)


def shown(value: object, form: str) -> str:
    """The characters that a cell with a value shows in a format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value, form)
    if isinstance(value, int | float):
        return _number(float(value) if abs(value) < 1e300 else value, form)
    return str(value)


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e11:
        return str(int(value))
    if 1e-4 <= abs(value) < 1e11:
        return f"{value:.10f}"[: 12 if value > 0 else 13].rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.10g}"
    return f"{value:.6G}"


@lru_cache(maxsize=1000)
def _sections(form: str) -> tuple[str, ...]:
    """Formats for numbers above, below and at zero, and for words."""
    parts, at = [""], 0
    while at < len(form):
        found = _TOKEN.match(form, at)
        token = found[0] if found else form[at]
        if token == ";":
            parts.append("")
        else:
            parts[-1] += token
        at += len(token)
    return tuple(parts)


def _number(value: float, form: str) -> str:
    sections = _sections(form)
    chosen, negative = sections[0], value < 0
    if value < 0 and len(sections) > 1:
        # A format of their own says how they are marked.
        chosen, negative = sections[1], False
    elif value == 0 and len(sections) > 2:
        chosen = sections[2]
    if chosen.lower() in _GENERAL or "/" in chosen:
        return _general(value)
    before, digits, after, percent, commas = _taken_apart(chosen)
    if not digits:
        return f"{before}{after}"
    number = abs(value) * (100 if percent else 1) / (1000**commas)
    return f"{'-' if negative and value else ''}{before}{_figures(number, digits)}{after}"


@lru_cache(maxsize=1000)
def _taken_apart(form: str) -> tuple[str, str, str, bool, int]:
    """What stands before and behind the figures, how they are written, and by what they are multiplied or divided."""
    literal: dict[str, str] = {}
    plain = ""
    for found in _TOKEN.finditer(form):
        words = next((found[name] for name in ("quoted", "escaped", "currency") if found[name] is not None), None)
        if words is not None or found["space"] is not None:
            # A sign that no format uses stands for what is written as it is.
            sign = chr(0xE000 + len(literal))
            literal[sign] = words or ""
            plain += sign
        elif found["fill"] is None and not found[0].startswith("["):
            plain += found[0]
    figures = _NUMBER.search(plain)
    if figures is None:
        return _back(plain.replace("@", ""), literal), "", "", False, 0
    digits = figures[0]
    commas = len(digits) - len(digits.rstrip(","))
    before, after = plain[: figures.start()], plain[figures.end() :]
    return _back(before, literal), digits.rstrip(","), _back(after, literal), "%" in plain, commas


def _back(words: str, literal: dict[str, str]) -> str:
    return "".join(literal.get(sign, "" if sign in "#?" else sign) for sign in words)


def _figures(number: float, digits: str) -> str:
    mantissa, _, exponent = digits.upper().partition("E")
    whole, _, decimals = mantissa.partition(".")
    most, least = len(decimals), len(decimals.rstrip("#"))
    if exponent:
        written = f"{number:.{most}E}"
        head, _, power = written.partition("E")
        sign = "-" if power.startswith("-") else "+" if exponent.startswith("+") else ""
        return f"{head}E{sign}{power.lstrip('+-').lstrip('0').rjust(exponent.count('0'), '0')}"
    rounded = Decimal(repr(number)).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, _EXACT)
    head, _, tail = f"{rounded:f}".partition(".")
    head = head.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        head = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", head)
    while len(tail) > least and tail.endswith("0"):
        tail = tail[:-1]
    return f"{head}.{tail}" if "." in mantissa else head


def _moment(value: datetime | date | time | timedelta, form: str) -> str:
    chosen = _sections(form)[0]
    tokens = [found for found in _TOKEN.finditer(chosen) if not found["fill"]]
    if chosen.lower() in _GENERAL or not any(found["clock"] or found["elapsed"] for found in tokens):
        return str(value)
    half = any(found["noon"] for found in tokens)
    parts, last = [], ""
    for at, found in enumerate(tokens):
        if found["clock"]:
            clock = found["clock"].lower()
            following = next((each["clock"].lower()[0] for each in tokens[at + 1 :] if each["clock"]), "")
            minutes = clock[0] == "m" and len(clock) < 3 and (last == "h" or following == "s")
            parts.append(_part(value, "n" * len(clock) if minutes else clock, half=half))
            last = clock[0]
        elif found["elapsed"]:
            parts.append(_elapsed(value, found["elapsed"].lower()))
            last = found["elapsed"].lower()[0]
        elif found["noon"]:
            parts.append("PM" if _clock(value)[0] >= 12 else "AM")
        else:
            words = next((found[name] for name in ("quoted", "escaped", "currency", "other") if found[name]), "")
            parts.append("" if words in ("@", "#", "?") else words)
    return "".join(parts).strip()


def _clock(value: datetime | date | time | timedelta) -> tuple[int, int, int, int]:
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return seconds // 3600, seconds // 60 % 60, seconds % 60, value.microseconds
    if isinstance(value, datetime | time):
        return value.hour, value.minute, value.second, value.microsecond
    return 0, 0, 0, 0


def _elapsed(value: datetime | date | time | timedelta, unit: str) -> str:
    hours, minutes, seconds, _ = _clock(value)
    if isinstance(value, datetime):
        # Kept as a moment, counted from the first day of the calendar of spreadsheets.
        hours += (value - datetime(1899, 12, 30)).days * 24
    total = {"h": hours, "m": hours * 60 + minutes, "s": (hours * 60 + minutes) * 60 + seconds}[unit[0]]
    return str(total).rjust(len(unit), "0")


def _part(value: datetime | date | time | timedelta, unit: str, *, half: bool) -> str:
    hour, minute, second, micro = _clock(value)
    day = value if isinstance(value, date) else date(1900, 1, 1)
    wide = len(unit)
    match unit[0]:
        case "y":
            return f"{day.year:04}" if wide > 2 else f"{day.year % 100:02}"
        case "m":
            name = _MONTHS[day.month - 1]
            return name[0] if wide == 5 else name if wide > 3 else name[:3] if wide == 3 else str(day.month).zfill(wide)
        case "d":
            name = _DAYS[day.weekday()]
            return name if wide > 3 else name[:3] if wide == 3 else str(day.day).zfill(wide)
        case "h":
            return str((hour % 12 or 12) if half else hour).zfill(min(wide, 2))
        case "n":
            return str(minute).zfill(wide)
    whole, _, parts = unit.partition(".")
    fraction = f".{micro:06}"[: len(parts) + 1] if parts else ""
    return f"{second:0{len(whole)}}{fraction}"
