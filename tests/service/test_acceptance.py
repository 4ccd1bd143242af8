"""An answer is taken only for what was asked, and only if it lies within what was sent."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.intake import Feed
from briefing.intake.source_list import Source
from briefing.library.kept_statements import KeptStatements
from briefing.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Brief,
    Certainty,
    Claim,
    Locator,
    Origin,
    PagePicture,
    PlacedWord,
    Polarity,
    Span,
    Status,
    Voice,
)
from briefing.model.identifiers import digest_of
from briefing.model.message import verbatim
from briefing.service.acceptance import is_acceptable
from briefing.service.analysis_delta import Growth
from briefing.service.worker_protocol import (
    Analyse,
    Answer,
    Export,
    Failed,
    HasGrown,
    ListSources,
    MeaningRead,
    PicturePage,
    ReadClipboard,
    ReadFile,
    ReadMeaning,
    ReadPage,
    ReadSource,
    ReadStatements,
    Request,
    StatementsRead,
    WasAnalysed,
    WasCancelled,
    WasCollection,
    WasExported,
    WasOffered,
    WasPictured,
    WasRead,
    WereListed,
)

TEXT = "The bridge is closed."
ARTICLE = Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),), Origin(digest=digest_of(b"bytes")))
NOW = datetime(2026, 3, 1, tzinfo=UTC)
PATH = Path("/in/a.txt")

REQUESTS: list[Request] = [
    ReadFile(1, PATH),
    ReadClipboard(1, "", ""),
    ReadPage(1, b"", None, "https://news.example/"),
    ReadSource(1, Source(PATH)),
    ListSources(1, (PATH,)),
    Analyse(1, 7, ARTICLE),
    Export(1, Brief("", (), NOW), PATH, "pdf"),
    PicturePage(1, PATH, 2, 10, ((5, "bridge"),)),
    ReadStatements(1, 7, ARTICLE, Analysis("trial 1", "en", (), ())),
    ReadMeaning(1, "a bridge", 20),
]


def read(**changed: bytes) -> StatementsRead:
    """What is kept of an article that has one passage, perhaps with other parts."""
    kept = KeptStatements("trial 1", bytes(192), bytes([8]), b"\x01\x00\x02\x00\x15" + bytes(48), b"", bytes(384))
    return StatementsRead(1, 7, replace(kept, **changed))


def picture(number: int = 2, start: int = 5, end: int = 11, pixels: int = 24) -> WasPictured:
    words = (PlacedWord(start, end, 0.1, 0.1, 0.2, 0.2),)
    return WasPictured(1, PagePicture(number, 2, 3, bytes(pixels), words, ((10.0, 15.0),) * 2))


def found(*content: Span, article_id: int = 7) -> HasGrown:
    claim = Claim(
        "c1", content, (), Voice.NARRATED, Certainty.CERTAIN, Polarity.POSITIVE, Status.UNATTRIBUTED, evidence=()
    )
    head = Analysis("trial 1", "en", (), ())
    return HasGrown(WasAnalysed(1, article_id, head, 1.0), Growth(head, (), (claim,)))


@pytest.mark.parametrize(
    ("answer", "fitting"),
    [
        (WasRead(1, ARTICLE, b"bytes"), (ReadFile, ReadClipboard, ReadPage, ReadSource)),
        (WasOffered(1, Feed("", "", ())), (ReadFile, ReadPage, ReadSource)),
        (WasCollection(1, PATH), (ReadFile,)),
        (WereListed(1, (), ()), (ListSources,)),
        (found(Span(0, 21)), (Analyse,)),
        (WasExported(1, PATH, ()), (Export,)),
        (picture(), (PicturePage,)),
        (read(), (ReadStatements,)),
        (MeaningRead(1, bytes(1536)), (ReadMeaning,)),
        (WasCancelled(1), tuple(map(type, REQUESTS))),
        (Failed(1, verbatim("")), tuple(map(type, REQUESTS))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_answer_fits_its_own_requests_alone(answer: Answer | HasGrown, fitting: tuple[type, ...]) -> None:
    assert {type(request) for request in REQUESTS if is_acceptable(answer, request)} == set(fitting)
    assert not is_acceptable(answer, None)


@pytest.mark.parametrize(
    ("answer", "request_"),
    [
        (WasRead(1, ARTICLE, b"others"), REQUESTS[0]),
        (WasRead(1, Article("short", ARTICLE.blocks, ARTICLE.origin), b"bytes"), REQUESTS[0]),
        (WasCollection(1, Path("/etc")), REQUESTS[0]),
        (WasExported(1, Path("/etc/passwd"), ()), REQUESTS[6]),
        (picture(number=1), REQUESTS[7]),
        (picture(start=4), REQUESTS[7]),
        (picture(end=12), REQUESTS[7]),
        (picture(pixels=23), REQUESTS[7]),
        (WasRead(1, replace(ARTICLE, locators=(Locator(22, 1),)), b"bytes"), REQUESTS[0]),
        (found(Span(0, 21), article_id=8), REQUESTS[5]),
        (found(Span(0, 22)), REQUESTS[5]),
        (found(), REQUESTS[5]),
        (WasAnalysed(1, 7, Analysis("trial 1", "en", (), ()), 1.0), REQUESTS[5]),
        (read(gist=bytes(191)), REQUESTS[8]),
        (read(terms=bytes([255, 255, 255, 255, 255, 127])), REQUESTS[8]),
        (read(passages=b""), REQUESTS[8]),
        (read(passages=b"\x02\x00\x02\x00\x15" + bytes(48)), REQUESTS[8]),
        (read(vectors=bytes(383)), REQUESTS[8]),
        (MeaningRead(1, bytes(1535)), REQUESTS[9]),
    ],
    ids=[
        "digest",
        "block",
        "folder",
        "file",
        "page",
        "before",
        "behind",
        "pixels",
        "locator",
        "article",
        "beyond",
        "nothing",
        "whole",
        "gist",
        "terms",
        "no passages",
        "passages",
        "vectors",
        "meaning",
    ],
)
def test_what_lies_elsewhere_is_no_answer(answer: Answer | HasGrown, request_: Request) -> None:
    assert not is_acceptable(answer, request_)
