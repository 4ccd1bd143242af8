"""Text without any place to break a line is laid out as quickly as any other, and none of it is lost."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from test_hostile_words import NOW
from windows import PATIENCE, OpenWindow, settle

from briefing.analysis.analyser import ENGINE
from briefing.desktop.fonts import serif
from briefing.desktop.ledger.card_delegate import LINES, _lines
from briefing.desktop.line_breaks import LONGEST, MOST, WIDE, breakable, cuts, short, wrap_mode
from briefing.desktop.note_field import NoteField
from briefing.desktop.note_preview import SetNote
from briefing.desktop.plain_words import MOST_OF_TIP, PlainLabel, tip
from briefing.desktop.reader.article_document import Page
from briefing.desktop.theme import load_theme
from briefing.library import AddAnnotation, Library, open_library
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
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)

ENDLESS = "a" * 200_000
SOON = 15.0
"""Seconds of the processor for all that took 41 before."""


def _page(text: str) -> Page:
    return Page(Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)), load_theme("light"))


@pytest.mark.parametrize("letter", ["a", "…", "ب", "é", "a/"])
def test_no_line_is_looked_for_in_more_than_some_letters(letter: str, qtbot: QtBot) -> None:
    page = _page(f"See {(letter * 20_000)[:20_000]} and more.")
    longest, block = 0, page.document.begin()
    while block.isValid():
        longest = max(longest, max(map(len, block.text().split()), default=0))
        block = block.next()
    assert longest <= LONGEST
    assert page.cut


@pytest.mark.parametrize("text", ["漢字" * 5_000, "The ferry sails. " * 500, "ab-" * 5_000, "\U0001f600" * 3_000])
def test_what_can_be_broken_is_not_cut(text: str, qtbot: QtBot) -> None:
    page = _page(text)
    assert not page.cut
    assert page.document.blockCount() == 1


@given(st.text("ab \u0301\u200d\U0001f600\n-", max_size=30), st.integers(0, 3 * LONGEST), st.integers(0, 3 * LONGEST))
def test_every_place_is_found_again_in_words_that_are_cut(words: str, one: int, other: int) -> None:
    text = "".join(("x", words, "e\u0301" * LONGEST, words, "\U0001f600", "y" * LONGEST))
    page = _page(text)
    shown = page.document.toPlainText()
    for at in (min(one, len(text)), min(other, len(text))):
        assert page.code_point(page.position(at)) == at
    assert "".join(shown.split()) == "".join(text.split())
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    got = page.span(page.position(start), page.position(end))
    assert got.of(text).strip() == text[start:end].strip()


def test_no_letter_is_parted_from_its_accent() -> None:
    words = "e\u0301" * LONGEST + "x" * LONGEST
    assert list(cuts("e" + words))
    assert all(words[at] != "\u0301" for at in cuts(words))


@pytest.mark.parametrize("heap", ["e" + "\u0301" * 50_000, "x\u200d" * 25_000])
def test_a_heap_of_marks_without_a_letter_is_cut_all_the_same(heap: str) -> None:
    places = [0, *cuts(heap), len(heap)]
    assert all(0 < after - before <= LONGEST + 1 for before, after in pairwise(places))


def test_what_is_copied_has_no_cut(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    text = "b" * (3 * LONGEST)
    library = open_library(tmp_path / "library")
    article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Origin(digest="1" * 64, title="b"))
    kept, _ = library.keep_article(article, text.encode())
    library.keep_analysis(kept.id, Analysis(ENGINE, "en", (), ()))
    library.close()
    opened = open_window(tmp_path / "library")
    opened.session.openings.open_kept(kept.id)
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    opened.window.reader.select_span(Span(10, len(text) - 10))
    assert opened.window.reader.createMimeDataFromSelection().text() == text[10:-10]


def test_a_card_a_label_and_a_tip_show_the_beginning(qtbot: QtBot) -> None:
    lines = _lines(ENDLESS, serif(14), 300, LINES)
    assert len(lines) == LINES
    assert sum(map(len, lines)) < LONGEST
    label = PlainLabel(ENDLESS)
    qtbot.addWidget(label)
    assert len(label.text()) == MOST + 1
    assert len(tip(ENDLESS)) < MOST_OF_TIP + 20
    assert short("ferry") == "ferry"


def test_one_long_word_makes_no_window_wider_than_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for wraps in (True, False):
        label = PlainLabel("d" * LONGEST, window)
        label.setWordWrap(wraps)
        assert label.text() == "d" * LONGEST
        column.addWidget(label)
    window.adjustSize()
    assert window.minimumSizeHint().width() < 1_000
    wrapped = PlainLabel("e\u0301" * LONGEST, window)
    wrapped.setWordWrap(True)
    assert wrapped.minimumSizeHint().width() < 300
    assert breakable("e\u0301" * WIDE).replace("\u200b", "") == "e\u0301" * WIDE
    assert "\u200b\u0301" not in breakable("e\u0301" * WIDE)
    assert breakable("The ferry sails") == "The ferry sails"


def test_a_field_breaks_endless_words_anywhere_and_others_between_words(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    modes = QTextOption.WrapMode
    assert field.wordWrapMode() is modes.WrapAtWordBoundaryOrAnywhere
    field.setPlainText("c" * 2 * LONGEST)
    assert field.wordWrapMode() is modes.WrapAnywhere
    field.setPlainText("We have seen the memo.")
    assert field.wordWrapMode() is modes.WrapAtWordBoundaryOrAnywhere
    parent = QTextEdit()
    qtbot.addWidget(parent)
    field.setPlainText("c" * 2 * LONGEST)
    as_set = SetNote(field, parent)
    as_set.look()
    assert as_set.wordWrapMode() is modes.WrapAnywhere
    assert wrap_mode("") is modes.WrapAtWordBoundaryOrAnywhere


def test_an_article_of_one_endless_word_is_read_soon(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    library = open_library(tmp_path / "library")
    number = _keep_endless(library)
    library.close()
    opened = open_window(tmp_path / "library")
    window, session = opened.window, opened.session
    window.resize(1500, 900)
    begun = time.thread_time()
    session.openings.open_kept(number)
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.claims), timeout=PATIENCE)
    session.list_articles()
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1, timeout=PATIENCE)
    window.reader.select_span(Span(0, len(session.showing.article.text)))
    window.reader.clear_selection()
    window.ledger.choose("c1")
    window.grab()
    window.resize(1300, 800)
    window.grab()
    for name in ("annotations", "outline", "sourcing", "note"):
        window.actions_by_name[name].trigger()
        settle()
        window.grab()
    assert time.thread_time() - begun < SOON


def _keep_endless(library: Library) -> int:
    text = f"Zq{ENDLESS}\n\n{ENDLESS} said {ENDLESS}"
    spans = (Span(0, len(ENDLESS) + 2), Span(len(ENDLESS) + 4, len(text)))
    blocks = (Block(BlockKind.HEADING, spans[0], 1), Block(BlockKind.PARAGRAPH, spans[1]))
    origin = Origin(digest="2" * 64, title=ENDLESS, byline=ENDLESS, outlet=ENDLESS, file=f"{ENDLESS}.txt")
    kept, _ = library.keep_article(Article(text, blocks, origin), text.encode())
    who = Span(spans[1].start, spans[1].start + len(ENDLESS))
    what = Span(len(text) - len(ENDLESS), len(text))
    actor = Actor("a1", ENDLESS, ActorKind.PERSON, (ENDLESS,), (who,))
    hop = Attribution((who,), (Span(who.end + 1, who.end + 5),), ("a1",), SourceKind.PERSON)
    reason = Evidence((what,), "claimed.alone", ENDLESS)
    claim = Claim(
        "c1", (what,), (hop,), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, Status.CLAIMED, (reason,)
    )
    library.keep_analysis(kept.id, Analysis(ENGINE, "en", (actor,), (claim,)))
    annotation = Annotation("00000000-0000-4000-8000-000000000001", anchor(text, what), NOW, NOW, note=ENDLESS)
    library.perform(AddAnnotation(kept.id, annotation))
    return kept.id
