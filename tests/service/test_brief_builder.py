"""A kept brief becomes what is printed: each line is found in what the library holds now."""

import queue
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
import typst

from briefing.cli import main
from briefing.intake import read_bytes
from briefing.library import (
    AddAnnotation,
    Judge,
    KeepBrief,
    Library,
    RemoveAnnotation,
    RemoveArticle,
    open_library,
    queries,
)
from briefing.model import (
    Analysis,
    Anchor,
    Annotation,
    BriefLine,
    BriefSection,
    Judgement,
    LineKind,
    Span,
    Status,
    StoredBrief,
    anchor,
)
from briefing.model.reader_claim import own_claim_id
from briefing.service import (
    BriefExported,
    BriefsListed,
    BriefTold,
    Event,
    ExportFailed,
    JobCancelled,
    Service,
    SharedWorkers,
)
from briefing.service.brief_builder import composed
from briefing.service.brief_queries import ListBriefs, TellBrief

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TEXTS = (
    "Ferry stops\n\nThe ferry will stop in June, the mayor said on Monday.",
    "Bridge opens\n\nThe bridge will open in July, an engineer said on Friday.",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = open_library(tmp_path / "library")
    for number, text in enumerate(TEXTS):
        found = read_bytes(text.encode(), name=f"{number}.txt")
        library.keep_article(found.article, found.original)
    yield library
    library.close()


def _place(library: Library, number: int, words: str) -> Anchor:
    text = library.ask(queries.WholeArticle(number)).text
    start = text.index(words)
    return anchor(text, Span(start, start + len(words)))


def _own_claim(library: Library, number: int, words: str) -> Anchor:
    where = _place(library, number, words)
    library.perform(Judge(number, Judgement(where, NOW, NOW, Status.CLAIMED, made=True)))
    return where


def _kept(*lines: BriefLine) -> StoredBrief:
    return StoredBrief("b1", "Crossings", NOW, "Ann", purpose="For the desk.", sections=(BriefSection("Now", lines),))


def _analysed(library: Library, *numbers: int) -> None:
    for number in numbers:
        library.keep_analysis(number, Analysis("trial 1", "en", (), ()))


def test_chosen_claims_come_in_the_readers_order_and_no_others_with_them(library: Library) -> None:
    _analysed(library, 1, 2)
    ferry = _own_claim(library, 1, "The ferry will stop in June")
    bridge = _own_claim(library, 2, "The bridge will open in July")
    _own_claim(library, 2, "said on Friday")
    brief = composed(
        library, _kept(BriefLine("l1", LineKind.CLAIM, 2, bridge), BriefLine("l2", LineKind.CLAIM, 1, ferry))
    )
    (part,) = brief.parts
    assert [piece.claim_id for piece in part.pieces] == [own_claim_id(bridge.span), own_claim_id(ferry.span)]
    held = [entry.analysis.claims for entry in brief.articles if entry.analysis]
    assert [len(claims) for claims in held] == [1, 1]
    assert brief.articles[0].article.title == "Bridge opens"
    assert (brief.title, brief.introduction, brief.author) == ("Crossings", "For the desk.", "Ann")


def test_an_article_that_is_shown_whole_keeps_all_that_was_said_of_it(library: Library) -> None:
    _analysed(library, 1)
    _own_claim(library, 1, "The ferry will stop in June")
    _own_claim(library, 1, "said on Monday")
    brief = composed(library, _kept(BriefLine("l1", LineKind.ARTICLE, 1)))
    assert brief.articles[0].analysis
    assert len(brief.articles[0].analysis.claims) == 2


def test_a_note_is_found_until_it_is_gone(library: Library) -> None:
    note = Annotation("n1", _place(library, 1, "in June"), NOW, NOW, note="Which June?")
    library.perform(AddAnnotation(1, note))
    kept = _kept(BriefLine("l1", LineKind.ANNOTATION, 1, annotation_id="n1", text="Ask."))
    assert [one.id for one in composed(library, kept).articles[0].annotations] == ["n1"]
    library.perform(RemoveAnnotation(1, "n1"))
    (piece,) = composed(library, kept).parts[0].pieces
    assert piece.gone
    assert piece.text == "Ask."


def test_lines_of_an_article_in_the_bin_are_gone_and_the_readers_own_text_stays(library: Library) -> None:
    library.perform(RemoveArticle(1))
    kept = _kept(BriefLine("l1", LineKind.ARTICLE, 1), BriefLine("l2", LineKind.TEXT, text="By the way."))
    brief = composed(library, kept)
    assert [piece.gone for piece in brief.parts[0].pieces] == [True, False]
    assert brief.articles == ()


def test_a_claim_is_found_in_the_newest_version_of_its_article(library: Library) -> None:
    where = _place(library, 1, "The ferry will stop in June")
    found = read_bytes(f"{TEXTS[0]} Nobody else did.".encode(), name="0.txt")
    newer, _ = library.keep_article(found.article, found.original)
    number = library.ask(queries.NewestVersion(1))
    _analysed(library, number)
    _own_claim(library, number, "The ferry will stop in June")
    brief = composed(library, _kept(BriefLine("l1", LineKind.CLAIM, 1, where)))
    assert (number, brief.parts[0].pieces[0].gone) == (newer.id, number != newer.id)


def test_a_kept_brief_is_listed_told_and_exported_by_the_service(tmp_path: Path, shared_workers: SharedWorkers) -> None:
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    service = Service(tmp_path / "library", events.put, shared_workers)
    try:
        service.perform(KeepBrief(_kept(BriefLine("l1", LineKind.TEXT, text="Only **own** words."))))
        service.ask(ListBriefs())
        service.ask(TellBrief("b1"))
        begun = service.briefs.begin("b1", tmp_path / "own.pdf")
        service.briefs.export("b1", tmp_path / "own.md", "md")
        told: dict[type[Event], Event] = {}
        while BriefExported not in told:
            event = events.get(timeout=120)
            told[type(event)] = event
        listed, one = told[BriefsListed], told[BriefTold]
        assert isinstance(listed, BriefsListed)
        assert isinstance(one, BriefTold)
        assert [kept.title for kept in listed.briefs] == ["Crossings"]
        assert (one.kept.id, one.affected) == ("b1", ())
        # All of a short brief is soon set: it has no beginning of its own.
        assert told[JobCancelled].job == begun
        assert "Only **own** words." in (tmp_path / "own.md").read_text(encoding="utf-8")
    finally:
        service.close()


def test_what_a_brief_shows_of_a_kept_pdf_is_drawn_on_a_copy_of_it(
    tmp_path: Path, shared_workers: SharedWorkers
) -> None:
    original = typst.compile(("The harbour master said the ferry would open in May. " * 3).encode(), format="pdf")
    library = open_library(tmp_path / "library")
    kept, _ = library.keep_article(read_bytes(original, name="ferry.pdf").article, original)
    note = Annotation("n1", _place(library, kept.id, "harbour master"), NOW, NOW, note="Call her.")
    library.perform(AddAnnotation(kept.id, note))
    library.perform(KeepBrief(_kept(BriefLine("l1", LineKind.ANNOTATION, kept.id, annotation_id="n1"))))
    library.close()
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    service = Service(tmp_path / "library", events.put, shared_workers)
    try:
        service.briefs.export("b1", tmp_path / "copy.pdf", "annotated-pdf")
        while not isinstance(event := events.get(timeout=120), BriefExported | ExportFailed):
            pass
    finally:
        service.close()
    assert isinstance(event, BriefExported), event
    command = ["export", "--brief", "Crossings", "--to", "annotated-pdf", "--library", str(tmp_path / "library")]
    assert main([*command, "-o", str(tmp_path / "mine.pdf")]) == 0
    for name in ("copy.pdf", "mine.pdf"):
        with pikepdf.open(tmp_path / name) as copy:
            assert "Call her." in " ".join(str(held.get("/Contents", "")) for held in copy.pages[0].Annots)
