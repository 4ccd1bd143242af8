"""What comes in from elsewhere never overwrites a word of the reader's: where both say something, both are kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from library_samples import FERRY, NOW, note, span

from briefing.library import AddAnnotation, ChangeAnnotation, Judge
from briefing.library.conflict import annotating, judging
from briefing.model import Judgement, SourceRating, Status, anchor

TODAY = datetime(2026, 6, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


def test_a_new_note_comes_in():
    assert list(annotating(1, note(), None, False, TODAY)) == [AddAnnotation(1, note())]


def test_a_note_that_was_thrown_away_here_does_not():
    assert list(annotating(1, note(), None, True, TODAY)) == []


def test_an_older_note_changes_nothing():
    older = replace(note(), note="Older.", modified=NOW - timedelta(days=1))
    assert list(annotating(1, older, note(), True, TODAY)) == []


def test_a_newer_note_takes_the_place_of_one_whose_words_it_holds():
    newer = replace(note(), note="Says who? The harbour!", modified=LATER)
    assert list(annotating(1, newer, note(), True, TODAY)) == [ChangeAnnotation(1, newer)]


def test_a_newer_note_with_other_words_leaves_mine_beside_it():
    newer = replace(note(), note="Mine is better.", modified=LATER)
    changed, added = annotating(1, newer, note(), True, TODAY)
    assert changed == ChangeAnnotation(1, newer)
    assert isinstance(added, AddAnnotation)
    assert (added.annotation.note, added.annotation.tags, added.annotation.id != note().id) == (
        "Says who?",
        ("ferry",),
        True,
    )
    assert list(annotating(1, newer, note(), True, TODAY)) == [changed, added]  # and is the same one each time


@pytest.mark.parametrize("year", [2027, 9998])
def test_what_is_dated_in_the_future_takes_no_place_and_is_kept_beside_mine(year):
    future = replace(note(), note="Mine is better.", modified=NOW.replace(year=year))
    (added,) = annotating(1, future, note(), True, TODAY)
    assert isinstance(added, AddAnnotation)
    assert added.annotation.note == "Mine is better."
    assert added.annotation.modified <= TODAY


def test_a_word_on_a_claim_adds_to_mine_and_changes_none_of_it():
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    mine = Judgement(claim, NOW, NOW, Status.DISPUTED, note="I called them.")
    theirs = Judgement(claim, NOW, LATER, Status.CONFIRMED, SourceRating.B, 2, dismissed=True, note="All true.")
    both = "I called them.\n\nAll true."
    together = replace(mine, source_rating=SourceRating.B, information_rating=2, note=both, modified=LATER)
    assert judging(1, theirs, mine, TODAY) == Judge(1, together)
    assert judging(1, mine, mine, TODAY) is None
