"""Rows of outlines: where they lead, how they are set, and what a screen reader hears."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from briefing.desktop.model_labels import told_day
from briefing.desktop.stories.outline_dialog import OutlineDialog
from briefing.desktop.stories.outline_model import Row
from briefing.desktop.stories.story_rows import origins_told, record_rows, says, story_rows, version_rows
from briefing.desktop.theme import load_theme
from briefing.model import Certainty, KnownClaim, Span, Status
from briefing.model.story import Proposition, Story, Telling
from briefing.model.text_difference import text_differences
from briefing.model.version_change import ChangeKind, Said, VersionChange
from briefing.service.actor_record import ActorRecord, Contradiction
from briefing.service.version_changes import ChangedVersion


def test_a_change_leads_to_the_newer_words_and_what_is_gone_to_the_older() -> None:
    before, after = Said((Span(3, 9),), "before", ()), Said((Span(5, 12),), "after", ("Ada",))
    changes = (VersionChange(ChangeKind.SOFTENED, before, after), VersionChange(ChangeKind.DROPPED, before, None))
    (section,) = version_rows((ChangedVersion(1, 2, changes, 7, 8),))
    places = [(row.place.article_id, row.place.span) for row in section.below if row.place]
    assert places == [(8, Span(5, 12)), (7, Span(3, 9))]
    assert section.below[0].lines[1:] == ("1: “before”", "2: “after” (Ada)")


def test_the_difference_of_the_text_stands_below_what_is_said(qtbot: QtBot) -> None:
    text = text_differences("One. Two men left.", "One. Two women left.")
    (section,) = version_rows((ChangedVersion(1, 2, (), 7, 8, text),))
    head = section.below[-1]
    assert head.below[0].lines == ("1: Two men left.", "2: Two women left.")
    assert head.below[0].place is not None
    assert head.below[0].place.article_id == 8


def test_days_are_told_in_the_readers_own_way() -> None:
    claim = KnownClaim(
        1, "Fire", "", "2030-05-07", "c1", Span(0, 4), "it burned", "Ada", Status.CLAIMED, Certainty.CERTAIN
    )
    (section,) = record_rows(ActorRecord("Ada", (claim,), (), (), 0, 0), {})
    assert section.below[0].lines == ("It burned", f"{told_day('2030-05-07')} · Fire")
    assert "2030-05" not in section.below[0].lines[1]


def test_what_stands_below_a_row_with_a_sign_is_set_in(qtbot: QtBot) -> None:
    dialog = OutlineDialog(load_theme("light"), "Story")
    qtbot.addWidget(dialog)
    rows = (Row(("Told",), below=(Row(("It burned",), Status.CLAIMED, below=(Row(("“It burned”",)),)),), is_head=True),)
    dialog.show_outline("", rows)
    dialog.tree.expandAll()
    head = dialog.model.index(0, 0)
    shown = dialog.model.index(0, 0, head)
    told = dialog.model.index(0, 0, shown)
    icons = [index.data(Qt.ItemDataRole.DecorationRole) for index in (head, shown, told)]
    assert [icon is not None for icon in icons] == [False, True, True]
    assert dialog.model.parent(head) == QModelIndex()


def test_a_window_without_a_sentence_leaves_no_room_for_one(qtbot: QtBot) -> None:
    dialog = OutlineDialog(load_theme("light"), "Versions")
    qtbot.addWidget(dialog)
    dialog.show_outline("", (Row(("Version 1 to 2",), is_head=True),))
    assert dialog.head.isHidden()
    dialog.show_outline("One version.", ())
    assert not dialog.head.isHidden()


def test_what_is_only_denied_is_told_as_denied() -> None:
    def telling(denied: bool) -> Telling:
        return Telling("1", "s1", "", (Span(0, 4),), "the bridge is safe", ("Lund",), "Lund", denied=denied)

    denial = Proposition("p2", "the bridge is safe", (telling(True),), ("Lund",), ("p1",))
    plain = replace(denial, id="p1", tellings=(telling(False), telling(True)), contradicted_by=("p2",))
    assert (says(denial), says(plain)) == ("Denied: the bridge is safe", "the bridge is safe")
    (head,) = story_rows(Story("t1", "Bridge", ("1",), (plain, denial)), ())
    assert "Against it: Denied: the bridge is safe" in head.below[0].lines


def test_who_disputes_something_in_the_readers_word_stands_with_it_and_makes_a_dispute() -> None:
    telling = Telling("1", "", "", (Span(0, 4),), "the bridge is safe", ("Lund",), "Lund")
    alone = Proposition("r1", "the bridge is safe", (telling,), ("Lund",), disputed_by=("Oda Fenwick",))
    (head,) = story_rows(Story("t1", "Bridge", ("1",), (alone,)), ())
    assert head.lines == ("Disputed (1)",)
    assert "in your word disputed by Oda Fenwick" in head.below[0].lines[1]


def test_origins_without_a_name_are_told_in_words() -> None:
    assert origins_told(("Lund", "unnamed", "authorities")) == "Lund, an unnamed source, the authorities"


def test_a_record_tells_who_disputes_something_in_the_readers_word() -> None:
    against = Contradiction("the bridge is safe", "1", "", "", ("Oda Fenwick",), by_himself=False)
    (section,) = record_rows(ActorRecord("Lund", (), (), (against,), 0, 0), {"1": "Bridge"})
    assert section.below[0].lines[1] == "In your word disputed by Oda Fenwick"


def test_a_record_tells_a_change_of_position_apart_from_who_contradicts() -> None:
    changed = Contradiction("“it is safe,”", "1", "it is unsafe", "1", ("Lund",), by_himself=True)
    against = Contradiction("it is safe", "1", "it will fall", "1", ("Oda Fenwick",), by_himself=False)
    sections = record_rows(ActorRecord("Lund", (), (), (against, changed), 0, 0), {"1": "Bridge"})
    assert [section.lines for section in sections] == [("Changed position (1)",), ("Contradicted (1)",)]
    assert sections[0].below[0].lines == ("“it is safe” (Bridge)", "Said otherwise: it is unsafe (Bridge)")


def test_a_record_tells_first_who_speaks_for_whom() -> None:
    record = ActorRecord("Vardo Line", (), (), (), 0, 0, ("Harbour Group",), ("Erik Lund",))
    sections = record_rows(record, {})
    assert [section.lines for section in sections] == [("Speaks for (1)",), ("Spokespeople (1)",)]
    assert sections[1].below[0].lines == ("Erik Lund",)
