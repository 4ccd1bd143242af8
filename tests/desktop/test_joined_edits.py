"""Edits that are one step are undone and done again as one, whatever another window writes between them."""

from dataclasses import replace
from datetime import UTC, datetime

from briefing.desktop.joined_edits import are_one, joined, joined_inverse
from briefing.library import ChangeAnnotation, Judge, KeepBrief, WithdrawJudgement
from briefing.model import Annotation, BriefLine, BriefSection, Judgement, LineKind, Span, Status, StoredBrief, anchor

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PLACE = anchor("The ferry", Span(4, 9))
NOTE = Annotation("1", PLACE, NOW, NOW)
WORD = Judgement(PLACE, NOW, NOW)
BRIEF = StoredBrief("b", "Brief", NOW, sections=(BriefSection("One", (BriefLine("a", LineKind.TEXT),)),))


def note(words: str) -> Annotation:
    return replace(NOTE, note=words)


def word(words: str, **said: object) -> Judgement:
    return replace(WORD, note=words, **said)  # type: ignore[arg-type]


def test_words_on_the_same_thing_are_one() -> None:
    assert are_one(ChangeAnnotation(1, note("a"), NOTE), ChangeAnnotation(1, note("ab"), note("a")))
    assert not are_one(ChangeAnnotation(1, note("a"), NOTE), ChangeAnnotation(1, replace(NOTE, id="2"), NOTE))
    assert are_one(Judge(1, word("a"), WORD), Judge(1, word("ab"), word("a")))
    assert are_one(KeepBrief(replace(BRIEF, title="a"), BRIEF), KeepBrief(replace(BRIEF, title="ab"), BRIEF))


def test_another_status_or_other_lines_are_a_step_of_their_own() -> None:
    disputed = word("", status=Status.DISPUTED)
    assert not are_one(Judge(1, disputed, WORD), Judge(1, replace(disputed, note="a"), disputed))
    assert not are_one(Judge(1, word("a"), WORD), Judge(1, word("a", status=Status.CLAIMED), word("a")))
    assert not are_one(KeepBrief(replace(BRIEF, sections=()), BRIEF), KeepBrief(replace(BRIEF, sections=()), BRIEF))


def test_they_are_done_again_from_where_the_first_began() -> None:
    first, second = ChangeAnnotation(1, note("a"), NOTE), ChangeAnnotation(1, note("ab"), note("a"))
    assert joined(first, second) == ChangeAnnotation(1, note("ab"), NOTE)


def test_what_undoes_them_leads_back_to_before_the_first() -> None:
    first, second = ChangeAnnotation(1, NOTE, note("a")), ChangeAnnotation(1, note("a"), note("ab"))
    assert joined_inverse(first, second) == ChangeAnnotation(1, NOTE, note("ab"))
    withdrawn = joined_inverse(WithdrawJudgement(1, PLACE, word("a")), Judge(1, word("a"), word("ab")))
    assert withdrawn == WithdrawJudgement(1, PLACE, word("ab"))
    titles = [replace(BRIEF, title=title) for title in ("", "a", "ab")]
    assert joined_inverse(KeepBrief(titles[0], titles[1]), KeepBrief(titles[1], titles[2])) == KeepBrief(
        titles[0], titles[2]
    )


def test_what_undoes_them_leaves_what_another_window_wrote_between_them() -> None:
    first, second = ChangeAnnotation(1, NOTE, note("a")), ChangeAnnotation(1, note("X. a"), note("X. ab"))
    undone = joined_inverse(first, second)
    assert isinstance(undone, ChangeAnnotation)
    assert undone.annotation.note == "X. "
    left = joined_inverse(
        WithdrawJudgement(1, PLACE, word("a")),
        Judge(1, word("a", status=Status.CLAIMED), word("ab", status=Status.CLAIMED)),
    )
    assert isinstance(left, Judge)
    assert (left.judgement.note, left.judgement.status) == ("", Status.CLAIMED)
