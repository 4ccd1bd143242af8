"""Lists of references (CSL-JSON, RIS, BibTeX): facts of articles, with their files or where they are on the web."""

import logging
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from briefing.intake.citable_facts import byline_of, day_of, title_of
from briefing.intake.feed import Feed, FeedEntry, on_the_web
from briefing.intake.format_signs import RIS, begins_as_json
from briefing.intake.intake_errors import NotAnArticle, UnreadableFile, legible
from briefing.intake.json_file import entries, json_in, words_at
from briefing.intake.text_decoder import canonical, decoded, one_line
from briefing.model import Origin
from briefing.model.message import Message

MOST_REFERENCES = 50_000
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_references(data: bytes, name: str) -> Feed:
    """The references, each with what it tells of the article.

    Raises:
        UnreadableFile: if the list is damaged.
        NotAnArticle: if it is empty.
    """
    if begins_as_json(data):
        found = json_in(data, name)
        references = _of_csl(entries(found, "items") if isinstance(found, dict) else entries(found))
    else:
        text = canonical(decoded(data, name))
        references = _of_ris(text, name) if RIS.match(data.removeprefix(b"\xef\xbb\xbf")) else _of_bibtex(text, name)
    listed = tuple(islice(references, MOST_REFERENCES))
    if not listed:
        raise NotAnArticle(name, Message.of("references.empty", name=legible(name)))
    return Feed(one_line(name), "", listed)


def _entry(facts: Origin, tags: tuple[str, ...], files: list[str]) -> FeedEntry:
    address = on_the_web(facts.address)
    told = " · ".join(filter(None, (facts.byline, facts.outlet)))
    kept = Origin(
        title=title_of(one_line(facts.title)) or one_line(facts.title),
        byline=byline_of(one_line(facts.byline)),
        outlet=one_line(facts.outlet),
        published=day_of(facts.published),
        address=address,
    )
    # Of several files the first that can be read; a snapshot of a page comes behind a printed text.
    first = min(files, key=lambda path: not path.lower().endswith((".pdf", ".epub", ".docx")), default="")
    return FeedEntry(kept.title or address or first, address, kept.published, told, tags=tags, facts=kept, file=first)


def _of_csl(items: list[dict[str, Any]]) -> Iterator[FeedEntry]:
    for item in items:
        people = entries(item, "author") or entries(item, "editor")
        doi = words_at(item, "DOI")
        keywords = words_at(item, "keyword")
        facts = Origin(
            title=_bare(words_at(item, "title")),
            byline=_joined(_person(person) for person in people),
            outlet=_bare(words_at(item, "container-title", "publisher")),
            published=_issued(item.get("issued")),
            address=words_at(item, "URL") or (f"https://doi.org/{doi}" if doi else ""),
        )
        yield _entry(facts, _tags(re.split(r"[,;]", keywords)), [])


def _person(person: dict[str, Any]) -> str:
    names = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return words_at(person, "literal") or " ".join(filter(None, (words_at(person, name) for name in names)))


def _issued(found: Any) -> str:
    parts = found.get("date-parts") if isinstance(found, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [str(part) for part in first[:3] if isinstance(part, int | str)]
    return _day(*numbers) if numbers else words_at(found, "raw", "literal") if isinstance(found, dict) else ""


def _of_ris(text: str, name: str) -> Iterator[FeedEntry]:
    import rispy

    try:
        found = rispy.loads(text)
    except (ValueError, LookupError, OSError, TypeError, AttributeError) as fault:
        raise _damaged(name) from fault
    for item in found:
        urls = item.get("urls") or []
        doi = str(item.get("doi") or "")
        day = str(item.get("date") or item.get("year") or item.get("publication_year") or "")
        titles = (item.get(key) for key in ("title", "primary_title", "translated_title"))
        outlets = (
            item.get(key)
            for key in ("secondary_title", "journal_name", "alternate_title3", "alternate_title2", "publisher")
        )
        people = item.get("authors") or item.get("first_authors") or []
        files = [str(one) for key in ("file_attachments1", "file_attachments2") for one in _listed(item.get(key))]
        facts = Origin(
            title=next((str(one) for one in titles if one), ""),
            byline=_joined(_turned(str(person)) for person in people),
            outlet=next((str(one) for one in outlets if one), ""),
            published=_day(*[part for part in re.split(r"[/-]", day)[:3] if part.strip().isdecimal()]),
            address=str(urls[0]) if urls else f"https://doi.org/{doi}" if doi else "",
        )
        yield _entry(facts, _tags(map(str, item.get("keywords") or ())), list(map(_path, files)))


def _of_bibtex(text: str, name: str) -> Iterator[FeedEntry]:
    from bibtexparser.entrypoint import parse_string

    # It writes every block that it cannot read to the log; what matters is that the others are read.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    try:
        library = parse_string(text)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError) as fault:
        raise _damaged(name) from fault
    if not library.entries and library.failed_blocks:
        raise _damaged(name)
    for item in library.entries:
        fields = {field.key.lower(): str(field.value) for field in item.fields}
        doi = fields.get("doi", "")
        month = fields.get("month", "").strip().lower()[:3]
        number = str(_MONTHS.index(month) + 1) if month in _MONTHS else month
        parts = (
            fields.get("date", "").split("/")[0].split("-") if fields.get("date") else [fields.get("year", ""), number]
        )
        people = re.split(r"\s+and\s+", fields.get("author") or fields.get("editor") or "")
        facts = Origin(
            title=_plain(fields.get("title", "")),
            byline=_joined(_turned(_plain(person)) for person in people),
            outlet=_plain(next((fields[key] for key in _OUTLETS if fields.get(key)), "")),
            published=_day(*[part for part in parts if part.strip().isdecimal()]),
            address=fields.get("url", "").replace("\\", "") or (f"https://doi.org/{doi}" if doi else ""),
        )
        tags = _tags(map(_plain, re.split(r"[,;]", fields.get("keywords", ""))))
        yield _entry(facts, tags, list(_files(fields.get("file", ""))))


_OUTLETS = ("journaltitle", "journal", "booktitle", "organization", "publisher", "howpublished", "institution")


def _files(words: str) -> Iterator[str]:
    """The files of an entry, as Zotero, JabRef and Mendeley write them: name, path and kind, parted by colons."""
    for one in re.split(r"(?<!\\);", words):
        parts = [re.sub(r"\\(.)", r"\1", part) for part in re.split(r"(?<!\\):", one)]
        path = parts[1] if len(parts) > 2 else parts[0]
        if path.strip():
            yield _path(path)


def _path(words: str) -> str:
    """A path as it leads on from the list; empty for one that leads elsewhere."""
    path = PurePosixPath(words.strip().replace("\\", "/").removeprefix("./"))
    outside = path.is_absolute() or ".." in path.parts or ":" in words[:8]
    return "" if outside else str(path)


def _plain(words: str) -> str:
    """Words without the marks of TeX."""
    if not any(sign in words for sign in "\\{}$~%&"):
        return one_line(words)
    try:
        return one_line(_tex().latex_to_text(words[:5000]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
        return one_line(re.sub(r"[{}]", "", words))


@cache
def _tex() -> Any:
    """What makes words of TeX; it takes longer to be made than to be used."""
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim")


def _bare(words: str) -> str:
    return re.sub(r"</?(?:i|b|sup|sub|span)\b[^<>]{0,200}>", "", words)


def _turned(person: str) -> str:
    """“Lange, Jeff” as it is spoken."""
    family, comma, given = person.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else person.strip()


def _joined(people: Any) -> str:
    return ", ".join(filter(None, map(one_line, people)))


def _tags(found: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(one_line, found))))


def _listed(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found] if found else []


def _day(*parts: str) -> str:
    """A day, a month or a year in ISO 8601, of as many numbers as are told."""
    year, *rest = [part.strip() for part in parts] or [""]
    if not (year.isdecimal() and len(year) == 4):
        return ""
    known = []
    for part, most in zip(rest, (12, 31), strict=False):
        if not (part.isdecimal() and len(part) < 3 and 1 <= int(part) <= most):
            break
        known.append(part.zfill(2))
    return "-".join((year, *known))


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message.of("references.damaged", name=legible(name)))
