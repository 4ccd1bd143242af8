"""Numbers in a clause, with what they count."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from briefing.analysis.syntax.number_words import UNITS, WORTH
from briefing.model.spans import Span
from briefing.model.statement import Figure

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PORTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}


def figures_in(words: Sequence[Token]) -> Iterator[Figure]:
    """The figures that the words give; years and days of a month are none."""
    at = 0
    while at < len(words):
        run = _run(words, at)
        if not run:
            at += 1
            continue
        value = _value(run)
        last = run[-1]
        at += len(run)
        if value is None or _is_date(run):
            continue
        yield Figure(value, _unit(last), Span(run[0].idx, last.idx + len(last.text)))


def _run(words: Sequence[Token], at: int) -> list[Token]:
    """The words of one number from a place on: "1.2 million", "twenty-three", "two-thirds"; none if there is none."""
    found: list[Token] = []
    while at < len(words) and (not found or words[at].i == found[-1].i + 1):
        lower = _written(words[at])
        if _is_number(lower) or (found and lower in _SCALES):
            found.append(words[at])
        elif found and lower == "-" and at + 1 < len(words) and _follows_hyphen(_written(words[at + 1])):
            found += words[at : at + 2]
            at += 1
        else:
            break
        at += 1
    return found


def _written(word: Token) -> str:
    lower = word.lower_
    singular = lower.removesuffix("s")
    return singular if singular in _SCALES or singular in _PORTIONS else lower


def _follows_hyphen(word: str) -> bool:
    return word in UNITS or word in _PORTIONS


def _is_number(word: str) -> bool:
    return word in WORTH or _DIGITS.fullmatch(word) is not None


def _value(run: Sequence[Token]) -> float | None:
    total, current = 0.0, 0.0
    for lower in map(_written, run):
        if lower in _SCALES:
            current = (current or 1.0) * _SCALES[lower]
            if _SCALES[lower] >= 1e3:
                total, current = total + current, 0.0
        elif lower in _PORTIONS:
            current *= _PORTIONS[lower]
        elif lower in WORTH:
            current += WORTH[lower]
        elif lower != "-":
            try:
                current += float(lower.replace(",", ""))
            except ValueError:
                return None
    return total + current


def _is_date(run: Sequence[Token]) -> bool:
    first = run[0]
    is_year = _YEAR.fullmatch(first.text) is not None
    if len(run) == 1 and is_year and first.dep_ != "nummod":
        return True
    return first.ent_type_ in {"DATE", "TIME"} and (first.head.pos_ == "PROPN" or is_year)


def _unit(last: Token) -> str:
    head = last
    for _ in range(3):
        if head.pos_ == "NOUN" and head.lower_.rstrip("s") not in _SCALES:
            return head.lemma_.lower()
        if head.head.i == head.i:
            break
        head = head.head
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and following.pos_ == "NOUN":
        return following.lemma_.lower()
    return ""
