"""The parts of a `.briefing` file as they must be: each value of its type and within limits; what is not known is left.

What a part says beyond them is not looked at.
"""

from datetime import datetime
from typing import Annotated

import msgspec

from briefing.library.portable import name_told, template_name
from briefing.model import (
    ActorVerdict,
    Anchor,
    BlockKind,
    BriefLine,
    BriefSection,
    LineKind,
    LocatorKind,
    ReadingState,
    Span,
    StoredBrief,
)
from briefing.model.story_word import StoryVerdict

MOST_PARTS = 600_000
"""Files in one archive."""

_Count = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
_Line = Annotated[str, msgspec.Meta(max_length=10_000)]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=1_000)]
_Words = Annotated[str, msgspec.Meta(max_length=1_000_000)]
_Identity = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
_Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class ManifestPart(msgspec.Struct):
    """What the archive holds, by whom it was written."""

    format: str
    version: Annotated[int, msgspec.Meta(ge=1)]
    files: Annotated[dict[str, _Digest], msgspec.Meta(max_length=MOST_PARTS)]


class BlockPart(msgspec.Struct):
    """A block of the text."""

    kind: BlockKind
    start: _Count
    end: _Count
    level: _Count = 0


class LocatorPart(msgspec.Struct):
    """From where on in the text which page of the original, or the like, holds."""

    kind: LocatorKind
    start: _Count
    number: _Count
    label: Annotated[str, msgspec.Meta(max_length=200)] = ""


class OriginPart(msgspec.Struct):
    """Where an article comes from, as the exporting reader sees it."""

    digest: _Digest
    title: _Line = ""
    byline: _Line = ""
    outlet: _Line = ""
    published: _Line = ""
    language: _Line = ""
    address: _Line = ""
    file: _Line = ""
    media_type: _Line = ""
    modified: _Line = ""
    sources: _Line = ""


class FoundPart(msgspec.Struct):
    """The same as it was found, before the reader corrected it."""

    title: _Line | None = None
    byline: _Line | None = None
    outlet: _Line | None = None
    published: _Line | None = None
    modified: _Line | None = None
    address: _Line | None = None
    language: _Line | None = None


class ActorWordPart(msgspec.Struct):
    """A reader's word on who is who."""

    id: _Identity
    verdict: ActorVerdict
    name: _Name
    names: Annotated[list[_Name], msgspec.Meta(max_length=10_000)]
    created: _Moment


class ArticlePart(msgspec.Struct):
    """An article with its text and what was done to it as a whole."""

    text: str
    blocks: Annotated[list[BlockPart], msgspec.Meta(max_length=1_000_000)]
    origin: OriginPart
    found: FoundPart
    added: _Moment
    state: ReadingState
    place: _Count
    tags: Annotated[list[_Name], msgspec.Meta(max_length=1_000)]
    actors_judged: Annotated[list[ActorWordPart], msgspec.Meta(max_length=10_000)] = []
    locators: Annotated[list[LocatorPart], msgspec.Meta(max_length=1_000_000)] = []


class CollectionPart(msgspec.Struct):
    """A collection with the digests of what lies in it."""

    id: _Identity
    name: _Name
    parent: _Identity | None
    articles: Annotated[list[_Digest], msgspec.Meta(max_length=MOST_PARTS)]


class SearchPart(msgspec.Struct):
    """A saved search."""

    id: _Identity
    name: _Name
    typed: _Line


class StatementPart(msgspec.Struct):
    """A statement by its words."""

    digest: _Digest
    start: _Count
    exact: _Words


class StoryWordPart(msgspec.Struct):
    """The reader's word on a story."""

    id: _Identity
    verdict: StoryVerdict
    articles: Annotated[list[_Digest], msgspec.Meta(max_length=10_000)]
    others: Annotated[list[_Digest], msgspec.Meta(max_length=10_000)]
    statements: Annotated[list[StatementPart], msgspec.Meta(max_length=2)]
    name: _Line
    created: _Moment | None


class ClaimPart(msgspec.Struct):
    """The passage that a line of a brief is about."""

    start: _Count
    end: _Count
    exact: _Words
    prefix: _Line
    suffix: _Line


class BriefLinePart(msgspec.Struct):
    """A line of a brief."""

    id: _Identity
    kind: LineKind
    article: _Digest | None = None
    claim: ClaimPart | None = None
    annotation: Annotated[str, msgspec.Meta(max_length=200)] = ""
    text: _Words = ""


class SectionPart(msgspec.Struct):
    """A section of a brief."""

    heading: _Line
    lines: Annotated[list[BriefLinePart], msgspec.Meta(max_length=100_000)]


class BriefPart(msgspec.Struct):
    """A brief."""

    id: _Identity
    title: _Line
    modified: _Moment
    author: _Line
    date: _Line
    classification: _Line
    purpose: _Words
    template: _Line
    sections: Annotated[list[SectionPart], msgspec.Meta(max_length=10_000)]
    paper: _Line = "a4"


class ArrangementPart(msgspec.Struct):
    """All that is about no single article."""

    collections: Annotated[list[CollectionPart], msgspec.Meta(max_length=10_000)]
    searches: Annotated[list[SearchPart], msgspec.Meta(max_length=10_000)]
    briefs: Annotated[list[BriefPart], msgspec.Meta(max_length=10_000)]
    stories: Annotated[list[StoryWordPart], msgspec.Meta(max_length=100_000)] = []


def stored(found: BriefPart) -> StoredBrief:
    """The brief of a part, without the articles that its lines are about."""
    return StoredBrief(
        id=found.id,
        title=name_told(found.title),
        modified=found.modified,
        author=name_told(found.author),
        date=name_told(found.date),
        classification=name_told(found.classification),
        purpose=found.purpose,
        template=template_name(found.template),
        paper=found.paper if found.paper in ("a4", "letter") else "a4",
        sections=tuple(
            BriefSection(name_told(one.heading), tuple(map(_brief_line, one.lines))) for one in found.sections
        ),
    )


def _brief_line(found: BriefLinePart) -> BriefLine:
    claim = found.claim
    return BriefLine(
        id=found.id,
        kind=found.kind,
        claim=Anchor(Span(claim.start, claim.end), claim.exact, claim.prefix, claim.suffix) if claim else None,
        annotation_id=found.annotation,
        text=found.text,
    )


def digests(found: BriefPart) -> tuple[tuple[str | None, ...], ...]:
    """For each line of each section the digest of the article that it is about, or None."""
    return tuple(tuple(line.article for line in one.lines) for one in found.sections)
