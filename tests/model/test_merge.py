"""Two changes that were made without knowing of one another are both there."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Annotation, BriefLine, BriefSection, Judgement, LineKind, Span, Status, StoredBrief, anchor
from briefing.model.merge import merged_annotation, merged_brief, merged_judgement, merged_tags, merged_words

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
words = st.text("ab \n", max_size=12)


@given(words, words)
def test_one_change_alone_is_what_it_is(base, changed):
    assert merged_words(base, changed, base) == changed
    assert merged_words(base, base, changed) == changed
    assert merged_words(base, changed, changed) == changed


@given(st.text("abc", max_size=8), words, words)
def test_changes_at_different_places_are_both_made(middle, first, last):
    base = f"< {middle} >"
    assert merged_words(base, f"{first}{base}", f"{base}{last}") == f"{first}{base}{last}"


@given(st.text("abc ", max_size=8), st.text("xyz", min_size=1, max_size=5), st.text("XYZ", min_size=1, max_size=5))
def test_what_two_wrote_at_one_place_is_there_twice(base, mine, theirs):
    merged = merged_words(base, base + mine, base + theirs)
    assert mine in merged
    assert theirs in merged


def test_no_word_is_made_that_nobody_wrote():
    assert merged_words("Of 1200 tonnes", "Of 1250 tonnes", "Of 1300 tonnes") == "Of 1300 1250 tonnes"
    assert merged_words("On Monday.", "On Tuesday.", "On Thursday.") == "On Thursday. Tuesday."
    asked, mine, theirs = "Ask the master.", "Called the office twice.", "He told me that the pier is rotten."
    assert merged_words(asked, mine, theirs) == f"{theirs} {mine}"


@given(*(st.lists(st.sampled_from(["no", "not", "the", "1", "12", "123", "pier"])).map(" ".join) for _ in range(3)))
def test_each_word_of_either_is_there(base, mine, theirs):
    had, merged = set(base.split()), merged_words(base, mine, theirs)
    assert set(merged.split()) <= {*had, *mine.split(), *theirs.split()}
    assert all(word in merged for word in ({*mine.split()} | {*theirs.split()}) - had)


def test_long_notes_that_changed_in_many_places_are_joined_at_once():
    pages = [" ".join(f"word{number * number % 997}" for number in range(page, page + 1000)) for page in range(8)]
    begun = time.thread_time()
    mine = "\n".join(("Mine.", *pages, "Mine, too."))
    theirs = "\n".join((*pages[:3], "Theirs.", *pages[3:6], "Theirs, too.", *pages[6:]))
    merged = merged_words("\n".join(pages), mine, theirs)
    assert merged == "\n".join(("Mine.", *pages[:3], "Theirs.", *pages[3:6], "Theirs, too.", *pages[6:], "Mine, too."))
    assert time.thread_time() - begun < 5  # seconds, on a busy machine; a minute where each sign is compared


def test_words_that_hold_the_others_stand_for_both():
    assert merged_words("", "We", "We have") == "We have"
    assert merged_words("Ask her.", "", "Ask her twice.") == "Ask her twice."


def test_tags_that_either_put_on_are_on_and_those_that_either_took_off_are_off():
    assert merged_tags(("a", "b", "c"), ("b", "c", "mine"), ("a", "b", "theirs")) == ("b", "theirs", "mine")


def test_a_note_here_and_a_colour_elsewhere_are_both_kept():
    base = Annotation("1", anchor("The ferry", Span(0, 3)), NOW, NOW, 1, "Why?")
    merged = merged_annotation(base, replace(base, note="Why not?", modified=LATER), replace(base, colour=4))
    assert (merged.note, merged.colour, merged.modified) == ("Why not?", 4, LATER)


def test_a_status_here_and_a_note_elsewhere_are_both_kept():
    base = Judgement(anchor("The ferry", Span(0, 3)), NOW, NOW)
    merged = merged_judgement(base, replace(base, status=Status.CONFIRMED), replace(base, note="Says who?"))
    assert (merged.status, merged.note) == (Status.CONFIRMED, "Says who?")


def text(number: int, words: str = "") -> BriefLine:
    return BriefLine(str(number), LineKind.TEXT, text=words)


BRIEF = StoredBrief(
    "b", "Brief", NOW, sections=(BriefSection("One", (text(1, "a"), text(2, "b"))), BriefSection("Two", (text(3),)))
)


def with_text(brief: StoredBrief, number: int, words: str) -> StoredBrief:
    sections = tuple(
        replace(one, lines=tuple(replace(line, text=words) if line.id == str(number) else line for line in one.lines))
        for one in brief.sections
    )
    return replace(brief, sections=sections)


def lines(brief: StoredBrief) -> list[tuple[str, list[str]]]:
    return [(one.heading, [f"{line.id}{line.text}" for line in one.lines]) for one in brief.sections]


def test_fields_and_lines_of_a_brief_are_merged_each_by_itself():
    mine = replace(with_text(BRIEF, 1, "mine"), title="Mine", template="ledger")
    merged = merged_brief(BRIEF, mine, replace(with_text(BRIEF, 3, "theirs"), purpose="Theirs", template="who"))
    assert (merged.title, merged.purpose, merged.template) == ("Mine", "Theirs", "ledger")
    assert lines(merged) == [("One", ["1mine", "2b"]), ("Two", ["3theirs"])]


def test_a_line_that_was_moved_has_the_words_that_were_written_on_it_elsewhere():
    moved = replace(
        BRIEF, sections=(BriefSection("One", (text(2, "b"),)), BriefSection("Two", (text(3), text(1, "a"))))
    )
    for mine, theirs in ((moved, with_text(BRIEF, 1, "ab")), (with_text(BRIEF, 1, "ab"), moved)):
        assert lines(merged_brief(BRIEF, mine, theirs)) == [("One", ["2b"]), ("Two", ["3", "1ab"])]


def test_lines_that_both_put_in_are_both_there_and_one_that_was_taken_out_is_not():
    mine = replace(BRIEF, sections=(BriefSection("One", (text(1, "a"), text(7, "new"))), BRIEF.sections[1]))
    theirs = replace(BRIEF, sections=(BRIEF.sections[0], BriefSection("Zwei", (text(8, "neu"),))))
    assert lines(merged_brief(BRIEF, mine, theirs)) == [("One", ["1a", "7new"]), ("Zwei", ["8neu"])]


def test_a_line_that_was_taken_out_elsewhere_stays_when_it_is_written_on():
    without = replace(BRIEF, sections=(BriefSection("One", (text(2, "b"),)), BRIEF.sections[1]))
    for mine, theirs in ((without, with_text(BRIEF, 1, "ab")), (with_text(BRIEF, 1, "ab"), without)):
        assert "1ab" in [line for _, held in lines(merged_brief(BRIEF, mine, theirs)) for line in held]


def test_a_section_that_was_added_elsewhere_keeps_its_lines():
    theirs = replace(BRIEF, sections=(*BRIEF.sections, BriefSection("Three", (text(9, "x"),))))
    mine = replace(BRIEF, sections=(BriefSection("One", (text(2, "b"), text(1, "a"))), BRIEF.sections[1]))
    assert lines(merged_brief(BRIEF, mine, theirs)) == [("One", ["2b", "1a"]), ("Two", ["3"]), ("Three", ["9x"])]


def test_a_heading_that_was_changed_elsewhere_goes_with_its_section():
    mine = replace(BRIEF, sections=(BriefSection("New"), *BRIEF.sections))
    theirs = replace(BRIEF, sections=(BRIEF.sections[0], replace(BRIEF.sections[1], heading="Zwei")))
    assert [heading for heading, _ in lines(merged_brief(BRIEF, mine, theirs))] == ["New", "One", "Zwei"]


def test_a_new_section_stays_with_its_heading_where_lines_were_added_elsewhere():
    mine = replace(BRIEF, sections=(BriefSection("One", (text(7, "new"), *BRIEF.sections[0].lines)), BRIEF.sections[1]))
    theirs = replace(
        BRIEF,
        sections=(BriefSection("Zero", (text(8, "neu"),)), BRIEF.sections[0], BriefSection("Half"), BRIEF.sections[1]),
    )
    both = [("Zero", ["8neu"]), ("One", ["7new", "1a", "2b"]), ("Half", []), ("Two", ["3"])]
    assert [(heading, held) for heading, held in lines(merged_brief(BRIEF, mine, theirs))] == both
    assert [(heading, held) for heading, held in lines(merged_brief(BRIEF, theirs, mine))] == both


def test_of_two_new_sections_with_one_heading_there_is_one_and_of_others_there_are_both():
    mine = replace(BRIEF, sections=(*BRIEF.sections, BriefSection("Three", (text(8, "x"),))))
    theirs = replace(BRIEF, sections=(*BRIEF.sections, BriefSection("Three", (text(9, "y"),)), BriefSection("Four")))
    merged = lines(merged_brief(BRIEF, mine, theirs))[2:]
    assert [(heading, sorted(held)) for heading, held in merged] == [("Three", ["8x", "9y"]), ("Four", [])]


def test_a_section_taken_out_elsewhere_is_out_unless_its_heading_was_written_on():
    theirs = replace(BRIEF, sections=BRIEF.sections[:1])
    added = (*BRIEF.sections[0].lines, text(7, "new"))
    mine = replace(BRIEF, sections=(BriefSection("One", added), BRIEF.sections[1]))
    assert [heading for heading, _ in lines(merged_brief(BRIEF, mine, theirs))] == ["One"]
    renamed = replace(mine, sections=(mine.sections[0], replace(BRIEF.sections[1], heading="Two of them")))
    assert [heading for heading, _ in lines(merged_brief(BRIEF, renamed, theirs))] == ["One", "Two of them"]
    assert [heading for heading, _ in lines(merged_brief(BRIEF, theirs, renamed))] == ["One", "Two of them"]
