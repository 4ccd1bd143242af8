"""The status that the reader gave a claim is the one that every output shows; what was found is told as such."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from briefing.cli import main
from briefing.desktop.open_article import OpenArticle
from briefing.export import FORMATS
from briefing.export.exclusions import adjusted
from briefing.intake import read_bytes
from briefing.library import Judge, Library, WithdrawJudgement, open_library, queries
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Polarity,
    Shown,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
    sourcing_profile,
)
from briefing.model.citation import citation
from briefing.service.brief_sources import brief_of
from briefing.service.judgements import judged_analysis

TEXT = "The ferry\n\nAda Quill said the ferry would sail on Monday. Ivo Marin said the pier was safe."
SAILS, SAFE = "the ferry would sail on Monday", "the pier was safe"
WHY = "So far the word of one alone."


def _span(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def analysis_of(text: str, status: Status = Status.CLAIMED) -> Analysis:
    """Two claims, each by somebody else."""
    names = (("Ada Quill", SAILS), ("Ivo Marin", SAFE))
    actors = tuple(
        Actor(f"a{at}", name, ActorKind.PERSON, (name,), (_span(name, text),)) for at, (name, _) in enumerate(names, 1)
    )
    claims = tuple(
        Claim(
            f"c{at}",
            (_span(words, text),),
            (Attribution((_span(name, text),), (_span("said", text),), (f"a{at}",), SourceKind.PERSON),),
            Voice.INDIRECT,
            Certainty.CERTAIN,
            Polarity.POSITIVE,
            status,
            (Evidence((_span(name, text),), "claimed", WHY),),
        )
        for at, (name, words) in enumerate(names, 1)
    )
    return Analysis("trial", "en", actors, claims)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a library with an article, of whose claims the reader says: disputed, and no claim at all."""
    folder = tmp_path / "library"
    library = open_library(folder)
    data = TEXT.encode()
    read = read_bytes(data, name="ferry.txt")
    kept, _ = library.keep_article(read.article, data)
    text = read.article.text
    library.keep_analysis(kept.id, analysis_of(text))
    library.perform(Judge(kept.id, replace(_word(SAILS, text), status=Status.DISPUTED)))
    library.perform(Judge(kept.id, replace(_word(SAFE, text), dismissed=True)))
    library.close()
    return folder


@pytest.fixture
def library(folder: Path) -> Any:
    """The library, open."""
    library = open_library(folder)
    yield library
    library.close()


def _word(words: str, text: str) -> Judgement:
    from datetime import UTC, datetime

    now = datetime(2026, 1, 2, tzinfo=UTC)
    return Judgement(anchor(text, _span(words, text)), now, now)


def _told(data: bytes) -> str:
    """The words of a file on one line."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as files:
            return " ".join(files.read(name).decode("utf-8", "replace") for name in files.namelist())
    if data.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(data) as pages:
            return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    return data.decode("utf-8")


# The library


def test_the_bar_of_the_library_counts_the_readers_status_and_no_dismissed_claim(library: Library) -> None:
    (kept,) = library.ask(queries.Articles())
    assert (kept.claims, kept.statuses) == (1, (("disputed", 1),))


def test_a_word_that_is_taken_back_counts_no_more(library: Library) -> None:
    (kept,) = library.ask(queries.Articles())
    for judgement in library.ask(queries.JudgementsOn(kept.id)):
        library.perform(WithdrawJudgement(kept.id, judgement.claim))
    assert library.ask(queries.ListedArticle(kept.id)).statuses == (("claimed", 2),)


def test_a_newer_analysis_that_cuts_the_claims_otherwise_does_not_forget_the_readers_word(library: Library) -> None:
    (kept,) = library.ask(queries.Articles())
    found = analysis_of(library.ask(queries.WholeArticle(kept.id)).text)
    cut = tuple(replace(one, content=(Span(one.start + 4, one.content[0].end),)) for one in found.claims)
    library.keep_analysis(kept.id, replace(found, claims=cut))
    assert library.ask(queries.ListedArticle(kept.id)).statuses == (("disputed", 1),)
    (said,) = library.ask(queries.ClaimsBy("Ada Quill"))
    assert said.status is Status.DISPUTED


def test_a_claim_of_the_readers_own_counts(library: Library) -> None:
    (kept,) = library.ask(queries.Articles())
    own = replace(_word("The ferry", library.ask(queries.WholeArticle(kept.id)).text), made=True, source="Ada Quill")
    library.perform(Judge(kept.id, own))
    assert library.ask(queries.ListedArticle(kept.id)).statuses == (("disputed", 1), ("claimed", 1))


def test_it_is_searched_by_the_readers_status(library: Library) -> None:
    assert library.ask(queries.Search("status:disputed")).total == 1
    assert library.ask(queries.Search("status:claimed")).total == 0


def test_it_is_known_across_articles_by_the_readers_status(library: Library) -> None:
    assert [one.status for one in library.ask(queries.ClaimsBy("Ada Quill"))] == [Status.DISPUTED]
    assert library.ask(queries.ClaimsBy("Ivo Marin")) == []


# The command line


def test_show_tells_the_readers_status_first(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert main(["library", "show", "1", "--library", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "1 claim: 1 disputed (1 dismissed by the reader)" in shown
    assert "1. [disputed] Ada Quill" in shown
    assert "2. [dismissed] Ivo Marin" in shown
    assert "why: The reader gave it this status." in shown
    assert f"Briefing found claimed: {WHY}" in shown


def test_show_tells_programs_the_readers_status_too(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert main(["library", "show", "1", "--json", "--library", str(folder)]) == 0
    shown = json.loads(capsys.readouterr().out)
    first, second = shown["claims"]
    assert (first["status"], first["found"]["status"], second["dismissed"]) == ("disputed", "claimed", True)
    assert [reason["rule"] for reason in first["evidence"]] == ["reader.status"]
    assert (shown["version"], shown["statuses"]) == (1, {"disputed": 1})


# Exports

SHOWN_IN = sorted(set(FORMATS) - {"bib", "csl"})


@pytest.mark.parametrize("format_name", SHOWN_IN)
@pytest.mark.parametrize("template", ["annotated", "ledger", "who", "audit", "timeline"])
def test_every_export_shows_the_readers_status(library: Library, format_name: str, template: str) -> None:
    brief = replace(brief_of(library, (1,)), template=template, without=frozenset({Shown.DISMISSED, Shown.LEGEND}))
    told = _told(FORMATS[format_name].render(adjusted(brief)).data)
    assert "disputed" in told.lower()
    # The status that was found stands nowhere but where it is said that it was found.
    assert "Claimed" not in told.replace("Briefing found “Claimed”", "").replace("Briefing found: Claimed", "")


@pytest.mark.parametrize("format_name", ["pdf", "docx", "html", "md", "csv", "xlsx"])
def test_an_export_tells_whose_word_it_is_and_why_another_status_was_found(library: Library, format_name: str) -> None:
    brief = replace(brief_of(library, (1,)), template="ledger")
    told = _told(FORMATS[format_name].render(brief).data)
    assert "The reader gave it this status." in told
    assert f"Briefing found “Claimed”: {WHY}" in told


def test_a_citation_the_profile_and_the_window_have_the_readers_status(library: Library) -> None:
    article, found = library.ask(queries.WholeArticle(1)), judged_analysis(library, 1)
    assert found is not None
    showing = OpenArticle(
        library.ask(queries.ListedArticle(1)), article, found, (), tuple(library.ask(queries.JudgementsOn(1)))
    )
    first, second = found.claims
    assert showing.status(first) is Status.DISPUTED
    assert showing.dismissed(second)
    assert "; disputed)" in citation(article, found, first, showing.judged["c1"])
    assert sourcing_profile(article, found, showing.judged).statuses == ((Status.DISPUTED, 1),)
