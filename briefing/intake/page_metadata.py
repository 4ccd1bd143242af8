"""What a web page says of itself: its main text as trafilatura sees it, and title, writers, dates, outlet, address."""

import re
from typing import Any

from briefing.intake.citable_facts import byline_of, day_of, title_of
from briefing.intake.crowded_markup import thinned
from briefing.intake.saved_page import saved_from
from briefing.intake.shown_title import title_parts
from briefing.intake.structured_metadata import joined_names, told_by
from briefing.records import dataclass

_LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True}
_QUOTED = re.compile(r"<blockquote\b(?:(?!<blockquote\b).){0,20000}?</blockquote\s*>", re.IGNORECASE | re.DOTALL)
_CHANGED = re.compile(
    r"(?:amended|corrected|clarified|updated|changed|revised|geändert|korrigiert|aktualisiert|corrigé|mis à jour)"
    r"\s{1,3}(?:on|at|am|le)\s[^<>]{3,40}",
    re.IGNORECASE,
)
_WIDE = re.compile(r"\s(?:col|row)span\s{0,9}=\s{0,9}[\"']?\s{0,9}\d{2,}[\"']?", re.IGNORECASE)
"""Cells over ten columns or more: each column becomes an element, so that a small page takes minutes."""
_BLOCKS = re.compile(r"<(?:p|br|div|li|t[dhr]|d[dt]|h[1-6]|option|pre|blockquote|caption)\b", re.IGNORECASE)
_MANY = 6_000
"""Blocks of a page from which on a second opinion on its main text takes time with their square."""
_MOST = 30_000
"""Blocks up to which a page is read a second time, strictly: no article has as many."""
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was found; empty where the page says nothing.

    Attributes:
        main: passages of the main text, in order.
        named: pieces of the title in its head.
        sure: those of them that stand in it even when trafilatura prefers to leave out too much.
    """

    main: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    modified: str = ""
    address: str = ""
    language: str = ""


def facts_of(page: str) -> PageFacts:
    """What a page says of itself; a page that trafilatura cannot read has only what its head says."""
    narrow = thinned(_WIDE.sub("", page))
    facts = _extracted(narrow, recall=True)
    language = _LANGUAGE.search(page[:20000])
    told = told_by(page)
    return PageFacts(
        main=_passages(facts),
        sure=_passages(_extracted(narrow, recall=False)) if len(_BLOCKS.findall(page)) <= _MOST else (),
        named=title_parts(page),
        title=title_of(_one_line(facts.get("title"))) or told.title,
        byline=byline_of(told.byline) or byline_of(_writers(facts.get("author"))),
        outlet=_one_line(facts.get("sitename")) or told.outlet,
        published=told.published or day_of(_date(page, facts.get("date") or "")),
        modified=told.modified,
        address=saved_from(page) or _address(facts.get("url")),
        language=language.group(1).lower() if language else "",
    )


def _extracted(page: str, *, recall: bool) -> dict[str, Any]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            page,
            with_metadata=recall,
            include_comments=False,
            include_tables=True,
            favor_recall=recall,
            date_extraction_params=dict(_DATES),
            fast=len(_BLOCKS.findall(page)) > _MANY,
        )
    except AssertionError:
        # Its search for a date cannot remove an element that should not stand at the root of a page, and does.
        return {}
    return found if isinstance(found, dict) else found.as_dict() if found else {}


def _date(page: str, found: str) -> str:
    """The date found on the page, unless it is that of a post or letter quoted there, or of a later change."""
    bare = _CHANGED.sub(" ", _QUOTED.sub("", page)) if found else page
    if bare == page:
        return found
    from trafilatura.metadata import extract_metadata

    try:
        return extract_metadata(bare, date_config=dict(_DATES)).date or ""
    except AssertionError:
        return ""


def _passages(facts: dict[str, Any]) -> tuple[str, ...]:
    return tuple(line for line in (facts.get("text") or "").split("\n") if line.strip())


def _writers(found: str | None) -> str:
    """Names parted by semicolons as one would print them."""
    return joined_names(name.strip() for name in (found or "").split(";"))


def _one_line(found: str | None) -> str:
    return " ".join((found or "").split())


def _address(found: str | None) -> str:
    return found if found and _ADDRESS.fullmatch(found) else ""
