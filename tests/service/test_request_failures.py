"""Whatever was asked of a worker process that dies: the reader is told what it was about, where he asked for it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from briefing.model import Analysis, Article, Brief, Origin
from briefing.model.catalogue import in_english
from briefing.model.message import Message, verbatim
from briefing.service import AnalysisFailed, Event, ExportFailed, LibraryWarned, OpeningFailed, OperationFailed
from briefing.service.events import PagePictureFailed
from briefing.service.request_failures import digest_of, failure_of, subject_of
from briefing.service.worker_protocol import (
    Analyse,
    Export,
    ListSources,
    PicturePage,
    ReadClipboard,
    ReadFile,
    ReadMeaning,
    ReadPage,
    ReadStatements,
    Request,
)

WHY = verbatim("It died.")
ARTICLE = Article("The ferry stops.", (), Origin("Ferry\u202e stops"))
BRIEF = Brief("Harbour", (), datetime(2026, 1, 2, tzinfo=UTC))
ADDRESS = "https://coast.example/ferry"
PAGE = PicturePage(9, Path("originals") / "ab12", 3, 800, ())
CASES: dict[Request, tuple[Event, str]] = {
    ReadFile(1, Path("news") / "ferry.pdf"): (OpeningFailed(1, str(Path("news") / "ferry.pdf"), WHY), "“ferry.pdf”"),
    ReadClipboard(2, "The ferry", ""): (OpeningFailed(2, "", WHY), "the pasted text"),
    ReadPage(3, b"", None, ADDRESS): (OpeningFailed(3, ADDRESS, WHY), f"“{ADDRESS}”"),
    ListSources(4, ()): (OpeningFailed(4, "", WHY), "an imported file"),
    Analyse(5, 7, ARTICLE): (AnalysisFailed(5, 7, WHY), "“Ferry\N{REPLACEMENT CHARACTER} stops”"),
    ReadStatements(6, 7, ARTICLE, Analysis("t", "en", (), ())): (
        LibraryWarned(6, WHY),
        "“Ferry\N{REPLACEMENT CHARACTER} stops”",
    ),
    ReadMeaning(7, "ferries end", 5): (OperationFailed(7, WHY), "“ferries end”"),
    Export(8, BRIEF, Path("out") / "harbour.pdf", "pdf"): (
        ExportFailed(8, Path("out") / "harbour.pdf", WHY),
        "“harbour.pdf”",
    ),
    PAGE: (PagePictureFailed(9, "ab12", WHY), "page 3 of an original"),
}


@pytest.mark.parametrize("request_", CASES, ids=lambda one: type(one).__name__)
def test_a_request_that_failed_is_answered_by_the_event_that_was_waited_for(request_: Request) -> None:
    event, subject = CASES[request_]
    assert failure_of(request_, WHY) == event
    assert in_english(subject_of(request_)) == subject


def test_every_kind_of_request_can_fail() -> None:
    kinds = {type(one).__name__ for one in CASES} | {"ReadSource"}
    assert kinds == {kind.__name__ for kind in get_args(Request)}


def test_only_of_a_picture_the_original_is_known() -> None:
    assert (digest_of(PAGE), digest_of(None)) == ("ab12", "")
    assert isinstance(subject_of(PAGE), Message)
