"""A speaker whom the reader named has his name in the library, its archives, all briefs and on the command line."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from briefing.cli import main
from briefing.export import FORMATS
from briefing.intake import read_bytes
from briefing.library import JudgeActors, Library, WithdrawActors, open_library, queries
from briefing.library.archive_export import export_library
from briefing.library.archive_import import import_library
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Analysis,
    Article,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Origin,
    Polarity,
    Span,
    Status,
    Voice,
)
from briefing.service.brief_sources import brief_of
from briefing.service.judgements import judged_analysis

TALK = "Q: Who knew of the leak?\n\nA: The board knew of it in May.\n\nQ: Who paid?\n\nA: The city paid four million."
ADDRESS = "https://example.org/hearing"
WORD = ActorJudgement(
    "00000000-0000-4000-8000-000000000001",
    ActorVerdict.SAME,
    "Mayor Ana Ruiz",
    ("A",),
    datetime(2026, 5, 1, tzinfo=UTC),
)


def analysis_of(text: str, engine: str = "test") -> Analysis:
    """What is said under each "A", with the first of these labels for its source, as the analysis gives it."""
    first, claims = text.index("A: "), []
    for number, start in enumerate(at for at in range(len(text)) if text.startswith("A: ", at)):
        end = text.find("\n", start) if "\n" in text[start:] else len(text)
        hop = Attribution((Span(first, first + 1),), (Span(start + 1, start + 2),))
        reason = Evidence(hop.source, "unnamed.source", arguments=(("words", "A"),))
        sure = Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, Status.UNNAMED
        claims.append(Claim(f"c{number}", (Span(start + 3, end),), (hop,), *sure, (reason,)))
    return Analysis(engine, "en", (), tuple(claims))


def keep(library: Library, text: str = TALK) -> int:
    article = read_bytes(text.encode(), name="hearing.txt").article
    kept, _ = library.keep_article(replace(article, origin=replace(article.origin, address=ADDRESS)), text.encode())
    library.keep_analysis(kept.id, analysis_of(article.text))
    return kept.id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    """A library with a transcript in which "A" has a name."""
    library = open_library(folder)
    keep(library)
    library.perform(JudgeActors(1, WORD))
    yield library
    library.close()


def said_by_her(library: Library) -> list[int]:
    return [claim.article_id for claim in library.ask(queries.ClaimsBy("Mayor Ana Ruiz"))]


def test_what_she_says_is_found_by_her_name_until_that_is_undone(library: Library) -> None:
    assert said_by_her(library) == [1, 1]
    assert [actor.name for actor in library.ask(queries.Actors("rui"))] == ["Mayor Ana Ruiz"]
    assert library.ask(queries.ListedArticle(1)).statuses == (("claimed", 2),)
    undone = library.perform(WithdrawActors(1, WORD.id))
    assert (said_by_her(library), library.ask(queries.ListedArticle(1)).statuses) == ([], (("unnamed", 2),))
    library.perform(undone.inverse)
    assert said_by_her(library) == [1, 1]


def test_the_name_outlives_a_newer_analysis_and_comes_with_the_next_version(library: Library) -> None:
    library.keep_analysis(1, analysis_of(TALK, "test 2"))
    assert said_by_her(library) == [1, 1]
    second = keep(library, TALK + "\n\nQ: Why?\n\nA: The state paid nothing at all.")
    assert said_by_her(library) == [second] * 3


def test_the_name_comes_with_an_archive_and_two_libraries_are_merged_once(library: Library, tmp_path: Path) -> None:
    def read_again(original: bytes, origin: Origin) -> list[Article]:
        return [replace(read_bytes(original, name="hearing.txt").article, origin=origin)]

    export_library(library, tmp_path / "all.briefing")
    other = open_library(tmp_path / "other")
    for _ in range(2):
        import_library(other, tmp_path / "all.briefing", read_again)
    assert other.ask(queries.ActorJudgementsOn(1)) == (WORD,)
    other.keep_analysis(1, analysis_of(TALK))
    assert said_by_her(other) == [1, 1]
    other.close()


@pytest.mark.parametrize("format_name", sorted(set(FORMATS) - {"bib", "csl", "jsonld"}))
def test_every_brief_tells_the_name_and_the_label(library: Library, format_name: str) -> None:
    data = FORMATS[format_name].render(replace(brief_of(library, (1,)), template="ledger")).data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as files:
            told = " ".join(files.read(name).decode("utf-8", "replace") for name in files.namelist())
    elif data.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(data) as pages:
            told = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    else:
        told = data.decode()
    assert "Mayor Ana Ruiz" in told
    # The vocabulary of schema.org has no place for reasons.
    assert format_name == "schema" or "“A” is Mayor Ana Ruiz, in the reader’s word." in told


def test_show_tells_the_name_and_the_label(library: Library, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library.close()
    assert main(["library", "show", "1", "--library", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "1. [claimed] Mayor Ana Ruiz" in shown
    assert "“A” is Mayor Ana Ruiz, in the reader’s word." in shown
    assert main(["library", "show", "1", "--json", "--library", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(actor["name"], actor["aliases"]) for actor in told["actors"]] == [("Mayor Ana Ruiz", ["A"])]
    assert {hop["actor"] for claim in told["claims"] for hop in claim["attributions"]} == {"Mayor Ana Ruiz"}


def test_the_text_stays_as_it_was(library: Library) -> None:
    found = judged_analysis(library, 1)
    assert found is not None
    assert library.ask(queries.WholeArticle(1)).text == TALK
    assert library.ask(queries.NewestAnalysis(1)) == analysis_of(TALK)
