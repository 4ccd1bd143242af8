"""What a web page says of itself: its main text as trafilatura sees it, and title, writers, date, outlet, address."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")
_JSON_LD = re.compile(
    r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.{0,200000}?)</script", re.IGNORECASE | re.DOTALL
)
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_META_TIME = re.compile(
    r"<meta[^>]{0,200}(?:article:published_time|datePublished|parsely-pub-date)[^>]{0,200}?content\s*=\s*[\"']([^\"']+)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
_DEEPEST = 6
"""How far into the objects of JSON-LD a date is looked for."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was found; empty where the page says nothing.

    Attributes:
        main: passages of the main text, in order.
    """

    main: tuple[str, ...] = ()
    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    address: str = ""
    language: str = ""


def facts_of(page: str) -> PageFacts:
    """What a page says of itself; a page that trafilatura cannot read has only what its head says."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    saved = _SAVED_FROM.search(page[:5000])
    language = _LANGUAGE.search(page[:20000])
    facts: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found else {}
    address = _address(facts.get("url")) or (saved.group(1) if saved else "")
    return PageFacts(
        main=tuple(line for line in (facts.get("text") or "").split("\n") if line.strip()),
        title=_one_line(facts.get("title")),
        byline=_writers(facts.get("author")),
        outlet=_one_line(facts.get("sitename")),
        published=_published(page) or (facts.get("date") or ""),
        address=address,
        language=language.group(1).lower() if language else "",
    )


def _writers(found: str | None) -> str:
    """Names parted by semicolons as one would print them."""
    names = [name.strip() for name in (found or "").split(";") if name.strip()]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def _one_line(found: str | None) -> str:
    return " ".join((found or "").split())


def _address(found: str | None) -> str:
    return found if found and _ADDRESS.fullmatch(found) else ""


def _published(page: str) -> str:
    """The moment that the markup names, in ISO 8601, or nothing."""
    named = _META_TIME.search(page[:200_000])
    candidates = [named.group(1)] if named else []
    candidates += [value for found in _JSON_LD.finditer(page) for value in _dates_in(found.group(1))]
    return next((candidate for candidate in candidates if _is_moment(candidate)), "")


def _dates_in(source: str) -> Iterator[str]:
    try:
        yield from _dates_of(json.loads(source), 0)
    except (ValueError, RecursionError):
        return


def _dates_of(value: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if isinstance(moment := value.get("datePublished"), str):
            yield moment
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _dates_of(inner, depth + 1)


def _is_moment(candidate: str) -> bool:
    try:
        datetime.fromisoformat(candidate)
    except ValueError:
        return False
    return True
