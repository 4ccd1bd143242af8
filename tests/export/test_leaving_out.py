"""What the reader leaves out of a brief is in no format, and all else is as it was."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from briefs_for_trial import MENU, trial_brief

from briefing.export import export_brief
from briefing.model import Brief, BriefPart, BriefPiece, LineKind, Shown

WORDS = {
    Shown.BOILERPLATE: MENU,
    Shown.REASONS: "Port workers deny it.",
    Shown.NOTES: "Ask for the minutes.",
    Shown.DISMISSED: "any date had been set",
    Shown.LEGEND: "The source has no name.",
}
"""Words that a brief holds for each of the parts that can be left out."""


@pytest.fixture
def brief() -> Brief:
    """The brief for trial, its second claim dismissed by the reader."""
    made = trial_brief()
    (entry,) = made.articles
    dismissed = tuple((claim_id, replace(word, dismissed=True)) for claim_id, word in entry.judgements)
    return replace(made, articles=(replace(entry, judgements=dismissed),), template="ledger")


def _text(brief: Brief, folder: Path, format_name: str) -> str:
    path = folder / f"brief.{format_name}"
    export_brief(brief, path, format_name)
    if format_name != "pdf":
        return path.read_text(encoding="utf-8")
    with pypdfium2.PdfDocument(path) as pages:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.mark.parametrize("part", [part for part in Shown if part is not Shown.BOILERPLATE])
@pytest.mark.parametrize("format_name", ["pdf", "html"])
def test_a_part_that_is_left_out_is_not_there_and_the_others_are(
    brief: Brief, tmp_path: Path, part: Shown, format_name: str
) -> None:
    text = _text(replace(brief, without=frozenset({part})), tmp_path, format_name)
    there = {other for other, words in WORDS.items() if words in text and other is not Shown.BOILERPLATE}
    assert there == set(Shown) - {part, Shown.BOILERPLATE}


def test_boilerplate_is_left_out_of_the_annotated_article(brief: Brief, tmp_path: Path) -> None:
    whole = replace(brief, template="annotated")
    assert MENU in _text(whole, tmp_path, "pdf")
    assert MENU not in _text(replace(whole, without=frozenset({Shown.BOILERPLATE})), tmp_path, "pdf")


def test_a_dismissed_claim_that_the_reader_chose_stays(brief: Brief, tmp_path: Path) -> None:
    part = BriefPart("Still", (BriefPiece("l1", LineKind.CLAIM, 0, claim_id="c2"),))
    composed = replace(brief, parts=(part,), without=frozenset({Shown.DISMISSED}))
    assert "any date had been set" in _text(composed, tmp_path, "pdf")
