"""An article has a head that says where it comes from, and no text cursor until the keyboard moves one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import Opened, OpenWindow

from briefing.desktop.reader.article_head import reading_minutes
from briefing.desktop.reader.first_lines import told_by_first_lines
from briefing.model import Article, Block, BlockKind, Metadata, Origin, Span, Status

PAGE = """<html><head><title>Ferry talks stall</title><meta property="og:site_name" content="Harbour Post">
<meta name="author" content="Ines Vogt"><meta property="article:published_time" content="2025-06-06T10:00:00Z">
<link rel="canonical" href="https://harbour.example/ferry"></head><body><article><h1>Ferry talks stall</h1>
<p>The harbour master, Ana Ruiz, said the ferry would open in May. The mayor, Per Lund, denied it.</p>
<p>According to the water board, the bridge may close for a year. Officials said the money has run out.</p>
%s</article></body></html>"""


def _opened(open_window: OpenWindow, folder: Path, qtbot: QtBot, more: str = "") -> Opened:
    file = folder / "ferry.html"
    file.write_text(PAGE % more, encoding="utf-8")
    opened = open_window(folder / "library")
    opened.window.start([file])
    session = opened.session
    qtbot.waitUntil(lambda: bool(session.showing and session.showing.analysis and session.showing.analysis.complete))
    return opened


def test_the_head_tells_where_an_article_comes_from_and_how_confirmed_it_is(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    head = opened.window.reader.head
    assert head.isVisible()
    for fact in ("Harbour Post", "Ines Vogt", "2025", "1 min"):
        assert fact in head.facts
    assert "https://harbour.example/ferry" in head.accessibleDescription()
    showing = opened.session.showing
    assert showing is not None
    assert sum(head.counts.values()) == len(showing.claims)
    assert head.counts[Status.DISPUTED] == 2


MAIL = """From: Harbour Press <press@harbour.example>
Subject: Statement on the ferry
Date: Fri, 06 Jun 2025 11:02:00 +0200
Content-Type: text/plain; charset=utf-8

Dear editors,

The ferry will open in May, the harbour master, Ana Ruiz, said.
"""


def test_the_title_stands_in_the_head_where_the_text_does_not_begin_with_it(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "statement.eml"
    file.write_text(MAIL, encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.start([file])
    head, session = opened.window.reader.head, opened.session
    qtbot.waitUntil(lambda: head.title == "Statement on the ferry")
    assert "Statement on the ferry" in head.accessibleDescription()
    high = head.height()
    page = tmp_path / "ferry.html"
    page.write_text(PAGE % "", encoding="utf-8")
    session.openings.open_files([page])
    qtbot.waitUntil(lambda: "Ines Vogt" in head.facts)
    assert head.title == ""
    assert head.height() < high


def test_the_head_does_not_tell_again_what_the_first_lines_tell(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    byline = "<p class=byline>By Ines Vogt, Harbour Post</p><p>Friday, 6 June 2025</p><p>The harbour"
    file = tmp_path / "ferry.html"
    file.write_text(PAGE.replace("<p>The harbour", byline, 1) % "", encoding="utf-8")
    opened = open_window(tmp_path / "library")
    opened.window.start([file])
    head, reader = opened.window.reader.head, opened.window.reader
    qtbot.waitUntil(lambda: opened.session.showing is not None and reader.head.isVisible())
    assert "Ines Vogt" in opened.session.showing.article.text
    assert head.facts == "1 min to read"
    reader.set_folded(True)
    assert "By Ines Vogt" in head.facts


def test_the_head_follows_what_the_reader_corrects_and_dismisses(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    head, session = opened.window.reader.head, opened.session
    assert session.showing is not None
    session.edits.change_metadata(session.showing.kept.id, Metadata(outlet="The Ferryman", address=""))
    qtbot.waitUntil(lambda: "The Ferryman" in head.facts)
    assert "harbour.example" not in head.accessibleDescription()
    before = sum(head.counts.values())
    session.edits.judge_dismissed(session.showing.claims[0], True)
    qtbot.waitUntil(lambda: sum(head.counts.values()) == before - 1)


def test_a_click_on_a_status_in_the_head_shows_its_claims_alone(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot)
    window = opened.window
    place = dict(window.reader.head._places())[Status.DISPUTED].center().toPoint()
    QTest.mouseClick(window.reader.head, Qt.MouseButton.LeftButton, pos=place)
    assert window.ledger.filter.rowCount() == 2
    QTest.mouseClick(window.reader.head, Qt.MouseButton.LeftButton, pos=place)
    assert window.ledger.filter.rowCount() == window.ledger.model.rowCount()


def test_the_head_scrolls_with_the_article_and_never_covers_it(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = _opened(open_window, tmp_path, qtbot, more="<p>A long day for all of them.</p>" * 60)
    reader = opened.window.reader
    top = reader.head.y()
    assert reader.head.geometry().bottom() < reader.cursorRect().top()
    reader.verticalScrollBar().setValue(90)
    assert reader.head.y() == top - 90
    reader.set_zoom(2.0)
    reader.verticalScrollBar().setValue(0)
    assert reader.head.geometry().bottom() < reader.cursorRect().top()


def test_arrows_scroll_until_the_keyboard_selects(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = _opened(open_window, tmp_path, qtbot, more="<p>A long day for all of them.</p>" * 60)
    reader = opened.window.reader
    reader.setFocus()
    assert not reader.shows_cursor
    QTest.keyClick(reader, Qt.Key.Key_Down)
    assert reader.verticalScrollBar().value() > 0
    assert not reader.shows_cursor
    QTest.keyClick(reader, Qt.Key.Key_End)
    QTest.keyClick(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.shows_cursor
    # It came up where the article is read, not where it begins.
    assert reader.viewport().rect().contains(reader.cursorRect().center())
    assert reader.textCursor().hasSelection()
    QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=reader.viewport().rect().center())
    assert not reader.shows_cursor


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 1), ("word " * 100, 1), ("word " * 2380, 10), ("渡し船の話し合いは行き詰まった。" * 100, 3)],
)
def test_the_reading_time_is_that_of_people(text: str, minutes: int) -> None:
    assert reading_minutes(text) == minutes


def test_a_signature_below_the_text_does_not_keep_the_head_from_telling_who_wrote_it() -> None:
    text = "The mayor said on Monday that the old bridge would be open again by spring.\nPress office"
    end = text.index("\n")
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, end)), Block(BlockKind.PARAGRAPH, Span(end + 1, len(text))))
    article = Article(text, blocks, Origin("Statement", "Press office"))
    assert told_by_first_lines(article, hides_boilerplate=False) == frozenset()
    first = Article(f"Press office\n{text}", (Block(BlockKind.PARAGRAPH, Span(0, 12)),), article.origin)
    assert told_by_first_lines(first, hides_boilerplate=False) == {"byline"}
