"""Briefs, and the reader's word on actors and stories, as JSON: kept so and exported so."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Anchor,
    BriefLine,
    BriefSection,
    LineKind,
    Span,
    StoredBrief,
)
from briefing.model.story_word import StatementAnchor, StoryVerdict, StoryWord

Json = dict[str, Any]


def actor_word_object(judgement: ActorJudgement) -> dict[str, Any]:
    """The reader's word as JSON."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "name": judgement.name,
        "names": judgement.names,
        "created": judgement.created.isoformat(),
    }


def actor_word_from_object(found: dict[str, Any]) -> ActorJudgement:
    """The reader's word of an object that `actor_word_object` made.

    Raises:
        KeyError, ValueError: if the object has another shape.
    """
    return ActorJudgement(
        found["id"],
        ActorVerdict(found["verdict"]),
        found["name"],
        tuple(found["names"]),
        datetime.fromisoformat(found["created"]),
    )


def story_word_object(word: StoryWord) -> dict[str, Any]:
    """The reader's word as JSON."""
    return {
        "id": word.id,
        "verdict": word.verdict.value,
        "articles": list(word.articles),
        "others": list(word.others),
        "statements": [{"digest": one.digest, "start": one.start, "exact": one.exact} for one in word.statements],
        "name": word.name,
        "created": word.created.isoformat() if word.created else None,
    }


def story_word_from_object(found: dict[str, Any]) -> StoryWord:
    """The reader's word of an object that `story_word_object` made.

    Raises:
        KeyError, TypeError, ValueError: if the object has another shape.
    """
    created = found["created"]
    return StoryWord(
        str(found["id"]),
        StoryVerdict(found["verdict"]),
        tuple(map(str, found["articles"])),
        tuple(map(str, found["others"])),
        tuple(StatementAnchor(str(o["digest"]), int(o["start"]), str(o["exact"])) for o in found["statements"]),
        str(found["name"]),
        datetime.fromisoformat(created) if created else None,
    )


def brief_object(kept: StoredBrief) -> Json:
    """A brief as JSON; empty fields are left out of its lines."""
    return {
        "id": kept.id,
        "title": kept.title,
        "modified": kept.modified.isoformat(),
        "author": kept.author,
        "date": kept.date,
        "classification": kept.classification,
        "purpose": kept.purpose,
        "template": kept.template,
        "paper": kept.paper,
        "sections": [
            {"heading": section.heading, "lines": [_line_object(line) for line in section.lines]}
            for section in kept.sections
        ],
    }


def brief_from_object(found: Json) -> StoredBrief:
    """The brief of an object that `brief_object` made.

    Raises:
        KeyError, ValueError: if the object has another shape.
    """
    return StoredBrief(
        id=found["id"],
        title=found["title"],
        modified=datetime.fromisoformat(found["modified"]),
        author=found["author"],
        date=found["date"],
        classification=found["classification"],
        purpose=found["purpose"],
        template=found["template"],
        paper=found.get("paper", "a4"),
        sections=tuple(BriefSection(each["heading"], tuple(_lines(each["lines"]))) for each in found["sections"]),
    )


def _line_object(line: BriefLine) -> Json:
    found: Json = {"id": line.id, "kind": line.kind.value}
    if line.article_id is not None:
        found["article"] = line.article_id
    if line.claim is not None:
        found["claim"] = {
            "start": line.claim.span.start,
            "end": line.claim.span.end,
            "exact": line.claim.exact,
            "prefix": line.claim.prefix,
            "suffix": line.claim.suffix,
        }
    if line.annotation_id:
        found["annotation"] = line.annotation_id
    if line.text:
        found["text"] = line.text
    return found


def _lines(found: Iterable[Json]) -> Iterable[BriefLine]:
    for each in found:
        claim = each.get("claim")
        yield BriefLine(
            id=each["id"],
            kind=LineKind(each["kind"]),
            article_id=each.get("article"),
            claim=Anchor(Span(claim["start"], claim["end"]), claim["exact"], claim["prefix"], claim["suffix"])
            if claim
            else None,
            annotation_id=each.get("annotation", ""),
            text=each.get("text", ""),
        )
