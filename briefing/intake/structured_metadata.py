"""What a web page's markup says of the article for machines: JSON-LD, meta tags, microdata and `time` elements."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from html import unescape
from itertools import islice
from typing import Any

from briefing.intake.citable_facts import byline_of, day_of
from briefing.records import dataclass

_JSON_LD = re.compile(r"<script[^<>]{0,200}application/ld\+json[^<>]{0,200}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_LONGEST_SCRIPT = 200_000
_MOST_SCRIPTS = 50
_TAG = re.compile(r"<(meta|time)\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ARTICLE = re.compile(r"article|blogposting|forumposting|report$|claimreview|webpage$|liveblog", re.IGNORECASE)
_PUBLISHED = frozenset(
    ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued")
)
_MODIFIED = frozenset(
    ("article:modified_time", "og:article:modified_time", "datemodified", "dc.date.modified", "last-modified")
)
_UPDATED_BEFORE = re.compile(r"(?:updated|modified|aktualisiert|mis à jour)\W*$", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 6
"""How far into the objects of JSON-LD is looked."""
_LONGEST_QUOTATION = 20_000
"""Characters before a place among which a quotation around it is looked for."""
_HEAD = 200_000
"""Characters at the top of a page among which its tags are looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one kind of markup tells; empty where it is silent."""

    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    modified: str = ""

    def over(self, other: "Told") -> "Told":
        """This, and where it is silent the other."""
        return Told(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(Told)))


def told_by(page: str) -> Told:
    """What the markup of a page tells, the most particular first: JSON-LD, meta tags, `time` elements."""
    return _by_json(page).over(_by_tags(page[:_HEAD]))


def body_told_by(page: str) -> str:
    """The words of the article itself, where JSON-LD holds them; may be HTML."""
    bodies = (thing.get("articleBody") for source in _scripts(page) for thing in _things(source))
    return max((unescape(body).strip() for body in bodies if isinstance(body, str)), key=len, default="")


def joined_names(names: Iterable[str]) -> str:
    """Names as one would print them: "Ann Lee, Bo Chan and Cy Dahl"."""
    known = list(dict.fromkeys(name for name in names if name))
    return " and ".join(filter(None, [", ".join(known[:-1]), known[-1]])) if known else ""


def is_moment(candidate: str) -> bool:
    """Whether it is a date or a moment in ISO 8601."""
    try:
        datetime.fromisoformat(candidate)
    except ValueError:
        return False
    return True


def _by_json(page: str) -> Told:
    told = Told()
    for source in _scripts(page):
        for thing in _things(source):
            told = told.over(_of_thing(thing))
    return told


def _scripts(page: str) -> Iterator[str]:
    """The first scripts that hold JSON-LD; one that does not end in time is left out."""
    for found in islice(_JSON_LD.finditer(page), _MOST_SCRIPTS):
        end = _SCRIPT_END.search(page, found.end(), found.end() + _LONGEST_SCRIPT)
        if end:
            yield page[found.end() : end.start()]


def _of_thing(thing: dict[str, Any]) -> Told:
    kind = thing.get("@type", "")
    kinds = " ".join(str(each) for each in kind) if isinstance(kind, list) else str(kind)
    dates = Told(published=_moment(thing.get("datePublished")), modified=_moment(thing.get("dateModified")))
    if not _ARTICLE.search(kinds):
        return dates
    # Reviews and bare pages carry dates, but their names are often those of other things.
    named = "webpage" not in kinds.lower()
    people = [person for person in _listed(thing.get("author")) if not _is_organization(person)]
    return Told(
        title=_words(thing.get("headline")) if named else "",
        byline=joined_names(byline_of(_name(person)) for person in people) if named else "",
        outlet=_name(next(iter(_listed(thing.get("publisher"))), "")),
        published=dates.published,
        modified=dates.modified,
    )


def _things(source: str) -> Iterator[dict[str, Any]]:
    try:
        yield from _objects(json.loads(source), 0)
    except (ValueError, RecursionError):
        return


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _name(thing: Any) -> str:
    return _words(thing.get("name")) if isinstance(thing, dict) else _words(thing)


def _is_organization(thing: Any) -> bool:
    return isinstance(thing, dict) and "organization" in str(thing.get("@type", "")).lower()


def _words(value: Any) -> str:
    words = " ".join(unescape(value).split()) if isinstance(value, str) else ""
    return "" if words.startswith(("http:", "https:")) else words


def _moment(value: Any) -> str:
    return day_of(value) if isinstance(value, str) and is_moment(value) else ""


def _by_tags(page: str) -> Told:
    told, times = Told(), Told()
    for found in _TAG.finditer(page):
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(found.group(2))}
        if found.group(1).lower() == "meta":
            told = told.over(_of_meta(attributes))
        elif (moment := _moment(attributes.get("datetime"))) and not _is_quoted(page, found.start()):
            before = _ANY_TAG.sub(" ", page[max(0, found.start() - 300) : found.start()])
            changed = attributes.get("itemprop") == "dateModified" or _UPDATED_BEFORE.search(before)
            times = times.over(Told(modified=moment) if changed else Told(published=moment))
    return told.over(times)


def _is_quoted(page: str, at: int) -> bool:
    """Whether a place lies in a quotation, such as a post that is shown within the article."""
    before = page[max(0, at - _LONGEST_QUOTATION) : at].lower()
    return before.rfind("<blockquote") > before.rfind("</blockquote")


def _of_meta(attributes: dict[str, str]) -> Told:
    names = {attributes.get(kind, "").lower() for kind in ("property", "name", "itemprop")}
    content = attributes.get("content", "")
    if names & _PUBLISHED:
        return Told(published=_moment(content))
    if names & _MODIFIED:
        return Told(modified=_moment(content))
    return Told()
