"""Briefs are kept, refer to their sources, and tell what became of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import FERRY, FERRY_LATER, NOW, analysis, keep, note, span

from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    KeepBrief,
    Library,
    LibraryFailure,
    RemoveAnnotation,
    RemoveArticle,
    RemoveBrief,
    open_library,
    queries,
)
from briefing.model import (
    BriefLine,
    BriefSection,
    Effect,
    Judgement,
    LineKind,
    Status,
    StoredBrief,
    anchor,
)

CLAIM = anchor(FERRY, span("The ferry will sail on Monday"))
ADDRESS = "https://harbour.example/ferry"


def brief(**changes: object) -> StoredBrief:
    lines = (
        BriefLine("l1", LineKind.ARTICLE, 1),
        BriefLine("l2", LineKind.CLAIM, 1, CLAIM, text="The only word on it so far."),
        BriefLine("l3", LineKind.ANNOTATION, 1, annotation_id=note().id),
        BriefLine("l4", LineKind.TEXT, text="More on *Tuesday*."),
    )
    made = StoredBrief("b1", "The ferry", NOW, "Ada", "2026-05-02", "Internal", "For the desk", "classic",
                       (BriefSection("What is said", lines),))  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = open_library(tmp_path)
    kept = keep(library, address=ADDRESS)
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note()))
    library.perform(KeepBrief(brief()))
    return library


def told(library: Library) -> dict[str, str]:
    return {line.line_id: line.sentence for line in library.ask(queries.AffectedLines("b1"))}


def test_a_brief_comes_back_as_it_was_kept(library: Library) -> None:
    assert library.ask(queries.BriefOf("b1")) == brief()
    assert library.ask(queries.Briefs()) == (brief(),)
    assert told(library) == {}


def test_a_new_status_a_judgement_and_a_changed_note_are_told_once(library: Library) -> None:
    library.keep_analysis(1, analysis(status=Status.DISPUTED))
    library.perform(Judge(1, Judgement(CLAIM, NOW, NOW, status=Status.UNCLEAR)))
    library.perform(ChangeAnnotation(1, note(note="The captain.")))
    assert told(library) == {
        "l1": "The claims of the article or their statuses changed.",
        "l2": "The status went from claimed to disputed. Your judgement on it changed.",
        "l3": "The note changed.",
    }
    library.see_brief("b1")
    assert told(library) == {}


def test_a_word_on_a_claim_within_another_is_no_word_on_the_other(library: Library) -> None:
    inner = span("ferry will sail on Monday")
    (outer,) = analysis().claims
    nested = replace(analysis(), claims=(outer, replace(outer, id="c2", content=(inner,))))
    library.keep_analysis(1, nested)
    library.see_brief("b1")
    library.perform(Judge(1, Judgement(anchor(FERRY, inner), NOW, NOW, status=Status.UNCLEAR)))
    assert "l2" not in told(library)
    library.perform(Judge(1, Judgement(CLAIM, NOW, NOW, status=Status.UNCLEAR)))
    assert told(library)["l2"] == "Your judgement on it changed."


def test_what_is_gone_is_told(library: Library) -> None:
    library.perform(RemoveAnnotation(1, note().id))
    assert [(line.line_id, line.effect) for line in library.ask(queries.AffectedLines("b1"))] == [("l3", Effect.GONE)]
    library.perform(RemoveArticle(1))
    assert [line.line_id for line in library.ask(queries.AffectedLines("b1"))] == ["l1", "l2", "l3"]


def test_a_newer_version_is_told_and_the_claim_is_found_in_it(library: Library) -> None:
    second = keep(library, FERRY_LATER, address=ADDRESS)
    library.keep_analysis(second.id, analysis(FERRY_LATER, Status.CONFIRMED))
    assert told(library)["l2"] == "The status went from claimed to confirmed. There is a newer version of the article."


def test_a_line_added_later_counts_as_seen_and_the_others_do_not(library: Library) -> None:
    library.keep_analysis(1, analysis(status=Status.DISPUTED))
    more = BriefSection("More", (BriefLine("l5", LineKind.CLAIM, 1, CLAIM),))
    library.perform(KeepBrief(brief(sections=(*brief().sections, more))))
    assert sorted(told(library)) == ["l1", "l2"]


def test_a_brief_in_the_bin_is_not_changed_unnoticed(library: Library) -> None:
    library.perform(RemoveBrief("b1"))
    with pytest.raises(LibraryFailure, match="lies in the bin"):
        library.perform(KeepBrief(brief(title="Other")))
