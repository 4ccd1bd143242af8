"""Annotations and judgements as W3C Web Annotations in JSON-LD, the form that Hypothesis and others know.

https://www.w3.org/TR/annotation-model/ (2017); what it has no word for stands under the prefix `briefing`.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, TypeGuard
from uuid import NAMESPACE_URL, uuid5

from briefing.model.annotation import Anchor, Annotation, Dispute, Judgement, SourceRating
from briefing.model.failure import Failure
from briefing.model.findings import Status
from briefing.model.locator import LocatorKind, Locators, locators_over
from briefing.model.message import Message
from briefing.model.spans import Span

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"briefing": "urn:briefing:"}]
MARKDOWN = "text/markdown"
COLOURS = 8
_PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"
LONGEST, LONGEST_TAG, LONGEST_CONTEXT, MOST_TAGS = 1_000_000, 1_000, 1_000, 1_000
"""Code points of a note, quotation or name, of a tag, and of what stands around a quotation; tags on one annotation."""

FURTHEST = 2**31
"""The last place in a text."""

_IDENTITY = re.compile(r"[0-9A-Za-z_.:-]{1,100}")

Json = dict[str, Any]


class NotAnAnnotation(Failure, ValueError):
    """An object is no Web Annotation on a passage of text; the message says what it lacks."""


class TooLong(Failure, ValueError):
    """Somebody wrote more than is taken in; the message says where. Part of it, or none, would be words lost."""


def page(items: Iterable[Json]) -> Json:
    """Annotations of one article together, as an `AnnotationPage`."""
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": list(items)}


def annotation_object(annotation: Annotation, source: str, locators: Locators = ()) -> Json:
    """An annotation as a Web Annotation on `source`, the IRI of the article whose pages are `locators`."""
    bodies: list[Json] = []
    if annotation.note:
        bodies.append({"type": "TextualBody", "value": annotation.note, "format": MARKDOWN, "purpose": "commenting"})
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in annotation.tags]
    return {
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": "commenting" if annotation.note else "highlighting",
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
        "briefing:colour": annotation.colour,
        **({"creator": {"type": "Person", "name": annotation.writer}} if annotation.writer else {}),
        **({"body": bodies} if bodies else {}),
        "target": _target(annotation.anchor, source, locators),
    }


def judgement_object(judgement: Judgement, source: str, locators: Locators = ()) -> Json:
    """The reader's word on a claim as a Web Annotation that assesses the claim's content."""
    said: Json = {
        "briefing:status": judgement.status.value if judgement.status else None,
        "briefing:sourceRating": judgement.source_rating.value if judgement.source_rating else None,
        "briefing:informationRating": judgement.information_rating,
        "briefing:dismissed": judgement.dismissed or None,
        "briefing:source": judgement.source,
        "briefing:made": judgement.made or None,
        "briefing:words": _selectors(judgement.words) if judgement.words else None,
        "briefing:disputedBy": list(map(_dispute_object, judgement.disputed_by)) or None,
    }
    where = judgement.claim.span
    # An address may hold half surrogates, of which no identifier can be made.
    name = f"{source}#{where.start},{where.end}".encode("utf-8", "replace").decode()
    return {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}",
        "type": "Annotation",
        "motivation": "assessing",
        "created": judgement.created.isoformat(),
        "modified": judgement.modified.isoformat(),
        "body": {
            "type": "TextualBody",
            "purpose": "assessing",
            "format": MARKDOWN,
            "value": judgement.note,
            **{name: value for name, value in said.items() if value is not None},
        },
        "target": _target(judgement.claim, source, locators),
    }


def objects_in(found: Any) -> list[Json]:
    """The annotations in a page, a collection, a list, a single annotation, or what Hypothesis exports.

    Raises:
        NotAnAnnotation: if there is nothing of the kind.
    """
    if isinstance(found, dict) and isinstance(found.get("first"), dict):
        found = found["first"]  # a collection with its first page; a page has no other in it
    if isinstance(found, dict):
        lists = [found[name] for name in ("items", "annotations", "rows") if isinstance(found.get(name), list)]
        if not lists and "target" in found:
            return [found]
        found = lists[0] if lists else None
    if isinstance(found, list):
        return [entry for entry in found if isinstance(entry, dict)]
    raise NotAnAnnotation(Message("file.holds_none"))


def is_judgement(found: Json) -> bool:
    """Whether an annotation assesses a claim."""
    return found.get("motivation") == "assessing"


def source_of(found: Json) -> str:
    """The IRI of what is annotated; "" if it is not told."""
    target = _first(found.get("target"))
    if isinstance(target, str):
        return target
    told = (target.get("source") or found.get("uri")) if isinstance(target, dict) else ""
    return told if isinstance(told, str) else ""


def annotation_from(found: Json) -> Annotation:
    """An annotation from a Web Annotation or one of Hypothesis.

    Raises:
        NotAnAnnotation: if it has no quotation of the passage.
        TooLong: if a note, a tag or the quotation is.
    """
    bodies = _bodies(found)
    tags = [_words(body.get("value"), LONGEST_TAG, "tag") for body in bodies if body.get("purpose") == "tagging"]
    notes = [_words(body.get("value"), LONGEST) for body in bodies if body.get("purpose") != "tagging"]
    more = found.get("tags")
    tags += [_words(tag, LONGEST_TAG, "tag") for tag in (more if isinstance(more, list) else ())]
    note = "\n\n".join(filter(None, [*notes, _words(found.get("text"), LONGEST)]))
    tags = list(dict.fromkeys(filter(None, tags)))
    if len(tags) > MOST_TAGS:
        raise TooLong(Message.of("file.too_many_tags", most=MOST_TAGS, tag=tags[0]))
    created = _moment(found.get("created"))
    colour = found.get("briefing:colour")
    return Annotation(
        id=_identity(found),
        anchor=_anchor(found),
        created=created,
        modified=_moment(found.get("modified") or found.get("updated") or found.get("created")),
        colour=colour if _is_number(colour) and 1 <= colour <= COLOURS else 1,
        note=note,
        tags=tuple(tags),
    )


def judgement_from(found: Json) -> Judgement:
    """The reader's word on a claim.

    Raises:
        NotAnAnnotation: if it is none, or says what no judgement can say.
        TooLong: if the note or the quotation is.
    """
    (body, *_) = _bodies(found) or [{}]
    try:
        status, rating = body.get("briefing:status"), body.get("briefing:sourceRating")
        information = body.get("briefing:informationRating")
        return Judgement(
            _anchor(found),
            _moment(found.get("created")),
            _moment(found.get("modified") or found.get("created")),
            Status(status) if status else None,
            SourceRating(rating) if rating else None,
            information if _is_number(information) and 1 <= information <= 6 else None,
            bool(body.get("briefing:dismissed")),
            body["briefing:source"] if isinstance(body.get("briefing:source"), str) else None,
            _words(body.get("value"), LONGEST),
            bool(body.get("briefing:made")),
            _anchor({"target": {"selector": words}}) if (words := body.get("briefing:words")) else None,
            _disputes(body.get("briefing:disputedBy")),
        )
    except (TooLong, NotAnAnnotation):
        raise
    except (TypeError, ValueError) as fault:
        raise NotAnAnnotation(str(fault)) from fault


def _dispute_object(dispute: Dispute) -> Json:
    claim = {"selector": _selectors(dispute.claim)} if dispute.claim else {}
    return {"briefing:source": dispute.source, **claim}


def _disputes(told: Any) -> tuple[Dispute, ...]:
    listed = [one for one in (told if isinstance(told, list) else []) if isinstance(one, dict)]
    if len(listed) > MOST_TAGS:
        raise TooLong(Message.of("file.too_many_disputes", most=MOST_TAGS))
    found = (
        Dispute(
            _words(one.get("briefing:source"), LONGEST, "name"),
            _anchor({"target": one}) if one.get("selector") else None,
        )
        for one in listed
    )
    return tuple(dict.fromkeys(dispute for dispute in found if dispute.source or dispute.claim))


def _target(where: Anchor, source: str, locators: Locators) -> Json:
    held = locators_over(locators, where.span)
    pages = [locator.number for locator in held if locator.kind is LocatorKind.PAGE]
    # Of a PDF document a fragment names the page (RFC 3778), the first if there are several.
    page = [{"type": "FragmentSelector", "conformsTo": _PDF_FRAGMENT, "value": f"page={pages[0]}"}] if pages else []
    return {"source": source, "selector": [*_selectors(where), *page]}


def _selectors(where: Anchor) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": where.span.start, "end": where.span.end},
        {"type": "TextQuoteSelector", "exact": where.exact, "prefix": where.prefix, "suffix": where.suffix},
    ]


def _anchor(found: Json) -> Anchor:
    target = _first(found.get("target"))
    selectors = target.get("selector") if isinstance(target, dict) else None
    known = [one for one in (selectors if isinstance(selectors, list) else [selectors]) if isinstance(one, dict)]
    by_type = {str(one.get("type")): one for one in known}
    quote, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector", {})
    exact = _words(quote.get("exact"), LONGEST, "quotation") if quote is not None else ""
    if quote is None or not exact:
        raise NotAnAnnotation(Message("file.quotes_nothing"))
    start = position.get("start")
    begin = start if _is_number(start) and 0 <= start <= FURTHEST else 0
    return Anchor(
        Span(begin, begin + len(exact)),
        exact,
        _text(quote.get("prefix"))[-LONGEST_CONTEXT:],
        _text(quote.get("suffix"))[:LONGEST_CONTEXT],
    )


def _words(told: Any, most: int, what: str = "note") -> str:
    words = _text(told)
    if len(words) > most:
        beginning = " ".join(words[:60].split())
        raise TooLong(Message.of(f"file.long_{what}", n=len(words), most=most, beginning=beginning))
    return words


def _text(told: Any) -> str:
    """A text that is one; else ""."""
    return told if isinstance(told, str) else ""


def _is_number(told: Any) -> TypeGuard[int]:
    return isinstance(told, int) and not isinstance(told, bool)


def _bodies(found: Json) -> list[Json]:
    body = found.get("body")
    listed = body if isinstance(body, list) else [body]
    return [one if isinstance(one, dict) else {"value": one} for one in listed if isinstance(one, dict | str)]


def _first(found: Any) -> Any:
    return found[0] if isinstance(found, list) and found else found


def _identity(found: Json) -> str:
    told = found.get("id")
    identity = told if isinstance(told, str) else ""
    name = identity.removeprefix("urn:uuid:")
    if name != identity and _IDENTITY.fullmatch(name):
        return name
    told = identity or repr(sorted(found.items(), key=str))
    return str(uuid5(NAMESPACE_URL, told.encode("utf-8", "replace").decode()))


def _moment(told: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(told))
    except ValueError:
        return datetime.now(UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
