"""The ledger: claims in text order or in groups that fold, filtered by what is known of them, links to walk."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QStyleOptionViewItem, QToolButton
from pytestqt.qtbot import QtBot
from windows import settle

from briefing.desktop.eliding_button import ElidingButton
from briefing.desktop.ledger.claim_model import ClaimRole
from briefing.desktop.ledger.claim_order import Order, Part, Told, Wish, arranged
from briefing.desktop.ledger.ledger_pane import LedgerPane
from briefing.desktop.ledger.reasons import LINK_GAP
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.theme import load_theme
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    KeptArticle,
    Link,
    LinkKind,
    Origin,
    Polarity,
    Span,
    Status,
    Voice,
    anchor,
)

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PIECE = 12
"""Characters of each claim's content."""


def showing_of(number: int) -> OpenArticle:
    """An article of so many claims, said in turn by Ada, Ivo and nobody; each confirms the one before."""
    text = "".join(f"claim {place:05d} " for place in range(number))
    actors = (Actor("a1", "Ada", ActorKind.PERSON, (), ()), Actor("a2", "Ivo", ActorKind.PERSON, (), ()))
    claims = tuple(claim_at(place) for place in range(number))
    article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Origin("Claims", digest="d"))
    kept = KeptArticle(1, article.origin, NOW, NOW)
    return OpenArticle(kept, article, Analysis("t", "en", actors, claims))


def claim_at(place: int) -> Claim:
    span = Span(place * PIECE, place * PIECE + PIECE - 1)
    hops = ((Attribution((), (), ("a1",)),), (Attribution((), (), ("a2",)),), ())[place % 3]
    status = (Status.CLAIMED, Status.CONFIRMED, Status.UNATTRIBUTED)[place % 3]
    voice = (Voice.DIRECT, Voice.INDIRECT, Voice.NARRATED)[place % 3]
    links = (Link(LinkKind.CONFIRMS, f"c{place - 1}"),) if place else ()
    reasons = (Evidence((span,), "rule", "Because."),)
    return Claim(f"c{place}", (span,), hops, voice, Certainty.CERTAIN, Polarity.POSITIVE, status, reasons, links)


def with_word(showing: OpenArticle, place: int, **said: object) -> OpenArticle:
    """The same with the reader's word on the claim at that place."""
    span = showing.claims[place].content[0]
    word = replace(Judgement(anchor(showing.article.text, span), NOW, NOW), **said)
    return replace(showing, judgements=(*showing.judgements, word))


def listed(showing: OpenArticle, **wish: object) -> list[str]:
    ranks = arranged(showing, Wish(**wish)).ranks
    return sorted(ranks, key=lambda claim_id: ranks[claim_id])


@pytest.fixture
def pane(qtbot: QtBot) -> LedgerPane:
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(360, 700)
    pane.show()
    return pane


def shown(pane: LedgerPane) -> list[str]:
    return [pane.filter.index(row, 0).data(ClaimRole.ID) for row in range(pane.filter.rowCount())]


def heads(pane: LedgerPane) -> list[str]:
    found = [pane.filter.index(row, 0).data(ClaimRole.HEAD) for row in range(pane.filter.rowCount())]
    return [head for head in found if head]


def test_claims_stand_in_text_order_by_actor_and_by_status():
    showing = showing_of(5)
    assert listed(showing) == ["c0", "c1", "c2", "c3", "c4"]
    assert listed(showing, order=Order.ACTOR) == ["c0", "c3", "c1", "c4", "c2"]
    assert listed(showing, order=Order.STATUS) == ["c1", "c4", "c0", "c3", "c2"]


def test_by_my_marks_what_the_reader_did_comes_first():
    showing = with_word(with_word(showing_of(6), 3, status=Status.DISPUTED), 4, dismissed=True)
    mark = Annotation("n1", anchor(showing.article.text, Span(PIECE, PIECE + 3)), NOW, NOW)
    showing = replace(showing, annotations=(mark,))
    assert listed(showing, order=Order.MINE) == ["c3", "c1", "c4", "c0", "c2", "c5"]
    assert listed(showing, part=Part.MINE) == ["c1", "c3", "c4"]
    assert listed(showing, part=Part.DISMISSED) == ["c4"]
    assert listed(showing, part=Part.OPEN) == ["c0", "c1", "c2", "c5"]


def test_filters_narrow_together_and_the_readers_word_counts():
    showing = with_word(showing_of(6), 2, source="Ada", note="Ask the harbour")
    assert listed(showing, voice=Voice.NARRATED) == ["c2", "c5"]
    assert listed(showing, actor="Ada") == ["c0", "c2", "c3"]
    assert listed(showing, actor="Ada", voice=Voice.NARRATED) == ["c2"]
    assert listed(showing, words="HARBOUR ask") == ["c2"]
    assert listed(showing, status=Status.CONFIRMED) == ["c1", "c4"]


def told_of_sources() -> OpenArticle:
    """Three nameless sources: of the first it is told how it knows, of the second why it has no name."""
    showing = showing_of(3)
    spans = tuple(Span(place * PIECE + 6, place * PIECE + PIECE - 1) for place in range(3))
    hops = (
        Attribution((), (), knowledge=(spans[0],)),
        Attribution((), (), anonymity=(spans[1],)),
        Attribution((), ()),
    )
    claims = tuple(
        replace(claim, attributions=(hop,)) for claim, hop in zip(showing.analysis.claims, hops, strict=True)
    )
    return replace(showing, analysis=replace(showing.analysis, claims=claims))


def test_what_is_told_of_a_source_says_nothing_of_another_one_that_the_reader_names():
    showing = told_of_sources()
    for place in range(3):
        showing = with_word(showing, place, source="Oda Fenwick")
    assert [listed(showing, told=told) for told in Told] == [[], [], []]
    assert listed(showing, words="00001 Oda 00001") == ["c1"]


def test_a_card_tells_who_says_what_against_the_claim(pane):
    showing = showing_of(4)
    denial = replace(showing.claims[3], links=(Link(LinkKind.DENIES, "c1"),))
    claims = (*showing.claims[:3], denial)
    pane.show_article(replace(showing, analysis=replace(showing.analysis, claims=claims)))
    cards = [str(pane.list.model().index(row, 0).data(ClaimRole.AGAINST)) for row in range(4)]
    assert cards == ["", "Denied by 4, Ada: “claim 00003”", "", "Denies 2, Ivo: “claim 00001”"]
    against = pane.list.visualRect(pane.filter.index(1, 0)).topLeft() + QPoint(40, 4 + 12 + 44 + 20 + 8)
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=against)
    assert pane.chosen_id == "c3"
    pane.choose("c1")
    buttons = {one.text() for one in pane.detail.reasons.findChildren(QPushButton) if one.isVisibleTo(pane)}
    assert "Denied by 4, Ada" in buttons


def test_claims_are_filtered_by_what_is_told_of_their_source(pane):
    showing = told_of_sources()
    assert listed(showing, told=Told.KNOWLEDGE) == ["c0"]
    assert listed(showing, told=Told.ANONYMITY) == ["c1"]
    assert listed(showing, told=Told.NOTHING) == ["c0", "c2"]
    assert listed(showing, words="00001") == ["c1"]
    pane.show_article(showing)
    pane.head.told_box.setCurrentIndex(2)
    assert shown(pane) == ["c1"]
    pane.head.clear()
    assert shown(pane) == ["c0", "c1", "c2"]


def test_a_card_and_what_stands_below_tell_how_a_source_knows_and_why_it_has_no_name(pane):
    showing = told_of_sources()
    pane.show_article(showing)
    about = [pane.filter.index(row, 0).data(ClaimRole.ABOUT) for row in range(3)]
    assert about == ["How the source knows: “00000”", "Why it has no name: “00001”", ""]
    assert "Why it has no name: “00001”" in pane.filter.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    pane.choose("c1")
    assert "Why it has no name: “00001”" in [label.text() for label in pane.findChildren(QLabel)]
    pane.show_article(with_word(showing, 1, source="Ivo"))
    assert pane.filter.index(1, 0).data(ClaimRole.ABOUT) == ""


def test_the_first_card_of_a_group_carries_its_head_with_a_number(pane):
    pane.show_article(showing_of(5))
    assert heads(pane) == []
    pane.head.order_box.setCurrentIndex(2)
    assert heads(pane) == ["Confirmed · 2", "Claimed · 2", "Unattributed · 1"]


def test_a_group_folds_by_key_and_by_a_click_on_its_head(pane, qtbot):
    pane.show_article(showing_of(5))
    pane.head.order_box.setCurrentIndex(2)
    pane.choose("c4")
    qtbot.keyClick(pane.list, Qt.Key.Key_Left)
    assert shown(pane) == ["c1", "c0", "c3", "c2"]
    assert heads(pane)[0] == "Confirmed · 2"
    qtbot.keyClick(pane.list, Qt.Key.Key_Right)
    assert (shown(pane), pane.chosen_id) == (["c1", "c4", "c0", "c3", "c2"], "c4")
    qtbot.keyClick(pane.list, Qt.Key.Key_Left)
    place = pane.list.visualRect(pane.filter.index(0, 0)).topLeft() + QPoint(30, 12)
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(pane) == ["c1", "c4", "c0", "c3", "c2"]


def test_a_long_name_on_a_button_makes_the_pane_no_wider_and_means_no_key(pane):
    showing = showing_of(4)
    long = Actor("a1", "Johnson & Johnson, the makers of very many things of all kinds", ActorKind.PERSON, (), ())
    denial = replace(showing.claims[3], links=(Link(LinkKind.DENIES, "c1"),))
    claims = (*showing.claims[:3], denial)
    analysis = replace(showing.analysis, actors=(long, showing.analysis.actors[1]), claims=claims)
    pane.show_article(replace(showing, analysis=analysis))
    pane.choose("c1")
    (button,) = (one for one in pane.detail.reasons.findChildren(ElidingButton) if "Johnson & Johnson" in one.text())
    settle()
    assert button.minimumSizeHint().width() < 120 < button.sizeHint().width()
    assert button.mapTo(pane, QPoint(button.width(), 0)).x() <= pane.width()
    assert button.shortcut().isEmpty()


def test_cards_end_beside_the_scroll_bar_whatever_its_width(pane):
    pane.show_article(showing_of(50))
    pane.list.grab()
    bar = pane.list.verticalScrollBar()
    bar.setStyleSheet("QScrollBar:vertical { width: 40px }")
    pane.set_theme(load_theme("light"))
    option = QStyleOptionViewItem()
    option.widget = pane.list
    width = pane.list.itemDelegate().sizeHint(option, pane.filter.index(0, 0)).width()
    assert width == pane.list.contentsRect().width() - bar.sizeHint().width()


def test_a_claim_stays_chosen_when_the_order_changes(pane):
    pane.show_article(showing_of(5))
    pane.choose("c3")
    told = []
    pane.claimChosen.connect(told.append)
    pane.head.order_box.setCurrentIndex(2)
    assert (pane.chosen_id, pane.list.currentIndex().row(), told) == ("c3", 3, [])


def test_choosing_a_claim_of_a_folded_group_unfolds_it(pane):
    pane.show_article(showing_of(5))
    pane.head.order_box.setCurrentIndex(2)
    pane.filter.fold("confirmed", True)
    pane.choose("c4")
    assert pane.chosen_id == "c4"


def test_a_link_is_walked_by_its_button_even_to_a_claim_that_a_filter_hides(pane, qtbot):
    pane.show_article(showing_of(5))
    pane.head.status_box.setCurrentIndex(1 + list(Status).index(Status.CLAIMED))
    pane.choose("c3")
    (button,) = [found for found in pane.detail.findChildren(QPushButton) if found.text() == "Confirms 3"]
    qtbot.waitUntil(button.isVisible)
    pane.detail.layout().activate()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.chosen_id == "c2"
    assert pane.filter.wish.status is None


def test_links_stand_side_by_side_as_far_as_there_is_room(pane, qtbot):
    def links() -> list[QPushButton]:
        buttons = pane.detail.findChildren(QPushButton)
        return [one for one in buttons if one.text().startswith("Confirm") and one.isVisible()]

    pane.show_article(showing_of(5))
    pane.choose("c3")
    qtbot.waitUntil(lambda: len(links()) == 2)
    pane.detail.layout().activate()
    first, second = sorted(links(), key=lambda button: button.x())
    assert first.y() == second.y()
    assert second.x() == first.geometry().right() + 1 + LINK_GAP
    first.parentWidget().setFixedWidth(first.width() + 10)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert second.x() == first.x()


def test_a_word_of_the_reader_moves_a_claim_to_its_new_group_at_once(pane):
    showing = showing_of(5)
    pane.show_article(showing)
    pane.head.order_box.setCurrentIndex(2)
    word = replace(
        Judgement(anchor(showing.article.text, showing.claims[2].content[0]), NOW, NOW), status=Status.CONFIRMED
    )
    pane.show_article(showing.with_own((), (word,)))
    assert shown(pane) == ["c1", "c2", "c4", "c0", "c3"]
    assert heads(pane) == ["Confirmed · 3", "Claimed · 2"]


def test_what_stands_below_the_cards_never_overlaps(pane, qtbot):
    pane.show_article(showing_of(9))
    for claim_id in ("c3", "c0", "c5"):
        pane.choose(claim_id)
        settle()
        detail = pane.detail
        parts = [detail._meaning, detail.reasons, detail.judging, detail.note]
        edges = [(part.geometry().top(), part.geometry().bottom()) for part in parts]
        assert all(above[1] < below[0] for above, below in pairwise(edges))


def test_nothing_is_chosen_in_another_article_though_its_claims_have_the_same_numbers(qtbot: QtBot) -> None:
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    first = showing_of(6)
    other = replace(first, kept=replace(first.kept, id=2))
    pane.show_article(first)
    pane.choose(first.claims[3].id)
    pane.show_article(replace(first))
    assert pane.chosen_id == first.claims[3].id
    pane.show_article(other)
    settle()
    assert pane.chosen_id == ""
    assert pane.chosen is None
    assert not pane.detail.isVisibleTo(pane)


def test_cards_are_as_wide_with_a_scroll_bar_as_without_one(qtbot: QtBot) -> None:
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(370, 600)
    pane.show()
    widths = []
    for number in (1, 60):
        pane.show_article(showing_of(number))
        settle()
        option = QStyleOptionViewItem()
        pane.list.initViewItemOption(option)
        size = pane.list.itemDelegate().sizeHint(option, pane.filter.index(0, 0))
        widths.append(size.width())
    assert pane.list.verticalScrollBar().isVisible()
    assert widths[0] == widths[1] == pane.list.viewport().width()


def test_cards_that_become_narrower_grow_taller(qtbot: QtBot) -> None:
    text = "the ferry will sail again as soon as the harbour is free of ice and the crew is back on board"
    claims = tuple(
        replace(claim_at(place), content=(Span(0, len(text)),), evidence=(), links=()) for place in range(30)
    )
    article = Article(text, (), Origin("Ferry", digest="d"))
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(520, 600)
    pane.show()
    kept = KeptArticle(1, article.origin, NOW, NOW)
    pane.show_article(OpenArticle(kept, article, Analysis("t", "en", (), claims)))
    index = pane.filter.index(0, 0)
    qtbot.waitUntil(lambda: pane.list.visualRect(index).height() > 0)
    # Layouts that are due since it was shown come first, or they would do what is asked of the change.
    settle()
    wide = pane.list.visualRect(index).height()
    pane.resize(270, 600)
    qtbot.waitUntil(lambda: pane.list.visualRect(index).height() > wide)


def test_a_status_that_was_not_kept_does_not_stay_in_its_box(pane: LedgerPane) -> None:
    showing = showing_of(4)
    pane.show_article(showing)
    pane.choose("c2")
    box = pane.detail.status_box
    shown = box.currentIndex()
    box.setCurrentIndex((shown + 1) % box.count())
    pane.show_article(replace(showing))
    assert box.currentIndex() == shown


def test_a_filter_without_hits_says_so_and_escape_shows_all_again(pane, qtbot):
    pane.show_article(showing_of(5))
    qtbot.keyClicks(pane.search, "zebra")
    qtbot.waitUntil(lambda: shown(pane) == [])
    assert pane._empty.isVisible()
    assert "Esc" in pane._empty.text()
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert len(shown(pane)) == 5
    assert not pane._empty.isVisible()
    assert pane.list.hasFocus()


def test_words_looked_for_in_one_article_hide_nothing_in_the_next(pane):
    pane.show_article(showing_of(5))
    pane.search.setText("zebra")
    other = showing_of(3)
    pane.show_article(replace(other, kept=replace(other.kept, id=2)))
    assert pane.search.text() == ""
    assert len(shown(pane)) == 3


def test_the_chosen_card_stays_in_sight_when_the_list_gets_lower(pane, qtbot):
    pane.show_article(showing_of(9))
    pane.choose("c4")
    qtbot.waitUntil(pane.detail.isVisible)
    pane.list.scrollTo(pane.list.currentIndex(), QListView.ScrollHint.PositionAtBottom)
    settle()
    pane.resize(360, pane.height() - 120)
    qtbot.waitUntil(lambda: in_sight(pane))


def in_sight(pane: LedgerPane) -> bool:
    """Whether all of the chosen card is seen, or as much as the list has room for."""
    card, whole = pane.list.visualRect(pane.list.currentIndex()), pane.list.viewport().rect()
    return whole.intersected(card).height() >= min(card.height(), whole.height())


@pytest.mark.parametrize("height", [560, 700, 760, 880])
def test_no_sliver_of_a_card_is_left_above_those_in_sight(qtbot: QtBot, height: int) -> None:
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(360, height)
    pane.show()
    pane.show_article(showing_of(12))
    for claim_id in ("c2", "c3", "c6", "c4", "c1"):
        pane.choose(claim_id)
        settle()
        first = pane.list.indexAt(QPoint(pane.list.viewport().width() // 2, 0))
        assert pane.list.visualRect(first).top() == 0
        assert in_sight(pane)


def test_reasons_of_another_claim_are_gone_at_once(pane):
    pane.show_article(showing_of(5))
    pane.choose("c1")
    before = pane.detail.findChildren(QPushButton)
    pane.choose("c2")
    assert not any(button.isVisible() for button in before)


def test_the_chosen_card_stays_in_sight_when_its_reasons_come(pane, qtbot):
    pane.resize(360, 460)
    pane.show_article(showing_of(9))
    pane.choose("c4")
    whole = pane.list.viewport().rect()
    qtbot.waitUntil(
        lambda: pane.detail.isVisible() and whole.intersects(pane.list.visualRect(pane.list.currentIndex()))
    )
    settle()
    card = pane.list.visualRect(pane.list.currentIndex())
    assert pane.list.viewport().rect().intersected(card).height() >= min(card.height(), pane.list.viewport().height())


def test_escape_in_a_note_gives_the_keys_back_and_keeps_what_was_typed(pane, qtbot):
    pane.show_article(showing_of(5))
    pane.choose("c1")
    told = []
    pane.detail.noteWritten.connect(lambda _, note: told.append(note))
    pane.detail.note.setFocus()
    qtbot.keyClicks(pane.detail.note, "ask again")
    qtbot.keyClick(pane.detail.note, Qt.Key.Key_Escape)
    assert pane.list.hasFocus()
    qtbot.waitUntil(lambda: told == ["ask again"])


def scrolled(pane: LedgerPane, qtbot: QtBot) -> None:
    """Choose a claim far down, and have it in sight."""

    def is_down() -> bool:
        pane.choose("c40")
        pane.list.scrollTo(pane.list.currentIndex())
        return pane.list.verticalScrollBar().value() > 0

    qtbot.waitUntil(is_down)


def test_another_article_begins_with_its_first_claim(pane, qtbot):
    pane.show_article(showing_of(90))
    scrolled(pane, qtbot)
    other = showing_of(90)
    other = replace(other, kept=replace(other.kept, id=2))
    pane.show_article(replace(other, analysis=None))
    pane.show_article(replace(other, analysis=replace(other.analysis, claims=other.claims[:50])))
    pane.show_article(other)
    settle()
    assert pane.list.verticalScrollBar().value() == 0
    scrolled(pane, qtbot)
    again = showing_of(90)
    pane.show_article(again)
    settle()
    assert pane.list.verticalScrollBar().value() == 0


def words_of_reasons(pane: LedgerPane) -> list[str]:
    return [label.text() for label in pane.detail.reasons.findChildren(QLabel) if label.isVisible()]


def test_the_readers_status_stands_in_place_of_the_programs_reasons_which_a_click_shows(pane, qtbot):
    showing = showing_of(5)
    pane.show_article(showing)
    pane.choose("c1")
    assert "Because." in words_of_reasons(pane)
    pane.show_article(with_word(showing, 1, status=Status.DISPUTED))
    assert words_of_reasons(pane) == ["You gave it this status."]
    (head,) = [one for one in pane.detail.reasons.findChildren(QToolButton) if one.isVisible()]
    assert head.text() == "Briefing found: Confirmed"
    low = pane.detail.reasons.height()
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    assert "Because." in words_of_reasons(pane)
    assert pane.detail.reasons.height() > low
    # Unfolded once, it stays so at the next claim of that kind, and goes when the word is taken back.
    pane.show_article(with_word(showing, 1, status=Status.UNCLEAR))
    assert "Because." in words_of_reasons(pane)
    pane.show_article(showing)
    assert "You gave it this status." not in words_of_reasons(pane)


def test_a_filter_that_is_typed_stays_as_typed_while_findings_and_words_come(pane, qtbot):
    whole = showing_of(30)
    pane.show_article(replace(whole, analysis=replace(whole.analysis, claims=whole.claims[:5])))
    search, typed = pane.head.search, ""
    for place, letter in enumerate("claim 0000"):
        QTest.keyClicks(search, letter)
        typed += letter
        if place % 3 == 0:
            some = replace(whole, analysis=replace(whole.analysis, claims=whole.claims[: 5 + place]))
            pane.show_article(with_word(some, 0, note=typed))
        if place == 4:
            search.setCursorPosition(2)
            pane.show_article(replace(some, analysis=replace(some.analysis, actors=())))
            assert search.cursorPosition() == 2
            search.end(False)
        assert (search.text(), search.cursorPosition()) == (typed, len(typed))


@pytest.mark.parametrize(("width", "height"), [(260, 490), (300, 590), (370, 750)])
def test_a_low_pane_shows_a_whole_card_and_why_it_has_its_status(qtbot: QtBot, width: int, height: int) -> None:
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(width, height)
    pane.show()
    pane.show_article(showing_of(12))
    pane.choose("c6")
    settle()
    sight, card = pane.list.viewport().rect(), pane.list.visualRect(pane.list.currentIndex())
    assert sight.contains(card.adjusted(0, 0, -20, 0))
    detail = pane.detail
    assert detail.visibleRegion().boundingRect().height() >= 100
    # Nothing in it is wider than it is, and the note comes into sight when it is written.
    assert detail._inside.width() <= detail._scrolled.viewport().width()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    detail.note.setFocus()
    qtbot.waitUntil(lambda: detail.note.visibleRegion().boundingRect().height() >= 40)


def test_cards_keep_their_place_while_others_are_chosen(qtbot: QtBot) -> None:
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(360, 760)
    pane.show()
    pane.show_article(showing_of(12))
    pane.choose("c0")
    settle()
    before = pane.list.height()
    for claim_id in ("c1", "c0", "c1"):
        pane.choose(claim_id)
        settle()
        assert pane.list.height() == before
        assert pane.list.verticalScrollBar().value() == 0


def test_a_reason_that_quotes_its_words_does_not_say_them_twice(qtbot: QtBot) -> None:
    pane = LedgerPane(load_theme("light"))
    qtbot.addWidget(pane)
    pane.show()
    showing = showing_of(2)
    claim, text = showing.claims[0], showing.article.text
    words = claim.content[0].of(text)
    quoting = replace(claim, evidence=(Evidence(claim.content, "rule", f"So far this is one voice: “{words}”."),))
    plain = replace(claim, evidence=(Evidence(claim.content, "rule", "So far this is one voice."),))
    for changed, times in ((quoting, 1), (plain, 1)):
        analysis = replace(showing.analysis, claims=(changed, *showing.claims[1:]))
        pane.show_article(replace(showing, analysis=analysis))
        pane.choose(changed.id)
        settle()
        told = " ".join(label.text() for label in pane.detail.reasons.findChildren(QLabel) if label.isVisible())
        assert told.count(words) == times


def test_what_a_status_means_is_not_said_twice(pane: LedgerPane) -> None:
    showing = showing_of(2)
    assert showing.analysis
    first, second = showing.claims
    unnamed = (Evidence(first.content, "unnamed.source", arguments=(("words", "A spokesman"),)),)
    claims = (replace(first, status=Status.UNNAMED, evidence=unnamed), second)
    pane.show_article(replace(showing, analysis=replace(showing.analysis, claims=claims)))
    pane.choose("c0")
    assert not pane.detail._meaning.isVisible()
    pane.choose("c1")
    assert pane.detail._meaning.isVisible()


def test_down_goes_from_the_filter_to_the_claims_that_it_lets_through(pane: LedgerPane) -> None:
    pane.show_article(showing_of(9))
    pane.search.setFocus()
    pane.search.setText("00004")
    QTest.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.list.hasFocus()
    assert pane.chosen_id == "c4"
