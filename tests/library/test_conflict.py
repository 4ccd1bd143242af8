"""What comes in from elsewhere never overwrites a word of the reader's: where both say something, both are kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from library_samples import FERRY, NOW, note, span

from briefing.library import AddAnnotation, ChangeAnnotation, Judge
from briefing.library.conflict import annotating, judging, kept_actors, kept_brief, kept_search, said_in_words
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    BriefLine,
    BriefSection,
    Dispute,
    Judgement,
    LineKind,
    SavedSearch,
    SourceRating,
    Status,
    StoredBrief,
    anchor,
)

TODAY = datetime(2026, 6, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


def test_a_new_note_comes_in():
    assert list(annotating(1, note(), None, now=TODAY)) == [AddAnnotation(1, note())]


def test_a_note_that_was_thrown_away_here_does_not():
    assert list(annotating(1, note(), note(), False, TODAY)) == []


@pytest.mark.parametrize("is_here", [True, False], ids=["here", "thrown away or elsewhere"])
@pytest.mark.parametrize("days", [-1, 0], ids=["older", "of the same moment"])
def test_an_older_note_with_other_words_comes_in_beside_mine(is_here, days):
    older = replace(note(), note="Older.", modified=NOW + timedelta(days=days))
    (added,) = annotating(1, older, note(), is_here, TODAY)
    assert isinstance(added, AddAnnotation)
    assert (added.annotation.note, added.annotation.id != note().id) == ("Older.", True)
    assert list(annotating(1, older, note(), is_here, TODAY)) == [added]  # and is the same one each time


def test_a_newer_note_in_the_place_of_one_thrown_away_comes_in_beside_it():
    newer = replace(note(), note="Newer.", modified=LATER)
    (added,) = annotating(1, newer, note(), False, TODAY)
    assert isinstance(added, AddAnnotation)
    assert added.annotation.note == "Newer."


def test_an_older_note_whose_words_mine_holds_changes_nothing():
    older = replace(note(), note="Says", tags=(), modified=NOW - timedelta(days=1))
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
    other = "Taken in with another word: status: confirmed; claim: none."
    both = f"I called them.\n\nAll true.\n\n{other}"
    together = replace(mine, source_rating=SourceRating.B, information_rating=2, note=both, modified=LATER)
    assert judging(1, theirs, mine, TODAY) == Judge(1, together)
    assert judging(1, mine, mine, TODAY) is None
    assert judging(1, theirs, together, TODAY) is None


def test_what_comes_in_is_told_in_the_readers_language_and_once_whatever_it_was():
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    mine = Judgement(claim, NOW, NOW, Status.DISPUTED, note="Angerufen.")
    theirs = Judgement(claim, NOW, LATER, Status.CONFIRMED)
    judged = judging(1, theirs, mine, TODAY, "de")
    assert judged is not None
    assert judged.judgement.note == "Angerufen.\n\nMit einem anderen Urteil übernommen: Status: bestätigt."
    assert judging(1, theirs, judged.judgement, TODAY, "en") is None
    assert said_in_words(theirs, "de") == "Mit einem anderen Urteil übernommen: Status: bestätigt."


def test_another_source_and_other_words_of_a_claim_stand_in_the_note():
    claim, words = anchor(FERRY, span("The ferry will sail on Monday")), anchor(FERRY, span("sail on Monday"))
    mine = Judgement(claim, NOW, NOW, source="Ada Quill", words=anchor(FERRY, span("The ferry")))
    theirs = Judgement(claim, NOW, LATER, source="The harbour master", words=words)
    judged = judging(1, theirs, mine, TODAY)
    assert judged is not None
    assert (judged.judgement.source, judged.judgement.words) == (mine.source, mine.words)
    assert "“The harbour master”" in judged.judgement.note
    assert "“sail on Monday”" in judged.judgement.note


def test_who_disputes_a_claim_there_disputes_it_here_too_and_no_status_takes_its_place():
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    here, there = Dispute("Ada Quill"), Dispute("", anchor(FERRY, span("Monday")))
    mine = Judgement(claim, NOW, NOW, disputed_by=(here,))
    theirs = Judgement(claim, NOW, LATER, Status.CONFIRMED, disputed_by=(here, there))
    judged = judging(1, theirs, mine, TODAY)
    assert judged is not None
    assert judged.judgement.disputed_by == (here, there)
    assert judged.judgement.status is None
    assert "status: confirmed" in judged.judgement.note
    assert said_in_words(theirs).endswith("disputed by: Ada Quill, “Monday”.")


def _brief(*lines: BriefLine, **fields: str) -> StoredBrief:
    told = {"title": "Monday", **fields}
    return StoredBrief("b1", modified=NOW, sections=(BriefSection("Ferries", lines),), **told)


LINE = BriefLine("l1", LineKind.TEXT, text="We saw the memo.")


@pytest.mark.parametrize(
    "other",
    [_brief(LINE, title="Tuesday"), _brief(replace(LINE, text="We saw no memo.")), _brief(LINE, purpose="For Ada")],
    ids=["title", "line", "purpose"],
)
def test_a_brief_with_other_words_comes_in_beside_mine(other):
    made = kept_brief(other, _brief(LINE))
    assert made is not None
    assert made == replace(other, id=made.id)
    assert made.id not in ("b1", kept_brief(_brief(), None))


def test_a_brief_that_says_no_more_does_not_come_in():
    assert kept_brief(_brief(LINE), _brief(LINE)) is None
    assert kept_brief(_brief(), _brief(LINE)) is None
    assert kept_brief(_brief(LINE), None) == _brief(LINE)


def test_a_search_or_a_word_on_actors_that_is_another_comes_in_beside_mine():
    search, other = SavedSearch("s", "Boats", "ferry"), SavedSearch("s", "Boats", "ferry OR ship")
    assert kept_search(search, search) is None
    assert replace(kept_search(other, search), id="s") == other
    word = ActorJudgement("w", ActorVerdict.SAME, "Quill", ("Ada", "Ada Quill"), NOW)
    assert kept_actors(word, word) is None
    found = kept_actors(replace(word, name="Captain Quill"), word)
    assert found is not None
    assert (found.name, found.id != "w") == ("Captain Quill", True)
